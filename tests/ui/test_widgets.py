"""Focus, hit testing and choices work on events alone, by mouse, finger and keys."""

from __future__ import annotations

import pygame
import pytest
from pygame.event import Event

from game.ui.focus import FocusOrder, first_hit, hit, press, release
from game.ui.stage import Box, Stage
from game.ui.widgets import Button, ChoiceRow, Option, checkbox, is_activation

from .conftest import CanvasMaker

STAGE = Stage(1280, 720)


def click(x: float, y: float, is_touch: bool = False) -> Event:
    """The left button going down at a place in vh."""
    return Event(pygame.MOUSEBUTTONDOWN, pos=(STAGE.x_px(x), STAGE.y_px(y)), button=1, touch=is_touch)


def key(code: int, mod: int = 0) -> Event:
    """A key going down."""
    return Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def test_mouse_and_finger_hit_the_same_box() -> None:
    """A click and a touch at a place are both presses there."""
    box = Box(80, 40, 20, 10)
    finger = Event(pygame.FINGERDOWN, x=90 / STAGE.width_vh, y=0.45)
    assert hit(click(90, 45), STAGE, box)
    assert hit(finger, STAGE, box)
    assert not hit(click(79, 45), STAGE, box)


def test_mouse_events_made_of_touches_count_once() -> None:
    """SDL's second event for a touch is ignored."""
    assert press(click(90, 45, is_touch=True), STAGE) is None


def test_only_the_left_button_presses() -> None:
    """The right button and the wheel press nothing, and a release is no press."""
    event = Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=3)
    up = Event(pygame.MOUSEBUTTONUP, pos=(5, 5), button=1)
    assert press(event, STAGE) is None
    assert press(up, STAGE) is None
    assert release(up, STAGE) is not None


def test_first_hit_names_the_box() -> None:
    """The key of the box under the pointer comes back, or nothing."""
    boxes = {"a": Box(0, 0, 10, 10), "b": Box(20, 0, 10, 10)}
    assert first_hit(click(25, 5), STAGE, boxes) == "b"
    assert first_hit(click(15, 5), STAGE, boxes) is None


def test_tab_goes_round_and_back() -> None:
    """Tab visits everything in order and starts again; Shift+Tab goes the other way."""
    order = FocusOrder(["a", "b", "c"])
    seen = []
    for _ in range(4):
        assert order.handle(key(pygame.K_TAB))
        seen.append(order.current)
    assert seen == ["a", "b", "c", "a"]
    order.handle(key(pygame.K_TAB, pygame.KMOD_LSHIFT))
    assert order.current == "c"


def test_arrows_go_to_the_nearest_in_their_direction() -> None:
    """In a grid of two rows the arrows move as the eye expects, and stop at its edge."""
    boxes = {name: Box(20 * (i % 3), 20 * (i // 3), 15, 15) for i, name in enumerate("abcdef")}
    order = FocusOrder(list("abcdef"), "a")
    path = [pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_UP]
    seen = []
    for code in path:
        assert order.handle(key(code), boxes)
        seen.append(order.current)
    assert seen == ["b", "e", "d", "a"]
    assert not order.handle(key(pygame.K_LEFT), boxes)


def test_focus_is_lost_with_its_thing() -> None:
    """When what had the focus is gone, nothing has it."""
    order = FocusOrder(["a", "b"], "b")
    order.set_ids(["a"])
    assert order.current is None
    assert order.next() == "a"


def test_disabled_button_is_not_hit(make_canvas: CanvasMaker) -> None:
    """A button that is off takes no press, and every kind of it can be drawn."""
    box = Box(10, 10, 40, 7)
    assert Button("a", "Visa", box).hit(click(20, 12), STAGE)
    assert not Button("a", "Visa", box, is_enabled=False).hit(click(20, 12), STAGE)
    canvas = make_canvas()
    for enabled in (True, False):
        for kind in ("paper", "yellow", "outline", "band"):
            Button("a", "Visa nästa", box, "Mellanslag", kind, enabled).draw(canvas, True)
    assert canvas.ink_log is not None
    assert canvas.ink_log.outside() == []


def row(chosen: str | None = "b") -> ChoiceRow:
    """Three choices side by side."""
    options = [Option("a", "Kort", "läs, tala"), Option("b", "Standard", "alla steg"), Option("c", "Lugn")]
    return ChoiceRow("tempo", options, Box(10, 20, 74.5, 10.4), chosen)


def test_choice_by_press_and_by_arrow() -> None:
    """A press chooses what lies under it; arrows step when the row has the focus, and stop at the ends."""
    choices = row()
    assert choices.handle(click(75, 25), STAGE) == "c"
    assert choices.handle(key(pygame.K_RIGHT), STAGE) is None
    assert choices.handle(key(pygame.K_RIGHT), STAGE, is_focused=True) == "c"
    assert choices.handle(key(pygame.K_LEFT), STAGE, is_focused=True) == "a"
    assert row("a").handle(key(pygame.K_LEFT), STAGE, is_focused=True) is None


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_chosen_is_not_told_by_colour_alone(make_canvas: CanvasMaker, theme: str) -> None:
    """The chosen one has a tick: its left part has another shape than the same choice unchosen."""
    canvas = make_canvas(1280, 720, theme)
    canvas.surface.fill(canvas.theme.paper)
    row("a").draw(canvas, "tempo")
    checkbox(canvas, Box(10, 50, 51, 13), "Behöver chefen", "lyfts på nästa APT", is_on=True)
    tick_column = canvas.stage.x_px(10 + 3.4)
    colors = {tuple(canvas.surface.get_at((tick_column, y))) for y in range(160, 205)}
    assert (*canvas.theme.chosen, 255) in colors
    assert (*canvas.theme.chosen_ink, 255) in colors
    assert canvas.ink_log is not None
    assert canvas.ink_log.outside() == []


def test_enter_and_space_activate() -> None:
    """Both keys press what has the focus; others do not."""
    assert is_activation(key(pygame.K_RETURN))
    assert is_activation(key(pygame.K_SPACE))
    assert not is_activation(key(pygame.K_a))
