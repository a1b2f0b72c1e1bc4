"""The people along the table's edge: half-discs on the band, with their names under them.

What state a person is in is said by shape, so that it holds without colour. Plain strings only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


def person_center_x(stage: Stage, count: int, index: int) -> float:
    """The middle of a person's place across."""
    pitch = pitch_vh(stage, count)
    return stage.width_vh / 2 + pitch * (index + 0.5 - count / 2)


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
    pitch = pitch_vh(canvas.stage, len(marks))
    boxes: list[Box] = []
    for index, person in enumerate(marks):
        x = person_center_x(canvas.stage, len(marks), index)
        raised = 1.0 if person.state is PersonState.TURN else 0.0
        if rise is not None:
            raised = rise.get(index, raised)
        _shape(canvas, person, x, min(1.0, max(0.0, raised)))
        _name(canvas, person, x, pitch)
        boxes.append(Box(x - pitch / 2, 79.5, pitch, 20.5))
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


def _name(canvas: Canvas, person: PersonMark, x: float, pitch: float) -> None:
    theme = canvas.theme
    is_lit = person.is_lit or person.state is PersonState.TURN
    name_color: Color = theme.band_ink
    status_color: Color = theme.band_second
    if is_lit:
        name_color = status_color = theme.lit
    elif person.state is PersonState.AWAY:
        name_color = theme.band_second
    room = pitch - 1.0
    style = NAME.colored(name_color).faced(Face.BOLD if is_lit else Face.MEDIUM)
    if canvas.width(person.name, style) > room:
        style = style.sized(_SMALL_VH)
        if not person.status_text and _two_lines(canvas, person.name, style, x, room):
            return
    canvas.text(
        person.name,
        x,
        90.0 if person.status_text else 91.7,
        style,
        align="center",
        max_width_vh=room,
    )
    if person.status_text:
        small = TextStyle(Face.MEDIUM, _SMALL_VH, 1.3, status_color)
        canvas.text(person.status_text, x, 94.3, small, align="center", max_width_vh=room)


def _two_lines(canvas: Canvas, name: str, style: TextStyle, x: float, room: float) -> bool:
    """Draw a long double name under itself, at its own hyphen or space; False when it has none."""
    if canvas.width(name, style) <= room:
        return False
    for sign in ("-", " "):
        first, found, second = name.partition(sign)
        upper = first + found.strip()
        if second and max(canvas.width(upper, style), canvas.width(second, style)) <= room:
            canvas.text(upper, x, 89.8, style, align="center", max_width_vh=room)
            canvas.text(second, x, 93.9, style, align="center", max_width_vh=room)
            return True
    return False
