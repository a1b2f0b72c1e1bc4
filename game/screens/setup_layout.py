"""Where things lie on the set-up screen: the sheet of rows, the slip with the sum, the language's choice."""

from __future__ import annotations

from dataclasses import dataclass

from game.screens.foot import sheet_area
from game.ui.stage import Box, Stage

ROWS = ("preset", "time", "facilitator", "near", "themes")
_TOP, _HEIGHT = 19.0, 65.0
_GAP = 1.6
_LEAST_THEME_PITCH = 8.0
_STACKED_BELOW_VH = 100.0
"""A sheet narrower than this has its labels over the choices, not beside them."""


@dataclass(frozen=True, slots=True)
class SetupLayout:
    """Boxes by row; `time` is split into `minutes` and `cards`."""

    sheet: Box
    slip: Box
    labels: dict[str, Box]
    controls: dict[str, Box]
    language: Box
    is_stacked: bool


def setup_layout(stage: Stage) -> SetupLayout:
    """The layout for a stage: as in the picture, or with labels over the choices on a narrow one."""
    area = sheet_area(stage)
    slip_w, gap = 45.8, 6.0
    if stage.is_narrow:
        slip_w, gap = (40.0, 3.0) if area.w > 140 else (37.0, 2.6)
    width = area.w - slip_w - gap
    is_stacked = width < _STACKED_BELOW_VH
    # Labels over the choices need more height: the sheets reach a little further up and down.
    top, height = (_TOP - 3.2, _HEIGHT + 5.4) if is_stacked else (_TOP, _HEIGHT)
    sheet = Box(area.x, top, width, height)
    labels, controls = _stacked(sheet) if is_stacked else _beside(sheet)
    time = controls.pop("time")
    half = (time.w - _GAP) / 2
    controls["minutes"] = Box(time.x, time.y, half, time.h)
    controls["cards"] = Box(time.x + half + _GAP, time.y, half, time.h)
    width = 44.0
    language = Box(stage.content.right - width, 4.6, width, 7.2)
    return SetupLayout(
        sheet, Box(area.right - slip_w, top, slip_w, height), labels, controls, language, is_stacked
    )


def _beside(sheet: Box) -> tuple[dict[str, Box], dict[str, Box]]:
    labels, controls = {}, {}
    for number, row in enumerate(ROWS):
        y = sheet.y + 2.8 + 11.9 * number
        height = 9.6 if row != "themes" else 11.4
        labels[row] = Box(sheet.x + 4.5, y, 25.0, height)
        controls[row] = Box(sheet.x + 31.0, y, sheet.w - 35.5, height)
    return labels, controls


def _stacked(sheet: Box) -> tuple[dict[str, Box], dict[str, Box]]:
    labels, controls = {}, {}
    for number, row in enumerate(ROWS):
        y = sheet.y + 1.5 + 13.2 * number
        gap, height = (3.8, 8.2) if row != "themes" else (4.9, 9.6)
        labels[row] = Box(sheet.x + 3.5, y, sheet.w - 7.0, 3.8)
        controls[row] = Box(sheet.x + 3.5, y + gap, sheet.w - 7.0, height)
    return labels, controls


def theme_places(room: Box, count: int, focused: int) -> dict[int, Box]:
    """The themes that are shown, by index: all, or as many as fit around the focused one."""
    most = max(1, int(room.w // _LEAST_THEME_PITCH))
    shown = min(count, most)
    start = max(0, min(count - shown, focused - shown // 2)) if count > most else 0
    pitch = min(room.w / max(1, shown), 9.5)
    return {start + at: Box(room.x + pitch * at + 0.3, room.y, pitch - 0.6, room.h) for at in range(shown)}
