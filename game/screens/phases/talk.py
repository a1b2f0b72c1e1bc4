"""Talk: open talk with the prompts beside the card, opened one by one. Nothing moves but the ring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core.commands import HidePrompt, RevealPrompt
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.keys import Key, digit_of
from game.screens.phases.card import CardReading, Spot, back_index, spot_for
from game.screens.phases.moving import Move
from game.screens.phases.panel import Tool
from game.screens.phases.read import CardPanel
from game.screens.phases.rings import coaster_ring, draw_coaster, draw_small_ring
from game.screens.phases.talk_layout import TEXT_LEFT, SlipPlace, TalkLayout, talk_layout
from game.ui.canvas import Canvas
from game.ui.cards import slip_back
from game.ui.fonts import Face
from game.ui.motion import OPEN_SLIP_S, OpenSlip
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip
from game.ui.text import PHASE_TITLE, TextBlock, TextStyle
from game.ui.theme import Color

RING_VH = 8.0


class TalkPanel(CardPanel):
    """The card, the open prompts, and the backs of those that are not opened yet."""

    status = N_("leder")
    more_s = 60

    def __init__(self, reading: CardReading) -> None:
        super().__init__(reading)
        self._seen: tuple[int, ...] | None = None
        self._opening: tuple[int, Move] | None = None

    def _has_column(self, scene: Scene) -> bool:
        """Whether prompts, open or known to exist, need room beside the card."""
        turn = self.turn(scene)
        return bool(turn.prompts or turn.prompts_hidden)

    def _layout(self, stage: Stage, scene: Scene) -> TalkLayout:
        turn = self.turn(scene)
        return talk_layout(stage, scene, turn.prompts, turn.prompts_hidden or 0)

    def spot(self, stage: Stage, scene: Scene) -> Spot | None:
        """Large; narrower when the prompts need the room."""
        if not self._has_column(scene):
            return spot_for(stage, "think", scene)
        return self._layout(stage, scene).spot

    # --- what it looks like

    def ring_box(self, stage: Stage, scene: Scene) -> Box | None:
        """Beside the heading; without prompts the coaster's."""
        if not self._has_column(scene):
            return coaster_ring(stage, "think")
        return _ring_in(self._layout(stage, scene).column)

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """Heading, ring and prompts; without prompts the large ring."""
        if not self._has_column(scene):
            draw_coaster(canvas, scene, "think", scene._("Samtala"), below=scene._("Alla får vara med"))
            return
        layout = self._layout(canvas.stage, scene)
        self._head(canvas, scene, layout.column)
        color = canvas.theme.back_color(back_index(scene))
        for box in layout.backs:
            slip_back(canvas, box, color)
        for place in layout.slips:
            self._slip(canvas, place)
            if self._opening is not None and place.prompt.number == self._opening[0]:
                closed = OpenSlip().closed_part(place.box, self._opening[1].elapsed_s)
                if closed is not None:
                    with canvas.clip(closed):
                        slip_back(canvas, place.box, color)

    def _head(self, canvas: Canvas, scene: Scene, column: Box) -> None:
        turn, ink = self.turn(scene), canvas.theme.table_ink
        right = column.right
        if scene.clock.planned_s is not None:
            ring = _ring_in(column)
            draw_small_ring(canvas, scene, ring.x, ring.y, ring.w)
            right -= RING_VH + 2.4
        title = PHASE_TITLE.colored(ink)
        words = scene._("Samtala")
        canvas.text(words, column.x, 5.0, title, max_width_vh=right - column.x)
        if turn.prompts_hidden is None:
            return
        count = len(turn.prompts)
        said = scene._("{n} av {of}", n=count, of=count + turn.prompts_hidden)
        small = TextStyle(Face.SEMIBOLD, 3.0, 1.3, ink)
        room = right - column.x - canvas.width(words, title) - 2.0
        if canvas.width(said, small) <= room:
            canvas.text(said, right, 6.0, small, align="right", max_width_vh=room)

    def _slip(self, canvas: Canvas, place: SlipPlace) -> None:
        box, ink = place.box, canvas.theme.slip_ink
        slip(canvas, box)
        size = 4.8 if place.is_newest else min(4.4, box.h * 0.6)
        number = TextStyle(Face.BOLD, size, 1.2, ink)
        canvas.text(str(place.prompt.number), box.x + 2.3, box.center_y - number.line_vh / 2, number)
        room = Box(box.x + TEXT_LEFT, box.y, box.w - TEXT_LEFT - 1.2, box.h)
        block = place.block
        canvas.block(_inked(block, ink), room, valign="middle")

    # --- what input means

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Digits open prompts out of order."""
        digit = digit_of(event)
        if digit is not None:
            turn = self.turn(scene)
            if turn.prompts_hidden is not None:
                is_open = any(prompt.number == digit for prompt in turn.prompts)
                if is_open or digit > len(turn.prompts) + turn.prompts_hidden:
                    return ()
            return (RevealPrompt(scene.table.version, digit - 1),)
        return super().handle(event, scene, stage)

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """H hides the prompt that was opened last."""
        if key is Key.HIDE:
            return (HidePrompt(scene.table.version),) if self.turn(scene).prompts else ()
        return super().on_key(key, scene, stage)

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Hiding a prompt."""
        hide = (Tool(Key.HIDE, "H", N_("göm frågan")),) if self.turn(scene).prompts else ()
        return (*hide, *super().tools(scene))

    # --- movement

    def changed(self, scene: Scene) -> None:
        """A prompt that has just been opened opens from its top edge."""
        numbers = tuple(prompt.number for prompt in self.turn(scene).prompts)
        if self._seen is not None and len(numbers) == len(self._seen) + 1:
            self._opening = None if scene.look.is_motion_reduced else (numbers[-1], Move(OPEN_SLIP_S))
        elif numbers != self._seen:
            self._opening = None
        self._seen = numbers

    @property
    def is_moving(self) -> bool:
        """Whether a prompt is opening."""
        return self._opening is not None

    def advance(self, dt_s: float) -> bool:
        """Open a little more."""
        if self._opening is None:
            return False
        move = self._opening[1]
        is_changed = move.advance(dt_s)
        if move.is_done:
            self._opening = None
        return is_changed

    def settle(self) -> None:
        """Every open prompt lies open."""
        self._opening = None


def _ring_in(column: Box) -> Box:
    return Box(column.right - RING_VH, 3.6, RING_VH, RING_VH)


def _inked(block: TextBlock, ink: Color) -> TextBlock:
    """The same lines in the slip's ink."""
    return replace(block, style=block.style.colored(ink))
