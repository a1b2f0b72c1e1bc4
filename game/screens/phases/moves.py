"""How one view of the table becomes the next: the card turns or glides, and the turn passes on.

A move is made from the panels before and after. It holds pictures only while it runs, and it can end at
any moment; what is drawn without it is the end.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame
from pygame import Surface

from game.screens.base import Scene
from game.screens.phases.card import Spot, back_index, draw_card
from game.screens.phases.draw import lifted_box, pile_box
from game.screens.phases.moving import Move
from game.screens.phases.panel import Panel
from game.ui.canvas import Canvas
from game.ui.cards import back_surface, card_frame, pile
from game.ui.motion import GLIDE_S, TURN_RISE_S, TURN_SINK_S, Flip, Glide, draw_flip, pass_turn
from game.ui.shadows import Shadow
from game.ui.stage import Box

Ground = Callable[[Canvas, Scene, Panel], None]
"""Draws the table, the pile at its edge and what lies beside the card."""

FADED_PX = 1600
"""On higher windows the new surroundings stand there at once: fading so many pixels takes too long."""
_LIFTED_S = 0.09
"""Where in the flip the card is as it already lies on the draw screen."""


class RiseMove(Move):
    """One disc on the band sinks, another rises."""

    def __init__(self, old: int | None, new: int | None) -> None:
        super().__init__(TURN_SINK_S + TURN_RISE_S)
        self._old, self._new = old, new

    def rise(self) -> dict[int, float]:
        """How far each disc has come, by its index."""
        return pass_turn(self.elapsed_s, self._old, self._new)


class CardMove(Move):
    """A move of the card, drawn instead of the table and what lies on it."""

    def draw(self, canvas: Canvas, scene: Scene, panel: Panel, ground: Ground) -> None:
        """Draw the table with the card on its way."""
        raise NotImplementedError


class FlipMove(CardMove):
    """The card lifts off the pile, turns and comes to lie where it is read."""

    def __init__(self, *, from_middle: bool) -> None:
        self._from_middle = from_middle
        super().__init__(0.43, _LIFTED_S if from_middle else 0.0)
        self._under: Surface | None = None
        self._back: Surface | None = None
        self._front: Surface | None = None
        self._scratch: Surface | None = None

    def draw(self, canvas: Canvas, scene: Scene, panel: Panel, ground: Ground) -> None:
        """Two surfaces were drawn once; each picture scales one of them."""
        spot = panel.spot(canvas.stage, scene)
        if spot is None:
            ground(canvas, scene, panel)
            return
        flip = Flip(self._start(canvas), spot.box)
        if self._under is None or self._under.get_size() != canvas.surface.get_size():
            self._prepare(canvas, scene, panel, ground, spot, flip.pile)
        else:
            canvas.surface.blit(self._under, (0, 0))
        if self._back is not None and self._front is not None:
            draw_flip(canvas, flip, self._back, self._front, self.elapsed_s, self._scratch)

    def _start(self, canvas: Canvas) -> Box:
        stage = canvas.stage
        if self._from_middle:
            return lifted_box(stage).moved(0, 4.0)
        return Box(stage.right_vh - 6.38, 30, 20, 27)

    def _prepare(
        self, canvas: Canvas, scene: Scene, panel: Panel, ground: Ground, spot: Spot, start: Box
    ) -> None:
        ground(canvas, scene, panel)
        color = canvas.theme.back_color(back_index(scene))
        if self._from_middle and scene.table.pile.cards_left > 0:
            edges = min(4, scene.table.pile.cards_left - 1)
            pile(canvas, pile_box(canvas.stage), color, edges=edges)
        self._under = canvas.surface.copy()
        self._back = back_surface(canvas, start.w, start.h, color)
        self._front = card_surface(canvas, scene, panel, spot, is_opaque=True)
        self._scratch = Surface(self._front.get_size(), 0, self._front)


class GlideMove(CardMove):
    """The card goes from one layout to another; its text is set for the new place."""

    def __init__(self, old_scene: Scene, old_panel: Panel, *, is_live: bool = False) -> None:
        super().__init__(GLIDE_S)
        self._is_live = is_live
        """Whether something beside the card moves too, so that nothing is kept of the surroundings."""
        self._old_scene, self._old_panel = old_scene, old_panel
        self._before: Surface | None = None
        self._after: Surface | None = None
        self._old_text: Surface | None = None
        self._new_text: Surface | None = None
        self._size = (0, 0)

    def draw(self, canvas: Canvas, scene: Scene, panel: Panel, ground: Ground) -> None:
        """The old surroundings fade into the new; the card's paper glides between the two places."""
        old = self._old_panel.spot(canvas.stage, self._old_scene)
        new = panel.spot(canvas.stage, scene)
        if old is None or new is None:
            ground(canvas, scene, panel)
            return
        if self._is_live and old.box == new.box:
            ground(canvas, scene, panel)
            panel.draw_card(canvas, scene)
            return
        if self._new_text is None or self._size != canvas.surface.get_size():
            self._prepare(canvas, scene, panel, ground, old, new)
        if self._is_live:
            ground(canvas, scene, panel)
        else:
            self._surroundings(canvas, self.elapsed_s / self.duration_s)
        box, alpha = Glide(old.box, new.box).frame(self.elapsed_s)
        turn = scene.table.turn
        card = turn.card if turn is not None else None
        color, icon = (card.theme_color, card.theme_icon) if card is not None else ("", "")
        card_frame(canvas, box, new.measures, color, icon or "speech")
        self._text(canvas, box, old, self._old_text, 255 if alpha == 0 else round(255 * (1 - alpha)))
        self._text(canvas, box, new, self._new_text, round(255 * alpha))

    def _surroundings(self, canvas: Canvas, share: float) -> None:
        if self._before is None and self._after is not None:
            canvas.surface.blit(self._after, (0, 0))
            return
        if self._before is not None:
            canvas.surface.blit(self._before, (0, 0))
        if self._after is not None and share > 0:
            self._after.set_alpha(round(255 * min(1.0, share)))
            canvas.surface.blit(self._after, (0, 0))

    def _prepare(
        self, canvas: Canvas, scene: Scene, panel: Panel, ground: Ground, old: Spot, new: Spot
    ) -> None:
        self._size = canvas.surface.get_size()
        unlogged = canvas.with_surface(canvas.surface)
        if canvas.stage.height_px <= FADED_PX and not self._is_live:
            ground(unlogged, self._old_scene, self._old_panel)
            self._before = canvas.surface.copy()
        if not self._is_live:
            ground(canvas, scene, panel)
            self._after = canvas.surface.copy()
        self._old_text = card_surface(canvas, self._old_scene, self._old_panel, old)
        self._new_text = card_surface(canvas, scene, panel, new)

    def _text(self, canvas: Canvas, box: Box, spot: Spot, text: Surface | None, alpha: int) -> None:
        """What stands on the card, without its edges, as much of it as the moving card holds."""
        if text is None or alpha <= 0:
            return
        stage = canvas.stage
        left, top = spot.measures.margin_left - 1.0, 1.0
        inside = Box(box.x + left, box.y + top, box.w - left - 3.2, box.h - 2 * top)
        source = stage.box_rect(Box(stage.left_vh + left, top, inside.w, inside.h))
        source = source.clip(text.get_rect().inflate(-stage.px(2), -stage.px(2)))
        text.set_alpha(alpha)
        with canvas.clip(inside):
            canvas.surface.blit(text, stage.box_rect(inside).topleft, source)


def card_surface(
    canvas: Canvas, scene: Scene, panel: Panel, spot: Spot, *, is_opaque: bool = False
) -> Surface:
    """The card alone on a surface of its own size: transparent, or paper to its square corners."""
    size = canvas.stage.box_rect(spot.box).size
    if is_opaque:
        surface = Surface(size, 0, 32)
        surface.fill(canvas.theme.paper)
    else:
        surface = Surface(size, pygame.SRCALPHA, 32)
    place = Spot(Box(canvas.stage.left_vh, 0.0, spot.box.w, spot.box.h), spot.measures)
    draw_card(canvas.with_surface(surface), scene, place, panel.reading, shadow=Shadow.NONE)
    return surface
