"""Characters that the fonts lack: the list is fresh, and says what drawing shows."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pygame
import pytest

from game.decks.glyphs import MOST_NAMED, Faces, missing_characters, named
from game.ui.fonts import Face, font

TOOL = Path(__file__).resolve().parents[2] / "tools" / "font_coverage.py"
FACES: dict[Faces, tuple[Face, ...]] = {
    "text": (Face.REGULAR, Face.MEDIUM, Face.SEMIBOLD, Face.BOLD),
    "title": tuple(Face),
}
UNASSIGNED = "\uf123"
"""No font has it, so it is drawn as the empty box."""


def test_the_list_is_fresh() -> None:
    """The committed list is what the fonts give."""
    done = subprocess.run([sys.executable, TOOL, "--check"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("", 0), "run tools/font_coverage.py"


@pytest.mark.parametrize("faces", FACES)
def test_the_list_says_what_drawing_shows(faces: Faces) -> None:
    """A letter, figure, mark or sign is missing exactly when a face draws the empty box for it."""
    checked = 0
    for number in (*range(0x21, 0x2C00), 0xFB01, 0xFB02, 0x1F44D, 0x1F642):
        character = chr(number)
        # Joining marks are never alone, and right-to-left letters are shaped: no card's language has them.
        if unicodedata.category(character)[0] not in "LNPS" or unicodedata.bidirectional(character) in "RAL":
            continue
        if unicodedata.normalize("NFC", character) != character:
            continue  # Cleaning text has made it another character.
        is_missing = missing_characters(character, faces) != ()
        assert is_missing == any(_is_box(face, character) for face in FACES[faces]), f"U+{number:04X}"
        checked += 1
    assert checked > 1000


def _is_box(face: Face, character: str) -> bool:
    opened = font(face, 24)
    drawn, box = (opened.render(text, True, (0, 0, 0)) for text in (character, UNASSIGNED))
    if drawn.get_size() != box.get_size():
        return False
    return pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(box, "RGBA")


def test_what_leaves_no_mark_is_never_missing() -> None:
    """White space, soft hyphens, joiners and variation signs are not told."""
    assert missing_characters("a\n\t\u00a0\u202f\u00ad\u200b\u200d\u2060\ufe0fb", "title") == ()


def test_swedish_and_its_neighbours_are_there() -> None:
    """Letters of the languages around, and typographic signs, are drawn."""
    text = "ÅÄÖåäö Éé Üü ÆæØøÐðÞþ ĄąŁłŹź ČčŠšŽž ĞğİıŞş ÁáĐđ ½ € § ° ± × – — … ”’„“«»"
    assert missing_characters(text, "text") == missing_characters(text, "title") == ()


def test_missing_characters_come_once_in_the_order_of_the_text() -> None:
    """Arrows, ticks and emoji are found; a repeated one is told once."""
    assert missing_characters("✓ a → b ✓ 👍", "text") == ("✓", "→", "👍")
    assert missing_characters("ŋ ♪", "text") == ("ŋ",)
    assert missing_characters("ŋ ♪", "title") == ("ŋ", "♪")


def test_characters_are_named_with_their_numbers() -> None:
    """People see the sign and its number; a long row ends in an ellipsis."""
    assert named(("→", "👍")) == "→ (U+2192), 👍 (U+1F44D)"
    assert named(tuple("日本語日本語日"[:MOST_NAMED])).count("U+") == MOST_NAMED
    assert named(tuple("日本語中国人民")).endswith(", …")
