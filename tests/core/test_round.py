"""The round: one named speaker at a time, equal slots; who passes is asked once more at the end."""

from __future__ import annotations

from game.core import commands as cmd
from game.core.plan import Phase, Plan, Preset
from game.core.refusals import Refusal
from game.core.state import Round, Seat, SeatId, State
from game.core.timeline import Timeline
from game.core.viewing import table_view
from game.core.views import RoundView, SeatMark
from tests.builders import card, next_until, play, refusal, started, state_of, text, turn_of

S0, S1, S2, S3, NEW = (SeatId(name) for name in ("s0", "s1", "s2", "s3", "new"))
LATECOMER = cmd.AddSeat(Seat(NEW, text("Nils")))


def in_round(state: State) -> bool:
    """Whether a round runs."""
    return state.turn is not None and state.turn.phase is Phase.ROUND


def a_round(count: int = 4, turn: int = 1) -> Timeline:
    """The beginning of the round of that turn."""
    timeline = started([card()] * 9, Plan(Preset.STANDARD, 9), count=count)
    return next_until(
        timeline, lambda state: in_round(state) and state.turn is not None and state.turn.number == turn
    )


def now(timeline: Timeline) -> Round:
    """The running round."""
    found = turn_of(timeline).round
    assert found is not None
    return found


def shown(timeline: Timeline) -> RoundView:
    """The round as the table sees it."""
    turn = table_view(timeline, "sv").turn
    assert turn is not None
    assert turn.round is not None
    return turn.round


def marks(timeline: Timeline) -> dict[str, SeatMark]:
    """How each seat is drawn."""
    return {str(seat.id): seat.mark for seat in table_view(timeline, "sv").seats}


def speakers(timeline: Timeline) -> list[str]:
    """Who gets the word, from now to the end of the round, when nobody passes."""
    found = []
    while in_round(state_of(timeline)):
        found.append(str(now(timeline).speaker))
        timeline = play(timeline, cmd.Next)
    return found


def test_the_reader_speaks_first_and_then_the_others_in_seat_order() -> None:
    """One slot each."""
    assert speakers(a_round()) == ["s0", "s1", "s2", "s3"]
    assert speakers(a_round(turn=3)) == ["s2", "s3", "s0", "s1"]


def test_a_table_has_one_slot_however_many_sit_there() -> None:
    """The round is by seat."""
    timeline = started([card()] * 3, Plan(Preset.STANDARD, 2), count=2, people=5)
    assert speakers(next_until(timeline, in_round)) == ["s0", "s1"]


def test_an_absent_reader_is_passed_by_and_the_others_keep_the_order() -> None:
    """The round opens with those who are present."""
    timeline = play(started([card()] * 3, Plan(Preset.STANDARD, 2)), cmd.MarkAway(S0))
    assert speakers(next_until(timeline, in_round)) == ["s1", "s2"]


def test_the_table_sees_who_speaks_and_who_is_next() -> None:
    """By name, and each seat has a mark."""
    timeline = play(a_round(), cmd.Next)
    assert shown(timeline) == RoundView("Björn", "Fatima", is_second_call=False)
    assert marks(timeline) == {
        "s0": SeatMark.TALKED,
        "s1": SeatMark.SPEAKING,
        "s2": SeatMark.WAITING,
        "s3": SeatMark.WAITING,
    }
    assert [seat.id for seat in table_view(timeline, "sv").seats if seat.is_next] == [S2]


# --- passing


def test_those_who_passed_are_asked_once_more_at_the_end() -> None:
    """In the order in which they passed, and told that it is the second time."""
    timeline = play(a_round(), cmd.PassSpeech, cmd.Next, cmd.PassSpeech)
    assert marks(timeline)["s0"] is SeatMark.PASSES
    assert speakers(timeline) == ["s3", "s0", "s2"]
    second = play(timeline, cmd.Next)
    assert shown(second) == RoundView("Åsa", "Fatima", is_second_call=True)


def test_the_table_sees_who_is_asked_once_more_next() -> None:
    """While the last one of the first call speaks."""
    timeline = play(a_round(), cmd.PassSpeech, cmd.Next, cmd.Next)
    assert shown(timeline) == RoundView("Östen", "Åsa", is_second_call=False)


def test_who_passes_twice_is_not_asked_a_third_time() -> None:
    """Pass is neutral: after the second, the talk begins."""
    timeline = play(a_round(2), cmd.PassSpeech, cmd.Next, cmd.PassSpeech)
    assert turn_of(timeline).phase is Phase.TALK


def test_everybody_may_pass_and_pass_again() -> None:
    """The round is over after everybody was asked twice."""
    timeline = a_round(3)
    for _ in range(6):
        assert in_round(state_of(timeline))
        timeline = play(timeline, cmd.PassSpeech)
    assert turn_of(timeline).phase is Phase.TALK


