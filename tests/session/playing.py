"""A group that plays at random, the same way every time under one seed.

It asks for every command there is, so that what is kept and read back covers them all.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

from game.core import commands as cmd
from game.core.plan import Plan, Preset, Stage
from game.core.state import Keep, Mark, Outcome, PromiseForm, State, Turn
from game.session.host import Accepted, Answer, Host, Source
from tests.session.building import file_of, open_session, opened

WORDS = ["vi", "ringer", "tillbaka", "samma", "dag", "och", "säger", "när", "vi", "inte", "vet", "än"]

ACTS = 500
"""How often a killed player, and the same one that is not killed, asks for something."""


def digest(state: State | None) -> str:
    """A fingerprint of everything in a state."""
    return sha256(repr(state).encode()).hexdigest()[:16]


class RandomGroup:
    """Plays a session through its host, opening it first when there is none."""

    def __init__(self, host: Host, seed: int) -> None:
        self.host = host
        self._rng = Random(seed)

    def act(self) -> Answer:
        """Ask for one thing; it may be refused."""
        if self.host.version == 0:
            return open_session(self.host, cards=2 + self._rng.randrange(4))
        if self._rng.random() < 0.1:
            self.host.save_draft({"field": "takeaway", "words": self._words(9)})
        return self.host.submit(self._command(), self._rng.choice(list(Source)))

    def accept(self, times: int) -> None:
        """Ask until so many commands were accepted, or a bound is reached."""
        for _ in range(times * 40):
            if isinstance(self.act(), Accepted):
                times -= 1
            if times <= 0:
                return

    def _command(self) -> cmd.Command:
        state = self.host.state
        assert state is not None
        if self._rng.random() < 0.55:
            return cmd.Next(self.host.version)
        choices = [self._step, self._content, self._seating, self._ending, self._undoing]
        return self._rng.choice(choices)(state)

    def _step(self, state: State) -> cmd.Command:
        version = self.host.version
        makers: list[Callable[[], cmd.Command]] = [
            lambda: cmd.StepBack(version),
            lambda: cmd.SkipPhase(version),
            lambda: cmd.SwapCard(version),
            lambda: cmd.PassTurn(version),
            lambda: cmd.PassSpeech(version),
            lambda: cmd.HandOver(version, self._rng.choice(state.seats).id),
            lambda: cmd.RevealPrompt(version, self._rng.randrange(3)),
            lambda: cmd.HidePrompt(version),
            lambda: cmd.LengthenPhase(version, 30),
            lambda: cmd.OneMoreCard(version, self.host.new_keys(len(state.shelf.keys))),
        ]
        return self._rng.choice(makers)()

    def _content(self, state: State) -> cmd.Command:
        if not state.turns:
            return cmd.AcceptRules(self._rng.choice([True, False, None]))
        turn: Turn = self._rng.choice(state.turns)
        choice = self._rng.randrange(3)
        if choice == 0:
            return cmd.WriteOwnCard(turn.number, self.host.new_text(self._words(8)), self._rng.random() < 0.5)
        if choice == 1:
            size = state.shelf.choices(turn.card) if turn.card is not None else 2
            return cmd.RecordTally(turn.number, tuple(self._rng.randrange(2) for _ in range(size)))
        mark = self._rng.choice([None, *Mark])
        return cmd.RecordTakeaway(turn.number, self.host.new_text(self._words(6)), mark, False)

    def _seating(self, state: State) -> cmd.Command:
        seat = self._rng.choice(state.seats).id
        name = f"Gäst {self._rng.randrange(1000)}"
        order = [other.id for other in state.seats if other.presence != "left"]
        self._rng.shuffle(order)
        plan = Plan(self._rng.choice(list(Preset)), 2 + self._rng.randrange(3), max_intensity=2)
        makers: list[Callable[[], cmd.Command]] = [
            lambda: cmd.AddSeat(self.host.new_seat(name, 1 + self._rng.randrange(4))),
            lambda: cmd.RenameSeat(seat, self.host.new_text(name)),
            lambda: cmd.MarkAway(seat),
            lambda: cmd.MarkBack(seat),
            lambda: cmd.RemoveSeat(seat),
            lambda: cmd.ReorderSeats(tuple(order)),
            lambda: cmd.ChangePlan(plan),
        ]
        return self._rng.choice(makers)()

    def _ending(self, state: State) -> cmd.Command:
        if state.stage in (Stage.OPENING, Stage.PLAY):
            texts = sorted(state.text_ids())
            if self._rng.random() < 0.3:
                return cmd.EraseTexts((self._rng.choice(texts),))
            return cmd.BeginClosing(self.host.version) if self._rng.random() < 0.1 else cmd.Undo()
        promises = [promise.id for promise in state.promises]
        known = self._rng.choice(promises) if promises else self.host.new_promise_id()
        makers: list[Callable[[], cmd.Command]] = [
            lambda: self._promise(state),
            lambda: self._promise(state),
            lambda: cmd.RemovePromise(known),
            lambda: cmd.KeepSession(self._rng.choice(list(Keep))),
            lambda: cmd.BeginFollowUp(),
            lambda: cmd.RecordOutcome(known, self._rng.choice(list(Outcome))),
        ]
        return self._rng.choice(makers)()

    def _promise(self, state: State) -> cmd.Command:
        seat, asks = self._rng.choice(state.seats).id, self._rng.choice(state.seats).id
        form = self._rng.choice(list(PromiseForm))
        will = self.host.new_text(self._words(5)) if form is PromiseForm.TYPED else None
        return cmd.MakePromise(self.host.new_promise_id(), seat, form, will=will, asks=asks)

    def _undoing(self, state: State) -> cmd.Command:
        return cmd.Undo() if self._rng.random() < 0.6 else cmd.Redo()

    def _words(self, count: int) -> str:
        return " ".join(self._rng.choice(WORDS) for _ in range(count))


def closed_session(folder: Path, accepted: int = 20, seed: int = 3) -> tuple[Path, str]:
    """A played and closed session's file, and a fingerprint of its state."""
    host = opened(folder, seed)
    RandomGroup(host, seed).accept(accepted)
    assert host.close() is None
    return file_of(host), digest(host.state)
