"""The people along the table's edge: half-discs on the band, with their names under them.

What state a person is in is said by shape, so that it holds without colour. Plain strings only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import dashed_circle, disc, half_disc, half_ring, person_disc
from game.ui.stage import BAND_TOP_VH, Box, Stage
from game.ui.text import NAME, TextStyle
from game.ui.theme import Color

MAX_PITCH_VH = 24.0
_EDGE_VH = 5.0
_LEAST_EDGE_VH = 1.5
_BETWEEN_VH = 1.6
_LEAST_WIDTH_VH = 13.0
"""Room for a disc and for one short word about what somebody does."""
_EDGE_Y = BAND_TOP_VH + 0.15
_SMALL_VH = 3.0


class PersonState(Enum):
    """What a person is doing, and the shape that says it."""

    WAITING = "waiting"
    """A half-disc."""
    TURN = "turn"
    """A whole disc."""
    TALKED = "talked"
    """A half-disc with a tick."""
    PASSES = "passes"
    """A hollow half-disc."""
    AWAY = "away"
    """No disc; the name in the second ink."""


@dataclass(frozen=True)
class PersonMark:
    """One person (or one table) on the band; `is_lit` lights the name without making the disc whole."""

    name: str
    status_text: str = ""
    state: PersonState = PersonState.WAITING
    is_lit: bool = False


def pitch_vh(stage: Stage, count: int) -> float:
    """The distance between two people."""
    return min(MAX_PITCH_VH, (stage.width_vh - 2 * _EDGE_VH) / max(1, count))


def person_places(canvas: Canvas, names: Sequence[str]) -> list[tuple[float, float]]:
    """Each person's place as (middle, width): all alike, or by need where a name would else be cut.

    The names alone decide, as wide as they ever get, so that nobody moves when the turn passes on.
    """
    even = [pitch_vh(canvas.stage, len(names))] * len(names)
    style = NAME.sized(_SMALL_VH).faced(Face.BOLD)
    one_line = [canvas.width(name, style) for name in names]
    two_lines = [min(canvas.width(part, style) for part in _halves(canvas, name, style)) for name in names]
    for needs in (one_line, two_lines):
        if all(need <= pitch - _BETWEEN_VH for need, pitch in zip(needs, even, strict=True)):
            return _side_by_side(canvas.stage, even)
        widths = [max(_LEAST_WIDTH_VH, need + _BETWEEN_VH) for need in needs]
        spare = canvas.stage.width_vh - 2 * _LEAST_EDGE_VH - sum(widths)
        if spare >= 0:
            return _side_by_side(canvas.stage, [width + spare / len(names) for width in widths])
    over = sum(widths) - _LEAST_WIDTH_VH * len(names)
    return _side_by_side(canvas.stage, [width + spare * (width - _LEAST_WIDTH_VH) / over for width in widths])


def _side_by_side(stage: Stage, widths: Sequence[float]) -> list[tuple[float, float]]:
    left, placed = stage.width_vh / 2 - sum(widths) / 2, []
    for width in widths:
        placed.append((left + width / 2, width))
        left += width
    return placed


def _halves(canvas: Canvas, name: str, style: TextStyle) -> list[str]:
    """The wider half of a name for each place where it may be broken by itself; else the name."""
    halves = []
    for at, sign in enumerate(name):
        if sign in "- " and 0 < at < len(name) - 1:
            parts = (name[: at + 1].rstrip(" "), name[at + 1 :].lstrip(" "))
            halves.append(max(parts, key=lambda part: canvas.width(part, style)))
    return halves or [name]


def draw_band_ground(canvas: Canvas) -> None:
    """The band along the window's lower edge."""
    theme, window = canvas.theme, canvas.stage.window
    canvas.fill(Box(window.x, BAND_TOP_VH, window.w, 100 - BAND_TOP_VH), theme.band)
    if theme.is_contrast and theme.band_rim is not None:
        canvas.hline(window.x, BAND_TOP_VH - 0.25, window.w, 0.5, theme.band_rim)


