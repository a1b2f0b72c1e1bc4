"""The fonts have the letters that the languages need, and no text makes drawing fail."""

from __future__ import annotations

import pytest

from game.ui.fonts import NUMERAL_FACE, Face, clean, font, line_width_px, missing_glyphs, parts, render_line


@pytest.mark.parametrize("face", Face)
def test_nordic_letters_are_there(face: Face) -> None:
    """Swedish, and its neighbours' and minorities' letters that names have, can be drawn."""
    assert missing_glyphs("ÅÄÖåäöÉéÜüÆæØøŠšŽž–—”’…", face) == frozenset()


def test_missing_letters_are_named() -> None:
    """What the font lacks is told, so that it can be drawn as an icon or warned about."""
    assert missing_glyphs("a → b ✓") == {"→", "✓"}


@pytest.mark.parametrize("face", Face)
def test_the_files_have_the_measures_that_baselines_use(face: Face) -> None:
    """Ascent and descent in the table of faces are those of the files, to a pixel."""
    opened = font(face, 200)
    assert opened.get_ascent() == pytest.approx(face.ascent * 200, abs=2)
    assert opened.get_descent() == pytest.approx(face.descent * 200, abs=2)


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b", "\x07", "a\u2028b", "\ufeffx", "a\tb", ""])
def test_no_text_makes_drawing_fail(text: str) -> None:
    """NUL, lone surrogates and control characters are replaced and then drawn."""
    surface = render_line(Face.REGULAR, 20, clean(text).replace("\n", " "), (0, 0, 0))
    assert surface.get_height() > 0


def test_clean_keeps_what_only_looks_empty() -> None:
    """No-break spaces, soft hyphens and newlines mean something and stay."""
    assert clean("a\u00a0b\u00adc\r\nd") == "a\u00a0b\u00adc\nd"


def test_figures_in_a_title_are_not_old_style() -> None:
    """A serif line's figures are drawn in the other family; the rest stays."""
    assert parts(Face.SERIF, "Lag 12") == [(Face.SERIF, "Lag "), (NUMERAL_FACE, "12")]
    whole = render_line(Face.SERIF, 60, "Lag 12", (0, 0, 0))
    assert whole.get_width() == line_width_px(Face.SERIF, 60, "Lag 12")
