"""Decks whose secrets can be recognised: every hidden text holds a word that occurs nowhere else.

A secret is `SECRET-<what>-<card>-<number>-<language>`, so that a view which was pickled can be
searched for all of them at once.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator

from game.core.cards import Card, CardId, CardKey, Deck, DeckId, Kind, Scale, Theme, ThemeId, card_key
from game.core.shelf import Shelf
from game.core.state import State
from game.core.views import TableView

THEMES = ("telefon", "korridor", "matsal")
_SECRET = re.compile(rb"SECRET-[a-z]+-[0-9]+-[0-9]+-[a-z]+")


def secret_card(number: int, language: str) -> Card:
    """A card that differs from its neighbours in kind, theme, intensity and number of prompts."""
    kind = tuple(Kind)[number % len(Kind)]
    theme = None if number % 4 == 3 else ThemeId(THEMES[number % 3])
    count = number % 4
    return Card(
        id=CardId(f"kort-{number}"),
        kind=kind,
        theme=theme,
        intensity=1 + number % 3,
        title="",
        text=f"Hur gör vi? SECRET-card-{number}-0-{language}",
        easy="",
        image=None,
        options=("Svara", "Vänta", "Fråga") if kind is Kind.DILEMMA else (),
        scale=Scale.AGREE if kind is Kind.STATEMENT else None,
        prompts=tuple(f"Vad hände? SECRET-prompt-{number}-{i}-{language}" for i in range(count)),
        note=f"Vänta in tystnaden. SECRET-note-{number}-0-{language}",
        minutes=None,
    )


def secret_deck(language: str, count: int = 9) -> Deck:
    """A deck in one language; the English one lacks a card and has another number of prompts on one."""
    cards = [secret_card(number, language) for number in range(count)]
    if language == "en":
        cards = [one for one in cards if one.id != "kort-4"]
        cards[1] = secret_card(1 + 6 * 4, language)
    themes = tuple(Theme(ThemeId(name), name.title(), "teal", "phone") for name in THEMES)
    return Deck(DeckId("hemlig"), language, "Hemlig", "", "", "", themes, tuple(cards))


def leaks(view: TableView, state: State) -> Iterator[str]:
    """The secrets that the shared screen was handed without being allowed to show them."""
    allowed: set[str] = set()
    if state.turn is not None and state.turn.card is not None:
        for language in state.shelf.languages:
            card = state.shelf.edition(state.turn.card, language).card
            allowed |= _found(card.text) | {
                one for index in state.turn.revealed for one in _found(card.prompts[index])
            }
    shown = {match.decode() for match in _SECRET.findall(pickle.dumps(view))}
    yield from sorted(shown - allowed)


def _found(words: str) -> set[str]:
    return {match.decode() for match in _SECRET.findall(words.encode())}


def keys_of(deck: Deck) -> tuple[CardKey, ...]:
    """The keys of a deck's cards, in order."""
    return tuple(card_key(deck.id, one.id) for one in deck.cards)


def shelf_of(*decks: Deck) -> Shelf:
    """A shelf of these decks, or of the secret ones."""
    return Shelf(decks or (secret_deck("sv"), secret_deck("en")))
