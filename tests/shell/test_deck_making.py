"""Decks made in the game: a new one, one out of a sheet with faults, and an Excel file there and back."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

from game.decks import read_deck
from game.i18n import translator
from game.screens.base import DeckChoice, Screen
from game.screens.deck_intents import ImportSheet
from game.screens.imported import ImportedScreen
from game.screens.make_deck import MakeDeckScreen
from game.screens.preview import PreviewScreen
from game.screens.sheets import SheetsScreen
from game.screens.welcome import WelcomeScreen
from game.shell.deck_making import keep, make_deck, read_sheet
from tests.shell.piloting import Pilot

SHEET = """\
title;text;theme;intensity
Larmet;Larmet går mitt i lunchen.;Vid dörren;1
;;;
Kaffet;;Vid dörren;2
Luren;Ingen svarar.;I telefon;nio
"""


@pytest.fixture
def pilot(tmp_path: Path) -> Pilot:
    """A game at its welcome screen."""
    pygame.display.init()
    pygame.font.init()
    return Pilot(tmp_path, seats=0)


def stands_at(pilot: Pilot, screen: type[Screen]) -> bool:
    """Whether that screen gets the input."""
    return isinstance(pilot.director.top, screen)


def shown(pilot: Pilot) -> DeckChoice:
    """The deck that Next takes."""
    pilot.space()
    chosen = pilot.director.scene.preparation.deck
    return next(deck for deck in pilot.director.scene.decks if deck.id == chosen)


def test_a_deck_is_made_by_its_title_alone(pilot: Pilot, tmp_path: Path) -> None:
    """O, 1, a title and Enter: the file is there, told of, chosen, and can be played as it is."""
    pilot.press(pygame.K_o, "o")
    pilot.press(pygame.K_1, "1")
    assert stands_at(pilot, MakeDeckScreen)
    pilot.write("Nattpasset på Åsö")
    pilot.press(pygame.K_RETURN)
    pilot.finish()
    (path,) = (tmp_path / "decks").glob("*.yaml")
    assert stands_at(pilot, WelcomeScreen)
    assert "Leken ligger i" in pilot.written()
    assert path.name in pilot.written()
    assert pilot.window.folders_opened == 1
    deck = shown(pilot)
    assert (deck.title, deck.faults) == ("Nattpasset på Åsö", ())


def test_a_title_that_is_taken_is_told_and_kept_in_the_field(pilot: Pilot, tmp_path: Path) -> None:
    """No file is written over; another title can be written at once."""
    for _ in range(2):
        pilot.press(pygame.K_o, "o")
        pilot.press(pygame.K_1, "1")
        pilot.write("Nattpasset")
        pilot.press(pygame.K_RETURN)
        pilot.finish()
    assert "Det finns redan en lek som heter så." in pilot.written()
    assert stands_at(pilot, MakeDeckScreen)
    pilot.write(" två")
    pilot.press(pygame.K_RETURN)
    pilot.finish()
    assert len(list((tmp_path / "decks").glob("*.yaml"))) == 2


def test_a_folder_that_cannot_be_written_in_is_told(pilot: Pilot, tmp_path: Path) -> None:
    """A disk's fault is words on the screen, not an end of the game."""
    (tmp_path / "decks").write_text("en fil där mappen ska vara", encoding="utf-8")
    pilot.press(pygame.K_o, "o")
    pilot.press(pygame.K_1, "1")
    pilot.write("Nattpasset")
    pilot.press(pygame.K_RETURN)
    pilot.finish()
    assert "Det gick inte att spara i" in pilot.written()
    assert "en fil ligger i vägen" in pilot.written()
    assert stands_at(pilot, MakeDeckScreen)


def test_cards_are_fetched_from_a_sheet_with_faults(pilot: Pilot, tmp_path: Path) -> None:
    """What came out and what did not is shown before it is kept; Enter keeps it and chooses it."""
    sheet = tmp_path / "enkät.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    pilot.drop(sheet)
    assert stands_at(pilot, ImportedScreen)
    words = pilot.written()
    assert "1 kort" in words
    assert re.search(r"enkät.csv: Cell [A-Z]5: ", words)
    pilot.press(pygame.K_RETURN)
    pilot.finish()
    path = tmp_path / "decks" / "enkät.sv.yaml"
    assert stands_at(pilot, WelcomeScreen)
    assert "Leken är sparad" in pilot.written()
    assert read_deck(path).deck is not None
    assert shown(pilot).id == str(path)
    assert sheet.read_text(encoding="utf-8") == SHEET


def test_what_is_fetched_never_takes_another_files_place(tmp_path: Path) -> None:
    """The same sheet twice is two files, and the second name is told beforehand."""
    _, own, sheet = translator("sv"), tmp_path / "decks", tmp_path / "enkät.sv.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    names = []
    for _time in range(2):
        read = read_sheet(sheet, own, "sv", _)
        made = keep(read, own, _)
        assert made.path is not None
        names += [read.shown.name, made.path.name]
    assert names == ["enkät.sv.yaml", "enkät.sv.yaml", "enkät-2.sv.yaml", "enkät-2.sv.yaml"]


