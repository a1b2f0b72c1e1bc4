"""Work that takes longer than a frame, done one piece after the other on a thread of its own.

What a piece comes to is taken up on the caller's thread, when it asks; so screens and decks are only
ever touched from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final, TypeVar

from game.screens.base import Answer

T = TypeVar("T")
Then = Callable[[], Sequence[Answer]]

STOPS_WITHIN_S: Final = 2.0
"""So long the program waits at its end for a file that is just being written."""


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


class Errands:
    """A queue of work. The thread is made for the first piece, and ends with the program."""

    def __init__(self) -> None:
        self._wanted: SimpleQueue[Callable[[], Then | _Failed] | None] = SimpleQueue()
        self._done: SimpleQueue[Then | _Failed] = SimpleQueue()
        self._thread: Thread | None = None
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Whether something has not been taken up yet."""
        return self._waiting > 0

    def run(self, work: Callable[[], T], then: Callable[[T], Sequence[Answer]]) -> None:
        """Do the work on the thread; `then` gets what it came to, on the thread that asks for it."""

        def piece() -> Then | _Failed:
            try:
                came_to = work()
            except BaseException as error:  # It is raised where the game would have raised it.
                return _Failed(error)
            return lambda: then(came_to)

        self._waiting += 1
        if self._thread is None:
            self._thread = Thread(target=self._work, name="deck errands", daemon=True)
            self._thread.start()
        self._wanted.put(piece)

    def finished(self) -> Sequence[Answer]:
        """Take up what is done; never waits."""
        answers: list[Answer] = []
        while self._waiting:
            try:
                answers += self._take(self._done.get_nowait())
            except Empty:
                break
        return answers

    def finish(self) -> Sequence[Answer]:
        """Wait until everything is done, with what comes of it, and take it up."""
        answers: list[Answer] = []
        while self._waiting:
            answers += self._take(self._done.get())
        return answers

    def stop(self) -> None:
        """End the thread after what it is at; for the program's end."""
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join(STOPS_WITHIN_S)

    def _take(self, done: Then | _Failed) -> Sequence[Answer]:
        self._waiting -= 1
        if isinstance(done, _Failed):
            raise done.error
        return done()

    def _work(self) -> None:
        while (piece := self._wanted.get()) is not None:
            self._done.put(piece())