def test_one_passes_only_in_a_round() -> None:
    """Elsewhere nobody has the word."""
    assert refusal(started(), cmd.PassSpeech).reason is Refusal.WRONG_PHASE
    assert refusal(play(a_round(2), cmd.SkipPhase), cmd.PassSpeech).reason is Refusal.WRONG_PHASE


# --- coming and going


def test_a_latecomer_speaks_last() -> None:
    """In a running round; the next round has the seat in its place."""
    assert speakers(play(a_round(), LATECOMER)) == ["s0", "s1", "s2", "s3", "new"]


def test_a_latecomer_speaks_after_those_who_are_asked_once_more_and_for_the_first_time() -> None:
    """Last is last, and the table is not told that it is a second time."""
    timeline = play(a_round(2), cmd.PassSpeech, cmd.Next, LATECOMER)
    assert shown(timeline) == RoundView("Åsa", "Nils", is_second_call=True)
    last = play(timeline, cmd.Next)
    assert shown(last) == RoundView("Nils", "", is_second_call=False)
    assert turn_of(play(last, cmd.Next)).phase is Phase.TALK


def test_a_latecomer_in_the_last_slot_still_speaks() -> None:
    """The round is not over while the last one speaks."""
    timeline = play(a_round(2), cmd.Next, LATECOMER)
    assert speakers(timeline) == ["s1", "new"]


def test_who_goes_out_is_passed_by_and_speaks_last_when_back() -> None:
    """Before the slot or after it was missed."""
    before = play(a_round(), cmd.MarkAway(S1))
    assert speakers(before) == ["s0", "s2", "s3"]
    assert marks(before)["s1"] is SeatMark.AWAY
    assert speakers(play(before, cmd.MarkBack(S1))) == ["s0", "s2", "s3", "s1"]
    missed = play(before, cmd.Next, cmd.Next)
    assert speakers(play(missed, cmd.MarkBack(S1))) == ["s3", "s1"]


def test_who_missed_the_first_call_is_not_asked_a_second_time_first() -> None:
    """Back while those who passed are asked once more, it is the first call."""
    timeline = play(a_round(3), cmd.MarkAway(S1), cmd.PassSpeech, cmd.Next, cmd.MarkBack(S1))
    assert shown(timeline) == RoundView("Åsa", "Björn", is_second_call=True)
    assert shown(play(timeline, cmd.Next)) == RoundView("Björn", "", is_second_call=False)


def test_who_spoke_and_comes_back_does_not_speak_again() -> None:
    """One slot each."""
    timeline = play(a_round(), cmd.Next, cmd.MarkAway(S0), cmd.MarkBack(S0))
    assert speakers(timeline) == ["s1", "s2", "s3"]


def test_who_passed_and_went_out_is_not_asked_once_more() -> None:
    """Unless back in time."""
    timeline = play(a_round(3), cmd.PassSpeech, cmd.MarkAway(S0), cmd.Next)
    assert speakers(timeline) == ["s2"]
    assert speakers(play(timeline, cmd.MarkBack(S0))) == ["s2", "s0"]


def test_an_absent_speaker_keeps_the_word_until_somebody_presses_on() -> None:
    """Nothing moves by itself."""
    timeline = play(a_round(), cmd.MarkAway(S0))
    assert shown(timeline).speaker == "Åsa"
    assert speakers(timeline) == ["s0", "s1", "s2", "s3"]


# --- back


def test_back_gives_the_word_to_the_one_before() -> None:
    """Past those who are away; from the first speaker it leaves the round."""
    timeline = play(a_round(), cmd.Next, cmd.Next, cmd.MarkAway(S1), cmd.StepBack)
    assert now(timeline).speaker == S0
    assert turn_of(play(timeline, cmd.StepBack)).phase is Phase.THINK


def test_back_takes_a_pass_back() -> None:
    """Who gets the word again has not passed."""
    timeline = play(a_round(2), cmd.PassSpeech, cmd.StepBack)
    assert now(timeline).passed == ()
    assert speakers(timeline) == ["s0", "s1"]


def test_back_from_talk_finds_the_round_as_it_was_left() -> None:
    """With the last speaker."""
    timeline = play(next_until(a_round(), lambda state: not in_round(state)), cmd.StepBack)
    assert now(timeline).speaker == S3


def test_a_round_that_is_entered_anew_begins_anew() -> None:
    """Back to thinking and on again: nobody has spoken yet."""
    timeline = play(a_round(2), cmd.PassSpeech, cmd.StepBack, cmd.StepBack, cmd.Next)
    assert speakers(timeline) == ["s0", "s1"]
