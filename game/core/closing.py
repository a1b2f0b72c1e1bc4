"""The closing: each seat makes a promise, then the overview, then thanks for today. And the
follow-up at a later meeting.
"""

from __future__ import annotations

from dataclasses import replace

from game.core import commands as cmd
from game.core import events as ev
from game.core.plan import Stage
from game.core.refusals import Refusal, Refused
from game.core.state import Promise, PromiseForm, PromiseId, SeatId, State
from game.core.unfolding import Unfolding
from game.core.words import PROMISE_CHARACTERS


def begin_closing(unfolding: Unfolding) -> Refused | None:
    """Go to the closing; a running turn stays as it is, so that one can come back to it."""
    state = unfolding.state
    if state.stage not in (Stage.OPENING, Stage.PLAY):
        return Refused(Refusal.WRONG_STAGE)
    unfolding.happen(ev.ClosingBegan(tuple(seat.id for seat in state.present)))
    return None


def closing_next(unfolding: Unfolding) -> Refused | None:
    """The next seat; a present one that typed nothing said its promise aloud. After the overview, the end."""
    state = unfolding.state
    assert state.closing is not None, "the closing stage has a closing"
    seat = state.closing.seat
    if seat is None:
        unfolding.happen(ev.SessionEnded())
        return None
    if not state.promises_of(seat) and any(other.id == seat for other in state.present):
        aloud = Promise(fresh_promise_id(state, seat), seat, PromiseForm.ALOUD)
        unfolding.happen(ev.PromiseMade(aloud))
    unfolding.happen(ev.PromiserCalled(_following(unfolding.state)))
    return None


def _following(state: State) -> int:
    """The next position in the closing, past seats that have gone away meanwhile."""
    assert state.closing is not None, "the closing stage has a closing"
    order = state.closing.order
    present = {seat.id for seat in state.present}
    later = range(state.closing.position + 1, len(order))
    return next((i for i in later if order[i] in present), len(order))


def closing_back(unfolding: Unfolding) -> Refused | None:
    """The seat before; from the first one back to play, or to the opening. Promises stay."""
    state = unfolding.state
    assert state.closing is not None, "the closing stage has a closing"
    if state.closing.position > 0:
        unfolding.happen(ev.PromiserCalled(state.closing.position - 1))
        return None
    unfolding.happen(ev.ClosingLeft())
    return None


def fresh_promise_id(state: State, seat: SeatId) -> PromiseId:
    """An id that no promise of the session has."""
    taken = {promise.id for promise in state.promises}
    number = len(state.promises_of(seat)) + 1
    while PromiseId(f"{seat}-{number}") in taken:
        number += 1
    return PromiseId(f"{seat}-{number}")


def make_promise(unfolding: Unfolding, command: cmd.MakePromise) -> Refused | None:
    """Record a promise. Only a typed one has words; of a private one nothing else is recorded."""
    state = unfolding.state
    if state.stage not in (Stage.CLOSING, Stage.DONE) or state.keep is not None:
        return Refused(Refusal.WRONG_STAGE)
    if state.seat(command.seat) is None:
        return Refused(Refusal.UNKNOWN_SEAT)
    if command.asks is not None:
        if state.seat(command.asks) is None:
            return Refused(Refusal.UNKNOWN_SEAT)
        if command.asks == command.seat:
            return Refused(Refusal.SAME_SEAT)
    fields = [text for text in (command.when, command.will, command.by) if text is not None]
    has_words = any(text.words.strip() for text in fields)
    if command.form is PromiseForm.TYPED and not has_words:
        return Refused(Refusal.EMPTY_PROMISE)
    if command.form is not PromiseForm.TYPED and has_words:
        return Refused(Refusal.PRIVATE_HAS_WORDS)
    if any(len(text.words) > PROMISE_CHARACTERS for text in fields):
        return Refused(Refusal.TEXT_TOO_LONG)
    promise = Promise(command.id, command.seat, command.form)
    if command.form is not PromiseForm.PRIVATE:
        promise = replace(promise, asks=command.asks)
    if command.form is PromiseForm.TYPED:
        promise = replace(promise, when=command.when, will=command.will, by=command.by)
    unfolding.happen(ev.PromiseMade(promise))
    return None


def remove_promise(unfolding: Unfolding, promise: PromiseId) -> Refused | None:
    """Take a promise back."""
    state = unfolding.state
    if state.stage not in (Stage.CLOSING, Stage.DONE) or state.keep is not None:
        return Refused(Refusal.WRONG_STAGE)
    if all(made.id != promise for made in state.promises):
        return Refused(Refusal.NO_SUCH_PROMISE)
    unfolding.happen(ev.PromiseRemoved(promise))
    return None


def keep_session(unfolding: Unfolding, command: cmd.KeepSession) -> Refused | None:
    """Choose what is kept. Own cards that nobody said may be kept are erased either way."""
    state = unfolding.state
    if state.stage is not Stage.DONE:
        return Refused(Refusal.WRONG_STAGE)
    if state.keep is not None:
        return Refused(Refusal.ALREADY_CHOSEN)
    erased = [t.own.text.id for t in state.turns if t.own and t.own.text and not t.own.keep]
    if command.keep == "without_names":
        erased += [seat.name.id for seat in state.seats]
    unfolding.happen(ev.KeepingChosen(command.keep))
    if erased:
        unfolding.happen(ev.TextsErased(tuple(erased)))
    return None


def begin_follow_up(unfolding: Unfolding) -> Refused | None:
    """Bring the promises back, when there are any."""
    if unfolding.state.stage is not Stage.DONE:
        return Refused(Refusal.WRONG_STAGE)
    if not unfolding.state.promises:
        return Refused(Refusal.NO_SUCH_PROMISE)
    unfolding.happen(ev.FollowUpBegan())
    return None


def record_outcome(unfolding: Unfolding, command: cmd.RecordOutcome) -> Refused | None:
    """Say what became of a promise; it may be said again."""
    state = unfolding.state
    if state.stage is not Stage.FOLLOW_UP:
        return Refused(Refusal.WRONG_STAGE)
    if all(promise.id != command.promise for promise in state.promises):
        return Refused(Refusal.NO_SUCH_PROMISE)
    unfolding.happen(ev.PromiseFollowedUp(command.promise, command.outcome))
    return None
