"""Themes out of balance: told in decks large enough for it, and never on top of a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.decks import FaultCode
from tests.decks.room_examples import GOOD, HEAD, Found, found_in


def _themed(counts: dict[str, int]) -> str:
    names = "\n".join(f"  {name}: {{}}" for name in counts)
    cards = "".join(f"- {{text: a, theme: {name}, {GOOD}}}\n" * n for name, n in counts.items())
    return f"themes:\n{names}\n{HEAD}{cards}"


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"a": 7, "b": 3, "c": 2}, [(FaultCode.THEME_DOMINATES, 2, 3)]),
        ({"a": 6, "b": 3, "c": 3}, []),
        ({"a": 6, "b": 3, "c": 2}, []),
        ({"a": 10, "b": 3}, []),
        ({"a": 5, "b": 5, "c": 1, "d": 4}, [(FaultCode.THEME_LONELY, 4, 3)]),
        ({"a": 6, "b": 3, "c": 1, "d": 3}, []),
    ],
)
def test_themes_out_of_balance_are_told(tmp_path: Path, counts: dict[str, int], found: list[Found]) -> None:
    """One theme with most cards and one with a single card are told, in decks large enough for it."""
    assert found_in(tmp_path, _themed(counts)) == found


def test_a_deck_with_cards_left_out_gets_no_sums(tmp_path: Path) -> None:
    """A theme is not called unused when the card that has it is at fault."""
    content = "themes: {t: {}}\n" + HEAD + f"- {{text: a, {GOOD}}}\n- {{theme: t, title: b}}\n"
    assert found_in(tmp_path, content) == []


def test_a_theme_that_is_told_as_unknown_is_not_told_as_missing(tmp_path: Path) -> None:
    """One slip gives one line."""
    content = "themes: {t: {}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n" * 2
    assert found_in(tmp_path, content + f"- {{text: a, theme: u, {GOOD}}}\n") == []
