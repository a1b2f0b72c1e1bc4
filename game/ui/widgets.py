"""Thin widgets: a button, a row of choices, a check box. They draw themselves and say what was hit.

They keep no focus and no value of their own accord: the screen tells them at drawing and stores what
they report.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import pygame
from pygame.event import Event

from game.ui.band import key_cap, key_cap_width, yellow_button
from game.ui.canvas import Canvas
from game.ui.focus import arrow, focus_ring, hit, press
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shadows import Shadow, shadow
from game.ui.shapes import circle_line, rounded
from game.ui.stage import Box, Stage
from game.ui.text import TextStyle
from game.ui.theme import Color, mix

ButtonKind = Literal["paper", "yellow", "outline", "band"]
RADIUS_VH = 1.6


@dataclass(frozen=True)
class Button:
    """A button. `paper` lies on the table, `outline` on paper, `band` on the band, `yellow` is the way on."""

    id: str
    label: str
    box: Box
    key: str = ""
    kind: ButtonKind = "paper"
    is_enabled: bool = True

    def draw(self, canvas: Canvas, is_focused: bool = False) -> None:
        """Draw it, with its key cap at the right of the label."""
        if self.kind == "yellow":
            yellow_button(
                canvas,
                self.label,
                self.key or None,
                box=self.box,
                is_enabled=self.is_enabled,
                is_focused=is_focused,
            )
            return
        ink = self._ground(canvas)
        style = TextStyle(Face.BOLD, min(3.2, max(2.2, self.box.h * 0.48)), 1.3, ink)
        cap_height = min(4.2, self.box.h * 0.72)
        cap = key_cap_width(canvas, self.key, height=cap_height) + 1.6 if self.key else 0.0
        room = self.box.w - cap - 2.0
        width = min(room, canvas.width(self.label, style))
        left = self.box.center_x - (width + cap) / 2
        canvas.text(self.label, left, self.box.center_y - style.line_vh / 2, style, max_width_vh=room)
        if self.key:
            key_cap(canvas, left + width + 1.6, self.box.center_y, self.key, color=ink, height=cap_height)
        if is_focused:
            focus_ring(canvas, self.box, min(RADIUS_VH, self.box.h / 3))

    def _ground(self, canvas: Canvas) -> Color:
        theme, radius = canvas.theme, min(RADIUS_VH, self.box.h / 3)
        if self.kind == "paper":
            shadow(canvas, self.box, radius, Shadow.SLIP)
            rounded(canvas, self.box, radius, theme.paper, line=0.14, line_color=theme.paper_edge)
            return theme.ink if self.is_enabled else mix(theme.ink, theme.paper, 0.35)
        ink = theme.band_ink if self.kind == "band" else theme.ink
        ground = theme.band if self.kind == "band" else theme.paper
        shown = ink if self.is_enabled else mix(ink, ground, 0.35)
        rounded(canvas, self.box, radius, ground, line=0.22, line_color=shown)
        return shown

    def hit(self, event: Event, stage: Stage) -> bool:
        """Whether the event presses it; never when it is disabled."""
        return self.is_enabled and hit(event, stage, self.box)


@dataclass(frozen=True)
class Option:
    """One choice of several."""

    id: str
    label: str
    detail: str = ""


def draw_choice(
    canvas: Canvas,
    box: Box,
    label: str,
    detail: str = "",
    *,
    is_chosen: bool,
    is_focused: bool = False,
    ground: Literal["field", "paper"] = "field",
    size_vh: float = 3.2,
) -> None:
    """A choice: filled and ticked when it is chosen. `ground` says what it looks like when it is not."""
    theme = canvas.theme
    radius = min(RADIUS_VH, box.h / 4)
    if ground == "paper":
        shadow(canvas, box, radius, Shadow.SLIP)
    if is_chosen:
        line_color = theme.chosen_ink if theme.is_contrast else None
        rounded(canvas, box, radius, theme.chosen, line=0.3, line_color=line_color)
        ink = theme.chosen_ink
    elif ground == "paper":
        rounded(canvas, box, radius, theme.paper, line=0.14, line_color=theme.paper_edge)
        ink = theme.ink
    else:
        line = 0.3 if theme.is_contrast else 0.12
        rounded(canvas, box, radius, theme.field, line=line, line_color=theme.field_line)
        ink = theme.field_ink
    left = box.x + 2.4
    if is_chosen:
        icon(canvas, "tick", box.x + 3.4, box.center_y, 3.2, ink)
        left = box.x + 6.0
    _label_and_detail(
        canvas, Box(left, box.y, box.right - left - 1.2, box.h), label, detail, ink, size_vh, is_chosen
    )
    if is_focused:
        focus_ring(canvas, box, radius)


def _label_and_detail(
    canvas: Canvas, room: Box, label: str, detail: str, ink: Color, size_vh: float, is_bold: bool
) -> None:
    style = TextStyle(Face.BOLD if is_bold else Face.MEDIUM, size_vh, 1.22, ink)
    small = TextStyle(Face.REGULAR, max(3.0, size_vh * 0.82), 1.22, ink)
    block = canvas.fit(label, style, room.w, room.h, min(2.4, size_vh), size_vh, balance=True)
    if not detail or block is None:
        canvas.fit_text(label, room, style, min(2.4, size_vh), size_vh, valign="middle", balance=True)
        return
    one = canvas.layout(label, style, room.w, max_lines=1)
    height = one.height_vh + small.line_vh
    top = room.center_y - height / 2
    canvas.block(one, Box(room.x, top, room.w, one.height_vh))
    canvas.text(detail, room.x, top + one.height_vh, small, max_width_vh=room.w)


@dataclass
class ChoiceRow:
    """Choices side by side (or under each other) of which one is chosen."""

    id: str
    options: Sequence[Option]
    box: Box
    chosen: str | None = None
    gap: float = 1.6
    is_vertical: bool = False
    ground: Literal["field", "paper"] = "field"
    size_vh: float = field(default=3.2)

    def boxes(self) -> dict[str, Box]:
        """Each choice's place, by its id."""
        count = max(1, len(self.options))
        places: dict[str, Box] = {}
        for index, option in enumerate(self.options):
            if self.is_vertical:
                h = (self.box.h - self.gap * (count - 1)) / count
                places[option.id] = Box(self.box.x, self.box.y + index * (h + self.gap), self.box.w, h)
            else:
                w = (self.box.w - self.gap * (count - 1)) / count
                places[option.id] = Box(self.box.x + index * (w + self.gap), self.box.y, w, self.box.h)
        return places

    def draw(self, canvas: Canvas, focused: str | None = None) -> None:
        """Draw all; `focused` is an option's id, or the row's own, which rings the chosen or first one."""
        ringed = focused
        if focused == self.id:
            ringed = self.chosen or (self.options[0].id if self.options else None)
        places = self.boxes()
        order = sorted(self.options, key=lambda option: option.id == ringed)
        for option in order:
            draw_choice(
                canvas,
                places[option.id],
                option.label,
                option.detail,
                is_chosen=option.id == self.chosen,
                is_focused=option.id == ringed,
                ground=self.ground,
                size_vh=self.size_vh,
            )

    def handle(self, event: Event, stage: Stage, is_focused: bool = False) -> str | None:
        """The id of the option that a press, or an arrow while the row has the focus, chooses."""
        at = press(event, stage)
        if at is not None:
            return next((key for key, box in self.boxes().items() if box.contains(*at)), None)
        direction = arrow(event) if is_focused else None
        if direction is None or not self.options:
            return None
        step = direction[1] if self.is_vertical else direction[0]
        ids = [option.id for option in self.options]
        if step == 0:
            return None
        if self.chosen not in ids:
            return ids[0 if step > 0 else -1]
        index = min(len(ids) - 1, max(0, ids.index(self.chosen) + step))
        return ids[index] if ids[index] != self.chosen else None


