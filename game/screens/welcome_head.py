"""The head of the welcome screen: the mark, the name, and which decks of many are shown."""

from __future__ import annotations

from game.screens.base import Scene
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.shapes import mark
from game.ui.text import WORDMARK, TextStyle


def draw_head(canvas: Canvas, scene: Scene, first: int, shown: int, *, raised: float) -> None:
    """`shown` decks from index `first` on lie on the table; the mark's halves are `raised` apart, 1–0."""
    _, theme, stage = scene._, canvas.theme, canvas.stage
    left = theme.lit if theme.name != "light" else theme.ring_left
    right = theme.table_ink if theme.name != "light" else theme.band
    mark(canvas, 11.4, 7.3, 3.3, left, right, raise_share=0.0 if canvas.is_motion_reduced else raised)
    ink = canvas.text("Bemötande", 17, 2, WORDMARK.colored(theme.table_ink))
    remark = scene.reading
    if not remark and shown < len(scene.decks):
        remark = _(
            "Lek {first}–{last} av {count}", first=first + 1, last=first + shown, count=len(scene.decks)
        )
    style = TextStyle(Face.MEDIUM, 3.4, 1.3, theme.table_ink)
    room = stage.content.right - ink.right - 4
    words = remark or _("Ett samtal med kort, runt ett bord")
    canvas.shrunk(words, stage.content.right, 5.6, style, room, align="right")
