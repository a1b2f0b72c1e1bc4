"""A text as a table: with separators, or as lines and paragraphs of plain writing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from game.decks.sheets.headings import find_headings
from game.decks.sheets.prose import prose_table
from game.decks.sheets.separated import SEPARATORS, announced_separator, sample, separated_table
from game.decks.sheets.tables import Origin, Row, Table, is_blank

_TABLE_SUFFIXES = (".csv", ".tsv", ".tab")
_OWN_FILE = re.compile('"?Format"?([;,\t|])"?1"?[;,\t|\r\n]', re.IGNORECASE)
"""How a table begins that this program wrote; a spreadsheet may have changed the separator."""
_NOTHING = "".join(SEPARATORS) + " \r\n\ufeff"
"""In a table of these signs alone nothing stands."""
_NONE = "\x00"
"""Separates nothing that people write."""
_MOST_ROWS = 0.8
"""So many of the rows have the same number of cells when a sign separates them."""


def text_table(text: str, path: Path) -> Table:
    """The text's table. The separator is found by the headings, else by rows of equal length."""
    if not text.strip(_NOTHING):
        return Table("", Origin.SEPARATED)
    separator, skipped = announced_separator(text)
    text = text[skipped:]
    is_table = path.suffix.lower() in _TABLE_SUFFIXES
    if own := _OWN_FILE.match(text):
        separator = own[1]
    separator = separator or _separator_by_headings(text) or _separator_by_rows(text, is_table)
    if separator:
        return separated_table(text, separator)
    # One column has no separator, but it may have quotation marks and a heading.
    if is_table or _has_heading(text):
        return separated_table(text, _NONE)
    return prose_table(text)


def _separator_by_headings(text: str) -> str:
    scores: list[tuple[int, str]] = []
    for separator in SEPARATORS:
        headings = find_headings(_sampled(text, separator))
        if headings is not None and headings.score > 1:
            scores.append((headings.score, separator))
    return max(scores, key=lambda one: one[0])[1] if scores else ""


def _separator_by_rows(text: str, is_table: bool) -> str:
    """The sign that parts most rows into equally many cells. In plain writing only a tab does that."""
    for separator in SEPARATORS if is_table else ("\t",):
        lengths = [len(cells) for cells in sample(text, separator) if any(not is_blank(x) for x in cells)]
        if not lengths:
            continue
        length, count = Counter(lengths).most_common(1)[0]
        if length > 1 and count >= _MOST_ROWS * len(lengths):
            return separator
    return ""


def _has_heading(text: str) -> bool:
    headings = find_headings(_sampled(text, _NONE))
    return headings is not None and headings.has_text


def _sampled(text: str, separator: str) -> Table:
    table = Table("", Origin.SEPARATED)
    for number, cells in enumerate(sample(text, separator), start=1):
        filled = {place: cell for place, cell in enumerate(cells, start=1) if not is_blank(cell)}
        if filled:
            table.take(Row(number, filled))
    return table
