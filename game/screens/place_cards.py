"""The place cards of the seats screen: where they lie, what is on them, and their small buttons."""

from __future__ import annotations

from game.core.state import MAX_SEATS
from game.i18n import Translator
from game.screens.base import SeatEntry
from game.screens.seating_list import MOST_PEOPLE
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import disc, half_disc, rounded
from game.ui.stage import Box, Stage
from game.ui.surfaces import Shadow, panel
from game.ui.text import SMALL, SMALL_BOLD, TextStyle
from game.ui.theme import mix

CARD_H = 20.5
TOP_VH = 21.7
_PITCH_Y = 24.1
_COLUMNS = 4
_RADIUS = 1.8
_SLIM_VH = 34.0
"""A card narrower than this has its buttons over and under the name, not beside it."""
_LONG_NAME = 9
"""Longer names are set smaller from the start, as in the picture."""


def place_of(stage: Stage, index: int) -> Box:
    """Where the card of a seat lies, four in a row."""
    content = stage.content
    gap = 4.05 if not stage.is_narrow else 2.6
    width = (content.w - gap * (_COLUMNS - 1)) / _COLUMNS
    column, row = index % _COLUMNS, index // _COLUMNS
    return Box(content.x + column * (width + gap), TOP_VH + row * _PITCH_Y, width, CARD_H)


def lifted(box: Box) -> Box:
    """Where a card is when it is taken up; a slim one grows, so that its buttons leave room for the name."""
    if box.w < _SLIM_VH:
        return Box(box.x + 0.9, box.y - 4.9, box.w, box.h + 3.6)
    return box.moved(0.9, -1.3)


def index_at(stage: Stage, at: tuple[float, float]) -> int:
    """The place nearest to a point, for a card that is let go."""
    places = [place_of(stage, index) for index in range(MAX_SEATS)]
    return min(
        range(MAX_SEATS),
        key=lambda i: (places[i].center_x - at[0]) ** 2 + (places[i].center_y - at[1]) ** 2,
    )


def button_places(box: Box) -> dict[str, Box]:
    """The small buttons of the card that is taken up: × above left, − and + below."""
    size, edge = 5.6, 1.1
    return {
        "remove": Box(box.x + edge, box.y + edge, size, size),
        "fewer": Box(box.x + edge, box.bottom - edge - size, size, size),
        "more": Box(box.right - edge - size, box.bottom - edge - size, size, size),
    }


def draw_shade(canvas: Canvas, box: Box) -> None:
    """The place that a card was taken up from."""
    theme = canvas.theme
    if theme.is_contrast:
        rounded(canvas, box, _RADIUS, None, line=0.22, line_color=theme.table_ink)
    else:
        rounded(canvas, box, _RADIUS, mix(theme.linen, theme.shadow, 0.16))


def draw_card(
    canvas: Canvas, seat: SeatEntry, number: int, box: Box, _: Translator, *, is_taken_up: bool = False
) -> None:
    """A card with its name and number. The one taken up is ringed and has its buttons."""
    theme = canvas.theme
    panel(canvas, box, radius=_RADIUS, shadow=Shadow.LIFTED if is_taken_up else Shadow.RESTING)
    fill, ink = (theme.lit, theme.lit_ink) if is_taken_up else (theme.band, theme.band_ink)
    if theme.is_contrast and not is_taken_up:
        fill, ink = theme.ink, theme.paper
    half_disc(canvas, box.center_x, box.bottom, 4.1, fill, "bottom")
    digit = SMALL_BOLD.sized(3.2).colored(ink)
    canvas.text(str(number), box.center_x, box.bottom - 4.2, digit, align="center")
    if is_taken_up:
        focus_ring(canvas, box, _RADIUS)
        _draw_buttons(canvas, seat, box)
    _draw_name(canvas, seat, box, _, is_taken_up=is_taken_up)


def _draw_name(canvas: Canvas, seat: SeatEntry, box: Box, _: Translator, *, is_taken_up: bool) -> None:
    theme = canvas.theme
    says_people = seat.people > 1 or is_taken_up
    side = 2.0 if not is_taken_up else 2.6
    is_slim = box.w < _SLIM_VH
    top = box.y + (1.5 if not is_taken_up else 5.6 if is_slim else 1.7)
    bottom = box.bottom - (8.7 if says_people else 4.8)
    largest = 4.8 if len(seat.name) > _LONG_NAME else 5.6
    style = TextStyle(Face.SERIF, largest, 1.08, theme.ink)
    room = Box(box.x + side, top, box.w - 2 * side, bottom - top)
    if is_taken_up and not is_slim:
        room = Box(box.x + 7.0, top, box.w - 14.0, bottom - top)
    one = canvas.layout(seat.name, style, room.w, max_lines=1)
    while one.is_cut and style.size_vh > 3.6:
        style = style.sized(round(style.size_vh - 0.2, 1))
        one = canvas.layout(seat.name, style, room.w, max_lines=1)
    if not one.is_cut:
        canvas.block(one, room, align="center", valign="middle")
    else:
        canvas.fit_text(seat.name, room, style, 3.0, 4.4, align="center", valign="middle", balance=True)
    if says_people:
        if is_slim and is_taken_up:
            # A slim card's buttons leave no room for more between them.
            words = _.plural("{n} person", "{n} personer", seat.people)
        else:
            words = _("Bord, {n} personer", n=seat.people) if seat.people > 1 else _("1 person")
        small = SMALL.colored(theme.second_ink)
        canvas.text(words, box.center_x, bottom + 0.2, small, align="center", max_width_vh=box.w - 3.0)


def _draw_buttons(canvas: Canvas, seat: SeatEntry, box: Box) -> None:
    theme = canvas.theme
    icon(canvas, "both", box.right - 3.9, box.y + 3.9, 4.0, theme.ink)
    names = {"remove": "cross", "fewer": "minus", "more": "plus"}
    for button, place in button_places(box).items():
        is_on = not (
            (button == "fewer" and seat.people <= 1) or (button == "more" and seat.people >= MOST_PEOPLE)
        )
        ink = theme.ink if is_on else mix(theme.ink, theme.paper, 0.65)
        ground = theme.paper if theme.is_contrast else theme.field
        disc(canvas, place.center_x, place.center_y, 2.4, ground)
        icon(canvas, names[button], place.center_x, place.center_y, 3.0, ink)


def draw_free_place(canvas: Canvas, box: Box) -> None:
    """A place where nobody sits yet."""
    theme = canvas.theme
    line = theme.table_ink if theme.is_contrast else mix(theme.linen, theme.table_ink, 0.3)
    rounded(canvas, box, _RADIUS, None, line=0.16, line_color=line)
