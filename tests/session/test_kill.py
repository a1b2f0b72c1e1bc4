"""A killed player loses nothing that was shown: the session is resumed at that version or later.

A kill does not prove that the disk has it (the system's memory survives a kill); the pragmas that
are read back in `test_journal` do.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest

from game.core import commands as cmd
from game.core.refusals import Refused
from game.session.host import Accepted, Host
from game.session.sessions import FOLDER, Sessions, Status
from tests.session.building import new_host
from tests.session.damaging import ROOT
from tests.session.playing import ACTS, RandomGroup, digest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")

SEEDS = 5
KILLS = 40
SOAK_KILLS = int(os.environ.get("BEMOTANDE_KILLS", "1000"))
MUCH_LATER = datetime(2100, 1, 1, tzinfo=UTC)


@cache
def unkilled(seed: int) -> tuple[dict[int, str], int]:
    """The same session without a kill: a fingerprint of each version, and the number of statements."""
    with TemporaryDirectory() as folder:
        host = new_host(Path(folder), seed)
        group = RandomGroup(host, seed)
        states = {}
        for _ in range(ACTS):
            if isinstance(group.act(), Accepted):
                states[host.version] = digest(host.state)
        host.close()
    # Making the file takes more than twenty statements and a command at least eight.
    return states, 20 + len(states) * 8


@dataclass(frozen=True, slots=True)
class Killed:
    """What a killed player left to hold the file against."""

    shown: int
    """The last version that it wrote down after its commit; 0 for none."""
    state: str
    """That version's fingerprint."""
    inside: str
    """First word of the SQL statement that it was about to begin; empty for a kill from outside."""


def play_and_kill(folder: Path, seed: int, statement: int, after_lines: int) -> Killed:
    """Let a player play, and have it killed at a statement or after so many lines."""
    arguments = [sys.executable, "-m", "tests.session.player", str(folder), str(seed), str(statement)]
    process = subprocess.Popen(
        arguments, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    shown: list[str] = []
    try:
        for line in process.stdout:
            shown.append(line)
            if not statement and len(shown) == after_lines:
                process.kill()
    finally:
        process.kill()
        process.stdin.close()
        inside = process.stderr.read().strip()
        process.stdout.close()
        process.stderr.close()
        assert process.wait() == -signal.SIGKILL, inside
    whole = [line.split() for line in shown if line.endswith("\n")]
    version, state = whole[-1] if whole else ("0", "")
    return Killed(int(version), state, inside)


def check_resumed(data: Path, seed: int, killed: Killed) -> str:
    """Hold what is resumed against what was shown, and play on. Says where the kill struck."""
    states, _ = unkilled(seed)
    shown = killed.shown
    assert not shown or states[shown] == killed.state, "the player plays the same game every time"
    sessions = Sessions(data, rng=Random(1), now=lambda: MUCH_LATER)
    found = list((data / FOLDER).iterdir()) if (data / FOLDER).exists() else []
    assert not [path for path in found if path.name.startswith(".")], "a half file was left behind"
    if not sessions.list():
        assert shown == 0, "what was shown is lost"
        return "before there was a file"
    (listed,) = sessions.list()
    assert listed.status in (Status.UNFINISHED, Status.KEPT)
    host = sessions.resume(listed.id)
    assert host.version in (shown, shown + 1)
    assert digest(host.state) == states[host.version]
    if killed.inside:
        where = f"before {killed.inside}"
    else:
        where = "after a commit, before it was shown" if host.version > shown else "at any moment"
    _play_on(host)
    version, last = host.version, digest(host.state)
    assert host.close() is None
    again = sessions.resume(listed.id)
    # Closing a kept session may have swept it, as one version more.
    assert again.version == host.version
    assert again.version == version or digest(again.state) == last
    again.close()
    assert [path.name for path in (data / FOLDER).iterdir()] == [listed.path.name]
    return where


def _play_on(host: Host) -> None:
    assert host.state is not None
    seat = host.state.seats[0]
    command = cmd.MarkAway(seat.id) if seat.is_present else cmd.MarkBack(seat.id)
    answer = host.submit(command)
    assert isinstance(answer, Accepted | Refused)
    assert host.save_draft({"words": "vidare"}) is None


def kill_often(folder: Path, kills: int) -> dict[str, int]:
    """Kill so many players, a third of them inside a statement of SQLite."""
    chance = Random(kills)
    struck: dict[str, int] = {}
    for number in range(kills):
        seed = number % SEEDS
        states, statements = unkilled(seed)
        statement = 1 + chance.randrange(statements) if number % 3 == 0 else 0
        after_lines = 1 + chance.randrange(len(states) - 1)
        data = folder / str(number)
        where = check_resumed(data, seed, play_and_kill(data / FOLDER, seed, statement, after_lines))
        struck[where] = struck.get(where, 0) + 1
    return struck


@pytest.mark.slow
def test_forty_kills_lose_nothing_that_was_shown(tmp_path: Path) -> None:
    """Killed at any moment, a session is resumed as it was shown, or one command later."""
    struck = kill_often(tmp_path, KILLS)
    assert sum(struck.values()) == KILLS
    assert sum(struck.get(f"before {word}", 0) for word in ("INSERT", "SELECT", "DELETE", "COMMIT")) >= 5


@pytest.mark.soak
def test_a_thousand_kills_lose_nothing_that_was_shown(tmp_path: Path) -> None:
    """The same, BEMOTANDE_KILLS times (1,000 unless set)."""
    struck = kill_often(tmp_path, SOAK_KILLS)
    print(struck)
    assert sum(struck.values()) == SOAK_KILLS


@pytest.mark.parametrize("statement", [*range(1, 60, 7), *range(150, 158)])
def test_a_kill_inside_a_transaction_leaves_the_version_before(tmp_path: Path, statement: int) -> None:
    """Between the statements of making a file, and of one command, nothing of it is there yet."""
    killed = play_and_kill(tmp_path / FOLDER, 0, statement, 0)
    assert killed.inside
    where = check_resumed(tmp_path, 0, killed)
    assert where in (f"before {killed.inside}", "before there was a file")
