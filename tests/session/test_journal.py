"""The file of a session: what it promises, and what happens when it is damaged, newer or in use."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.core import commands as cmd
from game.core import events as ev
from game.core.state import SeatId, Takeaway
from game.core.words import Text, TextId
from game.session.codec import encode
from game.session.faults import Fault, JournalDamaged, JournalError, JournalInUse, JournalTooNew
from game.session.host import Accepted, Host
from game.session.journal import APPLICATION_ID, SCHEMA_VERSION, Journal, glance
from tests.session.building import NAMES, file_of, opened, resume
from tests.session.damaging import PLAYS_ON, another_process, fingerprints, look, run_sql
from tests.session.playing import RandomGroup, digest

NOON = datetime(2026, 11, 20, 12, 0, 30, tzinfo=UTC)


def closed_session(folder: Path, accepted: int = 20, seed: int = 3) -> tuple[Path, str]:
    """A played and closed session's file, and a fingerprint of its state."""
    host = opened(folder, seed)
    RandomGroup(host, seed).accept(accepted)
    assert host.close() is None
    return file_of(host), digest(host.state)


def journal_of(host: Host) -> Journal:
    """The open journal of a host that has one."""
    assert host.journal is not None
    return host.journal


# --- promises of the live file


def test_the_live_connection_has_the_pragmas_that_make_it_safe(tmp_path: Path) -> None:
    """Durability, the lock and zeroing are read back from SQLite, because a kill cannot prove them."""
    host = opened(tmp_path)
    assert journal_of(host).pragmas() == {
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
        "journal_mode": "wal",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "secure_delete": 1,
        "foreign_keys": 1,
    }
    host.close()


def test_a_resumed_session_has_the_same_pragmas(tmp_path: Path) -> None:
    """Resuming is as safe as beginning."""
    host = opened(tmp_path)
    before = journal_of(host).pragmas()
    host.close()
    again = resume(file_of(host))
    assert journal_of(again).pragmas() == before
    again.close()


def test_closing_leaves_one_plain_file(tmp_path: Path) -> None:
    """A closed session is a single file, which can be mailed and opened anywhere."""
    path, state = closed_session(tmp_path / "a")
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert look(path, "PRAGMA journal_mode") == [("delete",)]
    mailed = tmp_path / "b" / f"från Åsa 100% #1{'?' if os.name == 'posix' else ''}.bemotande"
    mailed.parent.mkdir()
    mailed.write_bytes(path.read_bytes())
    host = resume(mailed)
    assert digest(host.state) == state
    host.close()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such bits")
def test_only_the_user_may_read_the_file(tmp_path: Path) -> None:
    """Names lie in the file, so that other users of the machine must not read it."""
    path, _ = closed_session(tmp_path / "made")
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_the_file_name_names_nobody(tmp_path: Path) -> None:
    """The name is the day and a short id."""
    host = opened(tmp_path)
    assert file_of(host).name == f"2026-11-20-{host.session_id}.bemotande"
    host.close()


def test_times_are_kept_by_the_minute(tmp_path: Path) -> None:
    """Closer times would show how long anybody spoke."""
    path, _ = closed_session(tmp_path)
    times = [str(row[0]) for row in look(path, "SELECT at FROM commands")]
    assert times[0] == "2026-11-20T12:01+00:00"
    assert all(len(at) == len(times[0]) for at in times)


def test_a_version_out_of_order_is_a_programming_fault(tmp_path: Path) -> None:
    """Nothing is written for a version that does not follow."""
    host = opened(tmp_path)
    for version in (1, 3):
        with pytest.raises(ValueError, match="cannot follow"):
            journal_of(host).append(version, [ev.TurnEnded()], at=NOON, source="screen", summary={})
    assert len(journal_of(host).read()) == 1
    host.close()


def test_words_never_change_under_an_id(tmp_path: Path) -> None:
    """New words under an old id are refused whole, and the journal goes on."""
    host = opened(tmp_path)
    journal = journal_of(host)
    renamed = ev.SeatRenamed(SeatId("s"), Text(TextId("t1"), "Bo"))
    journal.append(2, [renamed], at=NOON, source="screen", summary={})
    other = ev.SeatRenamed(SeatId("s"), Text(TextId("t1"), "Bosse"))
    with pytest.raises(ValueError, match="new id"):
        journal.append(3, [ev.SeatLeft(SeatId("s")), other], at=NOON, source="screen", summary={})
    journal.append(3, [renamed], at=NOON, source="phone", summary={})
    assert [(entry.number, entry.source) for entry in journal.read()][1:] == [(2, "screen"), (3, "phone")]
    host.close()


# --- privacy


