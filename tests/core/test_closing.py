"""The closing with its promises, what is kept, and the follow-up at a later meeting."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core import commands as cmd
from game.core.plan import Phase, Plan, Preset, Stage
from game.core.refusals import Refusal
from game.core.state import Keep, Outcome, Promise, PromiseForm, PromiseId, Seat, SeatId
from game.core.timeline import Timeline
from game.core.viewing import table_view
from game.core.views import ClosingView, SeatMark
from tests.builders import card, next_until, opened, play, refusal, started, state_of, text, turn_of

S0, S1, S2, NEW = SeatId("s0"), SeatId("s1"), SeatId("s2"), SeatId("new")
TYPED, ALOUD, PRIVATE = PromiseForm
P = PromiseId("löfte")
LATECOMER = cmd.AddSeat(Seat(NEW, text("Nils")))


def closing(count: int = 3, people: int = 1) -> Timeline:
    """The closing of a session with one card, at the first seat."""
    timeline = started([card()] * 3, Plan(Preset.SHORT, 1), count=count, people=people)
    return next_until(timeline, lambda state: state.stage is Stage.CLOSING)


def done() -> Timeline:
    """Thanks for today; everybody's promise was said aloud."""
    return next_until(closing(), lambda state: state.stage is Stage.DONE)


def promise(seat: SeatId = S0, form: PromiseForm = TYPED, **fields: object) -> cmd.MakePromise:
    """A promise; a typed one has its three fields unless told."""
    if form is TYPED and not fields:
        fields = {"when": text("telefonen ringer"), "will": text("svara med namn"), "by": text("på måndag")}
    return cmd.MakePromise(P, seat, form, **fields)  # type: ignore[arg-type]  # fields of MakePromise


def promised(timeline: Timeline) -> list[tuple[str, PromiseForm]]:
    """Who has promised, and how."""
    return [(str(one.seat), one.form) for one in state_of(timeline).promises]


def called(timeline: Timeline) -> SeatId | None:
    """Whose turn it is to promise."""
    at = state_of(timeline).closing
    assert at is not None
    return at.seat


# --- going there and back


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in (Phase.WRITE, Phase.VOTE)])
def test_closing_is_always_in_the_menu_and_back_leads_to_the_same_place(phase: Phase) -> None:
    """From every phase; the running turn waits as it was."""
    timeline = started([card()] * 3, Plan(Preset.CALM, 2))
    timeline = next_until(timeline, lambda state: state.turn is not None and state.turn.phase is phase)
    there = play(timeline, cmd.BeginClosing)
    assert state_of(there).stage is Stage.CLOSING
    assert state_of(play(there, cmd.StepBack)) == state_of(timeline)


def test_closing_from_the_opening_leads_back_to_the_opening() -> None:
    """The talk rules are still to be accepted then."""
    there = play(opened(), cmd.BeginClosing)
    back = play(there, cmd.StepBack)
    assert state_of(back) == state_of(opened())
    assert turn_of(play(back, cmd.Next)).seat == S0


def test_closing_is_not_begun_twice() -> None:
    """Nor after the end."""
    for timeline in (closing(), done()):
        assert refusal(timeline, cmd.BeginClosing).reason is Refusal.WRONG_STAGE


def test_back_in_the_closing_calls_the_seat_before_and_keeps_the_promises() -> None:
    """From the first seat it leads to play."""
    timeline = play(closing(), promise(), cmd.Next, cmd.StepBack)
    assert called(timeline) == S0
    back = play(timeline, cmd.StepBack)
    assert state_of(back).stage is Stage.PLAY
    assert promised(back) == [("s0", TYPED)]


# --- who promises


def test_each_present_seat_is_called_in_order_then_the_overview_then_the_end() -> None:
    """The view says how far it has come."""
    timeline = closing()
    names = ["Åsa", "Björn", "Fatima"]
    for position, seat in enumerate((S0, S1, S2)):
        assert table_view(timeline, "sv").closing == ClosingView(seat, names[position], 1, position, 3)
        timeline = play(timeline, cmd.Next)
    assert table_view(timeline, "sv").closing == ClosingView(None, "", 1, 3, 3)
    assert state_of(play(timeline, cmd.Next)).stage is Stage.DONE


def test_next_without_typing_means_said_aloud() -> None:
    """One promise without words; a typed one stays the only one."""
    timeline = play(closing(), promise(), cmd.Next, cmd.Next)
    assert promised(timeline) == [("s0", TYPED), ("s1", ALOUD)]
    assert table_view(timeline, "sv").promises[1].will == ""


