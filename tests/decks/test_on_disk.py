"""Looking at paths that people give: closed folders, names that are too long, and why a disk refused."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.cards import CardId
from game.decks import Library, ListingState, check_paths
from game.decks.disk_reasons import disk_reason
from game.decks.on_disk import exists, is_file, is_folder
from game.decks.own_cards import OwnCardFault, keep_own_card, own_card, take_out_own_card
from game.decks.written_files import write_atomically
from game.i18n import LANGUAGES, translator

TOO_LONG = Path("ö" * 5000)


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder whose names may be read, and nothing else in it, as on a shared disk."""
    folder = tmp_path / "stangd"
    folder.mkdir()
    (folder / "natt.sv.yaml").write_text("title: Natt\ncards:\n- text: a\n", encoding="utf-8")
    folder.chmod(0o400)
    try:
        if os.access(folder / "natt.sv.yaml", os.R_OK):
            pytest.skip("this account may read every folder")
        yield folder
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("path", [TOO_LONG, Path("a\0b"), Path("finns-inte")])
def test_a_path_that_cannot_be_is_not_there(path: Path) -> None:
    """A name that is too long, and one with a NUL, are as a missing file."""
    assert not exists(path)
    assert not is_folder(path)
    assert not is_file(path)


def test_what_is_there_is_told_apart(tmp_path: Path) -> None:
    """A folder exists and is no file, a file exists and is no folder."""
    file = tmp_path / "fil"
    file.write_bytes(b"")
    assert (exists(tmp_path), is_folder(tmp_path), is_file(tmp_path)) == (True, True, False)
    assert (exists(file), is_folder(file), is_file(file)) == (True, False, True)


def test_a_deck_in_a_closed_folder_is_listed_as_refused(closed: Path) -> None:
    """The folder's names can be read, so the deck is named with why it cannot be read."""
    (listing,) = Library.build([closed]).listings
    assert listing.state is ListingState.REFUSED
    assert "rätt att öppna" in check_paths([closed], translator("sv")).lines[0]
    found = Library().find(str(closed / "natt.sv.yaml"))
    assert found == listing


def test_a_closed_folder_keeps_no_own_card(closed: Path) -> None:
    """It is a fault in words, in the middle of a session, and not its end."""
    card = own_card(CardId("egen-1"), "Ingen svarar.", ())
    assert keep_own_card(closed, card, "sv") is OwnCardFault.NOT_WRITTEN
    assert take_out_own_card(closed, card.id, "sv") is None


def test_a_file_that_cannot_be_written_is_named_as_people_know_it(tmp_path: Path) -> None:
    """The error names the file that was asked for, and not the hidden one that it grows in."""
    wanted = tmp_path / "borta" / "lek.sv.yaml"
    with pytest.raises(FileNotFoundError) as caught:
        write_atomically(wanted, "x")
    assert caught.value.filename == str(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_disks_reason_is_in_words(language: str) -> None:
    """A full disk, a closed folder and the rest are told in the language of the interface."""
    _ = translator(language)
    numbers = (errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG, errno.ENOENT, errno.ENOTDIR)
    reasons = [disk_reason(OSError(number, os.strerror(number)), _) for number in numbers]
    assert len(set(reasons)) == len(numbers)
    assert not any(os.strerror(number) in reasons for number in numbers)
    assert ("disken är full" in reasons[0]) == (language == "sv")
    assert disk_reason(OSError(errno.EIO, "trasig"), _) == "trasig"
    assert disk_reason(OSError("okänt"), _) == "okänt"
