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
from game.core.words import NAME_CHARACTERS
from game.i18n import Translator
from game.screens.base import Answer, GoTo, Prepare, Say, Scene
from game.screens.everywhere import answer_everywhere
from game.screens.foot import FootedScreen, Hint, help_hint
from game.screens.keys import Key, is_shifted, key_of
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
from game.screens.seating_list import Pasted, SeatingList, names_in
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import arrow, moved, press, release
from game.ui.icons import icon
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip, table
from game.ui.text import BODY, NAME
from game.ui.textfield import FieldResult, TextField

_DRAG_FROM_VH = 1.5
_COLUMNS = 4
_NOT_IN_NAMES = "?.+-,;"
"""Characters that begin no name: keys for help, blank and people, and what separates names."""


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
        self._field = TextField("name", Box(0, 0, 1, 1), max_chars=NAME_CHARACTERS, is_paper=True)
        self._at: int | None = None
        """The card that is taken up."""
        self._renaming: int | None = None
        self._fault = ""
        self._drag: _Drag | None = None

    def shown(self, scene: Scene) -> None:
        """Take up the seats that are prepared."""
        if scene.preparation.seats != self._list.seats:
            self._list.reset(scene.preparation.seats)
        if self._at is not None and self._at >= len(self._list.seats):
            self._at = len(self._list.seats) - 1 if self._list.seats else None

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
        self._field.box = self._field_place(stage)
        pressed = self.foot.pressed(event, stage)
        if pressed is not None:
            if pressed.key == pygame.K_SPACE:
                return self._go_on(scene)
            event = pressed
        if self._field.is_open:
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
        self._field.box = self._field_place(stage)
        self._field.handle(event, stage)
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
        self._fault = ""
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
            self._field.box = self._field_place(stage)
            self._field.handle(event, stage)
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
        if index is not None:
            self._field.set_text(self._list.seats[index].name)
        elif self._renaming is not None:
            self._field.set_text("")
        self._renaming, self._at = index, index
        self._field.open()
        return ()

    def _typing(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        at = press(event, stage)
        if at is not None and not self._field.box.contains(*at):
            return (self.answer(event, scene, stage) or ()) if self._leaves_field(scene) else ()
        if event.type == pygame.TEXTINPUT and event.text in (",", ";") and self._renaming is None:
            return self._submit(scene, goes_on=False)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_v and event.mod & pygame.KMOD_CTRL:
            names = names_in(self._field.clipboard.get())
            if len(names) > 1 and self._renaming is None and not self._field.text.strip():
                return self._paste(scene)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_SPACE and not self._field.text:
            # No name begins with a space: everybody is seated, and the group goes on.
            self._close()
            return self._go_on(scene)
        match self._field.handle(event, stage):
            case FieldResult.CHANGED:
                self._fault = ""
            case FieldResult.SUBMIT:
                return self._submit(scene, goes_on=event.key == pygame.K_PAGEDOWN)
            case FieldResult.CANCEL:
                self._close()
            case FieldResult.NEXT:
                return self._submit(scene, goes_on=False)
            case FieldResult.PREVIOUS:
                if self._leaves_field(scene):
                    self._tab(-1)
            case FieldResult.IGNORED if event.type == pygame.KEYDOWN:
                return answer_everywhere(event, scene) if key_of(event) in (Key.FULL_SCREEN, Key.HELP) else ()
        return ()

    def _close(self) -> None:
        self._field.close()
        if self._renaming is not None:
            self._field.set_text("")
            self._renaming = None
        self._fault = ""

    def _seat_typed(self) -> Refused | None:
        """Seat or rename with what stands in the field; nothing typed is no fault."""
        name = self._field.text
        if not name.strip():
            self._close()
            return None
        if self._renaming is not None:
            refused = self._list.rename(self._renaming, name)
        else:
            refused = self._list.add(name)
        if refused is None:
            self._field.set_text("")
            self._close()
        return refused

    def _submit(self, scene: Scene, *, goes_on: bool) -> Sequence[Answer]:
        """Enter seats the name and begins the next; Enter with nothing typed is the end of typing."""
        had_words = bool(self._field.text.strip())
        was_new = self._renaming is None
        refused = self._seat_typed()
        if refused is not None:
            self._fault = words_for(refused, scene._)
            return ()
        if goes_on:
            return (*self._changed(scene), *self._go_on(scene))
        if had_words and was_new and not self._list.is_full:
            self._field.open()
        return self._changed(scene)

    def _leaves_field(self, scene: Scene) -> bool:
        """Seat what was typed before anything else; refused, it stays and nothing else happens."""
        refused = self._seat_typed()
        self._fault = words_for(refused, scene._) if refused is not None else ""
        return refused is None

    def _paste(self, scene: Scene) -> Sequence[Answer]:
        names = names_in(self._field.clipboard.get())
        if not names:
            return ()
        pasted = self._list.add_all(names)
        self._close()
        words = _about_paste(pasted, scene._)
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
        if self._field.text.strip():
            refused = self._seat_typed()
            if refused is not None:
                self._fault = words_for(refused, scene._)
                self._field.open()
                return ()
        self._close()
        if not self._list.seats:
            return (Say(words_for(Refused(Refusal.NO_SEATS), scene._)),)
        return (*self._changed(scene), GoTo("setup"))

    # --- drawing

    def _field_place(self, stage: Stage) -> Box:
        index = len(self._list.seats) if self._renaming is None else self._renaming
        return place_of(stage, min(index, MAX_SEATS - 1))

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Cards, the field where the next name goes, and a line about how many there may be."""
        _, stage, seats = scene._, canvas.stage, self._list.seats
        table(canvas)
        screen_title(canvas, _("Vilka sitter runt bordet?"), self._remark(_))
        for index in range(len(seats) + 1, MAX_SEATS):
            draw_free_place(canvas, place_of(stage, index))
        for index, seat in enumerate(seats):
            if index not in (self._at, self._renaming):
                draw_card(canvas, seat, index + 1, place_of(stage, index), _)
        if self._field.is_open or not self._list.is_full:
            self._draw_field(canvas, _)
        if self._at is not None and not self._field.is_open:
            self._draw_taken_up(canvas, _)
        self._draw_line(canvas, _)
        can_go_on = bool(seats) or bool(self._field.text.strip())
        hints = self._hints(_)
        self.foot.draw(canvas, hints, _("Så sitter vi"), _("Mellanslag"), is_enabled=can_go_on)

    def _draw_taken_up(self, canvas: Canvas, _: Translator) -> None:
        assert self._at is not None, "a card is taken up"
        place = place_of(canvas.stage, self._at)
        box = lifted(place)
        if self._drag is not None and self._drag.is_moving:
            draw_shade(canvas, place)
            box = box.moved(self._drag.at[0] - self._drag.start[0], self._drag.at[1] - self._drag.start[1])
        else:
            draw_shade(canvas, place)
        draw_card(canvas, self._list.seats[self._at], self._at + 1, box, _, is_taken_up=True)

    def _draw_field(self, canvas: Canvas, _: Translator) -> None:
        self._field.box = self._field_place(canvas.stage)
        self._field.placeholder = _("Skriv ett namn")
        self._field.draw(canvas)

    def _remark(self, _: Translator) -> str:
        people = sum(seat.people for seat in self._list.seats)
        seats = len(self._list.seats)
        if people > seats:
            places = _.plural("{n} plats", "{n} platser", seats)
            return f"{places}, " + _.plural("{n} person", "{n} personer", people)
        return _("{n} av högst {most}", n=seats, most=MAX_SEATS)

    def _draw_line(self, canvas: Canvas, _: Translator) -> None:
        content, theme = canvas.stage.content, canvas.theme
        if self._fault:
            block = canvas.layout(self._fault, NAME, content.w - 12, max_lines=1)
            box = Box(content.x, 67.8, block.width_vh + 10.0, 6.4)
            slip(canvas, box)
            icon(canvas, "fault", box.x + 4.0, box.center_y, 3.6, theme.fault, hole=theme.slip)
            canvas.block(
                replace(block, style=block.style.colored(theme.slip_ink)), box.inset(7.4, 0), valign="middle"
            )
            return
        if self._list.is_full:
            words = _("Är ni fler? Dela er i två grupper – eller sitt vid bord.")
        elif not self._list.seats:
            words = _("Förnamn eller smeknamn räcker. Namnen stannar på den här datorn.")
        else:
            words = _("Sitter ni vid bord? Välj en plats och tryck + för fler personer.")
        style = BODY.colored(theme.table_ink)
        canvas.shrunk(words, content.x, 68.6, style, content.w)

    def _hints(self, _: Translator) -> list[Hint]:
        if self._field.is_open:
            return [
                Hint(("↵",), _("nästa namn"), pygame.K_RETURN),
                Hint(("Esc",), _("slutar skriva"), pygame.K_ESCAPE),
            ]
        back = Hint(("PgUp",), _("tillbaka"), pygame.K_PAGEUP)
        if self._at is None:
            if not self._list.seats:
                return [back, help_hint(_)]
            return [Hint(("←", "→"), _("väljer plats")), back, help_hint(_)]
        name = self._list.seats[self._at].name
        shown = name if len(name) <= 10 else name[:9] + "…"
        return [
            Hint(("Shift", "←", "→"), _("flyttar {name}", name=shown)),
            Hint(("Delete",), _("tar bort"), pygame.K_DELETE),
            Hint(("↵",), _("ändrar"), pygame.K_RETURN),
        ]


def _about_paste(pasted: Pasted, _: Translator) -> str:
    """What to say of a pasted list: what was changed, and who did not fit."""
    said = []
    if pasted.changed:
        became = _("blev")
        pairs = ", ".join(f"{before} {became} {after}" for before, after in pasted.changed[:3])
        said.append(_("Ändrade namn: {pairs}.", pairs=pairs))
    if pasted.left_out:
        names = ", ".join(pasted.left_out[:6]) + (" …" if len(pasted.left_out) > 6 else "")
        said.append(_("Fick inte plats: {names}.", names=names))
    return " ".join(said)
