"""Playing cards: the back with the mark, the front with its thumb index, the pile.

It is given plain strings and colours; what a card means is none of its business.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import pygame
from pygame import Surface

from game.ui import text as setting
from game.ui.backs import back_surface, card_back, deck_box, pile, pile_peek, slip_back
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shadows import Shadow, shadow
from game.ui.shapes import half_disc, rounded
from game.ui.stage import Box, Stage
from game.ui.text import TextBlock, TextStyle

__all__ = [
    "READ",
    "READ_BOX",
    "ROUND",
    "TALK",
    "TALK_BOX",
    "THINK",
    "THINK_BOX",
    "VOTE",
    "VOTE_BOX",
    "CardDrawn",
    "CardFace",
    "CardMeasures",
    "CardRects",
    "Place",
    "back_surface",
    "card_back",
    "card_box",
    "card_frame",
    "card_front",
    "card_pages",
    "card_place",
    "card_rects",
    "coaster_place",
    "deck_box",
    "draw_kind",
    "front_surface",
    "pile",
    "pile_peek",
    "side_box",
    "slip_back",
]

CLEAR_UNDER_TEXT_VH = 3.5
_NARROWER = (0.98, 0.96, 0.94, 0.92, 0.9, 0.88)

Place = Literal["read", "think", "round", "vote", "talk"]


@dataclass(frozen=True)
class CardMeasures:
    """How a card is laid out in one phase: margins, title size and the sizes its text may have."""

    margin_left: float
    margin_right: float
    padding_top: float
    title_vh: float
    gap: float = 2.2
    text_min: float = 3.0
    text_max: float = 5.6


READ = CardMeasures(18, 9, 6, 6.8, text_min=4.5)
THINK = CardMeasures(16, 8, 6.4, 6.2)
ROUND = CardMeasures(16, 8, 6.4, 6.2)
VOTE = CardMeasures(12, 4.2, 5.4, 5.4)
TALK = CardMeasures(12.6, 4.4, 5, 5.6, gap=1.7, text_max=5.0)

READ_BOX = Box(10.9, 4.4, 156, 74.4)
THINK_BOX = Box(8, 8.5, 100, 66)
VOTE_BOX = Box(8, 4.4, 71, 74.4)
TALK_BOX = Box(8, 3.4, 108, 76)

_PLACES: dict[Place, tuple[Box, CardMeasures]] = {
    "read": (READ_BOX, READ),
    "think": (THINK_BOX, THINK),
    "round": (THINK_BOX, ROUND),
    "vote": (VOTE_BOX, VOTE),
    "talk": (TALK_BOX, TALK),
}
_PEEK_VH = 6.4
_NARROW_MARGIN = 4.0


def card_place(stage: Stage, place: Place) -> tuple[Box, CardMeasures]:
    """Where the card lies in a phase and how it is laid out; narrower on a narrow stage."""
    box, measures = _PLACES[place]
    if not stage.is_narrow:
        return box, measures
    narrow = replace(measures, margin_left=min(measures.margin_left, 12.4), margin_right=4.2, gap=1.7)
    if place == "read":
        width = stage.width_vh - _NARROW_MARGIN - _PEEK_VH - 2.4
        return Box(_NARROW_MARGIN, 2.8, width, 76.4), replace(narrow, padding_top=4.6, title_vh=6.0)
    share = {"think": 0.56, "round": 0.56, "vote": 0.46, "talk": 0.6}[place]
    room = stage.width_vh - _NARROW_MARGIN - _PEEK_VH - 2.4
    top, height = (3.4, 76.0) if place != "vote" else (4.4, 74.4)
    return Box(_NARROW_MARGIN, top, room * share, height), replace(narrow, title_vh=5.2)


def card_box(stage: Stage, place: Place) -> Box:
    """Where the card lies in a phase."""
    return card_place(stage, place)[0]


def side_box(stage: Stage, place: Place) -> Box:
    """The column beside the card, between it and the pile, above the band's half-discs."""
    if not stage.is_narrow:
        left = {"read": 167.8, "think": 113.0, "round": 113.0, "vote": 83.0, "talk": 119.6}[place]
        return Box(left, 3.6, 167.8 - left, 75.6)
    card = card_box(stage, place)
    left = card.right + 2.4
    return Box(left, 3.6, stage.width_vh - _PEEK_VH - 2.4 - left, 75.6)


