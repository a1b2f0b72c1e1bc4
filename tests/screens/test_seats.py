"""The seats screen: writing names, moving and removing seats, tables, and the way on."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.screens.base import Blank, GoTo, Preparation, Push, Say, SeatEntry
from game.screens.place_cards import button_places, lifted, place_of
from game.screens.seats import SeatsScreen
from game.ui.band import yellow_box
from game.ui.stage import SIZES, Box
from tests.builders import NAMES
from tests.screens.front_pilot import CTRL, LONG_NAMES, SHIFT, Front, people


class Clipboard:
    """A clipboard with a text on it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def get(self) -> str:
        """The text."""
        return self.text

    def put(self, text: str) -> None:
        """Another text."""
        self.text = text


def front(*names: str, size: tuple[int, int] = (1920, 1080), clipboard: str = "") -> Front:
    """The seats screen with people seated already."""
    screen = SeatsScreen()
    screen.use_clipboard(Clipboard(clipboard))
    return Front(screen, preparation=Preparation(deck="lek-1", seats=people(*names)), size=size)


def names(pilot: Front) -> tuple[str, ...]:
    """Who is seated, in order."""
    return tuple(seat.name for seat in pilot.preparation.seats)


def written(pilot: Front, name: str) -> None:
    """Write a name and press Enter."""
    pilot.type(name)
    pilot.press(pygame.K_RETURN, "\r")


# --- writing


def test_typing_begins_a_name_and_enter_seats_it() -> None:
    """Any letter begins, T, B and L among them; Enter seats and the next name can be written."""
    pilot = front()
    for name in ("Tina", "Björn", "Lena", "Dan"):
        written(pilot, name)
    assert names(pilot) == ("Tina", "Björn", "Lena", "Dan")


def test_no_letter_is_a_key_here() -> None:
    """B does not blank and L does not change the language, even when the table is full."""
    pilot = front(*NAMES)
    for letter in "bldkn":
        pilot.press(ord(letter), letter)
        assert pilot.last == ()
        assert pilot.everywhere == ()


def test_the_keys_that_begin_no_name_work_as_everywhere() -> None:
    """The clicker's full stop blanks, the question mark shows the keys, Esc asks about leaving."""
    pilot = front("Åsa")
    assert pilot.press(pygame.K_PERIOD, ".") == (Blank(),)
    assert isinstance(pilot.press(pygame.K_PLUS, "?")[0], Push)
    assert isinstance(pilot.press(pygame.K_ESCAPE)[0], Push)


def test_dead_keys_and_composed_letters() -> None:
    """A dead key on its way opens the field, and the letter it becomes is in the name."""
    pilot = front()
    pilot.post(Event(pygame.TEXTEDITING, text="´", start=0, length=1))
    pilot.post(Event(pygame.TEXTINPUT, text="É"))
    pilot.type("lise")
    pilot.press(pygame.K_RETURN)
    assert names(pilot) == ("Élise",)


def test_space_is_text_in_a_name_and_next_outside_it() -> None:
    """Space inside a name is a space; when nothing is being written it goes on."""
    pilot = front()
    pilot.type("Anna Karin")
    pilot.press(pygame.K_RETURN)
    pilot.press(pygame.K_ESCAPE)
    assert names(pilot) == ("Anna Karin",)
    assert pilot.space()[-1] == GoTo("setup")


def test_space_with_nothing_written_goes_on() -> None:
    """After the last name Space goes on, though the field stands open for one more."""
    pilot = front()
    written(pilot, "Åsa")
    assert pilot.space()[-1] == GoTo("setup")


def test_a_comma_seats_a_name_and_begins_the_next() -> None:
    """A list can be typed as one writes it."""
    pilot = front()
    pilot.type("Åsa, Björn;Fatima")
    pilot.press(pygame.K_RETURN)
    assert names(pilot) == ("Åsa", "Björn", "Fatima")


@pytest.mark.parametrize("copy", ["åsa", "ÅSA", "  Åsa "])
def test_a_taken_name_is_refused_with_a_suggestion(copy: str) -> None:
    """The same name twice is refused, what was typed stays, and a free name is suggested."""
    pilot = front("Åsa")
    pilot.type(copy.strip())
    pilot.press(pygame.K_RETURN)
    assert names(pilot) == ("Åsa",)
    assert f"Prova ”{copy.strip()} 2”" in pilot.words()
    pilot.type(" 2")
    pilot.press(pygame.K_RETURN)
    assert names(pilot) == ("Åsa", f"{copy.strip()} 2")


def test_a_name_ends_at_twenty_four_characters() -> None:
    """More letters than fit are not taken."""
    pilot = front()
    written(pilot, "Å" * 30)
    assert names(pilot) == ("Å" * 24,)


