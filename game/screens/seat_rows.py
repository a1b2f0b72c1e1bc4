"""The seats in the table menu: what can be done with each, and how it is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.commands import Command, HandOver, MarkAway, MarkBack, ReorderSeats
from game.core.plan import Stage as SessionStage
from game.core.state import Presence
from game.core.views import SeatView, TableView
from game.screens.base import Scene
from game.screens.menu import Row
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.shapes import disc, half_disc, rounded
from game.ui.stage import Box
from game.ui.surfaces import Shadow, shadow
from game.ui.text import TextStyle

_NAME = TextStyle(Face.SEMIBOLD, 3.6, 1.22)
_STATUS = TextStyle(Face.REGULAR, 3.0, 1.22)
_RADIUS_VH = 1.4


def actions_for(seat: SeatView, scene: Scene) -> list[Row]:
    """What can be done with a seat now."""
    _, view = scene._, scene.table
    is_away = seat.presence is Presence.AWAY
    order = [other.id for other in view.seats]
    at = order.index(seat.id)
    return [
        Row("back", _("Tillbaka igen")) if is_away else Row("away", _("Borta en stund")),
        Row("hand_over", _("Tar turen nu"), is_enabled=can_take_turn(seat, view)),
        Row("rename", _("Rätta namnet")),
        Row("up", _("Flytta upp"), is_enabled=at > 0),
        Row("down", _("Flytta ner"), is_enabled=at < len(order) - 1),
        Row("leave", _("Går för i dag")),
    ]


def can_take_turn(seat: SeatView, view: TableView) -> bool:
    """Whether the turn can be handed over to a seat."""
    is_free = seat.presence is Presence.PRESENT and not seat.is_leader and not seat.had_turn
    return view.stage is SessionStage.PLAY and view.turn is not None and is_free


def command_for(action: str, seat: SeatView, view: TableView) -> Command | None:
    """The command of an action that needs nothing more."""
    match action:
        case "away":
            return MarkAway(seat.id)
        case "back":
            return MarkBack(seat.id)
        case "hand_over":
            return HandOver(view.version, seat.id)
        case "up" | "down":
            order = [other.id for other in view.seats]
            at = order.index(seat.id)
            to = at + (-1 if action == "up" else 1)
            order[at], order[to] = order[to], order[at]
            return ReorderSeats(tuple(order))
    return None


def status_of(seat: SeatView, scene: Scene) -> str:
    """What is to be said of a seat."""
    _, view = scene._, scene.table
    said: list[str] = []
    if seat.people > 1:
        said.append(_.plural("{n} person", "{n} personer", seat.people))
    if seat.presence is Presence.AWAY:
        said.append(_("borta"))
    elif view.stage is SessionStage.PLAY and seat.is_leader:
        said.append(_("på tur"))
    elif view.stage is SessionStage.PLAY and seat.had_turn:
        said.append(_("har haft sin tur"))
    return " · ".join(said)


def draw_seat(canvas: Canvas, box: Box, seat: SeatView, status: str, *, is_chosen: bool) -> None:
    """A seat's row: its half-disc (whole when it has the turn, none when away), name and status."""
    theme = canvas.theme
    shadow(canvas, box, _RADIUS_VH, Shadow.SLIP)
    fill, ink = (theme.chosen, theme.chosen_ink) if is_chosen else (theme.paper, theme.ink)
    edge = theme.chosen_ink if is_chosen and theme.is_contrast else theme.paper_edge
    rounded(canvas, box, _RADIUS_VH, fill, line=0.3 if theme.is_contrast else 0.14, line_color=edge)
    if seat.presence is Presence.PRESENT:
        if seat.is_leader:
            disc(canvas, box.x + 3.6, box.center_y, 2.0, ink)
        else:
            half_disc(canvas, box.x + 2.6, box.center_y, 2.0, ink, flat="left")
    left, right = box.x + 7.4, box.right - 2.6
    small = _STATUS.colored(ink)
    width = canvas.width(status, small) + 2.0 if status else 0.0
    name = _NAME.colored(ink)
    canvas.shrunk(seat.name, left, box.center_y - name.line_vh / 2, name, right - left - width, 3.0)
    if status:
        canvas.text(status, right, box.center_y - small.line_vh / 2, small, align="right", max_width_vh=width)


def ids_of(seats: Sequence[SeatView]) -> list[str]:
    """How seats are called in the order of focus."""
    return [f"seat:{seat.id}" for seat in seats]
