"""What holds of every session, whoever plays it and however: held against each command asked.

`Witness` follows one session. `random_session` plays one by chance under a seed, which the tests of
the mutants use, and so may any other test that needs a group that plays. The program is asked
through its modules, so that a rule which a test has broken on purpose is really the one asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from game.core import commands as cmd
from game.core import events as ev
from game.core import timeline as core
from game.core import viewing
from game.core.cards import Deck
from game.core.evolve import evolve
from game.core.plan import Phase, Stage
from game.core.refusals import Refusal, Refused
from game.core.state import PromiseForm, State
from game.core.timeline import Timeline
from tests.core.asking import Asker
from tests.core.oracle import BrokenRuleError, Oracle, require
from tests.core.playground import leaks, secret_deck

LANGUAGES = ("sv", "en", "de")
"""Two that the decks have and one that they have not."""

DECKS = (secret_deck("sv"), secret_deck("en"))


class Witness:
    """Holds every property against every command of one session."""

    def __init__(self) -> None:
        self.timeline = Timeline()
        self._oracles = [Oracle()]
        self._replayed: list[State] = []
        """The versions, folded anew without the timeline's help."""

    @property
    def state(self) -> State:
        """The present state of a session that is open."""
        assert self.timeline.state is not None, "no session is open"
        return self.timeline.state

    def ask(self, command: cmd.Command) -> Refused | None:
        """Ask for a command and hold everything against what comes of it. Raises BrokenRuleError."""
        before, looks = self.timeline, repr(self.timeline.state)
        answer = core.decide(before, command)
        again = core.decide(before, command)
        require(answer == again, "deciding is pure", command)
        require(repr(self.timeline.state) == looks, "a state never changes", command)
        if isinstance(answer, Refused):
            self._refused(before, command, answer)
            return answer
        self._accepted(before, command, answer)
        return None

    # --- refused

    def _refused(self, before: Timeline, command: cmd.Command, answer: Refused) -> None:
        require(isinstance(answer.reason, Refusal), "every refusal has a reason", answer)
        if isinstance(command, cmd.Step) and command.version != before.version:
            require(answer.reason is Refusal.STALE, "a stale step is refused as stale", answer)
        elif isinstance(command, cmd.Next):
            is_done = before.state is not None and before.state.stage is Stage.DONE
            require(is_done, "Next is refused only when all is done", answer)

    # --- accepted

    def _accepted(self, before: Timeline, command: cmd.Command, events: Sequence[ev.Event]) -> None:
        if isinstance(command, cmd.Step):
            require(command.version == before.version, "a stale step is refused as stale", command)
        after = core.advance(before, events)
        require(after.version == before.version + 1, "an accepted command makes one version", command)
        self.timeline = after
        self._replay(events)
        self._check_undo(before, after, command)
        self._check_views(after)
        self._check_state(self.state)

    def _replay(self, events: Sequence[ev.Event]) -> None:
        """Fold the events as a journal is read, and let the oracle judge them."""
        first = events[0]
        if isinstance(first, ev.WentBackTo):
            self._oracles.append(self._oracles[first.version])
            self._replayed.append(self._replayed[first.version - 1])
        else:
            state = self._replayed[-1] if self._replayed else None
            oracle = self._oracles[-1]
            for event in events:
                state = evolve(state, event)
                oracle = oracle.after(event)
            assert state is not None, "folding gives a state"
            self._oracles.append(oracle)
            self._replayed.append(state)
        erased = [one for event in events if isinstance(event, ev.TextsErased) for one in event.texts]
        if erased:
            self._replayed = [evolve(one, ev.TextsErased(tuple(erased))) for one in self._replayed]
            reachable = {t.id: t.body for one in self.timeline.states for t in one.texts()}
            require(all(reachable.get(one) is None for one in erased), "erased words never come back", erased)
        require(self._replayed[-1] == self.timeline.state, "a replay equals the live session", events)

    def _check_undo(self, before: Timeline, after: Timeline, command: cmd.Command) -> None:
        if isinstance(command, cmd.Undo):
            self._check_back(after, cmd.Redo(), before, "redo after undo is the same state")
        elif isinstance(command, cmd.Redo):
            self._check_back(after, cmd.Undo(), before, "undo after redo is the same state")
        elif before.version and after.can_undo:
            undone = self._check_back(after, cmd.Undo(), before, "undo is the state before")
            self._check_back(undone, cmd.Redo(), after, "redo after undo is the same state")

    def _check_back(self, at: Timeline, command: cmd.Command, wanted: Timeline, rule: str) -> Timeline:
        answer = core.decide(at, command)
        if isinstance(answer, Refused):
            raise BrokenRuleError(rule, answer)
        there = core.advance(at, answer)
        require(there.state == wanted.state, rule, command)
        require(there.version == at.version + 1, "an accepted command makes one version", command)
        return there

    # --- what is shown, and what holds in every state

    def _check_views(self, timeline: Timeline) -> None:
        language = LANGUAGES[timeline.version % len(LANGUAGES)]
        state = self.state
        table = viewing.table_view(timeline, language)
        facilitator = viewing.facilitator_view(timeline, language)
        leaked = list(leaks(table, state))
        require(not leaked, "the table never sees what is the facilitator's", leaked)
        require(facilitator.table == table, "the facilitator sees the same table")
        turn = state.turn
        opened = () if turn is None else turn.revealed
        counted = tuple(one.number - 1 for one in facilitator.prompts if one.is_revealed)
        require(counted == tuple(sorted(opened)), "the facilitator sees what is revealed", counted)
        if table.turn is None:
            return
        require(table.turn.phase in table.turn.phases, "the phase is one of the turn's", table.turn.phases)
        if state.plan.facilitator_mode:
            hidden = table.turn.prompts_hidden
            require(hidden is None, "in facilitator mode the table is not told of more", hidden)
        else:
            count = len(facilitator.prompts) - len(table.turn.prompts)
            require(table.turn.prompts_hidden == count, "the table is told how many remain", count)

    def _check_state(self, state: State) -> None:
        for turn in state.turns:
            if turn.tally is None:
                continue
            choices = 0 if turn.card is None else state.shelf.choices(turn.card)
            require(len(turn.tally) == choices, "a tally counts the choices of its card", turn)
        for promise in state.promises:
            words = [one for one in (promise.when, promise.will, promise.by) if one is not None]
            if promise.form is not PromiseForm.TYPED:
                require(not words, "only a typed promise has words", promise)
            if promise.form is PromiseForm.PRIVATE:
                require(promise.asks is None, "of a private promise nothing else is recorded", promise)
        if state.turn is not None:
            has_card = state.turn.card is not None
            is_drawn = state.turn.phase is not Phase.DRAW
            require(has_card == is_drawn, "a card is in hand after the draw, and only then", state.turn)

    def check_next_alone_reaches_the_end(self) -> None:
        """Press nothing but Next from here, without changing the session that is followed."""
        timeline = self.timeline
        for _ in range(next_bound(self.state)):
            if timeline.state is not None and timeline.state.stage is Stage.DONE:
                return
            answer = core.decide(timeline, cmd.Next(timeline.version))
            if isinstance(answer, Refused):
                raise BrokenRuleError("Next alone reaches the summary", answer)
            timeline = core.advance(timeline, answer)
        raise BrokenRuleError("Next alone reaches the summary", timeline.state)


