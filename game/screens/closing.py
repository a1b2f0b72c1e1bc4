"""The closing: each seat makes its promise, one after the other, then all of them are seen together."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import Command, Next, StepBack
from game.screens.base import Answer, Scene, Screen
from game.screens.foot import Foot
from game.screens.keys import Key, digit_of, key_of
from game.screens.promise_drawing import chip_boxes, draw_foot, draw_form
from game.screens.promise_form import PromiseForm
from game.screens.promise_places import FIELDS, form_places
from game.screens.promise_slips import PromiseSlips
from game.ui.canvas import Canvas
from game.ui.focus import FocusOrder, first_hit, press
from game.ui.stage import Stage
from game.ui.textfield import FieldResult

ORDER = (*FIELDS, "asks", "aloud", "private")


class ClosingScreen(Screen):
    """The form of the seat whose turn it is, or the overview."""

    def __init__(self) -> None:
        self.form = PromiseForm()
        self.slips = PromiseSlips()
        self.foot = Foot()
        self.focus = FocusOrder(ORDER, "when")
        self.is_tabbing = False

    def is_overview(self, scene: Scene) -> bool:
        """Whether everybody has promised."""
        closing = scene.table.closing
        return closing is None or closing.seat is None

    @property
    def takes_text(self) -> bool:
        """Whether one of the fields is open."""
        return self.form.open_field is not None

    def shown(self, scene: Scene) -> None:
        """Another seat, another version, another language."""
        if scene.table.closing is None:
            return
        before = self.form.closing_seat
        self.form.follow(scene)
        if self.form.closing_seat != before:
            self.focus.current = "when"
            self.is_tabbing = False
            self.slips.page = 0

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The form, or all promises."""
        if self.is_overview(scene):
            self.slips.draw(canvas, scene, self.foot)
        else:
            draw_form(canvas, scene, self.form, self.focus.current if self.is_tabbing else None)
            draw_foot(canvas, scene, self.form, self.foot)

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Fields first, then what lies beside them, then the steps."""
        pressed = self.foot.pressed(event, stage)
        if pressed is not None and pressed.key == pygame.K_SPACE and self.form.open_field is not None:
            return self._step(scene, Next)
        event = pressed or event
        if self.is_overview(scene):
            return self._on_overview(event, scene, stage)
        if press(event, stage) is not None:
            return self._on_press(event, scene, stage)
        if self.form.open_field is not None:
            return self._in_field(event, scene, stage)
        return self._on_key(event, scene, stage)

    def _on_overview(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        key = key_of(event)
        if key is Key.NEXT or press(event, stage) is not None:
            return () if self.slips.turn(1, scene, stage) else (Next(scene.table.version),)
        if key is Key.BACK:
            return () if self.slips.turn(-1, scene, stage) else (StepBack(scene.table.version),)
        if key in (Key.UP, Key.DOWN):
            self.slips.turn(1 if key is Key.DOWN else -1, scene, stage)
        return ()

    def _on_press(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        places = form_places(stage)
        chip = first_hit(event, stage, chip_boxes(scene, self.form, stage))
        if chip is not None:
            return self.form.show(chip, scene)
        if not self.form.is_private(scene):
            name = first_hit(event, stage, places.fields)
            if name is not None:
                return self._press_field(name, event, scene, stage)
        targets = {
            "asks_back": places.asks_back,
            "asks_on": places.asks_on,
            "asks": places.asks,
            "aloud": places.aloud,
            "private": places.private,
        }
        target = first_hit(event, stage, targets)
        was_open = self.form.open_field is not None
        self.form.close()
        if target is not None:
            return self._activate(target, scene)
        at = press(event, stage)
        is_on_paper = at is not None and (places.sheet.contains(*at) or places.slip.contains(*at))
        if was_open or is_on_paper:
            return (self.form.draft(scene),) if was_open else ()
        return self._step(scene, Next)

    def _press_field(self, name: str, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        field = self.form.fields[name]
        if not field.is_open:
            self.form.open(name)
        self.focus.current = name
        field.box = form_places(stage).fields[name]
        field.handle(event, stage)
        return ()

    def _activate(self, target: str, scene: Scene) -> Sequence[Answer]:
        """Press what has the focus or was hit."""
        match target:
            case "asks" | "asks_on":
                return self.form.choose_asker(1, scene)
            case "asks_back":
                return self.form.choose_asker(-1, scene)
            case "aloud":
                return self.form.read_aloud(scene)
            case "private":
                return self.form.keep_private(scene)
        if self.form.is_private(scene):
            return ()
        self.focus.current = target
        self.form.open(target)
        return ()

    # --- keys

    def _in_field(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        field = self.form.open_field
        assert field is not None, "asked only while a field is open"
        field.box = form_places(stage).fields[field.id]
        match field.handle(event, stage):
            case FieldResult.CHANGED:
                return (self.form.draft(scene),)
            case FieldResult.CANCEL:
                self.form.close()
                return (self.form.draft(scene),)
            case FieldResult.SUBMIT if event.key == pygame.K_PAGEDOWN:
                return self._step(scene, Next)
            case FieldResult.SUBMIT:
                return self._submit(field.id, scene)
            case FieldResult.NEXT:
                return self._tab_on(field.id, 1, scene)
            case FieldResult.PREVIOUS:
                return self._tab_on(field.id, -1, scene)
        return ()

    def _submit(self, name: str, scene: Scene) -> Sequence[Answer]:
        """Enter goes to the next field. In the last one the promise is made; a table may make another."""
        if name != FIELDS[-1]:
            self._go_to(FIELDS[FIELDS.index(name) + 1])
            return (self.form.draft(scene),)
        if self.form.closing(scene).people == 1:
            return self._step(scene, Next)
        return self._one_more(scene)

    def _one_more(self, scene: Scene) -> Sequence[Answer]:
        """Save this promise and begin another of the same seat, or go on when nothing was typed."""
        if not self.form.has_words:
            return self._step(scene, Next)
        count = len(self.form.promises(scene))
        is_new = self.form.recorded(scene) is None
        answers = self.form.show(count + 1 if is_new else count, scene)
        self._go_to(FIELDS[0])
        return answers

    def _go_to(self, name: str) -> None:
        self.focus.current = name
        self.form.open(name)

    def _tab_on(self, name: str, by: int, scene: Scene) -> Sequence[Answer]:
        self.focus.current = name
        (self.focus.next if by > 0 else self.focus.previous)()
        self.is_tabbing = True
        target = self.focus.current
        self.form.close()
        if target in FIELDS:
            self.form.open(target)
        return (self.form.draft(scene),)

    def _on_key(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        key = key_of(event)
        is_arrow = event.type == pygame.KEYDOWN and event.key in (pygame.K_LEFT, pygame.K_RIGHT)
        if is_arrow and self.is_tabbing and self.focus.current == "asks":
            return self.form.choose_asker(1 if event.key == pygame.K_RIGHT else -1, scene)
        if self.focus.handle(event):
            self.is_tabbing = True
            return ()
        digit = digit_of(event)
        if digit is not None and digit - 1 in chip_boxes(scene, self.form, stage):
            return self.form.show(digit - 1, scene)
        match key:
            case Key.UP | Key.DOWN:
                (self.focus.next if key is Key.DOWN else self.focus.previous)()
                self.is_tabbing = True
            case Key.ENTER:
                return self._activate(self.focus.current or "when", scene)
            case Key.OPEN_TEXT:
                at = self.focus.current
                return self._activate(at if at in FIELDS else "when", scene)
            case Key.DELETE:
                return self.form.remove(scene)
            case Key.NEXT:
                return self._step(scene, Next)
            case Key.BACK:
                return self._step(scene, StepBack)
        return ()

    def _step(self, scene: Scene, kind: type[Next] | type[StepBack]) -> Sequence[Answer]:
        """A step, after the words that wait; they make a version of their own."""
        answers = self.form.saving(scene)
        self.form.close()
        made = sum(isinstance(answer, Command) for answer in answers)
        return (*answers, kind(scene.table.version + made))
