"""The list of sheets to fetch cards from, and what came out of one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.screens.base import ImportedDeck, Pop, Scene, SheetChoice
from game.screens.deck_intents import DropImported, ImportSheet, KeepImported, LookForSheets
from game.screens.imported import ImportedScreen
from game.screens.paged_rows import ROWS
from game.screens.sheets import SheetsScreen, row_place, turner_places
from game.ui.band import yellow_box
from tests.screens.front_pilot import EIGHT_THEMES, FAULT, Front

LONG = "Kort från personalmötet på avdelning 36, version 3 (slutlig) NY-NY.xlsx"


class WithSheets(Front):
    """In front of a list of sheets."""

    def __init__(self, count: int) -> None:
        self.sheets = tuple(
            SheetChoice(Path(f"/hem/{number}-{LONG}"), "mappen med egna lekar", "25 november 2026")
            for number in range(1, count + 1)
        )
        self.reading = ""
        super().__init__(SheetsScreen())

    @property
    def scene(self) -> Scene:
        """With the sheets that were found."""
        return replace(super().scene, sheets=self.sheets, reading=self.reading)


def fetched(pilot: WithSheets) -> str:
    """Which sheet Next fetches, by its number."""
    (asked,) = pilot.space()
    assert isinstance(asked, ImportSheet)
    return asked.path.name.split("-")[0]


def test_arrows_choose_and_next_fetches() -> None:
    """Down and up move, and stop at the ends."""
    pilot = WithSheets(3)
    assert fetched(pilot) == "1"
    for _ in range(5):
        pilot.press(pygame.K_DOWN)
    assert fetched(pilot) == "3"
    pilot.press(pygame.K_UP)
    assert fetched(pilot) == "2"


def test_a_second_click_fetches() -> None:
    """The first chooses a row, the second takes it, and the yellow button does too."""
    pilot = WithSheets(3)
    assert pilot.click(row_place(pilot.stage, 2)) == ()
    (asked,) = pilot.click(row_place(pilot.stage, 2))
    assert asked == ImportSheet(pilot.sheets[2].path)
    assert pilot.click(yellow_box(pilot.stage)) == (asked,)


def test_pages_are_turned_by_key_and_mouse() -> None:
    """Every sheet of many is reached."""
    pilot = WithSheets(2 * ROWS + 1)
    up, down = turner_places(pilot.stage)
    pilot.click(down)
    assert fetched(pilot) == str(ROWS + 1)
    pilot.press(pygame.K_UP)
    assert fetched(pilot) == str(ROWS)
    pilot.click(down)
    pilot.click(up)
    assert fetched(pilot) == str(ROWS)


def test_without_sheets_it_says_so_and_next_goes_back() -> None:
    """The way of dropping a file stands there all the same; while they are looked for nothing is claimed."""
    pilot = WithSheets(0)
    assert "Släpp filen på fönstret" in pilot.words()
    assert "Inga kalkylblad hittades" in pilot.words()
    assert pilot.space() == (Pop(),)
    pilot.reading = "Letar …"
    assert "Inga kalkylblad" not in pilot.words()
    assert "Letar …" in pilot.words()


def test_u_looks_again_and_esc_goes_back() -> None:
    """A sheet that was just saved is found."""
    pilot = WithSheets(1)
    assert pilot.press(pygame.K_u, "u") == (LookForSheets(),)
    assert pilot.press(pygame.K_ESCAPE) == (Pop(),)
    assert pilot.press(pygame.K_PAGEUP) == (Pop(),)


@pytest.mark.parametrize("count", [0, 1, 12])
def test_every_text_of_the_list_keeps_to_its_place(count: int) -> None:
    """The longest names, in every size, theme and language."""
    assert WithSheets(count).misplaced() == []


def test_a_short_name_leaves_room_for_the_date() -> None:
    """Where and when a sheet was saved is cut only when the name needs the room."""
    pilot = WithSheets(1)
    pilot.sheets = (replace(pilot.sheets[0], path=Path("/hem/kort.csv")),)
    for size in ((1024, 768), (1280, 720)):
        assert any(ink.text.endswith("25 november 2026") for ink in pilot.paint(size)[1].entries)


# --- what came out of a sheet


def imported(faults: int, **changes: object) -> Front:
    """What came out, with so many faults."""
    deck = ImportedDeck(
        source=LONG,
        title="Avdelningssamordnarnas nattpass på plan två och tre, hus B",
        cards=34,
        left_out=3,
        themes=tuple(theme[1] for theme in EIGHT_THEMES),
        faults=tuple(f"{number}. {FAULT}" for number in range(1, faults + 1)),
        name=f"{LONG}-2.sv.yaml",
    )
    return Front(ImportedScreen(replace(deck, **changes)))  # type: ignore[arg-type] # Names are checked by replace.


def test_everything_that_was_left_out_is_shown_before_next_keeps_it() -> None:
    """Next turns the pages, and keeps the deck at last; Enter keeps it at once."""
    pilot, seen = imported(40), ""
    for _ in range(40):
        seen += pilot.words()
        if pilot.space() == (KeepImported(),):
            break
    assert pilot.last == (KeepImported(),)
    assert all(f"{number}. nattpasset" in seen for number in range(1, 41))
    assert imported(40).press(pygame.K_RETURN) == (KeepImported(),)


def test_back_turns_back() -> None:
    """PageUp goes to the page before and never leaves."""
    pilot = imported(40)
    pilot.space()
    pilot.press(pygame.K_PAGEUP)
    assert "1. nattpasset" in pilot.words()
    assert pilot.press(pygame.K_PAGEUP) == ()


def test_esc_throws_it_away_without_asking() -> None:
    """The sheet is untouched."""
    assert imported(2).press(pygame.K_ESCAPE) == (Pop(), DropImported())


def test_what_came_out_is_told() -> None:
    """Cards, what is not with them, themes and the name it gets."""
    words = " ".join(imported(0, title="Natt", name="natt-2.sv.yaml").words().split("\n"))
    assert "34 kort" in words
    assert "3 kort är inte med" in words
    assert "8 teman: I\u00a0telefon" in words
    assert "natt-2.sv.yaml" in words
    assert "Allt i filen är med." not in " ".join(imported(1).words().split("\n"))
    assert "Allt i filen är med." in " ".join(imported(0, left_out=0).words().split("\n"))


def test_nothing_came_out() -> None:
    """Then there is nothing to keep, and Next goes back."""
    pilot = imported(1, cards=0, themes=(), left_out=0)
    assert "Inga kort" in pilot.words()
    assert pilot.space() == (Pop(), DropImported())


@pytest.mark.parametrize("faults", [0, 1, 40])
def test_every_text_of_what_came_out_keeps_to_its_place(faults: int) -> None:
    """The longest title, names and themes, in every size, theme and language."""
    assert imported(faults).misplaced() == []
    assert imported(faults, cards=0).misplaced() == []
