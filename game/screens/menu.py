"""Rows under each other of which one is chosen: the pause menu, and the actions for a seat.

A menu draws itself in a box and says which row was asked for; what that means is its screen's affair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.screens.keys import Key, key_of
from game.ui.band import key_cap, key_cap_width
from game.ui.canvas import Canvas
from game.ui.focus import FocusOrder, first_hit, focus_ring
from game.ui.fonts import Face
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage
from game.ui.text import TextStyle
from game.ui.theme import mix

LABEL = TextStyle(Face.MEDIUM, 3.6, 1.22)
DETAIL = TextStyle(Face.REGULAR, 3.0, 1.22)
_INSET_VH = 2.8
_RADIUS_VH = 1.4


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do. `detail` stands at the right, `cap` is the key that does the same elsewhere."""

    id: str
    label: str
    detail: str = ""
    cap: str = ""
    is_enabled: bool = True


class Menu:
    """Rows and which of them has the focus. The rows are given anew whenever the scene changes."""

    def __init__(self) -> None:
        self.order = FocusOrder([])

    @property
    def focus(self) -> str | None:
        """The row that Enter presses."""
        return self.order.current

    def boxes(self, rows: Sequence[Row], box: Box, gap: float = 1.1) -> dict[str, Box]:
        """Each row's place when they share a box equally."""
        height = (box.h - gap * (len(rows) - 1)) / max(1, len(rows))
        return {row.id: Box(box.x, box.y + i * (height + gap), box.w, height) for i, row in enumerate(rows)}

    def handle(
        self, event: pygame.Event, stage: Stage, rows: Sequence[Row], boxes: dict[str, Box]
    ) -> str | None:
        """The id of the row that a press or Enter asks for. Up, Down and Tab move the focus."""
        enabled = [row.id for row in rows if row.is_enabled]
        self.order.set_ids(enabled)
        pressed = first_hit(event, stage, {key: boxes[key] for key in enabled})
        if pressed is not None:
            self.order.current = pressed
            return pressed
        key = key_of(event)
        if key is Key.UP:
            self.order.previous()
        elif key is Key.DOWN:
            self.order.next()
        elif key is Key.ENTER:
            return self.order.current
        else:
            self.order.handle(event)
        return None

    def draw(
        self, canvas: Canvas, rows: Sequence[Row], boxes: dict[str, Box], *, has_focus: bool = True
    ) -> None:
        """Draw the rows; the one with the focus is ringed."""
        for row in rows:
            draw_row(canvas, boxes[row.id], row)
        if has_focus and self.order.current in boxes:
            focus_ring(canvas, boxes[self.order.current], _RADIUS_VH)


def draw_row(canvas: Canvas, box: Box, row: Row) -> None:
    """A row on paper: its label, then the detail and the key at the right."""
    theme = canvas.theme
    line = 0.3 if theme.is_contrast else 0.12
    rounded(canvas, box, _RADIUS_VH, theme.field, line=line, line_color=theme.field_line)
    ink = theme.field_ink if row.is_enabled else mix(theme.field_ink, theme.field, 0.45)
    right = box.right - _INSET_VH
    if row.cap:
        width = key_cap_width(canvas, row.cap, height=4.2)
        key_cap(canvas, right - width, box.center_y, row.cap, color=ink, height=4.2)
        right -= width + 1.6
    label = LABEL.colored(ink)
    left = box.x + _INSET_VH
    wanted = canvas.width(row.label, label)
    if row.detail and wanted + 3 < right - left:
        small = DETAIL.colored(ink)
        room = right - left - wanted - 3
        if canvas.width(row.detail, small) <= room:
            canvas.text(row.detail, right, box.center_y - small.line_vh / 2, small, align="right")
    canvas.shrunk(row.label, left, box.center_y - label.line_vh / 2, label, right - left, 3.0)
