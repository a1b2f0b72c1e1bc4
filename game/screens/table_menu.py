"""Who is here: seats go away and come back, hand over the turn, change places; someone comes late."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.state import MAX_SEATS, SeatId
from game.core.views import SeatView
from game.screens.base import Answer, Pop, Push, Scene, Screen
from game.screens.keys import Key, key_of
from game.screens.leave import SeatLeavesScreen
from game.screens.menu import Row, draw_row
from game.screens.plan_menu import PlanScreen
from game.screens.seat_name import NEW, NameEntry, has_tables
from game.screens.seat_rows import actions_for, command_for, draw_seat, status_of
from game.screens.table_menu_places import action_box, menu_boxes, people_boxes, slip_box
from game.ui.band import KeyHint, draw_band, key_hints, screen_title, yellow_box, yellow_button
from game.ui.canvas import Canvas
from game.ui.focus import FocusOrder, first_hit, focus_ring, press
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip, table
from game.ui.text import PANEL_HEADING, TextStyle

_NOTE = TextStyle(Face.REGULAR, 3.0, 1.25)
_NOT_ACTIONS = ("add", "plan")


class TableMenuScreen(Screen):
    """The seats at the left, what can be done with the chosen one at the right."""

    def __init__(self) -> None:
        self.focus = FocusOrder([])
        self.chosen: SeatId | None = None
        self.name = NameEntry()

    @property
    def takes_text(self) -> bool:
        """Whether a name is being written."""
        return self.name.is_open

    def shown(self, scene: Scene) -> None:
        """Choose whose turn it is to begin with; close the field once the name is taken in."""
        seats = scene.table.seats
        if self.seat(scene) is None and seats:
            leader = next((seat for seat in seats if seat.is_leader), seats[0])
            self.chosen = leader.id
        self.name.follow(seats)

    def seat(self, scene: Scene) -> SeatView | None:
        """The chosen seat."""
        return next((seat for seat in scene.table.seats if seat.id == self.chosen), None)

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """The open field first, then presses, then keys."""
        boxes = menu_boxes(scene, stage, self.seat(scene))
        self.focus.set_ids(list(boxes))
        if self.name.is_open:
            self.name.field.box = self._field_box(boxes)
            return self.name.handle(event, scene, stage, people_boxes(stage))
        if press(event, stage) is not None:
            return self._on_press(event, scene, stage, boxes)
        key = key_of(event)
        if key in (Key.PAUSE, Key.SEATS) or (key is Key.NEXT and event.key != pygame.K_RIGHT):
            return (Pop(),)
        if key is Key.ENTER and self.focus.current is not None:
            return self._activate(self.focus.current, scene)
        if self.focus.current is None and event.type == pygame.KEYDOWN:
            self.focus.current = f"seat:{self.chosen}"
        if self.focus.handle(event, boxes):
            self._follow_focus()
        return ()

    def _follow_focus(self) -> None:
        current = self.focus.current or ""
        if current.startswith("seat:"):
            self.chosen = SeatId(current.removeprefix("seat:"))

    def _on_press(
        self, event: pygame.Event, scene: Scene, stage: Stage, boxes: dict[str, Box]
    ) -> Sequence[Answer]:
        if first_hit(event, stage, {"done": yellow_box(stage)}):
            return (Pop(),)
        target = first_hit(event, stage, boxes)
        if target is None:
            return ()
        self.focus.current = target
        return self._activate(target, scene)

    def _activate(self, target: str, scene: Scene) -> Sequence[Answer]:
        seat = self.seat(scene)
        if target.startswith("seat:"):
            self._follow_focus()
        elif target == "add":
            self.name.open(NEW)
        elif target == "plan":
            return (Push(PlanScreen()),)
        elif seat is not None and target == "rename":
            self.name.open(seat.id, seat.name)
        elif seat is not None and target == "leave":
            return (Push(SeatLeavesScreen(seat)),)
        elif seat is not None:
            command = command_for(target, seat, scene.table)
            return () if command is None else (command,)
        return ()

    def _field_box(self, boxes: dict[str, Box]) -> Box:
        key = NEW if self.name.editing == NEW else f"seat:{self.name.editing}"
        return boxes.get(key, next(iter(boxes.values())))

    # --- what it looks like

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Seats, actions, keys."""
        _, stage, view = scene._, canvas.stage, scene.table
        table(canvas)
        draw_band(canvas)
        screen_title(canvas, _("Vilka är med?"), _("{n} av högst {most}", n=len(view.seats), most=MAX_SEATS))
        boxes = menu_boxes(scene, stage, self.seat(scene))
        self._draw_rows(canvas, scene, boxes)
        slip(canvas, slip_box(stage))
        if self.name.editing == NEW:
            self._draw_new(canvas, scene)
        else:
            self._draw_actions(canvas, scene, boxes)
        if self.name.is_open:
            self.name.field.box = self._field_box(boxes)
            self.name.field.draw(canvas)
        self._draw_band(canvas, scene)

    def _draw_rows(self, canvas: Canvas, scene: Scene, boxes: dict[str, Box]) -> None:
        _, current = scene._, self.focus.current
        for seat in scene.table.seats:
            box, status = boxes[f"seat:{seat.id}"], status_of(seat, scene)
            draw_seat(canvas, box, seat, status, is_chosen=seat.id == self.chosen)
        if "add" in boxes:
            draw_row(canvas, boxes["add"], Row("add", _("Lägg till någon"), _("får sin tur sist i varvet")))
        if "plan" in boxes:
            draw_row(canvas, boxes["plan"], Row("plan", _("Ändra upplägget"), _("takt, antal kort")))
        is_left = current is not None and (current in _NOT_ACTIONS or current.startswith("seat:"))
        if is_left and current in boxes and not self.name.is_open:
            focus_ring(canvas, boxes[current], 1.4)

    def _draw_actions(self, canvas: Canvas, scene: Scene, boxes: dict[str, Box]) -> None:
        theme, room, seat = canvas.theme, slip_box(canvas.stage), self.seat(scene)
        if seat is None:
            return
        heading = PANEL_HEADING.colored(theme.slip_ink)
        canvas.shrunk(seat.name, room.x + 3.4, room.y + 2.4, heading, room.w - 6.8, 3.0)
        rows = actions_for(seat, scene)
        for index, row in enumerate(rows):
            draw_row(canvas, action_box(canvas.stage, index), row)
        if self.focus.current in {row.id for row in rows if row.is_enabled} and not self.name.is_open:
            focus_ring(canvas, boxes[self.focus.current or ""], 1.4)
        note = Box(room.x + 3.4, room.y + 61.0, room.w - 6.8, 8.6)
        words = scene._("En ny ordning gäller från nästa varv.")
        canvas.fit_text(words, note, _NOTE.colored(theme.slip_ink), 3.0, 3.2)

    def _draw_new(self, canvas: Canvas, scene: Scene) -> None:
        _, room = scene._, slip_box(canvas.stage)
        ink = canvas.theme.slip_ink
        left, width = room.x + 3.4, room.w - 6.8
        canvas.shrunk(_("En till vid bordet"), left, room.y + 2.4, PANEL_HEADING.colored(ink), width, 3.0)
        note = _NOTE.colored(ink)
        if not has_tables(scene):
            words = _("Skriv ett förnamn eller smeknamn. Turen kommer sist i det här varvet.")
            canvas.fit_text(words, Box(left, room.y + 9.4, width, 30), note, 3.0, 3.4)
            return
        label = note.faced(Face.BOLD).sized(3.4)
        canvas.shrunk(_("Hur många sitter där?"), left, room.y + 10.4, label, width, 3.0)
        less, more = people_boxes(canvas.stage)
        for box, sign in ((less, "minus"), (more, "plus")):
            rounded(canvas, box, 1.4, None, line=0.22, line_color=canvas.theme.slip_second)
            icon(canvas, sign, box.center_x, box.center_y, 3.4, ink)
        number = TextStyle(Face.BOLD, 5.2, 1.1, ink)
        y = less.center_y - number.line_vh / 2
        canvas.text(str(self.name.people), (less.right + more.x) / 2, y, number, align="center")
        hint = (KeyHint(("↑", "↓"), _("ändrar")),)
        key_hints(canvas, hint, x=left, cy=room.y + 30, on="paper", max_width_vh=width)

    def _draw_band(self, canvas: Canvas, scene: Scene) -> None:
        _ = scene._
        if self.name.is_open:
            key_hints(canvas, (KeyHint(("↵",), _("sparar")), KeyHint(("Esc",), _("låter bli"))))
        else:
            key_hints(canvas, (KeyHint(("↑", "↓"), _("väljer")), KeyHint(("↵",), _("gör det"))))
        yellow_button(canvas, _("Till bordet"), None if self.name.is_open else "D")
