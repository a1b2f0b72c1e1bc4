"""The rows of a table as the nodes of cards, each value at its cell's place.

What a value may be is the reader's business; here words of sheets become words of the format.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from game.core.cards import Kind
from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.nodes import ListNode, Node, ObjectNode, Place
from game.decks.schema import MAX_CARDS, FieldType, Owner, fields_of
from game.decks.sheets.headings import Headings, is_repeated
from game.decks.sheets.places import entry, number_node, object_node, place_in, text_node
from game.decks.sheets.prose import without_bullets
from game.decks.sheets.tables import Row, Table, is_blank
from game.decks.sheets.themes import SheetThemes
from game.decks.sheets.words import kind_of, number_of, scale_of
from game.decks.texts import shown

_LINE_BREAK = re.compile("\r\n|\r|\n")
_MOST_LINES = 50
_SHARED = ("kind", "theme", "intensity", "scale")
"""Fields that a merged cell says of every row beside it."""
_LISTS = ("options", "prompts")


class CardRows:
    """The cards of one table. `left_out` counts those that are lost before they are read."""

    def __init__(self, table: Table, number: int, headings: Headings, themes: SheetThemes) -> None:
        self.nodes: list[Node] = []
        self.left_out = 0
        self.pictures: dict[Place, tuple[str, Place]] = {}
        """A card's place → its picture and where that stands."""
        self.unread_from = 0
        """The first row with a card too many; 0 when there is none."""
        self._table = table
        self._number = number
        self._headings = headings
        self._themes = themes
        self._text_column = headings.columns["text"][0]
        self._shared = self._merged_values()
        self._first_rows = self._merged_texts()
        self._open: dict[int, dict[str, ListNode]] = {}
        for row in table.rows:
            if row.number > headings.row and not is_repeated(row, headings):
                self._take(row)
        if table.unread_rows:
            self.unread_from = self.unread_from or table.rows[-1].number
            self.left_out += table.unread_rows

    def _take(self, row: Row) -> None:
        if (first := self._first_rows.get(row.number)) is not None:
            self._continue(row, first)
            return
        is_faulty = (row.number, self._text_column) in self._table.faulty_cells
        if not is_faulty and not self._has_card(row):
            return
        if len(self.nodes) >= MAX_CARDS:
            self.unread_from = self.unread_from or row.number
            self.left_out += 1
        elif is_faulty:
            self.left_out += 1
        else:
            self.nodes.append(self._card(row))

    def _has_card(self, row: Row) -> bool:
        columns = {column for found in self._headings.columns.values() for column in found}
        return not columns.isdisjoint(row.cells)

    def _card(self, row: Row) -> ObjectNode:
        place = self._place(row, self._text_column)
        pairs: list[tuple[Node, Node]] = []
        lists = self._open[row.number] = {}
        written = {name: self._written(row, name) for name in self._headings.columns}
        kind = self._kind(written, row)
        for name, found in written.items():
            field = fields_of(Owner.CARD)[name]
            if field.type is FieldType.LINES:
                # An empty one tells where a dilemma's options should have been, and may be added to.
                lists[name] = self._lines(row, name)
                pairs.append(entry(name, lists[name]))
            elif found is None:
                continue
            elif name == "image":
                self.pictures[place] = found[0].rstrip().replace("\\", "/"), found[1]
            elif name != "kind":
                pairs.append(entry(name, self._value(name, *found)))
        if kind is not None:
            pairs.append(entry("kind", text_node(kind, (written.get("kind") or ("", place))[1])))
        elif (said := written.get("kind")) is not None:
            pairs.append(entry("kind", text_node(said[0].strip(), said[1])))
        return object_node(place, pairs)

    def _value(self, name: str, text: str, place: Place) -> Node:
        if name == "theme":
            return text_node(self._themes.id_of(text, place), place)
        if name == "scale":
            return text_node(scale_of(text) or text.strip(), place)
        if fields_of(Owner.CARD)[name].type is FieldType.NUMBER:
            return number_node(number_of(name, text), place)
        return text_node(text.strip() if name == "id" else text, place)

    def _kind(self, written: dict[str, tuple[str, Place] | None], row: Row) -> Kind | None:
        """The kind that is written, else the one that the other cells tell; None when it is not known."""
        said = written.get("kind")
        if said is not None:
            return kind_of(said[0])
        if self._headings.kind is not None:
            return self._headings.kind
        has_options = any(column in row.cells for column in self._headings.columns.get("options", ()))
        scale = written.get("scale")
        if has_options and scale is None:
            return Kind.DILEMMA
        is_statement = scale is not None and not has_options and scale_of(scale[0]) is not None
        return Kind.STATEMENT if is_statement else Kind.SITUATION

    def _lines(self, row: Row, name: str) -> ListNode:
        """One entry a cell, or one a line of it."""
        columns = self._headings.columns[name]
        entries: list[Node] = []
        for column in columns:
            lines = _LINE_BREAK.split(row.cells.get(column, ""), maxsplit=_MOST_LINES)
            for line in without_bullets([line for line in lines if not is_blank(line)]):
                entries.append(text_node(line, self._place(row, column)))
            if len(entries) > _MOST_LINES:
                break  # Far too many already, which the reader says.
        return ListNode("", self._place(row, columns[0]), entries)

    def _written(self, row: Row, name: str) -> tuple[str, Place] | None:
        column = self._headings.columns[name][0]
        if text := row.cells.get(column, ""):
            return text, self._place(row, column)
        return self._shared.get((row.number, name))

    def _place(self, row: Row, column: int) -> Place:
        return place_in(self._number, row.number, column)

    # --- merged cells

    def _merged_values(self) -> dict[tuple[int, str], tuple[str, Place]]:
        """Row and field → what a merged cell above says of that row."""
        found: dict[tuple[int, str], tuple[str, Place]] = {}
        rows = {row.number: row for row in self._table.rows}
        for name in _SHARED:
            column = self._headings.columns.get(name, [0])[0]
            for number, first in self._merged_rows(column).items():
                if first in rows and (text := rows[first].cells.get(column, "")):
                    found[number, name] = text, self._place(rows[first], column)
        return found

    def _merged_texts(self) -> dict[int, int]:
        """Row → the first row of its card, when the card's text is merged over both."""
        merged = self._merged_rows(self._text_column)
        return {number: first for number, first in merged.items() if first > self._headings.row}

    def _merged_rows(self, column: int) -> dict[int, int]:
        """Row → the row in which the merged cell over it begins, for one column."""
        numbers = [row.number for row in self._table.rows]
        merges = [merge for merge in self._table.merges if merge.first_column == column]
        found: dict[int, int] = {}
        covered = 0
        for merge in sorted(merges, key=lambda one: one.first_row):
            # Real ones never overlap; those that do are not worth walking twice.
            start = bisect_right(numbers, max(merge.first_row, covered))
            stop = bisect_right(numbers, merge.last_row)
            found.update(dict.fromkeys(numbers[start:stop], merge.first_row))
            covered = max(covered, merge.last_row)
        return found

    def _continue(self, row: Row, first: int) -> None:
        """Add a row's prompts and options to the card above; nothing else of it can belong there."""
        lists = self._open.get(first)
        columns = {column: name for name in _LISTS for column in self._headings.columns.get(name, ())}
        known = {column for found in self._headings.columns.values() for column in found}
        if lists is not None:
            for name in set(columns.values()):
                lists[name].entries.extend(self._lines(row, name).entries)
        for column in sorted(known.intersection(row.cells)):
            if lists is None or column not in columns:
                values = {"value": shown(row.cells[column])}
                self._table.find(FaultCode.ROW_IN_MERGED, Severity.ENTRY_IGNORED, row.number, column, values)
