"""Reads the cards of a deck, leaves out the faulty ones and gives ids to those that name none."""

from __future__ import annotations

import re
from pathlib import Path

from game.core.cards import Card, CardId, Kind, Scale, ThemeId
from game.decks.fault_codes import FaultCode
from game.decks.faults import FaultLog, Severity
from game.decks.nodes import ListNode, Node, ObjectNode, Place, Scalar
from game.decks.object_reader import ObjectReader
from game.decks.pictures import PICTURE_BOUNDS, picture_fault
from game.decks.places import FieldPlaces
from game.decks.schema import DEFAULT_INTENSITY, ID_PATTERN, MAX_CARDS, MAX_THEME_ID_CHARACTERS, Owner
from game.decks.texts import MAX_ID_CHARACTERS, UniqueIds, clean_line, id_from, shown
from game.decks.theme_reader import ThemesReader

_ID = re.compile(ID_PATTERN)


class CardsReader:
    """The cards of one deck, once read."""

    def __init__(self, entries: list[Node], folder: Path, themes: ThemesReader, log: FaultLog) -> None:
        self.cards: list[Card] = []
        self.left_out = max(0, len(entries) - MAX_CARDS)
        self.fields: dict[CardId, tuple[Place, FieldPlaces]] = {}
        self._folder = folder
        self._themes = themes
        self._log = log
        self._id_lines: dict[str, int] = {}
        # Ids that are written out are never given to a card that names none.
        self._free_ids = UniqueIds(_plain_value(entry, "id") for entry in entries)
        if self.left_out:
            values = {"number": len(entries), "high": MAX_CARDS}
            log.add(Severity.CARD_LEFT_OUT, FaultCode.TOO_MANY_CARDS, entries[MAX_CARDS].place, values)
        for number, entry in enumerate(entries[:MAX_CARDS], start=1):
            log.card = shown(_plain_value(entry, "title") or _plain_value(entry, "id") or str(number))
            self._read_entry(entry, number)
        log.card = ""

    def _read_entry(self, entry: Node, number: int) -> None:
        if isinstance(entry, Scalar) and entry.is_null:
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.EMPTY_ENTRY, entry.place, {"key": "cards"})
            return
        if not isinstance(entry, ObjectNode) or entry.tag:
            values = {"key": "cards", "example": "- text: …"}
            self._log.add(Severity.CARD_LEFT_OUT, FaultCode.NOT_AN_OBJECT, entry.place, values)
            self.left_out += 1
            return
        fields = ObjectReader(Owner.CARD, entry, self._log)
        card = self._card(fields, number)
        if fields.is_lost:
            self.left_out += 1
        else:
            self.cards.append(card)
            self.fields[card.id] = entry.place, fields.places()

    def _card(self, fields: ObjectReader, number: int) -> Card:
        kind = Kind(fields.choice("kind", Kind.SITUATION))
        title = fields.text("title")
        intensity = fields.number("intensity")
        return Card(
            id=self._id(fields, title, number),
            kind=kind,
            theme=self._theme(fields),
            intensity=DEFAULT_INTENSITY if intensity is None else intensity,
            title=title,
            text=fields.text("text"),
            easy=fields.text("easy"),
            image=self._picture(fields),
            options=self._options(fields, kind),
            scale=self._scale(fields, kind),
            prompts=fields.lines("prompts"),
            note=fields.text("note"),
            minutes=fields.number("minutes"),
        )

    def _id(self, fields: ObjectReader, title: str, number: int) -> CardId:
        written = written_id(fields)
        if not written:
            # A number is the same in every language; a title survives a new order.
            used = self._free_ids.take(id_from(title) or f"kort-{number}")
        elif written in self._id_lines:
            used = self._free_ids.take(written)
            first = self._id_lines[written]
            fields.fault("id", FaultCode.DUPLICATE_ID, {"value": written, "first": first, "used": used})
        else:
            used = written
            self._free_ids.reserve(used)
        self._id_lines[used] = fields.place[0]
        return CardId(used)

    def _options(self, fields: ObjectReader, kind: Kind) -> tuple[str, ...]:
        if kind is Kind.DILEMMA:
            return fields.lines("options")
        node = fields.node("options")
        if node is not None and not (isinstance(node, ListNode) and not node.entries):
            self._wrong_kind(fields, "options", Kind.DILEMMA, kind)
        return ()

    def _scale(self, fields: ObjectReader, kind: Kind) -> Scale | None:
        if kind is Kind.STATEMENT:
            return Scale(fields.choice("scale", Scale.AGREE))
        if fields.node("scale") is not None:
            self._wrong_kind(fields, "scale", Kind.STATEMENT, kind)
        return None

    def _wrong_kind(self, fields: ObjectReader, name: str, kind: Kind, actual: Kind) -> None:
        if fields.has_fault("kind"):
            return  # Nobody knows what kind it was meant to be.
        values = {"key": name, "kind": kind.value, "actual": actual.value}
        self._log.add(Severity.ENTRY_IGNORED, FaultCode.WRONG_KIND, fields.place_of(name), values)

    def _theme(self, fields: ObjectReader) -> ThemeId | None:
        written = clean_line((fields.written("theme") or "")[: 4 * MAX_THEME_ID_CHARACTERS])
        if written in self._themes.themes:
            return ThemeId(written)
        if written and self._themes.are_all_known:
            place, guess = fields.place_of("theme"), (written, self._themes.themes)
            values = {"value": written}
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.UNKNOWN_THEME, place, values, guess)
        return None

    def _picture(self, fields: ObjectReader) -> str | None:
        written = fields.short("image")
        if written is None:
            return None
        code = picture_fault(self._folder, written)
        if code is None:
            return written
        if code is FaultCode.PICTURE_MISSING:
            self._log.add(Severity.WARNING, code, fields.place_of("image"), {"value": written})
        else:
            fields.fault("image", code, {"value": written, **PICTURE_BOUNDS})
        return None


def written_id(fields: ObjectReader) -> str:
    """The id of a deck or card as it is written, mended where it must be; empty when there is none."""
    written = fields.written("id")
    if written is None or (len(written) <= MAX_ID_CHARACTERS and _ID.fullmatch(written)):
        return written or ""
    mended = id_from(written)
    # With nothing left to mend, an example says what an id looks like.
    fields.fault("id", FaultCode.BAD_ID, {"value": written, "used": mended or "mitt-id"})
    return mended


def _plain_value(entry: Node, name: str) -> str:
    """What a card has under a key, before it is checked; empty when there is nothing simple."""
    if isinstance(entry, ObjectNode):
        for key, value in entry.pairs:
            if isinstance(key, Scalar) and key.value == name:
                return value.value if isinstance(value, Scalar) and not value.is_null else ""
    return ""
