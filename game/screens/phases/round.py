"""Round: one named speaker at a time, equal slots. Passing is neutral, and asked once more at the end."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.commands import PassSpeech
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.keys import Key
from game.screens.phases.panel import Tool
from game.screens.phases.read import CardPanel
from game.screens.phases.rings import coaster_ring, draw_coaster
from game.ui.canvas import Canvas
from game.ui.cards import Place
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.text import TextStyle


class RoundPanel(CardPanel):
    """Who speaks now, and who comes next."""

    place: Place = "round"
    more_s = 15

    def ring_box(self, stage: Stage, scene: Scene) -> Box | None:
        """The coaster's."""
        return coaster_ring(stage, self.place)

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """The ring with the speaker's name, and who is next under it."""
        now, _ = self.turn(scene).round, scene._
        speaker = now.speaker if now is not None else ""
        if now is None or not speaker:
            title = _("Laget runt")
            box = draw_coaster(canvas, scene, "round", title)
        elif now.is_second_call:
            below = _("Vill du säga något nu?")
            box = draw_coaster(canvas, scene, "round", speaker, above=_("En gång till"), below=below)
        else:
            present = sum(seat.people for seat in scene.table.seats if seat.presence == "present")
            below = _("vi andra lyssnar") if present > 1 else ""
            box = draw_coaster(canvas, scene, "round", speaker, above=_("Nu talar"), below=below)
        if now is not None and now.next_speaker:
            self._next(canvas, box, _("Sedan"), now.next_speaker)

    def _next(self, canvas: Canvas, coaster: Box, word: str, name: str) -> None:
        ink = canvas.theme.table_ink
        plain, bold = TextStyle(Face.REGULAR, 3.4, 1.25, ink), TextStyle(Face.BOLD, 3.4, 1.25, ink)
        room = coaster.w + 3.0
        gap, used = 1.0, canvas.width(word, plain)
        shown = min(room - used - gap, canvas.width(name, bold))
        y = max(67.2, coaster.bottom + 3.0)
        left = coaster.center_x - (used + gap + shown) / 2
        canvas.text(word, left, y, plain)
        canvas.text(name, left + used + gap, y, bold, max_width_vh=room - used - gap)

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """P: the speaker passes."""
        if key is Key.PASS:
            return (PassSpeech(scene.table.version),)
        return super().on_key(key, scene, stage)

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Passing first."""
        return (Tool(Key.PASS, "P", N_("passa")), *super().tools(scene))
