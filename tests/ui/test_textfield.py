"""Writing: typed text, dead keys, caret, selection, clipboard, bounds."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygame.event import Event

from game.ui.fieldlines import line_ranges, width_px
from game.ui.stage import Box, Stage
from game.ui.textfield import FieldResult, TextField

from .conftest import CanvasMaker

STAGE = Stage(1280, 720)
CTRL, SHIFT = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT


class Pocket:
    """A clipboard of its own."""

    def __init__(self) -> None:
        self.held = ""

    def get(self) -> str:
        """What was put."""
        return self.held

    def put(self, text: str) -> None:
        """Keep it."""
        self.held = text


def new(text: str = "", max_chars: int = 40, *, is_multiline: bool = False) -> TextField:
    """An open field."""
    field = TextField(
        "f", Box(10, 20, 60, 14), text, max_chars, is_multiline=is_multiline, clipboard=Pocket()
    )
    field.open()
    return field


def typed(field: TextField, text: str) -> FieldResult:
    """Send text as a keyboard does."""
    return field.handle(Event(pygame.TEXTINPUT, text=text), STAGE)


def press(field: TextField, code: int, mod: int = 0, unicode: str = "") -> FieldResult:
    """Send a key."""
    return field.handle(Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode), STAGE)


def test_a_closed_field_takes_no_keys() -> None:
    """The focus never comes by itself: only a press inside or the screen opens it."""
    field = TextField("f", Box(10, 20, 60, 14))
    assert typed(field, "a") is FieldResult.IGNORED
    assert press(field, pygame.K_SPACE, unicode=" ") is FieldResult.IGNORED
    down = Event(pygame.MOUSEBUTTONDOWN, pos=(STAGE.x_px(20), STAGE.y_px(25)), button=1)
    assert field.handle(down, STAGE) is FieldResult.HANDLED
    assert field.is_open
    assert typed(field, "å") is FieldResult.CHANGED


def test_nordic_letters_and_dead_keys() -> None:
    """Letters come as text; what is being composed is shown, not yet kept."""
    field = new()
    typed(field, "Åsa är ")
    field.handle(Event(pygame.TEXTEDITING, text="´", start=0, length=1), STAGE)
    assert field.text == "Åsa är "
    assert field.composing == "´"
    typed(field, "é")
    assert (field.text, field.composing) == ("Åsa är é", "")


def test_space_and_letters_belong_to_the_open_field() -> None:
    """No printable key reaches the screen's commands, but function keys do."""
    field = new()
    assert press(field, pygame.K_SPACE, unicode=" ") is FieldResult.HANDLED
    assert press(field, pygame.K_b, unicode="b") is FieldResult.HANDLED
    assert press(field, pygame.K_F11) is FieldResult.IGNORED
    assert press(field, pygame.K_LEFT) is FieldResult.HANDLED


@pytest.mark.parametrize(
    ("code", "mod", "result"),
    [
        (pygame.K_RETURN, 0, FieldResult.SUBMIT),
        (pygame.K_PAGEDOWN, 0, FieldResult.SUBMIT),
        (pygame.K_ESCAPE, 0, FieldResult.CANCEL),
        (pygame.K_TAB, 0, FieldResult.NEXT),
        (pygame.K_TAB, SHIFT, FieldResult.PREVIOUS),
    ],
)
def test_keys_that_leave_keep_the_text(code: int, mod: int, result: FieldResult) -> None:
    """Saving, leaving and moving on are told to the screen and lose nothing."""
    field = new("utkast")
    assert press(field, code, mod) is result
    assert field.text == "utkast"


def test_words_lines_and_deleting() -> None:
    """Ctrl goes by words, Home and End to the line's ends, Delete and Backspace take one or a word."""
    field = new("ser dig i hissen")
    press(field, pygame.K_LEFT, CTRL)
    assert field.caret == len("ser dig i ")
    press(field, pygame.K_BACKSPACE, CTRL)
    assert field.text == "ser dig hissen"
    press(field, pygame.K_HOME)
    press(field, pygame.K_DELETE)
    assert field.text == "er dig hissen"
    press(field, pygame.K_END)
    press(field, pygame.K_BACKSPACE)
    assert field.text == "er dig hisse"


def test_an_accent_goes_with_its_letter() -> None:
    """Backspace takes a letter and the accent that was combined with it."""
    field = new("cafe\u0301")
    press(field, pygame.K_BACKSPACE)
    assert field.text == "caf"


def test_selection_and_clipboard() -> None:
    """Shift selects, typing replaces, cut and paste move text."""
    field = new("ett två")
    press(field, pygame.K_LEFT, CTRL | SHIFT)
    assert field.selection == (4, 7)
    assert press(field, pygame.K_x, CTRL) is FieldResult.CHANGED
    press(field, pygame.K_HOME)
    press(field, pygame.K_v, CTRL)
    assert field.text == "tvåett "
    press(field, pygame.K_a, CTRL)
    typed(field, "nytt")
    assert field.text == "nytt"


