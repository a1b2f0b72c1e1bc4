"""A plain text as cards: one a line, or one a paragraph when there are blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.decks.sheets.tables import MAX_LINES, Origin, Row, Table, is_blank

TEXT_COLUMN = 1
_LINE_BREAK = re.compile("\r\n|\r|\n")
_BULLET = re.compile(r"\s*(?:[-*•–]|[0-9]{1,3}[.)])\s+")


def prose_table(text: str) -> Table:
    """The text with one card a row; a row's number is the line on which the card begins."""
    table = Table("", Origin.PROSE)
    is_parted = _has_blank_line_between(text)
    block: list[str] = []
    first = 0
    for number, line in _lines(text):
        if is_blank(line) or not is_parted:
            _take(table, first, block)
            block = []
        if not is_blank(line):
            first = first if block else number
            block.append(line.strip())
    _take(table, first, block)
    texts = without_bullets([row.cells[TEXT_COLUMN] for row in table.rows])
    for row, words in zip(table.rows, texts, strict=True):
        row.cells[TEXT_COLUMN] = words
    return table


def without_bullets(texts: Sequence[str]) -> list[str]:
    """The texts without the signs of a list, when there are several and every one has such a sign."""
    found = [_BULLET.match(text) for text in texts]
    if len(texts) > 1 and all(match is not None and match.end() < len(match.string) for match in found):
        return [match.string[match.end() :] for match in found if match is not None]
    return list(texts)


def _take(table: Table, number: int, block: Sequence[str]) -> None:
    # A paragraph's own line breaks are where the writer's window ended.
    if block:
        table.take(Row(number, {TEXT_COLUMN: " ".join(block)}))


def _has_blank_line_between(text: str) -> bool:
    """Whether a blank line parts two others, so that every paragraph is a card."""
    has_begun = has_gap = False
    for _, line in _lines(text):
        if is_blank(line):
            has_gap = has_begun
        elif has_gap:
            return True
        else:
            has_begun = True
    return False


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines by their numbers, as far as a sheet would go."""
    start = 0
    for number in range(1, MAX_LINES + 1):
        found = _LINE_BREAK.search(text, start)
        if found is None:
            yield number, text[start:]
            return
        yield number, text[start : found.start()]
        start = found.end()
