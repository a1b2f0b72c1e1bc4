"""Many rows of which one is chosen, shown a page at a time: stored sessions, sheets to fetch.

It knows which rows are shown and where they lie; what a row says and does is its screen's affair.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pygame

from game.i18n import Translator
from game.screens.keys import Key, key_of
from game.ui.canvas import Canvas
from game.ui.icons import icon
from game.ui.stage import Box, Stage

ROWS: Final = 5
"""How many rows a page has."""


class PagedRows:
    """Which row is chosen. The number of rows is given anew each time: it may have changed."""

    def __init__(
        self, row_place: Callable[[Stage, int], Box], turner_places: Callable[[Stage], tuple[Box, Box]]
    ) -> None:
        self.at = 0
        """The chosen row, from 0; 0 too when there are no rows."""
        self._row_place, self._turner_places = row_place, turner_places

    @property
    def first(self) -> int:
        """The first row of the page that is shown."""
        return self.at // ROWS * ROWS

    def page(self, count: int) -> range:
        """The rows that are shown."""
        return range(self.first, min(self.first + ROWS, count))

    def place(self, stage: Stage, row: int) -> Box:
        """Where a row of the shown page lies."""
        return self._row_place(stage, row - self.first)

    def move(self, by: int, count: int) -> None:
        """Choose another row, and stay on one that exists; by 0 only the latter."""
        self.at = max(0, min(count - 1, self.at + by))

    def take_key(self, event: pygame.Event, count: int) -> bool:
        """Move with Up, Down and Tab; whether the key was one of them."""
        if event.key == pygame.K_TAB:
            self.move(-1 if event.mod & pygame.KMOD_SHIFT else 1, count)
            return True
        key = key_of(event)
        if key not in (Key.UP, Key.DOWN):
            return False
        self.move(-1 if key is Key.UP else 1, count)
        return True

    def row_at(self, at: tuple[float, float], stage: Stage, count: int) -> int | None:
        """The row under a place in vh; None when there is none."""
        return next((row for row in self.page(count) if self.place(stage, row).contains(*at)), None)

    def turn_at(self, at: tuple[float, float], stage: Stage, count: int) -> None:
        """Turn the page when one of its arrows is pressed."""
        up, down = self._turner_places(stage)
        if up.contains(*at) and self.first > 0:
            self.at = self.first - 1
        elif down.contains(*at) and self.first + ROWS < count:
            self.at = self.first + ROWS

    def remark(self, count: int, _: Translator) -> str:
        """Which rows of how many are shown; nothing when all are."""
        page = self.page(count)
        if len(page) == count:
            return ""
        return _("{first}–{last} av {count}", first=page.start + 1, last=page.stop, count=count)

    def draw_turners(self, canvas: Canvas, count: int) -> None:
        """The arrows that there is a page for."""
        up, down = self._turner_places(canvas.stage)
        for box, name, is_on in ((up, "up", self.first > 0), (down, "down", self.first + ROWS < count)):
            if is_on:
                icon(canvas, name, box.center_x, box.center_y, 4.0, canvas.theme.table_ink)
