"""Decks whose files are edited: shown anew, held at the last good state, mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.core.plan import Stage
from game.screens.base import LeaveSession
from game.screens.faults import FaultsScreen
from tests.shell.piloting import Pilot
from tests.window.deck import NIGHT, WORDS

FAULTY = WORDS.replace("title: Provleken", "title: [Provleken")


@pytest.fixture
def pilot(tmp_path: Path) -> Iterator[Pilot]:
    """A game at its welcome screen, with its files watched."""
    pygame.display.init()
    pygame.font.init()
    made = Pilot(tmp_path)
    made.wait_until(lambda: made.window.watch_is_working, "the watch")
    made.finish()
    yield made
    made.director.stop()


def save(folder: Path, words: str) -> None:
    """Save the deck as editors do: beside, and then in its place."""
    beside = folder / "prov.sv.yaml.tmp"
    beside.write_text(words, encoding="utf-8")
    beside.replace(folder / "prov.sv.yaml")


def shows(pilot: Pilot, words: str) -> None:
    """Wait until the screen shows some words."""
    pilot.wait_until(lambda: words in pilot.written(), f"“{words}”")


def test_an_edited_deck_is_shown_at_once(pilot: Pilot, tmp_path: Path) -> None:
    """A new title is there without a key being pressed."""
    save(tmp_path, WORDS.replace("Provleken", "Nattpasset"))
    shows(pilot, "Nattpasset")
    assert "Provleken" not in pilot.written()


def test_a_fault_stands_beside_the_last_good_state(pilot: Pilot, tmp_path: Path) -> None:
    """The deck stays with its cards, F tells what is wrong, and it is gone once it is mended."""
    save(tmp_path, FAULTY)
    shows(pilot, "så här såg leken ut innan")
    assert "Provleken" in pilot.written()
    assert "2 kort" in pilot.written()
    assert "prov.sv.yaml, rad" in pilot.written()
    pilot.press(pygame.K_f, "f")
    assert isinstance(pilot.director.top, FaultsScreen)
    pilot.press(pygame.K_ESCAPE)
    save(tmp_path, WORDS)
    pilot.wait_until(lambda: "innan" not in pilot.written(), "the deck to be mended")
    assert "1 fel" not in pilot.written()


def test_a_deck_with_a_fault_is_played_as_it_last_was(pilot: Pilot, tmp_path: Path) -> None:
    """What is shown is what is played, whatever the file says just now."""
    save(tmp_path, FAULTY)
    shows(pilot, "så här såg leken ut innan")
    pilot.press(pygame.K_SPACE, " ")
    pilot.start()
    assert len(pilot.state.shelf.keys) == 2


def test_a_card_with_a_fault_is_left_out_and_said(pilot: Pilot, tmp_path: Path) -> None:
    """One bad card does not take the deck away: the rest is shown, and that one is counted."""
    save(tmp_path, WORDS.replace("title: Andra kortet", "title: Andra kortet\n    kind: gåta"))
    shows(pilot, "1 kort är inte med")


def test_faults_that_are_shown_follow_the_file(pilot: Pilot, tmp_path: Path) -> None:
    """The list of faults empties as they are mended."""
    save(tmp_path, FAULTY)
    shows(pilot, "så här såg leken ut innan")
    pilot.press(pygame.K_f, "f")
    save(tmp_path, WORDS)
    shows(pilot, "Allt är rättat.")


def test_a_deck_laid_in_the_own_folder_comes_to_the_table(pilot: Pilot, tmp_path: Path) -> None:
    """The own folder is watched before there is one, and decks come and go with their files."""
    own = tmp_path / "decks"
    own.mkdir()
    (own / "natt.sv.yaml").write_text(WORDS.replace("Provleken", "Nattlek").replace("id: prov", ""), "utf-8")
    pilot.wait_until(lambda: any(deck.title == "Nattlek" for deck in pilot.director.scene.decks), "the deck")
    (own / "natt.sv.yaml").unlink()
    pilot.wait_until(lambda: all(deck.title != "Nattlek" for deck in pilot.director.scene.decks), "it to go")


def test_nothing_is_watched_in_a_session_and_its_cards_stay(pilot: Pilot, tmp_path: Path) -> None:
    """A running session plays its copy; back at the welcome screen what changed meanwhile is seen."""
    pilot.start()
    pilot.finish()
    assert not pilot.window.watch_is_working
    save(tmp_path, WORDS.replace("Provleken", "Nattpasset").replace("Telefonen", "Klockan"))
    pilot.space()
    assert pilot.state.stage is Stage.PLAY
    decks = pilot.state.shelf.decks
    assert [card.text[:9] for deck in decks for card in deck.cards][1] == "Telefonen"
    pilot.director.answer((LeaveSession(),))
    shows(pilot, "Nattpasset")
    assert pilot.window.watch_is_working


def test_read_again_reads_everything(tmp_path: Path) -> None:
    """U reads the files again where no watch tells of them."""
    pilot = Pilot(tmp_path)
    pilot.window.is_watching = False
    pilot.director.advance(1.0)
    save(tmp_path, WORDS.replace("Provleken", "Nattpasset"))
    pilot.press(pygame.K_u, "u")
    pilot.finish()
    assert "Nattpasset" in pilot.written()


def test_only_what_changed_is_read_again(pilot: Pilot, tmp_path: Path) -> None:
    """A reading leaves files alone that are as they were."""
    decks = pilot.decks
    before = {listing.path: listing.versions[0] for listing in decks.read().listings}
    save(tmp_path, WORDS.replace("Provleken", "Nattpasset"))
    after = {listing.path: listing.versions[0] for listing in decks.read().listings}
    assert [path.name for path in after if after[path] is not before[path]] == ["prov.sv.yaml"]


def test_a_deck_whose_file_is_gone_is_told(tmp_path: Path) -> None:
    """People are told which deck went, or how many; a file that only got another name is the same deck."""
    pygame.display.init()
    pygame.font.init()
    own = tmp_path / "decks"
    own.mkdir()
    pilot = Pilot(tmp_path, seats=0)
    (own / "natt.sv.yaml").write_text(NIGHT, encoding="utf-8")
    (own / "dag.sv.yaml").write_text(NIGHT.replace("Natt", "Dag").replace("natt", "dag"), encoding="utf-8")
    pilot.press(pygame.K_u, "u")
    pilot.finish()
    (own / "natt.sv.yaml").rename(own / "nytt namn.sv.yaml")
    pilot.press(pygame.K_u, "u")
    pilot.finish()
    assert "inte kvar" not in pilot.written()
    (own / "nytt namn.sv.yaml").unlink()
    pilot.press(pygame.K_u, "u")
    pilot.finish()
    assert "”Nattpasset” är inte kvar: filen har flyttats" in pilot.written()
    (own / "dag.sv.yaml").unlink()
    pilot.press(pygame.K_u, "u")
    pilot.finish()
    assert "”Dagpasset” är inte kvar" in pilot.written()
    pilot.director.stop()
