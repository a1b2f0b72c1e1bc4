"""A preview in a real window: somebody leafs, edits the deck in another program, and closes it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.deck import WORDS, write_deck
from tests.window.room import ROOT, Room, display, skip_without_tools

pytestmark = pytest.mark.slow

PREVIEW = ("deck", "preview")


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A display with a Swedish keyboard."""
    skip_without_tools()
    with display("1366x768") as name:
        yield name


def title(room: Room) -> str:
    """The window's title, which says what is shown."""
    asked = ["xdotool", "getwindowname", room.window]
    return subprocess.run(
        asked, env=room._environment, capture_output=True, text=True, check=True
    ).stdout.strip()


def wait_for_title(room: Room, *words: str) -> None:
    """Wait until the window's title holds all the words."""
    room.wait_for(lambda: all(part in title(room) for part in words), f"{words} in the window's title")


def test_a_deck_is_leafed_through_and_edited(screen: str, tmp_path: Path) -> None:
    """Keys leaf and turn; a fault in the file shows and goes when it is mended; Esc closes with 0."""
    deck = write_deck(tmp_path)
    room = Room(screen, tmp_path, *PREVIEW, str(deck))
    try:
        wait_for_title(room, "Provleken", "Kort 1 av 2", "1280 × 720")
        room.press("Right")
        wait_for_title(room, "Kort 2 av 2")
        room.press("Home", "space", "n", "n")
        wait_for_title(room, "Kort 1 av 2")
        room.click(0.8, 0.94)
        deck.write_text(WORDS.replace("title: Andra", 'title: "Andra'), encoding="utf-8")
        wait_for_title(room, "Provleken", "Kort 1 av 2", "fel i filen")
        room.press("f", "Escape")
        deck.write_text(WORDS + "  - text: Ett kort till.\n", encoding="utf-8")
        wait_for_title(room, "Kort 1 av 3")
        assert "fel i filen" not in title(room)
        room.press("s")
        wait_for_title(room, "1024 × 768", "förminskad")
        room.press("s", "s", "s", "s", "2", "Return")
        wait_for_title(room, "3840 × 2160", "förminskad", "Kort 2 av 3")
        room.do("windowsize", "--sync", room.window, "900", "700")
        room.press("s")
        wait_for_title(room, "900 × 700")
        room.press("Escape")
        assert room.process.wait(30) == 0
    finally:
        room.close()
    assert any("stop code=0" in line for line in room.log())
    assert not list(tmp_path.glob("sessions/*"))


def test_a_file_that_is_missing_is_waited_for(screen: str, tmp_path: Path) -> None:
    """A preview of a deck that is not written yet shows it as soon as it is; SIGTERM closes it."""
    room = Room(screen, tmp_path, *PREVIEW, str(tmp_path / "prov.sv.yaml"))
    try:
        wait_for_title(room, "Inga kort", "fel i filen")
        room.press("Right", "space", "e", "n", "l", "f", "Escape")
        write_deck(tmp_path)
        wait_for_title(room, "Provleken", "Kort 1 av 2")
        assert room.terminate() == 0
    finally:
        room.close()


def test_no_display_is_said_in_words(tmp_path: Path) -> None:
    """Without a display the program says so and ends with 2, as play does."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    ended = subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            *PREVIEW,
            str(write_deck(tmp_path)),
            "--data-dir",
            str(tmp_path),
        ],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert "ingen skärm" in ended.stderr
