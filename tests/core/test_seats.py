"""Seats: persons and tables, their names and number, who is away, and a group that has left the room."""

from __future__ import annotations

import pytest

from game.core import commands as cmd
from game.core.plan import Plan, Preset, Stage
from game.core.refusals import Refusal, Refused
from game.core.state import PromiseForm, PromiseId, Seat, SeatId, SessionId
from game.core.timeline import Timeline
from game.core.viewing import table_view
from tests.builders import (
    card,
    deck,
    keys,
    next_until,
    opened,
    play,
    refusal,
    seats,
    started,
    state_of,
    text,
    turn_of,
)

S0, S1, S2, NEW = SeatId("s0"), SeatId("s1"), SeatId("s2"), SeatId("new")


def opening(*sitting: Seat) -> cmd.OpenSession:
    """A session with these seats."""
    shelf = (deck([card()] * 3),)
    return cmd.OpenSession(SessionId("prov"), shelf, sitting, Plan(Preset.SHORT, 2), keys(3))


def named(seat_id: str, name: str, people: int = 1) -> Seat:
    """A seat with that name."""
    return Seat(SeatId(seat_id), text(name), people)


# --- number and names


def test_a_session_needs_a_seat() -> None:
    """A session with nobody at the table is not opened."""
    assert refusal(Timeline(), opening()).reason is Refusal.NO_SEATS


def test_one_and_eight_seats_can_play() -> None:
    """From one seat to eight, the session opens."""
    for count in (1, 8):
        assert len(state_of(opened(count=count)).present) == count


def test_a_ninth_seat_is_refused() -> None:
    """There are at most eight seats, at the opening and later."""
    nine = (*seats(8), named("s8", "Nils"))
    assert refusal(Timeline(), opening(*nine)).reason is Refusal.TOO_MANY_SEATS
    assert refusal(opened(count=8), cmd.AddSeat(named("s8", "Nils"))).reason is Refusal.TOO_MANY_SEATS


def test_a_seat_that_left_makes_room_and_is_not_let_back_into_a_full_table() -> None:
    """Who left does not count among the eight, until back."""
    full = play(opened(count=8), cmd.RemoveSeat(S0), cmd.AddSeat(named("s8", "Nils")))
    assert refusal(full, cmd.MarkBack(S0)).reason is Refusal.TOO_MANY_SEATS


@pytest.mark.parametrize("taken", ["Anna", "anna", " ANNA "])
def test_two_seats_with_the_same_name_are_refused_with_a_suggestion(taken: str) -> None:
    """Case and spaces do not make two names different, and a free name is suggested."""
    refused = refusal(Timeline(), opening(named("a", "Anna"), named("b", taken)))
    assert refused.reason is Refusal.NAME_TAKEN
    assert refused.suggestion.casefold() == "anna 2"


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    """Åsa is Åsa, whichever way the keyboard writes it."""
    refused = refusal(Timeline(), opening(named("a", "\u00c5sa"), named("b", "A\u030asa")))
    assert refused.reason is Refusal.NAME_TAKEN


def test_a_suggested_name_is_free_and_short_enough() -> None:
    """The suggestion is accepted when it is used, even beside a long name and an earlier suggestion."""
    long = "M" * 24
    timeline = play(Timeline(), opening(named("a", long), named("b", "M" * 22 + " 2")))
    suggestion = refusal(timeline, cmd.AddSeat(named("c", long))).suggestion
    assert len(suggestion) <= 24
    play(timeline, cmd.AddSeat(named("c", suggestion)))


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", Refusal.NAME_EMPTY), ("   ", Refusal.NAME_EMPTY), ("Å" * 25, Refusal.TEXT_TOO_LONG)],
)
def test_a_name_has_1_to_24_characters(name: str, reason: Refusal) -> None:
    """Empty and too long names are refused wherever a name is given."""
    timeline = opened()
    assert refusal(Timeline(), opening(named("a", name))) == Refused(reason)
    assert refusal(timeline, cmd.AddSeat(named("new", name))) == Refused(reason)
    assert refusal(timeline, cmd.RenameSeat(S0, text(name))) == Refused(reason)


def test_a_seat_may_be_renamed_to_its_own_name_in_other_letters_but_not_to_anothers() -> None:
    """Mending the case of a name is no clash with itself."""
    timeline = play(opened(), cmd.RenameSeat(S0, text("åsa")))
    assert state_of(timeline).seats[0].name.words == "åsa"
    assert refusal(timeline, cmd.RenameSeat(S0, text("björn"))).suggestion == "björn 2"


def test_a_seat_can_be_a_table_of_several_people() -> None:
    """A table is a seat whose people count in the tally; one with nobody is refused."""
    assert state_of(opened(count=3, people=5)).people_present == 15
    assert refusal(Timeline(), opening(named("a", "Bord 1", people=0))).reason is Refusal.BAD_ORDER


def test_the_same_id_twice_is_refused() -> None:
    """Two seats never share an id."""
    refused = refusal(Timeline(), opening(named("a", "Anna"), named("a", "Bo")))
    assert refused.reason is Refusal.BAD_ORDER
    assert refusal(opened(), cmd.AddSeat(named("s0", "Bo"))).reason is Refusal.BAD_ORDER