def test_pasted_text_is_bounded_and_cleaned() -> None:
    """A paste is cut to the room there is, and newlines in a single line become spaces."""
    field = new("123", max_chars=8)
    field.clipboard.put("a\nb\0cdefghij")
    press(field, pygame.K_v, CTRL)
    assert field.text == "123a b c"
    assert typed(field, "x") is FieldResult.HANDLED


def test_shift_enter_is_a_line_only_where_lines_are(make_canvas: CanvasMaker) -> None:
    """A field of several lines takes Shift+Enter as one more; a single one saves."""
    field = new("a", is_multiline=True)
    assert press(field, pygame.K_RETURN, SHIFT) is FieldResult.CHANGED
    assert field.text == "a\n"
    assert press(new("a"), pygame.K_RETURN, SHIFT) is FieldResult.SUBMIT
    field.draw(make_canvas())


def test_up_and_down_keep_the_column() -> None:
    """Up and Down go to the nearest place on the next line, and to the ends beyond it."""
    field = new("aaaa\nbbbb\ncccc", is_multiline=True)
    press(field, pygame.K_LEFT)
    press(field, pygame.K_LEFT)
    press(field, pygame.K_UP)
    assert field.caret == len("aaaa\nbb")
    press(field, pygame.K_UP)
    press(field, pygame.K_UP)
    assert field.caret == 0


def test_dragging_selects() -> None:
    """Pressing and moving over text selects it; letting go ends that."""
    field = new("hälsa på alla")
    y = STAGE.y_px(27)
    start, end = (STAGE.x_px(10 + 2.8), y), (STAGE.x_px(69), y)
    field.handle(Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1), STAGE)
    field.handle(Event(pygame.MOUSEMOTION, pos=end, rel=(1, 0), buttons=(1, 0, 0)), STAGE)
    field.handle(Event(pygame.MOUSEBUTTONUP, pos=end, button=1), STAGE)
    assert field.selection == (0, len(field.text))
    field.handle(Event(pygame.MOUSEMOTION, pos=start, rel=(1, 0), buttons=(0, 0, 0)), STAGE)
    assert field.selection == (0, len(field.text))


def test_counter_comes_near_the_end(make_canvas: CanvasMaker) -> None:
    """How much is left is shown when it is little, and not before."""
    canvas = make_canvas()
    assert canvas.ink_log is not None
    new("a" * 10).draw(canvas)
    assert "30" not in canvas.ink_log.texts()
    new("a" * 25).draw(canvas)
    assert "15" in canvas.ink_log.texts()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_full_field_stays_in_its_box(make_canvas: CanvasMaker, size: tuple[int, int]) -> None:
    """The longest text a field takes is drawn inside it, smaller when it must."""
    canvas = make_canvas(*size)
    text = "hälsa, säga vad jag heter och berätta vart vi ska " * 4
    field = TextField("f", Box(10, 20, 77, 14), text, 120)
    field.open()
    field.draw(canvas)
    assert canvas.ink_log is not None
    assert len(canvas.ink_log.entries) >= 2
    assert canvas.ink_log.outside() == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="ab cdö\n", max_size=80), st.integers(min_value=40, max_value=400))
def test_every_index_has_a_place_on_a_line(text: str, room_px: int) -> None:
    """Lines cover the text in order without gaps but newlines, and none is too wide."""
    lines = line_ranges(text, 24, room_px)
    covered = [index for start, end in lines for index in range(start, end)]
    assert covered == [index for index, char in enumerate(text) if char != "\n"]
    assert all(width_px(text[start:end].rstrip(" "), 24) <= room_px for start, end in lines)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["text", "left", "right", "delete", "back", "all", "cut", "paste"]), max_size=30)
)
def test_no_order_of_keys_breaks_a_field(steps: list[str]) -> None:
    """The caret always stands in the text, and the text is never too long."""
    field = new("på väg", max_chars=12)
    keys = {
        "left": (pygame.K_LEFT, SHIFT),
        "right": (pygame.K_RIGHT, CTRL),
        "delete": (pygame.K_DELETE, 0),
        "back": (pygame.K_BACKSPACE, CTRL),
        "all": (pygame.K_a, CTRL),
        "cut": (pygame.K_x, CTRL),
        "paste": (pygame.K_v, CTRL),
    }
    for step in steps:
        if step == "text":
            typed(field, "öl ")
        else:
            press(field, *keys[step])
        assert 0 <= field.caret <= len(field.text) <= 12
