"""Decks out of and into sheets: Excel, CSV and plain text.

The readers and writers are imported when they are used: most evenings need none of them.
"""

from __future__ import annotations

from pathlib import Path

from game.core.cards import Deck
from game.decks.sheets.file_kinds import EXPORT_SUFFIXES, SHEET_SUFFIXES
from game.decks.sheets.outcome import ImportOutcome

__all__ = ["EXPORT_SUFFIXES", "SHEET_SUFFIXES", "ImportOutcome", "export_deck", "import_sheet"]


def import_sheet(path: Path, *, language: str = "sv", title: str = "") -> ImportOutcome:
    """The deck in a workbook (.xlsx, .xlsm), a table (CSV with any separator) or a plain text.

    `language` counts when the sheet names none; `title` before the one that the sheet gives. Never raises
    for anything that a file or a path can be, and writes nothing.
    """
    from game.decks.sheets.importing import read_sheet

    return read_sheet(Path(path), language, title)


def export_deck(deck: Deck, path: Path, *, over: bool = False) -> None:
    """Write the deck as a workbook (.xlsx) or a table (.csv), by the path's ending.

    `import_sheet` reads it as the same deck. Raises FileExistsError when there is a file and `over` does not
    allow to replace it, ValueError for another ending, and OSError for what a disk can do.
    """
    from game.decks.sheets.exporting import write_sheet

    write_sheet(deck, Path(path), over=over)
