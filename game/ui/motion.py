"""Movement as a function of the time passed: nothing here reads a clock, and everything can end at once.

An animation shows how an old view became a new one; the program never waits for it. With motion reduced
every function gives the end.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from game.ui.canvas import Canvas
from game.ui.shadows import Shadow, shadow
from game.ui.shapes import rounded_px
from game.ui.stage import Box
from game.ui.theme import Color

FLIP_S = 0.43
GLIDE_S = 0.30
OPEN_SLIP_S = 0.22
TURN_SINK_S = 0.15
TURN_RISE_S = 0.20
CHOICE_S = 0.15
MEET_S = 0.45

CARD_RADIUS_VH = 2.2
_LIFT_END_S = 0.09
_EDGE_S = 0.24
_EDGE_WIDTH_VH = 0.56
_EDGE_COLOR: Color = (226, 216, 194)


def ease_out(t: float) -> float:
    """Cubic: fast first, then slower; 0 to 1, held outside."""
    t = min(1.0, max(0.0, t))
    return 1 - (1 - t) ** 3


def lerp(a: float, b: float, t: float) -> float:
    """Between a (t 0) and b (t 1)."""
    return a + (b - a) * t


def lerp_box(a: Box, b: Box, t: float) -> Box:
    """Between two boxes, edge by edge."""
    return Box(lerp(a.x, b.x, t), lerp(a.y, b.y, t), lerp(a.w, b.w, t), lerp(a.h, b.h, t))


@dataclass(frozen=True)
class Tween:
    """A number on its way from start to end, easing out, after a delay."""

    start: float
    end: float
    duration_s: float
    delay_s: float = 0.0

    def at(self, elapsed_s: float) -> float:
        """Where it is."""
        if self.is_done(elapsed_s):
            return self.end
        return lerp(self.start, self.end, ease_out((elapsed_s - self.delay_s) / self.duration_s))

    def is_done(self, elapsed_s: float) -> bool:
        """Whether it has arrived."""
        return elapsed_s >= self.delay_s + self.duration_s


@dataclass
class Animation:
    """How far a movement has come; with `is_reduced` it is over before it begins."""

    duration_s: float
    is_reduced: bool = False
    elapsed_s: float = 0.0

    def advance(self, dt_s: float) -> None:
        """Let time pass."""
        self.elapsed_s = min(self.duration_s, self.elapsed_s + max(0.0, dt_s))

    def finish(self) -> None:
        """Go to the end at once."""
        self.elapsed_s = self.duration_s

    @property
    def is_done(self) -> bool:
        """Whether it is over."""
        return self.is_reduced or self.elapsed_s >= self.duration_s

    @property
    def share(self) -> float:
        """How far it has come, eased, 0 to 1."""
        return 1.0 if self.is_done else ease_out(self.elapsed_s / self.duration_s)


@dataclass(frozen=True)
class FlipFrame:
    """A moment of the flip: where the card is, its angle (anticlockwise, in degrees) and which side shows."""

    box: Box
    angle_deg: float
    is_front: bool
    lift: float
    is_done: bool


@dataclass(frozen=True)
class Flip:
    """A card that lifts off the pile, turns round its upright middle and glides to its place."""

    pile: Box
    place: Box
    duration_s: float = FLIP_S

    def frame(self, elapsed_s: float) -> FlipFrame:
        """What it looks like after that time; `lift` is 0 on the table and 1 highest."""
        if elapsed_s >= self.duration_s:
            return FlipFrame(self.place, 0.0, True, 0.0, True)
        if elapsed_s < _LIFT_END_S:
            t = ease_out(max(0.0, elapsed_s) / _LIFT_END_S)
            return FlipFrame(self.pile.moved(0, -4 * t), 3.0 * t, False, 0.6 * t, False)
        if elapsed_s < _EDGE_S:
            share = (elapsed_s - _LIFT_END_S) / (_EDGE_S - _LIFT_END_S)
            t = ease_out(share)
            lifted = self.pile.moved(0, -lerp(4, 7, t))
            return FlipFrame(
                _narrowed(lifted, math.cos(share * math.pi / 2)), 3.0 * (1 - t), False, lerp(0.6, 1, t), False
            )
        share = (elapsed_s - _EDGE_S) / (self.duration_s - _EDGE_S)
        t = ease_out(share)
        here = lerp_box(self.pile.moved(0, -7), self.place, t)
        return FlipFrame(_narrowed(here, math.sin(t * math.pi / 2)), 0.0, True, 1 - t, False)


def _narrowed(box: Box, share: float) -> Box:
    width = max(_EDGE_WIDTH_VH, box.w * share)
    return Box(box.center_x - width / 2, box.y, width, box.h)


def draw_flip(
    canvas: Canvas,
    flip: Flip,
    back: Surface,
    front: Surface,
    elapsed_s: float,
    scratch: Surface | None = None,
) -> bool:
    """Draw the card at that time from its two sides, drawn before; True when the flip is over.

    Two smooth-scales a frame at most; the last frame is `front` at its place. A side without alpha, its
    corners square, takes half the time: its corners are rounded here. `scratch`, an opaque surface, spares
    new memory for each picture of such a side.
    """
    frame = flip.frame(elapsed_s if not canvas.is_motion_reduced else flip.duration_s)
    rect = canvas.stage.box_rect(frame.box)
    kind = Shadow.LIFTED if frame.lift > 0.3 else Shadow.RESTING
    if abs(frame.angle_deg) < 0.4:
        shadow(canvas, frame.box, min(CARD_RADIUS_VH, frame.box.w / 2), kind)
    if rect.w <= canvas.stage.line_px(_EDGE_WIDTH_VH) + 1:
        color = canvas.theme.paper_edge if not canvas.theme.is_contrast else _EDGE_COLOR
        canvas.surface.fill(color, rect)
        return frame.is_done
    side = front if frame.is_front else back
    shown = side if side.get_size() == rect.size else _scaled(side, rect.size, scratch)
    if not side.get_flags() & pygame.SRCALPHA and abs(frame.angle_deg) < 0.4:
        _round_off(canvas, shown, rect)
        return frame.is_done
    _underlay(canvas, side, frame)
    if abs(frame.angle_deg) >= 0.4:
        shown = pygame.transform.rotozoom(shown, frame.angle_deg, 1.0)
    canvas.surface.blit(shown, shown.get_rect(center=rect.center))
    return frame.is_done


def _scaled(side: Surface, size: tuple[int, int], scratch: Surface | None) -> Surface:
    whole = Rect((0, 0), size)
    if scratch is None or side.get_flags() & pygame.SRCALPHA or not scratch.get_rect().contains(whole):
        return pygame.transform.smoothscale(side, size)
    return pygame.transform.smoothscale(side, size, scratch.subsurface(whole))


def _round_off(canvas: Canvas, shown: Surface, rect: Rect) -> None:
    """Draw an opaque side with round corners of plain paper, and all of it that lies between them."""
    theme, r = canvas.theme, min(canvas.stage.px(CARD_RADIUS_VH), rect.w // 2, rect.h // 2)
    rounded_px(canvas.surface, rect, r, theme.paper, canvas.stage.line_px(0.14), theme.paper_edge)
    for part in (
        Rect(r, 0, rect.w - 2 * r, r),
        Rect(0, r, rect.w, rect.h - 2 * r),
        Rect(r, rect.h - r, rect.w - 2 * r, r),
    ):
        canvas.surface.blit(shown, part.move(rect.topleft), part)


def _underlay(canvas: Canvas, side: Surface, frame: FlipFrame) -> None:
    """Fill the card's place: scaling leaves a surface less than opaque, and the pile would shine through."""
    if abs(frame.angle_deg) >= 0.4:
        return
    color = side.get_at((side.get_width() // 2, min(side.get_height() - 1, max(4, side.get_height() // 60))))
    rect = canvas.stage.box_rect(frame.box).inflate(-2, -2)
    rounded_px(canvas.surface, rect, canvas.stage.px(CARD_RADIUS_VH), (color.r, color.g, color.b), 0, None)


@dataclass(frozen=True)
class Glide:
    """A card between two layouts; its text belongs to the new place and fades in over the last half."""

    start: Box
    end: Box
    duration_s: float = GLIDE_S

    def frame(self, elapsed_s: float) -> tuple[Box, float]:
        """Where the card is, and how visible its new text is (0 to 1)."""
        if elapsed_s >= self.duration_s:
            return self.end, 1.0
        box = lerp_box(self.start, self.end, ease_out(elapsed_s / self.duration_s))
        return box, min(1.0, max(0.0, elapsed_s / self.duration_s * 2 - 1))


@dataclass(frozen=True)
class OpenSlip:
    """A prompt whose back opens from its top edge."""

    duration_s: float = OPEN_SLIP_S

    def closed_part(self, box: Box, elapsed_s: float) -> Box | None:
        """What of the back still covers the slip; `None` when it is open."""
        if elapsed_s >= self.duration_s:
            return None
        height = box.h * (1 - ease_out(elapsed_s / self.duration_s))
        return Box(box.x, box.bottom - height, box.w, height)


def pass_turn(elapsed_s: float, old: int | None, new: int | None) -> dict[int, float]:
    """How far each disc has risen while a turn passes on, for `game.ui.people.draw_people`."""
    rise: dict[int, float] = {}
    if old is not None:
        rise[old] = Tween(1, 0, TURN_SINK_S).at(elapsed_s)
    if new is not None:
        rise[new] = Tween(0, 1, TURN_RISE_S, TURN_SINK_S).at(elapsed_s) if elapsed_s > TURN_SINK_S else 0.0
    return rise


def cross_fade(canvas: Canvas, old: Surface, new: Surface, t: float) -> None:
    """Cover the canvas with a mixture of two whole pictures; t 0 is the old one, 1 the new."""
    if t < 1:
        canvas.surface.blit(old, (0, 0))
    if t <= 0:
        return
    if t >= 1:
        canvas.surface.blit(new, (0, 0))
        return
    before = new.get_alpha()
    new.set_alpha(round(255 * t))
    canvas.surface.blit(new, (0, 0))
    new.set_alpha(before)
