"""Makes the views of a state for each audience, in one language. Pure."""

from __future__ import annotations

from game.core import views as v
from game.core.cards import Card, CardKey, Kind
from game.core.draw import next_card
from game.core.plan import Phase, Stage, has_vote, planned_s
from game.core.state import OwnCard, Presence, Promise, Seat, SeatId, State, Takeaway, Turn
from game.core.timeline import Timeline
from game.core.turns import coming_seat, phases


def table_view(timeline: Timeline, language: str) -> v.TableView:
    """What the shared screen may show of the present version. Raises ValueError before it opens."""
    state = _present(timeline)
    return v.TableView(
        version=timeline.version,
        session=state.session,
        language=language,
        stage=state.stage,
        seats=_seats(state),
        turn=_turn(state, language),
        pile=v.PileView(
            len(state.pile), state.cards_played, state.plan.cards, state.is_at_end, bool(state.pile)
        ),
        plan=state.plan,
        lap=state.lap,
        closing=_closing(state),
        promises=tuple(_promise(state, promise) for promise in state.promises),
        takeaways=_takeaways(state, language),
        deck_titles=_deck_titles(state, language),
        languages=state.shelf.languages,
        manager_takes_part=state.manager_takes_part,
        keep=state.keep,
        can_undo=timeline.can_undo,
        can_redo=timeline.can_redo,
    )


def facilitator_view(timeline: Timeline, language: str) -> v.FacilitatorView:
    """What the facilitator alone may see. Raises ValueError before the session is opened."""
    state = _present(timeline)
    turn = state.turn
    note = ""
    prompts: tuple[v.PromptState, ...] = ()
    if turn is not None and turn.card is not None:
        card = state.shelf.edition(turn.card, language).card
        note = card.note
        prompts = tuple(v.PromptState(i + 1, text, i in turn.revealed) for i, text in enumerate(card.prompts))
    coming = next_card(state.shelf, state.pile, state.last_card, state.under)
    seat = coming_seat(state)
    return v.FacilitatorView(
        table=table_view(timeline, language),
        note=note,
        prompts=prompts,
        next_card=None if coming is None else _card(state, coming, language),
        next_seat_name=_name(state, seat),
    )


def _present(timeline: Timeline) -> State:
    if timeline.state is None:
        raise ValueError("no session is open")
    return timeline.state


def _name(state: State, seat_id: SeatId | None) -> str:
    seat = state.seat(seat_id) if seat_id is not None else None
    return "" if seat is None else seat.name.words


# --- seats


def _seats(state: State) -> tuple[v.SeatView, ...]:
    coming = _next_speaker(state) if _is_in_round(state) else coming_seat(state)
    return tuple(
        v.SeatView(
            id=seat.id,
            name=seat.name.words,
            people=seat.people,
            presence=seat.presence,
            mark=_mark(state, seat),
            is_leader=state.turn is not None and state.turn.seat == seat.id,
            is_next=seat.id == coming,
            had_turn=seat.id in state.had_turn,
        )
        for seat in state.seats
        if seat.presence is not Presence.LEFT or _is_active(state, seat)
    )


def _is_active(state: State, seat: Seat) -> bool:
    return state.turn is not None and state.turn.seat == seat.id


def _is_in_round(state: State) -> bool:
    turn = state.turn
    return turn is not None and turn.phase is Phase.ROUND and turn.round is not None


def _mark(state: State, seat: Seat) -> v.SeatMark:
    turn = state.turn
    if state.stage is Stage.CLOSING and state.closing is not None:
        return _closing_mark(state, seat)
    if turn is not None and turn.phase is Phase.ROUND and turn.round is not None:
        now = turn.round
        if now.speaker == seat.id:
            return v.SeatMark.SPEAKING
        if not seat.is_present:
            return v.SeatMark.AWAY
        if seat.id in now.passed:
            return v.SeatMark.PASSES
        return v.SeatMark.TALKED if seat.id in now.called else v.SeatMark.WAITING
    if turn is not None and turn.seat == seat.id and state.stage is Stage.PLAY:
        return v.SeatMark.TURN
    return v.SeatMark.WAITING if seat.is_present else v.SeatMark.AWAY


def _closing_mark(state: State, seat: Seat) -> v.SeatMark:
    assert state.closing is not None, "asked only in the closing"
    if state.closing.seat == seat.id:
        return v.SeatMark.TURN
    if state.promises_of(seat.id):
        return v.SeatMark.TALKED
    return v.SeatMark.WAITING if seat.is_present else v.SeatMark.AWAY


def _next_speaker(state: State) -> SeatId | None:
    turn = state.turn
    if turn is None or turn.round is None:
        return None
    present = {seat.id for seat in state.present}
    later = turn.round.speakers[turn.round.position + 1 :]
    waiting = next((seat for seat in later if seat in present), None)
    if waiting is None and turn.round.second_call is None:
        return next((seat for seat in turn.round.passed if seat in present), None)
    return waiting


