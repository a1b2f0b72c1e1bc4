"""Contact sheets: small pictures of cards side by side, each with its number and title under it."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.i18n import translator
from game.screens.base import Look
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.stage import Stage
from game.ui.text import TextStyle
from game.ui.theme import THEMES

COLUMNS, ROWS = 6, 10
"""How many cards a sheet holds; more cards make more sheets."""
SMALL_PX = 400
"""The width of a small picture."""
_SEEN_VH = 82.0
"""How much of a picture is shown small, in hundredths of its height."""
_GAP_PX = 28
_WORDS_PX = 46
"""The height of the words under a picture."""
_HEAD_PX = 90
_TITLE_PX, _HEADING_PX = 24, 44


class ContactSheets:
    """Fills sheet after sheet and writes each when it is full."""

    def __init__(self, out: Path, title: str, count: int, look: Look) -> None:
        self._out, self._title, self._count = out, title, count
        self._theme = THEMES[look.theme]
        self._language = look.language
        self._cells: list[tuple[pygame.Surface, str]] = []
        self._sheets = 0

    def add(self, picture: pygame.Surface, number: int, title: str) -> int:
        """Put a card on the sheet; how many files were written: 1 when the sheet is full."""
        # The band says no more than the words under the picture.
        width = picture.get_width()
        seen = picture.subsurface((0, 0, width, round(picture.get_height() * _SEEN_VH / 100)))
        small = pygame.transform.smoothscale(seen, (SMALL_PX, round(SMALL_PX * seen.get_height() / width)))
        self._cells.append((small, f"{number}  {title}"))
        return self._write() if len(self._cells) == COLUMNS * ROWS else 0

    def finish(self) -> int:
        """Write the last sheet; how many files were written."""
        return self._write() if self._cells else 0

    def _write(self) -> int:
        self._sheets += 1
        ending = f"-{self._sheets}" if self._sheets > 1 else ""
        pygame.image.save(self._drawn(), str(self._out / f"contact-sheet{ending}.png"))
        self._cells.clear()
        return 1

    def _drawn(self) -> pygame.Surface:
        cell_px = self._cells[0][0].get_height() + _WORDS_PX
        columns = min(COLUMNS, len(self._cells))
        rows = -(-len(self._cells) // columns)
        width = _GAP_PX + columns * (SMALL_PX + _GAP_PX)
        sheet = pygame.Surface((width, _HEAD_PX + rows * (cell_px + _GAP_PX)), 0, 32)
        sheet.fill(self._theme.linen)
        _ = translator(self._language)
        heading = self._title + " · " + _.plural("{n} kort", "{n} kort", self._count)
        self._words(
            sheet, pygame.Rect(_GAP_PX, 18, width - 2 * _GAP_PX, 60), heading, Face.SERIF, _HEADING_PX
        )
        for place, (small, words) in enumerate(self._cells):
            row, column = divmod(place, columns)
            left, top = _GAP_PX + column * (SMALL_PX + _GAP_PX), _HEAD_PX + row * (cell_px + _GAP_PX)
            sheet.blit(small, (left, top))
            under = pygame.Rect(left, top + small.get_height() + 6, SMALL_PX, _WORDS_PX - 6)
            self._words(sheet, under, words, Face.SEMIBOLD, _TITLE_PX)
        return sheet

    def _words(self, sheet: pygame.Surface, room: pygame.Rect, words: str, face: Face, size_px: int) -> None:
        """One line in a part of the sheet, which is a stage of its own: 100 vh are its height."""
        stage = Stage(room.w, room.h)
        canvas = Canvas(sheet.subsurface(room), stage, self._theme, self._language)
        style = TextStyle(face, size_px / stage.scale, 1.2, self._theme.table_ink)
        left, width = stage.left_vh, room.w / stage.scale
        canvas.text(words, left, 0.0, style, max_width_vh=width)
