"""The sheet for decks of one's own: every row by digit, by Enter and by mouse, and a way out."""

from __future__ import annotations

import pygame
import pytest

from game.screens.base import DeckChoice, Pop, Push
from game.screens.deck_intents import LookForSheets, OpenFolder, PreviewDeck, ReadDecksAgain, SaveAsExcel
from game.screens.deck_menu import DeckMenuScreen
from game.screens.faults import FaultsScreen
from game.screens.make_deck import MakeDeckScreen
from game.screens.sheets import SheetsScreen
from tests.screens.front_pilot import FAULT, Front, choice


def front(deck: DeckChoice | None) -> Front:
    """The sheet about a deck."""
    return Front(DeckMenuScreen(deck), decks=() if deck is None else (deck,))


def meaning(answers: tuple[object, ...]) -> list[object]:
    """What is asked for; a screen that is pushed as its class."""
    return [type(one.screen) if isinstance(one, Push) else one for one in answers]


ROWS = {
    "1": [MakeDeckScreen],
    "2": [SheetsScreen, LookForSheets()],
    "3": [Pop(), SaveAsExcel("lek-1")],
    "4": [Pop(), PreviewDeck("lek-1")],
    "5": [Pop(), FaultsScreen],
    "6": [Pop(), OpenFolder()],
    "7": [Pop(), ReadDecksAgain(is_everything=True)],
}


@pytest.mark.parametrize("digit", ROWS)
def test_every_row_is_reached_by_digit_by_arrows_and_by_mouse(digit: str) -> None:
    """All three do the same."""
    deck = choice(1, faults=(FAULT,))
    by_digit = front(deck).press(pygame.K_0 + int(digit), digit)
    by_arrows = front(deck)
    for _ in range(int(digit) - 1):
        by_arrows.press(pygame.K_DOWN)
    by_mouse = front(deck)
    screen = by_mouse.screen
    assert isinstance(screen, DeckMenuScreen)
    rows = screen.rows(by_mouse.scene)
    box = screen.boxes(rows, by_mouse.stage)[rows[int(digit) - 1].id]
    for answers in (by_digit, by_arrows.press(pygame.K_RETURN), by_mouse.click(box)):
        assert meaning(answers) == ROWS[digit]


@pytest.mark.parametrize(
    "key", [pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_PAGEUP, pygame.K_ESCAPE, pygame.K_o]
)
def test_a_clicker_and_esc_close_it(key: int) -> None:
    """Nobody is stuck in it, and nothing is done by closing it."""
    assert front(choice(1)).press(key) == (Pop(),)


def test_a_press_beside_it_closes_it() -> None:
    """As the pause does."""
    assert front(choice(1)).down(2, 50) == (Pop(),)


@pytest.mark.parametrize(
    ("deck", "digits"), [(None, "345"), (choice(1, refused="Alla kort har fel."), "345"), (choice(1), "5")]
)
def test_what_cannot_be_done_is_not_done(deck: DeckChoice | None, digits: str) -> None:
    """Without cards there is nothing to save or look at, without faults none to show."""
    pilot = front(deck)
    for digit in digits:
        assert pilot.press(pygame.K_0 + int(digit), digit) == ()


def test_the_deck_is_named() -> None:
    """Which deck is saved or shown is said on the sheet."""
    assert "Vald lek: Service i vardagen 1" in front(choice(1)).words()


def test_every_text_keeps_to_its_place() -> None:
    """The longest title, in every size, theme and language."""
    assert front(choice(1, title="Avdelningssamordnarnas " * 3, faults=(FAULT,) * 400)).misplaced() == []
    assert front(None).misplaced() == []
