"""What happened: the facts from which a session is folded. A field never changes meaning.

Events hold ids, and texts as `Text` values, whose words the journal stores in a table of
their own.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.core.cards import CardKey, Deck
from game.core.plan import Phase, Plan
from game.core.state import Keep, Outcome, OwnCard, Promise, PromiseId, Seat, SeatId, SessionId, Takeaway
from game.core.words import Text, TextId


@dataclass(frozen=True, slots=True)
class Event:
    """The base of all events."""


@dataclass(frozen=True, slots=True)
class SessionOpened(Event):
    """The first event of every journal; it holds the decks as they were."""

    session: SessionId
    decks: tuple[Deck, ...]
    seats: tuple[Seat, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class RulesAccepted(Event):
    """The group accepted the talk rules, and play began."""

    manager_takes_part: bool | None


@dataclass(frozen=True, slots=True)
class KeysDealt(Event):
    """Every card got a random key."""

    keys: tuple[tuple[CardKey, int], ...]


@dataclass(frozen=True, slots=True)
class PileOrdered(Event):
    """The pile lies in this order, the next card first."""

    order: tuple[CardKey, ...]


@dataclass(frozen=True, slots=True)
class LapStarted(Event):
    """A new lap, with the seats in this order."""

    number: int
    order: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class TurnStarted(Event):
    """A seat's turn began, in the phase `draw`."""

    number: int
    seat: SeatId


@dataclass(frozen=True, slots=True)
class TurnEnded(Event):
    """The turn was played to its end."""


@dataclass(frozen=True, slots=True)
class TurnPassed(Event):
    """The player passed the turn."""


@dataclass(frozen=True, slots=True)
class TurnHandedOver(Event):
    """Two seats swapped places in this lap; `to` has the turn now."""

    to: SeatId


@dataclass(frozen=True, slots=True)
class CardDrawn(Event):
    """A card was taken from the pile."""

    card: CardKey


@dataclass(frozen=True, slots=True)
class CardSwapped(Event):
    """The card in hand went under the pile, with all that the turn had of it."""


@dataclass(frozen=True, slots=True)
class CardReturned(Event):
    """The card in hand went back on top of the pile."""


@dataclass(frozen=True, slots=True)
class PhaseEntered(Event):
    """The turn is in this phase now."""

    phase: Phase


@dataclass(frozen=True, slots=True)
class PhaseLengthened(Event):
    """The present phase got more or less time."""

    seconds: int


@dataclass(frozen=True, slots=True)
class RoundOpened(Event):
    """A round began, with the speakers in this order."""

    speakers: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class SpeakerCalled(Event):
    """The speaker at this position has the word; the number of speakers means nobody has."""

    position: int


@dataclass(frozen=True, slots=True)
class SpeechPassed(Event):
    """The speaker passed."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class PassedAskedAgain(Event):
    """Those who had passed were put at the end of the round."""

    seats: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class PromptRevealed(Event):
    """The prompt with this index was revealed."""

    prompt: int


@dataclass(frozen=True, slots=True)
class PromptHidden(Event):
    """The prompt with this index was hidden again."""

    prompt: int


@dataclass(frozen=True, slots=True)
class OwnCardWritten(Event):
    """The group's own situation was written, or told aloud."""

    turn: int
    own: OwnCard


@dataclass(frozen=True, slots=True)
class TallyRecorded(Event):
    """How many chose what."""

    turn: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakeawayRecorded(Event):
    """What the group takes with it from a turn."""

    turn: int
    takeaway: Takeaway


@dataclass(frozen=True, slots=True)
class SeatAdded(Event):
    """A latecomer sat down."""

    seat: Seat


@dataclass(frozen=True, slots=True)
class SeatRenamed(Event):
    """A name was mended."""

    seat: SeatId
    name: Text


@dataclass(frozen=True, slots=True)
class SeatMarkedAway(Event):
    """A seat is absent."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatMarkedBack(Event):
    """A seat is back; it comes last in the lap and in a running round."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatLeft(Event):
    """A seat left for good."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class SeatsReordered(Event):
    """The seats have a new order from the next lap on."""

    order: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class PlanChanged(Event):
    """The group plays by this plan now."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class ClosingBegan(Event):
    """The closing began; promises are made in this order."""

    order: tuple[SeatId, ...]


@dataclass(frozen=True, slots=True)
class ClosingLeft(Event):
    """The group went back from the closing to play; to the opening when no turn had begun."""


@dataclass(frozen=True, slots=True)
class PromiserCalled(Event):
    """The seat at this position promises; the number of seats means the overview."""

    position: int


@dataclass(frozen=True, slots=True)
class PromiseMade(Event):
    """A promise was made, or replaced the one with the same id."""

    promise: Promise


@dataclass(frozen=True, slots=True)
class PromiseRemoved(Event):
    """A promise was taken back."""

    id: PromiseId


@dataclass(frozen=True, slots=True)
class SessionEnded(Event):
    """The group said thanks for today."""


@dataclass(frozen=True, slots=True)
class KeepingChosen(Event):
    """The group chose what is kept."""

    keep: Keep


@dataclass(frozen=True, slots=True)
class TextsErased(Event):
    """The words of these texts are gone."""

    texts: tuple[TextId, ...]


@dataclass(frozen=True, slots=True)
class FollowUpBegan(Event):
    """The promises came back at a later meeting."""


@dataclass(frozen=True, slots=True)
class PromiseFollowedUp(Event):
    """What became of a promise."""

    promise: PromiseId
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class FollowUpEnded(Event):
    """The follow-up is over."""


@dataclass(frozen=True, slots=True)
class WentBackTo(Event):
    """The session is again as it was at this version."""

    version: int
