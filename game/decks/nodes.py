"""YAML made into nodes that know their line and column, within bounds and without recursion.

PyYAML's own composing and constructing is not used: thirty thousand nested brackets crash the process
there, merge keys and aliases can be made to explode, and `no` becomes False. The event stream is walked
once instead; it stops at the first bound that is passed. This module knows nothing of decks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.decks.fault_codes import FaultCode

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # A PyYAML built without libyaml: five times slower, the same events.
    from yaml import SafeLoader as Loader  # type: ignore[assignment]  # Both have the parser's interface.

MAX_ALIASES = 1_000
MAX_NODES = 500_000
"""Values in one file, aliases counted at their full size. 10,000 cards with every field have 420,000."""

_YAML_TYPES = ("str", "int", "float", "bool", "null", "seq", "map")
_STANDARD_TAGS = frozenset({None, "!"} | {f"tag:yaml.org,2002:{name}" for name in _YAML_TYPES})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FOLDED_STYLES = frozenset({">", "", None})

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""

Place = tuple[int, int]
"""Line and column, from 1."""


@dataclass(slots=True)
class Scalar:
    """A value as it was written, whatever YAML would make of it."""

    value: str
    style: str | None
    """`|`, `>` or a quotation mark; empty or None for a bare value."""
    tag: str
    """A tag of the writer's own; empty for none and for YAML's standard ones."""
    place: Place

    @property
    def is_plain(self) -> bool:
        """Whether it stands there bare, without quotation marks."""
        return not self.style

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: empty, `~` or `null`, without quotation marks."""
        return self.is_plain and self.value in _NULLS and not self.tag

    @property
    def is_folded(self) -> bool:
        """Whether YAML has joined its lines, so that a line break stands for a blank line."""
        return self.style in _FOLDED_STYLES


@dataclass(slots=True)
class ListNode:
    """A YAML sequence."""

    tag: str
    place: Place
    entries: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class ObjectNode:
    """A YAML mapping: its keys in the order of the file, doubles included."""

    tag: str
    place: Place
    pairs: list[tuple[Node, Node]] = field(default_factory=list)


Node = Scalar | ListNode | ObjectNode


