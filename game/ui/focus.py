"""Where the keyboard is and what the pointer hit: the focus ring, hit testing, the order of Tab.

Everything works on event objects alone, never on polled state, so that a test or a phone can send the
same events as a hand.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import pygame
from pygame.event import Event

from game.ui.canvas import Canvas
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage

K = TypeVar("K", bound=Hashable)

RING_VH = 0.7
RIM_VH = 0.25


def focus_ring(canvas: Canvas, box: Box, radius: float) -> None:
    """A yellow outline just outside the shape, then a thin rim in the band's colour."""
    theme = canvas.theme
    rim = theme.band_ink if theme.is_contrast else theme.band
    outer = RING_VH + RIM_VH
    rounded(canvas, box.inset(-outer), radius + outer, None, line=RIM_VH, line_color=rim)
    rounded(canvas, box.inset(-RING_VH), radius + RING_VH, None, line=RING_VH, line_color=theme.lit)


def _position(event: Event, stage: Stage) -> tuple[float, float]:
    if event.type in (pygame.FINGERDOWN, pygame.FINGERUP, pygame.FINGERMOTION):
        return stage.to_vh((event.x * stage.width_px, event.y * stage.height_px))
    return stage.to_vh(event.pos)


def _is_from_touch(event: Event) -> bool:
    return bool(getattr(event, "touch", False))


def press(event: Event, stage: Stage) -> tuple[float, float] | None:
    """Where the left button or a finger went down, in stage vh; `None` for any other event.

    Mouse events that SDL makes out of touches are ignored, because the touch itself comes too.
    """
    if event.type == pygame.FINGERDOWN:
        return _position(event, stage)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and not _is_from_touch(event):
        return _position(event, stage)
    return None


def release(event: Event, stage: Stage) -> tuple[float, float] | None:
    """Where the left button or a finger came up."""
    if event.type == pygame.FINGERUP:
        return _position(event, stage)
    if event.type == pygame.MOUSEBUTTONUP and event.button == 1 and not _is_from_touch(event):
        return _position(event, stage)
    return None


def moved(event: Event, stage: Stage) -> tuple[float, float] | None:
    """Where the pointer or a finger moved to."""
    if event.type == pygame.FINGERMOTION:
        return _position(event, stage)
    if event.type == pygame.MOUSEMOTION and not _is_from_touch(event):
        return _position(event, stage)
    return None


def hit(event: Event, stage: Stage, box: Box) -> bool:
    """Whether the event is a press inside the box."""
    at = press(event, stage)
    return at is not None and box.contains(*at)


def first_hit(event: Event, stage: Stage, boxes: Mapping[K, Box]) -> K | None:
    """The key of the first box that the event presses."""
    at = press(event, stage)
    if at is None:
        return None
    return next((key for key, box in boxes.items() if box.contains(*at)), None)


_ARROWS: dict[int, tuple[int, int]] = {
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
}


def arrow(event: Event) -> tuple[int, int] | None:
    """The direction (dx, dy) of an arrow key that went down without Ctrl or Alt."""
    if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return None
    return _ARROWS.get(event.key)


class FocusOrder:
    """Which of some ids has the focus. Tab goes round; arrows go to the nearest in their direction."""

    def __init__(self, ids: Sequence[str], current: str | None = None) -> None:
        self.ids: list[str] = list(ids)
        self.current: str | None = current

    def set_ids(self, ids: Sequence[str]) -> None:
        """Change what can be focused; the focus stays when its id is still there."""
        self.ids = list(ids)
        if self.current not in self.ids:
            self.current = None

    def next(self) -> str | None:
        """Move on, round from the last to the first."""
        return self._step(1)

    def previous(self) -> str | None:
        """Move back, round from the first to the last."""
        return self._step(-1)

    def _step(self, step: int) -> str | None:
        if not self.ids:
            self.current = None
        elif self.current not in self.ids:
            self.current = self.ids[0 if step > 0 else -1]
        else:
            self.current = self.ids[(self.ids.index(self.current) + step) % len(self.ids)]
        return self.current

    def move(self, dx: int, dy: int, boxes: Mapping[str, Box]) -> bool:
        """Go to the nearest box in a direction; False when there is none there."""
        here = boxes.get(self.current) if self.current is not None else None
        if here is None:
            before = self.current
            self.current = next((i for i in self.ids if i in boxes), self.current)
            return self.current != before
        best: tuple[float, str] | None = None
        for other in self.ids:
            if other == self.current or other not in boxes:
                continue
            box = boxes[other]
            along = (box.center_x - here.center_x) * dx + (box.center_y - here.center_y) * dy
            across = _apart(here, box, is_sideways=dx != 0)
            if along > 0.5 and (best is None or along + 3 * across < best[0]):
                best = (along + 3 * across, other)
        if best is None:
            return False
        self.current = best[1]
        return True

    def handle(self, event: Event, boxes: Mapping[str, Box] | None = None) -> bool:
        """Take Tab and Shift+Tab, and arrows when boxes are given; True when the focus moved."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
                return False
            (self.previous if event.mod & pygame.KMOD_SHIFT else self.next)()
            return bool(self.ids)
        direction = arrow(event)
        return direction is not None and boxes is not None and self.move(*direction, boxes)


def _apart(a: Box, b: Box, *, is_sideways: bool) -> float:
    """How far two boxes are apart across the direction of movement; 0 when they overlap there."""
    if is_sideways:
        return max(0.0, b.y - a.bottom, a.y - b.bottom) + abs(a.center_y - b.center_y) * 0.05
    return max(0.0, b.x - a.right, a.x - b.right) + abs(a.center_x - b.center_x) * 0.05
