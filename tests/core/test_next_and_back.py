"""Next and Back, the two keys that a session can be led with, and what it means to be too late."""

from __future__ import annotations

import pytest

from game.core import commands as cmd
from game.core.cards import Kind
from game.core.closing import fresh_promise_id
from game.core.plan import Phase, Plan, Preset, Stage
from game.core.refusals import Refusal, Refused
from game.core.state import Mark, PromiseForm, State
from game.core.timeline import Timeline, decide
from tests.builders import (
    PROMPTS,
    Asked,
    ask,
    card,
    next_until,
    opened,
    play,
    refusal,
    started,
    state_of,
    text,
    turn_of,
)

PLAN = Plan(Preset.CALM, 2)


def at(phase: Phase, kind: Kind = Kind.DILEMMA) -> Timeline:
    """A turn in that phase, with three prompts on its card."""
    timeline = started([card(kind)] * 4, PLAN)
    return next_until(timeline, lambda state: state.turn is not None and state.turn.phase is phase)


def place(state: State) -> tuple[object, ...]:
    """Where in a turn the group stands."""
    turn = state.turn
    assert turn is not None
    position = turn.round.position if turn.round and turn.phase is Phase.ROUND else 0
    return turn.number, turn.phase, turn.card, turn.revealed, position


# --- Next


def test_next_at_the_opening_accepts_the_talk_rules_without_saying_who_takes_part() -> None:
    """Whether a manager takes part is asked, not assumed."""
    timeline = play(opened(), cmd.Next)
    assert state_of(timeline).stage is Stage.PLAY
    assert state_of(timeline).manager_takes_part is None


@pytest.mark.parametrize("answer", [True, False, None])
def test_the_group_says_whether_a_manager_takes_part(answer: bool | None) -> None:
    """What was answered is kept; the rules are accepted once."""
    timeline = play(opened(), cmd.AcceptRules(answer))
    assert state_of(timeline).manager_takes_part is answer
    assert refusal(timeline, cmd.AcceptRules(answer)).reason is Refusal.WRONG_STAGE


def test_next_in_talk_reveals_each_prompt_before_it_goes_on() -> None:
    """Three prompts take three Nexts, in the card's order; the fourth leaves the phase."""
    timeline = at(Phase.TALK)
    for revealed in ((0,), (0, 1), (0, 1, 2)):
        timeline = play(timeline, cmd.Next)
        assert turn_of(timeline).revealed == revealed
        assert turn_of(timeline).phase is Phase.TALK
    assert turn_of(play(timeline, cmd.Next)).phase is Phase.TAKEAWAY


def test_next_in_talk_reveals_the_first_that_is_hidden() -> None:
    """After prompts that were revealed out of order, Next fills the gaps."""
    timeline = play(at(Phase.TALK), lambda v: cmd.RevealPrompt(v, 1), cmd.Next, cmd.Next)
    assert turn_of(timeline).revealed == (1, 0, 2)


def test_next_after_the_last_phase_ends_the_turn() -> None:
    """And the next seat's turn begins before the draw; nothing typed was said aloud."""
    timeline = play(at(Phase.TAKEAWAY), cmd.Next)
    past = state_of(timeline).past[0]
    assert past.takeaway is not None
    assert past.takeaway.text is None
    assert (turn_of(timeline).number, turn_of(timeline).phase) == (2, Phase.DRAW)


def test_next_never_overwrites_a_takeaway_that_was_typed() -> None:
    """It goes on with what is there."""
    typed = cmd.RecordTakeaway(1, text("Vi hälsar"), Mark.STRENGTH, False)
    past = state_of(play(at(Phase.TAKEAWAY), typed, cmd.Next)).past[0]
    assert past.takeaway is not None
    assert past.takeaway.text == text("Vi hälsar")


