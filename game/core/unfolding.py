"""One command's events as they are decided: each event is folded at once, so that the next
decision sees the state that the earlier events led to. Pure all the same: nothing outside changes.
"""

from __future__ import annotations

from game.core.events import Event
from game.core.evolve import evolve
from game.core.state import State


class Unfolding:
    """Events gathered for one command, and the state that they lead to."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.events: list[Event] = []

    def happen(self, *events: Event) -> None:
        """Add events and fold them."""
        for event in events:
            self.state = evolve(self.state, event)
            self.events.append(event)
