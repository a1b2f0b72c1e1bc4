"""Reading deck files again: only what has changed, and never less than what could last be played."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.decks import Library
from game.shell.deck_files import DeckFiles, held_fault
from tests.window.deck import WORDS, write_deck


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A deck's file."""
    return write_deck(tmp_path)


def test_an_unchanged_file_is_not_read_again(path: Path) -> None:
    """The same result is given until the file changes, or until everything is to be read."""
    files = DeckFiles()
    first = files.read(path)
    assert files.read(path) is first
    path.write_text(WORDS + "\n", encoding="utf-8")
    second = files.read(path)
    assert second is not first
    files.forget()
    assert files.read(path) is not second


def test_a_picture_that_comes_or_goes_counts_as_a_change(path: Path) -> None:
    """A card's missing picture is seen when it is there, and missed when it has gone."""
    path.write_text(WORDS.replace("- title: Första kortet", "- image: bild.png"), encoding="utf-8")
    files = DeckFiles()
    assert [fault.code.name for fault in files.read(path).faults] == ["PICTURE_MISSING"]
    pygame.image.save(pygame.Surface((4, 4)), str(path.with_name("bild.png")))
    assert files.read(path).faults == ()
    path.with_name("bild.png").unlink()
    assert [fault.code.name for fault in files.read(path).faults] == ["PICTURE_MISSING"]


@pytest.mark.parametrize("damage", ["title: [", "", "cards: []\ntitle: Tom", "\x00\x00"])
def test_a_refused_file_is_shown_as_it_was(path: Path, damage: str) -> None:
    """The last deck that could be played stays, with what is wrong now, until it is mended."""
    files = DeckFiles()
    good = files.read(path).deck
    path.write_text(damage, encoding="utf-8")
    held = files.read(path)
    assert held.deck == good
    (listing,) = Library.build([path], files.read).listings
    assert held_fault(listing) in held.faults
    path.write_text(WORDS, encoding="utf-8")
    (listing,) = Library.build([path], files.read).listings
    assert held_fault(listing) is None


def test_a_file_that_is_gone_is_shown_as_it_was(path: Path) -> None:
    """A deck named on the command line that is deleted stays playable, and its absence is said."""
    files = DeckFiles()
    good = files.read(path).deck
    path.unlink()
    held = files.read(path)
    assert held.deck == good
    assert held.faults


def test_a_file_that_was_never_good_is_refused(path: Path) -> None:
    """There is nothing to hold on to."""
    path.write_text("title: [", encoding="utf-8")
    (listing,) = Library.build([path], DeckFiles().read).listings
    assert held_fault(listing) is None
    assert listing.versions[0].deck is None
