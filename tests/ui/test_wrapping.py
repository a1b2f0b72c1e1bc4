"""Text is broken into lines without losing any of it, and Swedish words divide where they should."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.ui.fonts import Face, clean
from game.ui.wrapping import Measure, cut, visible, wrap, wrap_balanced

MEASURE = Measure(Face.REGULAR, 30, "sv")
LETTERS = "abcdefghijklmnoprstuvyåäöÅÄÖ,.-/–” \u00a0\u00ad\u0301"
TEXTS = st.text(alphabet=LETTERS, max_size=160).filter(lambda text: bool(text.strip(" ")))
WIDTHS = st.integers(min_value=90, max_value=900)


def letters(text: str) -> str:
    """What must survive: all but spaces and hyphens, which lines put in and take away."""
    return "".join(char for char in visible(text) if char not in " -")


@settings(max_examples=150, deadline=None)
@given(TEXTS, WIDTHS)
def test_nothing_is_lost_and_nothing_sticks_out(text: str, width_px: int) -> None:
    """Every letter comes out once and in order, and no line is wider than allowed."""
    lines = wrap(clean(text), MEASURE, width_px)
    assert letters("".join(lines)) == letters(text)
    assert all(MEASURE.width(line) <= width_px for line in lines)


@settings(max_examples=60, deadline=None)
@given(TEXTS, WIDTHS)
def test_balancing_keeps_text_width_and_number_of_lines(text: str, width_px: int) -> None:
    """Balanced lines lose nothing, fit, and are never more than plain lines without divided words."""
    lines = wrap_balanced(clean(text), MEASURE, width_px)
    assert letters("".join(lines)) == letters(text)
    assert all(MEASURE.width(line) <= width_px for line in lines)
    assert len(lines) <= len(wrap(clean(text), MEASURE, width_px, divide=False))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.integers(min_value=1, max_value=60))
def test_any_text_in_any_width_ends(text: str, width_px: int) -> None:
    """Even a width no letter fits in gives all letters, one by one."""
    source = clean(text).replace("\n", " ")
    assert letters("".join(wrap(source, MEASURE, width_px))) == letters(source)


@pytest.mark.parametrize(
    ("word", "width_chars", "first"),
    [
        ("undersökningsrummet", 8, "under-"),
        ("undersökningsrummet", 16, "undersöknings-"),
        ("linneförrådet", 9, "linne-"),
        ("avdelningssamordnaren", 17, "avdelnings-"),
        ("patienttransporten", 14, "patient-"),
        ("avdelningsköket", 13, "avdelnings-"),
    ],
)
def test_compounds_divide_at_their_seam(word: str, width_chars: int, first: str) -> None:
    """A Swedish compound that is too wide is divided between its parts."""
    width = MEASURE.width("n" * width_chars)
    assert wrap(word, MEASURE, width)[0] == first


def test_soft_hyphen_decides() -> None:
    """A soft hyphen is where the writer wants the word divided, and is otherwise unseen."""
    width = MEASURE.width("städvagnsbro-")
    assert wrap("städvagns\u00adbromsen", MEASURE, width) == ["städvagns-", "bromsen"]
    assert wrap("städvagns\u00adbromsen", MEASURE, 900) == ["städvagnsbromsen"]


def test_no_break_space_holds() -> None:
    """Words joined by a no-break space go to the next line together."""
    width = MEASURE.width("klockan är nu kl")
    assert wrap("klockan är nu kl\u00a012", MEASURE, width) == ["klockan är nu", "kl\u00a012"]


def test_hyphenated_name_breaks_at_its_own_hyphen() -> None:
    """A written hyphen is not doubled."""
    width = MEASURE.width("Ann-Chris")
    assert wrap("Ann-Christin", MEASURE, width) == ["Ann-", "Christin"]


def test_a_path_gets_no_hyphen_of_its_own() -> None:
    """A path goes on after its own signs, so that nobody reads a hyphen that is not in it."""
    for path in ("C:\\Dokument\\kortlekar\\avdelningar.yaml", "/hem/kortlekar/avdelningar/provlek.yaml"):
        lines = wrap(path, MEASURE, MEASURE.width("avdelningar.yaml/"))
        assert len(lines) > 1
        assert "".join(lines) == path
    width = MEASURE.width("kortlekarna.yaml") + 2
    assert wrap("Se kortlekarna.yaml", MEASURE, width) == ["Se", "kortlekarna.yaml"]


def test_a_word_without_places_is_split_with_a_hyphen() -> None:
    """A very long word is never cut silently."""
    lines = wrap("x" * 60, MEASURE, 300)
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == "x" * 60


def test_balance_leaves_no_lone_last_word() -> None:
    """A title that is a little too long for a line becomes two of about the same length."""
    text = "En filt bakom låst dörr"
    width = MEASURE.width("En filt bakom låst")
    assert wrap(text, MEASURE, width)[-1] == "dörr"
    assert wrap_balanced(text, MEASURE, width) == ["En filt bakom", "låst dörr"]


def test_cut_says_that_it_cut() -> None:
    """A line that is cut ends in an ellipsis and fits."""
    line = cut("Abdirahman Mohammed", MEASURE, 150)
    assert line.endswith("…")
    assert MEASURE.width(line) <= 150
    assert cut("Åsa", MEASURE, 150) == "Åsa"