def coaster_place(stage: Stage, place: Place) -> tuple[float, float, float]:
    """The middle and radius (cx, cy, r) of the coaster beside the card in think and round."""
    cy = 41.5 if place == "think" else 38.5
    if not stage.is_narrow:
        return 139.4, cy, 25.5
    side = side_box(stage, place)
    return side.center_x, cy, min(25.5, side.w / 2)


@dataclass(frozen=True)
class CardFace:
    """What stands on a card: plain strings, and the names of its theme's colour and icon."""

    kind: str
    theme_name: str
    title: str
    text: str
    color_name: str
    icon_name: str


@dataclass(frozen=True)
class CardRects:
    """Where on a card things go: the line of kind and theme, the title's lines, all below the title's top."""

    kind: Box
    title: Box
    content: Box


@dataclass(frozen=True)
class CardDrawn:
    """What came of drawing a card: pages in all, the text's size, and the room the text had."""

    page_count: int
    text_size_vh: float
    text_box: Box


def card_frame(
    canvas: Canvas,
    box: Box,
    measures: CardMeasures,
    color_name: str,
    icon_name: str,
    *,
    shadow: Shadow = Shadow.RESTING,
) -> CardRects:
    """An empty card: paper, thumb index with its icon, and the echo on the right."""
    theme = canvas.theme
    _shadow(canvas, box, 2.2, shadow)
    rounded(canvas, box, 2.2, theme.paper, line=0.14, line_color=theme.paper_edge)
    ink = theme.color_named(color_name)
    is_large = box.w > 110
    r = 8.4 if is_large else 7.2
    left = box.x + (0.8 if theme.is_contrast else 0.0)
    cy = box.y + max(measures.padding_top + 4.5, r + 2.0)
    half_disc(canvas, left, cy, r, ink.color, "left")
    icon(canvas, icon_name, left + 0.45 * r, cy, 6.6 if is_large else 5.6, ink.icon)
    if not theme.is_contrast:
        echo_y = box.y + box.h - 0.62 * (measures.padding_top + 4.5)
        half_disc(canvas, box.right, echo_y, 2.8, ink.color, "right")
    return card_rects(box, measures)


def card_rects(box: Box, measures: CardMeasures) -> CardRects:
    """The places on a card, without drawing it."""
    x = box.x + measures.margin_left
    width = box.w - measures.margin_left - measures.margin_right
    top = box.y + measures.padding_top
    bottom = box.bottom - CLEAR_UNDER_TEXT_VH
    return CardRects(
        Box(x, top - 0.6, width, 3.9),
        Box(x, top + 4.1, width, measures.title_vh * 1.12),
        Box(x, top + 4.1, width, bottom - top - 4.1),
    )


def _title_block(canvas: Canvas, measures: CardMeasures, title: str, width: float) -> TextBlock:
    """The title on at most two lines, smaller when it needs that; the longest on a narrow card on three."""
    style = setting.CARD_TITLE.colored(canvas.theme.ink)
    for max_lines in (1, 2):
        for step in range(9 if max_lines == 2 else 1):
            sized = style.sized(round(measures.title_vh - 0.2 * step, 2))
            block = canvas.layout(title, sized, width, balance=True)
            if len(block.lines) <= max_lines:
                return block
    return canvas.layout(title, style.sized(measures.title_vh - 1.6), width, balance=True, max_lines=3)


def _text_pages(
    canvas: Canvas, measures: CardMeasures, text: str, room: Box, title_vh: float
) -> list[TextBlock]:
    style = setting.CARD_TEXT.colored(canvas.theme.ink)
    largest = min(measures.text_max, title_vh)
    least = min(measures.text_min, largest)
    pages = canvas.paginate(text, style, room.w, max(room.h, style.line_vh), least, largest)
    return [_without_lone_word(canvas, text, pages[0], room.w)] if len(pages) == 1 else pages


