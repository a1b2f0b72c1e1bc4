"""Where in a deck's file its fields stand, for what is found only once the deck is whole.

Kept beside the deck and not in it: the rules never ask where a card was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.core.cards import CardId, ThemeId
from game.decks.nodes import Place

FieldPlaces = Mapping[str, tuple[Place, ...]]
"""Field → where its value begins, and after that, for a list, where each entry that was kept begins."""

_START: Place = (1, 1)


@dataclass(frozen=True, slots=True)
class Places:
    """The places (line and column, from 1) of what was read; a field that was not written has none."""

    deck: FieldPlaces = field(default_factory=dict)
    themes: Mapping[ThemeId, tuple[Place, FieldPlaces]] = field(default_factory=dict)
    """Where the theme's id stands, and its fields."""
    cards: Mapping[CardId, tuple[Place, FieldPlaces]] = field(default_factory=dict)
    """Where the card begins, and its fields; of playable cards only."""

    def of_deck(self, name: str) -> Place:
        """Where a field of the deck stands; the file's start when it was not written."""
        return _one(self.deck, name, None, _START)

    def of_theme(self, theme: ThemeId, name: str = "") -> Place:
        """Where a theme, or a field of it, stands."""
        start, fields = self.themes.get(theme, (_START, {}))
        return _one(fields, name, None, start)

    def of_card(self, card: CardId, name: str = "", entry: int | None = None) -> Place:
        """Where a card, a field of it or an entry (from 0) of a list stands; else what it lies in."""
        start, fields = self.cards.get(card, (_START, {}))
        return _one(fields, name, entry, start)

    def is_written(self, card: CardId, name: str) -> bool:
        """Whether something stands in the file under that field, whatever came of it."""
        return name in self.cards.get(card, (_START, {}))[1]


def _one(fields: FieldPlaces, name: str, entry: int | None, otherwise: Place) -> Place:
    places = fields.get(name)
    if not places:
        return otherwise
    return places[entry + 1] if entry is not None and entry + 1 < len(places) else places[0]
