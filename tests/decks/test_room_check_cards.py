"""What is told of a card's words, held against what the layout really does with them."""

from __future__ import annotations

import pytest
from pygame import Surface

from game.decks.room_check_cards import CROWDED_OPTION, CROWDED_TEXT, is_over_a_page
from game.screens.phases.card import Spot, fitted
from game.screens.phases.vote_layout import SMALLEST_VH, vote_layout
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, card_pages, card_place
from game.ui.stage import Stage
from game.ui.theme import THEMES
from tests.decks.room_examples import words_of


def _pages(text: str, title: str) -> int:
    stage = Stage(1920, 1080)
    canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], "sv")
    spot = Spot(*card_place(stage, "read"))
    face = CardFace("Situation", "Tema", title, text, "teal", "phone")
    return len(card_pages(canvas, spot.box, fitted(canvas, spot, face), face))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n".join(["Rad"] * 9), [False, True]),
        ("\n".join(["Rad"] * 11), [True, True]),
        ("\n\n".join(["Stycke"] * 7), [False, True]),
        (words_of(70) + "\n\n" * 7 + "a", [False, False]),
    ],
)
def test_a_text_told_to_need_pages_does(text: str, told: list[bool]) -> None:
    """On a common screen a text of many lines takes two pages whenever that is said, and else one."""
    titles = ("", "En titel")
    assert [is_over_a_page(text, has_title=bool(title)) for title in titles] == told
    assert [_pages(text, title) > 1 for title in titles] == told


def test_six_long_options_do_not_fit_on_an_old_screen() -> None:
    """What is called crowded has no size of letters on a 4:3 screen, and shorter options have one."""

    def size_vh(characters: int, text: int) -> float:
        option = "Jag går dit och frågar vad som har hänt i natt och vem som vet mer om det hela sedan"
        face = CardFace("Dilemma", "Tema", "En titel", words_of(text), "teal", "phone")
        return vote_layout(Stage(1024, 768), face, (option[:characters],) * 6, "sv", 1.0).size_vh

    assert size_vh(80, 420) < SMALLEST_VH
    assert size_vh(CROWDED_OPTION - 4, 420) >= SMALLEST_VH
    assert size_vh(CROWDED_OPTION, CROWDED_TEXT) >= SMALLEST_VH
