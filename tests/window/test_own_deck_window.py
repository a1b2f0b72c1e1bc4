"""A deck made, broken, mended and played in a real window, while its file is edited beside the game."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.room import Room, display, skip_without_tools

pytestmark = pytest.mark.slow

CALM = ("--windowed", "--size", "1280x720", "--reduced-motion", "--seed", "5", "--language", "sv")
TITLE = "Nattpasset på Åsön"
STILL = 15
"""So many looks in a row must be the same."""


class Eyes:
    """Looks at the display: whether the picture has changed, and whether it stands still."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def picture(self) -> str:
        """What the display shows now, as a digest."""
        return hashlib.sha256((self._folder / "Xvfb_screen0").read_bytes()).hexdigest()

    def still(self, room: Room) -> str:
        """The picture, once it has not changed for a while."""
        seen: list[str] = []

        def stands() -> bool:
            seen.append(self.picture())
            return len(seen) >= STILL and len(set(seen[-STILL:])) == 1

        room.wait_for(stands, "a picture that stands still")
        return seen[-1]

    def changes(self, room: Room, before: str, what: str) -> str:
        """Wait until the picture is another, and stands still."""
        room.wait_for(lambda: self.picture() != before, what)
        return self.still(room)


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[tuple[str, Eyes]]:
    """A display with a Swedish keyboard, and eyes on it."""
    skip_without_tools()
    folder = tmp_path / "display"
    folder.mkdir()
    with display("1280x720", shown_in=folder) as name:
        yield name, Eyes(folder)


def test_a_deck_is_made_broken_mended_and_played(seen: tuple[str, Eyes], tmp_path: Path) -> None:
    """O, a title with å, a fault in the file and its mending: each is seen at once, and it is played."""
    (name, eyes), data = seen, tmp_path / "data"
    data.mkdir()
    room = Room(name, data, *CALM)
    try:
        room.do("mousemove", "--window", room.window, "640", "30")
        welcome = eyes.still(room)
        room.press("o")
        menu = eyes.changes(room, welcome, "the sheet")
        room.press("1")
        eyes.changes(room, menu, "the field for a title")
        room.write(TITLE)
        typed = eyes.still(room)
        room.press("Return")
        own = data / "decks"
        room.wait_for(lambda: bool(list(own.glob("*.sv.yaml"))), "the deck's file")
        (path,) = own.glob("*.sv.yaml")
        good = path.read_text(encoding="utf-8")
        assert f"title: {TITLE}" in good
        told = eyes.changes(room, typed, "the new deck, and where it lies")
        shown = eyes.changes(room, told, "the notice to go")
        assert shown != welcome
        path.write_text(good.replace("title:", "title: [", 1), encoding="utf-8")
        broken = eyes.changes(room, shown, "the fault beside the deck")
        room.press("f")
        eyes.changes(room, broken, "the list of faults")
        room.press("Escape")
        room.wait_for(lambda: eyes.picture() == broken, "the decks again")
        path.write_text(good, encoding="utf-8")
        room.wait_for(lambda: eyes.picture() == shown, "the deck as it was before the fault")
        room.press("space")
        eyes.changes(room, shown, "the names")
        for person in ("Åsa", "Örjan"):
            room.write(person)
            room.press("Return")
        room.press("space", "space")
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        assert room.press_on() == 2
        assert room.terminate() == 0
    finally:
        room.close()
    assert list((data / "sessions").glob("*.bemotande"))
