"""Keeps a spreadsheet from taking a text for a formula, and takes the sign away again.

A cell of a CSV file that begins with =, +, - or @ is worked out by Excel when the file is opened. An
apostrophe before it prevents that. It is taken away again only from files that this program wrote: they
begin by naming the deck's format.
"""

from __future__ import annotations

import re

from game.decks.schema import FORMAT, Owner
from game.decks.sheets.headings import Headings
from game.decks.sheets.tables import Origin, Row, Table
from game.decks.sheets.words import field_of

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_SIGN = "'"


def guarded(text: str) -> str:
    """The text as it may stand in a CSV file. One that looks guarded already is guarded once more."""
    return _SIGN + text if is_risky(text) else text


def unguard(table: Table, headings: Headings) -> None:
    """Take the signs away again, from a table that this program wrote."""
    above = (row for row in table.rows if row.number < headings.row)
    if table.origin is Origin.SEPARATED and any(_is_format(row) for row in above):
        for row in table.rows:
            for column, cell in row.cells.items():
                if _GUARDED.match(cell):
                    row.cells[column] = cell[1:]


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula."""
    return _RISKY.match(text) is not None


def _is_format(row: Row) -> bool:
    cells = [cell for _, cell in sorted(row.cells.items())]
    known = field_of(Owner.DECK, cells[0]) if len(cells) > 1 else None
    return known is not None and known.name == "format" and cells[1].strip() == str(FORMAT)
