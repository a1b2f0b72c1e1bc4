"""A session's versions: version n is the state after n accepted commands.

Undo goes back to the version before, redo to the version before the undo; both are accepted
commands themselves and make a new version that equals an old one. Versions before an erasing
are out of reach, because its words are gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.core import commands as cmd
from game.core import events as ev
from game.core.evolve import evolve, without_words
from game.core.refusals import Refusal, Refused
from game.core.rules import decide as decide_by_rules
from game.core.state import State


@dataclass(frozen=True, slots=True)
class Timeline:
    """All versions of a session so far. `states[n - 1]` is version n; version 0 is nothing yet."""

    states: tuple[State, ...] = ()
    past: tuple[int, ...] = ()
    """Versions that undo leads back through, the nearest last."""
    future: tuple[int, ...] = ()
    """Versions that redo leads to, the nearest last."""

    @property
    def version(self) -> int:
        """How many commands were accepted."""
        return len(self.states)

    @property
    def state(self) -> State | None:
        """The present state; None before the session is opened."""
        return self.states[-1] if self.states else None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to redo."""
        return bool(self.future)


def decide(timeline: Timeline, command: cmd.Command) -> list[ev.Event] | Refused:
    """The events of an accepted command, or why it is refused. Pure."""
    if isinstance(command, cmd.Undo):
        if not timeline.past:
            # Beyond the opening, only an erasing leaves nothing on either side.
            is_erased = timeline.version > 1 and not timeline.future
            return Refused(Refusal.CANNOT_BE_UNDONE if is_erased else Refusal.NOTHING_TO_UNDO)
        return [ev.WentBackTo(timeline.past[-1])]
    if isinstance(command, cmd.Redo):
        if not timeline.future:
            return Refused(Refusal.NOTHING_TO_REDO)
        return [ev.WentBackTo(timeline.future[-1])]
    if isinstance(command, cmd.EraseTexts) and timeline.states:
        # Words that were replaced still lie in earlier versions, and are somebody's all the same.
        known = {text for state in timeline.states for text in state.text_ids()}
        if not command.texts or not known.issuperset(command.texts):
            return Refused(Refusal.UNKNOWN_TEXT)
        return [ev.TextsErased(command.texts)]
    if isinstance(command, cmd.Step) and command.version != timeline.version:
        return Refused(Refusal.STALE)
    return decide_by_rules(timeline.state, command)


def advance(timeline: Timeline, events: Sequence[ev.Event]) -> Timeline:
    """The timeline after one command's events, as `decide` gave them or the journal kept them.

    Raises ValueError or TypeError for events that cannot follow; such a journal is damaged.
    """
    if not events:
        raise ValueError("a command has at least one event")
    first = events[0]
    if isinstance(first, ev.WentBackTo):
        return _go_back(timeline, first.version)
    state = timeline.state
    for event in events:
        state = evolve(state, event)
    assert state is not None, "folding an event gives a state"
    erased = frozenset(t for event in events if isinstance(event, ev.TextsErased) for t in event.texts)
    if erased:
        # No earlier version may bring the words back.
        bare = tuple(without_words(earlier, erased) for earlier in timeline.states)
        return Timeline((*bare, state))
    past = (*timeline.past, timeline.version) if timeline.version else ()
    return Timeline((*timeline.states, state), past)


def _go_back(timeline: Timeline, version: int) -> Timeline:
    if not 1 <= version <= timeline.version:
        raise ValueError(f"no version {version} to go back to")
    states = (*timeline.states, timeline.states[version - 1])
    if timeline.past and timeline.past[-1] == version:
        return Timeline(states, timeline.past[:-1], (*timeline.future, timeline.version))
    if timeline.future and timeline.future[-1] == version:
        return Timeline(states, (*timeline.past, timeline.version), timeline.future[:-1])
    raise ValueError(f"version {version} is neither the undo's nor the redo's")
