"""What a deck holds, as the rules see it.

This module knows neither files nor screens: `game.decks` makes these values from YAML, and
`game.session` keeps a snapshot of them in the journal. All values are frozen.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

DeckId = NewType("DeckId", str)
"""A deck's `id`; the language versions of one deck share it."""

CardId = NewType("CardId", str)
"""A card's `id` within its deck; shared by the language versions."""

ThemeId = NewType("ThemeId", str)

CardKey = NewType("CardKey", str)
"""`deck id/card id`: one card among all decks of a session, whatever the language."""

READ_CHARACTERS = 420
"""Card text up to this length fits in `read` on one page at 4.5 vh."""

OWN_CARD_CHARACTERS = 400


class Kind(StrEnum):
    """What a card asks of the group."""

    SITUATION = "situation"
    QUESTION = "question"
    STATEMENT = "statement"
    DILEMMA = "dilemma"
    FACT = "fact"
    OWN = "own"


class Scale(StrEnum):
    """The four steps of a statement: agree … disagree, or often … seldom."""

    AGREE = "agree"
    OFTEN = "often"


SCALE_STEPS = 4


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a deck: what its cards are about."""

    id: ThemeId
    name: str
    """As shown on the card, at most 60 characters."""
    color: str
    """A name from the list of theme colours in `docs/deck-format.md`."""
    icon: str
    """A name from the list of theme icons in `docs/deck-format.md`."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card in one language. `prompts` and `note` are secret until revealed (see `views`)."""

    id: CardId
    kind: Kind
    theme: ThemeId | None
    intensity: int
    """1 easy … 3 close to the bone."""
    title: str
    """At most 60 characters; empty when the deck gives none."""
    text: str
    """Paragraphs separated by blank lines; at most 1,200 characters."""
    easy: str
    """The same in plain language (lättläst); empty when there is none."""
    image: str | None
    """Path relative to the deck's folder, with `/`; never leads out of it."""
    options: tuple[str, ...]
    """2–6 for a dilemma, else empty; at most 80 characters each."""
    scale: Scale | None
    """For a statement; else None."""
    prompts: tuple[str, ...]
    """At most 8 discussion prompts, at most 140 characters each."""
    note: str
    """For the facilitator alone."""
    minutes: int | None
    """The deck's own estimate for the whole turn; None when the preset decides."""


@dataclass(frozen=True, slots=True)
class Deck:
    """One deck in one language: what is playable of it, faulty cards left out."""

    id: DeckId
    language: str
    """`sv` or `en`; other codes are kept as written."""
    title: str
    about: str
    author: str
    licence: str
    themes: tuple[Theme, ...]
    cards: tuple[Card, ...]

    def theme(self, theme_id: ThemeId | None) -> Theme | None:
        """The theme with that id, or None."""
        return next((theme for theme in self.themes if theme.id == theme_id), None)

    def card(self, card_id: CardId) -> Card | None:
        """The card with that id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)


def card_key(deck: DeckId, card: CardId) -> CardKey:
    """The key of a card among all decks of a session."""
    return CardKey(f"{deck}/{card}")
