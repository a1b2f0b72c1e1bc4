"""Files that are damaged, newer, of another program, or left by a kill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.session.database import SCHEMA_VERSION
from game.session.faults import Fault, JournalDamaged, JournalError, JournalTooNew
from tests.session.building import resume
from tests.session.damaging import another_process, fingerprints, run_sql
from tests.session.playing import closed_session, digest

# --- damage


def flip_a_page(path: Path) -> None:
    """Overwrite the middle of the file."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 3000] = b"\x5a" * 3000
    path.write_bytes(content)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "no database": lambda path: path.write_bytes("Inköpslista: mjölk".encode() * 400),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:9000]),
    "a page of other bytes": flip_a_page,
    "undecodable event": lambda path: run_sql(path, "UPDATE events SET body = '{}' WHERE command = 1"),
    "event that cannot follow": lambda path: run_sql(
        path, "UPDATE events SET type = 'WentBackTo', body = '{\"version\":99}' WHERE command = 2"
    ),
    "no first command": lambda path: run_sql(
        path, "DELETE FROM events WHERE command = 1", "DELETE FROM commands WHERE number = 1"
    ),
    "gap in numbers": lambda path: run_sql(
        path, "DELETE FROM events WHERE command = 5", "DELETE FROM commands WHERE number = 5"
    ),
    "command without events": lambda path: run_sql(path, "DELETE FROM events WHERE command = 5"),
    "event without command": lambda path: run_sql(path, "DELETE FROM commands WHERE number = 5"),
    "missing event": lambda path: run_sql(path, "DELETE FROM events WHERE command = 1 AND position = 0"),
    "no events": lambda path: run_sql(path, "DELETE FROM events", "DELETE FROM commands"),
    "missing words": lambda path: run_sql(path, "DELETE FROM texts"),
    "missing table": lambda path: run_sql(path, "DROP TABLE texts"),
    "trigger": lambda path: run_sql(
        path, "CREATE TRIGGER t AFTER INSERT ON commands BEGIN DELETE FROM texts; END"
    ),
    "words that are no text": lambda path: run_sql(path, "UPDATE events SET body = x'ff00ff'"),
    "broken letters": lambda path: run_sql(path, "UPDATE events SET body = CAST(x'ff00ff' AS TEXT)"),
    "schema version zero": lambda path: run_sql(path, "PRAGMA user_version = 0"),
    "summary that is no object": lambda path: run_sql(path, "UPDATE summary SET body = '[]'"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_and_kept(tmp_path: Path, damage: str) -> None:
    """It gets another name, it is reported, its bytes stay, and neighbours are left alone."""
    path, _ = closed_session(tmp_path)
    neighbour, _ = closed_session(tmp_path, seed=4)
    notes = tmp_path / "anteckningar.txt"
    notes.write_text("mina")
    DAMAGES[damage](path)
    bytes_before, others_before = path.read_bytes(), fingerprints(tmp_path)
    del others_before[path.name]
    with pytest.raises(JournalDamaged) as caught:
        resume(path)
    aside = caught.value.set_aside
    assert aside == path.with_name(f"{path.name}.skadad-1")
    assert not path.exists()
    others_after = fingerprints(tmp_path)
    del others_after[aside.name]
    assert others_after == others_before
    assert neighbour.name in others_after
    # Being looked at in full turns on the write-ahead log, two bytes of the header and a counter.
    bytes_after = aside.read_bytes()
    assert len(bytes_after) == len(bytes_before)
    assert bytes_after[100:] == bytes_before[100:]


def test_a_second_damaged_file_of_one_name_gets_the_next_number(tmp_path: Path) -> None:
    """Nothing that was set aside is written over."""
    path = tmp_path / "2026-11-20-abcd1234.bemotande"
    for number in (1, 2):
        path.write_bytes(b"x" * 500)
        with pytest.raises(JournalDamaged) as caught:
            resume(path)
        assert caught.value.set_aside == path.with_name(f"{path.name}.skadad-{number}")
    assert len(list(tmp_path.iterdir())) == 2


def test_what_lies_beside_a_damaged_file_goes_with_it(tmp_path: Path) -> None:
    """The log may hold the last commands, so it keeps its place beside the file."""
    path = tmp_path / "2026-11-20-abcd1234.bemotande"
    path.write_bytes(b"x" * 500)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"the last commands")
    with pytest.raises(JournalDamaged):
        resume(path)
    aside = path.with_name(f"{path.name}.skadad-1")
    assert aside.read_bytes() == b"x" * 500
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"the last commands"
    assert not list(tmp_path.glob(f"{path.name}-*"))


