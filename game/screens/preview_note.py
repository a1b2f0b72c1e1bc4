"""The note of a card on a slip over the table: for the one who makes a deck, never for the room."""

from __future__ import annotations

from pygame import Surface

from game.i18n import Translator
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.shadows import Shadow
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip
from game.ui.text import TextBlock, TextStyle
from game.ui.theme import THEMES

_HEADING = TextStyle(Face.SERIF, 4.6, 1.12)
_SMALL = TextStyle(Face.MEDIUM, 3.0, 1.3)
_TEXT = TextStyle(Face.REGULAR, 4.0, 1.32)
_LEAST_VH, _MOST_VH = 3.2, 4.0
_TOP, _BOTTOM = 6.0, 79.0
_HEAD_VH = 10.4


def _sheet(stage: Stage) -> Box:
    margin = 8.0 if stage.is_narrow else 20.0
    return Box(margin, _TOP, stage.width_vh - 2 * margin, _BOTTOM - _TOP)


def _pages(canvas: Canvas, note: str) -> list[TextBlock]:
    room = _sheet(canvas.stage).inset(5.0, 0.0)
    style = _TEXT.colored(canvas.theme.slip_ink)
    return canvas.paginate(note, style, room.w, room.h - _HEAD_VH - 4.0, _LEAST_VH, _MOST_VH)


def note_pages(stage: Stage, note: str, language: str) -> int:
    """How many pages a note in that language takes."""
    return len(_pages(Canvas(Surface((1, 1)), stage, THEMES["light"], language), note))


def draw_note(canvas: Canvas, _: Translator, note: str, page: int) -> None:
    """Draw a page of the note; the canvas has the note's language, `_` the interface's."""
    theme = canvas.theme
    pages = _pages(canvas, note)
    page = min(page, len(pages) - 1)
    block = pages[page]
    whole = _sheet(canvas.stage)
    # As high as it needs, on the card's lower part, so that the title is still to be seen.
    height = whole.h if len(pages) > 1 else min(whole.h, _HEAD_VH + block.height_vh + 4.0)
    sheet = Box(whole.x, whole.bottom - height, whole.w, height)
    slip(canvas, sheet, radius=2.2, shadow=Shadow.LIFTED)
    if theme.is_contrast:
        # The card under it is as white, and there are no shadows.
        rounded(canvas, sheet, 2.2, theme.slip, line=0.4, line_color=theme.slip_ink)
    room = sheet.inset(5.0, 0.0)
    heading = _HEADING.colored(theme.slip_ink)
    said = _("visas aldrig för rummet")
    if len(pages) > 1:
        said = _("sida {n} av {of} · visas aldrig för rummet", n=page + 1, of=len(pages))
    small = _SMALL.colored(theme.slip_ink)
    used = canvas.width(said, small)
    canvas.shrunk(_("Stöd till samtalsledaren"), room.x, sheet.y + 3.0, heading, room.w - used - 2, 3.4)
    canvas.text(said, room.right, sheet.y + 3.9, small, align="right", max_width_vh=used + 0.1)
    canvas.block(block, Box(room.x, sheet.y + _HEAD_VH, room.w, room.h - _HEAD_VH))
