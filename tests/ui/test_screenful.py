"""Cards, people, band and papers, drawn for real on every screen size and in every theme."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.ui.band import KeyHint, draw_band, key_hints, screen_title, yellow_box, yellow_button
from game.ui.canvas import Canvas
from game.ui.cards import (
    READ,
    READ_BOX,
    CardFace,
    Place,
    back_surface,
    card_back,
    card_front,
    card_place,
    coaster_place,
    deck_box,
    front_surface,
    pile,
    pile_peek,
    side_box,
    slip_back,
)
from game.ui.people import PersonMark, PersonState, draw_people
from game.ui.stage import SIZES, Box
from game.ui.surfaces import Shadow, coaster, field, flat_ground, option, panel, slip, table, veil
from game.ui.theme import THEMES

from .conftest import CanvasMaker

SENTENCE = "En anhörig fryser och ber dig låsa upp linneförrådet utan att någon ser det. "
LONGEST = (SENTENCE * 6)[:420].strip()
FACE = CardFace("Situation", "I korridoren", "Rakt över det blöta igen", LONGEST, "blue", "bed")
PLACES: tuple[Place, ...] = ("read", "think", "round", "vote", "talk")
NAMES = ("Åsa", "Björn", "Fatima", "Östen", "Ann-Christin", "Märta", "Abdirahman", "Håkan")


def draw_everything(canvas: Canvas, place: Place) -> None:
    """One of each thing, roughly where screens put them."""
    table(canvas)
    pile_peek(canvas, 23, canvas.theme.back_color(0))
    box, measures = card_place(canvas.stage, place)
    card_front(canvas, box, measures, FACE)
    if place in ("think", "round"):
        coaster(canvas, *coaster_place(canvas.stage, place))
    states = [*PersonState, PersonState.WAITING, PersonState.WAITING, PersonState.WAITING]
    statuses = ("", "läser", "", "passar", "borta", "", "näst på tur", "")
    marks = [PersonMark(n, t, s) for n, t, s in zip(NAMES, statuses, states, strict=True)]
    draw_people(canvas, marks)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_text_stays_in_its_place(make_canvas: CanvasMaker, size: tuple[int, int], place: Place) -> None:
    """The longest card and eight people leave no ink outside its frame, on any screen."""
    canvas = make_canvas(*size)
    draw_everything(canvas, place)
    assert canvas.ink_log is not None
    assert canvas.ink_log.outside() == []


@pytest.mark.parametrize("size", SIZES)
def test_longest_card_is_read_large_on_one_page(make_canvas: CanvasMaker, size: tuple[int, int]) -> None:
    """420 characters fit in read at 4.5 vh or more, at 4:3 too."""
    canvas = make_canvas(*size)
    box, measures = card_place(canvas.stage, "read")
    drawn = card_front(canvas, box, measures, FACE)
    assert drawn.page_count == 1
    assert drawn.text_size_vh >= 4.5


def test_longer_text_is_paged_and_numbered(make_canvas: CanvasMaker) -> None:
    """1,200 characters go on several pages of 4.5, with the page's number on the card."""
    canvas = make_canvas(1920, 1080)
    face = CardFace("Fakta", "", "Kort", SENTENCE * 15, "teal", "phone")
    drawn = card_front(canvas, READ_BOX, READ, face, page=1)
    assert drawn.page_count > 1
    assert drawn.text_size_vh == 4.5
    assert canvas.ink_log is not None
    assert f"2/{drawn.page_count}" in canvas.ink_log.texts()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
def test_card_side_and_pile_do_not_overlap(
    make_canvas: CanvasMaker, size: tuple[int, int], place: Place
) -> None:
    """The card, what stands beside it and the pile have each their own place."""
    stage = make_canvas(*size).stage
    card, side = card_place(stage, place)[0], side_box(stage, place)
    assert card.x >= 0
    assert card.bottom < 79.8
    if place != "read":
        assert card.right < side.x
    assert max(card.right, side.right) < stage.right_vh - 6.38


@pytest.mark.parametrize("name", sorted(THEMES))
def test_everything_draws_in_every_theme(make_canvas: CanvasMaker, name: str) -> None:
    """Nothing fails in any theme, and contrast has no shadow and no texture."""
    canvas = make_canvas(1280, 720, name)
    draw_everything(canvas, "read")
    panel(canvas, Box(8, 19, 60, 30))
    slip(canvas, Box(70, 19, 40, 30))
    field(canvas, Box(10, 22, 50, 10))
    option(canvas, Box(10, 60, 50, 10), is_chosen=True)
    card_back(canvas, Box(100, 20, 40, 25), canvas.theme.back_color(2), shadow=Shadow.LIFTED)
    pile(canvas, Box(100, 50, 40, 25), canvas.theme.back_color(3))
    slip_back(canvas, Box(8, 70, 48, 5.6), canvas.theme.back_color(0))
    deck_box(canvas, Box(150, 20, 24, 38), canvas.theme.back_color(1))
    veil(canvas)
    table(canvas)
    colors = {tuple(canvas.surface.get_at((640, y))) for y in range(630)}
    assert (len(colors) == 1) == (name == "contrast")


