"""The welcome screen: which deck, which session to go on with, and what is wrong with a deck."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.decks import Library
from game.resources import cards_folder
from game.screens.base import (
    Look,
    Preparation,
    Push,
    ResumeSession,
    Say,
)
from game.screens.deck_boxes import (
    about_place,
    badge_place,
    deck_places,
    page_size,
    turner_places,
)
from game.screens.deck_intents import ReadDecksAgain
from game.screens.deck_menu import DeckMenuScreen
from game.screens.faults import FaultsScreen
from game.screens.stored import StoredScreen
from game.screens.welcome import WelcomeScreen
from game.shell.library import Decks
from game.ui.band import yellow_box
from game.ui.stage import SIZES, Stage
from tests.screens.front_pilot import FAULT, SHIFT, Front, choice, stored
from tests.screens.welcome_pilot import chosen, front


@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_F5, pygame.K_RETURN])
def test_the_first_deck_is_chosen_until_another_is(key: int) -> None:
    """Next alone takes the first deck that can be played."""
    refused = choice(1, refused="Alla kort har fel.", faults=(FAULT,))
    assert chosen(front(decks=(refused, choice(2))).press(key)) == "lek-2"


def test_left_and_right_choose_and_stop_at_the_ends() -> None:
    """The arrows move one deck at a time and do not go round."""
    pilot = front(3)
    for _ in range(5):
        pilot.press(pygame.K_RIGHT)
    pilot.press(pygame.K_LEFT)
    assert chosen(pilot.space()) == "lek-2"


def test_tab_goes_round() -> None:
    """Tab reaches every deck, and Shift with Tab goes back over the end."""
    pilot = front(3)
    pilot.press(pygame.K_TAB, mod=SHIFT)
    assert chosen(pilot.space()) == "lek-3"


def test_a_click_chooses_and_the_yellow_button_goes_on() -> None:
    """Mouse and touch reach decks and the way on."""
    pilot = front()
    assert pilot.click(deck_places(pilot.stage, 6, 0)[3]) == ()
    pilot.touch(deck_places(pilot.stage, 6, 3)[4])
    assert chosen(pilot.click(yellow_box(pilot.stage))) == "lek-5"


@pytest.mark.parametrize("size", SIZES[:5])
@pytest.mark.parametrize("count", range(1, 8))
def test_the_words_about_a_deck_keep_off_boxes_and_stripes(size: tuple[int, int], count: int) -> None:
    """Few boxes have them beside, many under; never on a box or on the runner's lower stripes."""
    stage = Stage(*size)
    shown = min(count, page_size(stage))
    place, _is_beside = about_place(stage, count)
    assert place.bottom <= 74.6
    assert place.right <= stage.content.right + 0.01
    for box in deck_places(stage, shown, 0, count):
        assert place.x >= box.right or place.y >= box.bottom
        assert box.right <= stage.content.right + 0.01


def test_a_click_on_the_table_does_nothing() -> None:
    """A near miss starts no game."""
    pilot = front()
    assert pilot.down(90, 77) == ()


@pytest.mark.parametrize("size", SIZES)
def test_no_deck_is_hidden(size: tuple[int, int]) -> None:
    """Fourteen decks are all reached by arrow, and every page says which decks it shows."""
    pilot = front(14, size=size)
    pages = set()
    for number in range(1, 15):
        assert chosen(pilot.space()) == f"lek-{number}"
        pages.add(next(line for line in pilot.words().split("\n") if "av 14" in line))
        pilot.press(pygame.K_RIGHT)
    assert len(pages) == -(-14 // page_size(Stage(*size)))


def test_the_page_is_turned_with_the_mouse() -> None:
    """The discs in the margins turn the page on and back."""
    pilot = front(14)
    back, on = turner_places(pilot.stage)
    pilot.click(on)
    assert chosen(pilot.space()) == "lek-7"
    pilot.click(back)
    assert chosen(pilot.space()) == "lek-6"


def test_a_refused_deck_says_why_and_cannot_be_played() -> None:
    """A refused deck can be looked at; Next says why it does not go."""
    pilot = front(decks=(choice(1), choice(2, refused="Alla kort har fel.", faults=(FAULT,))))
    pilot.press(pygame.K_RIGHT)
    assert pilot.space() == (Say("Alla kort har fel."),)
    assert "Alla kort har fel." in pilot.words()


def test_no_decks_says_where_they_are_looked_for() -> None:
    """With no deck at all the screen says what to do, and its keys do it."""
    pilot = front(0)
    assert "mappen cards" in pilot.words()
    (pushed,) = pilot.press(pygame.K_o, "o")
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, DeckMenuScreen)
    assert pilot.press(pygame.K_u, "u") == (ReadDecksAgain(is_everything=True),)
    assert isinstance(pilot.space()[0], Say)


