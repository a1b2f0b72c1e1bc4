"""How talk shares the table: the newest prompt is what the room reads, and everything else gives way.

The card narrows and the slips widen until every open prompt stands whole; what does not fit even then
goes away, oldest first, and is never cut. It measures and draws nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pygame import Surface

from game.core.views import PromptView
from game.screens.base import Scene
from game.screens.phases.card import Spot, enlarged, fitted
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, CardMeasures, card_pages, card_place, side_box
from game.ui.stage import Box, Stage
from game.ui.text import PROMPT, TextBlock
from game.ui.theme import THEMES

NEWEST_VH = 4.5
EARLIER_VH = 3.2
FLOOR_VH = 3.0
NEWEST_LINES = 4
TOP, BOTTOM = 14.0, 79.4
BACK_H = 5.6
TEXT_LEFT, TEXT_RIGHT = 6.6, 2.2
_WIDTHS = (0.0, 54.0, 60.0, 66.0)
"""How wide the slips may get to stand whole; the first is the column's own width."""
_MORE_WIDTHS = (*_WIDTHS, 80.0, 92.0)
"""How wide they get when a single prompt needs it for its four lines."""
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


@dataclass(frozen=True)
class _Setting:
    """One way to set the prompts: sizes, how close they lie, and the room for unopened ones."""

    newest_vh: float
    earlier_vh: float
    padding: float = 3.2
    folded_padding: float = 1.3
    gap: float = 1.3
    backs_room: float = BOTTOM - TOP

    def closer(self, earlier_vh: float) -> _Setting:
        """The same with as little air as still looks calm."""
        return replace(self, earlier_vh=earlier_vh, padding=2.2, folded_padding=1.0, gap=1.0, backs_room=9.0)


def _settings(text_scale: float) -> Iterator[tuple[tuple[_Setting, ...], bool]]:
    """Ways to set the prompts, the best first, and whether they are worth a narrower card.

    Each group is tried at every width that it may have before the next.
    """
    for step in range(max(0, round((text_scale - 1.0) * 10)), -1, -1):
        scale = 1.0 + step / 10
        yield (_Setting(NEWEST_VH * scale, PROMPT.size_vh * scale),), False
        roomy = _Setting(NEWEST_VH * scale, EARLIER_VH * scale)
        yield (roomy, roomy.closer(roomy.earlier_vh)), True
    yield (_Setting(NEWEST_VH, FLOOR_VH).closer(FLOOR_VH),), True


def talk_layout(stage: Stage, scene: Scene, prompts: Sequence[PromptView], hidden: int) -> TalkLayout:
    """Lay out the card, the open prompts in the order they were opened, and the unopened ones."""
    language, title, text = scene.look.language, "", ""
    if scene.table.turn is not None and scene.table.turn.card is not None:
        card = scene.table.turn.card
        language, title, text = card.language, card.title, card.text
    face = CardFace("", "", title, text, "", "")
    return _laid_out(stage, face, language, tuple(prompts), hidden, max(1.0, scene.look.text_scale))


@lru_cache(maxsize=32)
def _laid_out(
    stage: Stage,
    face: CardFace,
    language: str,
    prompts: tuple[PromptView, ...],
    hidden: int,
    text_scale: float,
) -> TalkLayout:
    canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], language)
    side = side_box(stage, "talk")
    widths = _widths(canvas, side, prompts)
    spots = {width: _spot(stage, side, width, text_scale) for width in widths}
    whole = [width for width in widths if _is_on_one_page(canvas, spots[width], face)]
    for settings, may_widen in _settings(text_scale):
        for width in (whole or widths)[: None if may_widen else 1]:
            column = Box(side.right - width, side.y, width, side.h)
            for setting in settings:
                backs = _backs(column, hidden, setting.backs_room)
                slips = _slips(canvas, column, prompts, _floor(backs, setting), setting)
                if len(slips) == len(prompts):
                    return TalkLayout(spots[width], column, slips, backs)
    width = (whole or widths)[-1]
    column = Box(side.right - width, side.y, width, side.h)
    setting = _Setting(NEWEST_VH, FLOOR_VH).closer(FLOOR_VH)
    backs = _backs(column, hidden, setting.backs_room)
    slips = _slips(canvas, column, prompts, _floor(backs, setting), setting)
    return TalkLayout(spots[width], column, slips, backs)