def test_back_is_the_same_upside_down(make_canvas: CanvasMaker) -> None:
    """A back turned half round has its pattern and frame in the same places; only the mark's colours swap."""
    canvas = make_canvas(1920, 1080)
    surface = back_surface(canvas, 66, 42, canvas.theme.back_color(0))
    turned = pygame.transform.rotate(surface, 180)
    places = [(x, y) for x in range(40, 200, 3) for y in range(40, 440, 3)]
    same = sum(surface.get_at(place) == turned.get_at(place) for place in places)
    assert same / len(places) > 0.9


def test_front_surface_is_the_card_alone(make_canvas: CanvasMaker) -> None:
    """The picture that a flip moves has the card's size and see-through corners, also off centre."""
    canvas = make_canvas(1600, 720)
    surface = front_surface(canvas, READ_BOX, READ, FACE)
    assert surface.get_size() == canvas.stage.box_rect(READ_BOX).size
    assert surface.get_at((0, 0)).a == 0
    assert surface.get_at((surface.get_width() // 2, surface.get_height() - 20))[:3] == canvas.theme.paper


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("size", SIZES)
def test_people_have_each_their_place(make_canvas: CanvasMaker, count: int, size: tuple[int, int]) -> None:
    """One to eight people stand in a centred row inside the window and do not overlap."""
    canvas = make_canvas(*size)
    boxes = draw_people(canvas, [PersonMark(name) for name in NAMES[:count]])
    stage = canvas.stage
    assert boxes[0].x >= 0
    assert boxes[-1].right <= stage.width_vh + 1e-6
    assert boxes[0].x == pytest.approx(stage.width_vh - boxes[-1].right)
    assert all(a.right <= b.x + 1e-6 for a, b in pairwise(boxes))
    assert canvas.ink_log is not None
    assert canvas.ink_log.outside() == []


@pytest.mark.parametrize("size", SIZES)
def test_eight_names_are_written_whole(make_canvas: CanvasMaker, size: tuple[int, int]) -> None:
    """Where an even row would cut a name the places are as wide as the names; nobody moves with the turn."""
    canvas = make_canvas(*size)
    waiting = [PersonMark(name) for name in NAMES]
    boxes = draw_people(canvas, waiting)
    assert canvas.ink_log is not None
    assert canvas.ink_log.texts() == list(NAMES)
    for index, name in enumerate(NAMES):
        marks = [*waiting[:index], PersonMark(name, "talar", PersonState.TURN), *waiting[index + 1 :]]
        assert draw_people(canvas, marks) == boxes


def test_long_double_names_stand_on_two_lines(make_canvas: CanvasMaker) -> None:
    """Names of 24 characters are whole on a wide screen, with a word under them too."""
    canvas = make_canvas(1280, 720)
    name = "Ann-Christin Wilhelmsson"
    draw_people(canvas, [PersonMark(name, "talar", PersonState.TURN), *[PersonMark(name)] * 7])
    assert canvas.ink_log is not None
    assert canvas.ink_log.texts() == [
        "Ann-Christin",
        "Wilhelmsson",
        "talar",
        *["Ann-Christin", "Wilhelmsson"] * 7,
    ]
    assert canvas.ink_log.outside() == []


@pytest.mark.parametrize("name", sorted(THEMES))
def test_states_have_different_shapes(make_canvas: CanvasMaker, name: str) -> None:
    """Each state looks different without colour: no two give the same pixels on the table's edge."""
    pictures = set()
    for state in PersonState:
        canvas = make_canvas(1280, 720, name)
        flat_ground(canvas)
        draw_people(canvas, [PersonMark("Åsa", "", state)])
        edge = canvas.surface.subsurface((500, 550, 280, 86))
        pictures.add(pygame.image.tobytes(pygame.transform.grayscale(edge), "RGB"))
    assert len(pictures) == len(PersonState)


@pytest.mark.parametrize("size", SIZES)
def test_band_keeps_keys_and_button_apart(make_canvas: CanvasMaker, size: tuple[int, int]) -> None:
    """Hints that would run into the yellow button are left out, and all text stays in place."""
    canvas = make_canvas(*size)
    draw_band(canvas)
    hints = [KeyHint(("←", "→"), "flyttar Märta"), KeyHint(("Delete",), "tar bort")]
    hints += [KeyHint(("↵",), "klar med platsen"), KeyHint(("?",), "visar tangenter")] * 2
    boxes = key_hints(canvas, hints)
    yellow_button(canvas, "Så sitter vi vid bordet i dag", "Mellanslag")
    screen_title(canvas, "Vilka sitter runt bordet?", "8 av högst 8")
    assert 0 < len(boxes) < len(hints)
    assert boxes[-1].right < yellow_box(canvas.stage).x
    assert canvas.ink_log is not None
    assert canvas.ink_log.outside() == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "name", ["Anna-Karin Bergström Öst", "Bartholomeus van der Wij", "Åsa", "Fatima al-Rashid"]
)
def test_a_title_that_can_be_made_to_fit_is_not_cut(
    make_canvas: CanvasMaker, size: tuple[int, int], name: str
) -> None:
    """A long name beside a remark shrinks until its last letter is there."""
    canvas = make_canvas(*size)
    screen_title(canvas, f"{name}s löfte", "Något nytt")
    assert canvas.ink_log is not None
    assert canvas.ink_log.texts() == [f"{name}s löfte", "Något nytt"]
