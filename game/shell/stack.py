"""The stack of screens: one at the bottom that fits the session's stage, others on top of it."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.base import Answer, Scene, Screen
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage


class Stack:
    """Screens, the top one getting the input."""

    def __init__(self, bottom: Screen) -> None:
        self._screens = [bottom]

    @property
    def top(self) -> Screen:
        """The screen that gets the input."""
        return self._screens[-1]

    @property
    def bottom(self) -> Screen:
        """The screen of the stage."""
        return self._screens[0]

    @property
    def is_moving(self) -> bool:
        """Whether any shown screen moves."""
        return any(screen.is_moving for screen in self._shown())

    def push(self, screen: Screen, scene: Scene) -> None:
        """Put a screen on top."""
        self._screens.append(screen)
        screen.shown(scene)

    def pop(self, result: object, scene: Scene) -> Sequence[Answer]:
        """Take the top screen away; the bottom one stays."""
        if len(self._screens) == 1:
            return ()
        self._screens.pop()
        self.top.shown(scene)
        return self.top.resumed(result, scene)

    def replace_all(self, bottom: Screen, scene: Scene) -> None:
        """Go to another bottom screen with nothing on top."""
        self._screens = [bottom]
        bottom.shown(scene)

    def replace_bottom(self, bottom: Screen, scene: Scene) -> None:
        """Another stage under whatever lies on top."""
        self._screens[0] = bottom
        bottom.shown(scene)

    def show(self, scene: Scene) -> None:
        """Tell every screen that the scene has changed, the bottom one first."""
        for screen in self._screens:
            screen.shown(scene)

    def advance(self, dt_s: float, scene: Scene) -> bool:
        """Let time pass in the screens that are shown; whether one of them must be drawn."""
        moved = [screen.advance(dt_s, scene) for screen in self._shown()]
        return any(moved)

    def stale(self, scene: Scene, stage: Stage) -> Box | None:
        """The part of the window where a shown screen tells the time too badly."""
        parts = (screen.stale(scene, stage) for screen in self._shown())
        return next((part for part in parts if part is not None), None)

    def settle(self) -> None:
        """Finish every animation."""
        for screen in self._screens:
            screen.settle()

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Draw the screens that are shown, the lowest first."""
        for screen in self._shown():
            screen.draw(canvas, scene)

    def _shown(self) -> list[Screen]:
        start = len(self._screens) - 1
        while start > 0 and self._screens[start].is_overlay:
            start -= 1
        return self._screens[start:]
