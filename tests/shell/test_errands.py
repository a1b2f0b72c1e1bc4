"""Errands: done in order on another thread, taken up here, and an error comes up here too."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest

from game.screens.base import Answer, Say
from game.shell.errands import Errands


def test_errands_are_done_in_order_elsewhere_and_taken_up_here() -> None:
    """The work is done on one other thread, what follows from it on the caller's."""
    errands, threads = Errands(), []

    def then(came_to: tuple[int, str]) -> Sequence[Answer]:
        number, thread = came_to
        threads.append((thread, threading.current_thread().name))
        return (Say(str(number)),)

    for number in range(3):
        errands.run(lambda number=number: (number, threading.current_thread().name), then)  # type: ignore[misc]
    before = errands.is_busy
    assert errands.finish() == [Say("0"), Say("1"), Say("2")]
    assert (before, errands.is_busy) == (True, False)
    assert set(threads) == {("deck errands", threading.current_thread().name)}
    errands.stop()


def test_asking_never_waits() -> None:
    """While an errand is under way there is nothing to take up."""
    errands, gate = Errands(), threading.Event()
    errands.run(gate.wait, lambda _done: (Say("klart"),))
    assert errands.finished() == []
    gate.set()
    assert errands.finish() == [Say("klart")]
    errands.stop()


def test_an_error_is_raised_where_it_is_taken_up() -> None:
    """A failing errand fails the game as if it had been done in the loop, not in silence."""
    errands = Errands()
    errands.run(lambda: 1 // 0, lambda _number: ())
    with pytest.raises(ZeroDivisionError):
        errands.finish()
    errands.run(lambda: 1, lambda number: (Say(str(number)),))
    assert errands.finish() == [Say("1")]
    errands.stop()