# --- the turn


def _turn(state: State, language: str) -> v.TurnView | None:
    turn = state.turn
    if turn is None or state.stage is not Stage.PLAY:
        return None
    planned = planned_s(turn.phase, state.plan.preset)
    card = None if turn.card is None else state.shelf.edition(turn.card, language).card
    hidden = 0 if card is None else len(card.prompts) - len(turn.revealed)
    return v.TurnView(
        number=turn.number,
        leader=turn.seat,
        leader_name=_name(state, turn.seat),
        phase=turn.phase,
        phases=phases(state),
        planned_s=None if planned is None else max(0, planned + turn.extra_s),
        card=None if turn.card is None else _card(state, turn.card, language, turn),
        prompts=() if card is None else _prompts(card, turn.revealed, state.plan.facilitator_mode),
        prompts_hidden=None if state.plan.facilitator_mode else hidden,
        round=_round(state, turn),
        vote=_vote(state, turn),
        own=None if turn.own is None else _own(turn.own),
        takeaway=None if turn.takeaway is None else _takeaway(state, turn, turn.takeaway, language),
    )


def _prompts(card: Card, revealed: tuple[int, ...], facilitator_mode: bool) -> tuple[v.PromptView, ...]:
    """The revealed prompts. With a facilitator they are numbered as they came: a 3 that is shown
    first would tell the room that there are more."""
    return tuple(
        v.PromptView(place if facilitator_mode else prompt + 1, card.prompts[prompt])
        for place, prompt in enumerate(revealed, start=1)
    )


def _card(state: State, key: CardKey, language: str, turn: Turn | None = None) -> v.CardView:
    edition = state.shelf.edition(key, language)
    card, deck = edition.card, edition.deck
    theme = deck.theme(card.theme)
    own = turn.own if turn is not None else None
    written = own.text.words if own is not None and own.text is not None else ""
    return v.CardView(
        kind=card.kind,
        theme_name=theme.name if theme else "",
        theme_color=theme.color if theme else "",
        theme_icon=theme.icon if theme else "",
        intensity=card.intensity,
        title=card.title,
        text=written or card.text,
        easy="" if written else card.easy,
        image=None if written else card.image,
        deck_id=deck.id,
        deck_title=deck.title,
        language=deck.language,
        is_other_language=deck.language != language,
        scale=card.scale if card.kind is Kind.STATEMENT else None,
        options=card.options,
        written_by=_name(state, turn.seat) if turn is not None and written else "",
    )


def _own(own: OwnCard) -> v.OwnCardView:
    return v.OwnCardView(None if own.text is None else own.text.words, own.keep)


def _round(state: State, turn: Turn) -> v.RoundView | None:
    if turn.phase is not Phase.ROUND or turn.round is None:
        return None
    return v.RoundView(
        speaker=_name(state, turn.round.speaker),
        next_speaker=_name(state, _next_speaker(state)),
        is_second_call=turn.round.is_second_call,
    )


def _vote(state: State, turn: Turn) -> v.VoteView | None:
    card = state.card_of(turn)
    if card is None or turn.card is None or not has_vote(card):
        return None
    return v.VoteView(state.shelf.choices(turn.card), turn.tally, state.people_present)


# --- what is left behind


def _takeaways(state: State, language: str) -> tuple[v.TakeawayView, ...]:
    return tuple(
        _takeaway(state, turn, turn.takeaway, language) for turn in state.turns if turn.takeaway is not None
    )


def _takeaway(state: State, turn: Turn, takeaway: Takeaway, language: str) -> v.TakeawayView:
    title = "" if turn.card is None else state.shelf.edition(turn.card, language).card.title
    words = None if takeaway.text is None else takeaway.text.words
    return v.TakeawayView(turn.number, title, words, takeaway.mark, takeaway.needs_manager)


def _promise(state: State, promise: Promise) -> v.PromiseView:
    def words(field: str) -> str:
        text = getattr(promise, field)
        return "" if text is None else str(text.words)

    return v.PromiseView(
        id=promise.id,
        seat=promise.seat,
        name=_name(state, promise.seat),
        form=promise.form,
        when=words("when"),
        will=words("will"),
        by=words("by"),
        asks=promise.asks,
        asks_name=_name(state, promise.asks),
        outcome=promise.outcome,
    )


def _closing(state: State) -> v.ClosingView | None:
    closing = state.closing
    if closing is None or state.stage is not Stage.CLOSING:
        return None
    seat = state.seat(closing.seat) if closing.seat is not None else None
    return v.ClosingView(
        seat=closing.seat,
        seat_name=_name(state, closing.seat),
        people=1 if seat is None else seat.people,
        position=closing.position,
        seats=len(closing.order),
    )


def _deck_titles(state: State, language: str) -> tuple[str, ...]:
    titles: dict[str, str] = {}
    for deck in state.shelf.decks:
        if deck.id not in titles or deck.language == language:
            titles[deck.id] = deck.title
    return tuple(titles.values())
