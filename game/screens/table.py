"""The table during play: the phase that runs, the people on the band, and the motion between views.

What lies on the table in a phase belongs to the panels of `game.screens.phases`. This screen chooses the
panel, gives it the input, and shows how one view became the next.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame

from game.core.plan import Phase
from game.core.state import Presence
from game.core.views import TableView, TurnView
from game.screens.base import Answer, ClockView, Scene, Screen
from game.screens.keys import Key, key_of
from game.screens.pause import pause
from game.screens.phases.card import CardReading, back_index
from game.screens.phases.draw import DrawPanel, EmptyTable
from game.screens.phases.moves import CardMove, FlipMove, GlideMove, RiseMove
from game.screens.phases.panel import Panel
from game.screens.phases.people import lit_index, marks_of
from game.screens.phases.read import ReadPanel
from game.screens.phases.round import RoundPanel
from game.screens.phases.takeaway import TakeawayPanel
from game.screens.phases.talk import TalkPanel
from game.screens.phases.think import PairsPanel, ThinkPanel
from game.screens.phases.tools import NEAR_Y, SHOWN_S, draw_tools, tool_buttons, tools_of
from game.screens.phases.vote import VotePanel
from game.screens.phases.write import WritePanel
from game.ui.canvas import Canvas
from game.ui.cards import pile_peek
from game.ui.focus import moved, press
from game.ui.people import draw_people
from game.ui.stage import Box, Stage
from game.ui.surfaces import table

PANELS: dict[Phase, Callable[[CardReading], Panel]] = {
    Phase.DRAW: DrawPanel,
    Phase.READ: ReadPanel,
    Phase.WRITE: WritePanel,
    Phase.THINK: ThinkPanel,
    Phase.VOTE: VotePanel,
    Phase.PAIRS: PairsPanel,
    Phase.ROUND: RoundPanel,
    Phase.TALK: TalkPanel,
    Phase.TAKEAWAY: TakeawayPanel,
}
PEOPLE_Y = 80.0
"""Below this a press means the people on the band, not the stage."""


class TableScreen(Screen):
    """Play, from the first draw to the closing."""

    def __init__(self) -> None:
        self._reading = CardReading()
        self._panel: Panel = EmptyTable(self._reading)
        self._key: tuple[str, int, Phase] | None = None
        self._scene: Scene | None = None
        self._card_move: CardMove | None = None
        self._rise: RiseMove | None = None
        self._tools_s = 0.0
        self._told = ClockView()
        """The time as it was drawn last."""
        self._looked_at = self._told
        """The time that `stale` has judged."""

    # --- views

    def shown(self, scene: Scene) -> None:
        """Take up a new view; what changed since the last one is what moves."""
        before, old_panel, old_key = self._scene, self._panel, self._key
        turn = scene.table.turn if _has_people(scene.table) else None
        key = None if turn is None else (str(scene.table.session), turn.number, turn.phase)
        self._reading.follow(scene)
        if key != old_key or before is None:
            self._panel = EmptyTable(self._reading) if turn is None else PANELS[turn.phase](self._reading)
            self._key = key
        if turn is not None:
            self._panel.changed(scene)
        self._scene = scene
        if before is None or before.table.version != scene.table.version:
            self._card_move = self._rise = None
            if before is not None and not scene.look.is_motion_reduced:
                self._derive_moves(before, old_panel, scene)

    def _derive_moves(self, before: Scene, old_panel: Panel, scene: Scene) -> None:
        old, new = before.table, scene.table
        was, now = lit_index(old), lit_index(new)
        if was != now and len(old.seats) == len(new.seats):
            self._rise = RiseMove(was, now)
        self._card_move = _card_move(before, old_panel, scene)

    def _follow(self, scene: Scene) -> None:
        if self._scene is None or scene.view is not self._scene.view:
            self.shown(scene)

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """The open field first; a running animation is finished by any press; then the phase."""
        self._follow(scene)
        if self._panel.takes_text:
            return self._panel.handle(event, scene, stage) or ()
        at = press(event, stage)
        key = key_of(event)
        if self.is_moving and (at is not None or event.type == pygame.KEYDOWN):
            self.settle()
            if key is Key.NEXT or (at is not None and at[1] < PEOPLE_Y):
                return ()
        if self._near(event, stage) or (at is not None and at[1] >= PEOPLE_Y):
            return self._band(at, scene, stage)
        if event.type == pygame.KEYDOWN:
            self._tools_s = 0.0
        answers = self._panel.handle(event, scene, stage)
        if answers is not None:
            return answers
        if at is not None:
            key = Key.NEXT
        if key is None:
            return ()
        return self._panel.on_key(key, scene, stage) or ()

    def _near(self, event: pygame.Event, stage: Stage) -> bool:
        at = moved(event, stage)
        return at is not None and at[1] >= NEAR_Y

    def _band(self, at: tuple[float, float] | None, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """The pointer on the band brings the tools; a press on one of them is its key."""
        was_shown = self._tools_s > 0
        self._tools_s = SHOWN_S
        if at is None or not was_shown:
            return ()
        for tool, button in tool_buttons(stage, tools_of(self._panel, scene), scene):
            if button.box.contains(*at):
                if tool.key is Key.PAUSE:
                    return pause(scene)
                return self._panel.on_key(tool.key, scene, stage) or ()
        self._tools_s = 0.0
        return ()

    # --- time

    def advance(self, dt_s: float, scene: Scene) -> bool:
        """Moves go on; the ring is `stale`'s."""
        self._follow(scene)
        is_changed = self._panel.advance(dt_s)
        if self._card_move is not None:
            is_changed = self._card_move.advance(dt_s) or is_changed
            if self._card_move.is_done:
                self._card_move = None
        if self._rise is not None:
            is_changed = self._rise.advance(dt_s) or is_changed
            if self._rise.is_done:
                self._rise = None
        if self._tools_s > 0:
            self._tools_s = max(0.0, self._tools_s - dt_s)
            is_changed = is_changed or self._tools_s == 0
        return is_changed

    def stale(self, scene: Scene, stage: Stage) -> Box | None:
        """The ring, when its arcs have grown by a pixel."""
        clock = scene.clock
        if clock is self._looked_at or clock is self._told:
            return None
        self._looked_at = clock
        grown = abs(clock.share - self._told.share)
        box = self._panel.ring_box(stage, scene) if grown > 0 else None
        if box is None:
            return None
        half_way_round_px = box.w / 2 * math.pi * stage.scale
        is_seen = grown * half_way_round_px >= 1 or clock.share == 1
        return box if is_seen else None

    def settle(self) -> None:
        """Finish every animation."""
        self._card_move = self._rise = None
        self._panel.settle()

    @property
    def is_moving(self) -> bool:
        """Whether the card, a disc or something of the phase moves."""
        return self._card_move is not None or self._rise is not None or self._panel.is_moving

    @property
    def takes_text(self) -> bool:
        """Whether the phase's field is open."""
        return self._panel.takes_text

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The table, the phase, and the people or the tools on the band."""
        self._follow(scene)
        self._told = scene.clock
        if self._card_move is not None:
            self._card_move.draw(canvas, scene, self._panel, _ground)
        else:
            _ground(canvas, scene, self._panel)
            self._panel.draw_card(canvas, scene)
            self._panel.draw_over(canvas, scene)
        if self._tools_s > 0:
            draw_tools(canvas, tools_of(self._panel, scene), scene)
        else:
            rise = self._rise.rise() if self._rise is not None else None
            draw_people(canvas, marks_of(scene.table, scene._, canvas.stage), rise=rise)


def _has_people(view: TableView) -> bool:
    """Whether anybody is present to play."""
    return any(seat.presence is Presence.PRESENT for seat in view.seats)


def _ground(canvas: Canvas, scene: Scene, panel: Panel) -> None:
    """The table with everything on it but the card."""
    table(canvas)
    if panel.has_pile and scene.table.pile.cards_left > 0:
        pile_peek(canvas, scene.table.pile.cards_left, canvas.theme.back_color(back_index(scene)))
    panel.draw_under(canvas, scene)


def _card_move(before: Scene, old_panel: Panel, scene: Scene) -> CardMove | None:
    """How the card went from the old view to the new."""
    old, new = before.table.turn, scene.table.turn
    if not (_has_people(before.table) and _has_people(scene.table)):
        return None
    if old is None or new is None or old.number != new.number or new.card is None:
        return None
    if old.card is None:
        return FlipMove(from_middle=True) if new.phase is Phase.READ else None
    if new.phase is Phase.READ and old.phase is Phase.READ:
        return FlipMove(from_middle=False) if _is_swapped(before.table, scene.table, old, new) else None
    if Phase.TAKEAWAY in (old.phase, new.phase):
        return None
    if old.phase is new.phase and len(old.prompts) == len(new.prompts):
        return None
    return GlideMove(before, old_panel, is_live=old.phase is new.phase)


def _is_swapped(old_view: TableView, new_view: TableView, old: TurnView, new: TurnView) -> bool:
    """Whether another card lies there, not the same one in another language."""
    return old.card != new.card and old_view.language == new_view.language
