"""What a session is at one moment: frozen values that events fold to.

Nothing here decides anything: `rules` does, and `evolve` is the only maker of states. Every
value is compared by content, so that a replay can be held against the live session.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from game.core.cards import Card, CardKey
from game.core.plan import Phase, Plan, Stage
from game.core.shelf import Shelf
from game.core.words import Text, TextId

SessionId = NewType("SessionId", str)
SeatId = NewType("SeatId", str)
PromiseId = NewType("PromiseId", str)

MAX_SEATS = 8


class Presence(StrEnum):
    """Whether a seat takes part now."""

    PRESENT = "present"
    AWAY = "away"
    LEFT = "left"


class Mark(StrEnum):
    """What a takeaway says of the group."""

    STRENGTH = "strength"
    IMPROVE = "improve"


class PromiseForm(StrEnum):
    """How a promise was given; only a typed one has words."""

    TYPED = "typed"
    ALOUD = "aloud"
    PRIVATE = "private"


class Outcome(StrEnum):
    """What became of a promise at a later meeting."""

    DID_IT = "did_it"
    TRIED = "tried"
    NOT_YET = "not_yet"
    CHANGED = "changed"


class Keep(StrEnum):
    """What is to be kept of a finished session; deleting it needs no event."""

    FOLLOW_UP = "follow_up"
    WITHOUT_NAMES = "without_names"


@dataclass(frozen=True, slots=True)
class Seat:
    """A person, or a table with a name and a number of people."""

    id: SeatId
    name: Text
    people: int = 1
    presence: Presence = Presence.PRESENT

    @property
    def is_present(self) -> bool:
        """Whether the seat takes part now."""
        return self.presence is Presence.PRESENT


@dataclass(frozen=True, slots=True)
class Takeaway:
    """The line that the group takes with it from a turn; no text when it was said aloud."""

    text: Text | None
    mark: Mark | None
    needs_manager: bool = False


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A situation of the group's own; no text when it was told aloud."""

    text: Text | None
    keep: bool = False
    """Whether the group said that it may be kept after the session."""


@dataclass(frozen=True, slots=True)
class Round:
    """Who speaks in a round, one at a time. Those who passed are asked once more at the end."""

    speakers: tuple[SeatId, ...]
    position: int = 0
    """Index in `speakers` of the one who speaks now."""
    called: tuple[SeatId, ...] = ()
    """Who has been given the word so far; absent speakers are not called."""
    passed: tuple[SeatId, ...] = ()
    """Who has passed, and not spoken since."""
    second_call: int | None = None
    """Index in `speakers` from which those who passed are asked once more."""

    @property
    def speaker(self) -> SeatId | None:
        """Who speaks now; None when nobody does."""
        return self.speakers[self.position] if self.position < len(self.speakers) else None

    @property
    def is_second_call(self) -> bool:
        """Whether the present speaker is asked for the second time; a latecomer is not."""
        if self.second_call is None or self.position < self.second_call:
            return False
        return self.speaker in self.speakers[: self.second_call]


@dataclass(frozen=True, slots=True)
class Turn:
    """One seat's turn: the card, the phase, and what the group left behind in it."""

    number: int
    """1 for the session's first turn; the target that contents name."""
    seat: SeatId
    phase: Phase = Phase.DRAW
    card: CardKey | None = None
    revealed: tuple[int, ...] = ()
    """Indices of the revealed prompts, in the order in which they were revealed."""
    round: Round | None = None
    tally: tuple[int, ...] | None = None
    own: OwnCard | None = None
    takeaway: Takeaway | None = None
    extra_s: int = 0
    """Seconds added to the present phase."""

    @property
    def has_contents(self) -> bool:
        """Whether the group left words, a mark or a tally in it; said aloud leaves nothing."""
        own, takeaway = self.own, self.takeaway
        wrote = own is not None and own.text is not None
        took = takeaway is not None and takeaway != Takeaway(None, None)
        return wrote or took or self.tally is not None


