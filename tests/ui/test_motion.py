"""Movement begins where it should, ends where it should, and can end at once."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.motion import (
    FLIP_S,
    Animation,
    Flip,
    Glide,
    OpenSlip,
    Tween,
    cross_fade,
    draw_flip,
    ease_out,
    pass_turn,
)
from game.ui.stage import Box

from .conftest import CanvasMaker

PILE, PLACE = Box(55.9, 27.5, 66, 42), Box(10.9, 4.4, 156, 74.4)
FLIP = Flip(PILE, PLACE)


@given(st.floats(min_value=-1, max_value=2), st.floats(min_value=-1, max_value=2))
def test_easing_never_goes_back(a: float, b: float) -> None:
    """Later is never less far, and it starts at 0 and ends at 1."""
    low, high = sorted((a, b))
    assert 0 <= ease_out(low) <= ease_out(high) <= 1


def test_tween_waits_and_arrives() -> None:
    """Nothing happens during the delay, and after the end it stays."""
    tween = Tween(10, 20, 0.2, delay_s=0.1)
    assert tween.at(0.05) == 10
    assert 10 < tween.at(0.15) < 20
    assert tween.at(5) == 20
    assert tween.is_done(0.31)


def test_flip_goes_from_the_pile_to_its_place() -> None:
    """The back lies on the pile first, the front in its place last."""
    first, last = FLIP.frame(0), FLIP.frame(FLIP_S)
    assert first.box == PILE
    assert not first.is_front
    assert (last.box, last.is_front, last.angle_deg, last.is_done) == (PLACE, True, 0.0, True)


def test_flip_shows_its_edge_in_the_middle() -> None:
    """At 240 ms the card is an edge of .56, seven above the pile; the back before it, the front after."""
    before, after = FLIP.frame(0.2399), FLIP.frame(0.2401)
    assert before.box.w == pytest.approx(0.56, abs=0.1)
    assert after.box.w == pytest.approx(0.56, abs=0.4)
    assert before.box.y == pytest.approx(PILE.y - 7, abs=0.1)
    assert (before.is_front, after.is_front) == (False, True)


def test_flip_lifts_and_turns_first() -> None:
    """At 90 ms it has risen 4 and is turned 3 degrees."""
    frame = FLIP.frame(0.0899)
    assert frame.box.y == pytest.approx(PILE.y - 4, abs=0.05)
    assert frame.angle_deg == pytest.approx(3.0, abs=0.05)


@pytest.mark.parametrize("elapsed_s", [0.0, 0.05, 0.15, 0.24, 0.3, 0.43, 9.0])
def test_flip_draws_at_every_moment(make_canvas: CanvasMaker, elapsed_s: float) -> None:
    """Every moment can be drawn and says whether it is the last."""
    canvas = make_canvas(1280, 720)
    back, front = pygame.Surface((475, 302)), pygame.Surface((1123, 536))
    front.fill((9, 9, 9))
    assert draw_flip(canvas, FLIP, back, front, elapsed_s) == (elapsed_s >= FLIP_S)


@pytest.mark.parametrize("elapsed_s", [0.27, 0.35, 0.4])
def test_a_scratch_changes_no_pixel(make_canvas: CanvasMaker, elapsed_s: float) -> None:
    """Scaling into memory that is there already gives the same picture, whatever lay in it before."""
    front = pygame.Surface((1123, 536), 0, 32)
    for y in range(0, 536, 7):
        pygame.draw.line(front, (y % 256, 99, 200), (0, y), (1122, 535 - y))
    scratch = pygame.Surface((1123, 536), 0, 32)
    scratch.fill((255, 0, 0))
    pictures = []
    for room in (None, scratch):
        canvas = make_canvas(1280, 720)
        draw_flip(canvas, FLIP, pygame.Surface((475, 302)), front, elapsed_s, room)
        pictures.append(canvas.surface.get_buffer().raw)
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_an_opaque_side_gets_round_corners(make_canvas: CanvasMaker, theme: str) -> None:
    """The square corners of a side without alpha are never seen; its edges and middle are."""
    canvas = make_canvas(1280, 720, theme)
    canvas.surface.fill((9, 9, 9))
    front = pygame.Surface((1123, 536), 0, 32)
    front.fill((1, 200, 2))
    slower = Flip(PLACE, PLACE, 1.0)
    draw_flip(canvas, slower, pygame.Surface((475, 302)), front, 0.95)
    rect = canvas.stage.box_rect(slower.frame(0.95).box)
    corners = [rect.topleft, (rect.right - 1, rect.bottom - 1)]
    inside = [rect.center, (rect.x, rect.centery), (rect.centerx, rect.y)]
    # The front is green, the ground and the shadow on it are not; scaling loses a little of every colour.
    assert [canvas.surface.get_at(place).g > 100 for place in corners] == [False, False]
    assert [canvas.surface.get_at(place).g > 100 for place in inside] == [True, True, True]


def test_reduced_motion_cuts_to_the_end(make_canvas: CanvasMaker) -> None:
    """With motion off the front lies in its place at once."""
    canvas = make_canvas(1280, 720)
    canvas.is_motion_reduced = True
    front = pygame.Surface((100, 50))
    front.fill((1, 2, 3))
    assert draw_flip(canvas, FLIP, pygame.Surface((10, 10)), front, 0.0)
    assert canvas.surface.get_at((640, 300))[:3] == (1, 2, 3)


def test_animation_ends_on_demand() -> None:
    """Time moves it, a finish ends it, and reduced motion is over before it begins."""
    animation = Animation(0.4)
    animation.advance(0.1)
    assert not animation.is_done
    assert 0 < animation.share < 1
    ended = Animation(0.4)
    ended.finish()
    assert ended.is_done
    assert ended.share == 1.0
    assert Animation(0.4, is_reduced=True).is_done


def test_glide_shows_its_text_in_the_last_half() -> None:
    """Text of the new place is unseen at first and whole at the end."""
    glide = Glide(PLACE, PILE)
    assert glide.frame(0.1)[1] == 0.0
    assert 0 < glide.frame(0.25)[1] < 1
    assert glide.frame(0.3) == (PILE, 1.0)


def test_slip_opens_from_its_top_edge() -> None:
    """The back shrinks towards the lower edge and is gone at the end."""
    box = Box(0, 10, 40, 16)
    part = OpenSlip().closed_part(box, 0.05)
    assert part is not None
    assert part.y > box.y
    assert part.bottom == pytest.approx(box.bottom)
    assert OpenSlip().closed_part(box, 0.22) is None


def test_turn_sinks_before_the_next_rises() -> None:
    """The old disc is down before the new one comes up."""
    assert pass_turn(0.1, 0, 1)[1] == 0.0
    assert 0 < pass_turn(0.1, 0, 1)[0] < 1
    assert pass_turn(0.35, 0, 1) == {0: 0.0, 1: 1.0}


def test_cross_fade_mixes(make_canvas: CanvasMaker) -> None:
    """Half way, the picture is half of each, and the new one is left as it was."""
    canvas = make_canvas(64, 64)
    old, new = pygame.Surface((64, 64)), pygame.Surface((64, 64))
    new.fill((200, 200, 200))
    cross_fade(canvas, old, new, 0.5)
    assert canvas.surface.get_at((5, 5)).r == pytest.approx(100, abs=3)
    assert new.get_alpha() in (None, 255)
