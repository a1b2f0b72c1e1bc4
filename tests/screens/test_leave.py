"""The leave dialog never loses anyone by a slip of the hand."""

from __future__ import annotations

import pygame
import pytest

from game.screens import base
from game.screens.leave import LeaveScreen
from tests.screens.end_pilot import LONGEST_NAMES, Group

CLICKER = (
    pygame.K_PAGEDOWN,
    pygame.K_PAGEUP,
    pygame.K_SPACE,
    pygame.K_F5,
    pygame.K_RIGHT,
    pygame.K_LEFT,
    pygame.K_b,
    pygame.K_PERIOD,
)


def asked(*, is_quitting: bool) -> Group:
    """A group that is asked whether to leave."""
    group = Group().play()
    group.answer((base.Push(LeaveScreen(is_quitting)),))
    return group


@pytest.mark.parametrize("is_quitting", [True, False])
def test_no_clicker_key_leaves(is_quitting: bool) -> None:
    """Whatever a clicker sends, one after the other and in pairs, nobody leaves."""
    for first in CLICKER:
        for second in CLICKER:
            group = asked(is_quitting=is_quitting)
            group.press(first)
            group.press(second)
            assert not group.took(base.QuitGame)
            assert not group.took(base.LeaveSession)


def test_enter_stays_first_and_leaves_after_tab() -> None:
    """Staying has the focus; Tab and Enter leave, to the start or for good."""
    group = asked(is_quitting=False)
    group.press(pygame.K_RETURN)
    assert not group.is_at(LeaveScreen)
    assert not group.took(base.LeaveSession)
    for is_quitting, wanted in ((False, base.LeaveSession), (True, base.QuitGame)):
        group = asked(is_quitting=is_quitting)
        group.press(pygame.K_TAB)
        group.press(pygame.K_RETURN)
        assert group.took(wanted)


def test_escape_stays_and_a_press_leaves() -> None:
    """Esc goes back to the table; the mouse may press the way out."""
    group = asked(is_quitting=True)
    group.press(pygame.K_ESCAPE)
    assert not group.is_at(LeaveScreen)
    group = asked(is_quitting=True)
    screen = group.top
    assert isinstance(screen, LeaveScreen)
    group.click(screen.boxes(group.stage)["yes"])
    assert group.took(base.QuitGame)


def test_says_that_all_is_saved() -> None:
    """The dialog says so, and its words stay in their places everywhere."""
    group = asked(is_quitting=True)
    assert "sparat" in group.written()
    assert not group.misplaced()
    assert not Group(8, names=LONGEST_NAMES).play().misplaced()