def test_the_absent_are_not_called_and_nothing_is_recorded_for_them() -> None:
    """Neither who was away before, nor who goes out when called."""
    timeline = play(closing(), cmd.MarkAway(S1), cmd.Next)
    assert called(timeline) == S2
    timeline = play(timeline, cmd.MarkAway(S2), cmd.Next)
    assert called(timeline) is None
    assert promised(timeline) == [("s0", ALOUD)]


def test_who_comes_during_the_closing_promises_last() -> None:
    """A latecomer, somebody back, and somebody back who had been passed by; the overview waits for them."""
    assert order(play(closing(), LATECOMER)) == ["s0", "s1", "s2", "new"]
    away = play(closing(), cmd.MarkAway(S1))
    assert order(play(away, cmd.MarkBack(S1))) == ["s0", "s2", "s1"]
    assert order(play(away, cmd.Next, cmd.MarkBack(S1))) == ["s2", "s1"]
    overview = play(away, cmd.Next, cmd.Next)
    assert called(overview) is None
    assert order(play(overview, cmd.MarkBack(S1))) == ["s1"]


def order(timeline: Timeline) -> list[str]:
    """Who is called, from now to the overview."""
    found = []
    while (seat := called(timeline)) is not None:
        found.append(str(seat))
        timeline = play(timeline, cmd.Next)
    return found


def test_who_has_promised_and_comes_back_is_not_called_again() -> None:
    """One promise is enough."""
    timeline = play(closing(), cmd.Next, cmd.MarkAway(S0), cmd.MarkBack(S0))
    assert order(timeline) == ["s1", "s2"]


def test_a_table_makes_any_number_of_promises() -> None:
    """The view says how many sit there."""
    timeline = closing(2, people=5)
    for number in range(7):
        made = cmd.MakePromise(PromiseId(f"löfte {number}"), S0, TYPED, will=text(f"hälsa {number}"))
        timeline = play(timeline, made)
    assert promised(timeline) == [("s0", TYPED)] * 7
    at = table_view(timeline, "sv").closing
    assert at is not None
    assert at.people == 5


def test_each_seat_has_a_mark_in_the_closing() -> None:
    """Whose turn it is, who has promised, who waits, who is away."""
    timeline = play(closing(4), cmd.MarkAway(S2), cmd.Next)
    marks = [seat.mark for seat in table_view(timeline, "sv").seats]
    assert marks == [SeatMark.TALKED, SeatMark.TURN, SeatMark.AWAY, SeatMark.WAITING]


# --- the promise itself


def test_a_typed_promise_is_an_if_then_plan_and_names_who_asks() -> None:
    """When …, I will …, at the latest …; who asks is one of the players."""
    made = promise(when=text("telefonen ringer"), will=text("svara"), by=text("måndag"), asks=S1)
    view = table_view(play(closing(), made), "sv").promises[0]
    assert (view.name, view.when, view.will, view.by) == ("Åsa", "telefonen ringer", "svara", "måndag")
    assert (view.asks, view.asks_name) == (S1, "Björn")


def test_a_typed_promise_has_words() -> None:
    """In at least one field; white space is none."""
    play(closing(), promise(will=text("svara")))
    for bad in (promise(will=None), promise(will=text("  "), when=text(""))):
        assert refusal(closing(), bad).reason is Refusal.EMPTY_PROMISE


@pytest.mark.parametrize("field", ["when", "will", "by"])
def test_a_field_of_a_promise_has_at_most_120_characters(field: str) -> None:
    """Each of the three."""
    longest = replace(promise(), **{field: text("ö" * 120)})  # type: ignore[arg-type]  # three text fields
    longer = replace(promise(), **{field: text("ö" * 121)})  # type: ignore[arg-type]  # the same
    play(closing(), longest)
    assert refusal(closing(), longer).reason is Refusal.TEXT_TOO_LONG


def test_a_private_promise_records_that_there_is_one_and_nothing_else() -> None:
    """No words, not who asks; words are refused, empty fields left out."""
    made = play(closing(), promise(S0, PRIVATE, asks=S1, will=text(" ")))
    assert state_of(made).promises == (Promise(P, S0, PRIVATE),)
    assert refusal(closing(), promise(S0, PRIVATE, will=text("svara"))).reason is Refusal.PRIVATE_HAS_WORDS


def test_a_promise_said_aloud_has_no_words_but_may_have_somebody_who_asks() -> None:
    """Who heard it can ask about it."""
    made = play(closing(), promise(S0, ALOUD, asks=S1, will=text("")))
    assert state_of(made).promises == (Promise(P, S0, ALOUD, asks=S1),)
    assert refusal(closing(), promise(S0, ALOUD, by=text("måndag"))).reason is Refusal.PRIVATE_HAS_WORDS


