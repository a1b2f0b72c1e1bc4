"""The notice that is shown, if there is one: how long it stays, and what takes it away."""

from __future__ import annotations

from game.screens.notice import Notice
from game.ui.canvas import Canvas


class ShownNotice:
    """At most one notice; a newer one takes the place of an older."""

    def __init__(self) -> None:
        self._notice: Notice | None = None

    def say(self, words: str, *, is_fault: bool = False) -> None:
        """Show a notice; a fault stays until the next key."""
        self._notice = Notice(words, is_fault)

    def advance(self, dt_s: float) -> bool:
        """Let time pass; whether the notice went away."""
        if self._notice is None:
            return False
        self._notice.elapsed_s += dt_s
        if not self._notice.is_over:
            return False
        self._notice = None
        return True

    def forget(self, *, is_fault: bool) -> None:
        """Take a fault away, or any other notice; the other kind stays."""
        if self._notice is not None and self._notice.is_fault == is_fault:
            self._notice = None

    def draw(self, canvas: Canvas) -> None:
        """Draw it over whatever is shown."""
        if self._notice is not None:
            self._notice.draw(canvas)
