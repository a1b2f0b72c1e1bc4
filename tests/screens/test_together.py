"""Several decks as one choice: sums, common languages, themes told apart, and a set-up that fits them."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.screens.base import DeckChoice, Preparation, Prepare
from game.screens.setup import SetupScreen
from game.screens.setup_layout import setup_layout
from game.screens.together import chosen_deck, joined, twin_among
from tests.screens.front_pilot import EIGHT_THEMES, Front, choice, people


def decks(count: int) -> tuple[DeckChoice, ...]:
    """Decks with themes of the same names under keys of their own."""
    return tuple(
        choice(
            number,
            title=f"Lek {number}",
            themes=tuple((f"lek-{number}/{at}", *theme[1:]) for at, theme in enumerate(EIGHT_THEMES)),
        )
        for number in range(1, count + 1)
    )


def test_one_deck_is_itself() -> None:
    """Joining one deck changes nothing."""
    one = choice(1)
    assert joined([one]) is one


def test_sums_and_common_languages() -> None:
    """Cards and minutes are added; only a language that all have can be chosen."""
    both = joined([choice(1, cards=10, minutes=50), choice(2, cards=5, minutes=30, languages=("sv",))])
    assert (both.cards, both.minutes, both.languages) == (15, 80, ("sv",))
    assert (both.id, both.title, both.back) == (
        "lek-1|lek-2",
        "Service i vardagen 1 + Service i vardagen 2",
        0,
    )
    assert joined([choice(1, languages=("sv",)), choice(2, languages=("en",))]).languages == ()


def test_only_themes_of_the_same_name_get_their_decks_name() -> None:
    """Two themes called the same are told apart, others keep their names."""
    first = choice(1, title="A", themes=(("a/1", "Dörren", "red", "door"), ("a/2", "Luren", "teal", "phone")))
    second = choice(2, title="B", themes=(("b/1", "Dörren", "red", "door"),))
    assert [theme[1] for theme in joined([first, second]).themes] == ["Dörren (A)", "Luren", "Dörren (B)"]


def test_a_twin_has_the_same_id_in_another_file() -> None:
    """A deck is not its own twin."""
    one, two = choice(1, deck_id="natt"), choice(2, deck_id="natt")
    assert twin_among(one, [one]) is None
    assert twin_among(one, [one, two]) is two


def test_a_choice_of_which_one_is_gone_is_none() -> None:
    """A preparation names decks that may have been taken away."""
    pilot = Front(SetupScreen(), decks=(choice(1),), preparation=Preparation(deck="lek-1|lek-2"))
    assert chosen_deck(pilot.scene) is None


def test_set_up_weighs_the_themes_of_all_decks() -> None:
    """Every theme of every deck is reached by the arrows, and fits in every size."""
    three = decks(3)
    pilot = Front(
        SetupScreen(),
        decks=three,
        preparation=Preparation(deck="lek-1|lek-2|lek-3", seats=people("Åsa", "Björn")),
    )
    for _ in range(8):
        pilot.press(pygame.K_DOWN)
    for _ in range(23):
        pilot.press(pygame.K_RIGHT)
    assert "Att bli sedd\nLek 3\n" in pilot.words()
    (prepared,) = pilot.press(pygame.K_3, "3")
    assert isinstance(prepared, Prepare)
    assert prepared.preparation.weights == {"lek-3/7": 3}
    assert pilot.misplaced() == []


def test_a_long_theme_keeps_off_the_arrow_beside_it() -> None:
    """What is said of the theme, in three lines, stays within its sheet and left of the arrow."""
    two = tuple(replace(deck, title=f"Avdelningssamordnarnas lek {deck.title}") for deck in decks(2))
    pilot = Front(
        SetupScreen(),
        decks=two,
        preparation=Preparation(deck="lek-1|lek-2", seats=people("Åsa", "Björn")),
        size=(1280, 720),
    )
    for _ in range(6):
        pilot.press(pygame.K_DOWN)
    for _ in range(10):
        pilot.press(pygame.K_RIGHT)
    layout, stage = setup_layout(pilot.stage), pilot.stage
    room = layout.controls["themes"]
    beside = [
        ink.ink
        for ink in pilot.paint()[1].entries
        if stage.y_px(room.y) < ink.ink.y < stage.y_px(86.0) and ink.ink.right < stage.x_px(room.x)
    ]
    assert len(beside) == 3
    assert max(ink.right for ink in beside) <= stage.x_px(room.x - 2.9)
    assert max(ink.bottom for ink in beside) <= stage.y_px(layout.sheet.bottom - 1.0)