@pytest.mark.parametrize("preset", Preset)
def test_next_alone_goes_from_the_opening_to_the_summary(preset: Preset) -> None:
    """A clicker is enough for a whole session; only then is Next refused."""
    timeline = opened([card(kind) for kind in Kind], Plan(preset, 6))
    timeline = next_until(timeline, lambda state: state.stage is Stage.DONE)
    assert state_of(timeline).cards_played == 6
    assert refusal(timeline, cmd.Next).reason is Refusal.WRONG_STAGE


# --- Back


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("preset", Preset)
def test_back_takes_each_step_of_a_turn_back_in_turn(preset: Preset, kind: Kind) -> None:
    """Next through a whole turn and back again passes the same places."""
    timeline = started([card(kind)] * 3, Plan(preset, 2))
    places = [place(state_of(timeline))]
    while turn_of(timeline).phase is not Phase.TAKEAWAY:
        timeline = play(timeline, cmd.Next)
        places.append(place(state_of(timeline)))
    back = [places[-1]]
    while not isinstance(there := ask(timeline, cmd.StepBack), Refused):
        timeline = there
        back.append(place(state_of(timeline)))
    assert back == places[::-1]


def test_back_on_the_draw_screen_is_refused() -> None:
    """A turn that ended is not a step; undo brings it back."""
    timeline = play(at(Phase.TAKEAWAY), cmd.Next)
    assert refusal(timeline, cmd.StepBack).reason is Refusal.NOTHING_TO_TAKE_BACK
    assert turn_of(play(timeline, cmd.Undo())).phase is Phase.TAKEAWAY


def test_back_at_the_opening_and_at_the_end_is_refused() -> None:
    """There is no step to take back."""
    done = next_until(started(), lambda state: state.stage is Stage.DONE)
    for timeline in (opened(), done):
        assert refusal(timeline, cmd.StepBack).reason is Refusal.NOTHING_TO_TAKE_BACK


def test_back_from_read_returns_the_card_that_next_draws_again() -> None:
    """The draw is taken back, and chance gets no second try."""
    timeline = at(Phase.READ)
    again = play(timeline, cmd.StepBack, cmd.Next)
    assert state_of(again) == state_of(timeline)


def test_back_never_takes_a_text() -> None:
    """What was written stays in its turn while one goes back through the phases."""
    takeaway = cmd.RecordTakeaway(1, text("Vi hälsar"), None, True)
    timeline = play(at(Phase.TAKEAWAY, Kind.OWN), cmd.WriteOwnCard(1, text("Sopbilen"), True), takeaway)
    while turn_of(timeline).phase is not Phase.READ:
        timeline = play(timeline, cmd.StepBack)
        assert turn_of(timeline).own is not None
        assert turn_of(timeline).takeaway is not None


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Kind.OWN, cmd.WriteOwnCard(1, text("Sopbilen"), False)),
        (Kind.DILEMMA, cmd.RecordTally(1, (1, 1, 0, 0))),
        (Kind.FACT, cmd.RecordTakeaway(1, text("Vi hälsar"), None, False)),
        (Kind.FACT, cmd.RecordTakeaway(1, None, Mark.IMPROVE, False)),
    ],
)
def test_a_draw_is_not_taken_back_once_something_was_left_behind(kind: Kind, content: cmd.Command) -> None:
    """Words, a mark or a tally would go with the card; undo still reaches everything."""
    timeline = play(at(Phase.READ, kind), content)
    assert refusal(timeline, cmd.StepBack).reason is Refusal.NOTHING_TO_TAKE_BACK
    assert turn_of(play(timeline, cmd.Undo(), cmd.StepBack)).phase is Phase.DRAW


def test_what_was_only_told_aloud_does_not_hold_the_card() -> None:
    """Next through writing stores nothing, so the draw can be taken back."""
    timeline = play(at(Phase.THINK, Kind.OWN), cmd.StepBack, cmd.StepBack, cmd.StepBack)
    assert turn_of(timeline).phase is Phase.DRAW


# --- prompts out of order


def reveal(prompt: int) -> Asked:
    """Reveal the prompt with that index."""
    return lambda version: cmd.RevealPrompt(version, prompt)


