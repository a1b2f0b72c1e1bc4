"""The examples in the guides for people who make decks: fenced blocks with a word for what they are.

A block's first line says its language, what it is, and what the file is called, as in
` ```yaml deck vart-hus.sv.yaml `.

- `deck`, `sheet`: a whole file without faults.
- `card`, `themes`: a part of a deck.
- `faulty`: a file with faults; what the program says of them stands in the next block, `said`.

Blocks of the language `sh` hold commands, one a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"
EXAMPLES = DOCS / "examples"
PICTURES = DOCS / "pictures"
GUIDES = {"sv": DOCS / "deck-guide.md", "en": DOCS / "deck-guide.en.md"}

_FENCE = re.compile(r"^```(\w*)(.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """One example."""

    language: str
    """`yaml`, `csv`, `text` or `sh`."""
    sort: str
    """`deck`, `card`, `themes`, `sheet`, `faulty`, `said`; empty when the block says nothing of it."""
    name: str
    """What the file is called; empty when it is a part of one."""
    text: str


def blocks(guide: str) -> list[Block]:
    """Every fenced block of a guide's text, in its order."""
    found = []
    for language, rest, text in _FENCE.findall(guide):
        sort, _space, name = rest.strip().partition(" ")
        found.append(Block(language, sort, name, text))
    return found


def faulty(guide: str) -> list[tuple[Block, tuple[str, ...]]]:
    """Every faulty file of a guide, with the lines that the program says of it."""
    found = blocks(guide)
    return [
        (one, tuple(found[place + 1].text.splitlines()))
        for place, one in enumerate(found)
        if one.sort == "faulty"
    ]