def test_what_is_written_is_seated_before_going_on() -> None:
    """PageDown and the yellow button seat the open name first, and a refused one keeps the group here."""
    pilot = front("Åsa")
    pilot.type("Björn")
    assert pilot.press(pygame.K_PAGEDOWN)[-1] == GoTo("setup")
    assert names(pilot) == ("Åsa", "Björn")
    pilot = front("Åsa")
    pilot.type("Åsa")
    assert pilot.click(yellow_box(pilot.stage)) == ()
    pilot.type("-Lena")
    assert pilot.click(yellow_box(pilot.stage))[-1] == GoTo("setup")
    assert names(pilot) == ("Åsa", "Åsa-Lena")


def test_esc_leaves_the_field_and_keeps_what_was_typed() -> None:
    """Esc stops the writing; the words are there when the field is opened again, and on going on."""
    pilot = front()
    pilot.type("Fat")
    assert pilot.press(pygame.K_ESCAPE) == ()
    pilot.press(pygame.K_RETURN)
    pilot.type("ima")
    pilot.press(pygame.K_ESCAPE)
    assert pilot.space()[-1] == GoTo("setup")
    assert names(pilot) == ("Fatima",)


def test_space_that_was_refused_is_no_letter_of_the_name() -> None:
    """A taken name was left with Esc: Space opens it again with the reason, and adds no space to it."""
    pilot = front("Åsa")
    pilot.type("åsa")
    pilot.press(pygame.K_ESCAPE)
    assert pilot.space() == ()
    assert "Det finns redan någon som heter så" in pilot.words()
    pilot.type(" 2")
    assert pilot.press(pygame.K_PAGEDOWN)[-1] == GoTo("setup")
    assert names(pilot) == ("Åsa", "åsa 2")


def test_nobody_at_the_table_is_no_way_on() -> None:
    """Next with no names says what to do."""
    assert front().press(pygame.K_PAGEDOWN) == (Say("Skriv minst ett namn först."),)


def test_page_up_goes_back_to_the_decks() -> None:
    """PageUp is the way back while nothing is being written."""
    assert front("Åsa").press(pygame.K_PAGEUP) == (GoTo("welcome"),)


def test_a_ninth_name_is_refused_with_advice() -> None:
    """Eight seats are all; the screen says to part or to sit at tables."""
    pilot = front(*NAMES)
    pilot.type("Nina")
    assert names(pilot) == NAMES
    assert isinstance(pilot.last[0], Say)
    assert "två grupper – eller sitt vid bord" in pilot.words()


# --- pasting


def test_a_pasted_list_fills_several_seats() -> None:
    """Lines, commas and semicolons part names; one undo takes them all away."""
    pilot = front("Åsa", clipboard="Björn\r\nFatima, Östen;\n\n Märta ")
    pilot.press(pygame.K_v, mod=CTRL)
    assert names(pilot) == ("Åsa", "Björn", "Fatima", "Östen", "Märta")
    pilot.press(pygame.K_z, mod=CTRL)
    assert names(pilot) == ("Åsa",)


def test_a_pasted_list_says_what_it_changed_and_who_is_left_out() -> None:
    """Two of one name get a number, and those without a seat are named."""
    pilot = front(clipboard="Anna\nAnna\n" + "\n".join(NAMES))
    said = pilot.press(pygame.K_v, mod=CTRL)[-1]
    assert names(pilot) == ("Anna", "Anna 2", *NAMES[:6])
    assert said == Say("Ändrade namn: Anna blev Anna 2. Fick inte plats: Abdirahman, Håkan.")


def test_pasting_into_the_empty_field_fills_seats_too() -> None:
    """The field may stand open; one name alone is pasted into it as text."""
    pilot = front(clipboard="Björn\nFatima")
    pilot.press(pygame.K_RETURN)
    pilot.press(pygame.K_v, mod=CTRL)
    assert names(pilot) == ("Björn", "Fatima")


# --- cards


def test_shift_and_arrows_move_a_seat() -> None:
    """Arrows choose, Shift with them moves, a row at a time with Up and Down; the ends hold."""
    pilot = front(*NAMES[:6])
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_RIGHT, mod=SHIFT)
    assert names(pilot)[:3] == ("Björn", "Åsa", "Fatima")
    pilot.press(pygame.K_DOWN, mod=SHIFT)
    assert names(pilot)[-1] == "Åsa"
    pilot.press(pygame.K_UP, mod=SHIFT)
    pilot.press(pygame.K_LEFT, mod=SHIFT)
    pilot.press(pygame.K_LEFT, mod=SHIFT)
    assert names(pilot)[0] == "Åsa"


@pytest.mark.parametrize("size", SIZES)
def test_a_card_is_dragged_to_another_place(size: tuple[int, int]) -> None:
    """Let go over a place, the card lies there; the others close up."""
    pilot = front(*NAMES, size=size)
    start, end = place_of(pilot.stage, 1), place_of(pilot.stage, 6)
    pilot.down(start.center_x, start.center_y)
    pilot.move(start.center_x + 10, start.center_y + 5)
    assert pilot.screen.is_moving
    pilot.paint()
    pilot.move(end.center_x, end.center_y)
    pilot.up(end.center_x + 1, end.center_y)
    assert names(pilot) == ("Åsa", "Fatima", "Östen", "Ann-Christin", "Märta", "Abdirahman", "Björn", "Håkan")
    assert not pilot.screen.is_moving


