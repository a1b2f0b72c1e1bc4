"""Faults in words, one under the other in a room of a sheet, as many as fit: a page of them, and which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box, Stage
from game.ui.text import TextBlock, TextStyle, layout

_TEXT: Final = TextStyle(Face.REGULAR, 3.2, 1.3)
_GAP_VH: Final = 2.0
_INDENT_VH: Final = 6.6


def _block(stage: Stage, fault: str, language: str, room: Box) -> TextBlock:
    lines = int(room.h / _TEXT.line_vh)
    return layout(stage, fault, _TEXT, room.w - _INDENT_VH, language, max_lines=lines)


def page_end(stage: Stage, faults: Sequence[str], start: int, language: str, room: Box) -> int:
    """The index after the last fault that fits on the page which begins at `start`; at least one fits."""
    left = room.h
    end = start
    while end < len(faults):
        needed = _block(stage, faults[end], language, room).height_vh
        if needed > left and end > start:
            break
        left -= needed + _GAP_VH
        end += 1
    return end


class FaultPages:
    """Which page of a list is shown. The list and its room are the screen's, and may change meanwhile."""

    def __init__(self) -> None:
        self._starts = [0]

    @property
    def start(self) -> int:
        """The index of the first fault on the page."""
        return self._starts[-1]

    @property
    def is_first(self) -> bool:
        """Whether there is no page before this one."""
        return len(self._starts) == 1

    def go_on(self, end: int, count: int) -> bool:
        """Turn to the page that begins at `end`, of `count` faults; False when this is the last one."""
        if end >= count:
            return False
        self._starts.append(end)
        return True

    def go_back(self) -> bool:
        """Turn to the page before; False when this is the first one."""
        if self.is_first:
            return False
        self._starts.pop()
        return True


def draw_faults(canvas: Canvas, faults: Sequence[str], start: int, language: str, room: Box) -> None:
    """The page that begins at `start`, each fault with its sign."""
    y = room.y
    for fault in faults[start : page_end(canvas.stage, faults, start, language, room)]:
        block = _block(canvas.stage, fault, language, room)
        icon(canvas, "fault", room.x + 1.9, y + 2.0, 3.6, canvas.theme.fault, hole=canvas.theme.paper)
        canvas.block(block, Box(room.x + _INDENT_VH, y, room.w - _INDENT_VH, block.height_vh))
        y += block.height_vh + _GAP_VH
