"""Next, Back and the other steps: how a turn moves through its phases, and a session through
its stages. From every state, Next alone reaches the summary within a bound.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core import draw, turns
from game.core import events as ev
from game.core.cards import CardKey
from game.core.closing import begin_closing, closing_back, closing_next
from game.core.plan import Phase, Stage
from game.core.refusals import Refusal, Refused
from game.core.state import OwnCard, SeatId, State, Takeaway, Turn
from game.core.unfolding import Unfolding


def next_step(unfolding: Unfolding) -> Refused | None:
    """Do what comes next (see the design's *Next and Back*)."""
    state = unfolding.state
    if state.stage is Stage.OPENING:
        return open_play(unfolding, None)
    if state.stage is Stage.CLOSING:
        return closing_next(unfolding)
    if state.stage is Stage.FOLLOW_UP:
        unfolding.happen(ev.FollowUpEnded())
        return None
    if state.stage is Stage.DONE:
        return Refused(Refusal.WRONG_STAGE)
    if state.turn is None or not state.present:
        return begin_closing(unfolding)
    return _next_in_turn(unfolding, state, state.turn)


def _next_in_turn(unfolding: Unfolding, state: State, turn: Turn) -> Refused | None:
    match turn.phase:
        case Phase.DRAW:
            return begin_closing(unfolding) if state.is_at_end else draw_card(unfolding)
        case Phase.ROUND if turn.round is not None and _call_next_speaker(unfolding, turn):
            return None
        case Phase.TALK if (prompt := _next_prompt(state, turn)) is not None:
            unfolding.happen(ev.PromptRevealed(prompt))
            return None
        case Phase.WRITE if turn.own is None:
            unfolding.happen(ev.OwnCardWritten(turn.number, OwnCard(None)))
        case Phase.TAKEAWAY if turn.takeaway is None:
            unfolding.happen(ev.TakeawayRecorded(turn.number, Takeaway(None, None)))
        case _:
            pass
    go_on(unfolding)
    return None


def open_play(unfolding: Unfolding, manager_takes_part: bool | None) -> Refused | None:
    """Accept the talk rules and begin the first turn."""
    if unfolding.state.stage is not Stage.OPENING:
        return Refused(Refusal.WRONG_STAGE)
    unfolding.happen(ev.RulesAccepted(manager_takes_part))
    turns.start_turn(unfolding)
    return None


def draw_card(unfolding: Unfolding) -> Refused | None:
    """Draw the next card and read it."""
    state = unfolding.state
    card = draw.next_card(state.shelf, state.pile, state.last_card, state.under)
    if card is None:
        return Refused(Refusal.PILE_EMPTY)
    unfolding.happen(ev.CardDrawn(card), ev.PhaseEntered(Phase.READ))
    return None


def go_on(unfolding: Unfolding) -> None:
    """Enter the next phase, or end the turn after the last."""
    state = unfolding.state
    if state.turn is None:
        return
    following = turns.following_phase(state, state.turn)
    if following is None:
        turns.end_turn(unfolding)
        return
    unfolding.happen(ev.PhaseEntered(following))
    if following is Phase.ROUND:
        _open_round(unfolding)


def skip_phase(unfolding: Unfolding) -> Refused | None:
    """Leave the phase, whatever remains of it and without recording anything."""
    state = unfolding.state
    if state.stage is not Stage.PLAY or state.turn is None:
        return Refused(Refusal.WRONG_STAGE)
    if state.turn.phase is Phase.DRAW:
        return next_step(unfolding)
    go_on(unfolding)
    return None


def step_back(unfolding: Unfolding) -> Refused | None:
    """Take the last step back (draw, reveal, speaker, phase), never a text or a tally."""
    state = unfolding.state
    if state.stage is Stage.CLOSING:
        return closing_back(unfolding)
    turn = state.turn
    if state.stage is not Stage.PLAY or turn is None or turn.phase is Phase.DRAW:
        return Refused(Refusal.NOTHING_TO_TAKE_BACK)
    if turn.phase is Phase.READ and turn.card is not None:
        if turn.has_contents:
            return Refused(Refusal.NOTHING_TO_TAKE_BACK)
        turns.return_card(unfolding, turn.card)
        return None
    if turn.phase is Phase.TALK and turn.revealed:
        unfolding.happen(ev.PromptHidden(turn.revealed[-1]))
        return None
    if turn.phase is Phase.ROUND and turn.round is not None and turn.round.position > 0:
        unfolding.happen(ev.SpeakerCalled(_previous_speaker(state, turn)))
        return None
    before = turns.preceding_phase(state, turn)
    if before is None or before is Phase.DRAW:
        return Refused(Refusal.NOTHING_TO_TAKE_BACK)
    unfolding.happen(ev.PhaseEntered(before))
    if before is Phase.ROUND and turn.round is None:
        _open_round(unfolding)
    return None


def swap_card(unfolding: Unfolding) -> Refused | None:
    """Put the card under the pile and draw another; refused when the pile is empty.

    What was written or counted for the card goes with it; undo brings it back.
    """
    state = unfolding.state
    if state.turn is None or state.turn.card is None or state.turn.phase is not Phase.READ:
        return Refused(Refusal.WRONG_PHASE)
    if not state.pile:
        return Refused(Refusal.PILE_EMPTY)
    swapped = state.turn.card
    another = _another(state)
    unfolding.happen(ev.CardSwapped())
    turns.without_unplayable(unfolding, swapped)
    unfolding.happen(ev.CardDrawn(another), ev.PhaseEntered(Phase.READ))
    return None


def _another(state: State) -> CardKey:
    """A card for the one that is swapped: of another theme than that, and than the last turn's too."""
    played = next((turn.card for turn in reversed(state.past) if turn.card is not None), None)
    themes = {state.shelf.theme(card) for card in (played, state.last_card) if card is not None}
    apart = [card for card in state.pile if state.shelf.theme(card) not in themes - {None}]
    another = draw.next_card(state.shelf, apart or state.pile, state.last_card, state.under)
    assert another is not None, "the pile has cards"
    return another


# --- prompts


def _next_prompt(state: State, turn: Turn) -> int | None:
    card = state.card_of(turn)
    count = 0 if card is None else len(card.prompts)
    return next((prompt for prompt in range(count) if prompt not in turn.revealed), None)


def reveal_prompt(unfolding: Unfolding, prompt: int) -> Refused | None:
    """Reveal a prompt out of order, in `talk`."""
    state = unfolding.state
    if state.turn is None or state.turn.phase is not Phase.TALK:
        return Refused(Refusal.WRONG_PHASE)
    card = state.card_of(state.turn)
    if card is None or not 0 <= prompt < len(card.prompts):
        return Refused(Refusal.NO_SUCH_PROMPT)
    if prompt in state.turn.revealed:
        return Refused(Refusal.PROMPT_OPEN)
    unfolding.happen(ev.PromptRevealed(prompt))
    return None


def hide_prompt(unfolding: Unfolding) -> Refused | None:
    """Hide the prompt that was revealed last."""
    turn = unfolding.state.turn
    if turn is None or turn.phase is not Phase.TALK:
        return Refused(Refusal.WRONG_PHASE)
    if not turn.revealed:
        return Refused(Refusal.NO_PROMPT_OPEN)
    unfolding.happen(ev.PromptHidden(turn.revealed[-1]))
    return None


# --- the round


def _open_round(unfolding: Unfolding) -> None:
    """The reader speaks first, then the others in seat order; one slot a seat."""
    state = unfolding.state
    assert state.turn is not None, "a round belongs to a turn"
    seats = [seat.id for seat in state.seats if seat.is_present]
    reader = state.turn.seat
    if reader in seats:
        start = seats.index(reader)
        seats = [*seats[start:], *seats[:start]]
    unfolding.happen(ev.RoundOpened(tuple(seats)))
    if seats:
        unfolding.happen(ev.SpeakerCalled(0))


def _present_from(state: State, speakers: Sequence[SeatId], start: int) -> int | None:
    present = {seat.id for seat in state.present}
    return next((i for i in range(start, len(speakers)) if speakers[i] in present), None)


def _previous_speaker(state: State, turn: Turn) -> int:
    assert turn.round is not None, "only a running round has speakers"
    present = {seat.id for seat in state.present}
    before = range(turn.round.position - 1, -1, -1)
    return next((i for i in before if turn.round.speakers[i] in present), turn.round.position - 1)


def _call_next_speaker(unfolding: Unfolding, turn: Turn) -> bool:
    """Give the word to the next present speaker; False when the round is over."""
    now = turn.round
    assert now is not None, "only a running round has speakers"
    position = _present_from(unfolding.state, now.speakers, now.position + 1)
    if position is None and now.second_call is None and now.passed:
        unfolding.happen(ev.PassedAskedAgain(now.passed))
        state = unfolding.state
        assert state.turn is not None, "the turn runs on"
        assert state.turn.round is not None, "the round runs on"
        position = _present_from(state, state.turn.round.speakers, now.position + 1)
    if position is None:
        return False
    unfolding.happen(ev.SpeakerCalled(position))
    return True


def pass_speech(unfolding: Unfolding) -> Refused | None:
    """The speaker passes; the next one has the word."""
    turn = unfolding.state.turn
    if turn is None or turn.phase is not Phase.ROUND or turn.round is None:
        return Refused(Refusal.WRONG_PHASE)
    speaker = turn.round.speaker
    if speaker is None:
        return Refused(Refusal.NO_SPEAKER)
    unfolding.happen(ev.SpeechPassed(speaker))
    after = unfolding.state.turn
    assert after is not None, "the turn runs on"
    if not _call_next_speaker(unfolding, after):
        go_on(unfolding)
    return None
