"""What each audience may see of a session. What it must not see is left out here, not hidden
by a screen: notes, coming prompts and the next card exist in the `FacilitatorView` alone.

A view holds plain values, in one language, and nothing that leads back to the state.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.core.cards import Kind, Scale
from game.core.plan import Phase, Plan, Stage
from game.core.state import (
    Keep,
    Mark,
    Outcome,
    Presence,
    PromiseForm,
    PromiseId,
    SeatId,
    SessionId,
)


class SeatMark(StrEnum):
    """How a seat is drawn: by shape, never by colour alone."""

    WAITING = "waiting"
    TURN = "turn"
    SPEAKING = "speaking"
    TALKED = "talked"
    PASSES = "passes"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat at the table. Those who left are not shown."""

    id: SeatId
    name: str
    people: int
    presence: Presence
    mark: SeatMark
    is_leader: bool
    """Whose turn it is."""
    is_next: bool
    """Who speaks next in a round; elsewhere, whose turn comes next."""
    had_turn: bool
    """Whether the turn in this lap is over; such a seat cannot take the turn over."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A card's face. `language` is the one that it is shown in."""

    kind: Kind
    theme_name: str
    theme_color: str
    theme_icon: str
    """Empty strings for a card without a theme."""
    intensity: int
    title: str
    text: str
    easy: str
    image: str | None
    """Path relative to the deck's folder."""
    deck_id: str
    deck_title: str
    language: str
    is_other_language: bool
    """Whether it is shown in another language than the one asked for."""
    scale: Scale | None
    options: tuple[str, ...]
    written_by: str
    """For an own card whose situation was written: the seat's name."""


@dataclass(frozen=True, slots=True)
class PromptView:
    """A revealed prompt; `number` starts at 1 and follows the card's order, or, in facilitator
    mode, the order in which the prompts were revealed."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """Who speaks. Names are empty where there is nobody."""

    speaker: str
    next_speaker: str
    is_second_call: bool


@dataclass(frozen=True, slots=True)
class VoteView:
    """What people choose between, and the tally. `counts` is None before it is tapped in."""

    choices: int
    counts: tuple[int, ...] | None
    people: int


@dataclass(frozen=True, slots=True)
class TakeawayView:
    """A takeaway; `text` is None when it was said aloud, empty when erased."""

    turn: int
    card_title: str
    text: str | None
    mark: Mark | None
    needs_manager: bool


@dataclass(frozen=True, slots=True)
class OwnCardView:
    """An own card's situation; `text` is None when it was told aloud."""

    text: str | None
    keep: bool


@dataclass(frozen=True, slots=True)
class TurnView:
    """The running turn."""

    number: int
    leader: SeatId
    leader_name: str
    phase: Phase
    phases: tuple[Phase, ...]
    planned_s: int | None
    """Seconds planned for the phase (a speaker's slot in `round`); None when it has no time."""
    card: CardView | None
    """None before the draw."""
    prompts: tuple[PromptView, ...]
    """The revealed ones, in the order in which they were revealed."""
    prompts_hidden: int | None
    """How many remain; None when the audience is not told (facilitator mode)."""
    round: RoundView | None
    vote: VoteView | None
    own: OwnCardView | None
    takeaway: TakeawayView | None


@dataclass(frozen=True, slots=True)
class PileView:
    """The pile and how far the session has come."""

    cards_left: int
    cards_played: int
    cards_planned: int
    is_at_end: bool
    """Next on the draw screen is closing; one more card may be asked for."""
    can_swap: bool


@dataclass(frozen=True, slots=True)
class PromiseView:
    """A promise; its fields are empty unless it was typed."""

    id: PromiseId
    seat: SeatId
    name: str
    form: PromiseForm
    when: str
    will: str
    by: str
    asks: SeatId | None
    asks_name: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class ClosingView:
    """Whose promises are being made; `seat` is None at the overview."""

    seat: SeatId | None
    seat_name: str
    people: int
    position: int
    seats: int


@dataclass(frozen=True, slots=True)
class TableView:
    """What the shared screen may show."""

    version: int
    session: SessionId
    language: str
    stage: Stage
    seats: tuple[SeatView, ...]
    turn: TurnView | None
    """None outside play, and when nobody is present."""
    pile: PileView
    plan: Plan
    lap: int
    closing: ClosingView | None
    promises: tuple[PromiseView, ...]
    takeaways: tuple[TakeawayView, ...]
    deck_titles: tuple[str, ...]
    languages: tuple[str, ...]
    """The languages of the decks; the first is the reference."""
    manager_takes_part: bool | None
    keep: Keep | None
    can_undo: bool
    can_redo: bool


@dataclass(frozen=True, slots=True)
class PromptState:
    """A prompt as the facilitator sees it."""

    number: int
    text: str
    is_revealed: bool


@dataclass(frozen=True, slots=True)
class FacilitatorView:
    """What the facilitator sees besides the table: never handed to the shared screen."""

    table: TableView
    note: str
    prompts: tuple[PromptState, ...]
    next_card: CardView | None
    next_seat_name: str
    """Whose turn comes after this one; empty when nobody is present."""
