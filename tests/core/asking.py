"""Every command there is, made for the session as it stands: most can be accepted, some cannot.

Whoever picks decides what becomes of it: a seeded `Random.randrange`, or hypothesis. A pick takes a
number above 0 and gives one from 0 up to, and not including, it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeVar

from game.core import commands as cmd
from game.core.cards import Deck, Kind
from game.core.draw import KEY_LIMIT
from game.core.plan import Plan, Preset, Stage, ThemeKey
from game.core.state import Keep, Mark, Outcome, PromiseForm, PromiseId, Seat, SeatId, SessionId, State
from game.core.timeline import Timeline
from game.core.words import Text, TextId
from tests.core.playground import THEMES

T = TypeVar("T")
Makers = tuple[Callable[[], cmd.Command], ...]


class Pick(Protocol):
    """Chooses a number from 0 up to, and not including, `below`."""

    def __call__(self, below: int, /) -> int:
        """The number."""


class Asker:
    """Makes commands, with fresh ids, for a session that is open."""

    def __init__(self, pick: Pick) -> None:
        self._pick = pick
        self._count = 0

    def opening(self, decks: Sequence[Deck]) -> cmd.OpenSession:
        """A session of 1–5 seats, persons or tables, and any plan."""
        seats = tuple(self._seat(f"Gäst {i}") for i in range(1 + self._pick(5)))
        dealt = self._keys(sum(len(deck.cards) for deck in decks))
        return cmd.OpenSession(SessionId("prov"), tuple(decks), seats, self._plan(), dealt)

    def command(self, timeline: Timeline) -> cmd.Command:
        """Any command; many are Next, or the session would never get anywhere."""
        is_played = timeline.state is None or timeline.state.stage in (Stage.OPENING, Stage.PLAY)
        if self._pick(100) < (40 if is_played else 20):
            return cmd.Next(timeline.version)
        return self.of_group(self._one(OFTEN if is_played else OFTEN_AT_THE_END), timeline)

    def of_group(self, group: str, timeline: Timeline) -> cmd.Command:
        """A command of one of the GROUPS."""
        assert timeline.state is not None, "only an open session is asked"
        makers = GROUPS[group](self, timeline.version, timeline.state)
        return self._one(makers)()

    # --- the parts of commands

    def _one(self, of: Sequence[T]) -> T:
        return of[self._pick(len(of))]

    def _fresh(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def _seat(self, name: str) -> Seat:
        fresh = self._fresh("seat")
        return Seat(SeatId(fresh), Text(TextId(f"name-{fresh}"), name), 1 + self._pick(4))

    def _some_seat(self, state: State) -> SeatId:
        return self._one((*(seat.id for seat in state.seats), SeatId("nobody")))

    def _text(self) -> Text:
        words = self._one(("Vi ringer tillbaka samma dag", "", " ", "ä" * 120, "ö" * 161, "å" * 401))
        return Text(TextId(self._fresh("text")), words)

    def _keys(self, count: int) -> tuple[int, ...]:
        return tuple((self._pick(2**16) * 2**37 + i) % KEY_LIMIT for i in range(count))

    def _plan(self) -> Plan:
        weights = tuple((ThemeKey(f"hemlig/{name}"), self._pick(4)) for name in THEMES if self._pick(3) == 0)
        cards, ceiling = self._pick(8), 1 + self._pick(3)
        is_on = self._pick(2) == 0
        return Plan(self._one(list(Preset)), max(1, cards - 1), None, ceiling, weights, is_on)

    def _turn(self, state: State) -> int:
        return 1 + self._pick(len(state.turns) + 1)

    def _promise(self, state: State) -> PromiseId:
        return self._one((*(promise.id for promise in state.promises), PromiseId("none")))

    # --- commands by what they are about

    def steps(self, version: int, state: State) -> Makers:
        """Steps for this version."""
        return (
            lambda: cmd.StepBack(version),
            lambda: cmd.SkipPhase(version),
            lambda: cmd.SwapCard(version),
            lambda: cmd.PassTurn(version),
            lambda: cmd.PassSpeech(version),
            lambda: cmd.HandOver(version, self._some_seat(state)),
            lambda: cmd.RevealPrompt(version, self._pick(5)),
            lambda: cmd.HidePrompt(version),
            lambda: cmd.LengthenPhase(version, 30 * self._pick(5) - 60),
            lambda: cmd.OneMoreCard(version, self._keys(len(state.shelf.keys))),
        )

    def stale_steps(self, version: int, state: State) -> Makers:
        """Steps for another version."""
        return lambda: cmd.Next(version - 1), lambda: cmd.StepBack(version + 1)

    def contents(self, version: int, state: State) -> Makers:
        """What a turn leaves behind."""

        def own_card() -> cmd.Command:
            own = [t.number for t in state.turns if t.card and state.shelf.card(t.card).kind is Kind.OWN]
            turn = self._one(own) if own and self._pick(4) else self._turn(state)
            return cmd.WriteOwnCard(turn, self._text(), self._pick(2) == 0)

        def tally() -> cmd.Command:
            turn = self._turn(state)
            found = state.turn_numbered(turn)
            choices = state.shelf.choices(found.card) if found is not None and found.card is not None else 2
            return cmd.RecordTally(turn, tuple(self._pick(3) for _ in range(choices)))

        def takeaway() -> cmd.Command:
            mark = self._one((None, *Mark))
            return cmd.RecordTakeaway(self._turn(state), self._text(), mark, self._pick(2) == 0)

        return own_card, tally, takeaway

    def seating(self, version: int, state: State) -> Makers:
        """Who is there, and in what order."""
        away = [seat.id for seat in state.seats if not seat.is_present]
        order = [seat.id for seat in state.seats if seat.presence != "left"]
        cut = self._pick(len(order) + 1)
        return (
            lambda: cmd.AddSeat(self._seat(f"Gäst {self._pick(12)}")),
            lambda: cmd.RenameSeat(self._some_seat(state), self._text()),
            lambda: cmd.MarkAway(self._some_seat(state)),
            lambda: cmd.MarkBack(self._one(away) if away else self._some_seat(state)),
            lambda: cmd.RemoveSeat(self._some_seat(state)),
            lambda: cmd.ReorderSeats((*order[cut:], *order[:cut])),
        )

    def planning(self, version: int, state: State) -> Makers:
        """The opening, and another plan."""
        return (
            lambda: cmd.ChangePlan(self._plan()),
            lambda: cmd.AcceptRules(self._one((True, False, None))),
        )

    def ending(self, version: int, state: State) -> Makers:
        """The closing and what comes after it."""

        def promise() -> cmd.Command:
            form = self._one(list(PromiseForm))
            will = self._text() if form is PromiseForm.TYPED or self._pick(4) == 0 else None
            asks = self._some_seat(state) if self._pick(2) else None
            name = self._promise(state) if self._pick(4) == 0 else PromiseId(self._fresh("promise"))
            return cmd.MakePromise(name, self._some_seat(state), form, will=will, asks=asks)

        def seldom() -> cmd.Command:
            text = self._one((*sorted(state.text_ids()), TextId("none")))
            keep = self._one(list(Keep))
            rare = cmd.BeginClosing(version), cmd.KeepSession(keep), cmd.EraseTexts((text,)), cmd.Undo()
            return self._one(rare)

        return (
            promise,
            promise,
            lambda: cmd.RemovePromise(self._promise(state)),
            lambda: cmd.BeginFollowUp(),
            lambda: cmd.RecordOutcome(self._promise(state), self._one(list(Outcome))),
            lambda: seldom() if self._pick(3) == 0 else cmd.StepBack(version),
        )

    def undoing(self, version: int, state: State) -> Makers:
        """Undo, half as often redo."""
        return cmd.Undo, cmd.Undo, cmd.Redo


GROUPS: Mapping[str, Callable[[Asker, int, State], Makers]] = {
    "step": Asker.steps,
    "stale step": Asker.stale_steps,
    "content": Asker.contents,
    "seats": Asker.seating,
    "plan": Asker.planning,
    "ending": Asker.ending,
    "undo": Asker.undoing,
}

OFTEN = ("stale step", "plan", "ending", "undo", *(["seats", "content"] * 2), *(["step"] * 5))
"""How often a command of a group is asked for."""

OFTEN_AT_THE_END = (*OFTEN, *(["ending"] * 24))
