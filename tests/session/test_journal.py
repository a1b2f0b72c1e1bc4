"""The file of a session: what it promises, and what happens when it is damaged, newer or in use."""

from __future__ import annotations

import os
import sqlite3
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.core import commands as cmd
from game.core import events as ev
from game.core.state import SeatId, Takeaway
from game.core.words import Text, TextId
from game.session.codec import encode
from game.session.database import APPLICATION_ID, SCHEMA_VERSION, glance
from game.session.faults import JournalInUse
from game.session.host import Accepted, Host
from game.session.journal import Journal
from tests.session.building import NAMES, file_of, opened, resume
from tests.session.damaging import PLAYS_ON, another_process, look
from tests.session.playing import closed_session, digest

NOON = datetime(2026, 11, 20, 12, 0, 30, tzinfo=UTC)


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
