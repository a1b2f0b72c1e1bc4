"""What a preview leafs through: a deck's cards as the room will see them, and what is wrong with the deck.

The shell makes it from files; the screen knows neither files nor the rules by which a view comes about.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from pygame import Surface

from game.core.views import TableView
from game.i18n import Translator


class Face(StrEnum):
    """What a room sees of a card in the course of its turn. The values are used in names of files."""

    FRONT = "card"
    """As it is read."""
    VOTE = "vote"
    """With what people choose between; for a dilemma and a statement."""
    PROMPTS = "prompts"
    """With every prompt opened; for a card that has some."""


class CardSet(Protocol):
    """A deck's cards in one language. Indices run from 0 to below `len`."""

    def __len__(self) -> int:
        """How many cards there are."""

    def card_id(self, index: int) -> str:
        """The card's id, the same in every language."""

    def index_of(self, card_id: str) -> int | None:
        """Where a card is; None when it is gone."""

    def title(self, index: int) -> str:
        """The card's title; empty when it has none."""

    def note(self, index: int) -> str:
        """The note for the facilitator; empty when there is none."""

    def faces(self, index: int) -> tuple[Face, ...]:
        """The faces that the card has, in the order of a turn; the front first."""

    def view(self, index: int, face: Face) -> TableView:
        """What the shared screen shows of that face."""


class PreviewSource(Protocol):
    """One deck in all its languages, and what is wrong with it now."""

    @property
    def back(self) -> int:
        """Index of the deck's back colour."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the deck; none when nothing of it can be shown."""

    def refresh(self) -> bool:
        """Take up what has changed in the deck's files; whether anything has."""

    def title(self, language: str) -> str:
        """The deck's title; the file's name when it has none."""

    def cards(self, language: str) -> CardSet:
        """The cards with that language first; empty when nothing can be shown."""

    def picture(self, deck: str, path: str) -> Surface | None:
        """(deck id, relative path) → the picture; None when it is missing."""

    def fault(self, _: Translator) -> str:
        """The worst that is wrong, with its file, line and column, in words; empty when nothing is."""

    def faults(self, _: Translator) -> tuple[str, ...]:
        """Everything that is wrong and every advice, each with its place, in words."""

    def advice(self, card_id: str, language: str, _: Translator) -> tuple[str, ...]:
        """What may be better for the room on a card, in words."""
