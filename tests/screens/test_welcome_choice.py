"""The welcome screen: which deck stays chosen when decks come and go, and what is kept with it."""

from __future__ import annotations

import pygame

from game.screens.base import Preparation
from tests.screens.front_pilot import choice
from tests.screens.welcome_pilot import chosen, front


def test_another_deck_forgets_the_weights_of_the_first() -> None:
    """Themes and number of cards belong to a deck; seats and pace are kept."""
    before = Preparation(deck="lek-1", weights={"service/telefon": 3}, cards=4, minutes=90)
    pilot = front(preparation=before)
    pilot.press(pygame.K_RIGHT)
    pilot.space()
    after = pilot.preparation
    assert (after.weights, after.cards, after.minutes) == ({}, None, 90)


def test_the_first_deck_keeps_the_number_of_cards_that_was_asked_for() -> None:
    """`--cards 4` without a deck is still four when a deck has been chosen on the screen."""
    pilot = front(preparation=Preparation(cards=4))
    pilot.space()
    assert pilot.preparation.cards == 4


def test_the_chosen_deck_stays_when_the_list_is_made_anew() -> None:
    """Another language or a new reading keeps the choice, and a deck that is gone is let go."""
    pilot = front(3)
    pilot.press(pygame.K_RIGHT)
    pilot.decks = tuple(reversed(pilot.decks))
    pilot.screen.shown(pilot.scene)
    assert chosen(pilot.space()) == "lek-2"
    pilot.decks = (choice(9),)
    pilot.screen.shown(pilot.scene)
    assert chosen(pilot.space()) == "lek-9"


def test_a_deck_that_comes_back_is_chosen_again() -> None:
    """A file that was gone for a moment keeps its place, unless another deck was chosen meanwhile."""
    for does_choose, expected in ((False, "lek-2"), (True, "lek-3")):
        pilot = front(3)
        pilot.press(pygame.K_RIGHT)
        there, pilot.decks = pilot.decks, (choice(1), choice(3))
        pilot.screen.shown(pilot.scene)
        if does_choose:
            pilot.press(pygame.K_RIGHT)
        pilot.decks = there
        pilot.screen.shown(pilot.scene)
        assert chosen(pilot.space()) == expected


def test_a_deck_whose_file_got_another_name_stays_chosen() -> None:
    """The id in the file tells that it is the same deck."""
    pilot = front(3)
    pilot.press(pygame.K_RIGHT)
    pilot.decks = (choice(1), choice(3), choice(2, id="nytt-namn"))
    pilot.screen.shown(pilot.scene)
    assert chosen(pilot.space()) == "nytt-namn"


def test_a_deck_that_was_prepared_elsewhere_is_chosen() -> None:
    """A deck that was just made is chosen, and what people choose after that stays."""
    pilot = front(3)
    pilot.preparation = Preparation(deck="lek-3")
    pilot.screen.shown(pilot.scene)
    assert "Service i vardagen 3 48 kort" in " ".join(pilot.words().split("\n"))
    pilot.press(pygame.K_LEFT)
    pilot.screen.shown(pilot.scene)
    assert chosen(pilot.space()) == "lek-2"
