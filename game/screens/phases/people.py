"""The people row during play: what each seat does, as a shape and a word under the name."""

from __future__ import annotations

from game.core.plan import Phase
from game.core.state import Presence
from game.core.views import SeatMark, SeatView, TableView
from game.i18n import N_, Translator
from game.ui.people import PersonMark, PersonState, pitch_vh
from game.ui.stage import Stage

STATES = {
    SeatMark.WAITING: PersonState.WAITING,
    SeatMark.TURN: PersonState.TURN,
    SeatMark.SPEAKING: PersonState.TURN,
    SeatMark.TALKED: PersonState.TALKED,
    SeatMark.PASSES: PersonState.PASSES,
    SeatMark.AWAY: PersonState.AWAY,
}
DOING = {
    Phase.DRAW: N_("drar"),
    Phase.READ: N_("läser"),
    Phase.WRITE: N_("skriver"),
    Phase.THINK: N_("på tur"),
    Phase.VOTE: N_("på tur"),
    Phase.PAIRS: N_("på tur"),
    Phase.ROUND: N_("på tur"),
    Phase.TALK: N_("leder"),
    Phase.TAKEAWAY: N_("skriver"),
}
"""What the one whose turn it is does in each phase."""
CLOSE_VH = 18.5
"""People closer than this have no room for more than one short word."""


def marks_of(view: TableView, _: Translator, stage: Stage) -> list[PersonMark]:
    """Everyone on the band; where they stand close, the words are short."""
    is_close = pitch_vh(stage, len(view.seats)) < CLOSE_VH
    return [
        PersonMark(seat.name, _status(view, seat, _, is_close=is_close), STATES[seat.mark])
        for seat in view.seats
    ]


def lit_index(view: TableView) -> int | None:
    """Whose disc is whole."""
    return next((i for i, seat in enumerate(view.seats) if STATES[seat.mark] is PersonState.TURN), None)


def _status(view: TableView, seat: SeatView, _: Translator, *, is_close: bool) -> str:
    turn = view.turn
    if seat.presence is not Presence.PRESENT:
        return _("borta")
    in_round = turn is not None and turn.phase is Phase.ROUND
    match seat.mark:
        case SeatMark.SPEAKING:
            return _("talar")
        case SeatMark.TURN if turn is not None:
            if turn.phase is Phase.DRAW and view.pile.is_at_end:
                return _("på tur")
            return _(DOING[turn.phase])
    if in_round and seat.is_next:
        return _("sedan") if is_close else _("näst på tur")
    return _.context("vid bordet", "passar") if seat.mark is SeatMark.PASSES else ""
