"""Where a seat comes in that sits down, or comes back, while something is under way: last in the
lap, last in a running round, last in the closing. Part of the fold, so nothing here decides.
"""

from __future__ import annotations

from dataclasses import replace

from game.core.plan import Phase
from game.core.state import Closing, Round, SeatId, State


def seated_last(state: State, seat: SeatId) -> State:
    """The state with a seat that comes, or comes back, last in all that it has not had yet."""
    active = state.turn.seat if state.turn is not None else None
    if state.lap and seat not in state.had_turn and seat != active:
        others = tuple(other for other in state.lap_order if other != seat)
        state = replace(state, lap_order=(*others, seat))
    if state.turn is not None and state.turn.phase is Phase.ROUND and state.turn.round is not None:
        state = replace(state, turn=replace(state.turn, round=_speaking_last(state.turn.round, seat)))
    if state.closing is not None and state.closing.seat != seat and not state.promises_of(seat):
        state = replace(state, closing=_promising_last(state.closing, seat))
    return state


def _speaking_last(now: Round, seat: SeatId) -> Round:
    """A seat that was not called loses the places at which it was missed, and gets the last one."""
    if seat in now.called:
        return now
    position, second_call = now.position, now.second_call
    position -= now.speakers[:position].count(seat)
    if second_call is not None:
        second_call -= now.speakers[:second_call].count(seat)
    others = tuple(other for other in now.speakers if other != seat)
    return replace(now, speakers=(*others, seat), position=position, second_call=second_call)


def _promising_last(closing: Closing, seat: SeatId) -> Closing:
    """The same for a seat that the closing passed by."""
    position = closing.position - closing.order[: closing.position].count(seat)
    return Closing((*(other for other in closing.order if other != seat), seat), position)
