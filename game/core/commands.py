"""What people ask for. A command is either accepted, and becomes events, or refused with a reason.

Steps carry the version that they were meant for and are refused when it has passed. Contents
carry their target and are accepted as long as it exists. Ids, texts' ids and random keys are
chosen by the shell, so that deciding stays pure.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.cards import Deck
from game.core.plan import Plan
from game.core.state import Keep, Mark, Outcome, PromiseForm, PromiseId, Seat, SeatId, SessionId
from game.core.words import Text, TextId


@dataclass(frozen=True, slots=True)
class Command:
    """The base of all commands."""


@dataclass(frozen=True, slots=True)
class Step(Command):
    """A command that moves the session on from one version and no other."""

    version: int


@dataclass(frozen=True, slots=True)
class OpenSession(Command):
    """Begin: the decks in every language, the seats in order, the plan, a random key a card."""

    session: SessionId
    decks: tuple[Deck, ...]
    seats: tuple[Seat, ...]
    plan: Plan
    keys: tuple[int, ...]
    """One non-negative random number below 2**53 for each card of the shelf."""


@dataclass(frozen=True, slots=True)
class AcceptRules(Command):
    """The group accepts the talk rules and says whether a manager takes part (None: not said)."""

    manager_takes_part: bool | None


@dataclass(frozen=True, slots=True)
class Next(Step):
    """Whatever comes next: reveal, next speaker, next phase, next turn, closing, the end."""


@dataclass(frozen=True, slots=True)
class StepBack(Step):
    """Take the last step back; words are never lost by it."""


@dataclass(frozen=True, slots=True)
class SkipPhase(Step):
    """Leave the phase whatever remains of it."""


@dataclass(frozen=True, slots=True)
class SwapCard(Step):
    """Another card, no reason asked; this one goes under the pile."""


@dataclass(frozen=True, slots=True)
class PassTurn(Step):
    """The player passes; it counts as the turn."""


@dataclass(frozen=True, slots=True)
class PassSpeech(Step):
    """The speaker of a round passes and is asked once more at its end."""


@dataclass(frozen=True, slots=True)
class HandOver(Step):
    """Swap places in this lap with another seat, who takes the turn."""

    to: SeatId


@dataclass(frozen=True, slots=True)
class RevealPrompt(Step):
    """Reveal the prompt with this index (0 is the first)."""

    prompt: int


@dataclass(frozen=True, slots=True)
class HidePrompt(Step):
    """Hide the prompt that was revealed last."""


@dataclass(frozen=True, slots=True)
class LengthenPhase(Step):
    """Give the present phase more (or, negative, less) time."""

    seconds: int


@dataclass(frozen=True, slots=True)
class OneMoreCard(Step):
    """Play on past the planned end; the keys shuffle the pile again when it is empty."""

    keys: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BeginClosing(Step):
    """Go to the closing from wherever the session stands."""


@dataclass(frozen=True, slots=True)
class WriteOwnCard(Command):
    """The group's own situation for a turn; no text means told aloud."""

    turn: int
    text: Text | None
    keep: bool


@dataclass(frozen=True, slots=True)
class RecordTally(Command):
    """How many chose what, for a turn; their sum is at most the people present."""

    turn: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RecordTakeaway(Command):
    """What the group takes with it from a turn; it replaces an earlier one."""

    turn: int
    text: Text | None
    mark: Mark | None
    needs_manager: bool


@dataclass(frozen=True, slots=True)
class MakePromise(Command):
    """A seat's promise; with the id of an earlier one it replaces that."""

    id: PromiseId
    seat: SeatId
    form: PromiseForm
    when: Text | None = None
    will: Text | None = None
    by: Text | None = None
    asks: SeatId | None = None


@dataclass(frozen=True, slots=True)
class RemovePromise(Command):
    """Take a promise back."""

    id: PromiseId


@dataclass(frozen=True, slots=True)
class AddSeat(Command):
    """A latecomer: the turn comes at the end of this lap."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class RenameSeat(Command):
    """Mend a name."""

    seat: SeatId
    name: Text


@dataclass(frozen=True, slots=True)
class MarkAway(Command):
    """A seat is absent for a while."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class MarkBack(Command):
    """An absent seat, or one that left, is back."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class RemoveSeat(Command):
    """A seat leaves for good; what it said stays."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class ReorderSeats(Command):
    """A new seat order; it counts from the next lap."""

    order: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class ChangePlan(Command):
    """Another preset, focus, ceiling, number of cards or facilitator mode in mid-session."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class KeepSession(Command):
    """What is to be kept of a finished session."""

    keep: Keep


@dataclass(frozen=True, slots=True)
class EraseTexts(Command):
    """Erase words for good. It cannot be undone."""

    texts: tuple[TextId, ...]


@dataclass(frozen=True, slots=True)
class BeginFollowUp(Command):
    """At a later meeting: the promises come back."""


@dataclass(frozen=True, slots=True)
class RecordOutcome(Command):
    """What became of a promise."""

    promise: PromiseId
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Undo(Command):
    """Take back the last accepted command."""


@dataclass(frozen=True, slots=True)
class Redo(Command):
    """Take back the last undo."""
