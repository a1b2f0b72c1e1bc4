"""Being written."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.base import Answer, Pop, Push, Scene, Screen, ToggleClock
from game.screens.keys import Key, key_of
from game.ui.stage import Stage


class TableMenuScreen(Screen):
    """Being written."""

    is_overlay = True

    def __init__(self, has_stopped_clock: bool = False) -> None:
        self._has_stopped_clock = has_stopped_clock

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        return (Pop(),) if key_of(event) is Key.PAUSE else ()
