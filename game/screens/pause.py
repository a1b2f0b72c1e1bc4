"""The pause: what a group may want that is not the next step. The clock stands still meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import BeginClosing, Redo, Undo
from game.core.plan import Stage as SessionStage
from game.screens.base import Answer, Pop, Push, Scene, Screen, ToggleClock
from game.screens.dialog import Dialog
from game.screens.help import HelpScreen
from game.screens.keys import Key, key_of
from game.screens.leave import LeaveScreen
from game.screens.look import LookScreen
from game.screens.menu import Menu, Row
from game.screens.table_menu import TableMenuScreen
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import PHASE_TITLE

ROW_VH = 7.6
GAP_VH = 1.2
HEAD_VH = 12.4


def pause(scene: Scene) -> Sequence[Answer]:
    """Open the pause, and stop the clock if it runs."""
    if scene.clock.planned_s is None or scene.clock.is_paused:
        return (Push(PauseScreen()),)
    return (ToggleClock(), Push(PauseScreen(has_stopped_clock=True)))


class PauseScreen(Screen):
    """The pause menu. Next goes on, so that a clicker is never stuck in it."""

    is_overlay = True

    def __init__(self, has_stopped_clock: bool = False) -> None:
        self._has_stopped_clock = has_stopped_clock
        self._menu = Menu()
        self._menu.order.current = "go_on"

    def rows(self, scene: Scene) -> list[Row]:
        """What can be done at this stage."""
        _, view = scene._, scene.table
        is_seated = view.stage in (SessionStage.OPENING, SessionStage.PLAY, SessionStage.CLOSING)
        rows = [Row("go_on", _("Fortsätt"), cap="Esc")]
        if is_seated:
            rows.append(Row("seats", _("Vilka är med?"), _("borta, sena, upplägg"), cap="D"))
        rows.append(Row("undo", _("Ångra det senaste"), cap="Ctrl+Z", is_enabled=view.can_undo))
        rows.append(Row("redo", _("Gör om"), cap="Ctrl+Y", is_enabled=view.can_redo))
        rows.append(Row("help", _("Alla tangenter"), cap="F1"))
        rows.append(Row("look", _("Utseende och språk"), _("större text, mörkt, lugnt")))
        if view.stage in (SessionStage.OPENING, SessionStage.PLAY):
            rows.append(Row("closing", _("Avsluta nu"), _("till löftena")))
        rows.append(Row("leave", _("Lämna bordet"), _("allt sparas")))
        rows.append(Row("quit", _("Stäng programmet"), _("allt sparas")))
        return rows

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Esc, Next or a press beside the menu goes on."""
        rows = self.rows(scene)
        if key_of(event) in (Key.PAUSE, Key.NEXT):
            return self._go_on(scene)
        chosen = self._menu.handle(event, stage, rows, self._boxes(rows, stage))
        if chosen is not None:
            return self._choose(chosen, scene)
        at = press(event, stage)
        if at is not None and not self._sheet(rows, stage).contains(*at):
            return self._go_on(scene)
        return ()

    def _choose(self, row: str, scene: Scene) -> Sequence[Answer]:
        match row:
            case "seats":
                return (Push(TableMenuScreen()),)
            case "undo" | "redo":
                # Undo starts the phase anew, paused; the clock is then no longer ours to start.
                self._has_stopped_clock = False
                return (Undo() if row == "undo" else Redo(),)
            case "help":
                return (Push(HelpScreen()),)
            case "look":
                return (Push(LookScreen()),)
            case "closing":
                return (Push(ClosingNowScreen()),)
            case "leave" | "quit":
                return (Push(LeaveScreen(is_quitting=row == "quit")),)
        return self._go_on(scene)

    def _go_on(self, scene: Scene) -> Sequence[Answer]:
        if self._has_stopped_clock and scene.clock.is_paused:
            return (Pop(), ToggleClock())
        return (Pop(),)

    def resumed(self, result: object, scene: Scene) -> Sequence[Answer]:
        """After "close now" there is nothing left to pause."""
        if isinstance(result, BeginClosing):
            return (Pop(), result)
        return ()

    # --- what it looks like

    def _sheet(self, rows: Sequence[Row], stage: Stage) -> Box:
        width = min(96.0, stage.content.w)
        height = HEAD_VH + len(rows) * (ROW_VH + GAP_VH) - GAP_VH + 3.4
        return Box((stage.width_vh - width) / 2, (100 - height) / 2, width, height)

    def _boxes(self, rows: Sequence[Row], stage: Stage) -> dict[str, Box]:
        sheet = self._sheet(rows, stage)
        room = Box(sheet.x + 5, sheet.y + HEAD_VH, sheet.w - 10, sheet.h - HEAD_VH - 3.4)
        return self._menu.boxes(rows, room, GAP_VH)

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The menu over a darkened table."""
        rows = self.rows(scene)
        veil(canvas)
        sheet = self._sheet(rows, canvas.stage)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        canvas.shrunk(scene._("Paus"), sheet.x + 5, sheet.y + 3.2, PHASE_TITLE, sheet.w - 10, 3.6)
        self._menu.draw(canvas, rows, self._boxes(rows, canvas.stage))


class ClosingNowScreen(Dialog):
    """Asks before the closing begins ahead of the planned end."""

    def title(self, scene: Scene) -> str:
        """The question."""
        return scene._("Vill ni avsluta nu?")

    def body(self, scene: Scene) -> str:
        """What follows, and that one can come back."""
        return scene._(
            "Då lägger ni undan korten och går till löftena. Det ni har skrivit är kvar. "
            "Ångrar ni er går ni tillbaka med PageUp."
        )

    def labels(self, scene: Scene) -> tuple[str, str]:
        """Play on, or close."""
        return scene._("Spela vidare"), scene._("Till löftena")

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """The pause carries it out, and closes."""
        return (Pop(BeginClosing(scene.table.version)),)
