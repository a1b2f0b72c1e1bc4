"""A title for a new deck: written, made by key or mouse, and let be."""

from __future__ import annotations

import pygame

from game.screens.base import Pop, Say
from game.screens.deck_intents import MakeDeck
from game.screens.make_deck import TITLE_CHARACTERS, MakeDeckScreen
from game.ui.stage import Box
from tests.screens.front_pilot import Front


def test_a_title_is_written_and_the_deck_made() -> None:
    """Letters that mean something elsewhere are letters here; Enter makes it, spaces tidied."""
    pilot = Front(MakeDeckScreen())
    pilot.type("  Nattpasset  på b-avdelningen. L? ")
    assert pilot.everywhere == ()
    assert pilot.press(pygame.K_RETURN) == (MakeDeck("Nattpasset på b-avdelningen. L?"),)


def test_an_empty_title_is_told() -> None:
    """A deck has a name."""
    (said,) = Front(MakeDeckScreen()).press(pygame.K_RETURN)
    assert isinstance(said, Say)


def test_esc_and_a_press_beside_let_it_be() -> None:
    """Nothing is made."""
    pilot = Front(MakeDeckScreen())
    pilot.type("Natt")
    assert pilot.press(pygame.K_ESCAPE) == (Pop(),)
    assert pilot.down(2, 50) == (Pop(),)


def test_both_buttons_can_be_clicked() -> None:
    """The yellow one makes it, the other lets it be; a click in the field is neither."""
    pilot = Front(MakeDeckScreen())
    pilot.type("Natt")
    screen = pilot.screen
    assert isinstance(screen, MakeDeckScreen)
    make, leave = screen.buttons(pilot.scene, pilot.stage)
    assert pilot.click(Box(80, 38, 4, 4)) == ()
    assert pilot.click(make.box) == (MakeDeck("Natt"),)
    assert pilot.click(leave.box) == (Pop(),)


def test_a_title_is_no_longer_than_a_deck_may_have() -> None:
    """What does not fit is not taken."""
    pilot = Front(MakeDeckScreen())
    pilot.type("å" * 80)
    (made,) = pilot.press(pygame.K_RETURN)
    assert made == MakeDeck("å" * TITLE_CHARACTERS)


def test_every_text_keeps_to_its_place() -> None:
    """The longest title, in every size, theme and language."""
    pilot = Front(MakeDeckScreen())
    pilot.type("Avdelningssamordnarnas nattpass på plan två och tre, hus B")
    assert pilot.misplaced() == []
