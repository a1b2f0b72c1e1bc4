"""All language versions of the decks that a session plays, and how a card is found among them.

The first language version of a deck is the reference: its numbers of prompts and options are
those that the rules count with. Another version is shown only when it has the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.core.cards import SCALE_STEPS, Card, CardKey, Deck, Kind, card_key
from game.core.plan import ThemeKey, theme_key


@dataclass(frozen=True)
class Edition:
    """A card as one language version has it."""

    card: Card
    deck: Deck


@dataclass(frozen=True)
class Shelf:
    """The decks of one session, every language version of each."""

    decks: tuple[Deck, ...]

    @cached_property
    def _editions(self) -> dict[CardKey, tuple[Edition, ...]]:
        found: dict[CardKey, tuple[Edition, ...]] = {}
        for deck in self.decks:
            for card in deck.cards:
                key = card_key(deck.id, card.id)
                found[key] = (*found.get(key, ()), Edition(card, deck))
        return found

    @cached_property
    def keys(self) -> tuple[CardKey, ...]:
        """Every card of every deck, in the decks' order."""
        return tuple(self._editions)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that at least one deck has, in order of appearance."""
        return tuple(dict.fromkeys(deck.language for deck in self.decks))

    def card(self, key: CardKey) -> Card:
        """The reference edition's card. Raises KeyError for an unknown key."""
        return self._editions[key][0].card

    def edition(self, key: CardKey, language: str) -> Edition:
        """The card in `language` if that edition matches the reference, else the reference."""
        editions = self._editions[key]
        reference = editions[0]
        for edition in editions:
            if edition.deck.language == language and _is_same_shape(edition.card, reference.card):
                return edition
        return reference

    def theme(self, key: CardKey) -> ThemeKey | None:
        """The theme of a card among all decks."""
        edition = self._editions[key][0]
        return theme_key(edition.deck.id, edition.card.theme)

    def choices(self, key: CardKey) -> int:
        """How many things a card lets people choose between: 0 when there is no vote."""
        card = self.card(key)
        if card.kind is Kind.STATEMENT:
            return SCALE_STEPS
        return len(card.options) if card.kind is Kind.DILEMMA else 0

    def __contains__(self, key: object) -> bool:
        return key in self._editions


def _is_same_shape(card: Card, reference: Card) -> bool:
    return (
        card.kind is reference.kind
        and len(card.prompts) == len(reference.prompts)
        and len(card.options) == len(reference.options)
    )