class NotReadableError(Exception):
    """The text cannot be read as YAML within the bounds."""

    def __init__(self, code: FaultCode, place: Place, values: Mapping[str, str | int] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.values = values or {}


@dataclass(slots=True)
class Composed:
    """The first document of a text."""

    root: Node | None
    """None when there is nothing in it."""
    next_document: Place | None
    """Where a second document begins, which is not read."""


@dataclass(slots=True)
class _Anchor:
    """What an alias brings with it; `node` is None while the anchored thing is still open."""

    node: Node | None = None
    size: int = 0
    height: int = 0


@dataclass(slots=True)
class _Open:
    """A list or an object that has begun and not ended."""

    node: ListNode | ObjectNode
    anchor: str | None
    nodes_before: int
    height: int = 1
    """How many lists and objects lie in one another here, this one included."""
    key: Node | None = None


def compose(text: str, max_depth: int) -> Composed:
    """The first document of `text` as nodes.

    Raises `NotReadableError` for what is no YAML or passes a bound; it never recurses.
    """
    composer = _Composer(max_depth)
    try:
        for event in yaml.parse(text, Loader=Loader):
            if composer.is_done and type(event) is not yaml.StreamEndEvent:
                return Composed(composer.root, _place(event))
            composer.take(event)
    except yaml.YAMLError as error:
        if composer.is_done:  # The first document is whole; what follows is not ours to judge.
            return Composed(composer.root, _error_place(error, text))
        raise _not_yaml(error, text) from error
    return Composed(composer.root, None)


class _Composer:
    def __init__(self, max_depth: int) -> None:
        self.root: Node | None = None
        self.is_done = False
        self._max_depth = max_depth
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchor] = {}
        self._nodes = 0
        self._aliases = 0

    def take(self, event: Any) -> None:
        """Take in the next event of the stream."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent:
            self._begin(ObjectNode(_tag(event), _place(event)), event.anchor)
        elif kind is SequenceStartEvent:
            self._begin(ListNode(_tag(event), _place(event)), event.anchor)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._end()
        elif kind is AliasEvent:
            self._alias(event)
        elif kind is DocumentEndEvent:
            self.is_done = True

    def _scalar(self, event: ScalarEvent) -> None:
        node = Scalar(event.value, event.style, _tag(event), _place(event))
        if self._open and node.value == "<<" and node.is_plain:
            top = self._open[-1]
            if type(top.node) is ObjectNode and top.key is None:
                raise NotReadableError(FaultCode.MERGE_KEY, node.place)
        self._count(1, node.place)
        if event.anchor:
            self._anchors[event.anchor] = _Anchor(node, 1)
        self._put(node, 0)

    def _begin(self, node: ListNode | ObjectNode, anchor: str | None) -> None:
        if len(self._open) >= self._max_depth:
            raise NotReadableError(FaultCode.TOO_DEEP, node.place, {"limit": self._max_depth})
        self._open.append(_Open(node, anchor, self._nodes))
        self._count(1, node.place)
        if anchor:
            self._anchors[anchor] = _Anchor()

    def _end(self) -> None:
        closed = self._open.pop()
        if closed.anchor:
            size = self._nodes - closed.nodes_before
            self._anchors[closed.anchor] = _Anchor(closed.node, size, closed.height)
        self._put(closed.node, closed.height)

    def _alias(self, event: AliasEvent) -> None:
        place = _place(event)
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise NotReadableError(FaultCode.TOO_MANY_ALIASES, place, {"limit": MAX_ALIASES})
        name = event.anchor or ""
        anchor = self._anchors.get(name)
        if anchor is None:
            raise NotReadableError(FaultCode.YAML_ALIAS, place)
        if anchor.node is None:
            raise NotReadableError(FaultCode.ALIAS_IN_ITSELF, place, {"name": name})
        self._count(anchor.size, place)
        if len(self._open) + anchor.height > self._max_depth:
            raise NotReadableError(FaultCode.TOO_DEEP, place, {"limit": self._max_depth})
        node = anchor.node
        if isinstance(node, Scalar):  # A copy, so that a fault is shown where the alias stands.
            node = Scalar(node.value, node.style, node.tag, place)
        self._put(node, anchor.height)

    def _count(self, nodes: int, place: Place) -> None:
        self._nodes += nodes
        if self._nodes > MAX_NODES:
            raise NotReadableError(FaultCode.TOO_MANY_NODES, place, {"limit": MAX_NODES})

    def _put(self, node: Node, height: int) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if height >= top.height:
            top.height = height + 1
        if isinstance(top.node, ListNode):
            top.node.entries.append(node)
        elif top.key is None:
            top.key = node
        else:
            top.node.pairs.append((top.key, node))
            top.key = None


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _tag(event: Any) -> str:
    return "" if event.tag in _STANDARD_TAGS else str(event.tag)


# What PyYAML and libyaml say, and what the writer has most often done. The first that is found counts.
_PROBLEMS = (
    ("mapping values are not allowed", FaultCode.YAML_COLON),
    ("cannot start any token", FaultCode.YAML_TAB),
    ("tab character", FaultCode.YAML_TAB),
    ("violate indentation", FaultCode.YAML_TAB),
    ("unexpected end of stream", FaultCode.YAML_QUOTE),
    ("undefined alias", FaultCode.YAML_ALIAS),
    ("did not find expected alphabetic or numeric", FaultCode.YAML_ALIAS),
    ("expected alphabetic or numeric", FaultCode.YAML_ALIAS),
    ("could not find expected ':'", FaultCode.YAML_INDENT),
    ("expected <block end>", FaultCode.YAML_INDENT),
    ("did not find expected key", FaultCode.YAML_INDENT),
    ("did not find expected '-' indicator", FaultCode.YAML_INDENT),
    ("block sequence entries are not allowed", FaultCode.YAML_INDENT),
)


def _not_yaml(error: yaml.YAMLError, text: str) -> NotReadableError:
    said = " ".join(
        str(part) for part in (getattr(error, "problem", None), getattr(error, "context", None)) if part
    )
    code = next((code for words, code in _PROBLEMS if words in said), FaultCode.YAML_SYNTAX)
    if code is FaultCode.YAML_QUOTE and getattr(error, "context_mark", None) is not None:
        # The end of the file tells nothing; where the quotation mark was opened does.
        mark = error.context_mark  # type: ignore[attr-defined]  # Asked for on the line above.
        return NotReadableError(code, (mark.line + 1, mark.column + 1))
    return NotReadableError(code, _error_place(error, text), {"reason": said or type(error).__name__})


def _error_place(error: yaml.YAMLError, text: str) -> Place:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        # When the file ends without a line break, libyaml names a line after the last one.
        lines = _LINE_BREAK.split(text)
        last = len(lines) - 1
        return (last + 1, len(lines[last]) + 1) if mark.line > last else (mark.line + 1, mark.column + 1)
    position = getattr(error, "position", None)  # A ReaderError has no mark.
    if not isinstance(position, int):
        return 1, 1
    before = text[:position]
    return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1
