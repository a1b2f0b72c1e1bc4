"""A deck as one CSV table, the way a Swedish Excel opens it with a double click."""

from __future__ import annotations

import codecs
import csv
import io

from game.decks.sheets.exporting import Cell, SheetRows
from game.decks.sheets.formula_guard import guarded
from game.decks.sheets.words import DECK_WORDS


def csv_bytes(rows: SheetRows) -> bytes:
    """UTF-8 with its mark, semicolons, Windows' line ends: the deck's fields, its themes, its cards."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    theme = DECK_WORDS[rows.language]["themes"]
    above: list[list[Cell]] = [
        *(list(fact) for fact in rows.deck),
        *(list[Cell]((theme, *one)) for one in rows.themes),
    ]
    table: list[list[Cell]] = [*above, [], [column.heading for column in rows.columns], *rows.cards]
    writer.writerows([_guarded(cell) for cell in row] for row in table)
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8")


def _guarded(cell: Cell) -> Cell:
    return guarded(cell) if isinstance(cell, str) else cell
