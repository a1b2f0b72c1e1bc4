"""What a sheet says of the deck itself: its title, author and so on, and its themes with colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.decks.nodes import Place
from game.decks.schema import Owner
from game.decks.sheets.headings import Headings
from game.decks.sheets.places import place_in
from game.decks.sheets.tables import Row, Table, is_blank
from game.decks.sheets.words import field_of, language_of, word
from game.decks.texts import shown

_DECK_SHEETS = frozenset({"lek", "leken", "kortlek", "kortleken", "deck"})
_THEME_SHEETS = frozenset({"tema", "teman", "temana", "theme", "themes"})
_THEME_COLUMNS = ("id", "name", "color", "icon")


@dataclass(frozen=True, slots=True)
class Written:
    """A text and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme as it is listed; what is not written is missing."""

    place: Place
    fields: dict[str, Written]


@dataclass(slots=True)
class Facts:
    """What was found, in the order of the file, doubles included."""

    fields: list[tuple[str, Place, Written]] = field(default_factory=list)
    """Field of a deck, where its name stands, and its value."""
    themes: list[ThemeRow] = field(default_factory=list)
    names: dict[tuple[int, str], str] = field(default_factory=dict)
    """Line and field → what the field is called there."""
    lone_title: Written | None = None
    """A cell alone on its row above the headings."""

    def first(self, name: str) -> Written | None:
        """The first value of a field."""
        return next((value for known, _, value in self.fields if known == name), None)


def is_deck_sheet(table: Table) -> bool:
    """Whether a sheet lists a deck's own fields, one a row."""
    known = sum(field_of(Owner.DECK, _first(row)[1]) is not None for row in table.rows[:40])
    return known >= (1 if word(table.name) in _DECK_SHEETS else 2) and 2 * known > len(table.rows[:40])


def is_theme_sheet(table: Table) -> bool:
    """Whether a sheet lists themes under headings."""
    columns = _theme_columns(table.rows[0]) if table.rows else {}
    has_look = "color" in columns or "icon" in columns or word(table.name) in _THEME_SHEETS
    return has_look and ("id" in columns or "name" in columns)


def take_rows(facts: Facts, table: Table, number: int, rows: Sequence[Row], *, has_title: bool) -> None:
    """Take in rows that hold a field's name and its value. With `has_title` a lone cell is the title."""
    for row in rows:
        column, name = _first(row)
        rest = [(place, cell) for place, cell in sorted(row.cells.items()) if place != column]
        known = field_of(Owner.DECK, name)
        if known is not None and known.name == "themes":
            _take_theme_in_row(facts, number, row, rest)
        elif known is not None and known.name != "cards":
            if rest:
                _take_field(facts, number, row.number, (known.name, column, name), rest[0])
            for place, cell in rest[1:2]:
                values = {"value": shown(cell)}
                table.find(FaultCode.ROW_UNKNOWN, Severity.WARNING, row.number, place, values)
        elif not rest and has_title and facts.lone_title is None:
            facts.lone_title = Written(name, place_in(number, row.number, column))
        elif known is None:
            values = {"value": shown(name)}
            table.find(FaultCode.ROW_UNKNOWN, Severity.WARNING, row.number, column, values)


def take_theme_sheet(facts: Facts, number: int, table: Table) -> None:
    """Take in a sheet of themes."""
    columns = _theme_columns(table.rows[0])
    for row in table.rows[1:]:
        fields: dict[str, Written] = {}
        for name, column in columns.items():
            if column in row.cells:
                line = place_in(number, row.number, column)
                fields[name] = Written(row.cells[column], line)
                facts.names[line[0], name] = table.rows[0].cells[column]
        if fields:
            facts.themes.append(ThemeRow(place_in(number, row.number, _first(row)[0]), fields))


def rows_above(table: Table, headings: Headings) -> list[Row]:
    """The filled rows above the headings."""
    return [row for row in table.rows if row.number < headings.row]


def _take_field(
    facts: Facts, number: int, row: int, name: tuple[str, int, str], value: tuple[int, str]
) -> None:
    known, name_column, written = name
    column, text = value
    if known == "language":
        text = language_of(text)
    place = place_in(number, row, column)
    facts.fields.append((known, place_in(number, row, name_column), Written(text, place)))
    facts.names[place[0], known] = written


def _take_theme_in_row(facts: Facts, number: int, row: Row, rest: list[tuple[int, str]]) -> None:
    """`Tema`, and then id, name, colour and icon, or the name alone."""
    if not rest:
        return
    first = rest[0][0]
    names = ("name",) if len(rest) == 1 else _THEME_COLUMNS
    fields = {
        names[column - first]: Written(cell, place_in(number, row.number, column))
        for column, cell in rest
        if column - first < len(names)
    }
    facts.themes.append(ThemeRow(place_in(number, row.number, first), fields))


def _theme_columns(row: Row) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in sorted(row.cells.items()):
        known = field_of(Owner.THEME, cell)
        name = "id" if word(cell) == "id" else "" if known is None else known.name
        if name:
            found.setdefault(name, column)
    return found


def _first(row: Row) -> tuple[int, str]:
    """The first filled cell; a row without any has an empty one."""
    return min(((column, cell) for column, cell in row.cells.items() if not is_blank(cell)), default=(1, ""))
