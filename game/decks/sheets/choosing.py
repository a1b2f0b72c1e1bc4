"""Which of a file's tables holds the cards, which the deck's own fields and which its themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.schema import Owner
from game.decks.sheets.facts import is_deck_sheet, is_theme_sheet
from game.decks.sheets.headings import Headings, find_headings, lone_text_column
from game.decks.sheets.tables import NotASheetError, Table, column_letters
from game.decks.sheets.words import field_of
from game.decks.texts import shown

_MANY_FIELDS = 3
"""A sheet with the text and so many other fields holds cards, whatever else it looks like."""


@dataclass(slots=True)
class Choice:
    """The tables by what they hold, each with its number in the file."""

    cards: int
    headings: Headings
    deck_sheets: list[int] = field(default_factory=list)
    theme_sheets: list[int] = field(default_factory=list)


def choose(tables: Sequence[Table]) -> Choice:
    """What is read; sheets that are not get a note. Raises `NotASheetError` when no table has cards."""
    filled = [number for number, table in enumerate(tables) if table.rows]
    if not filled:
        raise NotASheetError(FaultCode.SHEET_EMPTY)
    found = {number: find_headings(tables[number]) for number in filled}
    kinds = {number: _aside(tables[number], found[number]) for number in filled} if len(filled) > 1 else {}
    candidates = [
        (headings.score, -number, headings)
        for number, headings in found.items()
        if headings is not None and headings.has_text and not kinds.get(number)
    ]
    if candidates:
        _, place, headings = max(candidates, key=lambda one: one[:2])
        choice = Choice(-place, headings)
    else:
        choice = _without_headings(tables, [number for number in filled if not kinds.get(number)], found)
    choice.deck_sheets = [number for number in filled if kinds.get(number) == "deck"]
    choice.theme_sheets = [number for number in filled if kinds.get(number) == "themes"]
    read = {choice.cards, *choice.deck_sheets, *choice.theme_sheets}
    _name_unread(tables, [number for number in filled if number not in read], found, choice)
    return choice


def _aside(table: Table, headings: Headings | None) -> str:
    """`deck` or `themes` for a sheet that tells of the deck; empty for one that may hold cards."""
    if headings is not None and headings.has_text and headings.score >= _MANY_FIELDS:
        return ""
    if is_theme_sheet(table):
        return "themes"
    return "deck" if is_deck_sheet(table) else ""


def _without_headings(
    tables: Sequence[Table], numbers: Sequence[int], found: dict[int, Headings | None]
) -> Choice:
    """The one table with one column of texts."""
    for number in numbers:
        headings = found[number]
        if headings is not None and headings.score > 1:
            raise NotASheetError(FaultCode.NO_TEXT_COLUMN, table=number, row=headings.row)
    for number in numbers:
        if (lone := lone_text_column(tables[number])) is not None:
            return Choice(number, lone)
    raise NotASheetError(FaultCode.NO_HEADINGS)


def _name_unread(
    tables: Sequence[Table], unread: Sequence[int], found: dict[int, Headings | None], choice: Choice
) -> None:
    used = shown(tables[choice.cards].name)
    for number in unread:
        table, headings = tables[number], found[number]
        values = {"sheet": shown(table.name), "used": used}
        if headings is not None and headings.has_text:
            table.find(FaultCode.SHEET_CARDS_NOT_READ, Severity.ENTRY_IGNORED, 1, 1, values)
        else:
            table.find(FaultCode.SHEET_NOT_READ, Severity.WARNING, 1, 1, values)
        # What is wrong inside a sheet that nobody reads is nobody's concern.
        table.findings = table.findings[-1:]


def name_unread_columns(table: Table, number: int, headings: Headings) -> None:
    """Note every column that is not read: hidden, unknown, without a heading, or there twice."""
    hidden = _hidden_columns(table, headings)
    for name, columns in list(headings.columns.items()):
        kept = [column for column in columns if column not in hidden]
        headings.columns[name] = kept
        if not kept:
            del headings.columns[name]
    for column in sorted(hidden):
        _note(table, headings, FaultCode.COLUMN_HIDDEN, column)
    for column, first in headings.twice:
        if column not in hidden:
            _note(table, headings, FaultCode.COLUMN_TWICE, column, first=column_letters(first))
    for column in headings.unknown:
        if column not in hidden and headings.row:
            _note(table, headings, FaultCode.COLUMN_UNKNOWN, column)
    named = set(headings.names)
    filled = {column for row in table.rows if row.number > headings.row for column in row.cells}
    for column in sorted(filled - named - hidden):
        if column not in headings.columns.get("text", ()):
            _note(table, headings, FaultCode.COLUMN_UNNAMED, column)
    if "text" not in headings.columns:
        raise NotASheetError(FaultCode.NO_TEXT_COLUMN, table=number, row=max(headings.row, 1))


def _hidden_columns(table: Table, headings: Headings) -> set[int]:
    return {
        column
        for column in headings.names
        if any(first <= column <= last for first, last in table.hidden_columns)
    }


def _note(table: Table, headings: Headings, code: FaultCode, column: int, **values: str) -> None:
    heading = headings.names.get(column, "")
    facts = {"letters": column_letters(column), "heading": shown(heading), **values}
    is_known = field_of(Owner.CARD, heading) is not None
    severity = (
        Severity.WARNING if code is FaultCode.COLUMN_HIDDEN and not is_known else Severity.ENTRY_IGNORED
    )
    table.find(code, severity, max(headings.row, 1), column, facts)


def name_hidden_rows(table: Table, headings: Headings) -> int:
    """Note the hidden rows below the headings; how many they are."""
    rows = [row for row in table.hidden_rows if row > headings.row]
    if rows:
        named = ", ".join(map(str, rows[:20])) + (" …" if len(rows) > 20 else "")
        table.find(FaultCode.ROWS_HIDDEN, Severity.CARD_LEFT_OUT, rows[0], 1, {"rows": named})
    return len(rows)
