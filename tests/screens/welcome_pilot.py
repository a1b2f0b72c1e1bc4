"""Somebody in front of the welcome screen, and what its answers choose."""

from __future__ import annotations

from collections.abc import Sequence

from game.screens.base import Answer, GoTo, Prepare
from game.screens.welcome import WelcomeScreen
from tests.screens.front_pilot import Front, choice


def front(count: int = 6, **kwargs: object) -> Front:
    """The welcome screen with so many decks."""
    decks = tuple(choice(number + 1) for number in range(count))
    return Front(WelcomeScreen(), **{"decks": decks, **kwargs})  # type: ignore[arg-type] # Passed on as they are.


def chosen(answers: Sequence[Answer]) -> str:
    """The deck that answers prepare; they go to the seats with it."""
    prepared, gone = answers
    assert isinstance(prepared, Prepare)
    assert gone == GoTo("seats")
    return prepared.preparation.deck
