"""The fold: one event and a state give the next state. Nothing here decides or refuses.

`WentBackTo` is not folded here, because it needs the earlier states: see `timeline`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from game.core import events as ev
from game.core.cards import CardKey
from game.core.latecomers import seated_last
from game.core.plan import Stage
from game.core.shelf import Shelf
from game.core.state import Closing, Presence, Round, Seat, SeatId, State, Turn
from game.core.words import Text


def evolve(state: State | None, event: ev.Event) -> State:
    """The state after an event. The first event of a session is `SessionOpened`.

    Raises TypeError for an event that does not fold (`WentBackTo`) and ValueError for one
    that cannot happen in this state; a journal that holds such an event is damaged.
    """
    if isinstance(event, ev.SessionOpened):
        return State(event.session, Shelf(event.decks), event.plan, event.seats)
    if state is None:
        raise ValueError(f"{type(event).__name__} before SessionOpened")
    return _fold(event, state)


@singledispatch
def _fold(event: ev.Event, state: State) -> State:
    raise TypeError(f"{type(event).__name__} does not fold")


# --- laps and turns


@_fold.register
def _(event: ev.RulesAccepted, state: State) -> State:
    return replace(state, stage=Stage.PLAY, manager_takes_part=event.manager_takes_part)


@_fold.register
def _(event: ev.LapStarted, state: State) -> State:
    return replace(state, lap=event.number, lap_order=event.order, had_turn=())


@_fold.register
def _(event: ev.TurnStarted, state: State) -> State:
    return replace(state, turn=Turn(event.number, event.seat))


@_fold.register
def _(event: ev.TurnEnded, state: State) -> State:
    return _without_turn(event, state)


@_fold.register
def _(event: ev.TurnPassed, state: State) -> State:
    return _without_turn(event, state)


def _without_turn(event: ev.Event, state: State) -> State:
    turn = _running(event, state)
    return replace(state, turn=None, past=(*state.past, turn), had_turn=(*state.had_turn, turn.seat))


@_fold.register
def _(event: ev.TurnHandedOver, state: State) -> State:
    turn = _running(event, state)
    places = {turn.seat: event.to, event.to: turn.seat}
    order = tuple(places.get(seat, seat) for seat in state.lap_order)
    return replace(state, lap_order=order, turn=replace(turn, seat=event.to))


# --- the pile and the card


@_fold.register
def _(event: ev.KeysDealt, state: State) -> State:
    return replace(state, keys=dict(event.keys), used=())


@_fold.register
def _(event: ev.PileOrdered, state: State) -> State:
    return replace(state, pile=event.order, under=tuple(c for c in state.under if c in event.order))


@_fold.register
def _(event: ev.CardDrawn, state: State) -> State:
    turn = _running(event, state)
    return replace(
        state,
        pile=tuple(card for card in state.pile if card != event.card),
        under=tuple(card for card in state.under if card != event.card),
        used=(*state.used, event.card),
        last_card=event.card,
        turn=replace(turn, card=event.card),
    )


@_fold.register
def _(event: ev.CardSwapped, state: State) -> State:
    turn, card = _running(event, state), _card_in_hand(event, state)
    return replace(
        state,
        pile=(*state.pile, card),
        under=(*state.under, card),
        used=tuple(other for other in state.used if other != card),
        turn=Turn(turn.number, turn.seat),
    )


@_fold.register
def _(event: ev.CardReturned, state: State) -> State:
    turn, card = _running(event, state), _card_in_hand(event, state)
    empty = Turn(turn.number, turn.seat)
    previous = next((past.card for past in reversed(state.past) if past.card is not None), None)
    used = tuple(other for other in state.used if other != card)
    return replace(state, pile=(card, *state.pile), used=used, last_card=previous, turn=empty)


# --- phases


@_fold.register
def _(event: ev.PhaseEntered, state: State) -> State:
    return replace(state, turn=replace(_running(event, state), phase=event.phase, extra_s=0))


@_fold.register
def _(event: ev.PhaseLengthened, state: State) -> State:
    turn = _running(event, state)
    return replace(state, turn=replace(turn, extra_s=turn.extra_s + event.seconds))


@_fold.register
def _(event: ev.RoundOpened, state: State) -> State:
    return replace(state, turn=replace(_running(event, state), round=Round(event.speakers)))


@_fold.register
def _(event: ev.SpeakerCalled, state: State) -> State:
    turn = _running(event, state)
    now = replace(_round(event, turn), position=event.position)
    if (speaker := now.speaker) is not None:
        called = now.called if speaker in now.called else (*now.called, speaker)
        passed = tuple(seat for seat in now.passed if seat != speaker)
        now = replace(now, called=called, passed=passed)
    return replace(state, turn=replace(turn, round=now, extra_s=0))


@_fold.register
def _(event: ev.SpeechPassed, state: State) -> State:
    turn = _running(event, state)
    now = _round(event, turn)
    return replace(state, turn=replace(turn, round=replace(now, passed=(*now.passed, event.seat))))


@_fold.register
def _(event: ev.PassedAskedAgain, state: State) -> State:
    turn = _running(event, state)
    now = _round(event, turn)
    now = replace(now, speakers=(*now.speakers, *event.seats), second_call=len(now.speakers))
    return replace(state, turn=replace(turn, round=now))


@_fold.register
def _(event: ev.PromptRevealed, state: State) -> State:
    turn = _running(event, state)
    return replace(state, turn=replace(turn, revealed=(*turn.revealed, event.prompt)))


@_fold.register
def _(event: ev.PromptHidden, state: State) -> State:
    turn = _running(event, state)
    revealed = tuple(prompt for prompt in turn.revealed if prompt != event.prompt)
    return replace(state, turn=replace(turn, revealed=revealed))


# --- what the group leaves behind in a turn


@_fold.register
def _(event: ev.OwnCardWritten, state: State) -> State:
    return _with_turn(event, state, event.turn, own=event.own)


@_fold.register
def _(event: ev.TallyRecorded, state: State) -> State:
    return _with_turn(event, state, event.turn, tally=event.counts)


@_fold.register
def _(event: ev.TakeawayRecorded, state: State) -> State:
    return _with_turn(event, state, event.turn, takeaway=event.takeaway)


def _with_turn(event: ev.Event, state: State, number: int, **changes: object) -> State:
    if state.turn is not None and state.turn.number == number:
        return replace(state, turn=replace(state.turn, **changes))  # type: ignore[arg-type]  # fields of Turn
    if state.turn_numbered(number) is None:
        raise ValueError(f"{type(event).__name__} for turn {number}, which does not exist")
    past = tuple(
        replace(turn, **changes) if turn.number == number else turn  # type: ignore[arg-type]  # fields of Turn
        for turn in state.past
    )
    return replace(state, past=past)


# --- seats


@_fold.register
def _(event: ev.SeatAdded, state: State) -> State:
    return seated_last(replace(state, seats=(*state.seats, event.seat)), event.seat.id)


@_fold.register
def _(event: ev.SeatRenamed, state: State) -> State:
    return _with_seat(state, event.seat, name=event.name)


@_fold.register
def _(event: ev.SeatMarkedAway, state: State) -> State:
    return _with_seat(state, event.seat, presence=Presence.AWAY)


@_fold.register
def _(event: ev.SeatLeft, state: State) -> State:
    return _with_seat(state, event.seat, presence=Presence.LEFT)


@_fold.register
def _(event: ev.SeatMarkedBack, state: State) -> State:
    return seated_last(_with_seat(state, event.seat, presence=Presence.PRESENT), event.seat)


@_fold.register
def _(event: ev.SeatsReordered, state: State) -> State:
    by_id = {seat.id: seat for seat in state.seats}
    ordered = tuple(by_id.pop(seat) for seat in event.order)
    return replace(state, seats=(*ordered, *by_id.values()))


def _with_seat(
    state: State, seat_id: SeatId, *, name: Text | None = None, presence: Presence | None = None
) -> State:
    def changed(seat: Seat) -> Seat:
        if seat.id != seat_id:
            return seat
        return replace(seat, name=name or seat.name, presence=presence or seat.presence)

    return replace(state, seats=tuple(changed(seat) for seat in state.seats))


# --- plan, closing, follow-up


@_fold.register
def _(event: ev.PlanChanged, state: State) -> State:
    return replace(state, plan=event.plan)


@_fold.register
def _(event: ev.ClosingBegan, state: State) -> State:
    return replace(state, stage=Stage.CLOSING, closing=Closing(event.order))


@_fold.register
def _(event: ev.ClosingLeft, state: State) -> State:
    return replace(state, stage=Stage.PLAY if state.lap else Stage.OPENING, closing=None)


@_fold.register
def _(event: ev.PromiserCalled, state: State) -> State:
    if state.closing is None:
        raise ValueError("PromiserCalled outside the closing")
    return replace(state, closing=replace(state.closing, position=event.position))


@_fold.register
def _(event: ev.PromiseMade, state: State) -> State:
    if any(promise.id == event.promise.id for promise in state.promises):
        promises = tuple(event.promise if p.id == event.promise.id else p for p in state.promises)
    else:
        promises = (*state.promises, event.promise)
    return replace(state, promises=promises)


@_fold.register
def _(event: ev.PromiseRemoved, state: State) -> State:
    return replace(state, promises=tuple(p for p in state.promises if p.id != event.id))


@_fold.register
def _(event: ev.SessionEnded, state: State) -> State:
    return replace(state, stage=Stage.DONE)


@_fold.register
def _(event: ev.KeepingChosen, state: State) -> State:
    return replace(state, keep=event.keep)


@_fold.register
def _(event: ev.FollowUpBegan, state: State) -> State:
    return replace(state, stage=Stage.FOLLOW_UP)


@_fold.register
def _(event: ev.PromiseFollowedUp, state: State) -> State:
    promises = tuple(
        replace(promise, outcome=event.outcome) if promise.id == event.promise else promise
        for promise in state.promises
    )
    return replace(state, promises=promises)


@_fold.register
def _(event: ev.FollowUpEnded, state: State) -> State:
    return replace(state, stage=Stage.DONE)


@_fold.register
def _(event: ev.TextsErased, state: State) -> State:
    return without_words(state, frozenset(event.texts))


def without_words(state: State, erased: frozenset[str]) -> State:
    """The same state with the words of these texts gone."""

    def bare(text: Text | None) -> Text | None:
        return Text(text.id, None) if text is not None and text.id in erased else text

    def bare_turn(turn: Turn) -> Turn:
        own, takeaway = turn.own, turn.takeaway
        return replace(
            turn,
            own=None if own is None else replace(own, text=bare(own.text)),
            takeaway=None if takeaway is None else replace(takeaway, text=bare(takeaway.text)),
        )

    return replace(
        state,
        seats=tuple(replace(seat, name=bare(seat.name) or seat.name) for seat in state.seats),
        past=tuple(bare_turn(turn) for turn in state.past),
        turn=None if state.turn is None else bare_turn(state.turn),
        promises=tuple(
            replace(p, when=bare(p.when), will=bare(p.will), by=bare(p.by)) for p in state.promises
        ),
    )


# --- guards against a damaged journal


def _running(event: ev.Event, state: State) -> Turn:
    if state.turn is None:
        raise ValueError(f"{type(event).__name__} outside a turn")
    return state.turn


def _round(event: ev.Event, turn: Turn) -> Round:
    if turn.round is None:
        raise ValueError(f"{type(event).__name__} outside a round")
    return turn.round


def _card_in_hand(event: ev.Event, state: State) -> CardKey:
    card = _running(event, state).card
    if card is None:
        raise ValueError(f"{type(event).__name__} with no card in hand")
    return card
