"""Collects what is said about one deck, each thing at its place and with the card it is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from types import MappingProxyType

from game.core.cards import Card, CardId, Deck
from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity
from game.decks.nodes import Place
from game.decks.places import Places
from game.decks.reader import ReadResult
from game.decks.texts import shown

Values = Mapping[str, str | int]
_NONE: Values = MappingProxyType({})


class RoomLog:
    """The warnings about one playable deck."""

    def __init__(self, result: ReadResult, deck: Deck) -> None:
        self.deck = deck
        self.result = result
        self.places: Places = result.fields
        self._log = FaultLog(result.path)
        self._misspelt = _misspelt(result)

    def is_misspelt(self, card: Card, field: str) -> bool:
        """Whether the card has a key that was probably meant for the field, which has been told."""
        return (card.id, field) in self._misspelt

    def is_meant(self, card: Card, field: str) -> bool:
        """Whether something was written for the field, whatever came of it: one slip, one line."""
        return self.places.is_written(card.id, field) or self.is_misspelt(card, field)

    def about_card(
        self, card: Card, code: FaultCode, values: Values = _NONE, field: str = "", entry: int | None = None
    ) -> None:
        """Say something about a card, at a field of it or at an entry (from 0) of a list."""
        self._log.card = shown(card.title or card.id)
        self._log.add(Severity.WARNING, code, self.places.of_card(card.id, field, entry), values)
        self._log.card = ""

    def about_deck(self, code: FaultCode, place: Place, values: Values = _NONE) -> None:
        """Say something about the deck or a theme of it."""
        self._log.add(Severity.WARNING, code, place, values)

    def finished(self) -> tuple[Fault, ...]:
        """All warnings in the order of the file."""
        return self._log.finished()


def _misspelt(result: ReadResult) -> frozenset[tuple[CardId, str]]:
    faults = [fault for fault in result.faults if fault.code is FaultCode.UNKNOWN_KEY]
    if not faults:
        return frozenset()
    starts = sorted((place, card) for card, place in result.places.items())
    found = set()
    for fault in faults:
        index = bisect_right(starts, (fault.line, fault.column), key=lambda start: start[0]) - 1
        if index >= 0:
            found.add((starts[index][1], str(dict(fault.values).get("guess", ""))))
    return frozenset(found)
