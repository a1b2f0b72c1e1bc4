"""A plain text as cards: one a line, or one a paragraph when there are blank lines between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.decks.sheets.tables import Origin, Row, Table, is_blank

TEXT_COLUMN = 1
_LINE_BREAK = re.compile("\r\n|\r|\n")
_BULLET = re.compile(r"\s*(?:[-*•–]|[0-9]{1,3}[.)])\s+")


def prose_table(text: str) -> Table:
    """The text with one card a row; a row's number is the line on which the card begins."""
    lines = _LINE_BREAK.split(text)
    blocks = _paragraphs(lines)
    if len(blocks) < 2:  # No blank line stands between two others.
        blocks = [(number, [line]) for number, line in enumerate(lines, start=1) if not is_blank(line)]
    # A paragraph's own line breaks are where the writer's window ended.
    texts = without_bullets([" ".join(line.strip() for line in block) for _, block in blocks])
    table = Table("", Origin.PROSE)
    for (number, _), words in zip(blocks, texts, strict=True):
        table.take(Row(number, {TEXT_COLUMN: words}))
    return table


def without_bullets(texts: Sequence[str]) -> list[str]:
    """The texts without the signs of a list, when there are several and every one has such a sign."""
    found = [_BULLET.match(text) for text in texts]
    if len(texts) > 1 and all(match is not None and match.end() < len(match.string) for match in found):
        return [match.string[match.end() :] for match in found if match is not None]
    return list(texts)


def _paragraphs(lines: Sequence[str]) -> list[tuple[int, list[str]]]:
    blocks: list[tuple[int, list[str]]] = []
    is_open = False
    for number, line in enumerate(lines, start=1):
        if is_blank(line):
            is_open = False
        elif is_open:
            blocks[-1][1].append(line)
        else:
            blocks.append((number, [line]))
            is_open = True
    return blocks
