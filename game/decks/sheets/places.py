"""Places in several tables as one line and column, so that the reader of decks can carry them.

The reader knows lines of one file. Here a line is a table's number and a row of it, and is parted again
when a fault is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from game.decks.faults import Fault
from game.decks.nodes import Node, ObjectNode, Place, Scalar
from game.decks.sheets.tables import MAX_ROW, Origin, Table, cell_name
from game.decks.texts import shown

WHOLE_FILE: Place = (1, 1)
_QUOTED = "|"
"""A text that stays as it is, `null` and line breaks too."""
# These say themselves where they are.
_ABOUT_MORE_THAN_A_CELL = tuple(f"{what}_" for what in ("sheet", "column", "rows"))
HeadingOf = Callable[[Place, str], str]
"""What people call a field at a place."""


def place_in(table: int, row: int, column: int) -> Place:
    """The place of a cell in a table from 0; row and column are from 1."""
    return (table + 1) * MAX_ROW + row, column


def told(fault: Fault, tables: Sequence[Table], heading_of: HeadingOf) -> Fault:
    """The fault with its real row and column, the cell's name, and the words of its table."""
    number, row = divmod(fault.line, MAX_ROW)
    if not number:
        return fault
    values = dict(fault.values)
    if isinstance(first := values.get("first"), int):
        values["first"] = first % MAX_ROW
    if isinstance(key := values.get("key"), str):
        values["key"] = shown(heading_of((fault.line, fault.column), key))
    table = tables[number - 1]
    is_cell = table.origin is not Origin.PROSE and not fault.code.value.startswith(_ABOUT_MORE_THAN_A_CELL)
    return replace(
        fault,
        line=row,
        values=tuple(values.items()),
        cell=cell_name(row, fault.column) if is_cell else "",
        sheet=shown(table.name),
    )


def text_node(text: str, place: Place) -> Scalar:
    """A text that is taken as it is."""
    return Scalar(text, _QUOTED, "", place)


def number_node(written: str, place: Place) -> Scalar:
    """A value that may be a number."""
    return Scalar(written, "", "", place)


def entry(name: str, value: Node, place: Place | None = None) -> tuple[Node, Node]:
    """A field of an object; its name stands where the value does, or at `place`."""
    return Scalar(name, "", "", place or value.place), value


def object_node(place: Place, pairs: list[tuple[Node, Node]]) -> ObjectNode:
    """An object at a place."""
    return ObjectNode("", place, pairs)
