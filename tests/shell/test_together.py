"""Several decks played together: from the boxes through set-up to cards of each, and what cannot be."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.i18n import translator
from game.screens.base import TOGETHER, Preparation
from game.screens.seats import SeatsScreen
from game.screens.setup import SetupScreen
from game.shell.faults import NotPlayableError
from game.shell.library import Decks
from tests.shell.piloting import Pilot
from tests.window.deck import WORDS, write_deck

OTHER = """\
id: natt
title: Nattpasset
themes: {dorren: {name: Vid dörren}}
cards:
  - {title: Tredje kortet, text: Larmet går., theme: dorren}
  - {title: Fjärde kortet, text: Kaffet är slut., theme: dorren}
"""


@pytest.fixture
def pilot(tmp_path: Path) -> Pilot:
    """A game at its welcome screen, with a deck named and another in the own folder."""
    pygame.display.init()
    pygame.font.init()
    own = tmp_path / "decks"
    own.mkdir()
    (own / "natt.sv.yaml").write_text(OTHER, encoding="utf-8")
    return Pilot(tmp_path, seats=0)


def choose_both(pilot: Pilot) -> None:
    """Put the first deck and the last one together, and go on to the names."""
    pilot.press(pygame.K_m, "m")
    pilot.press(pygame.K_END)
    pilot.press(pygame.K_m, "m")
    assert "Provleken + Nattpasset" in pilot.written()
    assert "4 kort" in pilot.written()
    pilot.space()
    assert isinstance(pilot.director.top, SeatsScreen)


def test_cards_of_both_decks_are_played(pilot: Pilot) -> None:
    """Two decks put together make one pile, and a session of all its cards deals from each."""
    choose_both(pilot)
    for name in ("Åsa", "Björn"):
        pilot.write(name)
        pilot.press(pygame.K_RETURN)
    pilot.space()
    assert isinstance(pilot.director.top, SetupScreen)
    for _ in range(5):
        pilot.press(pygame.K_DOWN)
    assert "Vid dörren" in pilot.written()
    pilot.press(pygame.K_SPACE, " ")
    assert len(pilot.state.shelf.keys) == 4
    played = set()
    for _ in range(200):
        turn = pilot.state.turn
        if turn is not None and turn.card is not None:
            played.add(str(turn.card).split("/")[0])
        if len(played) == 2:
            break
        # One more card, where the planned ones are played; anywhere else it is nothing.
        pilot.press(pygame.K_n, "n")
        pilot.press(pygame.K_PAGEDOWN)
    assert played == {"prov", "natt"}


def test_decks_of_the_same_id_are_refused_in_words(tmp_path: Path) -> None:
    """A copy in another folder cannot be put with the deck it was made from."""
    own = tmp_path / "decks"
    own.mkdir()
    write_deck(own)
    pilot = Pilot(tmp_path, seats=0)
    pilot.press(pygame.K_m, "m")
    pilot.press(pygame.K_END)
    pilot.press(pygame.K_m, "m")
    assert "har samma id i sina filer (prov)" in pilot.written()
    assert "Vi tar den valda" in pilot.written()


def test_decks_named_on_the_command_line_are_together(tmp_path: Path) -> None:
    """Two files that are named come put together, and folders of several are there to choose from."""
    one, folder = write_deck(tmp_path), tmp_path / "flera"
    folder.mkdir()
    (folder / "a.sv.yaml").write_text(OTHER, encoding="utf-8")
    (folder / "b.sv.yaml").write_text(WORDS.replace("id: prov", "id: b"), encoding="utf-8")
    _ = translator("sv")
    named = Decks((str(one), str(folder / "a.sv.yaml")), tmp_path).chosen_by_arguments(_)
    assert named == TOGETHER.join((str(one), str(folder / "a.sv.yaml")))
    decks = Decks((str(folder),), tmp_path)
    assert decks.chosen_by_arguments(_) == ""
    assert [choice.title for choice in decks.choices("sv")][:2] == ["Nattpasset", "Provleken"]
    assert [listing.id for listing in decks.named(_)] == ["natt", "b"]


def test_a_folder_without_decks_is_refused(tmp_path: Path) -> None:
    """A wrong folder on the command line is told before a window opens."""
    (tmp_path / "tom").mkdir()
    with pytest.raises(NotPlayableError):
        Decks((str(tmp_path / "tom"),), tmp_path).chosen_by_arguments(translator("sv"))


def test_a_deck_that_goes_while_they_are_set_up_is_told(pilot: Pilot, tmp_path: Path) -> None:
    """Without one of them the others are played; without any, people are told."""
    choose_both(pilot)
    gone = Preparation(deck="borta.sv.yaml|lika-borta.sv.yaml", seats=pilot.preparation.seats)
    assert not pilot.director.start(gone)
    assert "Leken finns inte längre" in pilot.written()
