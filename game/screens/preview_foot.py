"""What a preview says around the table that the room will see: the band with where one is and the keys,
and the strip above it with what is wrong. The strip lies where people's half-discs stand in play.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.foot import Hint, key_down
from game.ui.band import (
    HINT_GAP_VH,
    KeyHint,
    draw_band,
    hint_width,
    key_cap,
    key_cap_width,
    key_hints,
    yellow_button,
)
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip
from game.ui.text import TextStyle

_LEAD = TextStyle(Face.SEMIBOLD, 3.2, 1.3)
_REST = TextStyle(Face.REGULAR, 3.2, 1.3)
_STRIP = TextStyle(Face.REGULAR, 3.0, 1.16)
_STRIP_LEAD = TextStyle(Face.SEMIBOLD, 3.0, 1.16)
_UPPER_Y, _LOWER_Y = 91.3, 96.5
_WORDS_GAP, _LEAST_WORDS = 1.6, 12.0
STRIP_BOTTOM_VH = 87.6
_LINES = 2


def foot_button(stage: Stage) -> Box:
    """Where the yellow button lies; smaller than elsewhere on a narrow stage, for the keys."""
    width = 36.0 if stage.is_narrow else 56.0
    return Box(stage.width_vh - 8 - width, 90.4, width, 7.2)


class PreviewFoot:
    """The band. A click on it is the same as the key that it stands for."""

    def __init__(self) -> None:
        self._places: list[tuple[Box, Hint]] = []

    def draw(
        self, canvas: Canvas, where: str, about: str, hints: Sequence[Hint], yellow: str, key: str
    ) -> None:
        """Where one is, the keys in two rows, and what Space does; without a key it does nothing."""
        draw_band(canvas)
        button = foot_button(canvas.stage)
        ink = canvas.theme.band_ink
        room = button.x - 3.0 - 8.0
        lead, rest = _LEAD.colored(ink), _REST.colored(ink)
        top = _UPPER_Y - lead.line_vh / 2
        canvas.text(where, 8.0, top, lead, max_width_vh=room)
        left = 8.0 + canvas.width(where, lead)
        wanted = [KeyHint(hint.keys, hint.label) for hint in hints]
        lower = key_hints(canvas, wanted, cy=_LOWER_Y, max_width_vh=room)
        more = wanted[len(lower) :]
        # The keys go before the words: the card itself says its title.
        taken = sum(hint_width(canvas, hint) + HINT_GAP_VH for hint in more)
        spare = 8.0 + room - left - _WORDS_GAP - taken
        if about and spare >= _LEAST_WORDS:
            width = min(canvas.width(about, rest), spare)
            canvas.text(about, left + _WORDS_GAP, top, rest, max_width_vh=width + 0.1)
            left += _WORDS_GAP + width
        start = left + HINT_GAP_VH
        upper = key_hints(canvas, more, x=start, cy=_UPPER_Y, max_width_vh=8.0 + room - start)
        self._places = list(zip((*lower, *upper), hints, strict=False))
        yellow_button(canvas, yellow, key or None, box=button, is_enabled=bool(key))

    def pressed(self, event: pygame.Event, stage: Stage) -> pygame.Event | None:
        """The key that a click or touch on the band stands for; None when it missed."""
        at = press(event, stage)
        if at is None:
            return None
        if foot_button(stage).contains(*at):
            return key_down(pygame.K_SPACE, " ")
        for box, hint in self._places:
            if hint.pressed and box.inset(-0.4).contains(*at):
                return key_down(hint.pressed, hint.unicode)
        return None


def draw_strip(canvas: Canvas, lead: str, words: str, key: str, label: str, *, is_fault: bool) -> Box:
    """A slip over the band with what is wrong, in two lines at most, and the key that tells the rest."""
    theme, stage = canvas.theme, canvas.stage
    margin = 4.0 if stage.is_narrow else 8.0
    ink = _STRIP.colored(theme.slip_ink)
    bold = _STRIP_LEAD.colored(theme.slip_ink)
    cap = key_cap_width(canvas, key, height=4.0) + 1.4 + canvas.width(label, ink) + 2.4
    sign = 5.6 if is_fault else 0.0
    before = canvas.width(lead, bold) + 1.6 if lead else 0.0
    width = stage.width_vh - 2 * margin
    block = canvas.layout(words, ink, width - 5.0 - sign - before - cap, max_lines=_LINES, balance=True)
    height = max(5.8, block.height_vh + 0.6)
    box = Box(margin, STRIP_BOTTOM_VH - height, width, height)
    slip(canvas, box)
    left = box.x + 2.5
    if is_fault:
        icon(canvas, "fault", left + 1.9, box.center_y, 3.8, theme.fault, hole=theme.slip)
        left += sign
    if lead:
        top = box.center_y - block.height_vh / 2
        canvas.text(lead, left, top, bold)
        left += before
    canvas.block(block, Box(left, box.y, box.right - cap - left, box.h), valign="middle")
    at = box.right - cap + 0.4
    at += key_cap(canvas, at, box.center_y, key, color=theme.slip_ink, height=4.0) + 1.4
    canvas.text(label, at, box.center_y - ink.line_vh / 2, ink)
    return box