def test_prompts_are_revealed_out_of_order_and_the_last_one_hidden() -> None:
    """1–9 reveals, H hides the one revealed last."""
    timeline = play(at(Phase.TALK), reveal(2), reveal(0))
    assert turn_of(timeline).revealed == (2, 0)
    assert turn_of(play(timeline, cmd.HidePrompt)).revealed == (2,)
    assert turn_of(play(timeline, cmd.StepBack)).revealed == (2,)


def test_prompts_belong_to_talk() -> None:
    """Elsewhere nothing is revealed or hidden."""
    for asked in (reveal(0), cmd.HidePrompt):
        assert refusal(at(Phase.THINK), asked).reason is Refusal.WRONG_PHASE


def test_a_prompt_that_is_open_missing_or_not_there_is_refused() -> None:
    """Each with its reason."""
    timeline = at(Phase.TALK)
    assert refusal(timeline, cmd.HidePrompt).reason is Refusal.NO_PROMPT_OPEN
    assert refusal(play(timeline, reveal(1)), reveal(1)).reason is Refusal.PROMPT_OPEN
    for prompt in (-1, len(PROMPTS[:3])):
        assert refusal(timeline, reveal(prompt)).reason is Refusal.NO_SUCH_PROMPT


# --- too late


STEPS: tuple[Asked, ...] = (
    cmd.Next,
    cmd.StepBack,
    cmd.SkipPhase,
    cmd.SwapCard,
    cmd.PassTurn,
    cmd.PassSpeech,
    cmd.HidePrompt,
    cmd.BeginClosing,
    reveal(0),
)


@pytest.mark.parametrize("asked", STEPS)
@pytest.mark.parametrize("ago", [1, -1, 3])
def test_a_step_for_another_version_is_refused_as_stale(asked: Asked, ago: int) -> None:
    """A double tap, or two people at once: the second is refused, whatever the step."""
    timeline = at(Phase.TALK)
    assert callable(asked)
    assert decide(timeline, asked(timeline.version - ago)) == Refused(Refusal.STALE)


def test_a_double_tap_takes_one_step() -> None:
    """Both taps carry the version that the phone showed."""
    timeline = at(Phase.THINK)
    tap = cmd.Next(timeline.version)
    assert refusal(play(timeline, tap), tap).reason is Refusal.STALE


def test_contents_are_accepted_for_earlier_turns_at_any_version() -> None:
    """A takeaway that comes when the group has moved on lands in its own turn."""
    timeline = next_until(started(), lambda state: state.cards_played == 2)
    late = cmd.RecordTakeaway(1, text("Vi hälsar"), Mark.STRENGTH, False)
    first, second = state_of(play(timeline, late)).past
    assert first.takeaway is not None
    assert first.takeaway.text == text("Vi hälsar")
    assert second == state_of(timeline).past[1]


def test_nothing_is_accepted_before_the_session_is_open_and_it_opens_once() -> None:
    """Each refusal says which."""
    for command in (cmd.AcceptRules(None), cmd.Next(0), cmd.MarkAway(state_of(opened()).seats[0].id)):
        assert decide(Timeline(), command) == Refused(Refusal.NOT_OPEN)
    state = state_of(opened())
    again = cmd.OpenSession(state.session, state.shelf.decks, state.seats, state.plan, ())
    assert refusal(opened(), again).reason is Refusal.ALREADY_OPEN


def test_steps_of_a_turn_belong_to_play() -> None:
    """At the opening they are refused with that reason."""
    for asked in STEPS[2:7]:
        assert refusal(opened(), asked).reason is Refusal.WRONG_STAGE


def test_a_promise_id_made_for_said_aloud_is_never_taken() -> None:
    """Ids of the rules do not collide with those of the shell."""
    timeline = next_until(started(), lambda state: state.stage is Stage.CLOSING)
    state = state_of(timeline)
    seat = state.seats[0].id
    taken = fresh_promise_id(state, seat)
    made = play(timeline, cmd.MakePromise(taken, state.seats[1].id, PromiseForm.ALOUD))
    assert fresh_promise_id(state_of(made), seat) != taken
