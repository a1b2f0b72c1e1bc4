"""Fetching cards from a sheet: drop a file on the window, or pick one of those that were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.screens.base import Answer, Pop, Scene, SheetChoice
from game.screens.deck_intents import ImportSheet, LookForSheets
from game.screens.foot import FootedScreen, Hint, help_hint, sheet_area
from game.screens.keys import Key, key_of
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring, press
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box, Stage
from game.ui.surfaces import Shadow, panel, slip, table
from game.ui.text import BODY, SMALL, TextStyle

ROWS: Final = 5
_TOP, _PITCH, _ROW_H = 31.0, 9.9, 8.9
_DROP = Box(0, 15.2, 0, 13.4)


class SheetsScreen(FootedScreen):
    """The list, the newest first, five at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def shown(self, scene: Scene) -> None:
        """Stay on a row that exists."""
        self._at = max(0, min(self._at, len(scene.sheets) - 1))

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
        if event.key in (pygame.K_UP, pygame.K_DOWN, pygame.K_TAB):
            is_back = event.key == pygame.K_UP or bool(event.mod & pygame.KMOD_SHIFT)
            self._move(-1 if is_back else 1, scene)
            return ()
        match key_of(event):
            case Key.BACK:
                return (Pop(),)
            case Key.NEXT | Key.ENTER:
                return self._fetch(scene)
        return None

    def _move(self, by: int, scene: Scene) -> None:
        self._at = max(0, min(len(scene.sheets) - 1, self._at + by))

    def _fetch(self, scene: Scene) -> Sequence[Answer]:
        if not scene.sheets:
            return (Pop(),)
        return (ImportSheet(scene.sheets[self._at].path),)

    def _pressed(self, at: tuple[float, float], scene: Scene, stage: Stage) -> Sequence[Answer]:
        first = self._first
        for index in range(first, min(first + ROWS, len(scene.sheets))):
            if row_place(stage, index - first).contains(*at):
                was_here = index == self._at
                self._at = index
                return self._fetch(scene) if was_here else ()
        up, down = turner_places(stage)
        if up.contains(*at) and first > 0:
            self._at = first - 1
        elif down.contains(*at) and first + ROWS < len(scene.sheets):
            self._at = first + ROWS
        return ()

    # --- drawing

    @property
    def _first(self) -> int:
        return self._at // ROWS * ROWS

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Where to drop a file, and the rows."""
        _, stage, sheets = scene._, canvas.stage, scene.sheets
        table(canvas)
        first = self._first
        shown = sheets[first : first + ROWS]
        remark = scene.reading
        if not remark and len(shown) < len(sheets):
            remark = _(
                "{first}–{last} av {count}", first=first + 1, last=first + len(shown), count=len(sheets)
            )
        screen_title(canvas, _("Hämta kort"), remark)
        self._draw_drop(canvas, scene)
        for offset, sheet in enumerate(shown):
            if first + offset != self._at:
                _draw_row(canvas, sheet, row_place(stage, offset), is_current=False)
        if shown:
            _draw_row(canvas, sheets[self._at], row_place(stage, self._at - first), is_current=True)
        elif not scene.reading:
            words = _(
                "Inga kalkylblad hittades i mappen med egna lekar, bland hämtade filer eller på skrivbordet."
            )
            place = Box(stage.content.x, _TOP + 2.0, stage.content.w, 20.0)
            canvas.fit_text(words, place, BODY.colored(canvas.theme.table_ink), 3.0, 3.8)
        up, down = turner_places(stage)
        for box, name, is_on in ((up, "up", first > 0), (down, "down", first + ROWS < len(sheets))):
            if is_on:
                icon(canvas, name, box.center_x, box.center_y, 4.0, canvas.theme.table_ink)
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
