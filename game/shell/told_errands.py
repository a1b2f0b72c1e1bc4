"""Errands that people are told about when they take a while, and that are not begun twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from game.screens.base import Answer
from game.shell.errands import Errands

SAYS_AFTER_S: Final = 0.3
"""What takes longer is told."""

T = TypeVar("T")


class ToldErrands:
    """Errands, each with words for what is being done."""

    def __init__(self) -> None:
        self._errands = Errands()
        self._under_way: set[type[object]] = set()
        self._doing = ""
        self._busy_s = 0.0
        self.told = ""
        """What is being done, in words, once it takes a while; else empty."""

    @property
    def is_busy(self) -> bool:
        """Whether something has not been taken up yet."""
        return self._errands.is_busy

    def run(self, work: Callable[[], T], then: Callable[[T], Sequence[Answer]], words: str = "") -> None:
        """Do the work elsewhere, then take it up here. Without words it is not worth telling."""
        self._doing = words or self._doing
        self._errands.run(work, then)

    def once(
        self, asked: object, work: Callable[[], T], then: Callable[[T], Sequence[Answer]], words: str
    ) -> None:
        """The same, unless what asks for it, or another of its kind, has already and waits for it."""
        kind = type(asked)
        if kind in self._under_way:
            return
        self._under_way.add(kind)

        def finally_(came_to: T) -> Sequence[Answer]:
            self._under_way.discard(kind)
            return then(came_to)

        self.run(work, finally_, words)

    def finished(self) -> Sequence[Answer]:
        """Take up what is done; never waits."""
        return self._errands.finished()

    def finish(self) -> Sequence[Answer]:
        """Wait for everything, and take it up."""
        return self._errands.finish()

    def tell(self, dt_s: float) -> bool:
        """Let time pass; whether what is told has changed."""
        if self.is_busy:
            self._busy_s += dt_s
        else:
            self._busy_s, self._doing = 0.0, ""
        words = self._doing if self._busy_s >= SAYS_AFTER_S else ""
        has_changed = words != self.told
        self.told = words
        return has_changed

    def stop(self) -> None:
        """The program ends."""
        self._errands.stop()
