"""Laps and turns: who is next, and what it takes to start, end, pass and hand over a turn."""

from __future__ import annotations

from game.core import draw
from game.core import events as ev
from game.core.cards import CardKey
from game.core.plan import Phase, phases_of
from game.core.refusals import Refusal, Refused
from game.core.state import SeatId, State, Turn
from game.core.unfolding import Unfolding


def next_in_lap(state: State) -> SeatId | None:
    """The present seat that comes next and has had no turn in this lap; None ends the lap."""
    active = state.turn.seat if state.turn is not None else None
    present = {seat.id for seat in state.present}
    waiting = (
        seat for seat in state.lap_order if seat in present and seat not in state.had_turn and seat != active
    )
    return next(waiting, None)


def coming_seat(state: State) -> SeatId | None:
    """Whose turn comes after this one, a new lap included; None when nobody is present."""
    in_lap = next_in_lap(state)
    if in_lap is not None:
        return in_lap
    return state.present[0].id if state.present else None


def start_turn(unfolding: Unfolding) -> None:
    """Start the next turn, in a new lap if this one is over; nothing when nobody is present."""
    state = unfolding.state
    if state.turn is not None or not state.present:
        return
    seat = next_in_lap(state)
    if seat is None:
        order = tuple(seat.id for seat in state.seats if seat.presence != "left")
        unfolding.happen(ev.LapStarted(state.lap + 1, order))
        seat = next_in_lap(unfolding.state)
    if seat is not None:
        unfolding.happen(ev.TurnStarted(len(state.past) + 1, seat))


def end_turn(unfolding: Unfolding) -> None:
    """End the turn and start the next one."""
    unfolding.happen(ev.TurnEnded())
    start_turn(unfolding)


def phases(state: State) -> tuple[Phase, ...]:
    """The phases of the running turn, the present one included; before the draw only `draw`.

    The preset, or who is there, may have changed since the phase began.
    """
    card = state.card_of(state.turn) if state.turn is not None else None
    if state.turn is None or card is None:
        return (Phase.DRAW,)
    planned = phases_of(card, state.plan.preset, state.people_present)
    return tuple(phase for phase in Phase if phase in planned or phase is state.turn.phase)


def following_phase(state: State, turn: Turn) -> Phase | None:
    """The phase after this one; None after the last."""
    order = list(Phase)
    return next((p for p in phases(state) if order.index(p) > order.index(turn.phase)), None)


def preceding_phase(state: State, turn: Turn) -> Phase | None:
    """The phase before this one; None before the first."""
    order = list(Phase)
    earlier = [p for p in phases(state) if order.index(p) < order.index(turn.phase)]
    return earlier[-1] if earlier else None


def return_card(unfolding: Unfolding, card: CardKey) -> None:
    """Put the card in hand back on top of the pile."""
    unfolding.happen(ev.CardReturned())
    without_unplayable(unfolding, card)


def without_unplayable(unfolding: Unfolding, card: CardKey) -> None:
    """Take a card that came back to the pile out of it, when a new focus or ceiling bars it."""
    state = unfolding.state
    if card not in draw.eligible(state.shelf, state.plan):
        unfolding.happen(ev.PileOrdered(tuple(other for other in state.pile if other != card)))


def pass_turn(unfolding: Unfolding) -> Refused | None:
    """The player passes: it counts as the turn, and a drawn card goes back on the pile."""
    turn = unfolding.state.turn
    if turn is None:
        return Refused(Refusal.NOBODY_PRESENT)
    if turn.phase not in (Phase.DRAW, Phase.READ):
        return Refused(Refusal.WRONG_PHASE)
    if turn.card is not None:
        return_card(unfolding, turn.card)
    unfolding.happen(ev.TurnPassed())
    start_turn(unfolding)
    return None


def hand_over(unfolding: Unfolding, to: SeatId) -> Refused | None:
    """Swap places in this lap with a present seat that has had no turn in it."""
    state = unfolding.state
    if state.turn is None:
        return Refused(Refusal.NOBODY_PRESENT)
    seat = state.seat(to)
    if seat is None:
        return Refused(Refusal.UNKNOWN_SEAT)
    if to == state.turn.seat:
        return Refused(Refusal.SAME_SEAT)
    if not seat.is_present:
        return Refused(Refusal.SEAT_AWAY)
    if to in state.had_turn:
        return Refused(Refusal.SEAT_HAD_TURN)
    unfolding.happen(ev.TurnHandedOver(to))
    return None
