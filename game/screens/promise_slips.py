"""All promises of the table as slips, two beside each other, on as many pages as they need."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.core.state import PromiseForm
from game.core.views import PromiseView
from game.screens.base import Scene
from game.screens.foot import Foot, Hint
from game.screens.promise_drawing import draw_flap
from game.screens.promise_words import asked_by, is_table, latest, owner, sentence
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import half_disc
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, slip, table
from game.ui.text import STEP_VH, TextBlock, TextStyle, layout, line_width_vh

TOP_VH = 19.2
BOTTOM_VH = 86.0
LEAST_VH, CLOSE_VH = 14.7, 11.2
"""A slip's least height, and when there are many."""
GAP_VH = 1.75
COLUMN_GAP_VH = 3.0
_NAME = TextStyle(Face.SERIF, 3.4, 1.15)
_TEXT = TextStyle(Face.REGULAR, 3.3, 1.24)
LARGEST_TEXT_VH, LEAST_TEXT_VH = 4.2, 3.0
"""A promise's words when there are few of them, and one that is too long for a page."""
_SIDE = TextStyle(Face.REGULAR, 3.0, 1.24)
_LEFT_VH = 6.4
_RIGHT_VH = 3.0


@dataclass(frozen=True, slots=True)
class Slip:
    """One promise, set for its column; `side` stands at the name's right when it is short."""

    promise: PromiseView
    text: TextBlock
    side: str
    below: TextBlock | None
    """By when and who asks, when that is too long for the name's line."""
    height_vh: float
    spare_vh: float
    """Half of the height that its words do not need."""


def set_slip(
    stage: Stage,
    promise: PromiseView,
    scene: Scene,
    width_vh: float,
    size_vh: float,
    least_vh: float = LEAST_VH,
) -> Slip:
    """Set a promise for a column's width; one too long for its page in a smaller size."""
    _ = scene._
    room = width_vh - _LEFT_VH - _RIGHT_VH
    words = sentence(promise, _, is_table=is_table(scene.table, promise))
    if promise.form is not PromiseForm.TYPED:
        words = words[:1].upper() + words[1:]
        room -= 5.0
    side = " · ".join(part for part in (latest(promise, _), asked_by(promise, _)) if part)
    name_vh = line_width_vh(stage, owner(promise, _), _NAME.sized(max(_NAME.size_vh, size_vh)))
    fits = line_width_vh(stage, side, _SIDE) <= width_vh - _LEFT_VH - _RIGHT_VH - name_vh - 3
    for size in (size_vh, LEAST_TEXT_VH):
        text = layout(stage, words, _TEXT.sized(size), room, scene.look.language, balance=True)
        below = None if fits else layout(stage, side, _SIDE, room, scene.look.language)
        head = _head_vh(size)
        height = head + text.height_vh + 1.6 + (below.height_vh + 0.8 if below is not None else 0.0)
        if height <= BOTTOM_VH - TOP_VH:
            break
    spare = max(0.0, least_vh - height) / 2
    return Slip(promise, text, side if fits else "", below, max(least_vh, height), spare)


def set_pages(scene: Scene, stage: Stage) -> list[list[tuple[Slip, Box]]]:
    """The slips with their places: as large as one page holds in two even columns, else page by page."""
    room, promises = stage.content, scene.table.promises
    width = (room.w - COLUMN_GAP_VH) / 2 if len(promises) > 1 else room.w
    largest = LARGEST_TEXT_VH * max(1.0, scene.look.text_scale)
    for step in range(round((largest - _TEXT.size_vh) / STEP_VH) + 1):
        size = round(largest - step * STEP_VH, 2)
        for least in (LEAST_VH, CLOSE_VH):
            slips = [set_slip(stage, promise, scene, width, size, least) for promise in promises]
            page = _even_page(room, slips, width)
            if page is not None:
                return [page]
    pages: list[list[tuple[Slip, Box]]] = [[]]
    column, y = 0, TOP_VH
    for promise in promises:
        made = set_slip(stage, promise, scene, width, _TEXT.size_vh)
        if y > TOP_VH and y + made.height_vh > BOTTOM_VH + 0.01:
            column, y = column + 1, TOP_VH
        if column > 1:
            pages.append([])
            column = 0
        box = Box(room.x + column * (width + COLUMN_GAP_VH), y, width, made.height_vh)
        pages[-1].append((made, box))
        y += made.height_vh + GAP_VH
    return pages


