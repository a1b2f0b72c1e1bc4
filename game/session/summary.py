"""What a list of sessions says of each: no names, no words of anybody's, only the decks' titles.

The journal keeps it beside the events, so that a list is made without replaying anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.core.plan import Stage
from game.core.state import Keep, State
from game.session.codec import Json


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in brief."""

    decks: tuple[str, ...] = ()
    """Titles, each deck once, in the session's language."""
    language: str = ""
    stage: Stage | None = None
    """None when the file cannot say."""
    seats: int = 0
    cards_played: int = 0
    cards_planned: int = 0
    keep: Keep | None = None
    """None until the group has chosen."""


def summarise(state: State) -> dict[str, Json]:
    """The summary of a state as JSON."""
    titles: dict[str, str] = {}
    for deck in state.shelf.decks:
        titles.setdefault(deck.id, deck.title)
    languages = state.shelf.languages
    return {
        "decks": list(titles.values()),
        "language": languages[0] if languages else "",
        "stage": state.stage.value,
        "seats": sum(1 for seat in state.seats if seat.presence != "left"),
        "cards_played": state.cards_played,
        "cards_planned": state.plan.cards,
        "keep": None if state.keep is None else state.keep.value,
    }


def read_summary(content: Mapping[str, Json]) -> Summary:
    """The summary that JSON says. Raises ValueError when it does not say one."""
    decks, keep = content.get("decks"), content.get("keep")
    if not isinstance(decks, list):
        raise ValueError("no decks in the summary")
    return Summary(
        decks=tuple(str(title) for title in decks),
        language=str(content.get("language", "")),
        stage=Stage(str(content.get("stage"))),
        seats=_count(content, "seats"),
        cards_played=_count(content, "cards_played"),
        cards_planned=_count(content, "cards_planned"),
        keep=None if keep is None else Keep(str(keep)),
    )


def _count(content: Mapping[str, Json], name: str) -> int:
    count = content.get(name)
    if not isinstance(count, int):
        raise ValueError(f"no {name} in the summary")
    return count
