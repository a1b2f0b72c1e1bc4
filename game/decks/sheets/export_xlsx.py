"""A deck as an Excel workbook that is pleasant to go on writing in.

openpyxl is imported when it is used: it takes a quarter of a second. Its types do not know that a sheet
that is only written has columns' widths and a page, so sheets and cells are untyped here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from game.decks.sheets.exporting import Cell, SheetRows, theme_headings
from game.decks.sheets.formula_guard import is_risky
from game.decks.sheets.tables import column_letters
from game.decks.sheets.words import KIND_WORDS

_SHEETS = {"sv": ("Kort", "Lek", "Teman"), "en": ("Cards", "Deck", "Themes")}
_WIDTHS = {
    "id": 18,
    "kind": 12,
    "theme": 18,
    "intensity": 7,
    "title": 22,
    "text": 60,
    "easy": 45,
    "options": 28,
    "scale": 12,
    "prompts": 32,
    "note": 50,
    "image": 22,
    "minutes": 9,
}
_DECK_WIDTHS = (16, 90)
_THEME_WIDTHS = (22, 34, 12, 12)
_CREATOR = "Bemötande"
_HEADING_FILL = "E8EEF0"
# A workbook writes characters that XML cannot hold as _x000D_; what only looks so must not be read as one.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def xlsx_bytes(rows: SheetRows, title: str) -> bytes:
    """The workbook: the cards first, then the deck's own fields, then its themes if there are any."""
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation

    workbook = Workbook(write_only=True)
    workbook.properties.creator = _CREATOR
    workbook.properties.title = title
    styles = _Styles()
    cards_name, deck_name, themes_name = _SHEETS[rows.language]
    cards: Any = workbook.create_sheet(cards_name)
    _prepare(cards, [_WIDTHS[column.field] for column in rows.columns])
    kinds = DataValidation(type="list", formula1=f'"{",".join(KIND_WORDS[rows.language].values())}"')
    kinds.showErrorMessage = False  # A hint; the game says it better.
    place = next(number for number, column in enumerate(rows.columns, 1) if column.field == "kind")
    kinds.add(f"{column_letters(place)}2:{column_letters(place)}{len(rows.cards) + 500}")
    cards.data_validations.append(kinds)
    cards.append(styles.heading(cards, [column.heading for column in rows.columns]))
    _append(cards, rows.cards, styles)
    deck = workbook.create_sheet(deck_name)
    _prepare(deck, _DECK_WIDTHS, has_heading=False)
    _append(deck, rows.deck, styles)
    if rows.themes:
        themes = workbook.create_sheet(themes_name)
        _prepare(themes, _THEME_WIDTHS)
        themes.append(styles.heading(themes, theme_headings(rows.language)))
        _append(themes, rows.themes, styles)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _prepare(sheet: Any, widths: Sequence[int], *, has_heading: bool = True) -> None:
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[column_letters(number)].width = width
    if has_heading:
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _append(sheet: Any, rows: Iterable[Sequence[Cell]], styles: _Styles) -> None:
    for row in rows:
        sheet.append([styles.cell(sheet, value) for value in row])


class _Styles:
    """Makes cells: texts that are never formulas, wrapped and from the top."""

    def __init__(self) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        self._make = WriteOnlyCell
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._bold = Font(bold=True)
        self._fill = PatternFill("solid", fgColor=_HEADING_FILL)

    def cell(self, sheet: Any, value: Cell) -> Any:
        """A cell with a text, a number or nothing."""
        if value is None:
            return None
        cell = self._make(sheet, value="" if isinstance(value, str) else value)
        cell.alignment = self._wrapped
        if isinstance(value, str):
            cell.value = _LOOKS_ESCAPED.sub("_x005F_", value)
            cell.data_type = "s"  # What begins with = would be a formula, and #REF! an error.
            if is_risky(value):
                cell.quotePrefix = True  # Stays a text when somebody edits the cell.
        return cell

    def heading(self, sheet: Any, names: Sequence[str]) -> list[Any]:
        """A row of headings."""
        cells = [self.cell(sheet, name) for name in names]
        for cell in cells:
            cell.font, cell.fill = self._bold, self._fill
        return cells
