"""One seat's promises as they are being made: the fields, who asks, aloud or kept to oneself.

It knows what is typed and what the session has, and turns the difference into commands.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.commands import Command, MakePromise, RemovePromise
from game.core.state import PromiseForm as Form
from game.core.state import PromiseId, SeatId
from game.core.views import ClosingView, PromiseView
from game.core.words import PROMISE_CHARACTERS
from game.screens.base import Answer, SaveDraft, Scene
from game.screens.promise_places import FIELDS
from game.ui.stage import Box
from game.ui.textfield import TextField

FIELD_VH = 4.6
_NOWHERE = Box(0, 0, 10, 10)


class PromiseForm:
    """The form of the seat whose turn it is to promise."""

    def __init__(self) -> None:
        self.fields = {
            name: TextField(
                name,
                _NOWHERE,
                "",
                PROMISE_CHARACTERS,
                size_vh=FIELD_VH,
                leading=1.22,
                padding_x=2.6,
                min_size_vh=3.0,
            )
            for name in FIELDS
        }
        self.asks: SeatId | None = None
        self.index = 0
        """Which of the seat's promises is shown; their number means a new one."""
        self._seat: SeatId | None = None
        self._shown: tuple[int, PromiseView | None] = (0, None)

    # --- what is shown

    @property
    def closing_seat(self) -> SeatId | None:
        """Whose form it is."""
        return self._seat

    def closing(self, scene: Scene) -> ClosingView:
        """Whose promises are being made."""
        closing = scene.table.closing
        assert closing is not None, "the closing stage has a closing"
        return closing

    def promises(self, scene: Scene) -> list[PromiseView]:
        """What the seat has promised so far."""
        return [promise for promise in scene.table.promises if promise.seat == self._seat]

    def recorded(self, scene: Scene) -> PromiseView | None:
        """The promise that is shown, as the session has it; None for a new one."""
        made = self.promises(scene)
        return made[self.index] if self.index < len(made) else None

    def is_private(self, scene: Scene) -> bool:
        """Whether the shown promise is kept to oneself."""
        promise = self.recorded(scene)
        return promise is not None and promise.form is Form.PRIVATE

    @property
    def open_field(self) -> TextField | None:
        """The field that takes keys."""
        return next((field for field in self.fields.values() if field.is_open), None)

    def close(self) -> None:
        """No field takes keys any more."""
        for field in self.fields.values():
            field.close()

    def open(self, name: str) -> None:
        """Let one field take keys."""
        self.close()
        self.fields[name].open()

    @property
    def has_words(self) -> bool:
        """Whether anything is typed."""
        return any(field.text.strip() for field in self.fields.values())

    def follow(self, scene: Scene) -> None:
        """Look at a new scene: another seat, or a promise that undo or another hand changed."""
        seat = self.closing(scene).seat
        is_new = seat != self._seat
        if is_new:
            self._seat = seat
            self.close()
            self.index = self._drafted_index(scene)
        self.index = min(self.index, len(self.promises(scene)))
        shown = (self.index, self.recorded(scene))
        if is_new or shown != self._shown:
            self._load(scene, is_elsewhere=is_new or self.index != self._shown[0])

    def show(self, index: int, scene: Scene) -> Sequence[Answer]:
        """Go to another of the seat's promises; what is typed is saved first."""
        answers = self.saving(scene)
        self.close()
        self.index = index
        if not answers:
            self._load(scene, is_elsewhere=True)
        return answers

    def _load(self, scene: Scene, *, is_elsewhere: bool) -> None:
        promise = self.recorded(scene)
        self._shown = (self.index, promise)
        if promise is not None and promise.form is Form.PRIVATE and not is_elsewhere:
            # What was typed stays in the fields, out of sight, in case one changes one's mind.
            return
        draft = scene.draft if self._drafted_index(scene) == self.index else {}
        for name, field in self.fields.items():
            kept = getattr(promise, name) if promise is not None else ""
            words = draft.get(self._key(name), kept)
            if words != field.text:
                field.set_text(words)
        recorded = promise.asks if promise is not None else None
        drafted = draft.get(self._key("asks"))
        self.asks = recorded if drafted is None else self._seat_of(scene, drafted)

    def _seat_of(self, scene: Scene, wanted: str) -> SeatId | None:
        return next((seat.id for seat in scene.table.seats if seat.id == wanted), None)

    # --- drafts

    def _key(self, name: str) -> str:
        return f"promise:{self._seat}:{name}"

    def _drafted_index(self, scene: Scene) -> int:
        """Which promise the draft belongs to; the first when there is no draft for this seat."""
        of = scene.draft.get(self._key("of"))
        if of is None:
            return 0
        made = self.promises(scene)
        return next((i for i, promise in enumerate(made) if promise.id == of), len(made))

    def draft(self, scene: Scene) -> SaveDraft:
        """What is typed and not in the session; nothing when it is the same."""
        promise = self.recorded(scene)
        if not self.has_changes(scene):
            return SaveDraft({})
        words = {self._key(name): field.text for name, field in self.fields.items()}
        words[self._key("asks")] = self.asks or ""
        words[self._key("of")] = promise.id if promise is not None else ""
        return SaveDraft(words)

    # --- commands

    def has_changes(self, scene: Scene) -> bool:
        """Whether the form says something else than the session."""
        promise = self.recorded(scene)
        if promise is None:
            return self.has_words or self.asks is not None
        if promise.form is Form.PRIVATE:
            return False
        if promise.asks != self.asks:
            return True
        return any(field.text.strip() != getattr(promise, name) for name, field in self.fields.items())

    def saving(self, scene: Scene) -> Sequence[Answer]:
        """What puts the form into the session; nothing when it is there already."""
        if not self.has_changes(scene):
            return ()
        form = Form.PRIVATE if self.is_private(scene) else Form.TYPED
        return (SaveDraft({}), self._command(scene, form))

    def keep_private(self, scene: Scene) -> Sequence[Answer]:
        """There is a promise, and nothing else is recorded of it."""
        if self.is_private(scene):
            return ()
        return (SaveDraft({}), self._command(scene, Form.PRIVATE))

    def read_aloud(self, scene: Scene) -> Sequence[Answer]:
        """A private promise becomes one for the group: the words typed before, or said aloud."""
        if not self.is_private(scene):
            return ()
        return (SaveDraft({}), self._command(scene, Form.TYPED))

    def remove(self, scene: Scene) -> Sequence[Answer]:
        """Take the shown promise back."""
        promise = self.recorded(scene)
        return () if promise is None else (SaveDraft({}), RemovePromise(promise.id))

    def _command(self, scene: Scene, form: Form) -> Command:
        assert self._seat is not None, "the overview has no form"
        promise = self.recorded(scene)
        promise_id = promise.id if promise is not None else PromiseId(scene.new_id())
        if form is Form.TYPED and not self.has_words:
            form = Form.ALOUD
        if form is not Form.TYPED:
            return MakePromise(promise_id, self._seat, form, asks=self.asks)
        texts = {
            name: scene.new_text(field.text.strip()) if field.text.strip() else None
            for name, field in self.fields.items()
        }
        return MakePromise(promise_id, self._seat, form, texts["when"], texts["will"], texts["by"], self.asks)

    # --- who asks

    def askers(self, scene: Scene) -> list[tuple[SeatId | None, str]]:
        """Nobody, then everyone else at the table."""
        others = [(seat.id, seat.name) for seat in scene.table.seats if seat.id != self._seat]
        return [(None, ""), *others]

    def choose_asker(self, by: int, scene: Scene) -> Sequence[Answer]:
        """The next or previous one who may ask; nobody asks about a promise that is kept to oneself."""
        if self.is_private(scene):
            return ()
        ids = [seat for seat, _name in self.askers(scene)]
        at = ids.index(self.asks) if self.asks in ids else 0
        self.asks = ids[(at + by) % len(ids)]
        return (self.draft(scene),)

    def asker_name(self, scene: Scene) -> str:
        """Who asks; empty when nobody is chosen or may know that there is something to ask about."""
        if self.is_private(scene):
            return ""
        return next((name for seat, name in self.askers(scene) if seat == self.asks), "")
