"""Set-up's sum as the screen shows it, made from the sums of `game.session.setup`."""

from __future__ import annotations

from collections.abc import Sequence

from game.core.cards import Card
from game.core.plan import PHASES, Preset, planned_s
from game.screens.base import Preparation, SetupSum
from game.session import setup


def setup_sum(preparation: Preparation, cards: Sequence[Card]) -> SetupSum:
    """What the chosen (or proposed) preset gives this group in its time."""
    seats = max(1, len(preparation.seats))
    people = max(seats, preparation.people)
    proposed = setup.propose(seats, preparation.minutes, cards, people)
    preset = preparation.preset or proposed
    if preparation.cards is None:
        planned = setup.cards_for(preset, seats, preparation.minutes, cards, people)
        minutes = preparation.minutes
    else:
        planned = preparation.cards
        minutes = setup.minutes_for(preset, seats, planned, cards, people)
    return SetupSum(
        preset=preset,
        proposed=proposed,
        cards=planned,
        minutes=minutes,
        everyone_leads=planned >= seats,
        rows=_rows(preset, seats),
    )


def _rows(preset: Preset, seats: int) -> tuple[tuple[str, int], ...]:
    phases = [(phase.value, planned_s(phase, preset)) for phase in PHASES[preset]]
    timed = [(name, seconds) for name, seconds in phases if seconds is not None]
    return (*timed, ("closing", setup.CLOSING_SEAT_S * seats))
