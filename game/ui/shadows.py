"""Soft shadows under things that lie on the table.

A shadow is blurred at a quarter of its size and scaled up. That of a large rectangle is put together from
the corners and edges of a small one, hollow in the middle, where the thing itself covers it: its edges
reach only a little under the thing, since they are most of what a picture of the table costs.
"""

from __future__ import annotations

import math
from enum import Enum

import pygame
from pygame import Rect, Surface

from game.ui.caching import SurfaceStore
from game.ui.canvas import Canvas
from game.ui.stage import Box
from game.ui.theme import Color

_SHADOWS = SurfaceStore(4_500_000)
_UNDER_PX = 4
"""How far a shadow's edges go on under its thing, whose own edge may be soft while it moves."""


class Shadow(Enum):
    """How high a thing lies: layers of (offset down in vh, blur in vh, opacity)."""

    RESTING = ((1.1, 2.8, 0.30), (0.25, 0.6, 0.28))
    SLIP = ((0.5, 1.4, 0.26), (0.15, 0.35, 0.26))
    LIFTED = ((2.6, 5.2, 0.34), (0.6, 1.2, 0.22))
    NONE = ()


def shadow(canvas: Canvas, box: Box, radius: float, kind: Shadow, *, is_tilted: bool = False) -> None:
    """Draw the shadow of a rounded box; nothing in a theme without shadows.

    A tilted thing covers less of its box, so that more of the shadow is drawn under it.
    """
    if not canvas.theme.has_shadow:
        return
    stage = canvas.stage
    rect, radius_px = stage.box_rect(box), stage.px(radius)
    for offset, blur, opacity in kind.value:
        _draw(
            canvas.surface,
            rect,
            stage.px(offset),
            radius_px,
            stage.line_px(blur),
            canvas.theme.shadow,
            opacity,
            None if is_tilted else _UNDER_PX,
        )


def disc_shadow(canvas: Canvas, cx: float, cy: float, r: float, kind: Shadow) -> None:
    """Draw the shadow of a disc."""
    shadow(canvas, Box(cx - r, cy - r, 2 * r, 2 * r), r, kind)


def reach_vh(kind: Shadow) -> float:
    """How far a shadow may reach outside its thing."""
    return max((offset + 1.5 * blur for offset, blur, _ in kind.value), default=0.0)


def _draw(
    surface: Surface,
    thing: Rect,
    offset_px: int,
    radius_px: int,
    blur_px: int,
    color: Color,
    opacity: float,
    under_px: int | None,
) -> None:
    rect = thing.move(0, offset_px)
    reach = math.ceil(blur_px * 1.5)
    corner = radius_px + 2 * reach + 1
    whole = rect.inflate(2 * reach, 2 * reach)
    if not whole.colliderect(surface.get_clip()):
        return
    if whole.w < 2 * corner + 1 or whole.h < 2 * corner + 1:
        exact = _blurred(rect.w, rect.h, radius_px, blur_px, reach, color, opacity)
        surface.blit(exact, whole.topleft)
        return
    side = 2 * corner + 1 - 2 * reach
    patch = _blurred(side, side, radius_px, blur_px, reach, color, opacity)
    right, bottom = whole.right - corner, whole.bottom - corner
    wide, high = whole.w - 2 * corner, whole.h - 2 * corner
    far = corner + 1
    surface.blit(patch, whole.topleft, (0, 0, corner, corner))
    surface.blit(patch, (right, whole.y), (far, 0, corner, corner))
    surface.blit(patch, (whole.x, bottom), (0, far, corner, corner))
    surface.blit(patch, (right, bottom), (far, far, corner, corner))
    above = below = beside = corner
    if under_px is not None:
        above = min(corner, max(0, thing.y + under_px - whole.y))
        below = min(corner, max(0, whole.bottom - thing.bottom + under_px))
        beside = min(corner, reach + under_px)
    end = patch.get_width()
    for source, place in (
        (Rect(corner, 0, 1, above), Rect(whole.x + corner, whole.y, wide, above)),
        (Rect(corner, end - below, 1, below), Rect(whole.x + corner, whole.bottom - below, wide, below)),
        (Rect(0, corner, beside, 1), Rect(whole.x, whole.y + corner, beside, high)),
        (Rect(end - beside, corner, beside, 1), Rect(whole.right - beside, whole.y + corner, beside, high)),
    ):
        if not place.w or not place.h:
            continue
        strip = pygame.transform.scale(patch.subsurface(source), place.size)
        surface.blit(strip, place.topleft)


def _blurred(
    w_px: int, h_px: int, radius_px: int, blur_px: int, reach: int, color: Color, opacity: float
) -> Surface:
    """A rounded rectangle's shadow with `reach` pixels of room around it."""

    def make() -> Surface:
        shrink = 4 if blur_px >= 12 else (2 if blur_px >= 5 else 1)
        size = (w_px + 2 * reach, h_px + 2 * reach)
        small_size = (math.ceil(size[0] / shrink), math.ceil(size[1] / shrink))
        ground = (*color, 0)
        large = Surface((small_size[0] * shrink, small_size[1] * shrink), pygame.SRCALPHA, 32)
        large.fill(ground)
        pygame.draw.rect(
            large,
            (*color, round(255 * opacity)),
            (reach, reach, w_px, h_px),
            border_radius=min(radius_px, w_px // 2, h_px // 2),
        )
        small = pygame.transform.smoothscale(large, small_size)
        # gaussian_blur takes the sigma, which is half of what designers call blur.
        soft = pygame.transform.gaussian_blur(small, max(1, round(blur_px / 2 / shrink)))
        grown = pygame.transform.smoothscale(soft, large.get_size())
        return grown.subsurface((0, 0, *size)).copy() if grown.get_size() != size else grown

    return _SHADOWS.get((w_px, h_px, radius_px, blur_px, color, opacity), make)
