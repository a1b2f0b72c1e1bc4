"""The fonts that come with the program, opened once per face and size.

Sizes are em sizes in pixels. This module knows no layout; it only opens, measures and renders one line.
"""

from __future__ import annotations

import unicodedata
from enum import Enum
from functools import lru_cache

import pygame
import pygame.freetype

from game.resources import assets_folder


class Face(Enum):
    """A font file; the value is its name in `assets/fonts`."""

    REGULAR = "AtkinsonHyperlegibleNext-Regular"
    MEDIUM = "AtkinsonHyperlegibleNext-Medium"
    SEMIBOLD = "AtkinsonHyperlegibleNext-SemiBold"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    SERIF = "YoungSerif-Regular"

    @property
    def ascent(self) -> float:
        """From the baseline up, in em."""
        return 1.046 if self is Face.SERIF else 0.984

    @property
    def descent(self) -> float:
        """From the baseline down, in em; negative."""
        return -0.366 if self is Face.SERIF else -0.316


NUMERAL_FACE = Face.SEMIBOLD
"""Draws the figures in a serif line: Young Serif's old-style 1 looks like an I."""


@lru_cache(maxsize=36)
def font(face: Face, size_px: int) -> pygame.font.Font:
    """The font of a face at an em size in pixels (at least 1)."""
    if not pygame.font.get_init():
        pygame.font.init()
    return pygame.font.Font(assets_folder() / "fonts" / f"{face.value}.ttf", max(1, size_px))


def clear_fonts() -> None:
    """Forget opened fonts; needed after `pygame.quit`."""
    font.cache_clear()


@lru_cache(maxsize=1024)
def clean(text: str) -> str:
    """The same text with what no font can draw replaced: control characters by a space, others by U+FFFD.

    Newlines, soft hyphens, no-break spaces and joiners stay.
    """
    if text.isprintable():
        return text
    return "".join(_drawable(char) for char in text.replace("\r\n", "\n").replace("\r", "\n"))


def _drawable(char: str) -> str:
    if char.isprintable() or char in "\n\u00ad\u00a0\u202f\u200b\u200c\u200d\u2060":
        return char
    category = unicodedata.category(char)
    if category in ("Cc", "Zs", "Zl", "Zp"):
        return "\n" if category in ("Zl", "Zp") else " "
    return "" if category == "Cf" else "\ufffd"


@lru_cache(maxsize=512)
def missing_glyphs(text: str, face: Face = Face.REGULAR) -> frozenset[str]:
    """The characters of a text that the face cannot draw; spaces and soft hyphens are never missing."""
    if not pygame.freetype.get_init():
        pygame.freetype.init()
    opened = pygame.freetype.Font(str(assets_folder() / "fonts" / f"{face.value}.ttf"), 16)
    wanted = sorted({char for char in clean(text) if char.isprintable() and not char.isspace()})
    found = opened.get_metrics("".join(wanted))
    return frozenset(char for char, metrics in zip(wanted, found, strict=True) if metrics is None)


def parts(face: Face, text: str) -> list[tuple[Face, str]]:
    """The runs of one line by the face that draws them; only a serif line with figures has several."""
    if face is not Face.SERIF or not any(char.isdigit() for char in text):
        return [(face, text)]
    runs: list[tuple[Face, str]] = []
    for char in text:
        wanted = NUMERAL_FACE if char.isdigit() else face
        if runs and runs[-1][0] is wanted:
            runs[-1] = (wanted, runs[-1][1] + char)
        else:
            runs.append((wanted, char))
    return runs


@lru_cache(maxsize=8192)
def line_width_px(face: Face, size_px: int, line: str) -> int:
    """How wide a line is when it is drawn, measured as a whole; `line` must be clean and have no newline."""
    return sum(font(part, size_px).size(run)[0] for part, run in parts(face, line))


def render_line(face: Face, size_px: int, line: str, color: tuple[int, int, int]) -> pygame.Surface:
    """A clean line drawn on nothing; the baseline lies `font(face, size_px).get_ascent()` below its top."""
    runs = parts(face, line)
    if len(runs) == 1:
        return font(face, size_px).render(line, True, color)
    main = font(face, size_px)
    drawn = [(font(part, size_px), font(part, size_px).render(run, True, color)) for part, run in runs]
    width = sum(surface.get_width() for _, surface in drawn)
    whole = pygame.Surface((max(1, width), main.get_height()), pygame.SRCALPHA)
    x = 0
    for part_font, surface in drawn:
        whole.blit(surface, (x, main.get_ascent() - part_font.get_ascent()))
        x += surface.get_width()
    return whole
