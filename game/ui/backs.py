"""The backs of cards and slips, the pile and the deck's box.

The back is the same upside down. Its pattern is one surface that is kept by size and colour.
"""

from __future__ import annotations

import math
from functools import lru_cache

import pygame
from pygame import Surface

from game.ui.caching import SurfaceStore
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.shadows import Shadow, shadow
from game.ui.shapes import half_disc, half_disc_surface, mark, rounded, rounded_px
from game.ui.stage import Box
from game.ui.text import TextStyle
from game.ui.theme import Color, mix

_BACKS = SurfaceStore(2_500_000)
_YELLOW = (244, 188, 60)


def _frame_inset(h: float) -> float:
    return min(1.9, 0.07 * h)


@lru_cache(maxsize=32)
def pattern_places(w: float, h: float, has_mark: bool) -> tuple[tuple[float, float, bool], ...]:
    """Where the small marks stand on a back of that size: x, y from its corner, and whether turned."""
    inset = _frame_inset(h)
    cell = min(5.0, max(2.0, 0.115 * h))
    edge = inset + 0.28 * cell
    columns = max(1, math.floor((w - 2 * edge) / cell))
    rows = max(1, math.floor((h - 2 * edge) / cell))
    if columns > 1 and (rows + columns) % 2:
        # Only then does the chessboard fall on itself when the card is turned upside down.
        columns -= 1
    step_x, step_y = (w - 2 * edge) / columns, (h - 2 * edge) / rows
    keep_away = 1.62 * min(0.215 * h, 0.2 * w) + 0.45 * cell if has_mark else 0.0
    places: list[tuple[float, float, bool]] = []
    for row in range(rows):
        for column in range(columns):
            x, y = edge + (column + 0.5) * step_x, edge + (row + 0.5) * step_y
            if math.hypot(x - w / 2, y - h / 2) >= keep_away:
                places.append((x, y, (row + column) % 2 == 0))
    return tuple(places)


def _paint_back(
    canvas: Canvas, box: Box, color: Color, radius: float, *, pattern: bool, has_mark: bool
) -> None:
    theme = canvas.theme
    line_color = theme.band_rim if theme.is_contrast else None
    rounded(canvas, box, radius, color, line=0.35, line_color=line_color)
    inset = _frame_inset(box.h)
    if pattern:
        _pattern(canvas, box, color, has_mark)
    frame = mix(color, theme.back_ink, 0.75)
    rounded(
        canvas,
        box.inset(inset),
        max(0.5, radius - inset * 0.55),
        None,
        line=max(0.16, 0.006 * box.h),
        line_color=frame,
    )
    if has_mark:
        r = min(0.215 * box.h, 0.2 * box.w)
        lit = theme.lit if theme.is_contrast else _YELLOW
        mark(canvas, box.center_x, box.center_y, r, lit, theme.back_ink)


