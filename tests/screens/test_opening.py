"""The opening: the rules are accepted, and a manager is asked about and never assumed."""

from __future__ import annotations

import pygame
import pytest

from game.core.commands import AcceptRules
from game.core.plan import Stage as SessionStage
from game.screens.opening import RULES, OpeningScreen, rule_places, slip_place
from game.ui.band import yellow_box
from game.ui.stage import Box, Stage
from tests.builders import Room, card, deck
from tests.screens.front_pilot import Front


def front(size: tuple[int, int] = (1920, 1080)) -> Front:
    """The opening of a fresh session."""
    return Front(OpeningScreen(), room=Room([deck([card()])]), size=size)


def answer_box(stage: Stage, *, is_second: bool, is_right: bool) -> Box:
    """An answer on the slip, found by where the picture has it."""
    box = slip_place(stage)
    width = (box.w - 9.0) / 2
    y = box.y + (42.4 if is_second else 21.2)
    return Box(box.x + 4.5 + (width if is_right else 0.0), y, width, 7.8)


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_RIGHT, pygame.K_F5])
def test_next_alone_goes_on_and_nothing_is_said_of_a_manager(key: int) -> None:
    """A clicker alone accepts the rules; the manager stays unsaid."""
    assert front().press(key) == (AcceptRules(None),)


def test_the_rules_take_the_answer() -> None:
    """What comes out is accepted by the rules, and the session goes on to play."""
    pilot = front()
    room = Room([deck([card()])])
    assert room.take(pilot.space()) is None
    view = room.scene().view
    assert view is not None
    assert view.stage is SessionStage.PLAY


@pytest.mark.parametrize(("key", "manager"), [(pygame.K_LEFT, True), (pygame.K_RIGHT, False)])
def test_the_manager_is_said_by_arrows(key: int, manager: bool) -> None:
    """Down twice is the second question; Left is yes, Right is no."""
    pilot = front()
    pilot.press(pygame.K_DOWN)
    pilot.press(pygame.K_DOWN)
    assert pilot.press(key) == ()
    assert pilot.space() == (AcceptRules(manager),)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768)])
def test_the_manager_is_said_by_click_and_touch(size: tuple[int, int]) -> None:
    """A press on an answer chooses it and does not go on; another press changes it."""
    pilot = front(size)
    assert pilot.click(answer_box(pilot.stage, is_second=True, is_right=False)) == ()
    assert "Chefen lyssnar mest" in pilot.words().replace("\n", " ")
    assert pilot.touch(answer_box(pilot.stage, is_second=True, is_right=True)) == ()
    assert pilot.click(yellow_box(pilot.stage)) == (AcceptRules(False),)


def test_the_first_answer_says_nothing_of_a_manager() -> None:
    """Agreeing is no answer to the second question."""
    pilot = front()
    pilot.click(answer_box(pilot.stage, is_second=False, is_right=False))
    assert pilot.space() == (AcceptRules(None),)


def test_a_click_on_the_stage_goes_on_but_not_one_on_the_slip() -> None:
    """Next is also a click on the stage; a near miss on the slip is not."""
    pilot = front()
    slip = slip_place(pilot.stage)
    assert pilot.down(slip.x + 2, slip.y + 2) == ()
    rule = rule_places(pilot.stage)[0]
    assert pilot.down(rule.center_x, rule.center_y) == (AcceptRules(None),)


def test_the_four_rules_are_there() -> None:
    """Every rule has its title on the screen."""
    shown = front().words()
    assert all(title in shown for title, _text in RULES)


def test_every_text_keeps_to_its_place() -> None:
    """In every size, theme and language, with and without advice."""
    pilot = front()
    assert pilot.misplaced() == []
    pilot.click(answer_box(pilot.stage, is_second=True, is_right=False))
    assert pilot.misplaced() == []
