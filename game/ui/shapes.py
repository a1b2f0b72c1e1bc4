"""Smooth shapes: discs, half-discs, rings, rounded rectangles, the mark.

pygame's own circles have stepped edges, so shapes are drawn four times as large and scaled down, then
kept by size and colour. Large rectangles are put together from corners and fills and cost no memory.
Lengths are in vh unless the name ends in `_px`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import pygame
from pygame import Rect, Surface

from game.ui.caching import SurfaceStore
from game.ui.canvas import Canvas
from game.ui.stage import Box
from game.ui.theme import Color

Side = Literal["bottom", "left", "right", "top"]

_SHAPES = SurfaceStore(3_500_000)
_TURNS: dict[Side, int] = {"bottom": 0, "right": 90, "top": 180, "left": 270}


_LARGE_PX = 80_000


def factor_for(width_px: int, height_px: int) -> int:
    """How many times larger to draw a shape of that size: 4, or 2 for large ones, to spare memory.

    Only halvings: other factors make smoothscale lose a little of every colour.
    """
    return 4 if width_px * height_px <= _LARGE_PX else 2


def supersampled(
    width_px: int, height_px: int, color: Color, paint: Callable[[Surface, int], None]
) -> Surface:
    """A surface that `paint` fills at n times its size (it is given n), on nothing, in one colour.

    The empty ground carries the colour too, so that scaling down leaves no dark fringe.
    """
    width_px, height_px = max(1, width_px), max(1, height_px)
    factor = factor_for(width_px, height_px)
    large = Surface((width_px * factor, height_px * factor), pygame.SRCALPHA, 32)
    large.fill((*color, 0))
    paint(large, factor)
    return pygame.transform.smoothscale(large, (width_px, height_px))


def _quarter(r_px: float, line_px: float, color: Color) -> Surface:
    """The upper left quarter of a disc, or of a circle's line when `line_px` is not 0.

    Whole shapes are mirrored from it: a quarter takes a quarter of the memory while it is drawn large.
    """
    half = math.ceil(r_px) + 1

    def paint(large: Surface, n: int) -> None:
        center = (half * n, half * n)
        pygame.draw.circle(large, color, center, round(r_px * n))
        if line_px:
            pygame.draw.circle(large, (*color, 0), center, round((r_px - line_px) * n))

    return supersampled(half, half, color, paint)


def _upper_half(r_px: float, line_px: float, color: Color) -> Surface:
    quarter = _quarter(r_px, line_px, color)
    half = quarter.get_width()
    whole = Surface((2 * half, half), pygame.SRCALPHA, 32)
    whole.blit(quarter, (0, 0))
    whole.blit(pygame.transform.flip(quarter, True, False), (half, 0))
    return whole


def _round(r_px: float, line_px: float, color: Color) -> Surface:
    upper = _upper_half(r_px, line_px, color)
    width, half = upper.get_size()
    whole = Surface((width, 2 * half), pygame.SRCALPHA, 32)
    whole.blit(upper, (0, 0))
    whole.blit(pygame.transform.flip(upper, False, True), (0, half))
    return whole


def disc_surface(r_px: float, color: Color) -> Surface:
    """A disc in the middle of a square of even side."""
    return _SHAPES.get(("disc", round(r_px * 4), color), lambda: _round(r_px, 0, color))


def half_disc_surface(r_px: float, color: Color, flat: Side) -> Surface:
    """A half-disc whose flat side lies exactly on that edge of the surface, in its middle."""

    def make() -> Surface:
        return pygame.transform.rotate(_upper_half(r_px, 0, color), _TURNS[flat])

    return _SHAPES.get(("half", round(r_px * 4), color, flat), make)


def disc(canvas: Canvas, cx: float, cy: float, r: float, color: Color) -> None:
    """A filled circle."""
    surface = disc_surface(r * canvas.stage.scale, color)
    half = surface.get_width() // 2
    canvas.surface.blit(surface, (canvas.stage.x_px(cx) - half, canvas.stage.y_px(cy) - half))


def half_disc(canvas: Canvas, cx: float, cy: float, r: float, color: Color, flat: Side = "bottom") -> None:
    """Half a disc; (cx, cy) is the middle of its flat side, which lies at the side named."""
    surface = half_disc_surface(r * canvas.stage.scale, color, flat)
    _blit_half(canvas, surface, cx, cy, flat)


def _blit_half(canvas: Canvas, surface: Surface, cx: float, cy: float, flat: Side) -> None:
    x, y = canvas.stage.x_px(cx), canvas.stage.y_px(cy)
    w, h = surface.get_size()
    left = {"bottom": x - w // 2, "top": x - w // 2, "left": x, "right": x - w}[flat]
    top = {"bottom": y - h, "top": y, "left": y - h // 2, "right": y - h // 2}[flat]
    canvas.surface.blit(surface, (left, top))


def half_ring(canvas: Canvas, cx: float, cy: float, r: float, line: float, color: Color) -> None:
    """A half-disc drawn by its outline only, flat at the bottom and open there."""
    scale = canvas.stage.scale
    r_px, line_px = r * scale, max(1.0, line * scale)
    key = ("half ring", round(r_px * 4), round(line_px * 4), color)
    surface = _SHAPES.get(key, lambda: _upper_half(r_px, line_px, color))
    _blit_half(canvas, surface, cx, cy, "bottom")


def circle_line(canvas: Canvas, cx: float, cy: float, r: float, line: float, color: Color) -> None:
    """A circle's outline; r is the outer radius."""
    scale = canvas.stage.scale
    surface = _annulus(r * scale, max(1.0, line * scale), color)
    half = surface.get_width() // 2
    canvas.surface.blit(surface, (canvas.stage.x_px(cx) - half, canvas.stage.y_px(cy) - half))


