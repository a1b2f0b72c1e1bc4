"""The folder of one's own decks: shown by the platform, or said in words where it lies."""

from __future__ import annotations

from pathlib import Path

from game.screens.deck_intents import OpenFolder
from game.ui.canvas import Canvas
from game.ui.text import InkLog
from game.ui.theme import THEMES
from tests.shell.piloting import Pilot


def written(pilot: Pilot) -> str:
    """Everything that is written on the screen, on one line."""
    log = InkLog()
    surface = pilot.picture()
    pilot.director.draw(Canvas(surface, pilot.stage, THEMES["light"], "sv", log))
    return " ".join(log.texts())


def test_a_folder_that_was_shown_needs_no_words(tmp_path: Path) -> None:
    """The platform's window says it all."""
    pilot = Pilot(tmp_path)
    before = written(pilot)
    pilot.director.answer((OpenFolder(),))
    assert pilot.window.folders_opened == 1
    assert written(pilot) == before


def test_a_folder_that_cannot_be_shown_is_named(tmp_path: Path) -> None:
    """On a machine without a file manager O is no dead key: it says where the decks go."""
    pilot = Pilot(tmp_path)
    pilot.window.folder_not_shown = "/hem/lekar"
    pilot.director.answer((OpenFolder(),))
    assert "Lägg era lekar i mappen /hem/lekar" in written(pilot)
