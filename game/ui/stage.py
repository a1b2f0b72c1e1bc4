"""Lengths in hundredths of the window's height (vh), turned into pixels once, here.

Every other drawing module speaks vh, so that one layout serves every screen size. This module knows
no colour, no text and no widget.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from pygame import Rect

STAGE_WIDTH_VH = 1600 / 9
"""A 16:9 window measured in hundredths of its height, 177.78."""

HEIGHT_VH = 100.0
BAND_TOP_VH = 88.0
MARGIN_VH = 8.0

SIZES: tuple[tuple[int, int], ...] = (
    (1024, 768),
    (1280, 800),
    (1366, 728),
    (1280, 720),
    (1920, 1080),
    (3840, 2160),
)
"""The window sizes that rooms have, in pixels (width, height); 1366x728 is 768 less a taskbar."""


class Box(NamedTuple):
    """A rectangle in stage vh: left, top, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.h

    @property
    def center_x(self) -> float:
        """The middle between left and right."""
        return self.x + self.w / 2

    @property
    def center_y(self) -> float:
        """The middle between top and bottom."""
        return self.y + self.h / 2

    def moved(self, dx: float, dy: float) -> Box:
        """The same size, dx to the right and dy down."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, dx: float, dy: float | None = None) -> Box:
        """Smaller by dx on the left and right and dy (dx when left out) above and below; negative grows."""
        down = dx if dy is None else dy
        return Box(self.x + dx, self.y + down, self.w - 2 * dx, self.h - 2 * down)

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside; the left and upper edges count, the right and lower do not."""
        return self.x <= x < self.right and self.y <= y < self.bottom


@dataclass(frozen=True)
class Stage:
    """A window's size in pixels, and the stage that is laid out in it.

    A wider window than 16:9 has the stage in its middle; a narrower one has a stage that is as wide as
    the window (`is_narrow`), with x 0 at its left edge.
    """

    width_px: int
    height_px: int

    @property
    def scale(self) -> float:
        """Pixels in one vh."""
        return self.height_px / HEIGHT_VH

    @property
    def width_vh(self) -> float:
        """The stage's width: 177.78, or less when the window is narrower than 16:9."""
        return min(STAGE_WIDTH_VH, self.width_px / self.scale)

    @property
    def is_narrow(self) -> bool:
        """Whether the stage is clearly narrower than 16:9, as on 16:10 and 4:3."""
        return self.width_vh < STAGE_WIDTH_VH - 1.5

    @property
    def origin_px(self) -> float:
        """Where x 0 lies, in pixels from the window's left edge."""
        return max(0.0, (self.width_px - self.width_vh * self.scale) / 2)

    @property
    def left_vh(self) -> float:
        """The window's left edge in stage vh; 0 or less."""
        return -self.origin_px / self.scale

    @property
    def right_vh(self) -> float:
        """The window's right edge in stage vh."""
        return (self.width_px - self.origin_px) / self.scale

    @property
    def margin_vh(self) -> float:
        """The space kept free at the stage's left and right."""
        return MARGIN_VH

    @property
    def window(self) -> Box:
        """The whole window in stage vh."""
        return Box(self.left_vh, 0.0, self.right_vh - self.left_vh, HEIGHT_VH)

    @property
    def content(self) -> Box:
        """What lies between the margins and above the band."""
        return Box(MARGIN_VH, 0.0, self.width_vh - 2 * MARGIN_VH, BAND_TOP_VH)

    def px(self, length_vh: float) -> int:
        """A length in pixels, rounded."""
        return round(length_vh * self.scale)

    def font_px(self, size_vh: float) -> int:
        """An em size in pixels, at least 1; rounded up from a quarter, so that none falls under its floor."""
        return max(1, math.ceil(size_vh * self.scale - 0.25))

    def line_px(self, length_vh: float) -> int:
        """A line's width in pixels, at least 1; rounded rather down, because lines should stay fine."""
        return max(1, int(length_vh * self.scale + 0.35))

    def x_px(self, x_vh: float) -> int:
        """A place across, in window pixels."""
        return round(self.origin_px + x_vh * self.scale)

    def y_px(self, y_vh: float) -> int:
        """A place down, in window pixels."""
        return round(y_vh * self.scale)

    def rect(self, x: float, y: float, w: float, h: float) -> Rect:
        """The pixels of a rectangle; its edges are rounded, so that neighbours meet."""
        left, top = self.x_px(x), self.y_px(y)
        return Rect(left, top, self.x_px(x + w) - left, self.y_px(y + h) - top)

    def box_rect(self, box: Box) -> Rect:
        """The pixels of a box."""
        return self.rect(*box)

    def to_vh(self, position_px: tuple[float, float]) -> tuple[float, float]:
        """A window position, such as a mouse event's, in stage vh."""
        return (position_px[0] - self.origin_px) / self.scale, position_px[1] / self.scale

    def px_box(self, rect: Rect) -> Box:
        """A pixel rectangle in stage vh."""
        x, y = self.to_vh(rect.topleft)
        return Box(x, y, rect.w / self.scale, rect.h / self.scale)
