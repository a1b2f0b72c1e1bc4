"""Think and pairs: the card and a soft ring that fills. Nobody answers yet, or two talk with each other."""

from __future__ import annotations

from game.i18n import N_
from game.screens.base import Scene
from game.screens.phases.read import CardPanel
from game.screens.phases.rings import coaster_ring, draw_coaster
from game.ui.canvas import Canvas
from game.ui.cards import Place
from game.ui.stage import Box, Stage


class ThinkPanel(CardPanel):
    """Everybody thinks in silence."""

    place: Place = "think"
    more_s = 30

    def ring_box(self, stage: Stage, scene: Scene) -> Box | None:
        """The coaster's."""
        return coaster_ring(stage, self.place)

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """The ring and its words."""
        draw_coaster(canvas, scene, "think", scene._("Tänk\ni tysthet"), below=scene._("Ingen svarar än"))


class PairsPanel(CardPanel):
    """Two and two; an odd group has one three."""

    place: Place = "think"
    more_s = 30

    def ring_box(self, stage: Stage, scene: Scene) -> Box | None:
        """The coaster's."""
        return coaster_ring(stage, self.place)

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """The ring and its words."""
        present = sum(seat.people for seat in scene.table.seats if seat.presence == "present")
        below = N_("Börja med den bredvid dig")
        title = N_("Prata två och två")
        if present == 3:
            title, below = N_("Prata alla tre"), N_("Ni är en liten grupp")
        elif present % 2:
            below = N_("En grupp blir tre")
        draw_coaster(canvas, scene, "think", scene._(title), below=scene._(below))
