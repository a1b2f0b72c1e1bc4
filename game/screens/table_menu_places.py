"""Where the parts of the table menu lie, in vh."""

from __future__ import annotations

from game.core.plan import Stage as SessionStage
from game.core.state import MAX_SEATS
from game.core.views import SeatView
from game.screens.base import Scene
from game.screens.seat_rows import actions_for, ids_of
from game.ui.stage import Box, Stage

_TOP_VH = 15.4
_ROW_VH = 6.9
_PITCH_VH = 7.95


def slip_box(stage: Stage) -> Box:
    """The slip with the chosen seat's actions."""
    left = stage.content.x + stage.content.w * 0.56 + 1
    return Box(left, _TOP_VH, stage.content.right - left, 70.5)


def menu_boxes(scene: Scene, stage: Stage, chosen: SeatView | None) -> dict[str, Box]:
    """All that can be pressed: the seats, a new one, the plan, then what the chosen seat can do."""
    ids = ids_of(scene.table.seats)
    if len(ids) < MAX_SEATS:
        ids.append("add")
    if scene.table.stage in (SessionStage.OPENING, SessionStage.PLAY):
        ids.append("plan")
    width = stage.content.w * 0.56 - 3
    boxes = {key: Box(stage.content.x, _TOP_VH + i * _PITCH_VH, width, _ROW_VH) for i, key in enumerate(ids)}
    if chosen is not None:
        for index, row in enumerate(actions_for(chosen, scene)):
            if row.is_enabled:
                boxes[row.id] = action_box(stage, index)
    return boxes


def action_box(stage: Stage, index: int) -> Box:
    """One of the chosen seat's actions."""
    room = slip_box(stage)
    return Box(room.x + 3, room.y + 9.4 + index * 8.5, room.w - 6, 7.4)


def people_boxes(stage: Stage) -> tuple[Box, Box]:
    """Fewer and more people at a new table."""
    room = slip_box(stage)
    return Box(room.x + 3, room.y + 17.0, 9, 8), Box(room.x + 24, room.y + 17.0, 9, 8)
