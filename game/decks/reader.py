"""Reads one deck file: bytes → text → nodes → `Deck`, with every fault at its line and column.

Nothing in a file makes it raise, run code, leave the deck's folder or use unbounded time. A deck with
faulty cards is read with the good ones. This module knows no other file than the one it reads.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.core.cards import Card, CardId, Deck, DeckId
from game.decks.card_reader import CardsReader, written_id
from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity
from game.decks.file_names import deck_id_of, language_of, language_suffix
from game.decks.nodes import ListNode, NotReadableError, ObjectNode, Place, Scalar, compose
from game.decks.object_reader import ObjectReader
from game.decks.places import Places
from game.decks.schema import MAX_DEPTH, Owner
from game.decks.source import source_of
from game.decks.texts import id_from, shown
from game.decks.theme_reader import ThemesReader


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came out of one file: a deck, or faults that tell why not, or both."""

    deck: Deck | None
    """None when the deck is refused."""
    faults: tuple[Fault, ...]
    """In the order of the file, warnings included."""
    left_out: int
    """How many cards are left out."""
    path: Path
    deck_id: DeckId
    """As far as it is known, for a refused deck too."""
    language: str
    """As far as it is known, for a refused deck too."""
    title: str
    """As far as it is known; empty for a file that could not be read at all."""
    fields: Places = field(default_factory=Places)
    """Where the cards, the themes and all their fields stand."""

    @property
    def places(self) -> dict[CardId, Place]:
        """Line and column, from 1, of the cards in `deck`; made anew every time, so not for a loop."""
        return {card: place for card, (place, _) in self.fields.cards.items()}


def read_deck(path: Path) -> ReadResult:
    """Read the deck at `path`. Never raises for anything that a file or a path can be."""
    log = FaultLog(path)
    reader = _DeckReader(path, log)
    deck: Deck | None = None
    try:
        with _no_collection():
            deck = reader.read(source_of(path))
    except NotReadableError as error:
        log.add(Severity.DECK_REFUSED, error.code, error.place, error.values)
    return reader.result(deck)


def read_nodes(root: ObjectNode, path: Path, log: FaultLog) -> ReadResult:
    """Read a deck of nodes that were made of something else than YAML, as if they stood in `path`.

    The faults stand at the nodes' own places, in the file of the log, after those that it has already.
    """
    reader = _DeckReader(path, log)
    with _no_collection():
        deck = reader.read_nodes(root)
    return reader.result(deck)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the search for unused cycles until after: a large deck makes a million things and no cycle.

    Searching them over and over takes as long as half the reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _DeckReader:
    """One deck as it is read; the attributes hold at any time, however far the reading came."""

    def __init__(self, path: Path, log: FaultLog) -> None:
        self.id = deck_id_of(path)
        self.language = language_of(path)
        self.title = ""
        self.left_out = 0
        self.fields = Places()
        self._path = path
        self._log = log

    def read(self, source: str) -> Deck | None:
        """The deck in a file's text; None when it is refused. Raises `NotReadableError`."""
        composed = compose(source, MAX_DEPTH)
        if composed.next_document:
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.EXTRA_DOCUMENT, composed.next_document)
        root = composed.root
        if root is None or (isinstance(root, Scalar) and root.is_null):
            raise NotReadableError(FaultCode.FILE_EMPTY, (1, 1))
        if not isinstance(root, ObjectNode) or root.tag:
            raise NotReadableError(FaultCode.NOT_A_DECK, root.place)
        return self.read_nodes(root)

    def read_nodes(self, root: ObjectNode) -> Deck | None:
        """The deck that nodes make up; None when it is refused."""
        fields = ObjectReader(Owner.DECK, root, self._log)
        fields.number("format")
        self._read_language(fields)
        self.title = fields.text("title")
        self.id = DeckId(written_id(fields) or self.id or id_from(self.title) or "kortlek")
        about, author, licence = fields.text("about"), fields.text("author"), fields.text("licence")
        themes = ThemesReader(fields, self._log)
        self.fields = Places(fields.places(), themes.places)
        cards = self._read_cards(fields, themes)
        if fields.is_lost or not cards:
            return None
        kept_themes = tuple(themes.themes.values())
        return Deck(self.id, self.language, self.title, about, author, licence, kept_themes, tuple(cards))

    def result(self, deck: Deck | None) -> ReadResult:
        """What came out so far, with the deck that it gave."""
        faults, path = self._log.finished(), self._path
        return ReadResult(deck, faults, self.left_out, path, self.id, self.language, self.title, self.fields)

    def _read_language(self, fields: ObjectReader) -> None:
        suffix = language_suffix(self._path)
        self.language = fields.language(self.language)
        # `service.fi.yaml` with `language: fi` is the deck `service` too.
        self.id = deck_id_of(self._path, suffix or self.language)
        if suffix and suffix != self.language:
            values = {"suffix": suffix, "value": self.language}
            place = fields.place_of("language")
            self._log.add(Severity.WARNING, FaultCode.LANGUAGE_DISAGREES, place, values)

    def _read_cards(self, fields: ObjectReader, themes: ThemesReader) -> list[Card]:
        title = shown(self.title or self._path.name)
        node = fields.node("cards")
        if isinstance(node, ListNode) and not node.tag and node.entries:
            read = CardsReader(node.entries, self._path.parent, themes, self._log)
            self.left_out = read.left_out
            self.fields = replace(self.fields, cards=read.fields)
            if not read.cards:
                fields.fault("cards", FaultCode.NO_PLAYABLE_CARD, {"title": title})
            return read.cards
        if node is None or isinstance(node, ListNode):
            fields.fault("cards", FaultCode.NO_CARDS, {"title": title})
        else:
            fields.fault("cards", FaultCode.NOT_A_LIST)
        return []