def test_nobody_asks_oneself_and_only_players_ask() -> None:
    """The same for who promises."""
    assert refusal(closing(), promise(will=text("svara"), asks=S0)).reason is Refusal.SAME_SEAT
    assert refusal(closing(), promise(will=text("svara"), asks=NEW)).reason is Refusal.UNKNOWN_SEAT
    assert refusal(closing(), promise(NEW)).reason is Refusal.UNKNOWN_SEAT


def test_a_promise_can_be_changed_and_taken_back() -> None:
    """The same id replaces; a removed one is gone."""
    changed = play(closing(), promise(will=text("svara")), promise(S0, PRIVATE))
    assert promised(changed) == [("s0", PRIVATE)]
    assert promised(play(changed, cmd.RemovePromise(P))) == []
    assert refusal(closing(), cmd.RemovePromise(P)).reason is Refusal.NO_SUCH_PROMISE


def test_promises_are_made_in_the_closing_and_in_the_summary() -> None:
    """Not before, and not after it was chosen what is kept."""
    play(done(), promise(), cmd.RemovePromise(P))
    kept = play(done(), cmd.KeepSession(Keep.FOLLOW_UP))
    for timeline in (opened(), started(), kept):
        assert refusal(timeline, promise()).reason is Refusal.WRONG_STAGE
        assert refusal(timeline, cmd.RemovePromise(P)).reason is Refusal.WRONG_STAGE


# --- what is kept


def test_keeping_for_the_follow_up_keeps_names_and_promises() -> None:
    """It is chosen once, when all is done."""
    timeline = play(closing(), promise())
    assert refusal(timeline, cmd.KeepSession(Keep.FOLLOW_UP)).reason is Refusal.WRONG_STAGE
    timeline = next_until(timeline, lambda state: state.stage is Stage.DONE)
    kept = play(timeline, cmd.KeepSession(Keep.FOLLOW_UP))
    assert table_view(kept, "sv").promises == table_view(timeline, "sv").promises
    assert table_view(kept, "sv").keep is Keep.FOLLOW_UP
    assert refusal(kept, cmd.KeepSession(Keep.FOLLOW_UP)).reason is Refusal.ALREADY_CHOSEN


def test_keeping_without_names_erases_every_name() -> None:
    """Those of who left, too; the promises stay."""
    timeline = play(closing(), promise(), cmd.RemoveSeat(S1))
    timeline = next_until(timeline, lambda state: state.stage is Stage.DONE)
    view = table_view(play(timeline, cmd.KeepSession(Keep.WITHOUT_NAMES)), "sv")
    assert {seat.name for seat in view.seats} == {""}
    assert (view.promises[0].name, view.promises[0].will) == ("", "svara med namn")


# --- the follow-up


def test_the_promises_come_back_at_a_later_meeting() -> None:
    """After the session was kept or before; Next ends the follow-up."""
    for timeline in (done(), play(done(), cmd.KeepSession(Keep.FOLLOW_UP))):
        there = play(timeline, cmd.BeginFollowUp())
        assert state_of(there).stage is Stage.FOLLOW_UP
        assert len(table_view(there, "sv").promises) == 3
        assert state_of(play(there, cmd.Next)) == state_of(timeline)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_became_of_a_promise_is_said_and_may_be_said_again(outcome: Outcome) -> None:
    """Did it, tried, not yet, changed: no blame, and no order among them."""
    timeline = play(done(), cmd.BeginFollowUp())
    first = state_of(timeline).promises[0].id
    timeline = play(timeline, cmd.RecordOutcome(first, Outcome.NOT_YET), cmd.RecordOutcome(first, outcome))
    assert [one.outcome for one in table_view(timeline, "sv").promises] == [outcome, None, None]


def test_a_follow_up_needs_promises_and_a_finished_session() -> None:
    """Each refusal with its reason."""
    assert refusal(closing(), cmd.BeginFollowUp()).reason is Refusal.WRONG_STAGE
    empty = done()
    for one in state_of(empty).promises:
        empty = play(empty, cmd.RemovePromise(one.id))
    assert refusal(empty, cmd.BeginFollowUp()).reason is Refusal.NO_SUCH_PROMISE


def test_outcomes_belong_to_the_follow_up_and_to_a_promise() -> None:
    """Elsewhere they are refused."""
    assert refusal(done(), cmd.RecordOutcome(P, Outcome.DID_IT)).reason is Refusal.WRONG_STAGE
    there = play(done(), cmd.BeginFollowUp())
    assert refusal(there, cmd.RecordOutcome(P, Outcome.DID_IT)).reason is Refusal.NO_SUCH_PROMISE