def _even_page(room: Box, slips: list[Slip], width_vh: float) -> list[tuple[Slip, Box]] | None:
    """All slips in two columns of about as many, down then across; None when they do not fit."""
    for first in range((len(slips) + 1) // 2, len(slips) + 1):
        columns = (slips[:first], slips[first:])
        heights = [sum(made.height_vh + GAP_VH for made in column) - GAP_VH for column in columns]
        if heights[0] > BOTTOM_VH - TOP_VH + 0.01:
            return None
        if heights[1] > BOTTOM_VH - TOP_VH + 0.01:
            continue
        page: list[tuple[Slip, Box]] = []
        for index, column in enumerate(columns):
            x, y = room.x + index * (width_vh + COLUMN_GAP_VH), TOP_VH
            for made in column:
                page.append((made, Box(x, y, width_vh, made.height_vh)))
                y += made.height_vh + GAP_VH
        return page
    return None


def _head_vh(size_vh: float) -> float:
    """How high the line with the name is, over words of that size."""
    return 1.6 + max(_NAME.size_vh, size_vh) * _NAME.leading


class PromiseSlips:
    """The overview. Next turns the pages before it goes on."""

    def __init__(self) -> None:
        self.page = 0

    def turn(self, by: int, scene: Scene, stage: Stage) -> bool:
        """Turn to another page; False when there is none that way."""
        page = self.page + by
        if not 0 <= page < len(set_pages(scene, stage)):
            return False
        self.page = page
        return True

    def draw(self, canvas: Canvas, scene: Scene, foot: Foot) -> None:
        """The slips of this page."""
        _ = scene._
        table(canvas)
        pages = set_pages(scene, canvas.stage)
        page = min(self.page, len(pages) - 1)
        count = len(scene.table.promises)
        remark = _.plural("{n} löfte", "{n} löften", count)
        if len(pages) > 1:
            remark += f" · {page + 1} / {len(pages)}"
        screen_title(canvas, _("Det här lovar vi"), remark)
        for made, box in pages[page]:
            draw_slip(canvas, scene, made, box)
        label = _("Tack för i dag") if page + 1 == len(pages) else _("Fler löften")
        foot.draw(canvas, (Hint(("←",), _("tillbaka"), pygame.K_PAGEUP),), label, _("Mellanslag"))


def draw_slip(canvas: Canvas, scene: Scene, made: Slip, box: Box) -> None:
    """One promise: a half-disc for the person, the name, the words; a private one is an envelope."""
    _, theme, promise = scene._, canvas.theme, made.promise
    is_typed = promise.form is PromiseForm.TYPED
    ink, second = (theme.ink, theme.second_ink) if is_typed else (theme.slip_ink, theme.slip_second)
    if is_typed:
        panel(canvas, box, radius=1.6)
    else:
        slip(canvas, box, radius=1.6)
    if promise.form is PromiseForm.PRIVATE:
        draw_flap(canvas, Box(box.right - 22, box.y, 22, 7.8), theme.slip_edge)
    half_disc(canvas, box.x, box.y + min(7.35, box.h / 2), 3.4, theme.chosen, flat="left")
    left, right = box.x + _LEFT_VH, box.right - _RIGHT_VH
    side = canvas.width(made.side, _SIDE) + 3 if made.side else 0.0
    size = made.text.style.size_vh
    name = _NAME.sized(max(_NAME.size_vh, size)).colored(ink)
    top = box.y + made.spare_vh
    canvas.shrunk(owner(promise, _), left, top + 1.2, name, right - left - side, 3.0)
    if made.side:
        canvas.text(made.side, right, top + 1.4, _SIDE.colored(second), align="right", max_width_vh=side)
    y = top + _head_vh(size)
    if not is_typed:
        sign = "lock" if promise.form is PromiseForm.PRIVATE else "speech"
        icon(canvas, sign, left + 1.6, y + made.text.line_height_vh / 2, 3.2, ink)
        left += 5.0
    canvas.block(_inked(made.text, ink), Box(left, y, right - left, made.text.height_vh))
    if made.below is not None:
        y += made.text.height_vh + 0.8
        canvas.block(_inked(made.below, second), Box(left, y, right - left, made.below.height_vh))


def _inked(block: TextBlock, color: tuple[int, int, int]) -> TextBlock:
    style = block.style.colored(color)
    return TextBlock(block.lines, block.tops_vh, style, block.width_vh, block.height_vh, block.is_cut)
