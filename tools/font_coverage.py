"""Update the list of characters that the program's fonts can draw, which checking a deck asks.

`python tools/font_coverage.py` writes `assets/fonts/coverage.json`: ranges of code points in
hexadecimal, both ends included, for text and for titles. `--check` writes nothing and exits with 1 when
the file is not fresh.

A character counts as drawn when the font has it; when the font has all that Unicode takes it apart into
(ẽ is e and a tilde, and drawing puts them together); or when drawing it leaves no mark.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
COVERAGE = FONTS / "coverage.json"

TEXT_FACES = (
    "AtkinsonHyperlegibleNext-Regular",
    "AtkinsonHyperlegibleNext-Medium",
    "AtkinsonHyperlegibleNext-SemiBold",
    "AtkinsonHyperlegibleNext-Bold",
)
TITLE_FACES = (*TEXT_FACES, "YoungSerif-Regular")
"""A title stands in the serif on its card and in the text's faces in lists."""

UNMARKED = (
    *((0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029)),
    *((0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000)),
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E)),
    *((0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0000, 0xE0FFF)),
)
"""White space, and what only says how its neighbours are drawn."""
LAST_TAKEN_APART = 0x2FFF
"""Letters with marks lie below; what lies above (Korean, Chinese) these fonts have no parts for."""


def drawn(faces: Iterable[str]) -> list[tuple[int, int]]:
    """The ranges of code points that every one of the faces can draw."""
    each = [_drawn_by(face) for face in faces]
    return ranges(set.intersection(*each))


def _drawn_by(face: str) -> set[int]:
    with TTFont(FONTS / f"{face}.ttf") as font:
        points: set[int] = set(font.getBestCmap())
    marked = points.copy()
    points |= {
        point
        for point in range(LAST_TAKEN_APART + 1)
        if marked.issuperset(map(ord, unicodedata.normalize("NFD", chr(point))))
    }
    return points.union(*(range(first, last + 1) for first, last in UNMARKED))


def ranges(points: Iterable[int]) -> list[tuple[int, int]]:
    """Code points as ranges, both ends included, in order."""
    found: list[tuple[int, int]] = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1] = found[-1][0], point
        else:
            found.append((point, point))
    return found


def content() -> str:
    """What the file holds."""
    listed = {
        name: " ".join(
            f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in drawn(faces)
        )
        for name, faces in (("text", TEXT_FACES), ("title", TITLE_FACES))
    }
    return json.dumps(listed, indent=1) + "\n"


def main(arguments: list[str]) -> int:
    """Write or check the file; 0 when all is well."""
    fresh = content()
    if COVERAGE.exists() and COVERAGE.read_text(encoding="utf-8") == fresh:
        return 0
    if "--check" in arguments:
        print(f"not fresh: {COVERAGE.name}")
        return 1
    COVERAGE.write_text(fresh, encoding="utf-8", newline="\n")
    print(f"written: {COVERAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
