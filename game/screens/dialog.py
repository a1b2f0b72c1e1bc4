"""A question in front of what is shown, with a way on and a way back.

The way back has the focus and no key of a clicker takes the way on: that needs Enter on its button,
or a press on it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.base import Answer, Pop, Scene, Screen
from game.screens.keys import Key, key_of
from game.ui.canvas import Canvas
from game.ui.focus import first_hit
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import BODY, PHASE_TITLE
from game.ui.widgets import Button

WIDTH_VH = 104.0
PADDING_VH = 6.0
BUTTON_HEIGHT_VH = 8.4


class Dialog(Screen):
    """A title, a few lines, and two buttons. What is asked is filled in by each dialog."""

    is_overlay = True
    is_modal = True

    def __init__(self) -> None:
        self.focus = "no"

    # --- what a dialog fills in

    def title(self, scene: Scene) -> str:
        """The question."""
        raise NotImplementedError

    def body(self, scene: Scene) -> str:
        """What happens on either way."""
        raise NotImplementedError

    def labels(self, scene: Scene) -> tuple[str, str]:
        """What the way back and the way on are called."""
        raise NotImplementedError

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """What the way on does."""
        raise NotImplementedError

    def no(self, scene: Scene) -> Sequence[Answer]:
        """What the way back does."""
        return (Pop(),)

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Tab and the arrows move the focus, Enter presses, Esc goes back."""
        pressed = first_hit(event, stage, self.boxes(stage))
        if pressed is not None:
            return self._choose(pressed, scene)
        if event.type == pygame.KEYDOWN and event.key in (
            pygame.K_TAB,
            pygame.K_LEFT,
            pygame.K_RIGHT,
            pygame.K_UP,
            pygame.K_DOWN,
        ):
            self.focus = "yes" if self.focus == "no" else "no"
            return ()
        match key_of(event):
            case Key.ENTER:
                return self._choose(self.focus, scene)
            case Key.PAUSE:
                return self.no(scene)
        return ()

    def _choose(self, button: str, scene: Scene) -> Sequence[Answer]:
        return self.yes(scene) if button == "yes" else self.no(scene)

    # --- what it looks like

    def box(self, stage: Stage) -> Box:
        """Where the sheet lies."""
        width = min(WIDTH_VH, stage.content.w)
        return Box((stage.width_vh - width) / 2, 24.0, width, 48.0)

    def boxes(self, stage: Stage) -> dict[str, Box]:
        """Where the buttons lie: back at the left, on at the right."""
        sheet = self.box(stage)
        width = (sheet.w - 2 * PADDING_VH - 3.0) / 2
        y = sheet.bottom - PADDING_VH - BUTTON_HEIGHT_VH
        left = sheet.x + PADDING_VH
        return {
            "no": Box(left, y, width, BUTTON_HEIGHT_VH),
            "yes": Box(left + width + 3.0, y, width, BUTTON_HEIGHT_VH),
        }

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The sheet over a darkened screen."""
        veil(canvas)
        sheet = self.box(canvas.stage)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        inner = sheet.inset(PADDING_VH, 0)
        canvas.shrunk(self.title(scene), inner.x, sheet.y + 5.0, PHASE_TITLE, inner.w, 3.6)
        buttons = self.boxes(canvas.stage)
        room = Box(inner.x, sheet.y + 13.0, inner.w, buttons["no"].y - sheet.y - 15.0)
        canvas.fit_text(self.body(scene), room, BODY, 3.0, 4.1)
        back, on = self.labels(scene)
        Button("no", back, buttons["no"], kind="yellow").draw(canvas, is_focused=self.focus == "no")
        Button("yes", on, buttons["yes"], kind="outline").draw(canvas, is_focused=self.focus == "yes")
