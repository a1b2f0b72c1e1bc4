"""The list of stored sessions: go on, follow up, delete."""

from __future__ import annotations

import pygame
import pytest

from game.screens.base import Answer, DeleteSession, Pop, Push, ResumeSession, Say
from game.screens.stored import REFUSALS, DeleteDialog, StoredScreen
from tests.screens.front_pilot import Front, stored


def front(*kept: object) -> Front:
    """The list with these sessions."""
    return Front(StoredScreen(), kept=kept)  # type: ignore[arg-type] # Stored sessions, passed on.


def dialog(pilot: Front, answers: tuple[Answer, ...]) -> Front:
    """The question that answers push, with the same sessions behind it."""
    (pushed,) = answers
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, DeleteDialog)
    return Front(pushed.screen, kept=pilot.kept)


@pytest.mark.parametrize("kind", ["unfinished", "kept"])
def test_next_opens_the_session_that_has_the_focus(kind: str) -> None:
    """Down chooses, Next goes on with it, or to its follow-up."""
    pilot = front(stored(1), stored(2, kind))
    pilot.press(pygame.K_DOWN)
    assert pilot.space() == (ResumeSession("spel-2"),)


@pytest.mark.parametrize("kind", sorted(REFUSALS))
def test_what_cannot_be_opened_says_why(kind: str) -> None:
    """A session in use, damaged or newer is refused in words."""
    assert front(stored(1, kind)).space() == (Say(REFUSALS[kind]),)


def test_deleting_asks_and_keeps_by_default() -> None:
    """Delete asks; Enter and every key of a clicker keep, and only the other button deletes."""
    pilot = front(stored(1))
    asked = dialog(pilot, pilot.press(pygame.K_DELETE))
    for key in (pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_F5, pygame.K_PAGEUP, pygame.K_b):
        assert DeleteSession("spel-1") not in asked.press(key)
    assert asked.press(pygame.K_RETURN) == (Pop(),)
    asked = dialog(pilot, pilot.press(pygame.K_DELETE))
    asked.press(pygame.K_TAB)
    assert asked.press(pygame.K_RETURN) == (Pop(), DeleteSession("spel-1"))


def test_a_session_in_use_is_not_deleted() -> None:
    """What another window has open cannot be deleted here."""
    assert front(stored(1, "in_use")).press(pygame.K_DELETE) == (Say(REFUSALS["in_use"]),)


def test_old_sessions_are_offered_for_deletion_together() -> None:
    """G asks about all old ones at once, and leaves out one that is in use."""
    pilot = front(
        stored(1), stored(2, is_old=True), stored(3, "kept", is_old=True), stored(4, "in_use", is_old=True)
    )
    assert "raderar 2 gamla" in pilot.words()
    asked = dialog(pilot, pilot.press(pygame.K_g, "g"))
    asked.press(pygame.K_RIGHT)
    assert asked.press(pygame.K_RETURN) == (Pop(), DeleteSession("spel-2"), DeleteSession("spel-3"))
    assert front(stored(1)).press(pygame.K_g, "g") == ()


def test_every_session_is_reached() -> None:
    """More sessions than rows are paged, and the last one can be opened."""
    pilot = front(*(stored(number) for number in range(1, 13)))
    for _ in range(20):
        pilot.press(pygame.K_DOWN)
    assert "11–12 av 12" in pilot.words()
    assert pilot.space() == (ResumeSession("spel-12"),)


def test_the_list_shrinks_under_the_focus() -> None:
    """After the last row is deleted the focus stands on the one before; with none left Next goes back."""
    pilot = front(stored(1), stored(2))
    pilot.press(pygame.K_DOWN)
    pilot.kept = (stored(1),)
    pilot.screen.shown(pilot.scene)
    assert pilot.space() == (ResumeSession("spel-1"),)
    pilot.kept = ()
    pilot.screen.shown(pilot.scene)
    assert "Inga spel är sparade." in pilot.words()
    assert pilot.space() == (Pop(),)


def test_the_mouse_chooses_opens_and_asks() -> None:
    """A click chooses, a second opens, and the cross asks."""
    pilot = front(stored(1), stored(2))
    assert pilot.down(40, 34) == ()
    assert pilot.down(40, 34) == (ResumeSession("spel-2"),)
    dialog(pilot, pilot.down(pilot.stage.content.right - 4, 34))


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_PAGEUP])
def test_the_way_back(key: int) -> None:
    """Esc and PageUp go back to the decks."""
    assert front(stored(1)).press(key) == (Pop(),)


def test_every_text_keeps_to_its_place() -> None:
    """Long titles and every kind stay in their frames, and so does the question."""
    long = "Undersökningsrummets avdelningssamordnare, Service i vardagen, Varandras kunder"
    kinds = ("unfinished", "kept", "in_use", "damaged", "newer")
    pilot = front(*(stored(i, kinds[i % 5], title=long, where=long, is_old=i % 2 == 0) for i in range(7)))
    assert pilot.misplaced() == []
    assert dialog(pilot, pilot.press(pygame.K_DELETE)).misplaced() == []