def draw_people(
    canvas: Canvas, marks: Sequence[PersonMark], *, rise: Mapping[int, float] | None = None
) -> list[Box]:
    """Draw the band and everyone on it; returns each person's place, for clicks.

    `rise` says for an index how far up a disc has come (0 sunk to a half, 1 whole) while a turn passes
    on; without it those whose turn it is are whole.
    """
    draw_band_ground(canvas)
    places = person_places(canvas, [person.name for person in marks])
    boxes: list[Box] = []
    for index, (person, (x, width)) in enumerate(zip(marks, places, strict=True)):
        raised = 1.0 if person.state is PersonState.TURN else 0.0
        if rise is not None:
            raised = rise.get(index, raised)
        _shape(canvas, person, x, min(1.0, max(0.0, raised)))
        _name(canvas, person, x, width)
        boxes.append(Box(x - width / 2, 79.5, width, 20.5))
    return boxes


def _shape(canvas: Canvas, person: PersonMark, x: float, raised: float) -> None:
    theme = canvas.theme
    if raised > 0:
        _whole(canvas, x, raised)
        return
    if person.state is PersonState.AWAY:
        return
    if person.state is PersonState.PASSES:
        if theme.is_contrast:
            # There a waiting person is hollow already, so that passing is dashed.
            with canvas.clip(Box(x - 6, 70, 12, BAND_TOP_VH - 70)):
                dashed_circle(canvas, x, BAND_TOP_VH, 4.3, 0.5, theme.band_ink, dashes=14)
        else:
            half_ring(canvas, x, _EDGE_Y, 4.2, 0.8, theme.band_rim or theme.band)
        return
    if theme.band_rim is not None:
        # The rim lies outside the disc, where dark wood and dark band would else run together.
        half_disc(canvas, x, _EDGE_Y, 4.5 if theme.is_contrast else 4.35, theme.band_rim)
        half_disc(canvas, x, _EDGE_Y, 4.0 if theme.is_contrast else 4.05, theme.band)
        if theme.is_contrast:
            canvas.hline(x - 4.5, _EDGE_Y - 0.4, 9.0, 0.5, theme.band_rim)
    else:
        half_disc(canvas, x, _EDGE_Y, 4.2, theme.band)
    if person.state is PersonState.TALKED:
        icon(canvas, "tick", x, 86.4, 3.0, theme.band_ink)


def _whole(canvas: Canvas, x: float, raised: float) -> None:
    """The disc of the one whose turn it is; while it rises its lower part is hidden by the band."""
    theme = canvas.theme
    y = _EDGE_Y + (84.5 - _EDGE_Y) * raised
    r = 4.2 + 0.5 * raised
    clip = Box(x - 6, 70, 12, _EDGE_Y - 70 + (92 - _EDGE_Y) * raised)
    with canvas.clip(clip):
        disc(canvas, x, y, r, theme.band)
        inner = 4.05 * raised
        if inner > 0.5:
            person_disc(canvas, x, y, inner, theme.lit, theme.lit_pale)


def _name(canvas: Canvas, person: PersonMark, x: float, width: float) -> None:
    theme = canvas.theme
    is_lit = person.is_lit or person.state is PersonState.TURN
    name_color: Color = theme.band_ink
    status_color: Color = theme.band_second
    if is_lit:
        name_color = status_color = theme.lit
    elif person.state is PersonState.AWAY:
        name_color = theme.band_second
    room = width - 1.0
    style = NAME.colored(name_color).faced(Face.BOLD if is_lit else Face.MEDIUM)
    small = TextStyle(Face.MEDIUM, _SMALL_VH, 1.3, status_color)
    if canvas.width(person.name, style) > room:
        style = style.sized(_SMALL_VH)
    if canvas.width(person.name, style) > room:
        # Two lines over a word about what somebody does, or else as many as the band holds.
        most, status_y = (2, 95.7) if person.status_text else (3, 0.0)
        lines = canvas.layout(person.name, replace(style, leading=1.1), room, balance=True, max_lines=most)
        top = 89.4 if person.status_text else 93.9 - lines.height_vh / 2
        canvas.block(lines, Box(x - room / 2, top, room, lines.height_vh), align="center")
    else:
        top, status_y = (90.0, 94.3) if person.status_text else (91.7, 0.0)
        canvas.text(person.name, x, top, style, align="center", max_width_vh=room)
    if person.status_text:
        canvas.text(person.status_text, x, status_y, small, align="center", max_width_vh=room)
