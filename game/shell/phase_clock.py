"""The one clock of the phases, fed with passing time. It forces nothing: the group goes on when
it is ready. Resume and undo start a phase at 0, paused.
"""

from __future__ import annotations

from game.core.plan import Phase
from game.core.views import TableView
from game.screens.base import ClockView

_Place = tuple[int, Phase, str, bool]


class PhaseClock:
    """Seconds spent in the present phase; in a round, in the present speaker's slot."""

    def __init__(self) -> None:
        self._place: _Place | None = None
        self._elapsed_s = 0.0
        self._planned_s: int | None = None
        self._is_paused = False

    @property
    def view(self) -> ClockView:
        """The clock as screens are shown it."""
        return ClockView(self._elapsed_s, self._planned_s, self._is_paused)

    def follow(self, view: TableView | None, *, paused: bool = False) -> None:
        """Look at a new view; a new phase or speaker starts at 0, paused when it was not walked into."""
        turn = view.turn if view is not None else None
        place: _Place | None = None
        if turn is not None:
            speaker = turn.round.speaker if turn.round is not None else ""
            again = turn.round.is_second_call if turn.round is not None else False
            place = (turn.number, turn.phase, speaker, again)
        self._planned_s = turn.planned_s if turn is not None else None
        if place != self._place or paused:
            self._place = place
            self._elapsed_s = 0.0
            self._is_paused = paused

    def advance(self, dt_s: float) -> bool:
        """Let time pass; whether a second more of the planned time has passed, so that it should be shown."""
        if self._is_paused or not self._planned_s or self._elapsed_s >= self._planned_s:
            return False
        before = int(self._elapsed_s)
        self._elapsed_s += dt_s
        return int(self._elapsed_s) != before

    def toggle(self) -> None:
        """Pause, or go on."""
        self._is_paused = not self._is_paused
