"""What comes out of fetching a deck from a sheet."""

from __future__ import annotations

from dataclasses import dataclass

from game.core.cards import Deck
from game.decks.faults import Fault


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """A deck out of a sheet, or the faults that tell why there is none, or both."""

    deck: Deck | None
    """None when nothing could be fetched."""
    yaml: str
    """The same deck as a YAML file's text; empty without one."""
    faults: tuple[Fault, ...]
    """Line and column are row and column of the sheet; warnings included."""
    left_out: int
    """How many rows with cards are not in it."""

    @property
    def cards(self) -> int:
        """How many cards the deck has; 0 without one."""
        return len(self.deck.cards) if self.deck is not None else 0