@dataclass(frozen=True, slots=True)
class Promise:
    """An if-then plan. Private and aloud ones have no words."""

    id: PromiseId
    seat: SeatId
    form: PromiseForm
    when: Text | None = None
    will: Text | None = None
    by: Text | None = None
    asks: SeatId | None = None
    """Who asks about it."""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """Whose promises are being made; past the last seat stands the overview."""

    order: tuple[SeatId, ...]
    position: int = 0

    @property
    def seat(self) -> SeatId | None:
        """Whose turn it is to promise; None at the overview."""
        return self.order[self.position] if self.position < len(self.order) else None


@dataclass(frozen=True, slots=True)
class State:
    """A session at one version."""

    session: SessionId
    shelf: Shelf
    plan: Plan
    seats: tuple[Seat, ...]
    """In seat order; those who left stay, so that their words keep a name."""
    stage: Stage = Stage.OPENING
    manager_takes_part: bool | None = None
    keys: Mapping[CardKey, int] = field(default_factory=dict)
    """The random keys from which the pile was ordered."""
    pile: tuple[CardKey, ...] = ()
    """Cards that may be drawn, the next one first."""
    under: tuple[CardKey, ...] = ()
    """Cards of the pile that were swapped and lie under it, oldest first."""
    used: tuple[CardKey, ...] = ()
    """Cards drawn since the pile was last shuffled, the one in hand included."""
    last_card: CardKey | None = None
    """The card that was drawn last, for the rule of themes."""
    lap: int = 0
    lap_order: tuple[SeatId, ...] = ()
    had_turn: tuple[SeatId, ...] = ()
    """Who has had their turn in this lap, in the order of the turns."""
    past: tuple[Turn, ...] = ()
    """Turns that ended or were passed, oldest first."""
    turn: Turn | None = None
    closing: Closing | None = None
    promises: tuple[Promise, ...] = ()
    keep: Keep | None = None

    @property
    def present(self) -> tuple[Seat, ...]:
        """The seats that take part now, in seat order."""
        return tuple(seat for seat in self.seats if seat.is_present)

    @property
    def people_present(self) -> int:
        """How many people sit at the present seats."""
        return sum(seat.people for seat in self.present)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn so far, the running one last."""
        return self.past if self.turn is None else (*self.past, self.turn)

    @property
    def cards_played(self) -> int:
        """Turns that were played with a card to their end."""
        return sum(1 for turn in self.past if turn.card is not None)

    @property
    def is_at_end(self) -> bool:
        """Whether the planned cards are played or the pile is empty."""
        return self.cards_played >= self.plan.cards or not self.pile

    def seat(self, seat_id: SeatId) -> Seat | None:
        """The seat with that id, or None."""
        return next((seat for seat in self.seats if seat.id == seat_id), None)

    def turn_numbered(self, number: int) -> Turn | None:
        """The turn with that number, running or past, or None."""
        return next((turn for turn in self.turns if turn.number == number), None)

    def card_of(self, turn: Turn) -> Card | None:
        """The reference card of a turn, or None before the draw."""
        return None if turn.card is None else self.shelf.card(turn.card)

    def promises_of(self, seat_id: SeatId) -> tuple[Promise, ...]:
        """The promises of one seat, oldest first."""
        return tuple(promise for promise in self.promises if promise.seat == seat_id)

    def texts(self) -> Iterator[Text]:
        """Every text that the state reaches: names, own cards, takeaways, promises."""
        for seat in self.seats:
            yield seat.name
        for turn in self.turns:
            if turn.own is not None and turn.own.text is not None:
                yield turn.own.text
            if turn.takeaway is not None and turn.takeaway.text is not None:
                yield turn.takeaway.text
        for promise in self.promises:
            for text in (promise.when, promise.will, promise.by):
                if text is not None:
                    yield text

    def text_ids(self) -> frozenset[TextId]:
        """The ids of every text that the state reaches."""
        return frozenset(text.id for text in self.texts())
