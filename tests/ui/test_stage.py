"""Lengths and places in vh become the right pixels on every screen size."""

from __future__ import annotations

import pytest

from game.ui.stage import SIZES, STAGE_WIDTH_VH, Box, Stage


@pytest.mark.parametrize("size", SIZES)
def test_stage_never_leaves_the_window(size: tuple[int, int]) -> None:
    """The stage lies inside the window, whatever the window's shape."""
    stage = Stage(*size)
    rect = stage.rect(0, 0, stage.width_vh, 100)
    assert rect.left >= 0
    assert rect.right <= size[0]
    assert rect.height == size[1]


def test_wide_window_has_the_stage_in_its_middle() -> None:
    """A window wider than 16:9 keeps the stage's width and centres it."""
    stage = Stage(1366, 728)
    assert stage.width_vh == pytest.approx(STAGE_WIDTH_VH)
    assert stage.left_vh == pytest.approx(-(stage.right_vh - stage.width_vh))
    assert not stage.is_narrow


@pytest.mark.parametrize(("size", "width_vh"), [((1024, 768), 133.33), ((1280, 800), 160.0)])
def test_narrow_window_has_a_narrow_stage(size: tuple[int, int], width_vh: float) -> None:
    """4:3 and 16:10 get a stage as wide as the window, from its left edge."""
    stage = Stage(*size)
    assert stage.width_vh == pytest.approx(width_vh, abs=0.01)
    assert stage.is_narrow
    assert stage.x_px(0) == 0


def test_neighbours_meet() -> None:
    """Two boxes that share an edge share it in pixels too, at a size where vh are uneven."""
    stage = Stage(1366, 728)
    left, right = stage.rect(3.3, 0, 7.7, 5), stage.rect(11.0, 0, 7.7, 5)
    assert left.right == right.left


def test_mouse_place_and_back() -> None:
    """A place turned into pixels and back is the same place, to half a pixel."""
    stage = Stage(1366, 728)
    x, y = stage.to_vh((stage.x_px(40), stage.y_px(60)))
    assert x == pytest.approx(40, abs=0.1)
    assert y == pytest.approx(60, abs=0.1)


@pytest.mark.parametrize("size", SIZES)
def test_smallest_text_never_falls_under_its_floor(size: tuple[int, int]) -> None:
    """Text of 3 vh is at most a quarter of a pixel smaller than that."""
    stage = Stage(*size)
    assert stage.font_px(3.0) >= 3.0 * stage.scale - 0.25


def test_box_contains_its_upper_left_and_not_its_lower_right() -> None:
    """A press on the edge between two boxes hits one of them only."""
    box = Box(10, 10, 5, 5)
    assert box.contains(10, 10)
    assert not box.contains(15, 12)
    assert not box.contains(12, 15)
