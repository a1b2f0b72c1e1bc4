"""The program's icons as paths in a box of 32 by 32, drawn in any size and colour.

A path has the SVG commands M L H V Q T A C Z in capitals only. Icons exist because the font has no
arrows and no tick, and because a deck's themes must be told apart without their colours.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

import pygame
from pygame import Surface

from game.ui.caching import SurfaceStore
from game.ui.canvas import Canvas
from game.ui.shapes import supersampled
from game.ui.theme import Color

Point = tuple[float, float]

BOX = 32.0
LINE = 2.5
ICON_NAMES = ("phone", "door", "bed", "key", "clock", "speech", "hand", "eye")
"""The icons that a deck's theme may name."""

_ICONS = SurfaceStore(1_000_000)


@dataclass(frozen=True)
class Stroke:
    """One part of an icon: a path, a circle (`dot`), whether it is filled, whether it is cut out."""

    path: str = ""
    line: float = LINE
    is_filled: bool = False
    is_hole: bool = False
    dot: tuple[float, float, float] | None = None


def _line(path: str, line: float = LINE) -> Stroke:
    return Stroke(path, line)


def _fill(path: str, line: float = 0.0) -> Stroke:
    return Stroke(path, line, is_filled=True)


def _dot(x: float, y: float, r: float) -> Stroke:
    return Stroke(dot=(x, y, r), is_filled=True)


_ROUND_RECT = "M9.5 13H22.5Q25 13 25 15.5V23.5Q25 26 22.5 26H9.5Q7 26 7 23.5V15.5Q7 13 9.5 13Z"

_PATHS: dict[str, tuple[Stroke, ...]] = {
    "phone": (
        _fill("M5 13V10.5Q5 5.5 16 5.5T27 10.5V13H21V9.8H11V13Z", 1.6),
        _line("M11 16.5H21L26 27H6Z"),
        _dot(16, 22, 2.2),
    ),
    "door": (_line("M4 28H28M8.5 28V4.5H23.5V28"), _dot(18.8, 17, 1.9)),
    "bed": (
        _line("M4 8V23M4 19H28V23M28 19V15.5Q28 13 25.5 13H14.5V19"),
        _dot(9.2, 14.6, 2.3),
        _dot(7.5, 26.5, 2),
        _dot(24.5, 26.5, 2),
    ),
    "key": (Stroke(dot=(9.5, 16, 5.5)), _line("M15 16H28.5V21.5M23 16V20.5")),
    "clock": (Stroke(dot=(16, 16, 11.5)), _line("M16 9.5V16L20.5 19")),
    "speech": (_line("M8 5H24Q28 5 28 9V17Q28 21 24 21H16L9.5 27V21H8Q4 21 4 17V9Q4 5 8 5ZM10.5 13H21.5"),),
    "eye": (_line("M3 16Q16 1.5 29 16Q16 30.5 3 16Z"), _dot(16, 16, 4)),
    "hand": (
        _line("M11.5 17V8M16 16V5M20.5 16.5V6.5M25 18V11", 3.2),
        _fill(
            "M10 17H26.6V20Q26.6 28.5 19 28.5H17Q12.5 28.5 10 24.5L5.2 18.5Q4.5 16.4 6.6 16.2L10 18.6Z", 1.4
        ),
    ),
    "tick": (_line("M6 17L13 24L26 9", 4),),
    "lock": (_fill(_ROUND_RECT), _line("M10.5 14V10.5A5.5 5.5 0 0 1 21.5 10.5V14")),
    "fault": (
        _fill("M16 4L29.5 27.5H2.5Z", 1.6),
        Stroke("M16 12.5V18.5", 2.8, is_hole=True),
        Stroke(dot=(16, 23.2, 1.7), is_filled=True, is_hole=True),
    ),
    "up": (_line("M16 26V6.5M9 13.5L16 6L23 13.5", 3.4),),
    "down": (_line("M16 6V25.5M9 18.5L16 26L23 18.5", 3.4),),
    "left": (_line("M26 16H6.5M13.5 9L6 16L13.5 23", 3.4),),
    "right": (_line("M6 16H25.5M18.5 9L26 16L18.5 23", 3.4),),
    "both": (_line("M3.5 16H28.5M10 9.5L3 16L10 22.5M22 9.5L29 16L22 22.5", 2.6),),
    "return": (_line("M25 8V18H8M13 13L7.5 18L13 23", 2.9),),
    "cross": (_line("M8 8L24 24M24 8L8 24", 3.4),),
    "plus": (_line("M16 6V26M6 16H26", 3.4),),
    "minus": (_line("M6 16H26", 3.4),),
    "pause": (_line("M11 7V25M21 7V25", 4.4),),
}

KEY_ICONS = {"←": "left", "→": "right", "↑": "up", "↓": "down", "↵": "return", "↔": "both"}
"""Characters that the font lacks, and the icon that is drawn for each."""

_TOKEN = re.compile(r"[MLHVQTACZ]|-?\d*\.?\d+")


