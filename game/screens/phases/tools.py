"""The keys of a phase as buttons on the band, for the pointer: shown only while it is near."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Surface

from game.i18n import N_
from game.screens.base import Scene
from game.screens.keys import Key
from game.screens.phases.panel import Panel, Tool
from game.ui.band import draw_band, key_cap_width
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.text import TextStyle
from game.ui.theme import THEMES
from game.ui.widgets import Button

SHOWN_S = 5.0
NEAR_Y = 88.0
"""The pointer is near when it is on the band."""
_BACK = Tool(Key.BACK, "←", N_("tillbaka"))
_PAUSE = Tool(Key.PAUSE, "Esc", N_("paus"))
_SKIP = Tool(Key.SKIP, "K", N_("hoppa över"))


def tools_of(panel: Panel, scene: Scene) -> tuple[Tool, ...]:
    """The tools of a phase, the most useful first."""
    return (_BACK, _PAUSE, *panel.tools(scene), _SKIP)


def tool_buttons(stage: Stage, tools: Sequence[Tool], scene: Scene) -> list[tuple[Tool, Button]]:
    """The buttons in a row; those that do not fit are left out from the end."""
    canvas = Canvas(Surface((1, 1)), stage, THEMES["light"])
    style = TextStyle(Face.BOLD, 3.2, 1.3)
    room, x = stage.content, stage.content.x
    buttons: list[tuple[Tool, Button]] = []
    for tool in tools:
        label = scene._(tool.label)
        width = canvas.width(label, style) + key_cap_width(canvas, tool.cap, height=4.2) + 5.0
        if x + width > room.right + 0.1:
            break
        box = Box(x, 90.4, width, 7.2)
        buttons.append((tool, Button(tool.key.name, label, box, tool.cap, kind="band")))
        x += width + 1.6
    return buttons


def draw_tools(canvas: Canvas, tools: Sequence[Tool], scene: Scene) -> None:
    """The band with the buttons on it."""
    draw_band(canvas)
    for _, button in tool_buttons(canvas.stage, tools, scene):
        button.draw(canvas)
