"""How talk shares the table: the newest prompt is what the room reads, and everything else gives way.

The card narrows when a prompt is long, earlier prompts fold, oldest first. It measures and draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pygame import Surface

from game.core.views import PromptView
from game.screens.base import Scene
from game.screens.phases.card import Spot, scaled
from game.ui.canvas import Canvas
from game.ui.cards import card_place, side_box
from game.ui.stage import Box, Stage
from game.ui.text import PROMPT, TextBlock
from game.ui.theme import THEMES

NEWEST_VH = 4.5
EARLIER_VH = 3.2
FLOOR_VH = 3.0
NEWEST_LINES = 4
TOP, BOTTOM = 14.0, 79.4
GAP = 1.3
BACK_H = 5.6
BACKS_ROOM = 12.8
TEXT_LEFT, TEXT_RIGHT = 6.6, 2.2
_PADDING = 3.2
_WIDTHS = (0.0, 64.0, 80.0, 92.0)
_CARD_SHARE = 0.42
"""The card never gets narrower than this share of the table's width."""


@dataclass(frozen=True)
class SlipPlace:
    """An open prompt: where it lies, and its lines."""

    prompt: PromptView
    box: Box
    block: TextBlock
    is_newest: bool


@dataclass(frozen=True)
class TalkLayout:
    """Everything on the table in talk. `column` is where heading, ring and prompts are."""

    spot: Spot
    column: Box
    slips: tuple[SlipPlace, ...]
    backs: tuple[Box, ...]
    """The unopened prompts, the lowest last."""


def talk_layout(stage: Stage, scene: Scene, prompts: Sequence[PromptView], hidden: int) -> TalkLayout:
    """Lay out the card, the open prompts in the order they were opened, and the unopened ones."""
    language = scene.look.language
    if scene.table.turn is not None and scene.table.turn.card is not None:
        language = scene.table.turn.card.language
    canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], language)
    card, measures = card_place(stage, "talk")
    side = side_box(stage, "talk")
    width = _column_width(canvas, card, side, prompts)
    card = Box(card.x, card.y, card.w - (width - side.w), card.h)
    column = Box(side.right - width, side.y, width, side.h)
    if card.w < 90 and not stage.is_narrow:
        measures = replace(measures, title_vh=5.0)
    if stage.is_narrow:
        measures = replace(measures, title_vh=4.8, margin_left=11.0, margin_right=3.0)
    slips: tuple[SlipPlace, ...] = ()
    backs: tuple[Box, ...] = ()
    for most in (BOTTOM - TOP, BACKS_ROOM):
        backs = _backs(column, hidden, most)
        bottom = backs[0].y - GAP if backs else BOTTOM
        slips = _slips(canvas, scene, column, prompts, bottom)
        is_whole = len(slips) == len(prompts) and not any(slip.block.is_cut for slip in slips)
        if is_whole and (not slips or slips[-1].box.bottom <= bottom):
            break
    return TalkLayout(Spot(card, scaled(measures, scene)), column, slips, backs)


def _column_width(canvas: Canvas, card: Box, side: Box, prompts: Sequence[PromptView]) -> float:
    """As wide as the longest open prompt needs for four lines in the size that the room reads."""
    most = side.w + card.w - (card.w + side.w) * _CARD_SHARE
    widths = sorted({min(most, max(side.w, width)) for width in _WIDTHS})
    style = PROMPT.sized(NEWEST_VH)
    for width in widths:
        text_w = width - TEXT_LEFT - TEXT_RIGHT
        blocks = (canvas.layout(prompt.text, style, text_w, balance=True) for prompt in prompts)
        if all(len(block.lines) <= NEWEST_LINES for block in blocks):
            return width
    return widths[-1]


def _backs(column: Box, hidden: int, most: float) -> tuple[Box, ...]:
    """The unopened prompts, from the bottom up; closer together when they get no more room than `most`."""
    if hidden <= 0:
        return ()
    step = min(BACK_H + 1.6, (most - BACK_H) / max(1, hidden - 1))
    top = BOTTOM - BACK_H - step * (hidden - 1)
    return tuple(Box(column.x, top + step * i, column.w, BACK_H) for i in range(hidden))


def _slips(
    canvas: Canvas, scene: Scene, column: Box, prompts: Sequence[PromptView], bottom: float
) -> tuple[SlipPlace, ...]:
    if not prompts:
        return ()
    text_w = column.w - TEXT_LEFT - TEXT_RIGHT
    room = bottom - TOP
    largest = NEWEST_VH * max(1.0, scene.look.text_scale)
    newest = canvas.fit(
        prompts[-1].text, PROMPT, text_w, room - 2 * _PADDING, NEWEST_VH, largest, balance=True
    ) or canvas.layout(prompts[-1].text, PROMPT.sized(NEWEST_VH), text_w, balance=True)
    newest_h = max(12.0, newest.height_vh + 2 * _PADDING)
    earlier = _folded(canvas, prompts[:-1], text_w, room - newest_h)
    slips: list[SlipPlace] = []
    top = TOP
    for prompt, block, height in earlier:
        slips.append(SlipPlace(prompt, Box(column.x, top, column.w, height), block, is_newest=False))
        top += height + GAP
    place = Box(column.x, top, column.w, newest_h)
    return (*slips, SlipPlace(prompts[-1], place, newest, is_newest=True))


def _folded(
    canvas: Canvas, prompts: Sequence[PromptView], text_w: float, room: float
) -> list[tuple[PromptView, TextBlock, float]]:
    """The earlier prompts in the room that is left: whole, else the oldest cut to two lines, to one, gone."""
    blocks = [
        canvas.layout(prompt.text, PROMPT.sized(EARLIER_VH), text_w, balance=True) for prompt in prompts
    ]

    def height(block: TextBlock) -> float:
        return max(5.6, block.height_vh + (2.6 if len(block.lines) > 1 else 1.6))

    def is_too_much() -> bool:
        return sum(height(block) + GAP for block in blocks) > room + 1e-6

    for most in (2, 1):
        for index, prompt in enumerate(prompts):
            if not is_too_much():
                break
            style = PROMPT.sized(EARLIER_VH if most > 1 else FLOOR_VH)
            if len(blocks[index].lines) > most or most == 1:
                blocks[index] = canvas.layout(prompt.text, style, text_w, max_lines=most)
    kept = list(zip(prompts, blocks, strict=True))
    while kept and is_too_much():
        kept.pop(0)
        blocks.pop(0)
    return [(prompt, block, height(block)) for prompt, block in kept]