def test_a_click_takes_up_and_a_second_one_mends_the_name() -> None:
    """A press without a drag is a choice; pressing the chosen card opens its name."""
    pilot = front("Åsa", "Bjorn")
    card = place_of(pilot.stage, 1)
    pilot.click(card)
    pilot.click(card)
    for _ in range(3):
        pilot.press(pygame.K_BACKSPACE)
    written(pilot, "örn")
    assert names(pilot) == ("Åsa", "Björn")


def test_mending_keeps_the_name_when_it_is_left() -> None:
    """Esc while mending changes nothing, and the next new name begins empty."""
    pilot = front("Åsa")
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_RETURN)
    pilot.type("-Lena")
    pilot.press(pygame.K_ESCAPE)
    assert names(pilot) == ("Åsa",)
    written(pilot, "Märta")
    assert names(pilot) == ("Åsa", "Märta")


def test_delete_removes_and_undo_brings_back() -> None:
    """Delete takes the seat away and says how to get it back; Ctrl+Z puts it where it sat, Ctrl+Y not."""
    pilot = front(*NAMES[:3])
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_RIGHT)
    said = pilot.press(pygame.K_DELETE)[-1]
    assert said == Say("Björn är borttagen. Ctrl+Z tar tillbaka.")
    assert names(pilot) == ("Åsa", "Fatima")
    pilot.press(pygame.K_z, mod=CTRL)
    assert names(pilot) == NAMES[:3]
    pilot.press(pygame.K_y, mod=CTRL)
    assert names(pilot) == ("Åsa", "Fatima")
    pilot.press(pygame.K_z, mod=CTRL)
    assert isinstance(pilot.press(pygame.K_z, mod=CTRL)[0], Say)


def test_the_last_seat_can_be_removed() -> None:
    """An empty table is possible again, and a name can be written."""
    pilot = front("Åsa")
    pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_DELETE)
    pilot.press(pygame.K_DELETE)
    assert names(pilot) == ()
    written(pilot, "Björn")
    assert names(pilot) == ("Björn",)


def test_a_seat_becomes_a_table() -> None:
    """Plus and minus count people at the chosen seat, 1 to 30, and the screen says it."""
    pilot = front("Bord A", "Bord B")
    pilot.press(pygame.K_RIGHT)
    for _ in range(4):
        pilot.press(pygame.K_PLUS, "+")
    pilot.press(pygame.K_MINUS, "-")
    assert pilot.preparation.seats[0] == SeatEntry("Bord A", 4)
    assert "Bord, 4 personer" in pilot.words()
    assert "2 platser, 5 personer" in pilot.words()
    for _ in range(40):
        pilot.press(pygame.K_KP_PLUS, "+")
    assert pilot.preparation.seats[0].people == 30
    for _ in range(40):
        pilot.press(pygame.K_KP_MINUS, "-")
    assert pilot.preparation.seats[0].people == 1


@pytest.mark.parametrize("size", SIZES)
def test_the_small_buttons_work_with_the_mouse(size: tuple[int, int]) -> None:
    """More, fewer and remove are where they are drawn, in every size."""
    pilot = front(*NAMES[:2], size=size)
    pilot.click(place_of(pilot.stage, 0))

    def small(button: str) -> Box:
        return button_places(lifted(place_of(pilot.stage, 0)))[button]

    pilot.click(small("more"))
    pilot.click(small("more"))
    pilot.click(small("fewer"))
    assert pilot.preparation.people == 3
    pilot.click(small("remove"))
    assert names(pilot) == ("Björn",)


def test_a_press_on_the_free_place_begins_a_name() -> None:
    """Touch opens the field where it says write a name; a press elsewhere seats what was written."""
    pilot = front("Åsa")
    pilot.touch(place_of(pilot.stage, 1))
    pilot.type("Björn")
    pilot.down(90, 77)
    assert names(pilot) == ("Åsa", "Björn")


def test_every_text_keeps_to_its_place() -> None:
    """Long names, tables, the open field and the refusal stay in their frames everywhere."""
    pilot = front(*LONG_NAMES)
    assert pilot.misplaced() == []
    pilot.preparation = Preparation(seats=tuple(SeatEntry(name, 30) for name in LONG_NAMES))
    pilot.press(pygame.K_RIGHT)
    assert pilot.misplaced() == []
    pilot = front(LONG_NAMES[0], "Åsa")
    pilot.type(LONG_NAMES[0])
    assert pilot.misplaced() == []
    pilot.press(pygame.K_RETURN)
    assert pilot.misplaced() == []
    assert front().misplaced() == []