def test_names_and_words_lie_in_their_own_table_alone(tmp_path: Path) -> None:
    """No event, summary or command holds a name, a takeaway or a promise."""
    host = opened(tmp_path)
    host.submit(cmd.Next(host.version))
    host.submit(cmd.Next(host.version))
    secret = "Gunvor i receptionen"
    answer = host.submit(cmd.RecordTakeaway(1, host.new_text(secret), None, needs_manager=False))
    assert isinstance(answer, Accepted)
    host.close()
    bodies = {str(row[0]) for row in look(file_of(host), "SELECT body FROM texts")}
    assert {*NAMES, secret} <= bodies
    others = (
        "SELECT body FROM events UNION ALL SELECT body FROM summary UNION ALL SELECT source FROM commands"
    )
    for (content,) in look(file_of(host), others):
        for words in (*NAMES, secret, "Gunvor", "Åsa"):
            assert words not in str(content)


@pytest.mark.parametrize("count", [1, 40])
def test_erased_words_are_not_in_the_file_any_more(tmp_path: Path, count: int) -> None:
    """After erasing and closing, the words are nowhere in the raw bytes."""
    host = opened(tmp_path)
    journal = journal_of(host)
    texts = [Text(TextId(f"t{n}"), f"Hemlighet nummer {n:03} " + "å" * (n * 7 % 90)) for n in range(count)]
    for version, text in enumerate(texts, start=2):
        takeaway = ev.TakeawayRecorded(1, Takeaway(text, None))
        journal.append(version, [takeaway], at=NOON, source="screen", summary={})
    erasing = ev.TextsErased(tuple(text.id for text in texts))
    journal.append(count + 2, [erasing], at=NOON, source="screen", summary={})
    assert journal.texts_with_words() == journal.text_ids() - set(erasing.texts)
    log = file_of(host).with_name(f"{file_of(host).name}-wal")
    assert b"Hemlighet" not in log.read_bytes()
    journal.close()
    assert b"Hemlighet" not in file_of(host).read_bytes()
    assert "Åsa Ödla".encode() in file_of(host).read_bytes()


def test_an_old_draft_is_not_in_the_closed_file(tmp_path: Path) -> None:
    """Drafts that were replaced or cleared leave nothing behind."""
    host = opened(tmp_path)
    host.save_draft({"words": "Förhastat ord"})
    host.save_draft({"words": "Eftertänkt ord"})
    host.save_draft(None)
    host.close()
    content = file_of(host).read_bytes()
    assert "Förhastat".encode() not in content
    assert "Eftertänkt".encode() not in content


# --- in use


def test_a_session_that_another_process_plays_is_in_use(tmp_path: Path) -> None:
    """The second one is told at once, and the first one's end frees the session."""
    path, state = closed_session(tmp_path)
    with another_process(PLAYS_ON, str(path)):
        began_s = time.monotonic()
        with pytest.raises(JournalInUse):
            resume(path)
        with pytest.raises(JournalInUse):
            glance(path)
        assert time.monotonic() - began_s < 5
    host = resume(path)
    assert digest(host.state) == state
    host.close()


def test_a_session_is_in_use_in_its_own_process_too(tmp_path: Path) -> None:
    """Two hosts of one session cannot exist side by side, and trying harms neither."""
    host = opened(tmp_path)
    with pytest.raises(JournalInUse):
        resume(file_of(host))
    assert isinstance(host.submit(cmd.AcceptRules(None)), Accepted)
    host.close()
    again = resume(file_of(host))
    assert again.timeline == host.timeline
    again.close()


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
    names = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert names == {f"{path.name}.skadad-1": b"x" * 500, f"{path.name}.skadad-1-wal": b"the last commands"}


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


# --- reading


def test_what_was_appended_is_read_back(tmp_path: Path) -> None:
    """Every command comes back with its number, source and events, in order."""
    host = opened(tmp_path)
    given: list[list[ev.Event]] = [[ev.TurnEnded()], [ev.PromptRevealed(1), ev.PromptHidden(1)]]
    for version, events in enumerate(given, start=2):
        journal_of(host).append(version, events, at=NOON, source="window", summary={"seats": version})
    read = journal_of(host).read()
    assert [list(entry.events) for entry in read[1:]] == given
    assert [(entry.number, entry.source, entry.at) for entry in read[1:]] == [
        (2, "window", "2026-11-20T12:00+00:00"),
        (3, "window", "2026-11-20T12:00+00:00"),
    ]
    journal_of(host).close()
    assert glance(file_of(host)) == {"seats": 3}


def test_the_journal_belongs_to_one_thread(tmp_path: Path) -> None:
    """SQLite itself refuses another thread, so that a mistake cannot pass unseen."""
    from threading import Thread

    host = opened(tmp_path)
    caught: list[BaseException] = []

    def read() -> None:
        try:
            journal_of(host).pragmas()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = Thread(target=read)
    thread.start()
    thread.join()
    assert len(caught) == 1
    host.close()


def test_the_stored_json_is_what_the_codec_wrote(tmp_path: Path) -> None:
    """The table of events holds the codec's JSON as it is."""
    host = opened(tmp_path)
    answer = host.submit(cmd.AcceptRules(True))
    assert isinstance(answer, Accepted)
    host.close()
    rows = look(file_of(host), "SELECT type, version, body FROM events WHERE command = 2 ORDER BY position")
    stored = [encode(event) for event in answer.events]
    assert rows == [(event.type, event.version, event.body) for event in stored]
