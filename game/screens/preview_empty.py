"""What a preview shows while nothing of a deck can be shown: what is wrong, and that it is waited for."""

from __future__ import annotations

from game.i18n import Translator
from game.screens.foot import sheet_area
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box
from game.ui.surfaces import panel
from game.ui.text import TextStyle


def draw_empty(canvas: Canvas, _: Translator, fault: str, count: int) -> None:
    """A sheet with the first fault, and how many more there are."""
    theme = canvas.theme
    area = sheet_area(canvas.stage)
    width = min(area.w, 130.0)
    sheet = Box(canvas.stage.width_vh / 2 - width / 2, 18.0, width, 52.0)
    panel(canvas, sheet)
    room = sheet.inset(7.0, 6.0)
    heading = TextStyle(Face.SERIF, 5.2, 1.12, theme.ink)
    title = canvas.fit_text(
        _("Det finns inget kort att visa ännu"), Box(room.x, room.y, room.w, 6.4), heading, 3.8, 5.2
    )
    rest = _("Korten kommer fram så snart filen går att läsa.")
    if count > 1:
        rest = _("Tryck på F för alla {n}. ", n=count) + rest
    below = canvas.layout(rest, TextStyle(Face.REGULAR, 3.4, 1.3, theme.second_ink), room.w)
    body = TextStyle(Face.REGULAR, 4.1, 1.32, theme.ink)
    top = room.y + title.height_vh + 3.0
    if fault:
        icon(canvas, "fault", room.x + 2.2, top + 2.7, 4.4, theme.fault, hole=theme.paper)
        words = Box(room.x + 7.0, top, room.w - 7.0, room.bottom - below.height_vh - 2.0 - top)
        canvas.fit_text(fault, words, body, 3.2, 4.1)
    canvas.block(below, Box(room.x, room.bottom - below.height_vh, room.w, below.height_vh))
