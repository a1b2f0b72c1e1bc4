"""Setting: sizes that fit, pages, paragraphs, and ink that stays in its frame."""

from __future__ import annotations

import pytest

from game.ui.fonts import Face
from game.ui.stage import SIZES, Box, Stage
from game.ui.text import BODY, CARD_TEXT, TextStyle, ellipsize, fit, layout, line_width_vh, paginate

from .conftest import CanvasMaker

TEXT = (
    "Du har just skurat golvet utanför undersökningsrummet och ställt ut skylten. En läkare kommer "
    "småspringande, ser skylten, ser dig och kliver ändå rakt över det blöta. Vad säger du?"
)
STAGE = Stage(1920, 1080)


def test_fit_is_the_largest_that_fits() -> None:
    """The size found fits, and the next one does not."""
    block = fit(STAGE, TEXT, CARD_TEXT, 70, 40, 3.0, 6.0)
    assert block is not None
    assert block.height_vh <= 40
    larger = layout(STAGE, TEXT, CARD_TEXT.sized(round(block.style.size_vh + 0.1, 1)), 70)
    assert larger.height_vh > 40


def test_fit_says_when_nothing_fits() -> None:
    """Text that is too long even in the least size is not squeezed."""
    assert fit(STAGE, TEXT * 5, CARD_TEXT, 70, 40, 4.5, 5.6) is None


def test_pages_have_all_the_text_and_never_shrink_under_the_least_size() -> None:
    """Long text goes on several pages of the least size, each within the height."""
    pages = paginate(STAGE, TEXT * 5, CARD_TEXT, 70, 40, 4.5, 5.6)
    assert len(pages) > 1
    assert all(page.style.size_vh == 4.5 and page.height_vh <= 40 for page in pages)
    whole = layout(STAGE, TEXT * 5, CARD_TEXT.sized(4.5), 70)
    assert [line for page in pages for line in page.lines] == list(whole.lines)


def test_blank_line_makes_a_paragraph_and_newline_a_line() -> None:
    """Paragraphs are half a line apart, lines are not."""
    block = layout(STAGE, "ett\ntvå\n\ntre", BODY, 50)
    assert block.lines == ("ett", "två", "tre")
    assert block.tops_vh[1] == pytest.approx(BODY.line_vh)
    assert block.tops_vh[2] == pytest.approx(BODY.line_vh * 2.5)


def test_a_cut_text_fills_its_lines_though_it_was_to_be_balanced() -> None:
    """Lines of equal length are for whole texts: a cut one says as much as there is room for."""
    text = f"{TEXT} Och vad säger du sedan?"
    width = 0.45 * line_width_vh(STAGE, text, BODY)
    balanced, full = layout(STAGE, text, BODY, width, balance=True), layout(STAGE, text, BODY, width)
    assert len(balanced.lines) == 3
    assert balanced.lines[0] != full.lines[0]
    cut = layout(STAGE, text, BODY, width, balance=True, max_lines=2)
    assert cut.lines[0] == full.lines[0]
    assert cut.lines[1].endswith("…")


def test_too_many_lines_are_cut_with_an_ellipsis() -> None:
    """A block that may have two lines has two, and says that more was meant."""
    block = layout(STAGE, TEXT, BODY, 40, max_lines=2)
    assert len(block.lines) == 2
    assert block.is_cut
    assert block.lines[-1].endswith("…")


def test_ellipsized_line_fits() -> None:
    """A long name is cut to its place."""
    name = ellipsize(STAGE, "Maximiliana Östergötland", BODY, 20)
    assert line_width_vh(STAGE, name, BODY) <= 20


def test_baseline_rule() -> None:
    """The baseline lies where the line box's rule puts it."""
    style = TextStyle(Face.REGULAR, 5.0, 1.32)
    assert style.baseline_vh == pytest.approx((6.6 - 1.3 * 5) / 2 + 0.984 * 5)


@pytest.mark.parametrize("size", SIZES)
def test_wrapped_text_stays_in_its_box(make_canvas: CanvasMaker, size: tuple[int, int]) -> None:
    """Ink stays inside the box in every alignment, on every screen."""
    canvas = make_canvas(*size)
    box = Box(10, 10, 60, 34)
    canvas.wrapped(TEXT, box, BODY)
    canvas.wrapped(TEXT, box, BODY, align="center", valign="middle")
    canvas.wrapped(TEXT, box, BODY, align="right", valign="bottom")
    assert canvas.ink_log is not None
    assert len(canvas.ink_log.entries) > 6
    assert canvas.ink_log.outside() == []


def test_log_sees_text_that_sticks_out(make_canvas: CanvasMaker) -> None:
    """A line wider than its frame is found."""
    canvas = make_canvas()
    canvas.text("alldeles för lång", 10, 10, BODY, frame=Box(10, 8, 10, 8))
    assert canvas.ink_log is not None
    assert [entry.text for entry in canvas.ink_log.outside()] == ["alldeles för lång"]


def test_alignment_ends_where_it_should(make_canvas: CanvasMaker) -> None:
    """Right-aligned ink ends at x, centred ink has x in its middle."""
    canvas = make_canvas(1920, 1080)
    right = canvas.text("nnn", 100, 10, BODY, align="right")
    middle = canvas.text("nnn", 100, 20, BODY, align="center")
    assert right.right == pytest.approx(100, abs=0.5)
    assert middle.center_x == pytest.approx(100, abs=0.3)


def test_shrunk_name_fits_its_width(make_canvas: CanvasMaker) -> None:
    """A name too wide for its place is made smaller before it is cut."""
    canvas = make_canvas(1920, 1080)
    style = TextStyle(Face.SERIF, 5.6, 1.12)
    ink = canvas.shrunk("Ann-Christin", 50, 50, style, 36, align="center")
    assert 30 < ink.w <= 36.5
    assert canvas.ink_log is not None
    assert canvas.ink_log.texts() == ["Ann-Christin"]


def test_runs_share_a_baseline_and_follow_each_other(make_canvas: CanvasMaker) -> None:
    """Two weights in one line lie side by side and end at the same height."""
    canvas = make_canvas(1920, 1080)
    bold = BODY.faced(Face.BOLD)
    whole = canvas.runs([("nnn ", BODY), ("nnn", bold)], 10, 10)
    assert whole.w == pytest.approx(canvas.width("nnn ", BODY) + canvas.width("nnn", bold), abs=0.6)
    assert canvas.ink_log is not None
    first, second = canvas.ink_log.entries
    assert first.ink.bottom == pytest.approx(second.ink.bottom, abs=1)
