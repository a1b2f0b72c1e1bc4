"""The decks that come with the program, held to the format and to the guide for writing cards."""

from __future__ import annotations

import pytest

from game.core.cards import READ_CHARACTERS, Deck, Kind
from game.decks import DeckListing, Library, check_paths, load_decks
from game.i18n import LANGUAGES, translator
from game.resources import cards_folder

LISTINGS = Library.build([cards_folder()]).listings
each_deck = pytest.mark.parametrize("listing", LISTINGS, ids=[f"{x.id}-{x.path.name}" for x in LISTINGS])


def test_there_are_decks() -> None:
    """The program comes with decks to play, and without files that are none."""
    assert {"service", "kollegor"} <= {listing.id for listing in LISTINGS}


def test_shipped_decks_are_clean() -> None:
    """Checking them gives neither a fault nor a warning, language versions against each other included."""
    assert check_paths([cards_folder()], translator("sv")) == (0, [])


@each_deck
def test_a_shipped_deck_has_both_languages_and_the_same_cards(listing: DeckListing) -> None:
    """Swedish and English have the same card ids in the same order, kinds, themes and intensities."""
    assert listing.languages == LANGUAGES
    swedish, english = load_decks(listing)
    assert _frame(swedish) == _frame(english)
    assert [(x.id, x.color, x.icon) for x in swedish.themes] == [
        (x.id, x.color, x.icon) for x in english.themes
    ]


def _frame(deck: Deck) -> list[tuple[object, ...]]:
    return [
        (card.id, card.kind, card.theme, card.intensity, card.scale, len(card.prompts), len(card.options))
        for card in deck.cards
    ]


@each_deck
def test_a_shipped_deck_is_complete(listing: DeckListing) -> None:
    """At least 30 cards, every kind and intensity, unused themes none, about, author and licence told."""
    for deck in load_decks(listing):
        assert len(deck.cards) >= 30
        assert {card.kind for card in deck.cards} == set(Kind)
        assert {card.intensity for card in deck.cards} == {1, 2, 3}
        assert {card.theme for card in deck.cards} == {theme.id for theme in deck.themes}
        assert deck.about
        assert deck.author
        assert deck.licence


@each_deck
def test_every_shipped_card_is_complete(listing: DeckListing) -> None:
    """A title, 3–5 prompts, a note, a plain-language text, text on one page, and a way out of a dilemma."""
    for deck in load_decks(listing):
        for card in deck.cards:
            name = f"{deck.language}/{card.id}"
            assert card.title, name
            assert 3 <= len(card.prompts) <= 5, name
            assert card.note, name
            assert card.easy, name
            assert len(card.text) <= READ_CHARACTERS, name
            assert card.easy != card.text, name


@each_deck
def test_titles_and_prompts_are_not_repeated(listing: DeckListing) -> None:
    """No two cards of a deck have the same title, text or whole set of prompts."""
    for deck in load_decks(listing):
        for values in ([card.title for card in deck.cards], [card.text for card in deck.cards]):
            assert len(set(values)) == len(values)
        assert len({card.prompts for card in deck.cards}) == len(deck.cards)