def _without_lone_word(canvas: Canvas, text: str, block: TextBlock, width_vh: float) -> TextBlock:
    """The same text on as many lines, a little narrower when its last line would be a single word."""
    if len(block.lines) < 3 or " " in block.lines[-1].strip():
        return block
    for share in _NARROWER:
        other = canvas.layout(text, block.style, width_vh * share)
        if len(other.lines) == len(block.lines) and " " in other.lines[-1].strip():
            return other
    return block


def _title_and_room(
    canvas: Canvas, rects: CardRects, measures: CardMeasures, face: CardFace
) -> tuple[TextBlock | None, Box]:
    """The title's lines, and the room that is left for the text."""
    top, title = rects.title.y + 0.6, None
    if face.title:
        title = _title_block(canvas, measures, face.title, rects.title.w)
        top = rects.title.y + title.height_vh + measures.gap
    return title, Box(rects.content.x, top, rects.content.w, rects.content.bottom - top)


def card_pages(canvas: Canvas, box: Box, measures: CardMeasures, face: CardFace) -> list[TextBlock]:
    """The text of a card as it would be drawn: one block, or pages. Draws nothing."""
    _, room = _title_and_room(canvas, card_rects(box, measures), measures, face)
    return _text_pages(canvas, measures, face.text, room, measures.title_vh)


def card_front(
    canvas: Canvas,
    box: Box,
    measures: CardMeasures,
    face: CardFace,
    *,
    page: int = 0,
    shadow: Shadow = Shadow.RESTING,
) -> CardDrawn:
    """Draw a whole card. Text that is too long at its least size is paged; `page` counts from 0."""
    rects = card_frame(canvas, box, measures, face.color_name, face.icon_name, shadow=shadow)
    title, room = _title_and_room(canvas, rects, measures, face)
    if title is not None:
        canvas.block(title, Box(rects.title.x, rects.title.y, rects.title.w, title.height_vh))
    pages = _text_pages(canvas, measures, face.text, room, measures.title_vh)
    shown = pages[max(0, min(page, len(pages) - 1))]
    canvas.block(shown, room)
    kind = rects.kind
    if len(pages) > 1:
        number = f"{min(page, len(pages) - 1) + 1}/{len(pages)}"
        bold = _kind_style(canvas, Face.BOLD)
        canvas.text(number, kind.right, kind.y, bold, align="right")
        kind = Box(kind.x, kind.y, kind.w - canvas.width(number, bold) - 2.0, kind.h)
    draw_kind(canvas, kind, face)
    return CardDrawn(len(pages), shown.style.size_vh, room)


def _kind_style(canvas: Canvas, weight: Face) -> TextStyle:
    return TextStyle(weight, 3.0, 1.3, canvas.theme.second_ink)


def draw_kind(canvas: Canvas, box: Box, face: CardFace) -> None:
    """The line above the title: the card's kind in its theme's colour, then the theme's name."""
    color = canvas.theme.color_named(face.color_name).color
    bold = _kind_style(canvas, Face.BOLD).colored(color)
    plain = _kind_style(canvas, Face.MEDIUM)
    canvas.text(face.kind, box.x, box.y, bold, max_width_vh=box.w)
    used = canvas.width(face.kind, bold) + 2.0
    if face.theme_name and box.w - used > 6:
        canvas.text(face.theme_name, box.x + used, box.y, plain, max_width_vh=box.w - used)


_shadow = shadow


def front_surface(canvas: Canvas, box: Box, measures: CardMeasures, face: CardFace) -> Surface:
    """The card alone on a transparent surface of its own size, for motion."""
    surface = Surface(canvas.stage.box_rect(box).size, pygame.SRCALPHA, 32)
    moved = canvas.with_surface(surface)
    place = Box(canvas.stage.left_vh, 0.0, box.w, box.h)
    card_front(moved, place, measures, face, shadow=Shadow.NONE)
    return surface
