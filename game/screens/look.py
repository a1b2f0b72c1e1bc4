"""How the shared screen looks: language, colours, text size, motion. Every choice shows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.i18n import N_
from game.screens.base import Answer, ChangeLook, Look, Pop, Scene, Screen
from game.screens.keys import Key, key_of
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.fonts import Face
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import PHASE_TITLE, TextStyle
from game.ui.widgets import Button, ChoiceRow, Option

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
THEME_NAMES = {"light": N_("Ljust"), "dark": N_("Mörkt"), "contrast": N_("Hög kontrast")}
SCALES = {"1.0": N_("Vanlig"), "1.1": N_("Större"), "1.2": N_("Störst")}
MOTION = {"on": N_("Ja"), "off": N_("Nej")}
_LABEL = TextStyle(Face.BOLD, 3.4, 1.25)
_PITCH_VH = 13.0
_ROW_VH = 9.6


class LookScreen(Screen):
    """Four rows of choices. Up and Down move between them, Left and Right choose."""

    is_overlay = True

    def __init__(self) -> None:
        self.focus = 0

    def rows(self, scene: Scene, stage: Stage) -> list[tuple[str, ChoiceRow]]:
        """Each row's label and its choices."""
        _, look = scene._, scene.look
        scale = min(SCALES, key=lambda one: abs(float(one) - look.text_scale))
        sheet = self.sheet(stage)
        made: list[tuple[str, ChoiceRow]] = []
        for index, (row, label, options, chosen) in enumerate(
            (
                ("language", _("Språk"), LANGUAGE_NAMES, look.language),
                ("theme", _("Färger"), {key: _(name) for key, name in THEME_NAMES.items()}, look.theme),
                ("scale", _("Textstorlek"), {key: _(name) for key, name in SCALES.items()}, scale),
                (
                    "motion",
                    _("Rörelser"),
                    {key: _(name) for key, name in MOTION.items()},
                    "off" if look.is_motion_reduced else "on",
                ),
            )
        ):
            left = sheet.x + 30.0
            box = Box(left, sheet.y + 14.0 + index * _PITCH_VH, sheet.right - 5.0 - left, _ROW_VH)
            choices = [Option(key, name) for key, name in options.items()]
            made.append((label, ChoiceRow(row, choices, box, chosen)))
        return made

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Arrows and Tab choose; Esc, Enter, Next (but for the arrow) and a press outside close."""
        rows = self.rows(scene, stage)
        for index, (_label, row) in enumerate(rows):
            chosen = row.handle(event, stage, is_focused=index == self.focus)
            if chosen is not None:
                self.focus = index
                return (ChangeLook(self._look(scene.look, row.id, chosen)),)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            self._move(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return ()
        at = press(event, stage)
        if at is not None:
            is_outside = not self.sheet(stage).contains(*at)
            return (Pop(),) if is_outside or self.done(scene, stage).box.contains(*at) else ()
        key = key_of(event)
        if key in (Key.UP, Key.DOWN):
            self._move(1 if key is Key.DOWN else -1)
        elif key in (Key.ENTER, Key.PAUSE) or (
            key in (Key.NEXT, Key.BACK) and event.key not in (pygame.K_LEFT, pygame.K_RIGHT)
        ):
            return (Pop(),)
        return ()

    def _move(self, by: int) -> None:
        self.focus = (self.focus + by) % 4

    def _look(self, look: Look, row: str, chosen: str) -> Look:
        match row:
            case "language":
                return replace(look, language=chosen)
            case "theme":
                return replace(look, theme=chosen)
            case "scale":
                return replace(look, text_scale=float(chosen))
        return replace(look, is_motion_reduced=chosen == "off")

    # --- what it looks like

    def sheet(self, stage: Stage) -> Box:
        """Where the sheet lies."""
        width = min(124.0, stage.content.w)
        return Box((stage.width_vh - width) / 2, 9.0, width, 82.0)

    def done(self, scene: Scene, stage: Stage) -> Button:
        """The way back."""
        sheet = self.sheet(stage)
        box = Box(sheet.right - 45.0, sheet.bottom - 12.0, 40.0, 8.0)
        return Button("done", scene._("Klart"), box, key="Esc", kind="yellow")

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The rows over a darkened screen."""
        veil(canvas)
        sheet = self.sheet(canvas.stage)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        title = scene._("Så ser det ut")
        canvas.shrunk(title, sheet.x + 5, sheet.y + 3.6, PHASE_TITLE, sheet.w - 10, 3.6)
        for index, (label, row) in enumerate(self.rows(scene, canvas.stage)):
            y = row.box.center_y - _LABEL.line_vh / 2
            canvas.shrunk(label, sheet.x + 5, y, _LABEL, row.box.x - sheet.x - 6.5, 3.0)
            row.draw(canvas, row.id if index == self.focus else None)
        self.done(scene, canvas.stage).draw(canvas)
