"""The seats as they are being prepared: add, rename, remove, move, count people, and take it back.

No drawing and no session: names are checked by the rules' own `check_name`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.core.refusals import Refusal, Refused
from game.core.seating import check_name
from game.core.state import MAX_SEATS
from game.core.words import NAME_CHARACTERS
from game.screens.base import SeatEntry

MOST_PEOPLE = 30
"""People at one table."""

_SEPARATORS = re.compile(r"[,;\t\r\n\u2028\u2029]+")

Seats = tuple[SeatEntry, ...]


def names_in(words: str) -> tuple[str, ...]:
    """The names of a pasted list: one a line, or with commas, semicolons or tabs between."""
    names = (" ".join(part.split()) for part in _SEPARATORS.split(words))
    return tuple(name for name in names if name)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What came of a list of names."""

    added: int
    changed: tuple[tuple[str, str], ...] = ()
    """(as written, as seated) for names that were taken or too long."""
    left_out: tuple[str, ...] = ()
    """Names for which there was no seat."""


class SeatingList:
    """Seats in order, and what they were before."""

    def __init__(self, seats: Seats = ()) -> None:
        self.seats = seats
        self._before: list[Seats] = []
        self._after: list[Seats] = []

    @property
    def is_full(self) -> bool:
        """Whether no more seat fits."""
        return len(self.seats) >= MAX_SEATS

    def reset(self, seats: Seats) -> None:
        """Begin from these seats, with nothing to take back."""
        self.seats = seats
        self._before.clear()
        self._after.clear()

    def add(self, name: str) -> Refused | None:
        """Seat a person last."""
        if self.is_full:
            return Refused(Refusal.TOO_MANY_SEATS)
        refused = check_name(name, (seat.name for seat in self.seats))
        if refused is None:
            self._change((*self.seats, SeatEntry(" ".join(name.split()))))
        return refused

    def add_all(self, names: Sequence[str]) -> Pasted:
        """Seat a list of people as one change; names that are taken get a number, long ones are cut."""
        seats, changed = list(self.seats), []
        fitting = names[: MAX_SEATS - len(seats)]
        for name in fitting:
            wanted = name[:NAME_CHARACTERS].rstrip()
            refused = check_name(wanted, (seat.name for seat in seats))
            if refused is not None:
                wanted = refused.suggestion or wanted
            if wanted != name:
                changed.append((name, wanted))
            seats.append(SeatEntry(wanted))
        if fitting:
            self._change(tuple(seats))
        return Pasted(len(fitting), tuple(changed), tuple(names[len(fitting) :]))

    def rename(self, index: int, name: str) -> Refused | None:
        """Mend a name."""
        others = (seat.name for at, seat in enumerate(self.seats) if at != index)
        refused = check_name(name, others)
        if refused is None:
            self._replace(index, replace(self.seats[index], name=" ".join(name.split())))
        return refused

    def remove(self, index: int) -> None:
        """Take a seat away."""
        self._change(self.seats[:index] + self.seats[index + 1 :])

    def move(self, index: int, to: int) -> int:
        """Move a seat to a place, as near as there is one; returns the place."""
        to = max(0, min(len(self.seats) - 1, to))
        if to != index:
            rest = list(self.seats)
            seat = rest.pop(index)
            rest.insert(to, seat)
            self._change(tuple(rest))
        return to

    def set_people(self, index: int, people: int) -> None:
        """How many people sit at a seat, 1–30; more than one makes it a table."""
        people = max(1, min(MOST_PEOPLE, people))
        self._replace(index, replace(self.seats[index], people=people))

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        return self._swap(self._before, self._after)

    def redo(self) -> bool:
        """Take the last undo back; False when there is none."""
        return self._swap(self._after, self._before)

    def _swap(self, source: list[Seats], other: list[Seats]) -> bool:
        if not source:
            return False
        other.append(self.seats)
        self.seats = source.pop()
        return True

    def _replace(self, index: int, seat: SeatEntry) -> None:
        if seat != self.seats[index]:
            self._change((*self.seats[:index], seat, *self.seats[index + 1 :]))

    def _change(self, seats: Seats) -> None:
        self._before.append(self.seats)
        self._after.clear()
        self.seats = seats
