"""Why a command is refused. Every refusal has a reason that a screen can put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """The reasons. `game.screens.refusals` says them in the user's language."""

    STALE = "stale"
    """The step was meant for an earlier version: a double tap, or two people at once."""
    ALREADY_OPEN = "already_open"
    NOT_OPEN = "not_open"
    WRONG_STAGE = "wrong_stage"
    """The command does not belong to this stage of the session."""
    WRONG_PHASE = "wrong_phase"
    """The command does not belong to this phase of the turn."""
    NOTHING_TO_TAKE_BACK = "nothing_to_take_back"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOTHING_TO_REDO = "nothing_to_redo"
    CANNOT_BE_UNDONE = "cannot_be_undone"
    """Erasing and deleting are for good."""
    PILE_EMPTY = "pile_empty"
    NO_CARDS = "no_cards"
    """Focus and ceiling leave no card to play."""
    NOBODY_PRESENT = "nobody_present"
    NO_SEATS = "no_seats"
    TOO_MANY_SEATS = "too_many_seats"
    NAME_EMPTY = "name_empty"
    NAME_TAKEN = "name_taken"
    TEXT_TOO_LONG = "text_too_long"
    UNKNOWN_SEAT = "unknown_seat"
    SEAT_AWAY = "seat_away"
    SEAT_PRESENT = "seat_present"
    SEAT_HAD_TURN = "seat_had_turn"
    SAME_SEAT = "same_seat"
    BAD_ORDER = "bad_order"
    BAD_PLAN = "bad_plan"
    UNKNOWN_TURN = "unknown_turn"
    NO_VOTE = "no_vote"
    BAD_TALLY = "bad_tally"
    """Negative, or the wrong number of counts."""
    TALLY_TOO_HIGH = "tally_too_high"
    """More votes than people present."""
    NO_SUCH_PROMPT = "no_such_prompt"
    PROMPT_OPEN = "prompt_open"
    NO_PROMPT_OPEN = "no_prompt_open"
    NO_SPEAKER = "no_speaker"
    NOT_AN_OWN_CARD = "not_an_own_card"
    PLAN_NOT_REACHED = "plan_not_reached"
    """There are planned cards left, so one more is not needed."""
    NO_SUCH_PROMISE = "no_such_promise"
    EMPTY_PROMISE = "empty_promise"
    PRIVATE_HAS_WORDS = "private_has_words"
    """A private or spoken promise is not typed."""
    ALREADY_CHOSEN = "already_chosen"
    UNKNOWN_TEXT = "unknown_text"


@dataclass(frozen=True, slots=True)
class Refused:
    """The answer to a command that was not accepted; the state is as it was."""

    reason: Refusal
    suggestion: str = ""
    """For a name that is taken: one that is free."""
