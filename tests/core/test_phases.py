"""The phases of a turn: which kind of card has which, in which preset, and for how long."""

from __future__ import annotations

import pytest

from game.core import commands as cmd
from game.core.cards import Kind
from game.core.plan import Phase, Plan, Preset, planned_s
from game.core.refusals import Refusal
from game.core.state import OwnCard, SeatId, State
from game.core.timeline import Timeline
from game.core.viewing import table_view
from tests.builders import card, next_until, play, refusal, started, state_of, turn_of

SHORT, STANDARD, CALM = Preset
FACT = "draw read talk takeaway"

PHASES = {
    (Kind.SITUATION, SHORT): "draw read talk takeaway",
    (Kind.SITUATION, STANDARD): "draw read think round talk takeaway",
    (Kind.SITUATION, CALM): "draw read think pairs round talk takeaway",
    (Kind.QUESTION, SHORT): "draw read talk takeaway",
    (Kind.QUESTION, STANDARD): "draw read think round talk takeaway",
    (Kind.QUESTION, CALM): "draw read think pairs round talk takeaway",
    (Kind.STATEMENT, SHORT): "draw read vote talk takeaway",
    (Kind.STATEMENT, STANDARD): "draw read think vote round talk takeaway",
    (Kind.STATEMENT, CALM): "draw read think vote pairs round talk takeaway",
    (Kind.DILEMMA, SHORT): "draw read vote talk takeaway",
    (Kind.DILEMMA, STANDARD): "draw read think vote round talk takeaway",
    (Kind.DILEMMA, CALM): "draw read think vote pairs round talk takeaway",
    (Kind.FACT, SHORT): FACT,
    (Kind.FACT, STANDARD): FACT,
    (Kind.FACT, CALM): FACT,
    (Kind.OWN, SHORT): "draw read write talk takeaway",
    (Kind.OWN, STANDARD): "draw read write think round talk takeaway",
    (Kind.OWN, CALM): "draw read write think pairs round talk takeaway",
}
"""The table of the design, written out for each kind and preset."""


def phase_of(timeline: Timeline) -> Phase:
    """The present phase."""
    return turn_of(timeline).phase


def at(phase: Phase, kind: Kind = Kind.SITUATION, preset: Preset = CALM, count: int = 3) -> Timeline:
    """A turn in that phase."""
    timeline = started([card(kind)] * 6, Plan(preset, 3), count=count)
    return next_until(timeline, lambda state: state.turn is not None and state.turn.phase is phase)


def gone_through(timeline: Timeline, asked: type[cmd.Next | cmd.SkipPhase]) -> list[Phase]:
    """The phases of one turn when it is gone through with one command alone."""
    found = [phase_of(timeline)]
    while state_of(timeline).cards_played == 0:
        timeline = play(timeline, asked)
        if state_of(timeline).cards_played == 0 and phase_of(timeline) != found[-1]:
            found.append(phase_of(timeline))
    return found


@pytest.mark.parametrize(("kind", "preset"), PHASES)
def test_each_kind_has_its_phases_in_each_preset(kind: Kind, preset: Preset) -> None:
    """Next goes through exactly the phases of the design's table, in order, and the view lists them."""
    timeline = started([card(kind)] * 3, Plan(preset, 2))
    expected = [Phase(name) for name in PHASES[kind, preset].split()]
    assert gone_through(timeline, cmd.Next) == expected
    view = table_view(play(timeline, cmd.Next), "sv").turn
    assert view is not None
    assert list(view.phases) == expected


@pytest.mark.parametrize(("kind", "preset"), PHASES)
def test_each_phase_can_be_skipped(kind: Kind, preset: Preset) -> None:
    """One skip a phase ends the turn, whatever remains in the phase."""
    timeline = started([card(kind)] * 3, Plan(preset, 2))
    for phase in PHASES[kind, preset].split():
        assert phase_of(timeline) == phase
        timeline = play(timeline, cmd.SkipPhase)
    assert state_of(timeline).cards_played == 1


def test_skipping_records_nothing() -> None:
    """Unlike Next, which says that something was said aloud."""
    for phase, kind in ((Phase.WRITE, Kind.OWN), (Phase.TAKEAWAY, Kind.OWN)):
        skipped = play(at(phase, kind), cmd.SkipPhase)
        said = play(at(phase, kind), cmd.Next)
        assert state_of(skipped).turns[0] != state_of(said).turns[0]
        assert (state_of(skipped).turns[0].own is None) == (phase is Phase.WRITE)
        assert state_of(skipped).turns[0].takeaway is None


