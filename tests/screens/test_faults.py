"""The list of a deck's faults: every one of them is shown, and the list can be kept."""

from __future__ import annotations

import pygame

from game.screens.base import Pop, SaveFile
from game.screens.faults import FaultsScreen
from tests.screens.front_pilot import FAULT, Front, choice


def front(count: int, **changes: object) -> Front:
    """The list of a deck with so many faults."""
    deck = choice(1, faults=tuple(f"{number}. {FAULT}" for number in range(1, count + 1)), **changes)
    return Front(FaultsScreen(deck), decks=(deck,))


def test_next_shows_every_fault_and_then_goes_back() -> None:
    """Page after page until the last fault was seen; then Next is back."""
    pilot = front(60)
    seen = ""
    for _ in range(60):
        seen += pilot.words()
        if pilot.space() == (Pop(),):
            break
    assert pilot.last == (Pop(),)
    assert all(f"{number}. nattpasset" in seen for number in range(1, 61))


def test_back_turns_back_and_leaves_from_the_first_page() -> None:
    """PageUp goes to the page before, and from the first one back."""
    pilot = front(60)
    pilot.space()
    assert pilot.press(pygame.K_PAGEUP) == ()
    assert "1. nattpasset" in pilot.words()
    assert pilot.press(pygame.K_PAGEUP) == (Pop(),)


def test_esc_goes_back_and_does_not_pause() -> None:
    """Esc on the list is the way back to the decks."""
    pilot = front(3)
    assert pilot.press(pygame.K_ESCAPE) == (Pop(),)


def test_the_list_can_be_kept_under_a_harmless_name() -> None:
    """S saves every fault, in a file whose name holds nothing that leads elsewhere."""
    (saved,) = front(60, title="../Natt/passet: två").press(pygame.K_s, "s")
    assert isinstance(saved, SaveFile)
    assert saved.name == "fel-natt-passet--två.txt"
    assert saved.text.count("nattpasset.sv.yaml") == 60


def test_every_text_keeps_to_its_place() -> None:
    """A fault longer than the sheet is cut inside it, in every size, theme and language."""
    pilot = Front(FaultsScreen(choice(1, title="Avdelningssamordnaren " * 3, faults=(FAULT * 30, FAULT))))
    assert pilot.misplaced() == []
