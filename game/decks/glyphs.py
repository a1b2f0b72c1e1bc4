"""Which characters of a text the program's fonts cannot draw: they would be empty boxes on the card.

The fonts are not opened: `assets/fonts/coverage.json` lists what they have (`tools/font_coverage.py`).
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Literal

from game.resources import assets_folder

Faces = Literal["text", "title"]
"""Titles stand in the serif too, which has other characters."""

MOST_NAMED = 6


def missing_characters(text: str, faces: Faces) -> tuple[str, ...]:
    """The characters that cannot be drawn, each once, in the order of the text; mostly none."""
    return tuple(dict.fromkeys(_undrawn(faces).findall(text)))


def named(characters: tuple[str, ...]) -> str:
    """Characters for people: themselves and their numbers, at most `MOST_NAMED`, then an ellipsis."""
    names = [f"{character} (U+{ord(character):04X})" for character in characters[:MOST_NAMED]]
    return ", ".join([*names, "…"] if len(characters) > MOST_NAMED else names)


@cache
def _undrawn(faces: Faces) -> re.Pattern[str]:
    listed = json.loads((assets_folder() / "fonts" / "coverage.json").read_text(encoding="utf-8"))
    ends = [part.split("-") for part in listed[faces].split()]
    drawn = "".join(f"\\U{int(part[0], 16):08x}-\\U{int(part[-1], 16):08x}" for part in ends)
    return re.compile(f"[^{drawn}]")