def test_pairs_needs_two_people() -> None:
    """One alone has nobody to pair with; three people have one three, and a table has its own pairs."""
    alone = started([card()] * 3, Plan(CALM, 2), count=1)
    assert Phase.PAIRS not in gone_through(alone, cmd.Next)
    for count, people in ((2, 1), (3, 1), (1, 5)):
        timeline = started([card()] * 3, Plan(CALM, 2), count=count, people=people)
        assert Phase.PAIRS in gone_through(timeline, cmd.Next)


# --- a plan that changes while a phase runs


def change(preset: Preset) -> cmd.Command:
    """The same session in another preset."""
    return cmd.ChangePlan(Plan(preset, 3))


def test_a_new_preset_keeps_the_running_phase_and_counts_from_there() -> None:
    """From pairs, which short does not have, the way goes on to what short has after it."""
    timeline = play(at(Phase.PAIRS), change(SHORT))
    assert phase_of(timeline) is Phase.PAIRS
    assert phase_of(play(timeline, cmd.Next)) is Phase.TALK
    assert phase_of(play(timeline, cmd.StepBack)) is Phase.READ


def test_the_running_phase_is_always_one_of_the_turns_phases() -> None:
    """The view can say where in the turn the group is, though the preset has no such phase any more."""
    for timeline in (
        play(at(Phase.PAIRS), change(SHORT)),
        play(at(Phase.PAIRS, count=2), cmd.MarkAway(SeatId("s1"))),
    ):
        view = table_view(timeline, "sv").turn
        assert view is not None
        assert view.phase is Phase.PAIRS
        assert Phase.PAIRS in view.phases


def test_a_calmer_preset_adds_the_phases_to_come() -> None:
    """From talk in short, back leads through the phases of calm."""
    timeline = play(at(Phase.TALK, preset=SHORT), change(CALM), cmd.StepBack)
    assert phase_of(timeline) is Phase.ROUND
    assert turn_of(timeline).round is not None
    assert phase_of(play(timeline, cmd.StepBack)) is Phase.PAIRS


def test_a_preset_without_a_round_lets_a_running_one_finish() -> None:
    """Whoever waits for the word gets it."""
    timeline = play(at(Phase.ROUND), change(SHORT))
    for _ in range(2):
        timeline = play(timeline, cmd.Next)
        assert phase_of(timeline) is Phase.ROUND
    assert phase_of(play(timeline, cmd.Next)) is Phase.TALK


# --- times


def test_the_standard_times_are_those_of_the_design() -> None:
    """60 s to think, 120 s in pairs, 45 s each in the round, 4 minutes to talk."""
    assert [planned_s(phase, STANDARD) for phase in (Phase.THINK, Phase.ROUND, Phase.TALK)] == [60, 45, 240]
    assert planned_s(Phase.PAIRS, CALM) == 120


def test_calm_takes_longer_and_reading_has_no_time() -> None:
    """Every timed phase of standard lasts longer in calm; draw, read, write, vote, takeaway have none."""
    for phase in Phase:
        standard, calm = planned_s(phase, STANDARD), planned_s(phase, CALM)
        if phase in (Phase.THINK, Phase.ROUND, Phase.TALK):
            assert standard is not None
            assert calm is not None
            assert calm > standard
        elif phase is not Phase.PAIRS:
            assert standard is None
            assert calm is None


def planned(timeline: Timeline) -> int | None:
    """The seconds that the table is shown."""
    view = table_view(timeline, "sv").turn
    assert view is not None
    return view.planned_s


def test_a_phase_can_be_lengthened_and_shortened_and_the_next_one_is_as_planned() -> None:
    """The seconds belong to the phase in which they were given, and never go below nothing."""
    timeline = play(at(Phase.THINK), lambda v: cmd.LengthenPhase(v, 60))
    assert planned(timeline) == 150
    assert planned(play(timeline, lambda v: cmd.LengthenPhase(v, -1000))) == 0
    assert planned(play(timeline, cmd.Next)) == 120
    assert planned(play(timeline, cmd.Next, cmd.StepBack)) == 90


def test_a_speakers_longer_slot_is_that_speakers_alone() -> None:
    """The slots of a round are equal to begin with."""
    timeline = play(at(Phase.ROUND), lambda v: cmd.LengthenPhase(v, 30))
    assert planned(timeline) == 90
    assert planned(play(timeline, cmd.Next)) == 60


def test_there_is_nothing_to_lengthen_before_the_draw() -> None:
    """The pile waits as long as it takes."""
    assert refusal(started(), lambda v: cmd.LengthenPhase(v, 30)).reason is Refusal.WRONG_PHASE


# --- own cards


def wrote(state: State) -> OwnCard | None:
    """What the first turn has of an own card."""
    return state.turns[0].own


def test_next_on_an_unwritten_own_card_means_told_aloud() -> None:
    """Nothing is stored but that it was told."""
    timeline = play(at(Phase.WRITE, Kind.OWN), cmd.Next)
    assert wrote(state_of(timeline)) == OwnCard(None, keep=False)
