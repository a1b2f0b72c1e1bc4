"""Text can be read on every ground, in every theme."""

from __future__ import annotations

import pytest

from game.ui.theme import COLOR_NAMES, DECK_BACKS, THEMES, Theme, contrast_ratio, mix

PAIRS = [
    ("table_ink", "wood"),
    ("table_ink", "linen"),
    ("ink", "paper"),
    ("second_ink", "paper"),
    ("slip_ink", "slip"),
    ("slip_second", "slip"),
    ("field_ink", "field"),
    ("band_ink", "band"),
    ("band_second", "band"),
    ("lit", "band"),
    ("lit_ink", "lit"),
    ("chosen_ink", "chosen"),
    ("fault", "paper"),
]


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    """Each theme."""
    return THEMES[str(request.param)]


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_has_seven_to_one(theme: Theme, text: str, ground: str) -> None:
    """Every pair of text and ground keeps 7:1."""
    assert contrast_ratio(getattr(theme, text), getattr(theme, ground)) >= 7.0


@pytest.mark.parametrize("name", COLOR_NAMES)
def test_theme_colours_can_be_read(theme: Theme, name: str) -> None:
    """A deck theme's colour keeps 7:1 on paper, and its icon 7:1 on the colour."""
    color = theme.color_named(name)
    assert contrast_ratio(color.color, theme.paper) >= 7.0
    assert contrast_ratio(color.icon, color.color) >= 7.0


def test_unknown_colour_is_slate() -> None:
    """A deck with a misspelt colour still has one."""
    theme = THEMES["light"]
    assert theme.color_named("purpel") is theme.colors["slate"]


def test_known_ratios() -> None:
    """The formula gives what WCAG gives."""
    assert contrast_ratio((0, 0, 0), (255, 255, 255)) == pytest.approx(21.0)
    assert contrast_ratio((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_backs_go_round_and_turn_black_in_contrast() -> None:
    """A seventh deck gets the first back again; high contrast has one back."""
    assert THEMES["light"].back_color(6) == DECK_BACKS[0]
    assert THEMES["light"].back_color("red") == DECK_BACKS[4]
    assert THEMES["contrast"].back_color("red") == (0, 0, 0)


def test_mix_goes_from_one_to_the_other() -> None:
    """Nothing of b gives a, all of b gives b."""
    assert mix((10, 20, 30), (200, 100, 0), 0) == (10, 20, 30)
    assert mix((10, 20, 30), (200, 100, 0), 1) == (200, 100, 0)
