"""Fetching cards from a sheet: drop a file on the window, or pick one of those that were found."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.base import Answer, Pop, Scene, SheetChoice
from game.screens.deck_intents import ImportSheet, LookForSheets
from game.screens.foot import FootedScreen, Hint, help_hint, sheet_area
from game.screens.keys import Key, key_of
from game.screens.paged_rows import ROWS, PagedRows
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring, press
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.surfaces import Shadow, panel, slip, table
from game.ui.text import BODY, SMALL, TextStyle

_TOP, _PITCH, _ROW_H = 31.0, 9.9, 8.9
_DROP = Box(0, 15.2, 0, 13.4)


class SheetsScreen(FootedScreen):
    """The list, the newest first, five at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = PagedRows(row_place, turner_places)

    def shown(self, scene: Scene) -> None:
        """Stay on a row that exists."""
        self._rows.move(0, len(scene.sheets))

    # --- input

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Move, fetch, look again, go back."""
        at = press(event, stage)
        if at is not None:
            return self._pressed(at, scene, stage)
        if event.type != pygame.KEYDOWN:
            return None
        if event.key == pygame.K_u:
            return (LookForSheets(),)
        if event.key == pygame.K_ESCAPE:
            return (Pop(),)
        if self._rows.take_key(event, len(scene.sheets)):
            return ()
        match key_of(event):
            case Key.BACK:
                return (Pop(),)
            case Key.NEXT | Key.ENTER:
                return self._fetch(scene)
        return None

    def _fetch(self, scene: Scene) -> Sequence[Answer]:
        if not scene.sheets:
            return (Pop(),)
        return (ImportSheet(scene.sheets[self._rows.at].path),)

    def _pressed(self, at: tuple[float, float], scene: Scene, stage: Stage) -> Sequence[Answer]:
        row = self._rows.row_at(at, stage, len(scene.sheets))
        if row is None:
            self._rows.turn_at(at, stage, len(scene.sheets))
            return ()
        was_here, self._rows.at = row == self._rows.at, row
        return self._fetch(scene) if was_here else ()

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Where to drop a file, and the rows."""
        _, stage, sheets = scene._, canvas.stage, scene.sheets
        table(canvas)
        page = self._rows.page(len(sheets))
        screen_title(canvas, _("Hämta kort"), scene.reading or self._rows.remark(len(sheets), _))
        self._draw_drop(canvas, scene)
        # The chosen row lies over its neighbours' shadows.
        for row in sorted(page, key=lambda row: row == self._rows.at):
            place = self._rows.place(stage, row)
            _draw_row(canvas, sheets[row], place, is_current=row == self._rows.at)
        if not sheets and not scene.reading:
            words = _(
                "Inga kalkylblad hittades i mappen med egna lekar, bland hämtade filer eller på skrivbordet."
            )
            place = Box(stage.content.x, _TOP + 2.0, stage.content.w, 20.0)
            canvas.fit_text(words, place, BODY.colored(canvas.theme.table_ink), 3.0, 3.8)
        self._rows.draw_turners(canvas, len(sheets))
        self._draw_foot(canvas, scene)

    def _draw_foot(self, canvas: Canvas, scene: Scene) -> None:
        _ = scene._
        hints = [
            Hint(("Esc",), _("tillbaka"), pygame.K_ESCAPE),
            Hint(("U",), _("letar igen"), pygame.K_u),
            help_hint(_),
        ]
        if scene.sheets:
            hints.insert(0, Hint(("↑", "↓"), _("väljer")))
        yellow = _("Hämta den här") if scene.sheets else _("Tillbaka")
        self.foot.draw(canvas, hints, yellow, _("Mellanslag"))

    @staticmethod
    def _draw_drop(canvas: Canvas, scene: Scene) -> None:
        _, area = scene._, sheet_area(canvas.stage)
        box = Box(area.x, _DROP.y, area.w, _DROP.h)
        slip(canvas, box, radius=1.8, shadow=Shadow.RESTING)
        ink = canvas.theme.slip_ink
        heading = TextStyle(Face.SERIF, 4.6, 1.1, ink)
        canvas.shrunk(_("Släpp filen på fönstret"), box.x + 5, box.y + 1.7, heading, box.w - 10, 3.4)
        words = _("Excel, CSV, eller en textfil med ett kort på varje rad. Filen ändras inte.")
        room = Box(box.x + 5, box.y + 7.2, box.w - 10, 5.2)
        canvas.fit_text(words, room, BODY.colored(ink), 3.0, 3.4)


def row_place(stage: Stage, offset: int) -> Box:
    """Where a row lies, counted from the first that is shown."""
    area = sheet_area(stage)
    return Box(area.x, _TOP + _PITCH * offset, area.w, _ROW_H)


def turner_places(stage: Stage) -> tuple[Box, Box]:
    """The arrows under the rows that turn the page back and on."""
    y, middle = _TOP + _PITCH * ROWS + 0.6, stage.width_vh / 2
    return Box(middle - 10.0, y, 8.0, 6.4), Box(middle + 2.0, y, 8.0, 6.4)


def _draw_row(canvas: Canvas, sheet: SheetChoice, box: Box, *, is_current: bool) -> None:
    theme = canvas.theme
    panel(canvas, box, radius=1.6, shadow=Shadow.LIFTED if is_current else Shadow.SLIP)
    if is_current:
        focus_ring(canvas, box, 1.6)
    small = SMALL.colored(theme.second_ink)
    beside = f"{sheet.where} · {sheet.when}"
    y = box.center_y - small.line_vh / 2
    name = BODY.faced(Face.SEMIBOLD).colored(theme.ink)
    # A short name leaves its room to the folder, and a long one takes half.
    room = box.w - 8.0 - 3.0
    least = max(box.w * 0.46, room - canvas.width(sheet.path.name, name))
    taken = min(least, canvas.width(beside, small))
    canvas.text(beside, box.right - 4.0, y, small, align="right", max_width_vh=least)
    room -= taken
    canvas.text(sheet.path.name, box.x + 4.0, box.center_y - name.line_vh / 2, name, max_width_vh=room)
