"""What global keys do in a session and outside one."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.core.commands import Redo, Undo
from game.screens import base
from game.screens.everywhere import answer_everywhere
from game.screens.help import HelpScreen
from game.screens.leave import LeaveScreen
from game.screens.pause import PauseScreen
from game.screens.table_menu import TableMenuScreen
from tests.builders import Room, card, deck

CTRL = pygame.KMOD_LCTRL


def down(key: int, unicode: str = "", mod: int = 0) -> pygame.Event:
    """A key that goes down."""
    return pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=0)


def pushed(event: pygame.Event, scene: base.Scene) -> type[base.Screen]:
    """The kind of screen that an event brings."""
    (answer,) = answer_everywhere(event, scene)
    assert isinstance(answer, base.Push)
    return type(answer.screen)


@pytest.fixture
def room() -> Room:
    """A session in its first turn."""
    room = Room([deck([card(), card()])])
    room.next()
    return room


def test_keys_in_a_session(room: Room) -> None:
    """Esc pauses, ? and F1 show the keys, D shows who is here."""
    scene = room.scene()
    assert pushed(down(pygame.K_ESCAPE), scene) is PauseScreen
    assert pushed(down(pygame.K_PLUS, "?", pygame.KMOD_SHIFT), scene) is HelpScreen
    assert pushed(down(pygame.K_F1), scene) is HelpScreen
    assert pushed(down(pygame.K_d, "d"), scene) is TableMenuScreen


def test_undo_and_redo_only_in_a_session(room: Room) -> None:
    """Ctrl+Z undoes, Ctrl+Y and Ctrl+Shift+Z redo; before a session there is nothing to undo."""
    scene = room.scene()
    outside = replace(scene, view=None)
    for event, command in (
        (down(pygame.K_z, "", CTRL), Undo()),
        (down(pygame.K_y, "", CTRL), Redo()),
        (down(pygame.K_z, "", CTRL | pygame.KMOD_LSHIFT), Redo()),
    ):
        assert list(answer_everywhere(event, scene)) == [command]
        assert not answer_everywhere(event, outside)


def test_keys_outside_a_session(room: Room) -> None:
    """Before a session Esc asks whether to quit, and D means nothing."""
    outside = replace(room.scene(), view=None)
    (answer,) = answer_everywhere(down(pygame.K_ESCAPE), outside)
    assert isinstance(answer, base.Push)
    assert isinstance(answer.screen, LeaveScreen)
    assert answer.screen.is_quitting
    assert not answer_everywhere(down(pygame.K_d, "d"), outside)


def test_screen_keys(room: Room) -> None:
    """B and . blank, F11 goes full screen, L speaks the other language and no key steps."""
    scene = room.scene()
    assert list(answer_everywhere(down(pygame.K_b, "b"), scene)) == [base.Blank()]
    assert list(answer_everywhere(down(pygame.K_PERIOD, "."), scene)) == [base.Blank()]
    assert list(answer_everywhere(down(pygame.K_F11), scene)) == [base.ToggleFullScreen()]
    (answer,) = answer_everywhere(down(pygame.K_l, "l"), scene)
    assert answer == base.ChangeLook(replace(scene.look, language="en"))
    for key in (pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_RETURN, pygame.K_q):
        assert not answer_everywhere(down(key), scene)
