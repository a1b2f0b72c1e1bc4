"""A shadow is hollow under its thing, and looks as if it were not."""

from __future__ import annotations

import pytest

from game.ui.shadows import Shadow, shadow
from game.ui.shapes import rounded
from game.ui.stage import Box

from .conftest import CanvasMaker

BOX = Box(20.3, 15.7, 90, 60)


@pytest.mark.parametrize("kind", [Shadow.RESTING, Shadow.SLIP, Shadow.LIFTED])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_a_hollow_shadow_looks_whole(make_canvas: CanvasMaker, kind: Shadow, size: tuple[int, int]) -> None:
    """Under an opaque thing nothing is missing of the shadow that a tilted one would need."""
    pictures = []
    for is_tilted in (False, True):
        canvas = make_canvas(*size)
        canvas.surface.fill((240, 230, 210))
        shadow(canvas, BOX, 2.2, kind, is_tilted=is_tilted)
        rounded(canvas, BOX, 2.2, (255, 255, 250))
        pictures.append(canvas.surface.get_buffer().raw)
    assert pictures[0] == pictures[1]


def test_a_tilted_thing_has_shadow_further_under_it(make_canvas: CanvasMaker) -> None:
    """What a tilted thing leaves bare of its box is shaded."""
    canvas = make_canvas(1280, 720)
    canvas.surface.fill((240, 230, 210))
    inside = (canvas.stage.x_px(BOX.center_x), canvas.stage.y_px(BOX.y) + 8)
    shadow(canvas, BOX, 2.2, Shadow.LIFTED)
    bare = canvas.surface.get_at(inside)
    shadow(canvas, BOX, 2.2, Shadow.LIFTED, is_tilted=True)
    assert canvas.surface.get_at(inside).r < bare.r


def test_a_shadow_outside_the_clip_is_not_drawn(make_canvas: CanvasMaker) -> None:
    """A part that is drawn alone stays free of shadows that do not reach it."""
    canvas = make_canvas(1280, 720)
    before = canvas.surface.get_buffer().raw
    with canvas.clip(Box(150, 80, 10, 10)):
        shadow(canvas, BOX, 2.2, Shadow.RESTING)
    assert canvas.surface.get_buffer().raw == before
