"""One sheet of a workbook, read element by element into a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.sheets.number_formats import (
    NumberFormat,
    shown_iso_date,
    shown_number,
    shown_truth,
)
from game.decks.sheets.package import Attributes
from game.decks.sheets.tables import MAX_COLUMN, MAX_ROW, Merge, Origin, Row, Table, is_blank

MAX_MERGES = 20_000
_MAX_HIDDEN_COLUMNS = 1_000
_ESCAPED = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,8})")
_YES = ("1", "true")

Strings = Sequence[str]


class SheetReader:
    """Takes in a sheet's XML; `table` is what has been read so far."""

    def __init__(
        self, name: str, strings: Strings, formats: Sequence[NumberFormat], language: str, is_1904: bool
    ) -> None:
        self.table = Table(name, Origin.WORKBOOK)
        self._strings = strings
        self._formats = formats
        self._language = language
        self._is_1904 = is_1904
        self._row = 0
        self._is_row_hidden = False
        self._has_fault = False
        self._cells: dict[int, str] = {}
        self._column = 0
        self._type = ""
        self._style = ""
        self._value: str | None = None
        self._has_formula = False
        self._pieces: list[str] | None = None
        self._inline: list[str] = []
        self._readings = 0
        self._columns: dict[str, int] = {}

    def start(self, tag: str, attributes: Attributes) -> None:
        """An element begins."""
        if tag == "c":
            self._begin_cell(attributes)
        elif tag == "v" or (tag == "t" and not self._readings):
            self._pieces = []
        elif tag == "f":
            self._has_formula = True
        elif tag == "row":
            self._row = min(max(self._row + 1, whole_number(attributes.get("r"))), MAX_ROW - 1)
            self._has_fault = False
            self._is_row_hidden = attributes.get("hidden") in _YES
            self._cells = {}
            self._column = 0
        elif tag == "rPh":
            self._readings += 1
        elif tag == "col":
            self._take_column(attributes)
        elif tag == "mergeCell":
            self._take_merge(attributes.get("ref", ""))

    def text(self, data: str) -> None:
        """A piece of text inside the element."""
        if self._pieces is not None:
            self._pieces.append(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "v" and self._pieces is not None:
            self._value = "".join(self._pieces)
            self._pieces = None
        elif tag == "t" and self._pieces is not None:
            self._inline.extend(self._pieces)
            self._pieces = None
        elif tag == "c":
            self._end_cell()
        elif tag == "rPh":
            self._readings -= 1
        elif tag == "row":
            self._end_row()

    def _begin_cell(self, attributes: Attributes) -> None:
        letters = attributes.get("r", "").rstrip("0123456789")
        column = self._columns.get(letters)
        if column is None:
            column = column_number(letters)
            if column:
                self._columns[letters] = column
        # A cell that does not say where it is follows the one before it.
        self._column = column if 0 < column <= MAX_COLUMN else min(self._column + 1, MAX_COLUMN)
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._value = None
        self._has_formula = False
        self._inline = []

    def _end_cell(self) -> None:
        if not (self._row and self._column):  # A cell outside of a row, or with a row in it.
            return
        shown = self._shown()
        if shown is not None and not is_blank(shown):
            self._cells[self._column] = shown

    def _shown(self) -> str | None:
        """The cell's text; None when it is empty, and when it is faulty, which is then noted."""
        if self._type == "inlineStr":
            return unescaped("".join(self._inline))
        value = self._value
        if self._has_formula and (value is None or (value == "" and self._type != "str")):
            self._note(FaultCode.FORMULA_WITHOUT_VALUE)
            return None
        if value is None or (value == "" and self._type != "s"):
            return None
        if self._type == "s":
            place = whole_number(value, -1)
            if 0 <= place < len(self._strings):
                return self._strings[place]
            self._note(FaultCode.CELL_UNREADABLE)
            return None
        if self._type == "str":
            return unescaped(value)
        if self._type == "b":
            return shown_truth(value, self._language)
        if self._type == "e":
            self._note(FaultCode.CELL_ERROR, value)
            return None
        if self._type == "d":
            return shown_iso_date(value)
        style = whole_number(self._style, -1)
        form = self._formats[style] if 0 <= style < len(self._formats) else NumberFormat.PLAIN
        number = shown_number(value, form, self._language, self._is_1904)
        if number is None:
            self._note(FaultCode.CELL_UNREADABLE)
        return number

    def _note(self, code: FaultCode, value: str = "") -> None:
        self._has_fault = True
        if self._is_row_hidden:
            return
        self.table.find(code, Severity.ENTRY_IGNORED, self._row, self._column, {"value": value})
        self.table.faulty_cells.add((self._row, self._column))

    def _end_row(self) -> None:
        if not self._cells and not self._has_fault:
            return
        if self._is_row_hidden:
            self.table.hidden_rows.append(self._row)
        else:
            self.table.take(Row(self._row, self._cells))

    def _take_column(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _YES and len(self.table.hidden_columns) < _MAX_HIDDEN_COLUMNS:
            first, last = whole_number(attributes.get("min")), whole_number(attributes.get("max"))
            self.table.hidden_columns.append((first, last))

    def _take_merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        one, other = _CELL.fullmatch(first), _CELL.fullmatch(last)
        if one is not None and other is not None and len(self.table.merges) < MAX_MERGES:
            self.table.merges.append(Merge(int(one[2]), column_number(one[1]), int(other[2])))


def column_number(letters: str) -> int:
    """The column of `A` (1), `AA` (27) …; 0 when these are no column's letters."""
    number = 0
    if not 0 < len(letters) <= 3:
        return 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def whole_number(written: str | None, otherwise: int = 0) -> int:
    """A number without a sign as XML writes it; `otherwise` when it is none."""
    text = (written or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def unescaped(text: str) -> str:
    """A workbook's text with `_x000D_` and its like made into the characters that they stand for."""
    return _ESCAPED.sub(_characters, text) if "_x" in text else text


def _characters(match: re.Match[str]) -> str:
    codes = bytes.fromhex("".join(match.group().split("_x")).replace("_", ""))
    # Two of them may be the halves of one character.
    return codes.decode("utf-16-be", "replace")
