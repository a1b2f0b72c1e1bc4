"""Writes a deck as a sheet: what stands in which cell, whatever the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.core.cards import Card, Deck
from game.decks.schema import FORMAT
from game.decks.sheets.file_kinds import EXPORT_SUFFIXES
from game.decks.sheets.themes import ThemeNames
from game.decks.sheets.words import CARD_WORDS, DECK_WORDS, KIND_WORDS, SCALE_WORDS, THEME_WORDS
from game.decks.written_files import write_atomically

_ALWAYS = frozenset({"id", "kind", "theme", "intensity", "title", "text", "easy", "prompts", "note"})
_LEAST_PROMPTS = 3
Cell = str | int | None
"""A number stays a number, so that nobody is warned of numbers written as text."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the cards' table."""

    field: str
    number: int
    """From 1 among the columns of a list, else 0."""
    heading: str


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A deck as rows of cells."""

    language: str
    """Of the headings: `sv` or `en`."""
    deck: list[tuple[str, Cell]]
    """The name of a field and its value."""
    themes: list[tuple[str, str, str, str]]
    """Id, name, colour, icon."""
    columns: list[Column]
    cards: list[list[Cell]]


def write_sheet(deck: Deck, path: Path, *, over: bool) -> None:
    """Write the deck; see `game.decks.sheets.export_deck`."""
    suffix = path.suffix.lower()
    if suffix not in EXPORT_SUFFIXES:
        raise ValueError(f"{path.name}: not one of {', '.join(EXPORT_SUFFIXES)}")
    rows = sheet_rows(deck)
    if suffix == ".csv":
        from game.decks.sheets.export_csv import csv_bytes

        content = csv_bytes(rows)
    else:
        from game.decks.sheets.export_xlsx import xlsx_bytes

        content = xlsx_bytes(rows, deck.title)
    write_atomically(path, content, over=over)


def sheet_rows(deck: Deck) -> SheetRows:
    """The cells of a deck; headings are English in an English deck and else Swedish."""
    language = deck.language if deck.language in CARD_WORDS else "sv"
    names = DECK_WORDS[language]
    facts: list[tuple[str, Cell]] = [
        ("format", FORMAT),
        ("id", deck.id),
        ("language", deck.language),
        ("title", deck.title),
        ("about", deck.about),
        ("author", deck.author),
        ("licence", deck.licence),
    ]
    columns = list(_columns(deck, language))
    themes = _theme_cells(deck)
    return SheetRows(
        language,
        [(names[name], value) for name, value in facts if value],
        [(theme.id, theme.name, theme.color, theme.icon) for theme in deck.themes],
        columns,
        [[_cell(card, column, language, themes) for column in columns] for card in deck.cards],
    )


def theme_headings(language: str) -> tuple[str, ...]:
    """The headings over the themes."""
    return tuple(THEME_WORDS[language].values())


def _columns(deck: Deck, language: str) -> Iterable[Column]:
    """Every column that a card of the deck needs, and those that most decks will need."""
    for field, heading in CARD_WORDS[language].items():
        if field in ("options", "prompts"):
            most = max(len(getattr(card, field)) for card in deck.cards)
            if field == "prompts":
                most = max(most, _LEAST_PROMPTS)
            yield from (Column(field, number, f"{heading} {number}") for number in range(1, most + 1))
        elif field in _ALWAYS or any(getattr(card, field) is not None for card in deck.cards):
            yield Column(field, 0, heading)


def _theme_cells(deck: Deck) -> dict[str, str]:
    """What a card's theme is called in its row: the name, or the id where names do not tell themes apart."""
    names = ThemeNames()
    for theme in deck.themes:
        names.add(theme.id, theme.name)
    return {theme.id: theme.name if names.find(theme.name) == theme.id else theme.id for theme in deck.themes}


def _cell(card: Card, column: Column, language: str, themes: dict[str, str]) -> Cell:
    if column.number:
        entries: tuple[str, ...] = getattr(card, column.field)
        return entries[column.number - 1] if column.number <= len(entries) else None
    match column.field:
        case "kind":
            return KIND_WORDS[language][card.kind]
        case "theme":
            return None if card.theme is None else themes[card.theme]
        case "scale":
            return None if card.scale is None else SCALE_WORDS[language][card.scale]
    value: Cell = getattr(card, column.field)
    return value or None
