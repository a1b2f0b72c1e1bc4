"""A phase with one text field: it opens on request, keeps a draft, and its words go before every step."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import Next
from game.screens.base import Answer, SaveDraft, Scene
from game.screens.keys import Key
from game.screens.phases.card import CardReading
from game.screens.phases.panel import Panel
from game.ui.focus import press
from game.ui.stage import Box, Stage
from game.ui.textfield import FieldResult, TextField


class WritingPanel(Panel):
    """The field's life. A phase says where it is, what is recorded, and how words become a command."""

    name = ""
    """What drafts of this phase are called."""

    def __init__(self, reading: CardReading, field: TextField) -> None:
        super().__init__(reading)
        self.field = field
        self.focus = "field"
        """What Tab stands on: the field or one of the choices."""
        self._is_tabbing = False
        self._recorded: str | None = None

    # --- what a phase fills in

    def field_box(self, stage: Stage) -> Box:
        """Where the field lies."""
        raise NotImplementedError

    def recorded(self, scene: Scene) -> str:
        """The words that the session has; empty when there are none."""
        raise NotImplementedError

    def choices(self, stage: Stage) -> dict[str, Box]:
        """The places of what can be chosen beside the field."""
        return {}

    def record(self, scene: Scene) -> Sequence[Answer]:
        """The command that records the words as they stand."""
        raise NotImplementedError

    def choose(self, choice: str, scene: Scene) -> Sequence[Answer]:
        """What a press on a choice does."""
        raise NotImplementedError

    # --- the field's life

    def changed(self, scene: Scene) -> None:
        """Take up the draft, or the words that undo or another hand brought."""
        recorded = self.recorded(scene)
        if self._recorded is None:
            self.field.set_text(scene.draft.get(self.draft_key(scene), recorded))
        elif recorded != self._recorded:
            self.field.set_text(recorded)
        self._recorded = recorded

    def draft_key(self, scene: Scene) -> str:
        """The draft's name: the phase and the turn."""
        return f"{self.name}:{self.turn(scene).number}"

    def draft(self, scene: Scene) -> SaveDraft:
        """The words as they stand, to be saved; nothing when the session has them."""
        if self.field.text == self.recorded(scene):
            return SaveDraft({})
        return SaveDraft({self.draft_key(scene): self.field.text})

    def has_unsaved(self, scene: Scene) -> bool:
        """Whether the field holds other words than the session."""
        return self.field.text.strip() != self.recorded(scene).strip()

    def words(self, scene: Scene) -> Sequence[Answer]:
        """Unsaved words go before the step."""
        if not self.has_unsaved(scene):
            return ()
        return (*self.record(scene), SaveDraft({}))

    @property
    def takes_text(self) -> bool:
        """Whether the field is open."""
        return self.field.is_open

    @property
    def is_tabbing(self) -> bool:
        """Whether the focus is to be seen."""
        return self._is_tabbing

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """The open field first; then Tab and presses on the choices."""
        self.field.box = self.field_box(stage)
        for choice, box in self.choices(stage).items():
            at = press(event, stage)
            if at is not None and box.contains(*at):
                self.field.close()
                self.focus = choice
                return self.choose(choice, scene)
        was_open = self.field.is_open
        result = self.field.handle(event, stage)
        if result is not FieldResult.IGNORED:
            return self._after(result, scene)
        if was_open:
            return self._outside(event, scene, stage)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_TAB:
            return self._tab(-1 if event.mod & pygame.KMOD_SHIFT else 1, stage)
        return None

    def _after(self, result: FieldResult, scene: Scene) -> Sequence[Answer]:
        if result in (FieldResult.NEXT, FieldResult.PREVIOUS):
            self.field.close()
            self.focus = "field"
            self._tab(1 if result is FieldResult.NEXT else -1)
            return (self.draft(scene),)
        if result is FieldResult.SUBMIT:
            self.field.close()
            return self.step(scene, Next)
        if result is FieldResult.CANCEL:
            self.field.close()
            return (self.draft(scene),)
        return (self.draft(scene),) if result is FieldResult.CHANGED else ()

    def _outside(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """A press beside the open field leaves it, and nothing more."""
        if press(event, stage) is None:
            return ()
        self.field.close()
        return (self.draft(scene),)

    def _tab(self, by: int, stage: Stage | None = None) -> Sequence[Answer]:
        places = ["field", *self.choices(stage or Stage(1920, 1080))]
        if self._is_tabbing or self.focus != "field" or stage is None:
            at = places.index(self.focus) if self.focus in places else 0
            self.focus = places[(at + by) % len(places)]
        self._is_tabbing = True
        return ()

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """T opens the field, Enter opens or presses what has the focus, Up and Down move it."""
        match key:
            case Key.OPEN_TEXT:
                return self._open()
            case Key.ENTER:
                return self._open() if self.focus == "field" else self.choose(self.focus, scene)
            case Key.UP:
                return self._tab(-1, stage)
            case Key.DOWN:
                return self._tab(1, stage)
        return super().on_key(key, scene, stage)

    def _open(self) -> Sequence[Answer]:
        self.focus = "field"
        self.field.open()
        return ()
