"""Something that moves for a while: how far it has come, and whether it is time for another picture."""

from __future__ import annotations

FRAME_S = 0.025
"""The shortest time between two pictures of a move: more cost time and are not seen."""


class Move:
    """A movement of some seconds, which may end at any moment."""

    def __init__(self, duration_s: float, start_s: float = 0.0) -> None:
        self.duration_s = duration_s
        self.elapsed_s = start_s
        self._owed_s = 0.0

    @property
    def is_done(self) -> bool:
        """Whether it is over."""
        return self.elapsed_s >= self.duration_s

    def advance(self, dt_s: float) -> bool:
        """Let time pass; whether enough has passed for another picture."""
        self.elapsed_s = min(self.duration_s, self.elapsed_s + dt_s)
        self._owed_s += dt_s
        if self._owed_s < FRAME_S and not self.is_done:
            return False
        self._owed_s = 0.0
        return True
