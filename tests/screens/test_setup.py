"""Set-up: what is chosen becomes a preparation, and the sum says what comes of it."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.core.plan import Preset
from game.screens.base import ChangeLook, GoTo, Look, Preparation, SeatEntry, StartSession
from game.screens.setup import SetupScreen
from game.screens.setup_layout import setup_layout, theme_places
from game.screens.setup_rows import stepper_buttons
from game.ui.band import yellow_box
from game.ui.stage import SIZES, Box, Stage
from tests.builders import NAMES
from tests.screens.front_pilot import EIGHT_THEMES, SHIFT, Front, choice, people


def front(seats: int = 5, *, size: tuple[int, int] = (1920, 1080), **changes: object) -> Front:
    """Set-up of a deck in two languages with eight themes."""
    preparation = Preparation(deck="lek-1", seats=people(*NAMES[:seats]))
    return Front(SetupScreen(), decks=(choice(1, **changes),), preparation=preparation, size=size)


def to_row(pilot: Front, row: str) -> None:
    """Walk down to a row with the keyboard: the language is the first stop, when there is one."""
    rows = ["preset", "minutes", "cards", "facilitator", "near", "themes"]
    for _ in range(rows.index(row) + 1):
        pilot.press(pygame.K_DOWN)


def third(box: Box, index: int) -> Box:
    """One of three choices in a row."""
    return Box(box.x + box.w / 3 * index, box.y, box.w / 3, box.h)


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_F5, pygame.K_RETURN])
def test_next_alone_starts_with_what_is_proposed(key: int) -> None:
    """Nothing has to be chosen."""
    pilot = front()
    assert pilot.press(key) == (StartSession(),)
    assert pilot.preparation.preset is None


def test_the_yellow_button_starts() -> None:
    """A click starts too."""
    pilot = front()
    assert pilot.click(yellow_box(pilot.stage)) == (StartSession(),)


def test_page_up_goes_back_to_the_seats() -> None:
    """PageUp is the way back."""
    assert front().press(pygame.K_PAGEUP) == (GoTo("seats"),)


def test_left_and_right_change_the_pace() -> None:
    """The arrows move from the proposed pace to its neighbours and stop at the ends."""
    pilot = front()
    for _ in range(3):
        pilot.press(pygame.K_LEFT)
    fastest = pilot.preparation.preset
    for _ in range(3):
        pilot.press(pygame.K_RIGHT)
    assert (fastest, pilot.preparation.preset) == (Preset.SHORT, Preset.CALM)


@pytest.mark.parametrize("size", SIZES)
def test_every_row_is_changed_with_the_mouse(size: tuple[int, int]) -> None:
    """Pace, nearness, facilitator, time, cards and themes are where they are drawn, in every size."""
    pilot = front(size=size)
    controls = setup_layout(pilot.stage).controls
    pilot.click(third(controls["preset"], 2))
    pilot.click(third(controls["near"], 2))
    box = controls["facilitator"]
    pilot.click(Box(box.x, box.y, box.w / 2, box.h))
    pilot.click(stepper_buttons(controls["minutes"])[1])
    pilot.click(theme_places(controls["themes"], 8, 0)[1])
    made = pilot.preparation
    assert (made.preset, made.max_intensity, made.facilitator_mode) == (Preset.CALM, 3, True)
    assert (made.minutes, dict(made.weights)) == (75, {"service/dorren": 2})
    pilot.click(stepper_buttons(controls["cards"])[0])
    assert pilot.preparation.cards is not None


def test_more_time_gives_more_cards_and_more_cards_take_more_time() -> None:
    """Whichever was set last rules, and the other follows from it."""
    pilot = front()
    pilot.preparation = replace(pilot.preparation, preset=Preset.STANDARD)
    to_row(pilot, "minutes")
    few = pilot.scene.sum(pilot.preparation)
    for _ in range(4):
        pilot.press(pygame.K_RIGHT)
    many = pilot.scene.sum(pilot.preparation)
    assert pilot.preparation.minutes == 120
    assert many.cards > few.cards
    pilot.press(pygame.K_DOWN)
    for _ in range(3):
        pilot.press(pygame.K_RIGHT)
    assert pilot.preparation.cards == many.cards + 3
    assert pilot.scene.sum(pilot.preparation).minutes > 120
    pilot.press(pygame.K_UP)
    pilot.press(pygame.K_LEFT)
    assert pilot.preparation.cards is None


def test_time_and_cards_keep_within_bounds() -> None:
    """No session is shorter than fifteen minutes, and no more cards are planned than the deck has."""
    pilot = front(cards=6)
    to_row(pilot, "minutes")
    for _ in range(12):
        pilot.press(pygame.K_LEFT)
    assert pilot.preparation.minutes == 15
    pilot.press(pygame.K_DOWN)
    for _ in range(20):
        pilot.press(pygame.K_RIGHT)
    assert pilot.preparation.cards == 6
    for _ in range(20):
        pilot.press(pygame.K_LEFT)
    assert pilot.preparation.cards == 1


def test_themes_are_weighed_from_none_to_most() -> None:
    """Plus and minus, digits and Enter weigh the theme that has the focus; as usual is not kept."""
    pilot = front()
    to_row(pilot, "themes")
    pilot.press(pygame.K_RIGHT)
    for _ in range(4):
        pilot.press(pygame.K_PLUS, "+")
    assert dict(pilot.preparation.weights) == {"service/dorren": 3}
    assert "Vid dörren\nmest" in pilot.words()
    pilot.press(pygame.K_RETURN)
    assert dict(pilot.preparation.weights) == {"service/dorren": 0}
    pilot.press(pygame.K_2, "2")
    pilot.press(pygame.K_MINUS, "-")
    assert dict(pilot.preparation.weights) == {}
    pilot.press(pygame.K_0, "0")
    assert dict(pilot.preparation.weights) == {"service/dorren": 0}


def test_many_themes_are_all_reached() -> None:
    """Thirty themes do not fit side by side; the arrows reach every one and the focused one is shown."""
    themes = tuple((f"lek/t{number}", f"Tema {number}", "teal", "phone") for number in range(30))
    pilot = front(themes=themes, size=(1024, 768))
    to_row(pilot, "themes")
    for number in range(30):
        assert f"Tema {number}:" in pilot.words()
        assert number in theme_places(setup_layout(pilot.stage).controls["themes"], 30, number)
        pilot.press(pygame.K_RIGHT)


def test_the_language_of_the_cards_is_asked_when_there_are_two() -> None:
    """A deck in two languages offers both; a deck in one offers nothing."""
    pilot = front()
    pilot.press(pygame.K_UP)
    pilot.press(pygame.K_UP)
    (changed,) = pilot.press(pygame.K_RIGHT)
    assert isinstance(changed, ChangeLook)
    assert changed.look.language == "en"
    assert "English" not in front(languages=("sv",)).words()


def test_it_says_whether_everyone_leads() -> None:
    """Eight seats and one card is said plainly; enough cards too."""
    pilot = front(8)
    pilot.preparation = Preparation(deck="lek-1", seats=pilot.preparation.seats, cards=1)
    assert "Alla hinner inte leda" in pilot.words()
    assert "1 kort, 8 platser" in pilot.words().replace("\n", " ")
    assert "Alla hinner leda ett kort." in front(2).words().replace("\n", " ")


def test_tab_reaches_every_row_and_goes_round() -> None:
    """Seven stops with Tab, and as many back."""
    pilot = front()
    screen = pilot.screen
    assert isinstance(screen, SetupScreen)
    seen = []
    for _ in range(7):
        pilot.press(pygame.K_TAB)
        seen.append(screen.row)
    assert sorted(seen) == sorted(["language", "preset", "minutes", "cards", "facilitator", "near", "themes"])
    pilot.press(pygame.K_TAB, mod=SHIFT)
    assert screen.row == seen[-2]


def test_every_text_keeps_to_its_place() -> None:
    """The longest sums and theme names stay in their frames in every size, theme and language."""
    long = tuple(
        (key, "Sängar och vagnar i undersökningsrummets korridor, på natten", *rest)
        for key, _n, *rest in EIGHT_THEMES
    )
    pilot = front(8, themes=long)
    pilot.preparation = Preparation(
        deck="lek-1",
        seats=tuple(SeatEntry(name, 30) for name in NAMES),
        preset=Preset.CALM,
        minutes=480,
        cards=48,
        facilitator_mode=True,
        max_intensity=3,
    )
    pilot.press(pygame.K_DOWN)
    assert pilot.misplaced() == []
    assert front(1, themes=(), languages=("sv",)).misplaced() == []
    assert Stage(1024, 768).is_narrow


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_title_leaves_room_for_the_language_of_the_cards(language: str) -> None:
    """On a narrow screen the question stops before "Cards in"."""
    pilot = front(size=(1024, 768))
    pilot.look = Look(language=language)
    _, log = pilot.paint()
    title, label = (
        next(ink for ink in log.entries if ink.text == pilot.scene._(words))
        for words in ("Hur vill ni ha det?", "Kort på")
    )
    assert title.ink.right < label.ink.left
