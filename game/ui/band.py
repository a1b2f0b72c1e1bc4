"""The band at the bottom when no people stand on it: keys and what they do, and the one yellow button.

Also the title line at the top of such screens. It knows no command; labels are given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.ui.canvas import Align, Canvas
from game.ui.focus import focus_ring
from game.ui.fonts import Face
from game.ui.icons import KEY_ICONS, icon
from game.ui.people import draw_band_ground
from game.ui.shadows import Shadow, shadow
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage
from game.ui.text import SCREEN_TITLE, TextStyle
from game.ui.theme import Color, mix

CAP_HEIGHT_VH = 4.4
HINT_GAP_VH = 4.4
_CAP_TEXT = TextStyle(Face.BOLD, 3.0, 1.3)
_HINT_TEXT = TextStyle(Face.REGULAR, 3.0, 1.3)
_CAP_GAP = 1.3
_LABEL_GAP = 1.6

Ground = Literal["band", "table", "paper"]


@dataclass(frozen=True)
class KeyHint:
    """Keys and what they do. The keys ← → ↑ ↓ ↵ ↔ are drawn, all others are written."""

    keys: tuple[str, ...]
    label: str


def draw_band(canvas: Canvas) -> None:
    """The band alone."""
    draw_band_ground(canvas)


def key_cap_width(canvas: Canvas, key: str, *, height: float = CAP_HEIGHT_VH) -> float:
    """How wide a key cap is."""
    share = height / CAP_HEIGHT_VH
    if key in KEY_ICONS:
        return 5.3 * share
    return max(4.7, canvas.width(key, _CAP_TEXT.sized(3.0 * share)) / share + 2.7) * share


def key_cap(
    canvas: Canvas,
    x: float,
    cy: float,
    key: str,
    *,
    color: Color | None = None,
    height: float = CAP_HEIGHT_VH,
) -> float:
    """Draw a key cap from x, its middle at cy; returns its width."""
    ink = color or canvas.theme.band_ink
    share = height / CAP_HEIGHT_VH
    width = key_cap_width(canvas, key, height=height)
    rounded(
        canvas, Box(x, cy - height / 2, width, height), 0.9 * share, None, line=0.22 * share, line_color=ink
    )
    if key in KEY_ICONS:
        icon(canvas, KEY_ICONS[key], x + width / 2, cy, 3.0 * share, ink)
    else:
        style = _CAP_TEXT.sized(3.0 * share).colored(ink)
        canvas.text(key, x + width / 2, cy - style.line_vh / 2, style, align="center")
    return width


def _inks(canvas: Canvas, ground: Ground) -> tuple[Color, Color]:
    theme = canvas.theme
    if ground == "band":
        return theme.band_ink, theme.band_ink
    return (theme.table_ink, theme.table_ink) if ground == "table" else (theme.ink, theme.second_ink)


def _hint_style(ground: Ground) -> TextStyle:
    return _HINT_TEXT if ground == "band" else _HINT_TEXT.sized(3.2)


def hint_width(canvas: Canvas, hint: KeyHint, on: Ground = "band") -> float:
    """How much room a hint takes across."""
    caps = sum(key_cap_width(canvas, key) for key in hint.keys) + _CAP_GAP * (len(hint.keys) - 1)
    return caps + (_LABEL_GAP + canvas.width(hint.label, _hint_style(on)) if hint.label else 0.0)


def key_hints(
    canvas: Canvas,
    hints: Sequence[KeyHint],
    *,
    x: float = 8.0,
    cy: float = 94.0,
    on: Ground = "band",
    max_width_vh: float | None = None,
) -> list[Box]:
    """Draw hints in a row; those that do not fit are left out from the end. Returns the boxes drawn."""
    cap_ink, label_ink = _inks(canvas, on)
    end = yellow_box(canvas.stage).x - 3.0 if on == "band" else canvas.stage.content.right
    room = max_width_vh if max_width_vh is not None else end - x
    style = _hint_style(on).colored(label_ink)
    boxes: list[Box] = []
    left = x
    for hint in hints:
        width = hint_width(canvas, hint, on)
        if left + width > x + room:
            break
        boxes.append(Box(left, cy - CAP_HEIGHT_VH / 2, width, CAP_HEIGHT_VH))
        at = left
        for index, key in enumerate(hint.keys):
            at += _CAP_GAP if index else 0.0
            at += key_cap(canvas, at, cy, key, color=cap_ink)
        canvas.text(hint.label, at + _LABEL_GAP, cy - style.line_vh / 2, style)
        left += width + HINT_GAP_VH
    return boxes


def yellow_box(stage: Stage) -> Box:
    """Where the yellow button lies on the band."""
    width = 56.0 if not stage.is_narrow else 50.0
    return Box(stage.width_vh - 8 - width, 90.4, width, 7.2)


def yellow_button(
    canvas: Canvas,
    label: str,
    key: str | None = None,
    *,
    box: Box | None = None,
    is_enabled: bool = True,
    is_focused: bool = False,
) -> Box:
    """The one yellow button, with the key that presses it; returns its box. Disabled, it is an outline."""
    theme = canvas.theme
    place = box or yellow_box(canvas.stage)
    if is_enabled:
        rounded(canvas, place, 1.6, theme.lit)
        ink = theme.lit_ink
    else:
        ink = theme.band_second
        rounded(canvas, place, 1.6, None, line=0.22, line_color=mix(theme.band, ink, 0.7))
    style = TextStyle(Face.BOLD, 3.4, 1.3, ink)
    cap = key_cap_width(canvas, key, height=4.2) + 1.8 if key else 0.0
    if canvas.width(label, style) > place.w - cap - 3.0:
        style = style.sized(3.0)
    if canvas.width(label, style) > place.w - cap - 3.0:
        # The words are worth more than the key, which the help tells too.
        key, cap = None, 0.0
    room = place.w - cap - 3.0
    text_width = min(room, canvas.width(label, style))
    left = place.center_x - (text_width + cap) / 2
    canvas.text(label, left, place.center_y - style.line_vh / 2, style, max_width_vh=room)
    if key:
        key_cap(canvas, left + text_width + 1.8, place.center_y, key, color=ink, height=4.2)
    if is_focused:
        focus_ring(canvas, place, 1.6)
    return place


def screen_title(
    canvas: Canvas, title: str, remark: str = "", *, align: Align = "left", taken_vh: float = 0.0
) -> Box:
    """The title at the top of a screen and a remark at its right; returns the title's ink.

    `taken_vh` is what something else takes of the right end.
    """
    stage, theme = canvas.stage, canvas.theme
    remark_style = TextStyle(Face.MEDIUM, 3.4, 1.3, theme.table_ink)
    remark_width = min(canvas.width(remark, remark_style), stage.content.w * 0.55) if remark else 0.0
    room = stage.content.w - taken_vh - (remark_width + 4.0 if remark else 0.0)
    style = SCREEN_TITLE.colored(theme.table_ink)
    while canvas.width(title, style) > room and style.size_vh > 4.6:
        # Letters have whole pixels: a size that should fit by the sum may still be a pixel too wide.
        style = style.sized(round(max(4.6, style.size_vh - 0.1), 1))
    x = {"left": stage.content.x, "center": stage.width_vh / 2, "right": stage.content.right}[align]
    ink = canvas.text(title, x, 3.6, style, align=align, max_width_vh=room)
    if remark:
        canvas.text(
            remark, stage.content.right, 5.6, remark_style, align="right", max_width_vh=remark_width + 0.1
        )
    return ink


def notice(canvas: Canvas, text: str, *, y: float = 81.0) -> Box:
    """A short message on a yellowish slip over the band, centred; returns its box."""
    style = TextStyle(Face.MEDIUM, 3.2, 1.25, canvas.theme.slip_ink)
    room = canvas.stage.content.w - 6
    width = min(room, canvas.width(text, style)) + 5
    box = Box(canvas.stage.width_vh / 2 - width / 2, y, width, 6.2)
    shadow(canvas, box, 1.4, Shadow.SLIP)
    rounded(canvas, box, 1.4, canvas.theme.slip, line=0.2, line_color=canvas.theme.slip_edge)
    canvas.text(
        text, box.center_x, box.center_y - style.line_vh / 2, style, align="center", max_width_vh=room
    )
    return box
