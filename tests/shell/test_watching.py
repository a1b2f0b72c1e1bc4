"""Watching deck files: real files, the system's own watch, and a bounded wait for what it tells."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.shell import watching
from game.shell.watching import DeckWatch

TELLS_WITHIN_S = 10.0
"""Far more than it takes; a watch that tells nothing fails the test."""
SILENT_FOR_S = 0.4
"""Longer than an editor's writes are waited for."""


@pytest.fixture
def watched() -> Iterator[Callable[..., DeckWatch]]:
    """Starts watches and stops them again."""
    watches: list[DeckWatch] = []

    def start(*places: Path) -> DeckWatch:
        watch = DeckWatch(places)
        watches.append(watch)
        watch.start()
        return watch

    yield start
    for watch in watches:
        watch.stop()


def tells(watch: DeckWatch, within_s: float = TELLS_WITHIN_S) -> bool:
    """Whether the watch tells of a change within that time."""
    nobody = threading.Event()
    return any(watch.changed() or nobody.wait(0.01) for _ in range(round(within_s / 0.01)))


def test_a_saved_deck_is_told_once(tmp_path: Path, watched: Callable[..., DeckWatch]) -> None:
    """After a deck in a watched folder is saved, the watch says so, and then no more."""
    deck = tmp_path / "en.sv.yaml"
    deck.write_text("title: Ett")
    watch = watched(tmp_path)
    assert not watch.changed()
    deck.write_text("title: Ett till")
    assert tells(watch)
    assert not tells(watch, SILENT_FOR_S)


def test_what_happens_just_after_the_start_is_seen(tmp_path: Path, watched: Callable[..., DeckWatch]) -> None:
    """A file that is saved while the system's watch is still being set up is told of too."""
    for number in range(5):
        folder = tmp_path / str(number)
        folder.mkdir()
        watch = watched(folder)
        (folder / "ny.yaml").write_text("title: Ny")
        assert tells(watch)


def test_an_editor_that_saves_by_renaming_is_seen(tmp_path: Path, watched: Callable[..., DeckWatch]) -> None:
    """The file that is watched is another one after each save, and every save is told."""
    deck = tmp_path / "en.yaml"
    deck.write_text("title: Ett")
    watch = watched(deck)
    for number in range(3):
        beside = tmp_path / ".en.yaml.swp-x"
        beside.write_text(f"title: Nummer {number}")
        beside.replace(deck)
        assert tells(watch)


def test_several_writes_in_quick_succession_are_one(
    tmp_path: Path, watched: Callable[..., DeckWatch]
) -> None:
    """An editor that writes a file in many goes is told of once."""
    deck = tmp_path / "en.yaml"
    watch = watched(tmp_path)
    with deck.open("w") as file:
        for number in range(20):
            file.write(f"{number}\n")
            file.flush()
    assert tells(watch)
    assert not tells(watch, SILENT_FOR_S)


def test_a_picture_below_the_folder_is_seen(tmp_path: Path, watched: Callable[..., DeckWatch]) -> None:
    """Pictures lie in folders below the deck's, which may be made while the folder is watched."""
    watch = watched(tmp_path)
    pictures = tmp_path / "bilder"
    pictures.mkdir()
    (pictures / "luren.png").write_bytes(b"one")
    assert tells(watch)
    (pictures / "luren.png").write_bytes(b"another")
    assert tells(watch)


def test_files_that_are_no_part_of_a_deck_are_not_told(
    tmp_path: Path, watched: Callable[..., DeckWatch]
) -> None:
    """An editor's own files, a locked sheet's and programs' are nothing to a deck."""
    watch = watched(tmp_path)
    for name in (".en.yaml.swp", "~$en.xlsx", "en.yaml~", "4913", "prog.exe"):
        (tmp_path / name).write_text("x")
    assert not tells(watch, SILENT_FOR_S)


def test_other_files_beside_a_watched_file_are_not_told(
    tmp_path: Path, watched: Callable[..., DeckWatch]
) -> None:
    """A place that is a file is that file alone."""
    deck = tmp_path / "en.yaml"
    deck.write_text("title: Ett")
    watch = watched(deck)
    (tmp_path / "annan.yaml").write_text("title: Annan")
    assert not tells(watch, SILENT_FOR_S)
    deck.unlink()
    assert tells(watch)


def test_a_place_may_come_and_go(tmp_path: Path, watched: Callable[..., DeckWatch]) -> None:
    """A folder that does not exist yet is watched from when it does, and again when it comes back."""
    folder = tmp_path / "ännu" / "inte"
    watch = watched(folder)
    for _round in range(2):
        folder.mkdir(parents=True)
        (folder / "en.yaml").write_text("title: Ett")
        assert tells(watch)
        shutil.rmtree(folder.parent)
        assert tells(watch)
    assert watch.is_working


def test_a_folder_that_is_replaced_is_followed(tmp_path: Path, watched: Callable[..., DeckWatch]) -> None:
    """A folder of the same name that takes the place of the watched one is watched in its stead."""
    folder = tmp_path / "lekar"
    folder.mkdir()
    watch = watched(folder)
    folder.rename(tmp_path / "gamla")
    folder.mkdir()
    (folder / "en.yaml").write_text("title: Ett")
    assert tells(watch)
    (folder / "en.yaml").write_text("title: Ett igen, längre")
    assert tells(watch)


def test_a_watch_that_fails_falls_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watched: Callable[..., DeckWatch]
) -> None:
    """Where the system has no watch left to give, the game hears nothing and is told so when it asks."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    watch = watched(tmp_path)
    (tmp_path / "en.yaml").write_text("title: Ett")
    nobody = threading.Event()
    assert any(not watch.is_working or nobody.wait(0.01) for _ in range(1000))
    watch.stop()
    assert not watch.is_working


def test_a_stopped_watch_leaves_no_thread(tmp_path: Path) -> None:
    """Stopping ends the thread within its bound; a watch that was never started may be stopped."""
    before = threading.active_count()
    DeckWatch((tmp_path,)).stop()
    watch = DeckWatch((tmp_path,))
    states = [watch.is_working]
    watch.start()
    states.append(watch.is_working)
    watch.stop()
    states.append(watch.is_working)
    assert states == [False, True, False]
    assert threading.active_count() == before


def test_as_many_folders_as_the_bound_are_watched(tmp_path: Path) -> None:
    """A place that holds half the disk does not make the game walk through it."""
    for number in range(watching.MOST_FOLDERS + 20):
        (tmp_path / f"{number:03}" / "a" / "b" / "c").mkdir(parents=True)
    assert len(watching._tree(tmp_path)) == watching.MOST_FOLDERS


def test_folders_far_below_are_left_alone(tmp_path: Path) -> None:
    """Pictures lie in the deck's folder or a little below it, and no further down is looked."""
    (tmp_path / "a" / "b" / "c" / "d").mkdir(parents=True)
    (tmp_path / ".git" / "objects").mkdir(parents=True)
    assert watching._tree(tmp_path) == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