def _widths(canvas: Canvas, side: Box, prompts: Sequence[PromptView]) -> list[float]:
    """The widths that the slips may have, from the least that gives every prompt its four lines."""
    card = card_place(canvas.stage, "talk")[0]
    most = side.w + card.w - (card.w + side.w) * _CARD_SHARE
    style = PROMPT.sized(NEWEST_VH)
    least = most
    for width in sorted({min(most, max(side.w, width)) for width in _MORE_WIDTHS}):
        text_w = width - TEXT_LEFT - TEXT_RIGHT
        blocks = (canvas.layout(prompt.text, style, text_w, balance=True) for prompt in prompts)
        if all(len(block.lines) <= NEWEST_LINES for block in blocks):
            least = width
            break
    return [least, *(width for width in _WIDTHS if least < width <= most)]


def _spot(stage: Stage, side: Box, width: float, text_scale: float) -> Spot:
    """The card beside slips of that width."""
    card, measures = card_place(stage, "talk")
    card = Box(card.x, card.y, card.w - (width - side.w), card.h)
    if stage.is_narrow:
        measures = replace(measures, title_vh=4.8, margin_left=11.0, margin_right=3.0)
    elif card.w < 100:
        measures = _narrowed(measures)
    return Spot(card, enlarged(measures, text_scale))


def _narrowed(measures: CardMeasures) -> CardMeasures:
    return replace(measures, title_vh=5.0, margin_left=11.0, margin_right=4.4)


def _is_on_one_page(canvas: Canvas, spot: Spot, face: CardFace) -> bool:
    return len(card_pages(canvas, spot.box, fitted(canvas, spot, face), face)) == 1


def _backs(column: Box, hidden: int, most: float) -> tuple[Box, ...]:
    """The unopened prompts, from the bottom up; closer together when they get no more room than `most`."""
    if hidden <= 0:
        return ()
    step = min(BACK_H + 1.6, (most - BACK_H) / max(1, hidden - 1))
    top = BOTTOM - BACK_H - step * (hidden - 1)
    return tuple(Box(column.x, top + step * i, column.w, BACK_H) for i in range(hidden))


def _floor(backs: tuple[Box, ...], setting: _Setting) -> float:
    return backs[0].y - setting.gap if backs else BOTTOM


def _slips(
    canvas: Canvas, column: Box, prompts: Sequence[PromptView], bottom: float, setting: _Setting
) -> tuple[SlipPlace, ...]:
    """The newest prompt, and as many of the latest before it as there is room for; none is cut."""
    text_w = column.w - TEXT_LEFT - TEXT_RIGHT
    placed: list[tuple[PromptView, TextBlock, float]] = []
    room = bottom - TOP
    for prompt in reversed(prompts):
        is_newest = not placed
        size = setting.newest_vh if is_newest else setting.earlier_vh
        block = canvas.layout(prompt.text, PROMPT.sized(size), text_w, balance=True)
        least, air = (12.0, setting.padding) if is_newest else (BACK_H, setting.folded_padding)
        height = max(least, block.height_vh + 2 * air)
        if height > room + 1e-6:
            break
        placed.append((prompt, block, height))
        room -= height + setting.gap
    slips: list[SlipPlace] = []
    top = TOP
    for prompt, block, height in reversed(placed):
        is_newest = prompt is prompts[-1]
        slips.append(SlipPlace(prompt, Box(column.x, top, column.w, height), block, is_newest))
        top += height + setting.gap
    return tuple(slips)
