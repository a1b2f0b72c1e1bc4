"""The sum of set-up: how many cards fit in the minutes, and the command that opens a session.

The standard times of phases are those of `game.core.plan`; what a plan has no time for is
estimated here. Estimates never force anything: a group goes on when it is ready.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final

from game.core.cards import Card, CardId, Deck, Kind
from game.core.commands import OpenSession
from game.core.plan import Phase, Plan, Preset, phases_of, planned_s
from game.core.shelf import Shelf
from game.session.host import Host

OPENING_S: Final = 120
"""Talk rules, and whether a manager takes part."""
CLOSING_SEAT_S: Final = 75
"""One seat's promise, thought of and said aloud."""
ESTIMATED_S: Final = {
    Phase.DRAW: 15,
    Phase.READ: 30,
    Phase.WRITE: 60,
    Phase.VOTE: 30,
    Phase.TAKEAWAY: 30,
}
"""Phases that have no planned time; draw and read are 45 s together."""

_FULLEST_FIRST: Final = (Preset.CALM, Preset.STANDARD, Preset.SHORT)


def turn_s(card: Card, preset: Preset, seats: int, people: int | None = None) -> int:
    """Seconds for one turn with that card; the deck's own minutes count when it gives them."""
    if card.minutes is not None:
        return card.minutes * 60
    return _phases_s(phases_of(card, preset, people or seats), preset, seats)


def card_s(preset: Preset, seats: int, cards: Sequence[Card] = (), people: int | None = None) -> float:
    """Seconds for an average card: of those given, or a situation when none are.

    `people` is how many sit at the seats, when a seat is a table.
    """
    if not cards:
        return _phases_s(phases_of(_typical(), preset, people or seats), preset, seats)
    return sum(turn_s(card, preset, seats, people) for card in cards) / len(cards)


def _phases_s(phases: Iterable[Phase], preset: Preset, seats: int) -> int:
    total_s = 0
    for phase in phases:
        planned = ESTIMATED_S[phase] if phase in ESTIMATED_S else planned_s(phase, preset) or 0
        total_s += planned * seats if phase is Phase.ROUND else planned
    return total_s


def _typical() -> Card:
    return Card(
        id=CardId("typical"),
        kind=Kind.SITUATION,
        theme=None,
        intensity=1,
        title="",
        text="",
        easy="",
        image=None,
        options=(),
        scale=None,
        prompts=(),
        note="",
        minutes=None,
    )


def minutes_for(
    preset: Preset, seats: int, count: int, cards: Sequence[Card] = (), people: int | None = None
) -> int:
    """Minutes, rounded up, for a session of `count` cards with opening and closing."""
    total_s = OPENING_S + CLOSING_SEAT_S * seats + count * card_s(preset, seats, cards, people)
    return ceil(total_s / 60)


def cards_for(
    preset: Preset, seats: int, minutes: int, cards: Sequence[Card] = (), people: int | None = None
) -> int:
    """How many cards fit in the minutes, with opening and closing; at least 1."""
    left_s = minutes * 60 - OPENING_S - CLOSING_SEAT_S * seats
    return max(1, int(left_s // card_s(preset, seats, cards, people)))


def propose(seats: int, minutes: int, cards: Sequence[Card] = (), people: int | None = None) -> Preset:
    """The fullest preset in which every seat leads a card once; the short one if none does."""
    for preset in _FULLEST_FIRST:
        if minutes_for(preset, seats, seats, cards, people) <= minutes:
            return preset
    return Preset.SHORT


def build_open(
    host: Host, decks: Sequence[Deck], language: str, seats: Sequence[tuple[str, int]], plan: Plan
) -> OpenSession:
    """The command that opens a session with these decks (all their language versions).

    `seats` are names and numbers of people, in seat order. Versions in `language` come first and
    are the reference that the rules count with.
    """
    ordered = tuple(sorted(decks, key=lambda deck: deck.language != language))
    return OpenSession(
        session=host.session_id,
        decks=ordered,
        seats=tuple(host.new_seat(name, people) for name, people in seats),
        plan=plan,
        keys=host.new_keys(len(Shelf(ordered).keys)),
    )
