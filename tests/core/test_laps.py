"""Turns rotate by lap: a lap is everybody's turn once, whatever happens at the table meanwhile."""

from __future__ import annotations

from game.core import commands as cmd
from game.core.plan import Phase, Plan, Preset
from game.core.refusals import Refusal
from game.core.state import Seat, SeatId
from game.core.timeline import Timeline
from game.core.viewing import facilitator_view, table_view
from tests.builders import Asked, card, next_until, play, refusal, started, state_of, text, turn_of

S0, S1, S2, NEW = SeatId("s0"), SeatId("s1"), SeatId("s2"), SeatId("new")
LATECOMER = cmd.AddSeat(Seat(NEW, text("Nils")))


def table(count: int = 3) -> Timeline:
    """A table with cards enough for several laps."""
    return started([card()] * 20, Plan(Preset.SHORT, 20), count=count)


def turn_over(timeline: Timeline) -> Timeline:
    """Play the turn to its end."""
    played = state_of(timeline).cards_played
    return next_until(timeline, lambda state: state.cards_played > played)


def leaders(timeline: Timeline, turns: int) -> list[str]:
    """Who leads this turn and those after it, when nothing else happens."""
    found = []
    for _ in range(turns):
        found.append(str(turn_of(timeline).seat))
        timeline = turn_over(timeline)
    return found


def test_the_turn_goes_around_in_seat_order_and_begins_again() -> None:
    """After everybody's turn once, a new lap begins with the first."""
    timeline = table()
    assert leaders(timeline, 7) == ["s0", "s1", "s2", "s0", "s1", "s2", "s0"]
    assert state_of(timeline).lap == 1
    for _ in range(3):
        timeline = turn_over(timeline)
    assert state_of(timeline).lap == 2


def test_one_seat_alone_has_every_turn() -> None:
    """With one seat, each turn is a lap."""
    assert leaders(table(1), 3) == ["s0", "s0", "s0"]


def test_an_absent_seat_is_passed_by() -> None:
    """The next turn goes to the next who is present."""
    assert leaders(play(table(), cmd.MarkAway(S1)), 4) == ["s0", "s2", "s0", "s2"]


def test_who_comes_back_within_the_lap_gets_the_turn_at_its_end() -> None:
    """Back is last in the lap, then in the old place."""
    timeline = play(table(), cmd.MarkAway(S1), cmd.MarkBack(S1))
    assert leaders(timeline, 6) == ["s0", "s2", "s1", "s0", "s1", "s2"]


def test_who_comes_back_after_the_turn_does_not_get_another_in_the_lap() -> None:
    """Going out for a moment gives no second turn."""
    timeline = play(turn_over(table()), cmd.MarkAway(S0), cmd.MarkBack(S0))
    assert leaders(timeline, 4) == ["s1", "s2", "s0", "s1"]


def test_a_latecomer_gets_the_turn_at_the_end_of_the_lap() -> None:
    """Also one who comes during the last turn of the lap."""
    assert leaders(play(table(), LATECOMER), 5) == ["s0", "s1", "s2", "new", "s0"]
    last_turn = turn_over(turn_over(table()))
    assert leaders(play(last_turn, LATECOMER), 3) == ["s2", "new", "s0"]


def test_a_seat_that_leaves_has_no_more_turns() -> None:
    """The lap goes on without it."""
    assert leaders(play(table(), cmd.RemoveSeat(S1)), 4) == ["s0", "s2", "s0", "s2"]


def test_a_seat_that_left_and_comes_back_is_last_in_the_lap() -> None:
    """Leaving for good can be taken back, and then counts as coming back."""
    timeline = play(table(), cmd.RemoveSeat(S1))
    for _ in range(2):
        timeline = turn_over(timeline)
    assert leaders(play(timeline, cmd.MarkBack(S1)), 3) == ["s0", "s2", "s1"]


# --- passing and handing over


def test_passing_counts_as_the_turn() -> None:
    """Who passes is not asked again in the lap."""
    timeline = play(table(), cmd.PassTurn)
    assert leaders(timeline, 4) == ["s1", "s2", "s0", "s1"]
    assert [(turn.seat, turn.card) for turn in state_of(timeline).past] == [(S0, None)]


def test_passing_a_card_that_was_read_leaves_it_on_the_pile() -> None:
    """The next player draws the same card."""
    timeline = play(table(), cmd.Next)
    read = turn_of(timeline).card
    timeline = play(timeline, cmd.PassTurn, cmd.Next)
    assert (turn_of(timeline).seat, turn_of(timeline).card) == (S1, read)


def test_one_passes_before_the_talk_and_not_in_it() -> None:
    """In draw and read; later the turn is everybody's."""
    timeline = next_until(table(), lambda state: state.turn is not None and state.turn.phase is Phase.TALK)
    assert refusal(timeline, cmd.PassTurn).reason is Refusal.WRONG_PHASE


