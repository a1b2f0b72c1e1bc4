"""At a later meeting: the promises come back one by one, and nobody is blamed for any of them."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import Next, RecordOutcome
from game.core.state import Outcome, PromiseForm
from game.core.views import PromiseView
from game.i18n import N_
from game.screens.base import Answer, Scene, Screen
from game.screens.foot import Foot, Hint
from game.screens.keys import Key, digit_of, key_of
from game.screens.promise_words import asked_by, is_table, latest, owner, sentence
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import FocusOrder, first_hit, press
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import half_disc
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, slip, table
from game.ui.text import CARD_TITLE, TextStyle
from game.ui.widgets import draw_choice

OUTCOMES = {
    Outcome.DID_IT: (N_("Gjorde det"), N_("hur blev det?")),
    Outcome.TRIED: (N_("Provade"), N_("vad hände?")),
    Outcome.NOT_YET: (N_("Inte än"), N_("vad kom emellan?")),
    Outcome.CHANGED: (N_("Ändrade det"), N_("vad blev det i stället?")),
}
"""What can become of a promise, and what the group may ask then."""

_WORDS = TextStyle(Face.REGULAR, 5.0, 1.25)
_SIDE = TextStyle(Face.MEDIUM, 3.4, 1.3)


class FollowUpScreen(Screen):
    """One promise at a time. Which one is shown is the screen's own affair."""

    def __init__(self) -> None:
        self.index = 0
        self.foot = Foot()
        self.focus = FocusOrder([outcome.value for outcome in OUTCOMES], None)

    def promise(self, scene: Scene) -> PromiseView | None:
        """The promise that is shown; None when there are none."""
        promises = scene.table.promises
        return promises[min(self.index, len(promises) - 1)] if promises else None

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """1–4, Enter or a press says how it went; Next shows the next promise."""
        event = self.foot.pressed(event, stage) or event
        boxes = outcome_boxes(stage)
        tapped = first_hit(event, stage, boxes)
        digit = digit_of(event)
        key = key_of(event)
        if digit is not None and digit <= len(OUTCOMES):
            tapped = list(OUTCOMES)[digit - 1]
        if key is Key.ENTER and self.focus.current is not None:
            tapped = Outcome(self.focus.current)
        if tapped is not None:
            return self._record(tapped, scene)
        if key in (Key.UP, Key.DOWN):
            (self.focus.next if key is Key.DOWN else self.focus.previous)()
            return ()
        if self.focus.handle(event):
            return ()
        if key in (Key.NEXT, Key.ENTER) or press(event, stage) is not None:
            return self._next(scene)
        if key is Key.BACK and self.index > 0:
            self._go_to(self.index - 1)
        return ()

    def _record(self, outcome: Outcome, scene: Scene) -> Sequence[Answer]:
        promise = self.promise(scene)
        if promise is None or promise.outcome is outcome:
            return ()
        return (RecordOutcome(promise.id, outcome),)

    def _next(self, scene: Scene) -> Sequence[Answer]:
        if self.index + 1 < len(scene.table.promises):
            self._go_to(self.index + 1)
            return ()
        return (Next(scene.table.version),)

    def _go_to(self, index: int) -> None:
        self.index = index
        self.focus.current = None

    # --- what it looks like

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The promise, and four ways that it may have gone."""
        _ = scene._
        table(canvas)
        promise = self.promise(scene)
        count = len(scene.table.promises)
        remark = _("löfte {n} av {count}", n=self.index + 1, count=count) if promise is not None else ""
        screen_title(canvas, _("Hur gick det?"), remark)
        if promise is not None:
            self._promise(canvas, scene, promise)
            self._outcomes(canvas, scene, promise)
        is_last = self.index + 1 >= count
        hints = [Hint(("1–4",), _("hur det gick"))]
        if self.index > 0:
            hints.append(Hint(("←",), _("tillbaka"), pygame.K_PAGEUP))
        self.foot.draw(canvas, hints, _("Klart för i dag") if is_last else _("Nästa löfte"), _("Mellanslag"))

    def _promise(self, canvas: Canvas, scene: Scene, promise: PromiseView) -> None:
        _, theme = scene._, canvas.theme
        room = canvas.stage.content
        box = Box(room.x, 13.4, room.w, 48.4) if canvas.stage.is_narrow else Box(room.x, 16.0, room.w, 45.0)
        is_typed = promise.form is PromiseForm.TYPED
        if is_typed:
            panel(canvas, box)
        else:
            slip(canvas, box, radius=2.2)
        ink, second = (theme.ink, theme.second_ink) if is_typed else (theme.slip_ink, theme.slip_second)
        half_disc(canvas, box.x, box.y + 8.4, 5.2, theme.chosen, flat="left")
        left, right = box.x + 11.0, box.right - 6.0
        canvas.shrunk(
            owner(promise, _), left, box.y + 3.0, CARD_TITLE.colored(ink).sized(6.2), right - left, 4.0
        )
        side = " · ".join(part for part in (latest(promise, _), asked_by(promise, _)) if part)
        block = canvas.layout(side, _SIDE.colored(second), right - left, max_lines=3) if side else None
        side_vh = block.height_vh + 1.6 if block is not None else 0.0
        words = sentence(promise, _, is_table=is_table(scene.table, promise))
        text_left = left
        if not is_typed:
            words = words[:1].upper() + words[1:]
            sign = "lock" if promise.form is PromiseForm.PRIVATE else "speech"
            icon(canvas, sign, left + 2.4, box.y + 15.2, 5.0, ink)
            text_left += 8.0
        text_box = Box(text_left, box.y + 11.4, right - text_left, box.h - 14.4 - side_vh)
        canvas.fit_text(words, text_box, _WORDS.colored(ink), 3.0, 5.4)
        if block is not None:
            canvas.block(block, Box(left, box.bottom - 2.6 - block.height_vh, right - left, block.height_vh))

    def _outcomes(self, canvas: Canvas, scene: Scene, promise: PromiseView) -> None:
        boxes = outcome_boxes(canvas.stage)
        order = sorted(OUTCOMES, key=lambda outcome: outcome.value == self.focus.current)
        for outcome in order:
            label, detail = OUTCOMES[outcome]
            draw_choice(
                canvas,
                boxes[outcome],
                scene._(label),
                scene._(detail),
                is_chosen=promise.outcome is outcome,
                is_focused=outcome.value == self.focus.current,
                ground="paper",
                size_vh=3.8,
            )


def outcome_boxes(stage: Stage) -> dict[Outcome, Box]:
    """Four beside each other; two and two on a narrow stage."""
    room = stage.content
    columns = 2 if stage.width_vh < 150 else 4
    width = (room.w - 2.4 * (columns - 1)) / columns
    height = 10.4 if columns == 2 else 14.0
    return {
        outcome: Box(
            room.x + (i % columns) * (width + 2.4), 64.0 + (i // columns) * (height + 1.4), width, height
        )
        for i, outcome in enumerate(OUTCOMES)
    }
