"""Shapes: time as two arcs, half-discs with a flat side, corners, icons, and stores that stay bounded."""

from __future__ import annotations

import pygame
import pytest

from game.ui import icons
from game.ui.caching import SurfaceStore
from game.ui.shapes import disc, half_disc, mark, ring, rounded
from game.ui.stage import Box
from game.ui.theme import Color

from .conftest import CanvasMaker

TRACK: Color = (200, 200, 200)
RIGHT: Color = (10, 20, 200)
LEFT: Color = (200, 20, 10)
GROUND: Color = (255, 255, 255)


def ring_at(make_canvas: CanvasMaker, share: float) -> dict[str, Color]:
    """The ring's colours at its bottom's sides, its sides and its top's sides."""
    canvas = make_canvas(1000, 1000)
    canvas.surface.fill(GROUND)
    ring(canvas, 50, 50, 30, 4, share, TRACK, RIGHT, LEFT)
    places = {
        "bottom left": (49, 80),
        "bottom right": (51, 80),
        "left": (20, 50),
        "right": (80, 50),
        "top left": (49.2, 20),
        "top right": (50.8, 20),
        "middle": (50, 50),
    }
    seen: dict[str, Color] = {}
    for name, (x, y) in places.items():
        color = canvas.surface.get_at((round(x * 10), round(y * 10)))
        known = (TRACK, RIGHT, LEFT, GROUND)
        seen[name] = next(k for k in known if max(abs(color[i] - k[i]) for i in range(3)) <= 3)
    return seen


def test_ring_is_only_track_at_the_start(make_canvas: CanvasMaker) -> None:
    """Before any time has passed there are no arcs."""
    seen = ring_at(make_canvas, 0)
    assert {seen[name] for name in seen if name != "middle"} == {TRACK}
    assert seen["middle"] == GROUND


def test_arcs_start_together_at_the_bottom(make_canvas: CanvasMaker) -> None:
    """After a while both arcs are at the bottom, one on each side, and the rest is track."""
    seen = ring_at(make_canvas, 0.2)
    assert (seen["bottom left"], seen["bottom right"]) == (LEFT, RIGHT)
    assert (seen["left"], seen["right"], seen["top left"]) == (TRACK, TRACK, TRACK)


def test_arcs_rise_at_both_sides(make_canvas: CanvasMaker) -> None:
    """At more than half of the time both sides are covered and the top is not."""
    seen = ring_at(make_canvas, 0.6)
    assert (seen["left"], seen["right"]) == (LEFT, RIGHT)
    assert (seen["top left"], seen["top right"]) == (TRACK, TRACK)


@pytest.mark.parametrize("share", [1.0, 1.7])
def test_arcs_meet_at_the_top_and_stay(make_canvas: CanvasMaker, share: float) -> None:
    """At full time and after it the arcs touch at the top."""
    seen = ring_at(make_canvas, share)
    assert (seen["top left"], seen["top right"]) == (LEFT, RIGHT)


def test_half_disc_is_flat_at_the_side_named(make_canvas: CanvasMaker) -> None:
    """Nothing is drawn beyond the flat side, and the disc bulges away from it."""
    canvas = make_canvas(1000, 1000)
    canvas.surface.fill(GROUND)
    half_disc(canvas, 50, 50, 10, RIGHT, "left")
    assert canvas.surface.get_at((590, 500))[:3] == RIGHT
    assert canvas.surface.get_at((499, 500))[:3] == GROUND
    assert canvas.surface.get_at((500, 500))[:3] == RIGHT


def test_edges_are_smooth(make_canvas: CanvasMaker) -> None:
    """A disc has pixels between its colour and the ground's, and none darker than both."""
    canvas = make_canvas(1000, 1000)
    canvas.surface.fill(GROUND)
    disc(canvas, 50, 50, 10, LEFT)
    greens = {canvas.surface.get_at((x, y)).g for x in range(395, 605) for y in range(395, 420)}
    assert any(LEFT[1] < green < GROUND[1] for green in greens)
    assert min(greens) >= LEFT[1]


def test_mark_shares_half_an_edge_and_can_meet(make_canvas: CanvasMaker) -> None:
    """Apart, the left half is higher; met, both halves fill one disc."""
    canvas = make_canvas(1000, 1000)
    canvas.surface.fill(GROUND)
    mark(canvas, 50, 50, 10, LEFT, RIGHT)
    assert canvas.surface.get_at((490, 370))[:3] == LEFT
    assert canvas.surface.get_at((510, 370))[:3] == GROUND
    mark(canvas, 50, 50, 10, LEFT, RIGHT, raise_share=0)
    assert canvas.surface.get_at((510, 420))[:3] == RIGHT


def test_rounded_box_has_corners_and_a_line_inside(make_canvas: CanvasMaker) -> None:
    """Corners are left free, the line is the outermost part of the box, and nothing lies outside."""
    canvas = make_canvas(1000, 1000)
    canvas.surface.fill(GROUND)
    rounded(canvas, Box(10, 10, 40, 20), 5, LEFT, line=1, line_color=RIGHT)
    assert canvas.surface.get_at((100, 100))[:3] == GROUND
    assert canvas.surface.get_at((300, 104))[:3] == RIGHT
    assert canvas.surface.get_at((300, 200))[:3] == LEFT
    assert canvas.surface.get_at((300, 301))[:3] == GROUND


@pytest.mark.parametrize("name", [*icons.ICON_NAMES, *icons.KEY_ICONS.values(), "tick", "lock", "fault"])
def test_every_icon_has_ink_inside_its_box(name: str) -> None:
    """An icon draws something, and a margin of its box stays free."""
    surface = icons.icon_surface(name, 96, (0, 0, 0))
    ink = surface.get_bounding_rect(min_alpha=40)
    assert ink.w > 30
    assert pygame.Rect(0, 0, 96, 96).contains(ink)


def test_icons_differ() -> None:
    """No two themes have the same picture."""
    pictures = {pygame.image.tobytes(icons.icon_surface(n, 32, (0, 0, 0)), "RGBA") for n in icons.ICON_NAMES}
    assert len(pictures) == len(icons.ICON_NAMES)


def test_unknown_icon_is_the_eye() -> None:
    """A deck with a misspelt icon still has one."""
    assert icons.icon_surface("skurhink", 32, (1, 2, 3)) is icons.icon_surface("eye", 32, (1, 2, 3))


def test_path_commands_outside_the_subset_are_refused() -> None:
    """A path that cannot be drawn says so."""
    with pytest.raises(ValueError, match="path"):
        icons.flatten("5 5 L 3 3")


def test_store_forgets_what_was_used_longest_ago() -> None:
    """A store never holds more than it may, and keeps what was used last."""
    store = SurfaceStore(4 * 100 * 2)
    made: list[str] = []

    def make(name: str) -> pygame.Surface:
        made.append(name)
        return pygame.Surface((10, 10), pygame.SRCALPHA, 32)

    for name in ("a", "b", "a", "c", "a", "b"):
        store.get(name, lambda name=name: make(name))  # type: ignore[misc] # mypy cannot type a lambda's default
    assert made == ["a", "b", "c", "b"]
    assert store.held_bytes <= store.max_bytes
