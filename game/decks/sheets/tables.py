"""A table as a person sees it: rows of texts with the numbers and letters of their cells.

Every kind of file is read into this; what the columns mean is found out elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from types import MappingProxyType

from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.schema import MAX_CARDS

MAX_ROWS = MAX_CARDS + 200
"""Rows with something in them that are kept: all cards, and room for what stands above them."""
MAX_COLUMN = 16_384
"""Excel's last column."""
MAX_LINES = 1_048_576
"""Excel's last row; what stands below in a text is not even counted."""
MAX_CELLS = 1_000_000
"""Filled cells of one table; a card has some twenty."""
MAX_CHARACTERS = 64_000_000
"""Of one table: a workbook holds a text once, and many cells may show it."""
MAX_FINDINGS = 1_000
MAX_ROW = 1 << 24
"""More lines than the largest file can have."""
_LETTERS = 26


class NotASheetError(Exception):
    """The file cannot be read as a table or a text at all."""

    def __init__(
        self,
        code: FaultCode,
        values: Mapping[str, str | int] = MappingProxyType({}),
        *,
        table: int | None = None,
        row: int = 1,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
        self.table = table
        """The table that is meant, from 0; None for the whole file."""
        self.row = row


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a cell or a row, found while the file was read."""

    code: FaultCode
    severity: Severity
    row: int
    column: int
    values: Mapping[str, str | int] = field(default_factory=dict)


class Origin(Enum):
    """What a table was read from, and so how its places are named."""

    WORKBOOK = auto()
    SEPARATED = auto()
    PROSE = auto()
    """Lines or paragraphs: there are no cells."""


@dataclass(slots=True)
class Row:
    """The filled cells of one row, by column from 1. A row without any is not kept."""

    number: int
    """From 1, as Excel numbers it."""
    cells: dict[int, str]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells joined into one; only the first holds anything. How far to the right they go is not kept."""

    first_row: int
    first_column: int
    last_row: int


@dataclass(slots=True)
class Table:
    """One sheet of a workbook, or the whole of another file."""

    name: str
    """The sheet's; empty when the file has no sheets."""
    origin: Origin
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    faulty_cells: set[tuple[int, int]] = field(default_factory=set)
    """Row and column of cells in which there is something that could not be read."""
    hidden_rows: list[int] = field(default_factory=list)
    """Hidden rows with something in them; they are not among `rows`."""
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last."""
    merges: list[Merge] = field(default_factory=list)
    unread_rows: int = 0
    """Filled rows after the last one that is kept."""
    filled_cells: int = 0
    characters: int = 0

    def find(
        self,
        code: FaultCode,
        severity: Severity,
        row: int,
        column: int,
        values: Mapping[str, str | int] = MappingProxyType({}),
    ) -> None:
        """Note something wrong in a cell; a thousand times is enough."""
        if len(self.findings) < MAX_FINDINGS:
            self.findings.append(Finding(code, severity, row, column, values))

    def take(self, row: Row) -> None:
        """Keep a row, or count it when there are too many. Raises `NotASheetError` for too many cells."""
        if len(self.rows) < MAX_ROWS:
            self.rows.append(row)
            self.filled_cells += len(row.cells)
            self.characters += sum(map(len, row.cells.values()))
            if self.filled_cells > MAX_CELLS or self.characters > MAX_CHARACTERS:
                raise NotASheetError(FaultCode.SHEET_HAS_TOO_MANY_CELLS, {"limit": MAX_CELLS})
        else:
            self.unread_rows += 1


def is_full(table: Table) -> bool:
    """Whether there are more rows than are kept."""
    return table.unread_rows > 0


def is_blank(text: str) -> bool:
    """Whether a person sees nothing in the cell."""
    return not text or text.isspace()


def column_letters(column: int) -> str:
    """The name of a column from 1: A … Z, AA …"""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The cell as Excel names it: `B7`."""
    return f"{column_letters(column)}{row}"
