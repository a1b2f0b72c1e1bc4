"""A canvas of any size and theme, drawn without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pygame
import pytest

from game.ui.canvas import Canvas
from game.ui.stage import Stage
from game.ui.text import InkLog
from game.ui.theme import THEMES

CanvasMaker = Callable[..., Canvas]


@pytest.fixture(scope="session", autouse=True)
def _pygame() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    yield
    pygame.display.quit()


@pytest.fixture
def make_canvas() -> CanvasMaker:
    """Make a canvas: `make_canvas(1920, 1080, "light")`."""

    def make(width_px: int = 1280, height_px: int = 720, theme: str = "light") -> Canvas:
        surface = pygame.Surface((width_px, height_px), 0, 32)
        return Canvas(surface, Stage(width_px, height_px), THEMES[theme], "sv", InkLog())

    return make
