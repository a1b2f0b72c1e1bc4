"""The decks that come with the program, held to the format and to the guide for writing cards."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pytest

from game.core.cards import READ_CHARACTERS, Deck, Kind
from game.decks import DeckListing, Library, check_paths, load_decks
from game.i18n import LANGUAGES, translator
from game.resources import cards_folder

LISTINGS = Library.build([cards_folder()]).listings

MOST_TITLE_WORDS: Final = 4
MOST_EASY_WORDS: Final = 50
LEAST_NOTE_CHARACTERS: Final = 120
LAW: Final = re.compile(r"\d{4}[:/]\d+|[Bb]rottsbalken|Criminal Code")
GUIDE_MIX: Final = {
    (kind, intensity): number
    for kind, numbers in {
        Kind.SITUATION: (5, 5, 2),
        Kind.DILEMMA: (3, 4, 2),
        Kind.QUESTION: (4, 2, 0),
        Kind.STATEMENT: (3, 2, 0),
        Kind.FACT: (2, 1, 0),
        Kind.OWN: (1, 0, 0),
    }.items()
    for intensity, number in enumerate(numbers, start=1)
    if number
}
"""How many cards of each kind and intensity a deck of 36 has."""

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
    """At least 36 cards, every kind and intensity, unused themes none, about, author and licence told."""
    for deck in load_decks(listing):
        assert len(deck.cards) >= 36
        assert {card.kind for card in deck.cards} == set(Kind)
        assert {card.intensity for card in deck.cards} == {1, 2, 3}
        assert {card.theme for card in deck.cards} == {theme.id for theme in deck.themes}
        assert deck.about
        assert deck.author
        assert deck.licence


@each_deck
def test_a_shipped_deck_is_mixed_as_the_guide_says(listing: DeckListing) -> None:
    """Kinds and intensities come in the guide's numbers, so that a group of any kind has enough to draw."""
    for deck in load_decks(listing):
        counted = Counter((card.kind, card.intensity) for card in deck.cards)
        assert counted == GUIDE_MIX


@each_deck
def test_every_shipped_card_is_complete(listing: DeckListing) -> None:
    """A title, 3–5 prompts, a note, a plain-language text, text on one page, and a way out of a dilemma."""
    for deck in load_decks(listing):
        for card in deck.cards:
            name = f"{deck.language}/{card.id}"
            assert card.title, name
            assert len(card.title.split()) <= MOST_TITLE_WORDS + (deck.language == "en") * 2, name
            assert 3 <= len(card.prompts) <= 5, name
            assert all(prompt.rstrip("”’")[-1] in "?." for prompt in card.prompts), name
            assert len(card.note) >= LEAST_NOTE_CHARACTERS, name
            assert card.easy, name
            assert len(card.easy.split()) <= MOST_EASY_WORDS, name
            assert len(card.text) <= READ_CHARACTERS, name
            assert card.easy != card.text, name
            if card.kind is Kind.DILEMMA:
                assert 4 <= len(card.options) <= 6, name


@each_deck
def test_a_fact_names_its_law(listing: DeckListing) -> None:
    """The note of a fact says by number which law or rule it stands on."""
    for deck in load_decks(listing):
        for card in deck.cards:
            if card.kind is Kind.FACT:
                assert LAW.search(card.note), f"{deck.language}/{card.id}"


def test_titles_texts_and_prompts_are_not_repeated() -> None:
    """No title, text or prompt occurs twice, within a deck or across all of them."""
    for language in LANGUAGES:
        decks = [deck for x in LISTINGS for deck in load_decks(x) if deck.language == language]
        cards = [card for deck in decks for card in deck.cards]
        texts = [card.text for card in cards]
        titles = [card.title.casefold() for card in cards]
        prompts = [_bare(prompt) for card in cards for prompt in card.prompts]
        for values in (texts, titles, prompts):
            assert [value for value, times in Counter(values).items() if times > 1] == []


def test_openings_and_endings_vary() -> None:
    """Within a deck no sentence opens or ends three cards."""
    for deck in (deck for x in LISTINGS for deck in load_decks(x)):
        sentences = [re.split(r"(?<=[.?!”])\s+", card.text) for card in deck.cards]
        for place in (0, -1):
            counted = Counter(_bare(one[place]) for one in sentences)
            assert [words for words, times in counted.items() if times > 2] == [], deck.language


def _bare(words: str) -> str:
    """The words alone, so that a comma does not make a sentence another one."""
    return " ".join(re.findall(r"\w+", words.casefold()))
