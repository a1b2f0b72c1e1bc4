"""The foot that screens without people on the band share: keys that can be clicked, and the yellow button.

A click on a hint is the same as its key, so a mouse or a finger reaches everything that the keyboard does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.i18n import Translator
from game.screens.base import Answer, Scene, Screen
from game.screens.everywhere import answer_everywhere
from game.ui.band import KeyHint, draw_band, key_hints, yellow_box, yellow_button
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.stage import Box, Stage

NARROW_MARGIN_VH = 4.0


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys and what they do; `pressed` is the key that a click stands for, 0 for none."""

    keys: tuple[str, ...]
    label: str
    pressed: int = 0
    unicode: str = ""


def help_hint(_: Translator) -> Hint:
    """The hint that every such screen ends with."""
    return Hint(("?",), _("visar tangenter"), pygame.K_F1)


def key_down(key: int, unicode: str = "") -> pygame.Event:
    """The event of a key, for a click that stands for it."""
    return pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=unicode, scancode=0)


def sheet_area(stage: Stage) -> Box:
    """Where sheets may lie across: the margins, which are slimmer on a narrow stage."""
    margin = NARROW_MARGIN_VH if stage.is_narrow else stage.margin_vh
    return Box(margin, 0.0, stage.width_vh - 2 * margin, stage.content.h)


class Foot:
    """The band with hints and the yellow button. Remembers where it was drawn, for clicks."""

    def __init__(self) -> None:
        self._hints: list[tuple[Box, Hint]] = []

    def draw(
        self,
        canvas: Canvas,
        hints: Sequence[Hint],
        yellow: str,
        key: str | None = None,
        *,
        is_enabled: bool = True,
    ) -> None:
        """Draw the band; hints that do not fit are left out from the end."""
        draw_band(canvas)
        boxes = key_hints(canvas, [KeyHint(hint.keys, hint.label) for hint in hints])
        self._hints = list(zip(boxes, hints, strict=False))
        yellow_button(canvas, yellow, key, is_enabled=is_enabled)

    def pressed(self, event: pygame.Event, stage: Stage) -> pygame.Event | None:
        """The key that a click or touch on the foot stands for; None when it missed."""
        at = press(event, stage)
        if at is None:
            return None
        if yellow_box(stage).contains(*at):
            return key_down(pygame.K_SPACE, " ")
        for box, hint in self._hints:
            if hint.pressed and box.inset(-1.5).contains(*at):
                return key_down(hint.pressed, hint.unicode)
        return None


class FootedScreen(Screen):
    """A screen with a foot: a click on the foot is answered like the key it stands for."""

    def __init__(self) -> None:
        self.foot = Foot()

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Turn clicks on the foot into keys; what the screen leaves unanswered is everywhere's."""
        pressed = self.foot.pressed(event, stage)
        if pressed is None:
            return self.answer(event, scene, stage) or ()
        answers = self.answer(pressed, scene, stage)
        return answer_everywhere(pressed, scene) if answers is None else answers

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """What the screen does with an event; None when it is nothing to it."""
        return None