def test_a_sheet_with_a_very_long_name_is_kept(pilot: Pilot, tmp_path: Path) -> None:
    """A name as long as names may be leaves no room for an ending, so the deck's is shorter."""
    sheet = tmp_path / f"{'ö' * 125}.csv"
    sheet.write_text("Text\nLarmet går mitt i lunchen.\n", encoding="utf-8")
    for _ in range(2):
        pilot.drop(sheet)
        pilot.press(pygame.K_RETURN)
        pilot.finish()
        assert "Leken är sparad" in pilot.written()
    kept = [path.name for path in (tmp_path / "decks").glob("*.sv.yaml")]
    assert sorted(kept) == sorted([f"{'ö' * 100}.sv.yaml", f"{'ö' * 100}-2.sv.yaml"])


def test_esc_throws_away_what_was_fetched(pilot: Pilot, tmp_path: Path) -> None:
    """The sheet is untouched and nothing is written."""
    sheet = tmp_path / "enkät.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    pilot.drop(sheet)
    pilot.press(pygame.K_ESCAPE)
    pilot.finish()
    assert stands_at(pilot, WelcomeScreen)
    assert not (tmp_path / "decks").exists()
    assert sheet.read_text(encoding="utf-8") == SHEET


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, b"%PDF-1.7"])
def test_a_sheet_that_gives_nothing_is_told_and_left(pilot: Pilot, tmp_path: Path, content: bytes) -> None:
    """Whatever is in the file, Next goes back to the decks."""
    sheet = tmp_path / "enkät.xlsx"
    sheet.write_bytes(content)
    pilot.drop(sheet)
    assert stands_at(pilot, ImportedScreen)
    assert "Inga kort" in pilot.written()
    pilot.space(9)
    pilot.finish()
    assert not (tmp_path / "decks").exists()


def test_a_sheet_is_picked_from_the_list(pilot: Pilot, tmp_path: Path) -> None:
    """O, 2 lists what lies in the own folder; one is fetched, and Esc steps back to the list."""
    own = tmp_path / "decks"
    own.mkdir()
    (own / "enkät.csv").write_text(SHEET, encoding="utf-8")
    pilot.press(pygame.K_o, "o")
    pilot.press(pygame.K_2, "2")
    pilot.finish()
    assert stands_at(pilot, SheetsScreen)
    sheets = [sheet.path for sheet in pilot.director.scene.sheets]
    assert own / "enkät.csv" in sheets
    pilot.director.answer((ImportSheet(own / "enkät.csv"),))
    pilot.finish()
    assert stands_at(pilot, ImportedScreen)
    pilot.press(pygame.K_ESCAPE)
    assert stands_at(pilot, SheetsScreen)


def test_a_deck_saved_as_excel_comes_back_the_same(pilot: Pilot, tmp_path: Path) -> None:
    """O, 3 saves the chosen deck; fetched again it has the same cards. A second file gets another name."""
    for _ in range(2):
        pilot.press(pygame.K_o, "o")
        pilot.press(pygame.K_3, "3")
        pilot.finish()
    first, second = tmp_path / "sparat" / "prov.sv.xlsx", tmp_path / "sparat" / "prov-2.sv.xlsx"
    assert str(second) in pilot.written()
    read = read_sheet(first, tmp_path / "decks", "sv", translator("sv"))
    made = keep(read, tmp_path / "decks", translator("sv"))
    assert made.path is not None
    assert read_deck(made.path).deck == read_deck(tmp_path / "prov.sv.yaml").deck


def test_a_disk_that_refuses_the_excel_file_is_told(pilot: Pilot, tmp_path: Path) -> None:
    """A file where the folder should be is a notice."""
    (tmp_path / "sparat").write_text("", encoding="utf-8")
    pilot.press(pygame.K_o, "o")
    pilot.press(pygame.K_3, "3")
    pilot.finish()
    assert "Det gick inte att spara i" in pilot.written()


def test_cards_are_looked_through_from_the_menu(pilot: Pilot) -> None:
    """O, 4 leafs through the chosen deck as the room will see it, and Esc comes back."""
    pilot.press(pygame.K_o, "o")
    pilot.press(pygame.K_4, "4")
    pilot.finish()
    assert stands_at(pilot, PreviewScreen)
    assert "Första kortet" in pilot.written()
    pilot.press(pygame.K_ESCAPE)
    assert stands_at(pilot, WelcomeScreen)


def test_the_preview_follows_the_file(pilot: Pilot, tmp_path: Path) -> None:
    """A card that is edited while it is looked at is shown as it is now."""
    pilot.wait_until(lambda: pilot.window.watch_is_working, "the watch")
    pilot.finish()
    pilot.press(pygame.K_o, "o")
    pilot.press(pygame.K_4, "4")
    pilot.finish()
    path = tmp_path / "prov.sv.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Första kortet", "Nya kortet"), encoding="utf-8")
    pilot.wait_until(lambda: "Nya kortet" in pilot.written(), "the card")
    pilot.director.stop()


def test_an_english_deck_is_made_in_english(tmp_path: Path) -> None:
    """The starting file follows the language of the interface."""
    made = make_deck(tmp_path, "Night shift", "en", translator("en"))
    assert made.path is not None
    result = read_deck(made.path)
    assert (result.language, result.title) == ("en", "Night shift")
