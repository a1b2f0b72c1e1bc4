"""Vote: everybody shows on three, and the tally is tapped in. Never more votes than people present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core.cards import Scale
from game.core.commands import RecordTally
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.keys import Key, digit_of, is_shifted
from game.screens.phases.card import CardReading, Spot
from game.screens.phases.panel import Tool
from game.screens.phases.read import CardPanel
from game.screens.phases.vote_layout import (
    DISC_PITCH,
    DISC_R,
    DISCS_A_ROW,
    DISCS_W,
    NUMBER_W,
    SMALLEST_VH,
    WORDS,
    VoteLayout,
    vote_layout,
)
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, Place
from game.ui.focus import first_hit, focus_ring
from game.ui.fonts import Face
from game.ui.shapes import half_disc
from game.ui.stage import Box, Stage
from game.ui.surfaces import option
from game.ui.text import PHASE_TITLE, TextStyle

STEPS = {
    Scale.AGREE: (
        N_("Håller helt med"),
        N_("Håller delvis med"),
        N_("Håller delvis inte med"),
        N_("Håller inte alls med"),
    ),
    Scale.OFTEN: (N_("Ofta"), N_("Ibland"), N_("Sällan"), N_("Aldrig")),
}
LETTERS = "ABCDEF"
RIGHT_BUTTON = 3


def bumped(counts: Sequence[int], index: int, by: int, people: int) -> tuple[int, ...] | None:
    """The tally with one vote more or less; None when nobody is left, or nobody was there."""
    changed = list(counts)
    changed[index] += by
    if changed[index] < 0 or sum(changed) > people:
        return None
    return tuple(changed)


class VotePanel(CardPanel):
    """The card at the left, what to choose between at the right."""

    place: Place = "vote"

    def __init__(self, reading: CardReading) -> None:
        super().__init__(reading)
        self._row: int | None = None

    # --- what there is

    def labels(self, scene: Scene) -> tuple[str, ...]:
        """What people choose between, in words."""
        card = self.turn(scene).card
        if card is None:
            return ()
        return tuple(scene._(step) for step in STEPS[card.scale]) if card.scale else card.options

    def counts(self, scene: Scene) -> tuple[int, ...]:
        """The tally as it stands."""
        vote = self.turn(scene).vote
        if vote is None:
            return ()
        return vote.counts if vote.counts is not None else (0,) * vote.choices

    def layout(self, stage: Stage, scene: Scene) -> VoteLayout:
        """Where everything lies, and in which size the choices are written."""
        card = self.turn(scene).card
        title, text = ("", "") if card is None else (card.title, card.text)
        face = CardFace("", "", title, text, "", "")
        scale = max(1.0, scene.look.text_scale)
        return vote_layout(stage, face, self.labels(scene), self._language(scene), scale)

    def spot(self, stage: Stage, scene: Scene) -> Spot | None:
        """The card at the left, narrower when the choices need the room."""
        return self.layout(stage, scene).spot

    def _language(self, scene: Scene) -> str:
        card = self.turn(scene).card
        return scene.look.language if card is None or card.scale else card.language

    def boxes(self, stage: Stage, scene: Scene) -> dict[int, Box]:
        """Each choice's place, by its index."""
        return dict(enumerate(self.layout(stage, scene).choices))

    # --- what it looks like

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """The heading, how many have chosen, and the choices."""
        counts, layout = self.counts(scene), self.layout(canvas.stage, scene)
        vote = self.turn(scene).vote
        people = vote.people if vote is not None else 0
        side = layout.side
        ink = canvas.theme.table_ink
        said = scene._("{n} av {of}", n=sum(counts), of=people) if sum(counts) else ""
        small = TextStyle(Face.SEMIBOLD, 3.4, 1.3, ink)
        used = canvas.width(said, small) + 3.0 if said else 0.0
        title = PHASE_TITLE.colored(ink)
        room = Box(side.x, 5.0, side.w - used, PHASE_TITLE.line_vh)
        canvas.fit_text(scene._("Alla visar på tre"), room, title, 3.4, 5.2, valign="middle")
        if said:
            canvas.text(said, side.right, 5.7, small, align="right", max_width_vh=used)
        is_full = sum(counts) >= people
        for index, label in enumerate(self.labels(scene)):
            if index < len(counts):
                self._option(canvas, scene, layout, index, label, counts[index], is_full)
        if self._row is not None and self._row < len(layout.choices):
            focus_ring(canvas, layout.choices[self._row], 1.6)

    def _option(
        self,
        canvas: Canvas,
        scene: Scene,
        layout: VoteLayout,
        index: int,
        label: str,
        count: int,
        is_full: bool,
    ) -> None:
        theme, box = canvas.theme, layout.choices[index]
        option(canvas, box)
        is_quiet = is_full and count == 0
        ink = theme.second_ink if is_quiet else theme.ink
        card = self.turn(scene).card
        sign = str(index + 1) if card is not None and card.scale else LETTERS[index % len(LETTERS)]
        bold = TextStyle(Face.BOLD, 5.4 if box.h > 10 else 4.8, 1.2, ink)
        top = box.center_y - bold.line_vh / 2
        canvas.text(sign, box.x + 2.8, top, bold)
        worded = replace(canvas, language=self._language(scene))
        room, size = layout.words_box(index), max(SMALLEST_VH, layout.size_vh)
        worded.fit_text(label, room, WORDS.colored(ink), SMALLEST_VH, size, valign="middle", balance=True)
        if layout.has_discs:
            self._discs(canvas, box, count)
        canvas.text(str(count), box.right - 2.5, top, bold, align="right", max_width_vh=9)

    def _discs(self, canvas: Canvas, box: Box, count: int) -> None:
        """A half-disc for each person, two rows above four; none when there are more than eight."""
        if not 0 < count <= 2 * DISCS_A_ROW:
            return
        color = canvas.theme.band if not canvas.theme.is_contrast else canvas.theme.ink
        if canvas.theme.name == "dark":
            color = canvas.theme.ring_right
        rows = (count,) if count <= DISCS_A_ROW else ((count + 1) // 2, count // 2)
        step = DISC_R + 1.5
        base = box.center_y + DISC_R / 2 - step * (len(rows) - 1) / 2
        left = box.right - NUMBER_W - DISCS_W + DISC_R + 0.6
        for row, in_row in enumerate(rows):
            for i in range(in_row):
                half_disc(canvas, left + DISC_PITCH * i, base + row * step, DISC_R, color)

    # --- what input means

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Presses, right presses and digits change the tally."""
        boxes = self.boxes(stage, scene)
        row = first_hit(event, stage, boxes)
        if row is not None:
            self._row = row
            return self._bump(scene, row, 1)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == RIGHT_BUTTON:
            at = stage.to_vh(event.pos)
            row = next((i for i, box in boxes.items() if box.contains(*at)), None)
            return None if row is None else self._bump(scene, row, -1)
        digit = digit_of(event)
        if digit is not None:
            if digit <= len(boxes):
                return self._bump(scene, digit - 1, -1 if is_shifted(event) else 1)
            return ()
        return super().handle(event, scene, stage)

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Up and Down choose a row; Enter and plus add to it, minus and Delete take away."""
        last = len(self.counts(scene)) - 1
        match key:
            case Key.UP:
                self._row = last if self._row is None else max(0, self._row - 1)
                return ()
            case Key.DOWN:
                self._row = 0 if self._row is None else min(last, self._row + 1)
                return ()
            case Key.ENTER | Key.MORE_TIME:
                return () if self._row is None else self._bump(scene, self._row, 1)
            case Key.LESS_TIME | Key.DELETE:
                return () if self._row is None else self._bump(scene, self._row, -1)
        return super().on_key(key, scene, stage)

    def _bump(self, scene: Scene, row: int, by: int) -> Sequence[Answer]:
        turn, counts = self.turn(scene), self.counts(scene)
        if turn.vote is None or not 0 <= row < len(counts):
            return ()
        changed = bumped(counts, row, by, turn.vote.people)
        return () if changed is None else (RecordTally(turn.number, changed),)

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Taking a vote away, for fingers."""
        return (Tool(Key.LESS_TIME, "−", N_("en mindre")), *super().tools(scene))
