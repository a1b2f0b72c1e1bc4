"""A failing program in a real window: the journal is whole, the room is told, the exit code is 70."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.window.deck import write_deck
from tests.window.room import ROOT, Room, display, skip_without_tools
from tests.window.test_whole_session import CALM, stored

pytestmark = pytest.mark.slow

FAILS_AT_THE_CARD = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from game.cli import main
from game.screens.table import TableScreen

def fail(*_words):
    raise RuntimeError("Åsa sa något hemligt")

TableScreen.draw = fail
sys.exit(main(sys.argv[1:]))
"""


def test_a_failure_keeps_the_session_and_says_so(tmp_path: Path) -> None:
    """The failing draw ends in a calm screen; a key closes it; no name or word is in the report."""
    skip_without_tools()
    deck = write_deck(tmp_path)
    with display("1280x800") as name:
        room = Room(
            name,
            tmp_path,
            str(deck),
            "--players",
            "Åsa,Björn",
            *CALM,
            command=(sys.executable, "-c", FAILS_AT_THE_CARD),
        )
        try:
            room.wait_for(lambda: room.version() == 1, "the session to be opened")
            room.press("space")
            room.wait_for_log("crash RuntimeError")
            while room.process.poll() is None:
                room.press("Return")
            _out, words = room.process.communicate()
        finally:
            room.close()
    assert room.process.returncode == 70
    (report,) = tmp_path.glob("krasch-*.txt")
    told = report.read_text(encoding="utf-8") + words + "".join(room.log())
    assert "RuntimeError" in told
    assert not any(secret in told for secret in ("Åsa", "Björn", "hemligt", str(Path.home())))
    assert [seat.name.words for seat in stored(tmp_path).seats] == ["Åsa", "Björn"]
