"""The rules: a state and a command give events, or a refusal with its reason.

`decide` is pure: no clock, no chance, nothing read or written. Undo, redo and erasing need the
earlier states and are decided in `timeline`, which is what the shell calls.
"""

from __future__ import annotations

from dataclasses import replace

from game.core import closing, contents, draw, seating, steps, turns
from game.core import commands as cmd
from game.core import events as ev
from game.core.plan import MAX_INTENSITY, MAX_WEIGHT, Phase, Plan, Stage
from game.core.refusals import Refusal, Refused
from game.core.shelf import Shelf
from game.core.state import State
from game.core.unfolding import Unfolding

_ALLOWED_WITH_NOBODY = (
    cmd.MarkBack,
    cmd.AddSeat,
    cmd.BeginClosing,
    cmd.Next,  # it goes to the closing, so that a clicker alone reaches the summary
)


def decide(state: State | None, command: cmd.Command) -> list[ev.Event] | Refused:
    """The events of an accepted command (at least one), or why it is refused.

    Does not look at the version of a step: `timeline.decide` does.
    """
    if isinstance(command, cmd.OpenSession):
        return Refused(Refusal.ALREADY_OPEN) if state is not None else _open(command)
    if state is None:
        return Refused(Refusal.NOT_OPEN)
    nobody = state.stage is Stage.PLAY and not state.present
    if nobody and not isinstance(command, _ALLOWED_WITH_NOBODY):
        return Refused(Refusal.NOBODY_PRESENT)
    unfolding = Unfolding(state)
    refused = _unfold(unfolding, command)
    return refused if refused is not None else unfolding.events


def _open(command: cmd.OpenSession) -> list[ev.Event] | Refused:
    refused = seating.check_seats(command.seats) or _check_plan(command.plan)
    if refused is not None:
        return refused
    shelf = Shelf(command.decks)
    if not draw.eligible(shelf, command.plan):
        return Refused(Refusal.NO_CARDS)
    keys = draw.deal(shelf, command.keys)
    return [
        ev.SessionOpened(command.session, command.decks, command.seats, command.plan),
        ev.KeysDealt(tuple(keys.items())),
        ev.PileOrdered(draw.pile_order(shelf, command.plan, keys)),
    ]


def _unfold(unfolding: Unfolding, command: cmd.Command) -> Refused | None:
    if isinstance(command, cmd.Step):
        return _step(unfolding, command)
    match command:
        case cmd.AcceptRules(manager_takes_part):
            return steps.open_play(unfolding, manager_takes_part)
        case cmd.WriteOwnCard():
            return contents.write_own_card(unfolding, command)
        case cmd.RecordTally():
            return contents.record_tally(unfolding, command)
        case cmd.RecordTakeaway():
            return contents.record_takeaway(unfolding, command)
        case cmd.MakePromise():
            return closing.make_promise(unfolding, command)
        case cmd.RemovePromise(promise):
            return closing.remove_promise(unfolding, promise)
        case cmd.AddSeat(seat):
            return seating.add_seat(unfolding, seat)
        case cmd.RenameSeat():
            return seating.rename_seat(unfolding, command)
        case cmd.MarkAway(seat_id):
            return seating.mark_away(unfolding, seat_id)
        case cmd.MarkBack(seat_id):
            return seating.mark_back(unfolding, seat_id)
        case cmd.RemoveSeat(seat_id):
            return seating.remove_seat(unfolding, seat_id)
        case cmd.ReorderSeats(order):
            return seating.reorder_seats(unfolding, order)
        case cmd.ChangePlan(plan):
            return _change_plan(unfolding, plan)
        case cmd.KeepSession():
            return closing.keep_session(unfolding, command)
        case cmd.BeginFollowUp():
            return closing.begin_follow_up(unfolding)
        case cmd.RecordOutcome():
            return closing.record_outcome(unfolding, command)
    raise TypeError(f"no rule for {type(command).__name__}")


def _step(unfolding: Unfolding, command: cmd.Step) -> Refused | None:
    match command:
        case cmd.Next():
            return steps.next_step(unfolding)
        case cmd.StepBack():
            return steps.step_back(unfolding)
        case cmd.BeginClosing():
            return closing.begin_closing(unfolding)
        case _ if unfolding.state.stage is not Stage.PLAY:
            return Refused(Refusal.WRONG_STAGE)
        case cmd.SkipPhase():
            return steps.skip_phase(unfolding)
        case cmd.SwapCard():
            return steps.swap_card(unfolding)
        case cmd.PassTurn():
            return turns.pass_turn(unfolding)
        case cmd.PassSpeech():
            return steps.pass_speech(unfolding)
        case cmd.HandOver(to=to):
            return turns.hand_over(unfolding, to)
        case cmd.RevealPrompt(prompt=prompt):
            return steps.reveal_prompt(unfolding, prompt)
        case cmd.HidePrompt():
            return steps.hide_prompt(unfolding)
        case cmd.LengthenPhase(seconds=seconds):
            return _lengthen(unfolding, seconds)
        case cmd.OneMoreCard(keys=keys):
            return _one_more(unfolding, keys)
    raise TypeError(f"no rule for {type(command).__name__}")


def _check_plan(plan: Plan) -> Refused | None:
    fits = (
        plan.cards >= 1
        and 1 <= plan.max_intensity <= MAX_INTENSITY
        and all(0 <= weight <= MAX_WEIGHT for _, weight in plan.weights)
        and (plan.minutes is None or plan.minutes >= 1)
    )
    return None if fits else Refused(Refusal.BAD_PLAN)


def _change_plan(unfolding: Unfolding, plan: Plan) -> Refused | None:
    """Play by another plan; a changed focus or ceiling orders the rest of the pile anew."""
    state = unfolding.state
    if state.stage not in (Stage.OPENING, Stage.PLAY):
        return Refused(Refusal.WRONG_STAGE)
    refused = _check_plan(plan)
    if refused is not None:
        return refused
    old = state.plan
    unfolding.happen(ev.PlanChanged(plan))
    if (plan.weights, plan.max_intensity) != (old.weights, old.max_intensity):
        if not draw.eligible(state.shelf, plan):
            return Refused(Refusal.NO_CARDS)
        order = draw.pile_order(state.shelf, plan, state.keys, state.used, state.under)
        unfolding.happen(ev.PileOrdered(order))
    return None


def _lengthen(unfolding: Unfolding, seconds: int) -> Refused | None:
    if unfolding.state.turn is None or unfolding.state.turn.phase is Phase.DRAW:
        return Refused(Refusal.WRONG_PHASE)
    unfolding.happen(ev.PhaseLengthened(seconds))
    return None


def _one_more(unfolding: Unfolding, keys: tuple[int, ...]) -> Refused | None:
    """One more card past the planned end; an empty pile is shuffled again, all cards in it."""
    state = unfolding.state
    if state.turn is None or state.turn.phase is not Phase.DRAW:
        return Refused(Refusal.WRONG_PHASE)
    if not state.is_at_end:
        return Refused(Refusal.PLAN_NOT_REACHED)
    if not state.pile:
        if not draw.eligible(state.shelf, state.plan):
            return Refused(Refusal.NO_CARDS)
        dealt = draw.deal(state.shelf, keys)
        order = draw.pile_order(state.shelf, state.plan, dealt)
        unfolding.happen(ev.KeysDealt(tuple(dealt.items())), ev.PileOrdered(order))
    if state.cards_played >= state.plan.cards:
        more = replace(state.plan, cards=state.cards_played + 1)
        unfolding.happen(ev.PlanChanged(more))
    return steps.draw_card(unfolding)
