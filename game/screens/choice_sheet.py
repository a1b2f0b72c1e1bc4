"""Rows of choices on a sheet in front of what is shown: how it looks, how it is played.

Up and Down move between rows, Left and Right choose, and every choice counts at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame

from game.screens.base import Answer, Pop, Scene, Screen
from game.screens.keys import Key, key_of
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.fonts import Face
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import PHASE_TITLE, TextStyle
from game.ui.widgets import Button, ChoiceRow, Option

_LABEL = TextStyle(Face.BOLD, 3.4, 1.25)
_PITCH_VH = 13.0
_ROW_VH = 9.6


@dataclass(frozen=True, slots=True)
class Choice:
    """A row: what it is called, its options by id as (label, detail), and the chosen one."""

    id: str
    label: str
    options: Mapping[str, tuple[str, str]]
    chosen: str


class ChoiceSheet(Screen):
    """The sheet. What is chosen from is filled in by each screen."""

    is_overlay = True

    def __init__(self) -> None:
        self.focus = 0

    # --- what a screen fills in

    def title(self, scene: Scene) -> str:
        """What the sheet is about."""
        raise NotImplementedError

    def choices(self, scene: Scene) -> Sequence[Choice]:
        """Its rows, at most four."""
        raise NotImplementedError

    def choose(self, row: str, option: str, scene: Scene) -> Sequence[Answer]:
        """What a choice does."""
        raise NotImplementedError

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Arrows and Tab choose; Esc, Enter, Space, PageDown and a press outside close."""
        rows = self.rows(scene, stage)
        for index, (_label, row) in enumerate(rows):
            chosen = row.handle(event, stage, is_focused=index == self.focus)
            if chosen is not None:
                self.focus = index
                return self.choose(row.id, chosen, scene) if chosen != row.chosen else ()
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            self.focus = (self.focus + (-1 if event.mod & pygame.KMOD_SHIFT else 1)) % len(rows)
            return ()
        at = press(event, stage)
        if at is not None:
            is_outside = not self.sheet(stage).contains(*at)
            return (Pop(),) if is_outside or self._done(scene, stage).box.contains(*at) else ()
        key = key_of(event)
        if key in (Key.UP, Key.DOWN):
            self.focus = (self.focus + (1 if key is Key.DOWN else -1)) % len(rows)
        elif key in (Key.ENTER, Key.PAUSE) or (
            key in (Key.NEXT, Key.BACK) and event.key not in (pygame.K_LEFT, pygame.K_RIGHT)
        ):
            return (Pop(),)
        return ()

    # --- what it looks like

    def sheet(self, stage: Stage) -> Box:
        """Where the sheet lies."""
        width = min(128.0, stage.content.w)
        return Box((stage.width_vh - width) / 2, 9.0, width, 82.0)

    def rows(self, scene: Scene, stage: Stage) -> list[tuple[str, ChoiceRow]]:
        """Each row's label and its choices."""
        sheet = self.sheet(stage)
        left = sheet.x + 30.0
        made: list[tuple[str, ChoiceRow]] = []
        for index, choice in enumerate(self.choices(scene)):
            box = Box(left, sheet.y + 14.0 + index * _PITCH_VH, sheet.right - 5.0 - left, _ROW_VH)
            options = [Option(key, label, detail) for key, (label, detail) in choice.options.items()]
            made.append((choice.label, ChoiceRow(choice.id, options, box, choice.chosen)))
        return made

    def _done(self, scene: Scene, stage: Stage) -> Button:
        sheet = self.sheet(stage)
        box = Box(sheet.right - 45.0, sheet.bottom - 12.0, 40.0, 8.0)
        return Button("done", scene._("Klart"), box, key="Esc", kind="yellow")

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The rows over a darkened screen."""
        veil(canvas)
        sheet = self.sheet(canvas.stage)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        canvas.shrunk(self.title(scene), sheet.x + 5, sheet.y + 3.6, PHASE_TITLE, sheet.w - 10, 3.6)
        for index, (label, row) in enumerate(self.rows(scene, canvas.stage)):
            y = row.box.center_y - _LABEL.line_vh / 2
            canvas.shrunk(label, sheet.x + 5, y, _LABEL, row.box.x - sheet.x - 6.5, 3.0)
            row.draw(canvas, row.id if index == self.focus else None)
        self._done(scene, canvas.stage).draw(canvas)