def flatten(path: str) -> list[tuple[list[Point], bool]]:
    """The polylines of a path, each with whether it is closed.

    Raises ValueError for a command that is not in the subset.
    """
    tokens = _TOKEN.findall(path)
    lines: list[tuple[list[Point], bool]] = []
    points: list[Point] = []
    at = 0
    command = ""
    control: Point | None = None

    def number() -> float:
        nonlocal at
        value = float(tokens[at])
        at += 1
        return value

    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command == "Z":
                lines.append((points, True))
                points = []
                continue
        last = points[-1] if points else (0.0, 0.0)
        next_control: Point | None = None
        if command == "M":
            if points:
                lines.append((points, False))
            points = [(number(), number())]
            command = "L"
        elif command == "L":
            points.append((number(), number()))
        elif command == "H":
            points.append((number(), last[1]))
        elif command == "V":
            points.append((last[0], number()))
        elif command in ("Q", "T"):
            if command == "Q":
                next_control = (number(), number())
            else:
                before = control or last
                next_control = (2 * last[0] - before[0], 2 * last[1] - before[1])
            points.extend(_quadratic(last, next_control, (number(), number())))
        elif command == "A":
            radius = number()
            for _ in range(3):
                number()
            sweep = number()
            points.extend(_half_turn(last, radius, sweep > 0, (number(), number())))
        else:
            raise ValueError(f"a path cannot have {tokens[at]!r} after {command!r}")
        control = next_control
    if points:
        lines.append((points, False))
    return lines


def _quadratic(start: Point, control: Point, end: Point, steps: int = 14) -> list[Point]:
    found: list[Point] = []
    for step in range(1, steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * (1 - t) * t, t * t
        found.append((a * start[0] + b * control[0] + c * end[0], a * start[1] + b * control[1] + c * end[1]))
    return found


def _half_turn(start: Point, radius: float, is_clockwise: bool, end: Point, steps: int = 18) -> list[Point]:
    """An arc of a circle, at most half of it, that leads from start to end."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    chord = math.hypot(dx, dy)
    height = math.sqrt(max(0.0, radius * radius - chord * chord / 4))
    sign = 1 if is_clockwise else -1
    cx = (start[0] + end[0]) / 2 - sign * height * dy / chord
    cy = (start[1] + end[1]) / 2 + sign * height * dx / chord
    first = math.atan2(start[1] - cy, start[0] - cx)
    last = math.atan2(end[1] - cy, end[0] - cx)
    turn = (last - first) % (2 * math.pi) * 1.0
    if not is_clockwise:
        turn -= 2 * math.pi
    return [
        (
            cx + radius * math.cos(first + turn * step / steps),
            cy + radius * math.sin(first + turn * step / steps),
        )
        for step in range(1, steps + 1)
    ]


def icon_surface(name: str, size_px: int, color: Color, hole: Color | None = None) -> Surface:
    """The icon in a square of that side; an unknown name gives the eye. `hole` fills what is cut out."""
    shown = name if name in _PATHS else "eye"
    side = max(1, size_px)

    def paint(large: Surface, n: int) -> None:
        for stroke in _PATHS[shown]:
            paint_stroke(large, stroke, side * n / BOX, color, hole)

    return _ICONS.get((shown, side, color, hole), lambda: supersampled(side, side, color, paint))


def paint_stroke(large: Surface, stroke: Stroke, unit: float, color: Color, hole: Color | None) -> None:
    """Draw one part with `unit` pixels to the box's unit."""
    ink: tuple[int, int, int, int] = (*color, 255)
    if stroke.is_hole:
        ink = (*hole, 255) if hole is not None else (*color, 0)
    width = stroke.line * unit
    if stroke.dot is not None:
        x, y, r = stroke.dot
        center = (x * unit, y * unit)
        if stroke.is_filled:
            pygame.draw.circle(large, ink, center, r * unit)
        else:
            pygame.draw.circle(large, ink, center, r * unit + width / 2, round(width))
        return
    for points, is_closed in flatten(stroke.path):
        scaled = [(x * unit, y * unit) for x, y in points]
        if stroke.is_filled and len(scaled) > 2:
            pygame.draw.polygon(large, ink, scaled)
        if width > 0:
            _round_line(large, ink, [*scaled, scaled[0]] if is_closed else scaled, width)


def _round_line(surface: Surface, ink: tuple[int, int, int, int], points: list[Point], width: float) -> None:
    for x, y in points:
        pygame.draw.circle(surface, ink, (x, y), width / 2)
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        if length == 0:
            continue
        nx, ny = -(y1 - y0) / length * width / 2, (x1 - x0) / length * width / 2
        pygame.draw.polygon(
            surface, ink, [(x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)]
        )


def icon(
    canvas: Canvas, name: str, cx: float, cy: float, size: float, color: Color, *, hole: Color | None = None
) -> None:
    """Draw an icon with its box's middle at (cx, cy) and its side `size` vh."""
    side = canvas.stage.line_px(size)
    surface = icon_surface(name, side, color, hole)
    left = round(canvas.stage.origin_px + cx * canvas.stage.scale - side / 2)
    top = round(cy * canvas.stage.scale - side / 2)
    canvas.surface.blit(surface, (left, top))