def _annulus(r_px: float, line_px: float, color: Color) -> Surface:
    key = ("annulus", round(r_px * 4), round(line_px * 4), color)
    return _SHAPES.get(key, lambda: _round(r_px, line_px, color))


def dashed_circle(
    canvas: Canvas, cx: float, cy: float, r: float, line: float, color: Color, dashes: int = 16
) -> None:
    """A circle's outline in dashes, three parts line and two parts gap."""
    scale = canvas.stage.scale
    r_px, line_px = r * scale, max(1.0, line * scale)

    def make() -> Surface:
        half = math.ceil(r_px) + 1

        def paint(large: Surface, n: int) -> None:
            step = 2 * math.pi / dashes
            for index in range(dashes):
                points = arc_band(
                    half * n, half * n, r_px * n, line_px * n, index * step, (index + 0.6) * step
                )
                pygame.draw.polygon(large, color, points)

        return supersampled(2 * half, 2 * half, color, paint)

    surface = _SHAPES.get(("dashed", round(r_px * 4), round(line_px * 4), color, dashes), make)
    half = surface.get_width() // 2
    canvas.surface.blit(surface, (canvas.stage.x_px(cx) - half, canvas.stage.y_px(cy) - half))


def arc_band(
    cx: float, cy: float, r: float, line: float, start: float, end: float
) -> list[tuple[float, float]]:
    """The polygon of a piece of ring between two angles (radians, clockwise on screen from the right)."""
    steps = max(2, math.ceil(abs(end - start) * max(6.0, math.sqrt(r)) * 1.5))
    angles = [start + (end - start) * step / steps for step in range(steps + 1)]
    inner = r - line
    outside = [(cx + r * math.cos(a), cy + r * math.sin(a)) for a in angles]
    inside = [(cx + inner * math.cos(a), cy + inner * math.sin(a)) for a in reversed(angles)]
    return outside + inside


def ring(
    canvas: Canvas,
    cx: float,
    cy: float,
    r: float,
    line: float,
    share: float,
    track: Color | None = None,
    right: Color | None = None,
    left: Color | None = None,
) -> None:
    """Time as two arcs that start together at the bottom and meet at the top when `share` is 1.

    r reaches to the middle of the line. Flat where they touch at the bottom, round at the moving ends. The
    colours are the theme's unless given.
    """
    theme, scale = canvas.theme, canvas.stage.scale
    line_px = max(1.0, line * scale)
    r_px = r * scale + line_px / 2
    x, y = canvas.stage.x_px(cx), canvas.stage.y_px(cy)
    whole = _annulus(r_px, line_px, track or theme.ring_track)
    half = whole.get_width() // 2
    canvas.surface.blit(whole, (x - half, y - half))
    share = min(1.0, max(0.0, share))
    if share == 0:
        return
    canvas.surface.blit(_arc(r_px, line_px, share, right or theme.ring_right), (x, y - half))
    mirrored = pygame.transform.flip(_arc(r_px, line_px, share, left or theme.ring_left), True, False)
    canvas.surface.blit(mirrored, (x - mirrored.get_width(), y - half))


