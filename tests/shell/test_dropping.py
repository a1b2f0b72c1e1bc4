"""Files dropped on the window: decks, sheets, folders, several at once, and what is none of these."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.i18n import translator
from game.screens.imported import ImportedScreen
from game.screens.welcome import WelcomeScreen
from game.shell.sheet_search import MOST_SHEETS, find_sheets, sorted_out, usual_folders
from tests.shell.piloting import Pilot
from tests.window.deck import NIGHT


@pytest.fixture
def pilot(tmp_path: Path) -> Pilot:
    """A game at its welcome screen."""
    pygame.display.init()
    pygame.font.init()
    return Pilot(tmp_path, seats=0)


@pytest.fixture
def away(tmp_path: Path) -> Path:
    """A folder that the game knows nothing of."""
    folder = tmp_path / "annanstans"
    folder.mkdir()
    return folder


def test_a_dropped_deck_is_chosen_and_stays_where_it_is(pilot: Pilot, away: Path, tmp_path: Path) -> None:
    """It is listed for this run, said so, and played by Next; nothing is copied."""
    path = away / "natt.sv.yaml"
    path.write_text(NIGHT, encoding="utf-8")
    pilot.drop(path)
    words = pilot.written()
    assert "”Nattpasset” är med den här gången. Filen ligger kvar där den låg." in words
    assert "med bara den här gången" in words
    assert not (tmp_path / "decks").exists()
    pilot.space()
    assert pilot.director.scene.preparation.deck == str(path)


def test_a_dropped_deck_is_followed_while_it_is_edited(pilot: Pilot, away: Path) -> None:
    """What was dropped is watched as what was there before."""
    path = away / "natt.sv.yaml"
    path.write_text(NIGHT, encoding="utf-8")
    pilot.drop(path)
    pilot.wait_until(lambda: pilot.window.watch_is_working, "the watch")
    pilot.finish()
    path.write_text(NIGHT.replace("Nattpasset", "Dagpasset"), encoding="utf-8")
    pilot.wait_until(lambda: "Dagpasset" in pilot.written(), "the new title")
    pilot.director.stop()


def test_a_deck_that_is_here_already_is_only_chosen(pilot: Pilot, tmp_path: Path) -> None:
    """Dropping a listed deck lists it no second time."""
    before = len(pilot.director.scene.decks)
    pilot.drop(tmp_path / "prov.sv.yaml")
    assert "”Provleken” finns redan här." in pilot.written()
    assert len(pilot.director.scene.decks) == before


def test_a_folder_brings_its_decks(pilot: Pilot, away: Path) -> None:
    """Each deck in a dropped folder is listed, and the first that can be played is chosen."""
    (away / "a.sv.yaml").write_text("title: [", encoding="utf-8")
    (away / "b.sv.yaml").write_text(NIGHT, encoding="utf-8")
    (away / "c.sv.yaml").write_text(NIGHT.replace("id: natt", "id: c"), encoding="utf-8")
    pilot.drop(away)
    assert "3 lekar är med den här gången." in pilot.written()
    pilot.space()
    assert pilot.director.scene.preparation.deck == str(away / "b.sv.yaml")


def test_several_files_at_once_are_all_taken(pilot: Pilot, away: Path) -> None:
    """Two decks and two sheets: the decks are listed, the sheets shown one after the other."""
    for name in ("a", "b"):
        (away / f"{name}.sv.yaml").write_text(NIGHT.replace("id: natt", f"id: {name}"), encoding="utf-8")
        (away / f"{name}.csv").write_text(f"title;text\nKort {name};Larmet går.\n", encoding="utf-8")
    pilot.drop(*sorted(away.iterdir()))
    assert sum(deck.is_guest for deck in pilot.director.scene.decks) == 2
    assert isinstance(pilot.director.top, ImportedScreen)
    assert "Hämtat ur a.csv" in pilot.written()
    pilot.press(pygame.K_ESCAPE)
    pilot.finish()
    assert "Hämtat ur b.csv" in pilot.written()
    pilot.press(pygame.K_ESCAPE)
    pilot.finish()
    assert isinstance(pilot.director.top, WelcomeScreen)


@pytest.mark.parametrize("name", ["bild.png", "brev.docx", "utan-ändelse"])
def test_anything_else_is_answered_in_words(pilot: Pilot, away: Path, name: str) -> None:
    """A file that is of no use here is named, with what can be dropped."""
    (away / name).write_bytes(b"\x00\x01")
    pilot.drop(away / name)
    assert f"”{name}” kan spelet inte använda. Släpp en lek" in pilot.written()


def test_an_empty_folder_and_a_file_that_is_gone_are_told(pilot: Pilot, away: Path) -> None:
    """Neither brings anything, and both are said."""
    pilot.drop(away)
    assert "I mappen ”annanstans” finns inga lekar" in pilot.written()
    pilot.drop(away / "borta.yaml")
    deck = pilot.director.scene.decks[-1]
    assert deck.refused
    assert deck.title == "borta.yaml"


def test_paths_that_cannot_be_are_told(pilot: Pilot) -> None:
    """A path that is too long, of a deck or a sheet, is said to be nothing that can be read."""
    pilot.drop(Path("x" * 5000 + ".yaml"))
    assert pilot.director.scene.decks[-1].refused
    pilot.drop(Path("x" * 5000 + ".csv"))
    assert isinstance(pilot.director.top, ImportedScreen)
    pilot.press(pygame.K_ESCAPE)
    pilot.finish()
    pilot.wait_until(lambda: pilot.window.watch_is_working, "the watch")
    pilot.director.stop()


def test_in_a_session_a_dropped_file_is_told_where_to_go(away: Path, tmp_path: Path) -> None:
    """A running session is not disturbed by a file."""
    pilot = Pilot(tmp_path)
    path = away / "natt.sv.yaml"
    path.write_text(NIGHT, encoding="utf-8")
    pilot.start()
    top = pilot.director.top
    pilot.drop(path)
    assert "Gå till startbilden först" in pilot.written()
    assert pilot.director.top is top
    assert not any(deck.is_guest for deck in pilot.director.scene.decks)


def test_what_is_dropped_is_sorted_by_what_can_be_done_with_it(away: Path) -> None:
    """Old sheets go to the reader too, which says what to do about them."""
    inside = away / "mapp"
    inside.mkdir()
    (inside / "x.yml").touch()
    names = ("a.YAML", "b.XLSX", "c.xls", "d.pdf", "mapp", "tom")
    (away / "tom").mkdir()
    dropped = sorted_out(away / name for name in names)
    assert [path.name for path in dropped.decks] == ["a.YAML", "mapp"]
    assert [path.name for path in dropped.sheets] == ["b.XLSX", "c.xls"]
    assert [path.name for path in dropped.empty_folders] == ["tom"]
    assert [path.name for path in dropped.others] == ["d.pdf"]


def test_the_newest_sheets_are_listed_and_not_too_many(away: Path) -> None:
    """Hidden files, folders and what is no sheet are passed over; no folder is gone into."""
    import os

    for number in range(MOST_SHEETS + 5):
        path = away / f"kort-{number}.csv"
        path.touch()
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    for name in (".dold.csv", "~$öppen.xlsx", "brev.pdf"):
        (away / name).touch()
    (away / "mapp.csv").mkdir()
    found = find_sheets([(away, "här"), (away / "saknas", "där")], translator("sv"))
    assert [sheet.path.name for sheet in found[:2]] == [
        f"kort-{MOST_SHEETS + 4}.csv",
        f"kort-{MOST_SHEETS + 3}.csv",
    ]
    assert len(found) == MOST_SHEETS
    assert found[0].where == "här"
    assert "2023" in found[0].when


def test_the_usual_folders_have_names(tmp_path: Path) -> None:
    """The own folder, downloads and the desktop, in words."""
    words = [name for _folder, name in usual_folders(tmp_path, translator("sv"))]
    assert words == ["mappen med egna lekar", "hämtade filer", "skrivbordet"]
