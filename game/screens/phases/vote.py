"""Vote: everybody shows on three, and the tally is tapped in. Never more votes than people present."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame
from pygame import Surface

from game.core.cards import Scale
from game.core.commands import RecordTally
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.keys import Key, digit_of, is_shifted
from game.screens.phases.card import CardReading, Spot, spot_for
from game.screens.phases.panel import Tool
from game.screens.phases.read import CardPanel
from game.ui.canvas import Canvas
from game.ui.cards import Place, side_box
from game.ui.focus import first_hit, focus_ring
from game.ui.fonts import Face
from game.ui.shapes import half_disc
from game.ui.stage import Box, Stage
from game.ui.surfaces import option
from game.ui.text import PHASE_TITLE, TextStyle
from game.ui.theme import THEMES, mix

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
GAP = 1.4
SMALLEST_VH = 3.0
LEADING = 1.2


def _height(count: int) -> float:
    """How high a choice is."""
    return 14.4 if count <= 4 else (64.2 - GAP * (count - 1)) / count


def _text_width(width: float, *, with_discs: bool) -> float:
    """How wide a choice's words may be, beside its number and, with room for them, the half-discs."""
    return width - 35.3 if with_discs else width - 8 - 8


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

    def spot(self, stage: Stage, scene: Scene) -> Spot | None:
        """The card at the left, narrower when the choices need the room."""
        return self._split(stage, scene)[0]

    def _split(self, stage: Stage, scene: Scene) -> tuple[Spot, Box]:
        """The card's spot and the column of choices: the widest card beside which every choice fits."""
        spot, side = spot_for(stage, self.place, scene), side_box(stage, self.place)
        gap, right = side.x - spot.box.right, side.right
        measures = spot.measures
        if stage.is_narrow:
            measures = replace(measures, margin_left=9.6, margin_right=3.2, title_vh=4.8)
        labels = self.labels(scene)
        blank = Canvas(Surface((1, 1)), stage, THEMES["light"], self._language(scene))
        shares = (0.5, 0.46, 0.4, 0.34) if stage.is_narrow else (0.0, 0.36, 0.3)
        for share in shares:
            width = (right - spot.box.x - gap) * share if share else spot.box.w
            card = Box(spot.box.x, spot.box.y, width, spot.box.h)
            side = Box(card.right + gap, side.y, right - card.right - gap, side.h)
            height = _height(len(labels))
            room = Box(0, 0, _text_width(side.w, with_discs=False), height - 0.8)
            words = TextStyle(Face.REGULAR, SMALLEST_VH, LEADING)
            if all(
                blank.fit(label, words, room.w, room.h, SMALLEST_VH, SMALLEST_VH, balance=True)
                for label in labels
            ):
                break
        return Spot(card, measures), side

    def _language(self, scene: Scene) -> str:
        card = self.turn(scene).card
        return scene.look.language if card is None or card.scale else card.language

    def boxes(self, stage: Stage, scene: Scene) -> dict[int, Box]:
        """Each choice's place, by its index."""
        side = self._split(stage, scene)[1]
        count = max(1, len(self.labels(scene)))
        if count <= 4:
            return {i: Box(side.x, 14.6 + 16.6 * i, side.w, 14.4) for i in range(count)}
        height = _height(count)
        return {i: Box(side.x, 14 + (height + GAP) * i, side.w, height) for i in range(count)}

    # --- what it looks like

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """The heading, how many have chosen, and the choices."""
        stage, counts = canvas.stage, self.counts(scene)
        vote = self.turn(scene).vote
        people = vote.people if vote is not None else 0
        side = self._split(stage, scene)[1]
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
        boxes = self.boxes(stage, scene)
        for index, label in enumerate(self.labels(scene)):
            if index < len(counts):
                self._option(canvas, scene, index, boxes[index], label, counts[index], is_full)
        if self._row is not None and self._row in boxes:
            focus_ring(canvas, boxes[self._row], 1.6)

    def _option(
        self, canvas: Canvas, scene: Scene, index: int, box: Box, label: str, count: int, is_full: bool
    ) -> None:
        theme = canvas.theme
        option(canvas, box)
        is_quiet = is_full and count == 0
        ink = theme.second_ink if is_quiet else theme.ink
        card = self.turn(scene).card
        sign = str(index + 1) if card is not None and card.scale else LETTERS[index % len(LETTERS)]
        bold = TextStyle(Face.BOLD, 5.4 if box.h > 10 else 4.8, 1.2, ink)
        canvas.text(sign, box.x + 2.8, box.center_y - bold.line_vh / 2, bold)
        largest = 4.5 if box.h > 10 else 3.7
        words = TextStyle(Face.REGULAR, largest, LEADING, ink)
        worded = replace(canvas, language=self._language(scene))
        narrow_w = _text_width(box.w, with_discs=True)
        has_discs = narrow_w > 40 and (
            worded.fit(label, words, narrow_w, box.h - 0.8, 3.4, largest, balance=True) is not None
        )
        room = Box(box.x + 8, box.y + 0.4, _text_width(box.w, with_discs=has_discs), box.h - 0.8)
        worded.fit_text(label, room, words, SMALLEST_VH, largest, valign="middle", balance=True)
        if has_discs:
            self._discs(canvas, box, count)
        number = str(count)
        color = mix(theme.paper, theme.second_ink, 1.0) if is_quiet else theme.ink
        canvas.text(
            number,
            box.right - 2.5,
            box.center_y - bold.line_vh / 2,
            bold.colored(color),
            align="right",
            max_width_vh=9,
        )

    def _discs(self, canvas: Canvas, box: Box, count: int) -> None:
        """A half-disc for each person, two rows above four; none when there are more than eight."""
        if not 0 < count <= 8:
            return
        color = canvas.theme.band if not canvas.theme.is_contrast else canvas.theme.ink
        if canvas.theme.name == "dark":
            color = canvas.theme.ring_right
        rows = (count,) if count <= 4 else ((count + 1) // 2, count // 2)
        small = len(rows) > 1 and box.h < 11
        r, step = (1.7, 3.8) if small else (2.0, 5.0)
        base = box.center_y + r / 2 if len(rows) == 1 else box.center_y - step / 2 + r / 2
        for row, in_row in enumerate(rows):
            for i in range(in_row):
                half_disc(canvas, box.right - 22.9 + 4.4 * i, base + row * step, r, color)

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
