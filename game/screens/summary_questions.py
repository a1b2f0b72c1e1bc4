"""What the summary asks before anything is gone for good, and with or without names in a file."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import KeepSession
from game.core.state import Keep
from game.screens.base import Answer, DeleteSession, Pop, SaveFile, Scene, Screen
from game.screens.dialog import Dialog
from game.screens.keys import Key, key_of
from game.screens.menu import Menu, Row
from game.screens.summary_text import summary_text
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import BODY, PHASE_TITLE


class DeleteScreen(Dialog):
    """Asks before everything is deleted."""

    def title(self, scene: Scene) -> str:
        """The question."""
        return scene._("Vill ni radera allt från i dag?")

    def body(self, scene: Scene) -> str:
        """That it is for good."""
        return scene._(
            "Namn, löften och allt ni har skrivit raderas från datorn. Det går inte att få tillbaka."
        )

    def labels(self, scene: Scene) -> tuple[str, str]:
        """Back, or delete."""
        return scene._("Nej, behåll"), scene._("Radera allt")

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """Delete the open session."""
        return (Pop(), DeleteSession())


class NamelessScreen(Dialog):
    """Asks before the names are erased."""

    def title(self, scene: Scene) -> str:
        """The question."""
        return scene._("Vill ni spara utan namn?")

    def body(self, scene: Scene) -> str:
        """What goes and what stays."""
        return scene._(
            "Namnen raderas och går inte att få tillbaka. Löftena och raderna ni tar med er finns kvar, "
            "men det syns inte vems löfte som är vems."
        )

    def labels(self, scene: Scene) -> tuple[str, str]:
        """Back, or without names."""
        return scene._("Nej, gå tillbaka"), scene._("Spara utan namn")

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """Keep all but the names."""
        return (Pop(), KeepSession(Keep.WITHOUT_NAMES))


class SaveSummaryScreen(Screen):
    """With or without names in the text file. Without has the focus."""

    is_overlay = True
    is_modal = True

    def __init__(self) -> None:
        self._menu = Menu()
        self._menu.order.current = "without"

    def rows(self, scene: Scene) -> list[Row]:
        """The two ways and back."""
        _ = scene._
        rows = [Row("without", _("Utan namn"), _("för chefen eller anslagstavlan"))]
        if any(seat.name for seat in scene.table.seats):
            rows.append(Row("with", _("Med namn"), _("för er som var med")))
        return [*rows, Row("back", _("Spara inte"), cap="Esc")]

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Enter or a press chooses; Esc, or a press beside it, goes back."""
        if key_of(event) is Key.PAUSE:
            return (Pop(),)
        chosen = self._menu.handle(event, stage, self.rows(scene), self._boxes(scene, stage))
        if chosen in ("without", "with"):
            words = summary_text(scene.table, scene._, with_names=chosen == "with")
            return (Pop(), SaveFile(scene._("sammanfattning") + ".txt", words))
        at = press(event, stage)
        is_outside = at is not None and not self._sheet(stage).contains(*at)
        return (Pop(),) if chosen == "back" or is_outside else ()

    def _sheet(self, stage: Stage) -> Box:
        width = min(104.0, stage.content.w)
        return Box((stage.width_vh - width) / 2, 18.0, width, 62.0)

    def _boxes(self, scene: Scene, stage: Stage) -> dict[str, Box]:
        sheet = self._sheet(stage)
        rows = self.rows(scene)
        height = len(rows) * 9.8
        return self._menu.boxes(rows, Box(sheet.x + 6, sheet.bottom - height - 4, sheet.w - 12, height), 1.6)

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The question over the darkened summary."""
        _, sheet = scene._, self._sheet(canvas.stage)
        veil(canvas)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        title = _("Spara sammanfattningen")
        canvas.shrunk(title, sheet.x + 6, sheet.y + 4.6, PHASE_TITLE, sheet.w - 12, 3.6)
        words = _("Den sparas som en textfil på datorn. Ska namnen vara med?")
        canvas.fit_text(words, Box(sheet.x + 6, sheet.y + 12.4, sheet.w - 12, 12), BODY, 3.0, 3.6)
        self._menu.draw(canvas, self.rows(scene), self._boxes(scene, canvas.stage))
