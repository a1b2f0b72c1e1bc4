"""What a turn leaves behind: own card, tally, takeaway. Accepted as long as the turn exists."""

from __future__ import annotations

from game.core import commands as cmd
from game.core import events as ev
from game.core.cards import OWN_CARD_CHARACTERS, Kind
from game.core.plan import Stage
from game.core.refusals import Refusal, Refused
from game.core.state import OwnCard, State, Takeaway, Turn
from game.core.unfolding import Unfolding
from game.core.words import TAKEAWAY_CHARACTERS, Text


def _target(state: State, number: int) -> Turn | Refused:
    if state.stage in (Stage.OPENING, Stage.FOLLOW_UP) or state.keep is not None:
        return Refused(Refusal.WRONG_STAGE)
    turn = state.turn_numbered(number)
    if turn is None or turn.card is None:
        return Refused(Refusal.UNKNOWN_TURN)
    return turn


def _words(text: Text | None) -> Text | None:
    """The text, or None for one with nothing but white space: said aloud."""
    return text if text is not None and text.words.strip() else None


def write_own_card(unfolding: Unfolding, command: cmd.WriteOwnCard) -> Refused | None:
    """Record the situation of an own card."""
    turn = _target(unfolding.state, command.turn)
    if isinstance(turn, Refused):
        return turn
    card = unfolding.state.card_of(turn)
    if card is None or card.kind is not Kind.OWN:
        return Refused(Refusal.NOT_AN_OWN_CARD)
    text = _words(command.text)
    if text is not None and len(text.words) > OWN_CARD_CHARACTERS:
        return Refused(Refusal.TEXT_TOO_LONG)
    own = OwnCard(text, command.keep and text is not None)
    unfolding.happen(ev.OwnCardWritten(command.turn, own))
    return None


def record_tally(unfolding: Unfolding, command: cmd.RecordTally) -> Refused | None:
    """Record how many chose what; the sum is at most the people present."""
    state = unfolding.state
    turn = _target(state, command.turn)
    if isinstance(turn, Refused):
        return turn
    assert turn.card is not None, "a target has a card"
    choices = state.shelf.choices(turn.card)
    if choices == 0:
        return Refused(Refusal.NO_VOTE)
    if len(command.counts) != choices or any(count < 0 for count in command.counts):
        return Refused(Refusal.BAD_TALLY)
    if sum(command.counts) > state.people_present:
        return Refused(Refusal.TALLY_TOO_HIGH)
    unfolding.happen(ev.TallyRecorded(command.turn, command.counts))
    return None


def record_takeaway(unfolding: Unfolding, command: cmd.RecordTakeaway) -> Refused | None:
    """Record the line that the group takes with it."""
    turn = _target(unfolding.state, command.turn)
    if isinstance(turn, Refused):
        return turn
    text = _words(command.text)
    if text is not None and len(text.words) > TAKEAWAY_CHARACTERS:
        return Refused(Refusal.TEXT_TOO_LONG)
    takeaway = Takeaway(text, command.mark, command.needs_manager)
    unfolding.happen(ev.TakeawayRecorded(command.turn, takeaway))
    return None