def test_everybody_may_pass() -> None:
    """A whole lap of passing plays no card and begins a new lap."""
    timeline = play(table(), cmd.PassTurn, cmd.PassTurn, cmd.PassTurn)
    assert (state_of(timeline).lap, state_of(timeline).cards_played) == (2, 0)


def test_a_passed_turn_keeps_its_number_and_takes_no_contents() -> None:
    """Nothing can be written to a turn without a card."""
    timeline = play(table(), cmd.PassTurn)
    assert turn_of(timeline).number == 2
    late = cmd.RecordTakeaway(1, text("för sent"), None, False)
    assert refusal(timeline, late).reason is Refusal.UNKNOWN_TURN


def hand_over(to: SeatId) -> Asked:
    """Hand the turn over."""
    return lambda at: cmd.HandOver(at, to)


def test_handing_over_swaps_the_two_places_in_this_lap_only() -> None:
    """The other leads now, and the first where the other would have; the next lap is as before."""
    assert leaders(play(table(), hand_over(S2)), 6) == ["s2", "s1", "s0", "s0", "s1", "s2"]


def test_a_turn_can_be_handed_over_twice() -> None:
    """Each handing over swaps the present two places."""
    assert leaders(play(table(), hand_over(S1), hand_over(S2)), 3) == ["s2", "s0", "s1"]


def test_a_turn_can_be_handed_to_a_latecomer() -> None:
    """The latecomer leads now, and the first comes at the end of the lap."""
    assert leaders(play(table(), LATECOMER, hand_over(NEW)), 5) == ["new", "s1", "s2", "s0", "s0"]


def test_an_absent_player_can_hand_over() -> None:
    """Somebody takes the turn over; the absent one comes back at the end of the lap."""
    timeline = play(table(), cmd.MarkAway(S0), hand_over(S1), cmd.MarkBack(S0))
    assert leaders(timeline, 4) == ["s1", "s2", "s0", "s0"]


def test_handing_over_is_refused_where_it_would_break_the_lap() -> None:
    """To oneself, to somebody away, unknown, or who has had the turn: each with its reason."""
    timeline = play(turn_over(table()), cmd.MarkAway(S2))
    assert refusal(timeline, hand_over(S1)).reason is Refusal.SAME_SEAT
    assert refusal(timeline, hand_over(S2)).reason is Refusal.SEAT_AWAY
    assert refusal(timeline, hand_over(NEW)).reason is Refusal.UNKNOWN_SEAT
    assert refusal(timeline, hand_over(S0)).reason is Refusal.SEAT_HAD_TURN


# --- a new order


def test_a_new_seat_order_counts_from_the_next_lap() -> None:
    """The running lap keeps its order."""
    timeline = play(table(), cmd.ReorderSeats((S2, S1, S0)))
    assert leaders(timeline, 6) == ["s0", "s1", "s2", "s2", "s1", "s0"]


def test_a_new_order_holds_each_seat_once() -> None:
    """Missing, double and unknown seats are refused."""
    timeline = table()
    for order in ((S0, S1), (S0, S1, S1), (S0, S1, NEW), (S0, S1, S2, NEW)):
        assert refusal(timeline, cmd.ReorderSeats(order)).reason is Refusal.BAD_ORDER


def test_a_new_order_leaves_out_those_who_left() -> None:
    """It names who sits at the table, the absent too; who left keeps a place behind them."""
    timeline = play(table(), cmd.RemoveSeat(S1), cmd.MarkAway(S2))
    assert refusal(timeline, cmd.ReorderSeats((S2, S1, S0))).reason is Refusal.BAD_ORDER
    timeline = play(timeline, cmd.ReorderSeats((S2, S0)), cmd.MarkBack(S2))
    assert [seat.id for seat in state_of(timeline).seats] == [S2, S0, S1]
    assert leaders(turn_over(turn_over(timeline)), 2) == ["s2", "s0"]


# --- what is shown of it


def test_the_table_shows_whose_turn_it_is_and_whose_comes_next() -> None:
    """The next is shown across the end of a lap, too."""
    for timeline, leader, following in (
        (table(), S0, S1),
        (turn_over(turn_over(table())), S2, S0),
        (play(table(), cmd.MarkAway(S1)), S0, S2),
    ):
        sitting = table_view(timeline, "sv").seats
        assert [seat.id for seat in sitting if seat.is_leader] == [leader]
        assert [seat.id for seat in sitting if seat.is_next] == [following]


def test_the_coming_seat_is_the_one_that_gets_the_turn() -> None:
    """What the facilitator is told about the next turn comes true, with handing over and passing too."""
    timeline = play(table(), hand_over(S2), LATECOMER)
    for _ in range(8):
        told = facilitator_view(timeline, "sv").next_seat_name
        timeline = turn_over(timeline)
        seat = state_of(timeline).seat(turn_of(timeline).seat)
        assert seat is not None
        assert seat.name.words == told
