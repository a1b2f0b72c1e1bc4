"""The stages of a session, the phases of a turn, and the plan that a group chooses.

The standard times are those of the phase table in the design; a phase without a time runs
until the group goes on. Nothing here knows who is playing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from game.core.cards import Card, DeckId, Kind, ThemeId

ThemeKey = NewType("ThemeKey", str)
"""`deck id/theme id`: one theme among all decks of a session."""


class Stage(StrEnum):
    """Where a session stands."""

    OPENING = "opening"
    PLAY = "play"
    CLOSING = "closing"
    DONE = "done"
    FOLLOW_UP = "follow_up"


class Phase(StrEnum):
    """The steps of a turn, in order."""

    DRAW = "draw"
    READ = "read"
    WRITE = "write"
    THINK = "think"
    VOTE = "vote"
    PAIRS = "pairs"
    ROUND = "round"
    TALK = "talk"
    TAKEAWAY = "takeaway"


class Preset(StrEnum):
    """Which phases are played, and for how long."""

    SHORT = "short"
    STANDARD = "standard"
    CALM = "calm"


_SHORT = (Phase.DRAW, Phase.READ, Phase.WRITE, Phase.VOTE, Phase.TALK, Phase.TAKEAWAY)
_CALM = tuple(Phase)
_STANDARD = tuple(phase for phase in Phase if phase is not Phase.PAIRS)
_FACT = (Phase.DRAW, Phase.READ, Phase.TALK, Phase.TAKEAWAY)

PHASES: Final[Mapping[Preset, tuple[Phase, ...]]] = {
    Preset.SHORT: _SHORT,
    Preset.STANDARD: _STANDARD,
    Preset.CALM: _CALM,
}

PLANNED_S: Final[Mapping[Preset, Mapping[Phase, int]]] = {
    Preset.SHORT: {Phase.TALK: 240},
    Preset.STANDARD: {Phase.THINK: 60, Phase.ROUND: 45, Phase.TALK: 240},
    Preset.CALM: {Phase.THINK: 90, Phase.PAIRS: 120, Phase.ROUND: 60, Phase.TALK: 360},
}
"""Seconds a phase; for `round`, seconds a speaker."""

MAX_INTENSITY = 3
MAX_WEIGHT = 3
"""A theme's weight is 0 (left out) to 3 (much more often)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the group chose at set-up; it may change in mid-session."""

    preset: Preset
    cards: int
    """How many cards to play, at least 1."""
    minutes: int | None = None
    """The whole session, when the number of cards came from it."""
    max_intensity: int = MAX_INTENSITY
    weights: tuple[tuple[ThemeKey, int], ...] = ()
    """Themes whose weight is not 1."""
    facilitator_mode: bool = False

    def weight(self, theme: ThemeKey | None) -> int:
        """The weight of a theme, 0–3; a card without a theme has 1."""
        return dict(self.weights).get(theme, 1) if theme is not None else 1


def theme_key(deck: DeckId, theme: ThemeId | None) -> ThemeKey | None:
    """The key of a theme among all decks of a session; None for a card without a theme."""
    return None if theme is None else ThemeKey(f"{deck}/{theme}")


def has_vote(card: Card) -> bool:
    """Whether the card is voted on; facts never are."""
    return card.kind in (Kind.STATEMENT, Kind.DILEMMA)


def phases_of(card: Card, preset: Preset, people: int) -> tuple[Phase, ...]:
    """The phases of a turn with this card, in order; `pairs` needs two people."""
    if card.kind is Kind.FACT:
        return _FACT
    left_out = set()
    if card.kind is not Kind.OWN:
        left_out.add(Phase.WRITE)
    if not has_vote(card):
        left_out.add(Phase.VOTE)
    if people < 2:
        left_out.add(Phase.PAIRS)
    return tuple(phase for phase in PHASES[preset] if phase not in left_out)


def planned_s(phase: Phase, preset: Preset) -> int | None:
    """Seconds planned for a phase (a speaker's slot in `round`); None when it has no time."""
    standard = PLANNED_S[preset].get(phase)
    return standard if standard is not None else PLANNED_S[Preset.STANDARD].get(phase)
