"""The welcome screen: decks put together to be played as one, and one deck again."""

from __future__ import annotations

import pygame

from game.screens.base import Preparation, Say
from game.screens.deck_boxes import deck_places, sign_place
from game.ui.band import yellow_box
from tests.screens.front_pilot import choice
from tests.screens.welcome_pilot import chosen, front


def test_decks_are_put_together_by_key() -> None:
    """M puts decks together; Next takes them all, wherever the arrows stand."""
    pilot = front(4)
    pilot.press(pygame.K_m, "m")
    pilot.press(pygame.K_RIGHT)
    assert "Vi tar den valda" in pilot.words()
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_m, "m")
    pilot.press(pygame.K_RIGHT)
    words = pilot.words()
    assert "Service i vardagen 1 + Service i vardagen 3" in words
    assert "96 kort" in words
    assert chosen(pilot.space()) == "lek-1|lek-3"


def test_decks_are_put_together_with_the_mouse() -> None:
    """The slip begins, the plus on a box adds it, and its tick takes it away again."""
    pilot = front(3)
    places = deck_places(pilot.stage, 3, 0, 3)
    slips = pilot.screen._slips(pilot.scene, pilot.stage)  # type: ignore[attr-defined] # Where they lie.
    pilot.click(next(box for key, box, _words in slips if key == pygame.K_m))
    pilot.click(sign_place(places[1], pilot.decks[1]))
    pilot.click(sign_place(places[2], pilot.decks[2]))
    assert "Vi tar de 3 valda" in pilot.words()
    pilot.click(sign_place(places[1], pilot.decks[1]))
    assert chosen(pilot.click(yellow_box(pilot.stage))) == "lek-1|lek-3"


def test_esc_goes_back_to_one_deck() -> None:
    """Esc lets the others go before it asks about leaving."""
    pilot = front(3)
    pilot.press(pygame.K_m, "m")
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_ESCAPE)
    assert pilot.everywhere == ()
    assert chosen(pilot.space()) == "lek-2"
    pilot.press(pygame.K_ESCAPE)
    assert pilot.everywhere != ()


def test_decks_with_the_same_id_are_not_put_together() -> None:
    """Two files that say the same id are told apart in words, and so is a refused deck."""
    decks = (choice(1, deck_id="natt"), choice(2, deck_id="natt"), choice(3, refused="Alla kort har fel."))
    pilot = front(decks=decks)
    pilot.press(pygame.K_m, "m")
    pilot.press(pygame.K_RIGHT)
    (said,) = pilot.press(pygame.K_m, "m")
    assert isinstance(said, Say)
    assert "samma id" in said.words
    pilot.press(pygame.K_RIGHT)
    assert pilot.press(pygame.K_m, "m") == (Say("Alla kort har fel."),)
    assert chosen(pilot.space()) == "lek-1"


def test_decks_that_were_together_are_so_again() -> None:
    """Back from the names, and from a command line that named two, they are still put together."""
    pilot = front(3, preparation=Preparation(deck="lek-2|lek-3"))
    assert chosen(pilot.space()) == "lek-2|lek-3"
    pilot.decks = pilot.decks[:2]
    pilot.screen.shown(pilot.scene)
    assert chosen(pilot.space()) == "lek-2"
