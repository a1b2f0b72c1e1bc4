"""Text with separators (CSV and its kin) as a table, row by row as Excel would number them.

Python's `csv` neither tells an unclosed quotation mark from a long cell nor goes on after one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.sheets.tables import MAX_COLUMN, MAX_LINES, Origin, Row, Table, is_blank

SEPARATORS = (";", "\t", ",", "|")
_QUOTE = '"'
_SAMPLE_ROWS = 40
_SAMPLE_CHARACTERS = 100_000
_MAX_CELL_CHARACTERS = 100_000
"""Nobody quotes that much; a mark that was never closed would."""
Record = tuple[list[str], list[int]]
"""The cells, and the columns in which a quotation mark is not closed."""


def announced_separator(text: str) -> tuple[str, int]:
    """The separator of a first line `sep=;`, which Excel hides, and that line's length; or nothing."""
    line = text[:12].splitlines(keepends=True)[:1]
    word = line[0].strip("\r\n") if line else ""
    if word.lower().startswith("sep=") and len(word) == 5:
        # \r\n is cut in two when it is the sample's end, never for so short a line.
        return word[4], len(line[0])
    return "", 0


def separated_table(text: str, separator: str) -> Table:
    """The text as a table. A mark that is never closed is told, and costs its own cell only."""
    table = Table("", Origin.SEPARATED)
    for number, (cells, unclosed) in enumerate(islice(records(text, separator), MAX_LINES), start=1):
        filled = {place: cell for place, cell in enumerate(cells, start=1) if not is_blank(cell)}
        for column in unclosed:
            table.find(FaultCode.QUOTE_UNCLOSED, Severity.ENTRY_IGNORED, number, column)
        if filled:
            table.take(Row(number, filled))
    return table


def sample(text: str, separator: str) -> list[list[str]]:
    """The cells of the first rows."""
    return [cells for cells, _ in islice(records(text[:_SAMPLE_CHARACTERS], separator), _SAMPLE_ROWS)]


def records(text: str, separator: str) -> Iterator[Record]:
    """Every row's cells, empty rows too."""
    position, end = 0, len(text)
    ends = re.compile(f"[{re.escape(separator)}\r\n]")
    while position < end:
        cells: list[str] = []
        unclosed: list[int] = []
        while True:
            cell, after, is_closed = _cell(text, position, ends)
            if len(cells) < MAX_COLUMN:
                cells.append(cell)
                if not is_closed:
                    unclosed.append(len(cells))
            if after < end and text[after] == separator:
                position = after + 1
                continue
            position = after + (2 if text.startswith("\r\n", after) else 1)
            break
        yield cells, unclosed


def _cell(text: str, start: int, ends: re.Pattern[str]) -> tuple[str, int, bool]:
    """A cell, where it ends, and whether its quotation mark, if it begins with one, is closed."""
    if not text.startswith(_QUOTE, start):
        stop = _end_of_bare(text, start, ends)
        return text[start:stop], stop, True
    position, limit = start + 1, start + _MAX_CELL_CHARACTERS
    while (position := text.find(_QUOTE, position, limit)) >= 0:
        after = position + 1
        if text.startswith(_QUOTE, after):
            position = after + 1
        elif after >= len(text) or ends.match(text, after):
            return text[start + 1 : position].replace(_QUOTE * 2, _QUOTE), after, True
        else:
            break
    # What follows is no end of a cell: the words only begin with a mark, as in: "Hej", sa hon.
    stop = _end_of_bare(text, start, ends)
    bare = text[start:stop]
    return bare, stop, bare.count(_QUOTE) % 2 == 0


def _end_of_bare(text: str, start: int, ends: re.Pattern[str]) -> int:
    found = ends.search(text, start)
    return len(text) if found is None else found.start()
