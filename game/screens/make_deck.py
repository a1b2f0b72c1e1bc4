"""Making a deck: what it is to be called. The file is written with examples to change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.screens.base import Answer, Pop, Say, Scene, Screen
from game.screens.deck_intents import MakeDeck
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import BODY, PHASE_TITLE
from game.ui.textfield import Clipboard, FieldResult, TextField
from game.ui.widgets import Button

TITLE_CHARACTERS: Final = 60
"""As many as a deck's title may have."""


class MakeDeckScreen(Screen):
    """A field for the title, open from the beginning."""

    is_overlay = True
    is_modal = True

    def __init__(self) -> None:
        self._field = TextField("title", Box(0, 0, 1, 1), max_chars=TITLE_CHARACTERS)
        self._field.open()

    def use_clipboard(self, clipboard: Clipboard) -> None:
        """Paste from another clipboard than the desktop's."""
        self._field.clipboard = clipboard

    @property
    def takes_text(self) -> bool:
        """Always: there is nothing else to do here."""
        return True

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Write; Enter or the yellow button makes the deck, Esc or a press outside lets it be."""
        at = press(event, stage)
        if at is not None:
            make, leave = self.buttons(scene, stage)
            if make.box.contains(*at):
                return self._make(scene)
            if leave.box.contains(*at) or not self._sheet(stage).contains(*at):
                return (Pop(),)
        self._field.box = self._field_place(stage)
        match self._field.handle(event, stage):
            case FieldResult.SUBMIT:
                return self._make(scene)
            case FieldResult.CANCEL:
                return (Pop(),)
        return ()

    def _make(self, scene: Scene) -> Sequence[Answer]:
        title = " ".join(self._field.text.split())
        return (MakeDeck(title),) if title else (Say(scene._("Skriv först vad leken ska heta.")),)

    # --- what it looks like

    @staticmethod
    def _sheet(stage: Stage) -> Box:
        width = min(110.0, stage.content.w)
        return Box((stage.width_vh - width) / 2, 22.0, width, 53.0)

    def _field_place(self, stage: Stage) -> Box:
        sheet = self._sheet(stage)
        return Box(sheet.x + 6, sheet.y + 13.0, sheet.w - 12, 11.0)

    def buttons(self, scene: Scene, stage: Stage) -> tuple[Button, Button]:
        """The way on, and the way back."""
        sheet, _ = self._sheet(stage), scene._
        width, y = (sheet.w - 15) / 2, sheet.bottom - 13.4
        back = Button("leave", _("Låt bli"), Box(sheet.x + 6, y, width, 8.4), "Esc", "outline")
        make = Button("make", _("Gör leken"), Box(sheet.right - 6 - width, y, width, 8.4), "↵", "yellow")
        return make, back

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The field, and what happens."""
        _, stage = scene._, canvas.stage
        veil(canvas)
        sheet = self._sheet(stage)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        canvas.shrunk(_("Vad ska leken heta?"), sheet.x + 6, sheet.y + 4.0, PHASE_TITLE, sheet.w - 12, 3.6)
        self._field.box = self._field_place(stage)
        self._field.draw(canvas, is_focused=True)
        make, back = self.buttons(scene, stage)
        words = _(
            "Det blir en textfil med några exempelkort, som du ändrar som du vill. "
            "Skriv inga namn på patienter, kunder eller kollegor."
        )
        room = Box(sheet.x + 6, sheet.y + 26.6, sheet.w - 12, make.box.y - sheet.y - 28.4)
        canvas.fit_text(words, room, BODY, 3.0, 3.4)
        make.draw(canvas)
        back.draw(canvas)
