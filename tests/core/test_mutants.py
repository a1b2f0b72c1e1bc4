"""The properties can fail: each rule is broken on purpose, and the property that guards it says so.

A mutant replaces one function of the program while the same random groups play as without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pytest

from game.core import commands as cmd
from game.core import draw, steps, timeline, turns, unfolding, viewing
from game.core import events as ev
from game.core.cards import CardKey
from game.core.evolve import evolve
from game.core.plan import Phase, Plan
from game.core.refusals import Refused
from game.core.shelf import Shelf
from game.core.state import SeatId, State
from game.core.timeline import Timeline
from game.core.unfolding import Unfolding
from game.core.views import CardView, TurnView
from tests.core.properties import first_broken

SEEDS = range(60)

Patch = pytest.MonkeyPatch
Mutant = Callable[[Patch], None]


def seat_check_skipped(patch: Patch) -> None:
    """The next turn goes to the first who is present, whoever had one."""

    def first_present(state: State) -> SeatId | None:
        return next((seat for seat in state.lap_order if seat in {s.id for s in state.present}), None)

    patch.setattr(turns, "next_in_lap", first_present)


def lap_cut_short(patch: Patch) -> None:
    """A lap is over when two have had their turn."""
    real = turns.next_in_lap

    def only_two(state: State) -> SeatId | None:
        return None if len(state.had_turn) >= 2 else real(state)

    patch.setattr(turns, "next_in_lap", only_two)


def card_repeated(patch: Patch) -> None:
    """A pile that is ordered anew holds the cards that were played, but for the last one."""
    real = draw.pile_order

    def from_most(
        shelf: Shelf, plan: Plan, keys: Mapping[CardKey, int], used: Sequence[CardKey] = (), *_: object
    ) -> tuple[CardKey, ...]:
        return real(shelf, plan, keys, used[-1:])

    patch.setattr(draw, "pile_order", from_most)


def theme_repeated(patch: Patch) -> None:
    """The top card is drawn, whatever its theme."""

    def top(shelf: Shelf, pile: Sequence[CardKey], *_: object) -> CardKey | None:
        return pile[0] if pile else None

    patch.setattr(draw, "next_card", top)


def note_leaked(patch: Patch) -> None:
    """The facilitator's note is shown as the plain-language text."""
    real = viewing._card

    def with_note(state: State, key: CardKey, language: str, *rest: object) -> CardView:
        view = real(state, key, language, *rest)  # type: ignore[arg-type]  # handed on as they came
        return replace(view, easy=state.shelf.edition(key, language).card.note)

    patch.setattr(viewing, "_card", with_note)


def prompts_counted_on_the_table(patch: Patch) -> None:
    """In facilitator mode the shared screen is told how many prompts remain."""
    real = viewing._turn

    def counting(state: State, language: str) -> TurnView | None:
        return real(replace(state, plan=replace(state.plan, facilitator_mode=False)), language)

    patch.setattr(viewing, "_turn", counting)


def redo_dropped(patch: Patch) -> None:
    """An undo forgets what it took back."""
    real = timeline._go_back
    patch.setattr(timeline, "_go_back", lambda at, version: replace(real(at, version), future=()))


def undo_two_steps(patch: Patch) -> None:
    """An undo goes back one version too far."""
    real = timeline._go_back

    def too_far(at: Timeline, version: int) -> Timeline:
        there, is_undo = real(at, version), version in at.past[-1:]
        return replace(there, states=(*there.states[:-1], there.states[max(0, version - 1 - is_undo)]))

    patch.setattr(timeline, "_go_back", too_far)


def event_lost(patch: Patch) -> None:
    """The live session misses the last event of every command that has several."""
    real = timeline.advance

    def losing(at: Timeline, events: Sequence[ev.Event]) -> Timeline:
        return real(at, events[:-1] if len(events) > 1 else events)

    patch.setattr(timeline, "advance", losing)


def event_not_recorded(patch: Patch) -> None:
    """A decision enters a phase without saying so."""

    def forgetful(self: Unfolding, *events: ev.Event) -> None:
        for event in events:
            self.state = evolve(self.state, event)
            if not (isinstance(event, ev.PhaseEntered) and event.phase is Phase.READ):
                self.events.append(event)

    patch.setattr(unfolding.Unfolding, "happen", forgetful)


def staleness_ignored(patch: Patch) -> None:
    """A step is taken whatever version it was meant for."""
    real = timeline.decide

    def at_any_version(at: Timeline, command: cmd.Command) -> list[ev.Event] | Refused:
        return real(at, replace(command, version=at.version) if isinstance(command, cmd.Step) else command)

    patch.setattr(timeline, "decide", at_any_version)


def next_stuck(patch: Patch) -> None:
    """After the last phase, the turn stays where it is."""

    def last_for_ever(state_unfolding: Unfolding) -> None:
        state_unfolding.happen(ev.PhaseEntered(Phase.TAKEAWAY))

    patch.setattr(turns, "end_turn", last_for_ever)


def swap_in_place(patch: Patch) -> None:
    """A swap gives the same card again."""

    def same(state: State) -> CardKey:
        assert state.turn is not None, "a swap belongs to a turn"
        assert state.turn.card is not None, "a swap needs a card"
        return state.turn.card

    patch.setattr(steps, "_another", same)


MUTANTS: tuple[tuple[Mutant, str], ...] = (
    (seat_check_skipped, "nobody has two turns in a lap"),
    (lap_cut_short, "everybody present has a turn before a new lap"),
    (card_repeated, "no card twice before the pile is empty"),
    (theme_repeated, "no theme twice running while another has cards left"),
    (note_leaked, "the table never sees what is the facilitator's"),
    (prompts_counted_on_the_table, "in facilitator mode the table is not told of more"),
    (redo_dropped, "redo after undo is the same state"),
    (undo_two_steps, "undo is the state before"),
    (event_lost, "a replay equals the live session"),
    (event_not_recorded, "a card is in hand after the draw, and only then"),
    (staleness_ignored, "a stale step is refused as stale"),
    (next_stuck, "Next alone reaches the summary"),
    (swap_in_place, "a card is swapped for another"),
)


def test_without_a_mutant_every_property_holds() -> None:
    """The groups that find the mutants find nothing in the program as it is."""
    assert first_broken(SEEDS) is None


@pytest.mark.parametrize(("mutant", "rule"), MUTANTS, ids=[mutant.__name__ for mutant, _ in MUTANTS])
def test_a_broken_rule_is_found(mutant: Mutant, rule: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Breaking a rule breaks the property that guards it, and no other first."""
    mutant(monkeypatch)
    broken = first_broken(SEEDS)
    assert broken is not None, "the mutant lives"
    assert broken.rule == rule, broken
