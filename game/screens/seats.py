"""Seats: who sits around the table, in what order, and how many people a seat stands for.

Typing is the point of this screen: any letter begins a name, T, B and L among them, and while
nothing is being typed Space still goes on. Enter or a comma seats the name and begins the next;
arrows take a card up, Shift with arrows moves it, Delete takes it away and Ctrl+Z brings it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.core.refusals import Refusal, Refused
from game.core.state import MAX_SEATS
from game.i18n import Translator
from game.screens.base import Answer, GoTo, Prepare, Say, Scene
from game.screens.everywhere import answer_everywhere
from game.screens.foot import FootedScreen
from game.screens.keys import Key, is_shifted, key_of
from game.screens.name_entry import NameEntry
from game.screens.place_cards import (
    button_places,
    draw_card,
    draw_free_place,
    draw_shade,
    index_at,
    lifted,
    place_of,
)
from game.screens.refusals import words_for
from game.screens.seating_list import SeatingList, names_in
from game.screens.seats_words import about_paste, draw_advice, draw_fault, hints, remark
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import arrow, moved, press, release
from game.ui.stage import Stage
from game.ui.surfaces import table
from game.ui.textfield import Clipboard, FieldResult

_DRAG_FROM_VH = 1.5
_COLUMNS = 4
_NOT_IN_NAMES = "?.+-,;"
"""Characters that begin no name: keys for help, blank and people, and what separates names."""


def _is_paste(event: pygame.Event) -> bool:
    return bool(event.type == pygame.KEYDOWN and event.key == pygame.K_v and event.mod & pygame.KMOD_CTRL)


@dataclass
class _Drag:
    """A card under a finger or the pointer."""

    index: int
    start: tuple[float, float]
    at: tuple[float, float]
    was_taken_up: bool
    is_moving: bool = False


class SeatsScreen(FootedScreen):
    """Place cards on the table."""

    def __init__(self) -> None:
        super().__init__()
        self._list = SeatingList()
        self._entry = NameEntry(self._list)
        self._at: int | None = None
        """The card that is taken up."""
        self._drag: _Drag | None = None
        self._swallowed = ""
        """The character of the key that went on: refused, it is not a letter of the name."""

    def shown(self, scene: Scene) -> None:
        """Take up the seats that are prepared."""
        if scene.preparation.seats != self._list.seats:
            self._list.reset(scene.preparation.seats)
        if self._at is not None and self._at >= len(self._list.seats):
            self._at = len(self._list.seats) - 1 if self._list.seats else None

    def use_clipboard(self, clipboard: Clipboard) -> None:
        """Paste from another clipboard than the desktop's."""
        self._entry.field.clipboard = clipboard

    @property
    def takes_text(self) -> bool:
        """Always: a letter begins a name here, whatever it means on other screens."""
        return True

    @property
    def is_moving(self) -> bool:
        """Whether a card follows the pointer."""
        return self._drag is not None and self._drag.is_moving

    def advance(self, dt_s: float, scene: Scene) -> bool:
        """A card under the pointer is drawn again."""
        return self.is_moving

    def settle(self) -> None:
        """Put a card that is being dragged back where it was."""
        self._drag = None

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """The foot, the open field, then cards and keys; what is left is everywhere's."""
        if event.type in (pygame.KEYDOWN, pygame.TEXTINPUT):
            swallowed, self._swallowed = self._swallowed, ""
            if swallowed and event.type == pygame.TEXTINPUT and event.text == swallowed:
                return ()
        pressed = self.foot.pressed(event, stage)
        if pressed is not None:
            if pressed.key == pygame.K_SPACE:
                return self._go_on(scene)
            event = pressed
        if self._entry.is_open:
            return self._typing(event, scene, stage)
        answers = self.answer(event, scene, stage)
        if answers is not None or event.type != pygame.KEYDOWN:
            return answers or ()
        is_letter = event.unicode.isprintable() and event.unicode.strip(_NOT_IN_NAMES + " ") != ""
        return () if is_letter else answer_everywhere(event, scene)

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """While nothing is being typed."""
        at = press(event, stage)
        if at is not None:
            return self._pressed(at, event, scene, stage)
        if self._drag is not None:
            return self._dragged(event, scene, stage)
        if event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return self._begin_with(event, scene, stage)
        if event.type != pygame.KEYDOWN:
            return None
        if event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META):
            return self._control(event, scene)
        direction = arrow(event)
        if direction is not None:
            return self._arrow(direction, scene, is_moving=is_shifted(event))
        if event.key == pygame.K_TAB:
            return self._tab(-1 if is_shifted(event) else 1)
        if self._at is not None and event.key in (pygame.K_DELETE, pygame.K_BACKSPACE):
            return self._remove(scene)
        if self._at is not None and event.unicode in ("+", "-"):
            return self._add_people(1 if event.unicode == "+" else -1, scene)
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_F2):
            return self._open(self._at, scene)
        if event.key == pygame.K_ESCAPE and self._at is not None:
            self._at = None
            return ()
        match key_of(event):
            case Key.NEXT:
                self._swallowed = event.unicode
                return self._go_on(scene)
            case Key.BACK:
                return (GoTo("welcome"),)
        return None

    def _begin_with(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """A letter, or a dead key on its way to be one, begins a name."""
        if not event.text.strip(_NOT_IN_NAMES + " "):
            return ()
        if self._list.is_full:
            return (Say(words_for(Refused(Refusal.TOO_MANY_SEATS), scene._)),)
        self._open(None, scene)
        self._entry.handle(event, stage)
        return ()

    def _control(self, event: pygame.Event, scene: Scene) -> Sequence[Answer]:
        if event.key == pygame.K_v:
            return self._paste(scene)
        match key_of(event):
            case Key.UNDO:
                done = self._list.undo()
            case Key.REDO:
                done = self._list.redo()
            case _:
                return ()
        self._entry.fault = ""
        if done:
            return self._changed(scene)
        return (Say(scene._("Det finns inget att ångra.")),)

    def _arrow(self, direction: tuple[int, int], scene: Scene, *, is_moving: bool) -> Sequence[Answer]:
        if not self._list.seats:
            return ()
        by = direction[0] + _COLUMNS * direction[1]
        if self._at is None:
            self._at = 0 if by > 0 else len(self._list.seats) - 1
        elif is_moving:
            self._at = self._list.move(self._at, self._at + by)
            return self._changed(scene)
        elif 0 <= self._at + by < len(self._list.seats):
            self._at += by
        return ()

    def _tab(self, by: int) -> Sequence[Answer]:
        count = len(self._list.seats)
        if count:
            self._at = (0 if by > 0 else count - 1) if self._at is None else (self._at + by) % count
        return ()

    # --- pointer

    def _pressed(
        self, at: tuple[float, float], event: pygame.Event, scene: Scene, stage: Stage
    ) -> Sequence[Answer]:
        if self._at is not None:
            for button, box in button_places(lifted(place_of(stage, self._at))).items():
                if box.contains(*at):
                    return self._button(button, scene)
        for index in range(len(self._list.seats)):
            if place_of(stage, index).contains(*at):
                self._drag = _Drag(index, at, at, was_taken_up=self._at == index)
                self._at = index
                return ()
        if not self._list.is_full and place_of(stage, len(self._list.seats)).contains(*at):
            self._open(None, scene)
            self._entry.handle(event, stage)
            return ()
        self._at = None
        return ()

    def _button(self, button: str, scene: Scene) -> Sequence[Answer]:
        if button == "remove":
            return self._remove(scene)
        return self._add_people(1 if button == "more" else -1, scene)

    def _dragged(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        drag = self._drag
        assert drag is not None, "called while a card is held"
        to = moved(event, stage)
        if to is not None:
            drag.at = to
            far = abs(to[0] - drag.start[0]) + abs(to[1] - drag.start[1])
            drag.is_moving = drag.is_moving or far >= _DRAG_FROM_VH
            return ()
        let_go = release(event, stage)
        if let_go is None:
            return ()
        self._drag = None
        if drag.is_moving:
            self._at = self._list.move(drag.index, index_at(stage, let_go))
            return self._changed(scene)
        return self._open(drag.index, scene) if drag.was_taken_up else ()

    # --- typing

    def _open(self, index: int | None, scene: Scene) -> Sequence[Answer]:
        """Open the field on a card, or on the first free place."""
        if index is None and self._list.is_full:
            return (Say(words_for(Refused(Refusal.TOO_MANY_SEATS), scene._)),)
        self._at = index
        self._entry.open(index)
        return ()

    def _typing(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        entry = self._entry
        at = press(event, stage)
        if at is not None and not entry.place(stage).contains(*at):
            # A press elsewhere seats what is written; refused, nothing else happens.
            if not entry.seat(scene._):
                return ()
            return (*self._changed(scene), *(self.answer(event, scene, stage) or ()))
        if event.type == pygame.TEXTINPUT and event.text in (",", ";") and entry.mended is None:
            return self._submit(scene)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE and entry.is_empty:
            # No name begins with a space: everybody is seated, and the group goes on.
            entry.close()
            return self._go_on(scene)
        if _is_paste(event) and entry.mended is None and not entry.has_words:
            names = names_in(entry.field.clipboard.get())
            if len(names) > 1:
                return self._paste(scene)
        match entry.handle(event, stage):
            case FieldResult.SUBMIT if event.key == pygame.K_PAGEDOWN:
                return self._go_on(scene)
            case FieldResult.SUBMIT | FieldResult.NEXT:
                return self._submit(scene)
            case FieldResult.CANCEL:
                entry.close()
            case FieldResult.PREVIOUS if entry.seat(scene._):
                self._tab(-1)
                return self._changed(scene)
            case FieldResult.IGNORED if key_of(event) in (Key.FULL_SCREEN, Key.HELP):
                return answer_everywhere(event, scene)
        return ()

    def _submit(self, scene: Scene) -> Sequence[Answer]:
        """Enter seats the name and begins the next; Enter with nothing written is the end of writing."""
        begins_next = self._entry.has_words and self._entry.mended is None
        if not self._entry.seat(scene._):
            return ()
        if begins_next and not self._list.is_full:
            self._entry.open(None)
        return self._changed(scene)

    def _paste(self, scene: Scene) -> Sequence[Answer]:
        names = names_in(self._entry.field.clipboard.get())
        if not names:
            return ()
        pasted = self._list.add_all(names)
        self._entry.close()
        words = about_paste(pasted, scene._)
        return (*self._changed(scene), Say(words)) if words else self._changed(scene)

    # --- changes

    def _changed(self, scene: Scene) -> Sequence[Answer]:
        if self._at is not None and self._at >= len(self._list.seats):
            self._at = len(self._list.seats) - 1 if self._list.seats else None
        return (Prepare(replace(scene.preparation, seats=self._list.seats)),)

    def _remove(self, scene: Scene) -> Sequence[Answer]:
        assert self._at is not None, "a card is taken up"
        name = self._list.seats[self._at].name
        self._list.remove(self._at)
        words = scene._("{name} är borttagen. Ctrl+Z tar tillbaka.", name=name)
        return (*self._changed(scene), Say(words))

    def _add_people(self, by: int, scene: Scene) -> Sequence[Answer]:
        assert self._at is not None, "a card is taken up"
        self._list.set_people(self._at, self._list.seats[self._at].people + by)
        return self._changed(scene)

    def _go_on(self, scene: Scene) -> Sequence[Answer]:
        """On to set-up, with what is written seated first."""
        if not self._entry.seat(scene._):
            return ()
        if not self._list.seats:
            return (Say(words_for(Refused(Refusal.NO_SEATS), scene._)),)
        return (*self._changed(scene), GoTo("setup"))

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Cards, the field where the next name goes, and a line about how many there may be."""
        _, stage, seats = scene._, canvas.stage, self._list.seats
        table(canvas)
        screen_title(canvas, _("Vilka sitter runt bordet?"), remark(seats, _))
        for index in range(len(seats) + 1, MAX_SEATS):
            draw_free_place(canvas, place_of(stage, index))
        for index, seat in enumerate(seats):
            if index not in (self._at, self._entry.mended):
                draw_card(canvas, seat, index + 1, place_of(stage, index), _)
        self._entry.draw(canvas, _)
        taken_up = None
        if self._at is not None and not self._entry.is_open:
            taken_up = seats[self._at]
            self._draw_taken_up(canvas, _)
        if self._entry.fault:
            draw_fault(canvas, self._entry.fault)
        else:
            draw_advice(canvas, seats, _)
        can_go_on = bool(seats) or self._entry.has_words
        keys = hints(taken_up, _, is_empty=not seats, is_typing=self._entry.is_open)
        is_text = self._entry.is_open and not self._entry.is_empty
        key = _("PgDn") if is_text else _("Mellanslag")
        self.foot.draw(canvas, keys, _("Så sitter vi"), key, is_enabled=can_go_on)

    def _draw_taken_up(self, canvas: Canvas, _: Translator) -> None:
        assert self._at is not None, "a card is taken up"
        place = place_of(canvas.stage, self._at)
        box = lifted(place)
        draw_shade(canvas, place)
        if self._drag is not None and self._drag.is_moving:
            box = box.moved(self._drag.at[0] - self._drag.start[0], self._drag.at[1] - self._drag.start[1])
        draw_card(canvas, self._list.seats[self._at], self._at + 1, box, _, is_taken_up=True)
