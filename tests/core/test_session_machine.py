"""Sessions that hypothesis plays: every command, valid or not, in any order, against all properties.

Derandomized, so that a run in the workshop is the run on the server; take `derandomize` away and
raise `max_examples` to look for more. A failure is printed as a short program that repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.core import commands as cmd
from game.core.plan import Phase, Stage
from tests.core.asking import GROUPS, Asker
from tests.core.properties import DECKS, Witness, next_bound

PICKS = st.lists(st.integers(0, 2**16 - 1), max_size=24)


class Chosen:
    """Picks what hypothesis chose, and the first of everything once that has run out."""

    def __init__(self) -> None:
        self._left: Iterator[int] = iter(())

    def choose(self, picks: list[int]) -> None:
        """What the next picks are."""
        self._left = iter(picks)

    def __call__(self, below: int, /) -> int:
        """The next pick."""
        return next(self._left, 0) % below


class SessionMachine(RuleBasedStateMachine):
    """A session asked for anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen = Chosen()
        self._asker = Asker(self._chosen)
        self._witness = Witness()

    @initialize(seed=st.integers(0, 2**16))
    def open_session(self, seed: int) -> None:
        """Seats, plan and keys under a seed; every plan leaves at least the easy cards without a theme."""
        rng = Random(seed)
        self._chosen.choose([rng.randrange(2**16) for _ in range(60)])
        assert self._witness.ask(self._asker.opening(DECKS)) is None

    @rule(times=st.integers(1, 9))
    def press_next(self, times: int) -> None:
        """Next, as often as a group presses it without doing anything else."""
        for _ in range(times):
            if self._witness.state.stage is not Stage.DONE:
                assert self._witness.ask(cmd.Next(self._witness.timeline.version)) is None

    @rule(swaps=st.integers(0, 3))
    def read_the_next_card(self, swaps: int) -> None:
        """Next until another card is read, or the session is done; the group may want another card."""
        number = len(self._witness.state.turns)
        for _ in range(next_bound(self._witness.state)):
            if self._witness.state.stage is Stage.DONE:
                break
            assert self._witness.ask(cmd.Next(self._witness.timeline.version)) is None
            turn = self._witness.state.turn
            if turn is not None and turn.phase is Phase.READ and turn.number > number:
                break
        for _ in range(swaps):
            self._witness.ask(cmd.SwapCard(self._witness.timeline.version))

    def _ask(self, group: str, picks: list[int]) -> None:
        self._chosen.choose(picks)
        self._witness.ask(self._asker.of_group(group, self._witness.timeline))

    @rule(picks=PICKS)
    def step(self, picks: list[int]) -> None:
        """A step for this version."""
        self._ask("step", picks)

    @rule(group=st.sampled_from(("stale step", "plan")), picks=PICKS)
    def stale_or_plan(self, group: str, picks: list[int]) -> None:
        """A step for another version, or another plan."""
        self._ask(group, picks)

    @rule(picks=PICKS)
    def write(self, picks: list[int]) -> None:
        """Something that a turn leaves behind."""
        self._ask("content", picks)

    @rule(picks=PICKS)
    def seat(self, picks: list[int]) -> None:
        """Somebody comes, goes, or changes places."""
        self._ask("seats", picks)

    @rule(picks=PICKS)
    def end(self, picks: list[int]) -> None:
        """A promise, the closing, the follow-up, an erasing."""
        self._ask("ending", picks)

    @rule(picks=PICKS)
    def undo(self, picks: list[int]) -> None:
        """Undo or redo."""
        self._ask("undo", picks)

    @invariant()
    def next_alone_reaches_the_end(self) -> None:
        """From every state, Next alone reaches the summary within a bound (looked at now and then)."""
        timeline = self._witness.timeline
        if timeline.state is not None and timeline.version % 7 == 0:
            self._witness.check_next_alone_reaches_the_end()

    def teardown(self) -> None:
        """It does so from where the session was left, too."""
        if self._witness.timeline.state is not None:
            self._witness.check_next_alone_reaches_the_end()


SessionMachine.TestCase.settings = settings(
    max_examples=120, stateful_step_count=50, deadline=None, derandomize=True, database=None
)
TestSessions = SessionMachine.TestCase


def test_every_group_of_commands_is_asked_for() -> None:
    """The machine leaves no group of commands out."""
    assert set(GROUPS) == {"step", "stale step", "content", "seats", "plan", "ending", "undo"}