def _arc(r_px: float, line_px: float, share: float, color: Color) -> Surface:
    """The right arc, its flat start on the left edge of the surface."""
    shown = round(share * 720) / 720

    def make() -> Surface:
        half = math.ceil(r_px) + 1
        end = math.pi / 2 - shown * math.pi
        whole = Surface((half, 2 * half), pygame.SRCALPHA, 32)
        for part in (0, 1):  # Upper and lower half one after the other, to spare memory.

            def paint(large: Surface, n: int, part: int = part) -> None:
                cy = half * n * (1 - part)
                points = arc_band(0, cy, r_px * n, line_px * n, math.pi / 2, end)
                pygame.draw.polygon(large, color, points)
                middle = (r_px - line_px / 2) * n
                tip = (round(middle * math.cos(end)), round(cy + middle * math.sin(end)))
                pygame.draw.circle(large, color, tip, round(line_px * n / 2))

            whole.blit(supersampled(half, half, color, paint), (0, half * part))
        return whole

    return _SHAPES.get(("arc", round(r_px * 4), round(line_px * 4), round(shown * 720), color), make)


def rounded(
    canvas: Canvas,
    box: Box,
    radius: float,
    fill: Color | None,
    *,
    line: float = 0.0,
    line_color: Color | None = None,
) -> None:
    """A rectangle with round corners, filled, outlined (the line lies inside the box), or both."""
    stage = canvas.stage
    line_px = stage.line_px(line) if line > 0 and line_color is not None else 0
    rounded_px(canvas.surface, stage.box_rect(box), stage.px(radius), fill, line_px, line_color)


def rounded_px(
    surface: Surface, rect: Rect, radius_px: int, fill: Color | None, line_px: int, line_color: Color | None
) -> None:
    """`rounded` in pixels."""
    if rect.w <= 0 or rect.h <= 0 or (fill is None and not line_px):
        return
    r = max(0, min(radius_px, rect.w // 2, rect.h // 2))
    edge = line_color if line_px else None
    if fill is not None:
        surface.fill(fill, (rect.x + r, rect.y, rect.w - 2 * r, rect.h))
        surface.fill(fill, (rect.x, rect.y + r, r, rect.h - 2 * r))
        surface.fill(fill, (rect.right - r, rect.y + r, r, rect.h - 2 * r))
    if edge is not None:
        surface.fill(edge, (rect.x + r, rect.y, rect.w - 2 * r, line_px))
        surface.fill(edge, (rect.x + r, rect.bottom - line_px, rect.w - 2 * r, line_px))
        surface.fill(edge, (rect.x, rect.y + r, line_px, rect.h - 2 * r))
        surface.fill(edge, (rect.right - line_px, rect.y + r, line_px, rect.h - 2 * r))
    if r == 0:
        return
    corners = _corners(r, fill, line_px if edge is not None else 0, edge)
    surface.blit(corners, rect.topleft, (0, 0, r, r))
    surface.blit(corners, (rect.right - r, rect.y), (r, 0, r, r))
    surface.blit(corners, (rect.x, rect.bottom - r), (0, r, r, r))
    surface.blit(corners, (rect.right - r, rect.bottom - r), (r, r, r, r))


def _corners(r_px: int, fill: Color | None, line_px: int, edge: Color | None) -> Surface:
    """A disc of 2 r pixels whose quarters are the four corners."""

    def make() -> Surface:
        outer = edge if edge is not None else fill
        if outer is None:
            return Surface((2 * r_px, 2 * r_px), pygame.SRCALPHA, 32)
        ground = outer

        def paint(large: Surface, n: int) -> None:
            center = (r_px * n, r_px * n)
            pygame.draw.circle(large, ground, center, r_px * n)
            if edge is not None and r_px > line_px:
                inside = (*fill, 255) if fill is not None else (*edge, 0)
                pygame.draw.circle(large, inside, center, (r_px - line_px) * n)

        return supersampled(2 * r_px, 2 * r_px, ground, paint)

    return _SHAPES.get(("corner", r_px, fill, line_px, edge), make)


def mark(
    canvas: Canvas, cx: float, cy: float, r: float, left: Color, right: Color, *, raise_share: float = 1.0
) -> None:
    """The mark: two half-discs that share half an edge; with `raise_share` 0 they have met at one height."""
    lift = r / 2 * raise_share
    half_disc(canvas, cx, cy - lift, r, left, "right")
    half_disc(canvas, cx, cy + lift, r, right, "left")


def person_disc(canvas: Canvas, cx: float, cy: float, r: float, left: Color, right: Color) -> None:
    """A whole disc of two halves."""
    mark(canvas, cx, cy, r, left, right, raise_share=0.0)
