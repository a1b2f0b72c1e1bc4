"""What every phase of a turn has in common: where the card lies, what a key means, which words wait.

A panel lives as long as its phase of its turn. It draws what lies on the table; the people on the band,
the pile and all motion between phases belong to `game.screens.table`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.core.commands import Command, LengthenPhase, Next, SkipPhase, StepBack
from game.core.views import TurnView
from game.i18n import N_
from game.screens.base import Answer, Say, Scene, ToggleClock
from game.screens.keys import Key
from game.screens.phases.card import CardReading, Spot, draw_card
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage


@dataclass(frozen=True, slots=True)
class Tool:
    """A key that can be pressed with the pointer too: what it is called on its cap, and what it does."""

    key: Key
    cap: str
    label: str
    """A message of this program, not yet translated."""


class Panel:
    """A phase of a turn. The base shows the card alone and answers the keys that all phases have."""

    status = N_("på tur")
    """What the one whose turn it is does, under the name."""
    has_pile = True
    """Whether the pile peeks in from the right."""
    has_card = True
    """Whether the card lies on the table."""
    more_s = 60
    """How much a press of plus adds to the phase, in seconds."""

    def __init__(self, reading: CardReading) -> None:
        self.reading = reading

    # --- what it looks like

    def spot(self, stage: Stage, scene: Scene) -> Spot | None:
        """Where the card lies, or None when there is no card on the table."""
        return None

    def ring_box(self, stage: Stage, scene: Scene) -> Box | None:
        """Where a ring shows the phase's time, or None."""
        return None

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """Draw what lies on the table beside the card."""

    def draw_over(self, canvas: Canvas, scene: Scene) -> None:
        """Draw what lies on the card."""

    def draw_card(self, canvas: Canvas, scene: Scene) -> None:
        """Draw the card where it lies."""
        spot = self.spot(canvas.stage, scene)
        if spot is not None:
            draw_card(canvas, scene, spot, self.reading)

    # --- what input means

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Answer an event before its key is looked up; None leaves it to the table."""
        return None

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Answer a key (or the tool that stands for it); None when it means nothing here."""
        match key:
            case Key.NEXT:
                return self.step(scene, Next)
            case Key.BACK:
                return self.step(scene, StepBack)
            case Key.SKIP:
                return self.step(scene, SkipPhase)
            case Key.EASY if self.has_card:
                self.reading.toggle_easy(scene)
                return ()
            case Key.CLOCK if self.has_clock(scene):
                return (ToggleClock(),)
            case Key.MORE_TIME:
                return self._lengthen(scene, self.more_s)
            case Key.LESS_TIME:
                return self._lengthen(scene, -self.more_s)
        return None

    def step(self, scene: Scene, kind: type[Next] | type[StepBack] | type[SkipPhase]) -> Sequence[Answer]:
        """A step, after the words that wait. Each content command makes a version of its own."""
        words = self.words(scene)
        made = sum(isinstance(answer, Command) for answer in words)
        return (*words, kind(scene.table.version + made))

    def words(self, scene: Scene) -> Sequence[Answer]:
        """What has been typed or chosen here and is not yet in the session."""
        return ()

    def changed(self, scene: Scene) -> None:
        """The view, the language or the draft changed while the phase goes on."""

    @property
    def takes_text(self) -> bool:
        """Whether a text field is open."""
        return False

    @property
    def is_moving(self) -> bool:
        """Whether something of the panel's own moves."""
        return False

    def advance(self, dt_s: float) -> bool:
        """Let time pass for the panel's own movements; whether it must be drawn again."""
        return False

    def settle(self) -> None:
        """Finish the panel's own movements."""

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Keys that the pointer can press here, besides back and skip."""
        tools: list[Tool] = []
        if self.has_card and self.reading.has_easy(scene):
            tools.append(Tool(Key.EASY, "E", N_("lättläst")))
        if self.has_clock(scene):
            tools.append(Tool(Key.CLOCK, "C", N_("klockan")))
            tools.append(Tool(Key.MORE_TIME, "+", N_("mer tid")))
        return tools

    # --- help for the phases

    def turn(self, scene: Scene) -> TurnView:
        """The running turn; every panel but the empty table's has one."""
        turn = scene.table.turn
        assert turn is not None, "a phase belongs to a turn"
        return turn

    def has_clock(self, scene: Scene) -> bool:
        """Whether the phase has a planned time."""
        turn = scene.table.turn
        return turn is not None and turn.planned_s is not None

    def _lengthen(self, scene: Scene, seconds: int) -> Sequence[Answer] | None:
        planned_s = self.turn(scene).planned_s if scene.table.turn else None
        if planned_s is None:
            return None
        if planned_s + seconds <= 0:
            return (Say(scene._("Kortare än så går det inte.")),)
        words = N_("{n} sekunder till") if seconds > 0 else N_("{n} sekunder mindre")
        said = scene._(words, n=abs(seconds))
        if abs(seconds) == 60:
            said = scene._("En minut till") if seconds > 0 else scene._("En minut mindre")
        return (LengthenPhase(scene.table.version, seconds), Say(said))
