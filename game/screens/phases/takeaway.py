"""Takeaway: one line that the group takes with it, and whether it is a strength or to improve."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import RecordTakeaway
from game.core.state import Mark
from game.core.words import TAKEAWAY_CHARACTERS
from game.i18n import N_
from game.screens.base import Answer, SaveDraft, Scene
from game.screens.keys import Key, digit_of
from game.screens.phases.card import CardReading
from game.screens.phases.moving import Move
from game.screens.phases.panel import Tool
from game.screens.phases.writing import WritingPanel
from game.ui.band import KeyHint, key_hints, screen_title
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring
from game.ui.fonts import Face
from game.ui.motion import CHOICE_S, ease_out
from game.ui.stage import Box, Stage
from game.ui.text import SCREEN_TITLE, TextStyle, ellipsize
from game.ui.textfield import TextField
from game.ui.widgets import checkbox

CHOICES = {
    "strength": (N_("Redan en styrka"), N_("så gör vi i dag")),
    "improve": (N_("Att förbättra"), N_("hit vill vi")),
    "manager": (N_("Behöver chefen"), N_("lyfts på nästa APT")),
}
FIELD_VH = 6.4
NO_NAMES = N_("Inga namn på patienter, kunder eller kollegor.")


class TakeawayPanel(WritingPanel):
    """The line, its mark, and whether the manager is needed."""

    status = N_("skriver")
    has_pile = False
    has_card = False
    name = "takeaway"

    def __init__(self, reading: CardReading) -> None:
        blank = Box(0, 0, 10, 10)
        field = TextField(
            "takeaway",
            blank,
            "",
            TAKEAWAY_CHARACTERS,
            size_vh=FIELD_VH,
            leading=1.28,
            is_multiline=False,
            is_paper=True,
            padding_x=6,
            min_size_vh=3.4,
        )
        super().__init__(reading, field)
        self._filling: dict[str, Move] = {}
        self._was_on: frozenset[str] | None = None

    def field_box(self, stage: Stage) -> Box:
        """Across the table."""
        room = stage.content
        return Box(room.x, 18, room.w, 25)

    def choices(self, stage: Stage) -> dict[str, Box]:
        """Two marks and, after a rule, the manager."""
        room = stage.content
        w = (room.w - 8.8) / 3
        return {
            "strength": Box(room.x, 47.5, w, 13),
            "improve": Box(room.x + w + 2.4, 47.5, w, 13),
            "manager": Box(room.right - w, 47.5, w, 13),
        }

    def recorded(self, scene: Scene) -> str:
        """The recorded line."""
        takeaway = self.turn(scene).takeaway
        return (takeaway.text or "") if takeaway is not None else ""

    def chosen(self, scene: Scene) -> frozenset[str]:
        """Which choices are on."""
        takeaway = self.turn(scene).takeaway
        if takeaway is None:
            return frozenset()
        on = {takeaway.mark.value} if takeaway.mark is not None else set()
        return frozenset(on | ({"manager"} if takeaway.needs_manager else set()))

    # --- what input means

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """1, 2 and 3 are the choices while the field is closed."""
        digit = None if self.field.is_open else digit_of(event)
        if digit is not None:
            return self.choose(list(CHOICES)[digit - 1], scene) if digit <= len(CHOICES) else ()
        return super().handle(event, scene, stage)

    def record(self, scene: Scene) -> Sequence[Answer]:
        """The line with the choices as they stand."""
        return (self._command(scene, self.chosen(scene)),)

    def choose(self, choice: str, scene: Scene) -> Sequence[Answer]:
        """Choose a mark, or take it back; the manager is a choice of its own."""
        on = set(self.chosen(scene))
        if choice in on:
            on.discard(choice)
        else:
            if choice != "manager":
                on -= {mark.value for mark in Mark}
            on.add(choice)
        return (self._command(scene, frozenset(on)), SaveDraft({}))

    def _command(self, scene: Scene, on: frozenset[str]) -> RecordTakeaway:
        text = self.field.text.strip()
        mark = next((mark for mark in Mark if mark.value in on), None)
        words = scene.new_text(text) if text else None
        return RecordTakeaway(self.turn(scene).number, words, mark, "manager" in on)

    # --- movement

    def changed(self, scene: Scene) -> None:
        """A choice that has just been made fills."""
        super().changed(scene)
        on = self.chosen(scene)
        if self._was_on is not None and not scene.look.is_motion_reduced:
            self._filling = {choice: Move(CHOICE_S) for choice in on - self._was_on}
        self._was_on = on

    @property
    def is_moving(self) -> bool:
        """Whether a choice is filling."""
        return bool(self._filling)

    def advance(self, dt_s: float) -> bool:
        """Fill a little more."""
        if not self._filling:
            return False
        is_changed = False
        for move in self._filling.values():
            is_changed = move.advance(dt_s) or is_changed
        self._filling = {choice: move for choice, move in self._filling.items() if not move.is_done}
        return is_changed

    def settle(self) -> None:
        """Every choice is full."""
        self._filling = {}

    # --- what it looks like

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """Title, field, choices, keys and the note."""
        _, stage = scene._, canvas.stage
        card = self.turn(scene).card
        remark = _("från kortet {title}", title=card.title) if card is not None and card.title else ""
        title, words = _("Vad tar vi med oss?"), TextStyle(Face.MEDIUM, 3.4, 1.3)
        room = stage.content.w - canvas.width(title, SCREEN_TITLE) - 5.0
        remark = ellipsize(stage, remark, words, room) if room > 24 else ""
        screen_title(canvas, title, remark)
        self.field.box = self.field_box(stage)
        self.field.size_vh = FIELD_VH * max(1.0, scene.look.text_scale)
        self.field.placeholder = _("Skriv en rad, eller säg den högt för varandra.")
        is_ringed = self.is_tabbing and self.focus == "field"
        self.field.draw(canvas, is_focused=is_ringed)
        self._choices(canvas, scene)
        self._below(canvas, scene)

    def _choices(self, canvas: Canvas, scene: Scene) -> None:
        boxes, on = self.choices(canvas.stage), self.chosen(scene)
        bold = TextStyle(Face.BOLD, 4.0, 1.22)
        widest = max(canvas.width(scene._(label), bold) for label, _ in CHOICES.values())
        for choice, (label, detail) in CHOICES.items():
            box = boxes[choice]
            said = scene._(label)
            more = scene._(detail) if widest <= box.w - 11 else ""
            filled = choice in on
            move = self._filling.get(choice)
            checkbox(canvas, box, said, more, is_on=filled and move is None)
            if filled and move is not None:
                share = ease_out(move.elapsed_s / CHOICE_S)
                with canvas.clip(Box(box.x, box.y, box.w * share, box.h + 3)):
                    checkbox(canvas, box, said, more, is_on=True)
            if self.is_tabbing and not self.field.is_open and self.focus == choice:
                focus_ring(canvas, box, 1.6)
        rule = (boxes["improve"].right + boxes["manager"].x) / 2
        canvas.vline(rule - 0.1, 49, 10, 0.2, canvas.theme.table_ink)

    def _below(self, canvas: Canvas, scene: Scene) -> None:
        _ = scene._
        if self.field.is_open:
            hints = (
                KeyHint(("↵",), _("sparar och går vidare")),
                KeyHint((_("Tabb"),), _("till valen")),
                KeyHint(("Esc",), _("lämnar raden")),
            )
        else:
            on = _("sparar och går vidare") if self.field.text.strip() else _("vi säger det högt")
            hints = (
                KeyHint(("T",), _.context("tangent", "skriver")),
                KeyHint(("1", "2", "3"), _("väljer")),
                KeyHint((_("Mellanslag"),), on),
            )
        room = canvas.stage.content
        key_hints(canvas, hints, x=room.x, cy=65.4, on="table", max_width_vh=room.w)
        note = TextStyle(Face.MEDIUM, 3.0, 1.3, canvas.theme.table_ink)
        canvas.text(_(NO_NAMES), room.x, 69.4, note, max_width_vh=room.w)

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Writing."""
        return (Tool(Key.OPEN_TEXT, "T", N_("skriv")),)
