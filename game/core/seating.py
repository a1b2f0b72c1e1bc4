"""Seats: who sits down, goes away, comes back, leaves, and in what order. 1–8 seats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from unicodedata import normalize

from game.core import commands as cmd
from game.core import events as ev
from game.core.plan import Stage
from game.core.refusals import Refusal, Refused
from game.core.state import MAX_SEATS, Presence, Seat, SeatId, State
from game.core.turns import start_turn
from game.core.unfolding import Unfolding
from game.core.words import NAME_CHARACTERS


def same_name(name: str) -> str:
    """What two names have in common when people would call them the same."""
    return normalize("NFC", " ".join(name.split())).casefold()


def check_name(name: str, others: Iterable[str]) -> Refused | None:
    """Refuse an empty, too long or taken name; a taken one comes with a suggestion."""
    wanted = " ".join(name.split())
    if not wanted:
        return Refused(Refusal.NAME_EMPTY)
    if len(wanted) > NAME_CHARACTERS:
        return Refused(Refusal.TEXT_TOO_LONG)
    taken = {same_name(other) for other in others}
    if same_name(wanted) in taken:
        return Refused(Refusal.NAME_TAKEN, _free_name(wanted, taken))
    return None


def _free_name(wanted: str, taken: set[str]) -> str:
    number = 2
    while True:
        ending = f" {number}"
        free = wanted[: NAME_CHARACTERS - len(ending)].rstrip() + ending
        if same_name(free) not in taken:
            return free
        number += 1


def check_seats(seats: tuple[Seat, ...]) -> Refused | None:
    """Refuse a table with nobody, with too many seats, or with two of one name or id."""
    if not seats:
        return Refused(Refusal.NO_SEATS)
    if len(seats) > MAX_SEATS:
        return Refused(Refusal.TOO_MANY_SEATS)
    for place, seat in enumerate(seats):
        refused = check_name(seat.name.words, (other.name.words for other in seats[:place]))
        if refused is not None:
            return refused
        if seat.people < 1 or any(seat.id == other.id for other in seats[:place]):
            return Refused(Refusal.BAD_ORDER)
    return None


def _sitting(state: State) -> tuple[Seat, ...]:
    return tuple(seat for seat in state.seats if seat.presence is not Presence.LEFT)


def _may_change(state: State) -> bool:
    return state.stage in (Stage.OPENING, Stage.PLAY, Stage.CLOSING)


def add_seat(unfolding: Unfolding, seat: Seat) -> Refused | None:
    """Seat a latecomer, whose turn comes at the end of this lap."""
    state = unfolding.state
    if not _may_change(state):
        return Refused(Refusal.WRONG_STAGE)
    if len(_sitting(state)) >= MAX_SEATS:
        return Refused(Refusal.TOO_MANY_SEATS)
    if seat.people < 1 or state.seat(seat.id) is not None:
        return Refused(Refusal.BAD_ORDER)
    refused = check_name(seat.name.words, (other.name.words for other in state.seats))
    if refused is not None:
        return refused
    unfolding.happen(ev.SeatAdded(replace(seat, presence=Presence.PRESENT)))
    _go_on_if_waiting(unfolding)
    return None


def rename_seat(unfolding: Unfolding, command: cmd.RenameSeat) -> Refused | None:
    """Mend a name."""
    state = unfolding.state
    if not _may_change(state):
        return Refused(Refusal.WRONG_STAGE)
    if state.seat(command.seat) is None:
        return Refused(Refusal.UNKNOWN_SEAT)
    others = (seat.name.words for seat in state.seats if seat.id != command.seat)
    refused = check_name(command.name.words, others)
    if refused is not None:
        return refused
    unfolding.happen(ev.SeatRenamed(command.seat, command.name))
    return None


def mark_away(unfolding: Unfolding, seat_id: SeatId) -> Refused | None:
    """Mark a seat absent; an active player stays named and anyone presses on."""
    refused = _check_presence(unfolding.state, seat_id, present=True)
    if refused is None:
        unfolding.happen(ev.SeatMarkedAway(seat_id))
    return refused


def mark_back(unfolding: Unfolding, seat_id: SeatId) -> Refused | None:
    """Mark a seat back; its turn comes at the end of this lap if it has had none in it."""
    state = unfolding.state
    refused = _check_presence(state, seat_id, present=False)
    if refused is not None:
        return refused
    seat = state.seat(seat_id)
    left = seat is not None and seat.presence is Presence.LEFT
    if left and len(_sitting(state)) >= MAX_SEATS:
        return Refused(Refusal.TOO_MANY_SEATS)
    unfolding.happen(ev.SeatMarkedBack(seat_id))
    _go_on_if_waiting(unfolding)
    return None


def remove_seat(unfolding: Unfolding, seat_id: SeatId) -> Refused | None:
    """A seat leaves for good."""
    state = unfolding.state
    seat = state.seat(seat_id)
    if not _may_change(state):
        return Refused(Refusal.WRONG_STAGE)
    if seat is None or seat.presence is Presence.LEFT:
        return Refused(Refusal.UNKNOWN_SEAT)
    unfolding.happen(ev.SeatLeft(seat_id))
    return None


def reorder_seats(unfolding: Unfolding, order: tuple[SeatId, ...]) -> Refused | None:
    """Give the seats a new order, which counts from the next lap."""
    state = unfolding.state
    if not _may_change(state):
        return Refused(Refusal.WRONG_STAGE)
    if sorted(order) != sorted(seat.id for seat in _sitting(state)):
        return Refused(Refusal.BAD_ORDER)
    unfolding.happen(ev.SeatsReordered(order))
    return None


def _check_presence(state: State, seat_id: SeatId, *, present: bool) -> Refused | None:
    if not _may_change(state):
        return Refused(Refusal.WRONG_STAGE)
    seat = state.seat(seat_id)
    if seat is None:
        return Refused(Refusal.UNKNOWN_SEAT)
    if seat.is_present != present:
        return Refused(Refusal.SEAT_AWAY if present else Refusal.SEAT_PRESENT)
    return None


def _go_on_if_waiting(unfolding: Unfolding) -> None:
    """When nobody was present no turn ran; the first to come starts one."""
    if unfolding.state.stage is Stage.PLAY:
        start_turn(unfolding)