def next_bound(state: State) -> int:
    """So many Nexts suffice from a state: its cards to play, each with phases, prompts and two rounds
    of speakers; then the promises.
    """
    prompts = max(len(state.shelf.card(key).prompts) for key in state.shelf.keys)
    speakers = 2 * len(state.seats)
    if state.turn is not None and state.turn.round is not None:
        speakers += len(state.turn.round.speakers)
    turns = min(max(state.plan.cards - state.cards_played, 0), len(state.pile)) + 1
    return turns * (len(Phase) + prompts + speakers) + len(state.seats) + 5


def random_session(seed: int, commands: int = 70, decks: Sequence[Deck] = DECKS) -> Witness:
    """Play one session by chance, the same for the same seed. Raises BrokenRuleError."""
    rng = Random(seed)
    asker, witness = Asker(rng.randrange), Witness()
    assert witness.ask(asker.opening(decks)) is None, "the secret decks have a card for every plan"
    for number in range(commands):
        witness.ask(asker.command(witness.timeline))
        if number % 20 == 0:
            witness.check_next_alone_reaches_the_end()
    witness.check_next_alone_reaches_the_end()
    return witness


def first_broken(seeds: Sequence[int], commands: int = 70) -> BrokenRuleError | None:
    """The first property that a session under these seeds breaks; None when all hold."""
    for seed in seeds:
        try:
            random_session(seed, commands)
        except BrokenRuleError as broken:
            return broken
    return None
