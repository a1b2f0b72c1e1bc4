"""The field in which a name is written, on the first free place or on a card that gets another name."""

from __future__ import annotations

import pygame

from game.core.state import MAX_SEATS
from game.core.words import NAME_CHARACTERS
from game.i18n import Translator
from game.screens.place_cards import place_of
from game.screens.refusals import words_for
from game.screens.seating_list import SeatingList
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage
from game.ui.textfield import FieldResult, TextField


class NameEntry:
    """The field, which card it mends, and why the last name was refused."""

    def __init__(self, seating: SeatingList) -> None:
        self._seating = seating
        self.field = TextField("name", Box(0, 0, 1, 1), max_chars=NAME_CHARACTERS, is_paper=True)
        self.mended: int | None = None
        """The card that gets another name; None for a new one."""
        self.fault = ""

    @property
    def is_open(self) -> bool:
        """Whether a name is being written."""
        return self.field.is_open

    @property
    def has_words(self) -> bool:
        """Whether something is written, in an open field or left in a closed one."""
        return bool(self.field.text.strip())

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is written, not even a space."""
        return not self.field.text

    def open(self, index: int | None) -> None:
        """Open on a card, or on the first free place, where words that were left are still there."""
        if index is not None:
            self.field.set_text(self._seating.seats[index].name)
        elif self.mended is not None:
            self.field.set_text("")
        self.mended = index
        self.field.open()

    def close(self) -> None:
        """Leave the field. A new name's words stay; a mended one's go."""
        self.field.close()
        if self.mended is not None:
            self.field.set_text("")
            self.mended = None
        self.fault = ""

    def seat(self, _: Translator) -> bool:
        """Seat or mend with what is written; False when it was refused, and the field is open then."""
        if self.has_words:
            name = self.field.text
            if self.mended is None:
                refused = self._seating.add(name)
            else:
                refused = self._seating.rename(self.mended, name)
            if refused is not None:
                self.fault = words_for(refused, _)
                self.field.open()
                return False
            self.field.set_text("")
        self.close()
        return True

    def handle(self, event: pygame.Event, stage: Stage) -> FieldResult:
        """Hand an event to the field; a changed text is no longer refused."""
        self.place(stage)
        result = self.field.handle(event, stage)
        if result is FieldResult.CHANGED:
            self.fault = ""
        return result

    def place(self, stage: Stage) -> Box:
        """Where the field lies now."""
        index = len(self._seating.seats) if self.mended is None else self.mended
        self.field.box = place_of(stage, min(index, MAX_SEATS - 1))
        return self.field.box

    def draw(self, canvas: Canvas, _: Translator) -> None:
        """The field, when there is a place for it."""
        if self.is_open or not self._seating.is_full:
            self.place(canvas.stage)
            self.field.placeholder = _("Skriv ett namn")
            self.field.draw(canvas)
