"""The name that is written in the table menu: a seat's mended one, or a latecomer's with its people."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import AddSeat, RenameSeat
from game.core.state import Seat, SeatId
from game.core.views import SeatView
from game.core.words import NAME_CHARACTERS
from game.screens.base import Answer, Scene
from game.ui.focus import first_hit, press
from game.ui.stage import Box, Stage
from game.ui.textfield import FieldResult, TextField

NEW = "add"
"""What is edited when it is nobody who sits at the table yet."""

MOST_PEOPLE = 20


def has_tables(scene: Scene) -> bool:
    """Whether seats are tables, so that a new one has a number of people."""
    return any(seat.people > 1 for seat in scene.table.seats)


class NameEntry:
    """The field, and what it is open for. It closes once the table has the name."""

    def __init__(self) -> None:
        self.field = TextField("name", Box(0, 0, 10, 10), "", NAME_CHARACTERS, size_vh=3.8, padding_x=2.4)
        self.people = 1
        self.editing = ""
        """`add`, or the id of the seat that is renamed; empty while the field is closed."""
        self._asked = ""

    @property
    def is_open(self) -> bool:
        """Whether a name is being written."""
        return self.field.is_open

    def open(self, editing: str, words: str = "") -> None:
        """Begin to write."""
        self.editing, self._asked = editing, ""
        self.field.set_text(words)
        self.field.open()

    def close(self) -> None:
        """Stop writing."""
        self.field.close()
        self.editing = self._asked = ""

    def follow(self, seats: Sequence[SeatView]) -> None:
        """Close when the name that was asked for has come to the table; a refused one stays open."""
        if self._asked and any(seat.name == self._asked for seat in seats):
            self.close()

    def handle(
        self, event: pygame.Event, scene: Scene, stage: Stage, people: tuple[Box, Box]
    ) -> Sequence[Answer]:
        """Take an event while the field is open. `people` are the boxes for fewer and more of them."""
        if self.editing == NEW and has_tables(scene) and self._count(event, stage, people):
            return ()
        result = self.field.handle(event, stage)
        if result is FieldResult.SUBMIT:
            return self._submit(scene)
        is_beside = result is FieldResult.IGNORED and press(event, stage) is not None
        if result is FieldResult.CANCEL or is_beside:
            self.close()
        return ()

    def _count(self, event: pygame.Event, stage: Stage, people: tuple[Box, Box]) -> bool:
        step = first_hit(event, stage, {-1: people[0], 1: people[1]}) or 0
        if event.type == pygame.KEYDOWN:
            step = {pygame.K_UP: 1, pygame.K_DOWN: -1}.get(event.key, 0)
        self.people = min(MOST_PEOPLE, max(1, self.people + step))
        return step != 0

    def _submit(self, scene: Scene) -> Sequence[Answer]:
        words = " ".join(self.field.text.split())
        seat = next((seat for seat in scene.table.seats if seat.id == self.editing), None)
        if not words or (seat is not None and seat.name == words):
            self.close()
            return ()
        self._asked = words
        name = scene.new_text(words)
        if self.editing != NEW:
            return (RenameSeat(SeatId(self.editing), name),)
        people = self.people if has_tables(scene) else 1
        return (AddSeat(Seat(SeatId(scene.new_id()), name, people)),)