def test_a_report_of_damage_holds_nobodys_words(tmp_path: Path) -> None:
    """The error may be logged: it says what is wrong by type names alone."""
    path, _ = closed_session(tmp_path)
    run_sql(path, """UPDATE events SET body = '{"card":["Åsa Ödla"]}' WHERE type = 'CardDrawn'""")
    with pytest.raises(JournalDamaged) as caught:
        resume(path)
    assert "Ödla" not in f"{caught.value} {caught.value.detail} {caught.value.__cause__}"


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A database with our suffix but not our mark is neither renamed nor changed."""
    path = tmp_path / "kunder.bemotande"
    run_sql(path, "CREATE TABLE kunder (namn TEXT)")
    before = fingerprints(tmp_path)
    with pytest.raises(JournalError) as caught:
        resume(path)
    assert caught.value.fault is Fault.NOT_OURS
    assert fingerprints(tmp_path) == before


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    """No file is made by asking for one."""
    with pytest.raises(JournalError) as caught:
        resume(tmp_path / "2026-11-20-abcd1234.bemotande")
    assert caught.value.fault is Fault.MISSING
    assert list(tmp_path.iterdir()) == []


# --- newer files

NEWER: dict[str, tuple[str, ...]] = {
    "schema": (f"PRAGMA user_version = {SCHEMA_VERSION + 1}", "DROP TABLE summary"),
    "event version": ("UPDATE events SET version = 2 WHERE command = 3",),
    "event type": ("UPDATE events SET type = 'CardsRained' WHERE command = 3",),
}


@pytest.mark.parametrize("what", NEWER)
def test_a_newer_programs_file_is_not_touched(tmp_path: Path, what: str) -> None:
    """It is called newer, and stays as it was byte for byte."""
    path, _ = closed_session(tmp_path)
    run_sql(path, *NEWER[what])
    before = fingerprints(tmp_path)
    with pytest.raises(JournalTooNew):
        resume(path)
    assert fingerprints(tmp_path) == before


NEWER_AND_KILLED = """
import os, signal, sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA locking_mode = EXCLUSIVE")
db.execute("PRAGMA journal_mode = WAL")
db.execute("UPDATE events SET version = 2 WHERE command = 3")
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_newer_programs_file_is_not_touched_after_a_kill_either(tmp_path: Path) -> None:
    """The log that the newer program left beside its file is not played back by this one."""
    path, _ = closed_session(tmp_path)
    with another_process(NEWER_AND_KILLED, str(path)):
        pass
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    before = fingerprints(tmp_path)
    with pytest.raises(JournalTooNew):
        resume(path)
    assert fingerprints(tmp_path) == before


KILLED_WITH_A_ROLLBACK_JOURNAL = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("PRAGMA cache_size = 2")
db.execute("PRAGMA cache_spill = 1")
db.execute("BEGIN EXCLUSIVE")
db.execute("UPDATE events SET body = replace(body, 'a', 'bbb')")
print("ready", flush=True)
sys.stdin.read()
"""


def test_a_kill_in_the_middle_of_closing_is_rolled_back(tmp_path: Path) -> None:
    """A hot rollback journal is played back, and the session is as it was."""
    path, state = closed_session(tmp_path)
    with another_process(KILLED_WITH_A_ROLLBACK_JOURNAL, str(path)):
        pass
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
    host = resume(path)
    assert digest(host.state) == state
    host.close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
