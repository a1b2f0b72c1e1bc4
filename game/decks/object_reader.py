"""Reads one object of a deck (the deck itself, a theme, a card) against the table of fields.

Every value comes out as what `game.core.cards` wants, or as its default with a fault in the log. What
goes together across objects (ids, themes, kinds) is the reader's business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from game.decks.fault_codes import FaultCode
from game.decks.faults import FaultLog, Severity
from game.decks.nodes import ListNode, Node, ObjectNode, Place, Scalar
from game.decks.schema import LANGUAGE_PATTERN, Field, FieldType, Owner, fields_of
from game.decks.texts import clean_line, clean_paragraphs, first_unprintable

_INTEGER = re.compile(r"[+-]?[0-9]{1,9}")
_LANGUAGE = re.compile(LANGUAGE_PATTERN)


class ObjectReader:
    """The values of one object by name; reading a value reports what is wrong with it."""

    def __init__(self, owner: Owner, node: ObjectNode, log: FaultLog) -> None:
        self.place = node.place
        self.is_lost = False
        """Whether a fault has cost more than the faulty entry: the card or the whole deck."""
        self._fields = fields_of(owner)
        self._owner = owner
        self._log = log
        self._nodes: dict[str, Node] = {}
        self._faulty: set[str] = set()
        self._take_keys(node)

    def _take_keys(self, node: ObjectNode) -> None:
        first: dict[str, Place] = {}
        for key, value in node.pairs:
            if not isinstance(key, Scalar):
                self._log.add(Severity.ENTRY_IGNORED, FaultCode.KEY_NOT_TEXT, key.place)
            elif key.value in first:
                values: dict[str, str | int] = {"key": key.value, "first": first[key.value][0]}
                self._log.add(Severity.ENTRY_IGNORED, FaultCode.DUPLICATE_KEY, key.place, values)
            else:
                first[key.value] = key.place
                if key.value not in self._fields:
                    self._unknown(key)
                elif not (isinstance(value, Scalar) and value.is_null):
                    self._nodes[key.value] = value

    def _unknown(self, key: Scalar) -> None:
        mistaken = {word: field.name for field in self._fields.values() for word in field.mistaken}
        # A word known to be mistaken for a key is nearer than one with similar letters.
        meant = mistaken.get(key.value.lower())
        guess = (meant, [meant]) if meant else (key.value, self._fields)
        values = {"key": key.value, "known": ", ".join(self._fields)}
        self._log.add(Severity.ENTRY_IGNORED, FaultCode.UNKNOWN_KEY, key.place, values, guess)

    def has_fault(self, name: str) -> bool:
        """Whether a bad value of that field has been reported."""
        return name in self._faulty

    def node(self, name: str) -> Node | None:
        """The value's node as it stands in the file; None when nothing is written."""
        return self._nodes.get(name)

    def place_of(self, name: str) -> Place:
        """Where the value stands; the object's own place when it is missing."""
        node = self._nodes.get(name)
        return self.place if node is None else node.place

    def places(self) -> dict[str, tuple[Place, ...]]:
        """Where each written value begins; after a list's own place come those of its kept entries."""
        return {name: _places(node) for name, node in self._nodes.items()}

    def fault(
        self,
        name: str,
        code: FaultCode,
        values: Mapping[str, str | int] | None = None,
        place: Place | None = None,
    ) -> None:
        """Report a bad value of a field, at what it costs by the table."""
        field = self._fields[name]
        self._mark(field)
        self._log.add(field.costs, code, place or self.place_of(name), {"key": name, **(values or {})})

    def _mark(self, field: Field) -> None:
        self._faulty.add(field.name)
        if field.costs is not Severity.ENTRY_IGNORED:
            self.is_lost = True

    def text(self, name: str) -> str:
        """A line or paragraphs, cleaned; empty when missing or faulty."""
        field, node = self._fields[name], self._nodes.get(name)
        text = ""
        if node is not None:
            checked = self._checked_text(field, node)
            if checked is None:
                return ""
            text = checked
        if field.required and not text:
            self.fault(name, FaultCode.MISSING)
        return text

    def lines(self, name: str) -> tuple[str, ...]:
        """The entries of a list of lines; empty when missing or faulty, or when they are too few."""
        field, node = self._fields[name], self._nodes.get(name)
        if node is None:
            return self._enough(field, ())
        if not isinstance(node, ListNode) or node.tag:
            self.fault(name, FaultCode.NOT_A_LIST)
            return ()
        if len(node.entries) > field.entries:
            self.fault(name, FaultCode.TOO_MANY_ENTRIES, {"number": len(node.entries), "high": field.entries})
            return ()
        texts = []
        for entry in node.entries:
            text = "" if isinstance(entry, Scalar) and entry.is_null else self._checked_text(field, entry)
            if text == "":
                self._log.add(Severity.ENTRY_IGNORED, FaultCode.EMPTY_ENTRY, entry.place, {"key": name})
            elif text is not None:
                texts.append(text)
        return self._enough(field, tuple(texts))

    def _enough(self, field: Field, texts: tuple[str, ...]) -> tuple[str, ...]:
        # A faulty entry has been reported and is not counted as missing too.
        if len(texts) < field.low and not self.has_fault(field.name):
            values = {"number": len(texts), "low": field.low, "high": field.entries}
            self.fault(field.name, FaultCode.TOO_FEW_ENTRIES, values)
        return texts

    def number(self, name: str) -> int | None:
        """A whole number within its bounds; None when missing or faulty."""
        field, node = self._fields[name], self._nodes.get(name)
        if node is None:
            return None
        written = self._scalar(field, node)
        if written is None:
            return None
        bounds = {"low": field.low, "high": field.high}
        if not (isinstance(node, Scalar) and node.is_plain and _INTEGER.fullmatch(written)):
            self.fault(name, FaultCode.NOT_A_NUMBER, {"value": written, **bounds})
            return None
        number = int(written)
        if not field.low <= number <= field.high:
            code = FaultCode.FORMAT_UNKNOWN if name == "format" else FaultCode.NUMBER_OUTSIDE
            self.fault(name, code, {"value": number, **bounds})
            return None
        return number

    def choice(self, name: str, default: str) -> str:
        """One of the field's choices; `default` when missing or faulty."""
        field, node = self._fields[name], self._nodes.get(name)
        written = None if node is None else self._scalar(field, node)
        if node is None or written is None:
            return default
        if written in field.choices:
            return written
        self._mark(field)
        self._choose(field.costs, FaultCode.UNKNOWN_CHOICE, field, written, node.place)
        return default

    def name(self, name: str, default: str) -> str:
        """One of the field's names; `default`, with a warning, when it is another one."""
        field, node = self._fields[name], self._nodes.get(name)
        written = None if node is None else self._scalar(field, node)
        if node is None or not written:
            return default
        if written in field.choices:
            return written
        self._choose(Severity.WARNING, FaultCode.UNKNOWN_NAME, field, written, node.place, used=default)
        return default

    def written(self, name: str) -> str | None:
        """A single value as it is written, unchecked; None when missing or not a single value."""
        node = self._nodes.get(name)
        return None if node is None else self._scalar(self._fields[name], node)

    def short(self, name: str) -> str | None:
        """As `written`, but no longer than the field may be; a longer value is a fault."""
        written, field = self.written(name), self._fields[name]
        if written is None or len(written) <= field.high:
            return written
        self.fault(name, FaultCode.TOO_LONG, {"length": len(written), "high": field.high})
        return None

    def language(self, default: str) -> str:
        """A language code; `default` when missing or faulty."""
        written = self.written("language")
        if written is None or _LANGUAGE.fullmatch(written):
            return written or default
        self.fault("language", FaultCode.BAD_LANGUAGE, {"value": written, "used": default})
        return default

    def _choose(
        self, severity: Severity, code: FaultCode, field: Field, written: str, place: Place, used: str = ""
    ) -> None:
        guess: tuple[str, Iterable[str]] = (written, field.choices)
        values = {"key": field.name, "value": written, "known": ", ".join(field.choices), "used": used}
        self._log.add(severity, code, place, values, guess)

    def _scalar(self, field: Field, node: Node) -> str | None:
        if node.tag:
            self.fault(field.name, FaultCode.TAG, {"tag": node.tag}, node.place)
        elif not isinstance(node, Scalar):
            self.fault(field.name, FaultCode.NOT_TEXT, place=node.place)
        else:
            return node.value
        return None

    def _checked_text(self, field: Field, node: Node) -> str | None:
        """The cleaned text, perhaps empty; None when it is faulty, which is then reported."""
        raw = self._scalar(field, node)
        if raw is None or not isinstance(node, Scalar):
            return None
        if len(raw) > 100 * field.high:
            # Not worth cleaning: white space alone cannot be what makes it too long.
            self.fault(field.name, FaultCode.TOO_LONG, {"length": len(raw), "high": field.high}, node.place)
            return None
        if character := first_unprintable(raw):
            shown = f"U+{ord(character):04X}"
            self.fault(field.name, FaultCode.UNPRINTABLE, {"character": shown}, node.place)
            return None
        is_text = field.type is FieldType.TEXT
        text = clean_paragraphs(raw, node.is_folded) if is_text else clean_line(raw)
        if len(text) <= field.high:
            return text
        sizes = {"length": len(text), "high": field.high}
        if self._owner is Owner.CARD:
            self.fault(field.name, FaultCode.TOO_LONG, sizes, node.place)
            return None
        self._log.add(Severity.ENTRY_IGNORED, FaultCode.SHORTENED, node.place, {"key": field.name, **sizes})
        return text[: field.high - 1].rstrip() + "…"


def _places(node: Node) -> tuple[Place, ...]:
    if isinstance(node, ListNode):
        # An empty entry is passed over, and the ones after it move up.
        kept = (x.place for x in node.entries if not _is_empty(x))
        return (node.place, *kept)
    return (node.place,)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_null or not node.value.strip())
