"""How the vote shares the table: the card at the left, the choices at the right, all in one size.

The card gives way until the choices can be read from afar. It measures and draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from pygame import Surface

from game.screens.phases.card import Spot, enlarged, fitted
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, card_pages, card_place, side_box
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.text import STEP_VH, TextStyle
from game.ui.theme import THEMES

LARGEST_VH, READABLE_VH, SMALLEST_VH = 4.5, 4.2, 3.0
"""A choice's words: at most, what the card gives way to, and at least."""
WORDS = TextStyle(Face.REGULAR, LARGEST_VH, 1.2)
LETTER_W = 8.0
"""What the letter takes of a choice's width, at its left."""
NUMBER_W = 7.6
"""What the number takes, at its right."""
DISC_R, DISC_PITCH = 1.7, 3.9
DISCS_A_ROW = 4
DISCS_W = DISC_PITCH * DISCS_A_ROW + 1.2
GAP = 1.2
_TOP, _BOTTOM = 12.6, 78.8
_AIR_VH = 0.7
_SHARES = (0.0, 0.43, 0.4, 0.36, 0.3)
_NARROW_SHARES = (0.5, 0.46, 0.43, 0.4, 0.37, 0.34)
"""How much of the width the card takes, the most first; 0: as much as it has by itself."""


@dataclass(frozen=True)
class VoteLayout:
    """Where everything lies, and the one size of all the words."""

    spot: Spot
    side: Box
    choices: tuple[Box, ...]
    size_vh: float
    has_discs: bool
    """Whether there is room for a half-disc a person between the words and the number."""

    def words_box(self, index: int) -> Box:
        """Where a choice's words stand."""
        box = self.choices[index]
        width = _words_width(box.w, has_discs=self.has_discs)
        return Box(box.x + LETTER_W, box.y + _AIR_VH, width, box.h - 2 * _AIR_VH)


@lru_cache(maxsize=32)
def vote_layout(
    stage: Stage, face: CardFace, labels: tuple[str, ...], language: str, text_scale: float
) -> VoteLayout:
    """The widest card beside which the choices can be read from afar, or else the best there is.

    `language` is that of the labels; the card's own pages are counted in it too.
    """
    canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], language)
    largest = round(LARGEST_VH * max(1.0, text_scale), 2)
    best: VoteLayout | None = None
    for share in _NARROW_SHARES if stage.is_narrow else _SHARES:
        layout = _layout(canvas, labels, share, largest, text_scale)
        if best is not None and not _is_on_one_page(canvas, layout.spot, face):
            break
        if best is None or layout.size_vh > best.size_vh:
            best = layout
        if best.size_vh >= READABLE_VH:
            break
    assert best is not None, "there is always a first share"
    return best


def _layout(
    canvas: Canvas, labels: tuple[str, ...], share: float, largest: float, text_scale: float
) -> VoteLayout:
    stage = canvas.stage
    card, measures = card_place(stage, "vote")
    side = side_box(stage, "vote")
    gap, right = side.x - card.right, side.right
    if stage.is_narrow or share:
        measures = replace(measures, margin_left=9.6, margin_right=3.2, title_vh=4.8)
    width = (right - card.x - gap) * share if share else card.w
    card = Box(card.x, card.y, width, card.h)
    side = Box(card.right + gap, side.y, right - card.right - gap, side.h)
    choices = _choices(side, len(labels))
    height = choices[0].h - 2 * _AIR_VH if choices else 0.0
    plain = _common_size(canvas, labels, _words_width(side.w, has_discs=False), height, largest)
    discs = _common_size(canvas, labels, _words_width(side.w, has_discs=True), height, largest)
    has_discs = discs >= min(plain, READABLE_VH)
    size = discs if has_discs else plain
    return VoteLayout(Spot(card, enlarged(measures, text_scale)), side, choices, size, has_discs)


def _choices(side: Box, count: int) -> tuple[Box, ...]:
    if count <= 4:
        return tuple(Box(side.x, 14.6 + 16.6 * i, side.w, 14.4) for i in range(count))
    height = (_BOTTOM - _TOP - GAP * (count - 1)) / count
    return tuple(Box(side.x, _TOP + (height + GAP) * i, side.w, height) for i in range(count))


def _words_width(width: float, *, has_discs: bool) -> float:
    return width - LETTER_W - NUMBER_W - (DISCS_W if has_discs else 0.0)


def _common_size(
    canvas: Canvas, labels: tuple[str, ...], width: float, height: float, largest: float
) -> float:
    """The largest size in which every label fits; 0 when there is none."""
    size = largest
    for label in labels:
        block = canvas.fit(label, WORDS, width, height, SMALLEST_VH, size, balance=True)
        if block is None:
            return 0.0
        size = min(size, block.style.size_vh)
    # A label that fits may break worse in another's smaller size.
    while size > SMALLEST_VH and not all(
        canvas.fit(label, WORDS, width, height, size, size, balance=True) for label in labels
    ):
        size = round(size - STEP_VH, 2)
    return size


def _is_on_one_page(canvas: Canvas, spot: Spot, face: CardFace) -> bool:
    return len(card_pages(canvas, spot.box, fitted(canvas, spot, face), face)) == 1