def test_decks_are_read_again_when_people_come_back() -> None:
    """When the window has the focus again, what has changed meanwhile is read."""
    assert front(1).post(pygame.Event(pygame.WINDOWFOCUSGAINED)) == (ReadDecksAgain(),)


def test_the_badge_and_f_show_the_faults() -> None:
    """A deck with faults counts them, and both the badge and F list them."""
    pilot = front(decks=(choice(1), choice(2, faults=(FAULT, FAULT))))
    assert "2 fel" in pilot.words()
    assert pilot.press(pygame.K_f, "f") == ()
    (pushed,) = pilot.click(badge_place(deck_places(pilot.stage, 2, 0)[1]))
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, FaultsScreen)
    pilot.press(pygame.K_RIGHT)
    assert isinstance(pilot.press(pygame.K_f, "f")[0], Push)


def test_an_unfinished_session_is_offered() -> None:
    """The newest unfinished session stands on a slip, and R goes on with it."""
    pilot = front(kept=(stored(1, "kept"), stored(2), stored(3)))
    assert "Fortsätt: Service i vardagen" in pilot.words()
    assert pilot.press(pygame.K_r, "r") == (ResumeSession("spel-2"),)
    assert front().press(pygame.K_r, "r") == ()


def test_stored_sessions_are_listed_by_key_and_click() -> None:
    """S and the slip open the list of stored sessions; without any there is no slip."""
    pilot = front(kept=(stored(1, "kept", is_old=True),))
    assert "1 sparat spel · 1 gammalt" in pilot.words()
    (pushed,) = pilot.press(pygame.K_s, "s")
    assert isinstance(pushed, Push)
    assert isinstance(pushed.screen, StoredScreen)
    assert isinstance(pilot.down(pilot.stage.content.right - 6, 83)[0], Push)
    assert front().press(pygame.K_s, "s") == ()


def test_the_mark_meets_once() -> None:
    """The halves move for less than half a second, and not at all with motion reduced or on return."""
    pilot = front()
    moves = [pilot.screen.is_moving]
    for _ in range(3):
        moves.append(pilot.screen.advance(0.25, pilot.scene))
    assert moves == [True, True, True, False]
    assert not front(preparation=Preparation(deck="lek-1")).screen.is_moving
    still = Front(WelcomeScreen(), decks=(choice(),))
    still.look = Look(is_motion_reduced=True)
    still.screen = WelcomeScreen()
    still.screen.shown(still.scene)
    assert not still.screen.is_moving


def test_a_deck_shows_its_state_and_themes() -> None:
    """Ready, with cards left out, from elsewhere, or as it was before a fault: each is said in words."""
    decks = (choice(1), choice(2, left_out=2, is_guest=True, faults=(FAULT,)), choice(3, held=FAULT))
    pilot = front(decks=decks)
    assert "klar att spela" in pilot.words()
    assert "8 teman: I\u00a0telefon · Vid\u00a0dörren" in pilot.words()
    pilot.press(pygame.K_RIGHT)
    assert "2 kort är inte med" in pilot.words()
    assert "med bara den här gången" in pilot.words()
    pilot.press(pygame.K_RIGHT)
    words = " ".join(pilot.words().split("\n"))
    assert "Filen har ett fel just nu; så här såg leken ut innan." in words
    assert "nattpasset.sv.yaml, rad 12, kolumn 5" in words