def _pattern(canvas: Canvas, box: Box, color: Color, has_mark: bool) -> None:
    cell = min(5.0, max(2.0, 0.115 * box.h))
    r_px = 0.3 * cell * canvas.stage.scale
    faint = mix(color, (255, 255, 255), 0.085)
    for dx, dy, is_turned in pattern_places(box.w, box.h, has_mark):
        x, y = canvas.stage.x_px(box.x + dx), canvas.stage.y_px(box.y + dy)
        half = r_px / 2
        if not is_turned:
            left = half_disc_surface(r_px, faint, "right")
            right = half_disc_surface(r_px, faint, "left")
            canvas.surface.blit(left, (x - left.get_width(), round(y - half) - left.get_height() // 2))
            canvas.surface.blit(right, (x, round(y + half) - right.get_height() // 2))
        else:
            upper = half_disc_surface(r_px, faint, "bottom")
            lower = half_disc_surface(r_px, faint, "top")
            canvas.surface.blit(upper, (round(x - half) - upper.get_width() // 2, y - upper.get_height()))
            canvas.surface.blit(lower, (round(x + half) - lower.get_width() // 2, y))


def back_surface(canvas: Canvas, w: float, h: float, color: Color, radius: float = 2.2) -> Surface:
    """A card's back alone on a transparent surface, w by h vh."""
    return _kept_back(canvas, w, h, color, radius, pattern=True, has_mark=True)


def _kept_back(
    canvas: Canvas, w: float, h: float, color: Color, radius: float, *, pattern: bool, has_mark: bool
) -> Surface:
    stage = canvas.stage
    size = (stage.px(w), stage.px(h))

    def make() -> Surface:
        surface = Surface(size, pygame.SRCALPHA, 32)
        place = Box(stage.left_vh, 0.0, w, h)
        _paint_back(canvas.with_surface(surface), place, color, radius, pattern=pattern, has_mark=has_mark)
        return surface

    key = (size, color, radius, pattern, has_mark, canvas.theme.name)
    return _BACKS.get(key, make)


def card_back(
    canvas: Canvas,
    box: Box,
    color: Color,
    *,
    radius: float = 2.2,
    shadow: Shadow = Shadow.RESTING,
    pattern: bool = True,
) -> None:
    """A card that lies face down."""
    _shadow(canvas, box, radius, shadow)
    surface = _kept_back(canvas, box.w, box.h, color, radius, pattern=pattern, has_mark=True)
    canvas.surface.blit(surface, canvas.stage.box_rect(box).topleft)


_shadow = shadow


def slip_back(canvas: Canvas, box: Box, color: Color) -> None:
    """A slip that nobody has opened: the back's pattern without the mark."""
    _shadow(canvas, box, 1.4, Shadow.SLIP)
    surface = _kept_back(canvas, box.w, box.h, color, 1.4, pattern=True, has_mark=False)
    canvas.surface.blit(surface, canvas.stage.box_rect(box).topleft)


def pile(
    canvas: Canvas,
    box: Box,
    color: Color,
    edges: int = 3,
    *,
    radius: float = 2.2,
    step: tuple[float, float] = (0.18, 0.62),
) -> None:
    """A pile of cards face down: the top one at `box`, and the edges of those under it."""
    _pile_edges(canvas, box, color, edges, radius, step)
    card_back(canvas, box, color, radius=radius, shadow=Shadow.NONE)


def _pile_edges(
    canvas: Canvas, box: Box, color: Color, edges: int, radius: float, step: tuple[float, float]
) -> None:
    lowest = box.moved(step[0] * edges, step[1] * edges)
    _shadow(canvas, lowest, radius, Shadow.RESTING)
    line = mix(color, canvas.theme.back_ink, 1.0 if canvas.theme.is_contrast else 0.45)
    for index in range(edges, 0, -1):
        place = canvas.stage.box_rect(box.moved(step[0] * index, step[1] * index))
        radius_px, line_px = canvas.stage.px(radius), canvas.stage.line_px(0.1)
        rounded_px(canvas.surface, place, radius_px, color, line_px, line)


def pile_peek(canvas: Canvas, count: int, color: Color) -> None:
    """The pile beyond the window's right edge: a strip of its back, half a disc, and how many are left."""
    theme, right = canvas.theme, canvas.stage.right_vh
    box = Box(right - 6.38, 30, 20, 27)
    if count > 0:
        _pile_edges(canvas, box, color, min(3, count - 1), 1.6, (0.15, 0.55))
        surface = _kept_back(canvas, box.w, box.h, color, 1.6, pattern=True, has_mark=False)
        canvas.surface.blit(surface, canvas.stage.box_rect(box).topleft)
        lit = theme.lit if theme.is_contrast else _YELLOW
        half_disc(canvas, right, 42.4, 3.4, lit, "right")
    style = TextStyle(Face.BOLD, 3.4, 1.3, theme.table_ink)
    canvas.text(str(count), right - 3.28, 58.9, style, align="center")


def deck_box(canvas: Canvas, box: Box, color: Color, *, shadow: Shadow = Shadow.RESTING) -> Box:
    """A deck's box, standing: the back without pattern, the mark high, and a label of paper.

    Returns the label's box, 1.9 from the sides and 15.9 high on a box 24 wide; all grows with the width.
    What is above the label is the mark's, which is smaller on a lower box.
    """
    theme, by = canvas.theme, box.w / 24.0
    _shadow(canvas, box, 1.8, shadow)
    line_color = theme.band_rim if theme.is_contrast else None
    inset = 1.9 * by
    rounded(canvas, box, 1.8, color, line=0.35, line_color=line_color)
    rounded(canvas, box.inset(inset), 1.2, None, line=0.2, line_color=mix(color, theme.back_ink, 0.75))
    lit = theme.lit if theme.is_contrast else _YELLOW
    top = box.h - 17.8 * by
    mark(canvas, box.center_x, box.y + 0.565 * top, 0.222 * top, lit, theme.back_ink)
    label = Box(box.x + inset, box.y + top, box.w - 2 * inset, box.h - top - inset)
    rounded(canvas, label, 1.1, theme.paper, line=0.14, line_color=theme.paper_edge)
    return label
