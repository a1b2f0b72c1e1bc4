"""A whole session in a real window, by keys and by mouse, ending with the expected journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core.plan import Phase, Stage
from game.core.state import Keep, PromiseForm, State
from game.session.host import Host
from tests.window.deck import write_deck
from tests.window.room import Room, display, skip_without_tools

pytestmark = pytest.mark.slow

CALM = ("--windowed", "--size", "1280x720", "--reduced-motion", "--seed", "5")
TO_TAKEAWAY = 5
"""Space from `draw` to `takeaway` with preset short: draw, talk, two prompts, takeaway."""


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A display with a Swedish keyboard."""
    skip_without_tools()
    with display("1280x800") as name:
        yield name


def stored(data_dir: Path) -> State:
    """The state that the session's file folds to, once the program has closed it."""
    (path,) = (data_dir / "sessions").glob("*.bemotande")
    host = Host.resume(path)
    state = host.state
    host.close()
    assert state is not None
    return state


def test_keys_alone_play_a_whole_session(screen: str, tmp_path: Path) -> None:
    """From names to keeping it for follow-up, with every word as it was typed on a Swedish keyboard."""
    deck = write_deck(tmp_path)
    room = Room(screen, tmp_path, str(deck), "--preset", "short", "--cards", "2", *CALM)
    try:
        for name in ("Åsa", "Örjan"):
            room.write(name)
            room.press("Return")
        room.press("dead_acute")
        room.write("Eva")
        room.press("Return", "space", "space")
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        assert room.press_on() == 2  # the talk rules
        for version in range(3, 3 + TO_TAKEAWAY):
            assert room.press_on() == version
        room.press("2", "t")
        room.write("Vi hälsar på ön, även klockan 7.")
        room.press("Return")
        room.wait_for_log("accepted Next version=10")  # after the mark (8) and the words (9)
        for version in range(11, 11 + TO_TAKEAWAY + 1):
            assert room.press_on() == version
        assert room.press_on() == 17  # the planned cards are played: closing
        room.press("t")
        room.write("någon ringer")
        room.press("Tab")
        room.write("svara själv")
        room.press("Tab")
        room.write("på fredag")
        room.press("Return")
        room.wait_for_log("accepted Next version=19")  # after the promise (18)
        for version in range(20, 23):  # two promises said aloud, the overview
            assert room.press_on() == version
        room.press("space")  # from the sheets to what is to be kept
        room.press_on()  # kept for follow-up
        room.press("space")  # thanks for today
        room.wait_for(lambda: not list((tmp_path / "sessions").glob("*-wal")), "the session to be closed")
        assert room.terminate() == 0
    finally:
        room.close()
    state = stored(tmp_path)
    assert [seat.name.words for seat in state.seats] == ["Åsa", "Örjan", "Éva"]
    assert [
        turn.takeaway.text.words if turn.takeaway and turn.takeaway.text else None for turn in state.past
    ] == [
        "Vi hälsar på ön, även klockan 7.",
        None,
    ]
    first, *others = state.promises
    assert first.when is not None
    assert first.will is not None
    assert first.by is not None
    assert (first.when.words, first.will.words, first.by.words) == (
        "någon ringer",
        "svara själv",
        "på fredag",
    )
    assert [promise.form for promise in others] == [PromiseForm.ALOUD] * 2
    assert (state.stage, state.keep) == (Stage.DONE, Keep.FOLLOW_UP)


def test_the_mouse_alone_plays_to_the_second_card(screen: str, tmp_path: Path) -> None:
    """A click on the stage is Next in every phase."""
    room = Room(screen, tmp_path, str(write_deck(tmp_path)), "--players", "Åsa,Björn", *CALM, "--cards", "2")
    try:
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        room.click(0.8, 0.94)  # the yellow button
        room.wait_for(lambda: room.version() == 2, "the rules to be accepted")
        version = 2
        while len([line for line in room.log() if "accepted Next" in line]) < 12:
            room.click(0.5, 0.06)
            version += 1
            room.wait_for(lambda: room.version() >= version, f"a click to make version {version}")  # noqa: B023 - called at once
        assert room.terminate() == 0
    finally:
        room.close()
    assert stored(tmp_path).lap >= 1


def test_a_killed_game_goes_on_where_it_stood(screen: str, tmp_path: Path) -> None:
    """After SIGKILL in mid-card `--resume` shows the same phase, and the draft is not lost."""
    deck = write_deck(tmp_path)
    room = Room(screen, tmp_path, str(deck), "--players", "Åsa,Björn", "--preset", "short", *CALM)
    try:
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        for _ in range(1 + TO_TAKEAWAY):
            room.press_on()
        version = room.version()
    finally:
        room.kill()
        room.close()
    again = Room(screen, tmp_path, "--resume", "--windowed", "--size", "1024x768", "--reduced-motion")
    try:
        assert again.press_on() == version + 1  # said aloud, and the next turn
        assert again.terminate() == 0
    finally:
        again.close()
    state = stored(tmp_path)
    assert state.turn is not None
    assert state.turn.phase is Phase.DRAW
    assert state.past[0].takeaway is not None


def test_a_session_open_in_another_window_is_refused(screen: str, tmp_path: Path) -> None:
    """The second window says that it is in use, and the first one plays on."""
    room = Room(screen, tmp_path, str(write_deck(tmp_path)), "--players", "Åsa,Björn", *CALM)
    try:
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        (path,) = (tmp_path / "sessions").glob("*.bemotande")
        session = path.stem.rsplit("-", 1)[1]
        other = Room(screen, tmp_path, "--resume", session, "--windowed", "--size", "800x600")
        try:
            assert other.version() == 0
            assert other.terminate() == 0
        finally:
            other.close()
        room.do("windowfocus", "--sync", room.window)
        room.do("mousemove", "--window", room.window, "640", "40")
        room.press_on()
        assert room.terminate() == 0
    finally:
        room.close()
    assert stored(tmp_path).stage is Stage.PLAY


def test_a_live_resize_keeps_the_game_going(screen: str, tmp_path: Path) -> None:
    """The window is dragged to another shape in mid-session."""
    room = Room(screen, tmp_path, str(write_deck(tmp_path)), "--players", "Åsa,Björn", *CALM)
    try:
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        room.press_on()
        for width, height in ((1024, 768), (700, 420), (1280, 800)):
            room.do("windowsize", room.window, str(width), str(height))
            room.wait_for(lambda: room.size() == (width, height), f"{width}x{height}")  # noqa: B023 - called at once
            room.press_on()
        assert room.terminate() == 0
    finally:
        room.close()


def test_interrupt_closes_the_journal_to_one_plain_file(screen: str, tmp_path: Path) -> None:
    """Ctrl+C in the terminal is a clean end: no -wal file is left behind."""
    import signal

    room = Room(screen, tmp_path, str(write_deck(tmp_path)), "--players", "Åsa,Björn", *CALM)
    try:
        room.wait_for(lambda: room.version() == 1, "the session to be opened")
        room.process.send_signal(signal.SIGINT)
        assert room.process.wait(30) == 0
    finally:
        room.close()
    assert [path.suffix for path in (tmp_path / "sessions").iterdir()] == [".bemotande"]