def test_every_text_keeps_to_its_place() -> None:
    """The longest titles, facts and slips stay in their frames in every size, theme and language."""
    long = "Undersökningsrummets avdelningssamordnare och städvagnen i k"
    decks = tuple(
        choice(
            number,
            title=long,
            about=long * 6,
            folder="/en/mycket/lang/vag/" * 6 if number % 2 else "",
            faults=(FAULT,) * 120,
            left_out=37,
            refused=long * 3 if number == 2 else "",
            held=FAULT * 4 if number == 3 else "",
            is_guest=number == 3,
        )
        for number in range(1, 9)
    )
    kept = tuple(stored(number, title=f"{long}, {long}", is_old=True) for number in range(12))
    pilot = front(decks=decks, kept=kept)
    assert pilot.misplaced() == []
    for _ in range(3):
        pilot.press(pygame.K_RIGHT)
        assert pilot.misplaced() == []
    pilot.press(pygame.K_m, "m")
    assert pilot.misplaced() == []
    few = front(decks=decks[2:4], kept=kept)
    assert few.misplaced() == []
    assert front(0).misplaced() == []


@pytest.mark.parametrize("size", SIZES[:5])
def test_the_last_page_is_full(size: tuple[int, int]) -> None:
    """A deck that is left over does not lie alone on an empty table."""
    pilot = front(7, size=size)
    pilot.press(pygame.K_END)
    shown = page_size(Stage(*size))
    assert f"Lek {8 - shown}–7 av 7" in pilot.words()
    assert chosen(pilot.space()) == "lek-7"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_what_is_said_of_a_deck_is_not_cut(count: int, language: str) -> None:
    """A long title, eight themes and a folder far away: facts and words are whole, above the stripes."""
    decks = tuple(
        choice(
            number,
            title="Avdelningssamordnarnas gemensamma undersökningsrum",
            is_guest=True,
            folder="/media/anna/usb/kortlekar/sommaren" if count == 6 else "",
        )
        for number in range(1, count + 1)
    )
    for size in SIZES[:5]:
        pilot = front(decks=decks, size=size)
        pilot.look = Look(language=language)
        pilot.screen.shown(pilot.scene)
        stage = Stage(*size)
        place, _is_beside = about_place(stage, count)
        log = pilot.paint(size)[1]
        about = [
            ink
            for ink in log.entries
            if ink.ink.x >= stage.x_px(place.x) - 2 and stage.y_px(place.y) <= ink.ink.y < stage.y_px(79.0)
        ]
        assert any("48" in ink.text for ink in about)
        assert [ink.text for ink in about if ink.text.endswith("…")] == []
        assert max(ink.ink.y + ink.ink.h for ink in about) <= stage.y_px(75.2), size


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_titles_of_the_programs_own_decks_are_whole(size: tuple[int, int]) -> None:
    """No deck that comes with the program has its title cut on its box, in either language."""
    listings = Library.build([cards_folder()]).listings
    for language in ("sv", "en"):
        titles = [
            version.deck.title for one in listings for version in one.versions if version.deck is not None
        ]
        assert len(titles) > 6
        for title in titles:
            pilot = front(decks=[choice(number, title=title) for number in range(1, 7)], size=size)
            pilot.look = Look(language=language)
            assert [text for text in pilot.paint()[1].texts() if text.endswith("…")] == [], title


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_the_themes_of_the_programs_own_decks_have_names(size: tuple[int, int], language: str) -> None:
    """On a wide screen every theme of a deck that comes with the program stands there, whole."""
    shipped = Decks((), Path("/nowhere")).choices(language)
    assert len(shipped) >= 6
    for deck in shipped:
        pilot = front(decks=shipped, size=size, preparation=Preparation(deck=deck.id))
        pilot.look = Look(language=language)
        pilot.screen.shown(pilot.scene)
        written = " ".join(pilot.words().replace("\u00a0", " ").split())
        assert [theme[1] for theme in deck.themes if theme[1] not in written] == [], deck.title


def test_how_far_it_came_is_said_rather_than_half_a_title() -> None:
    """Where a stored session's title has no room on its slip, the place in it has."""
    one = stored(1, title="Avdelningssamordnarnas gemensamma undersökningsrum")
    pilot = front(kept=(one,), size=(1024, 768))
    assert "Fortsätt: kort 3 av 6" in pilot.words()