# --- away, back, gone


def test_presence_commands_name_a_seat_that_fits() -> None:
    """Away needs a present seat, back an absent one, and both a seat that exists."""
    timeline = play(started(), cmd.MarkAway(S1))
    assert refusal(timeline, cmd.MarkAway(S1)).reason is Refusal.SEAT_AWAY
    assert refusal(timeline, cmd.MarkBack(S0)).reason is Refusal.SEAT_PRESENT
    for command in (cmd.MarkAway(NEW), cmd.MarkBack(NEW), cmd.RemoveSeat(NEW)):
        assert refusal(timeline, command).reason is Refusal.UNKNOWN_SEAT


def test_an_active_player_marked_absent_stays_named_and_anyone_presses_on() -> None:
    """The turn goes on under the absent player's name."""
    timeline = play(started(), cmd.Next, cmd.MarkAway(S0), cmd.Next)
    view = table_view(timeline, "sv").turn
    assert view is not None
    assert (view.leader, view.leader_name) == (S0, "Åsa")


def test_an_active_player_who_leaves_for_good_stays_named_until_the_turn_ends() -> None:
    """The seat is shown as long as it leads, then no longer; the turn counts."""
    timeline = play(started(), cmd.Next, cmd.RemoveSeat(S0))
    assert S0 in [seat.id for seat in table_view(timeline, "sv").seats]
    timeline = next_until(timeline, lambda state: state.cards_played == 1)
    assert S0 not in [seat.id for seat in table_view(timeline, "sv").seats]
    assert turn_of(timeline).seat == S1


def test_what_a_seat_said_stays_when_it_leaves() -> None:
    """A takeaway, a promise and the name beside it outlive the seat."""
    timeline = next_until(started(), lambda state: state.stage is Stage.CLOSING)
    promise = cmd.MakePromise(PromiseId("p"), S0, PromiseForm.TYPED, will=text("fråga"))
    timeline = play(timeline, promise, cmd.RemoveSeat(S0))
    assert [(p.name, p.will) for p in table_view(timeline, "sv").promises] == [("Åsa", "fråga")]


def test_a_seat_leaves_once() -> None:
    """Who has left cannot leave again, but may come back."""
    timeline = play(started(), cmd.RemoveSeat(S1))
    assert refusal(timeline, cmd.RemoveSeat(S1)).reason is Refusal.UNKNOWN_SEAT
    assert len(state_of(play(timeline, cmd.MarkBack(S1))).present) == 3


def test_seats_change_until_the_session_is_done() -> None:
    """After thanks for today, nobody comes, goes or changes places."""
    done = next_until(started(), lambda state: state.stage is Stage.DONE)
    for command in (
        cmd.AddSeat(named("new", "Nils")),
        cmd.RenameSeat(S0, text("Nils")),
        cmd.MarkAway(S0),
        cmd.RemoveSeat(S0),
        cmd.ReorderSeats((S2, S1, S0)),
    ):
        assert refusal(done, command).reason is Refusal.WRONG_STAGE


# --- nobody present


def empty_room() -> Timeline:
    """A turn runs and everybody has gone out."""
    return play(started(), cmd.Next, cmd.MarkAway(S0), cmd.MarkAway(S1), cmd.RemoveSeat(S2))


def test_with_nobody_present_only_back_add_seat_and_close_are_accepted() -> None:
    """Everything else waits, with a reason; Next is the way of a clicker to close."""
    timeline, at = empty_room(), empty_room().version
    waiting: list[cmd.Command] = [
        cmd.StepBack(at),
        cmd.SkipPhase(at),
        cmd.PassTurn(at),
        cmd.HandOver(at, S1),
        cmd.LengthenPhase(at, 30),
        cmd.ChangePlan(Plan(Preset.CALM, 2)),
        cmd.RecordTakeaway(1, text("vi"), None, False),
        cmd.RenameSeat(S0, text("Nils")),
        cmd.ReorderSeats((S1, S0)),
    ]
    for command in waiting:
        assert refusal(timeline, command).reason is Refusal.NOBODY_PRESENT
    coming: list[cmd.Command] = [
        cmd.MarkBack(S1),
        cmd.MarkBack(S2),
        cmd.AddSeat(named("new", "Nils")),
        cmd.BeginClosing(at),
        cmd.Next(at),
    ]
    for command in coming:
        play(timeline, command)


def test_the_turn_goes_on_where_it_was_when_somebody_is_back() -> None:
    """An empty room ends no turn."""
    before = empty_room()
    after = play(before, cmd.MarkBack(S1))
    assert turn_of(after) == turn_of(before)


def test_a_turn_starts_when_the_first_comes_to_a_table_that_opened_empty() -> None:
    """When everybody was away at the opening, the first to come gets the turn."""
    timeline = play(opened(count=1), cmd.MarkAway(S0), cmd.Next)
    assert state_of(timeline).turn is None
    assert turn_of(play(timeline, cmd.MarkBack(S0))).seat == S0
    assert turn_of(play(timeline, cmd.AddSeat(named("new", "Nils")))).seat == NEW