def checkbox(
    canvas: Canvas, box: Box, label: str, detail: str = "", *, is_on: bool, is_focused: bool = False
) -> None:
    """A large choice on the table with a circle, which turns into a tick when it is on."""
    theme = canvas.theme
    shadow(canvas, box, RADIUS_VH, Shadow.SLIP)
    if is_on:
        line_color = theme.chosen_ink if theme.is_contrast else None
        rounded(canvas, box, RADIUS_VH, theme.chosen, line=0.3, line_color=line_color)
        ink = theme.chosen_ink
        icon(canvas, "tick", box.x + 5.0, box.center_y, 5.0, ink)
    else:
        rounded(canvas, box, RADIUS_VH, theme.paper, line=0.14, line_color=theme.paper_edge)
        ink = theme.ink
        circle_line(canvas, box.x + 5.0, box.center_y, 2.1, 0.28, theme.second_ink)
    room = Box(box.x + 9.2, box.y, box.w - 10.4, box.h)
    _label_and_detail(canvas, room, label, detail, ink, 3.8, True)
    if is_focused:
        focus_ring(canvas, box, RADIUS_VH)


def is_activation(event: Event) -> bool:
    """Whether the event is Enter or Space going down, which press what has the focus."""
    keys = (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE)
    return event.type == pygame.KEYDOWN and event.key in keys
