"""Where the parts of the promise form lie; beside each other, or under each other on narrow stages."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.stage import Box, Stage

FIELDS = ("when", "will", "by")


@dataclass(frozen=True, slots=True)
class FormPlaces:
    """All boxes of the form, in vh."""

    sheet: Box
    label_x: float
    label_w: float
    fields: dict[str, Box]
    slip: Box
    asks_heading: Box
    asks: Box
    asks_back: Box
    asks_on: Box
    asks_hint: Box
    rule: Box
    """Between the two questions: upright or lying."""
    aloud_heading: Box
    aloud: Box
    private: Box
    note: Box

    @property
    def targets(self) -> dict[str, Box]:
        """Everything that has a place in the order of Tab."""
        return {**self.fields, "asks": self.asks, "aloud": self.aloud, "private": self.private}


def form_places(stage: Stage) -> FormPlaces:
    """The places for a stage of that width."""
    return _stacked(stage) if stage.is_narrow else _side_by_side(stage)


def _side_by_side(stage: Stage) -> FormPlaces:
    right = stage.content.right
    sheet = Box(8, 19, right - 8 - 53.8, 62)
    fields = {
        name: Box(sheet.x + 25, sheet.y + 4.4 + i * 18.5, sheet.w - 31, 16.2) for i, name in enumerate(FIELDS)
    }
    slip = Box(right - 48.8, 19, 48.8, 62)
    left, width = slip.x + 4, slip.w - 8
    return FormPlaces(
        sheet=sheet,
        label_x=sheet.x + 6,
        label_w=18,
        fields=fields,
        slip=slip,
        asks_heading=Box(left, slip.y + 3.4, width, 10.0),
        **_asks(Box(left, slip.y + 15.0, width, 7.6)),
        asks_hint=Box(left, slip.y + 23.6, width, 4.2),
        rule=Box(left, slip.y + 31.4, width, 0.2),
        aloud_heading=Box(left, slip.y + 34.2, width, 4.8),
        aloud=Box(left, slip.y + 41.0, width, 7.6),
        private=Box(left, slip.y + 50.2, width, 7.6),
        note=Box(8, 82.4, stage.content.w, 4.4),
    )


def _stacked(stage: Stage) -> FormPlaces:
    room = stage.content
    sheet = Box(room.x, 13.2, room.w, 45.6)
    fields = {
        name: Box(sheet.x + 21, sheet.y + 2.2 + i * 13.9, sheet.w - 24, 13.0) for i, name in enumerate(FIELDS)
    }
    slip = Box(room.x, 60.4, room.w, 22.2)
    half = (slip.w - 12) / 2
    left, second = slip.x + 4, slip.x + 8 + half
    return FormPlaces(
        sheet=sheet,
        label_x=sheet.x + 4,
        label_w=16,
        fields=fields,
        slip=slip,
        asks_heading=Box(left, slip.y + 1.4, half, 4.8),
        **_asks(Box(left, slip.y + 7.0, half, 7.2)),
        asks_hint=Box(left, slip.y + 15.6, half, 4.2),
        rule=Box(slip.x + 6 + half, slip.y + 2.4, 0.2, slip.h - 4.8),
        aloud_heading=Box(second, slip.y + 1.4, half, 4.8),
        aloud=Box(second, slip.y + 7.0, half, 6.4),
        private=Box(second, slip.y + 14.4, half, 6.4),
        note=Box(room.x, 83.2, room.w, 4.2),
    )


def _asks(row: Box) -> dict[str, Box]:
    side = 6.0
    return {
        "asks": Box(row.x + side + 0.8, row.y, row.w - 2 * side - 1.6, row.h),
        "asks_back": Box(row.x, row.y, side, row.h),
        "asks_on": Box(row.right - side, row.y, side, row.h),
    }
