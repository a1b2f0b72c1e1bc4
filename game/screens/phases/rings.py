"""The coaster beside the card: time as a ring without digits, and the words inside it."""

from __future__ import annotations

from game.screens.base import Scene
from game.ui.canvas import Canvas
from game.ui.cards import Place, coaster_place
from game.ui.fonts import Face
from game.ui.shadows import Shadow
from game.ui.shapes import disc, ring
from game.ui.stage import Box, Stage
from game.ui.surfaces import coaster, disc_shadow
from game.ui.text import TextStyle

_RING = 22.1 / 25.5
_LINE = 2.4 / 25.5
_ROOM = 36 / 25.5


def coaster_ring(stage: Stage, place: Place) -> Box:
    """What the ring on the coaster covers."""
    cx, cy, r = coaster_place(stage, place)
    reach = r * (_RING + _LINE)
    return Box(cx - reach, cy - reach, 2 * reach, 2 * reach)


def draw_coaster(
    canvas: Canvas,
    scene: Scene,
    place: Place,
    title: str,
    *,
    above: str = "",
    below: str = "",
) -> Box:
    """The ring with a title of one or two lines, a word above and one below; returns the coaster's box."""
    cx, cy, r = coaster_place(canvas.stage, place)
    theme = canvas.theme
    coaster(canvas, cx, cy, r)
    if scene.clock.planned_s is not None:
        ring(canvas, cx, cy, r * _RING, r * _LINE, scene.clock.share)
    if scene.clock.is_paused and scene.clock.planned_s is not None:
        below = scene._("klockan står stilla")
    width = r * _ROOM
    serif = TextStyle(Face.SERIF, 5.6, 1.12, theme.ink)
    block = canvas.fit(title, serif, width, 13.0, 3.2, 5.6, balance=True)
    if block is None:
        block = canvas.layout(title, serif.sized(3.2), width, balance=True, max_lines=3)
    small = TextStyle(Face.REGULAR, 3.4 if r > 20 else 3.0, 1.25, theme.ink)
    under = canvas.layout(below, small, width * 0.94, balance=True, max_lines=2) if below else None
    over_h = small.line_vh + 0.8 if above else 0.0
    under_h = under.height_vh + 1.8 if under else 0.0
    top = cy - (over_h + block.height_vh + under_h) / 2
    if above:
        canvas.text(above, cx, top, small, align="center", max_width_vh=width * 0.8)
    # Å and g reach a little outside the close lines of a title.
    room = Box(cx - width / 2, top + over_h - 1, width, block.height_vh + 2)
    canvas.block(block, room, align="center", valign="middle")
    if under:
        room = Box(cx - width / 2, top + over_h + block.height_vh + 1.8, width, under.height_vh)
        canvas.block(under, room, align="center")
    return Box(cx - r, cy - r, 2 * r, 2 * r)


def draw_small_ring(canvas: Canvas, scene: Scene, x: float, y: float, side: float = 8.0) -> None:
    """The small ring of talk in the square whose corner is at (x, y); nothing without a planned time."""
    if scene.clock.planned_s is None:
        return
    r = side / 2
    disc_shadow(canvas, x + r, y + r, r, Shadow.SLIP)
    disc(canvas, x + r, y + r, r, canvas.theme.paper)
    ring(canvas, x + r, y + r, r * 0.82, 1.25, scene.clock.share)
