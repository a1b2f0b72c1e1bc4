"""The window's icon."""

from __future__ import annotations

from game.ui.theme import THEMES
from game.ui.window_icon import window_icon


def test_the_icon_shows_both_halves_on_the_band() -> None:
    """Yellow to the upper left, pale to the lower right, the band's colour around them."""
    icon = window_icon(64)
    theme = THEMES["light"]
    assert icon.get_size() == (64, 64)
    assert tuple(icon.get_at((24, 22))[:3]) == theme.lit
    assert tuple(icon.get_at((40, 42))[:3]) == theme.back_ink
    assert tuple(icon.get_at((40, 12))[:3]) == theme.band
