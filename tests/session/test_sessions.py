"""The folder of sessions: listing, finding, resuming and deleting."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from game.core import commands as cmd
from game.core.plan import Stage
from game.core.state import Keep
from game.session.faults import Fault, JournalDamaged, JournalInUse, JournalTooNew
from game.session.host import Accepted, Host
from game.session.sessions import AmbiguousSession, NoSuchSession, Sessions, Status
from tests.session.building import NAMES, file_of, open_session
from tests.session.damaging import PLAYS_ON, another_process, fingerprints, run_sql


def on(day: date) -> datetime:
    """Noon on that day."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def sessions_in(data: Path, day: date = date(2026, 11, 20), seed: int = 1) -> Sessions:
    """The sessions of a data folder as they are on that day."""
    return Sessions(data, rng=Random(seed), now=lambda: on(day))


def a_session(data: Path, day: date = date(2026, 11, 20), seed: int = 1, *, finished: bool = False) -> Host:
    """A closed session that began on that day."""
    host = sessions_in(data, day, seed).new()
    open_session(host)
    if finished:
        while host.state is not None and host.state.stage != Stage.DONE:
            assert isinstance(host.submit(cmd.Next(host.version)), Accepted)
        assert isinstance(host.submit(cmd.KeepSession(Keep.FOLLOW_UP)), Accepted)
    assert host.close() is None
    return host


def test_an_empty_data_folder_has_no_sessions(tmp_path: Path) -> None:
    """Looking makes no folder."""
    assert sessions_in(tmp_path).list() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_list_tells_what_people_need_to_choose(tmp_path: Path) -> None:
    """Newest first, with day, decks, stage, seats and cards, and nobody's name."""
    a_session(tmp_path, date(2026, 3, 1), 1, finished=True)
    a_session(tmp_path, date(2026, 9, 1), 2)
    newest, oldest = sessions_in(tmp_path).list()
    assert (newest.date, newest.status, newest.stage) == (
        date(2026, 9, 1),
        Status.UNFINISHED,
        Stage.OPENING,
    )
    assert (oldest.date, oldest.status, oldest.keep) == (date(2026, 3, 1), Status.KEPT, Keep.FOLLOW_UP)
    assert newest.decks == ("Service i vardagen",)
    assert (newest.language, newest.seats, newest.cards_planned) == ("sv", 3, 3)
    assert (newest.cards_played, oldest.cards_played) == (0, 3)
    assert not any(name in repr((newest, oldest)) for name in NAMES)


def test_listing_changes_nothing(tmp_path: Path) -> None:
    """Whole, damaged, newer, foreign and other files stay byte for byte, under their names."""
    folder = tmp_path / "sessions"
    damaged, newer, short = (file_of(a_session(tmp_path, seed=seed)) for seed in (1, 2, 3))
    damaged.write_bytes(b"x" * 4000)
    run_sql(newer, "PRAGMA user_version = 99")
    short.write_bytes(b"")
    whole = a_session(tmp_path, seed=4)
    run_sql(folder / "kunder.bemotande", "CREATE TABLE kunder (namn TEXT)")
    (folder / "anteckningar.txt").write_text("mina")
    (folder / "mapp.bemotande").mkdir()
    before = fingerprints_of_files(folder)
    listed = {one.path: one.status for one in sessions_in(tmp_path).list()}
    assert listed == {
        damaged: Status.DAMAGED,
        newer: Status.NEWER,
        short: Status.DAMAGED,
        file_of(whole): Status.UNFINISHED,
    }
    assert fingerprints_of_files(folder) == before


def fingerprints_of_files(folder: Path) -> dict[str, str]:
    """The files of a folder that also has folders."""
    (folder / "mapp.bemotande").rmdir()
    found = fingerprints(folder)
    (folder / "mapp.bemotande").mkdir()
    return found


def test_a_damaged_session_is_set_aside_when_it_is_resumed(tmp_path: Path) -> None:
    """After that it stays in the list as damaged, and can be deleted."""
    host = a_session(tmp_path)
    file_of(host).write_bytes(b"x" * 4000)
    sessions = sessions_in(tmp_path)
    with pytest.raises(JournalDamaged) as caught:
        sessions.resume(host.session_id)
    (listed,) = sessions.list()
    assert (listed.path, listed.status) == (caught.value.set_aside, Status.DAMAGED)
    assert listed.date == date(2026, 11, 20)
    with pytest.raises(JournalDamaged):
        sessions.resume(listed.id)
    sessions.delete(listed.id)
    assert sessions.list() == ()
    assert list(sessions.folder.iterdir()) == []


def test_a_session_in_use_is_listed_as_such(tmp_path: Path) -> None:
    """It can neither be resumed nor deleted while another process plays it."""
    path = file_of(a_session(tmp_path))
    sessions = sessions_in(tmp_path)
    with another_process(PLAYS_ON, str(path)):
        (listed,) = sessions.list()
        assert (listed.status, listed.date) == (Status.IN_USE, date(2026, 11, 20))
        with pytest.raises(JournalInUse):
            sessions.resume(listed.id)
        with pytest.raises(JournalInUse):
            sessions.delete(listed.id)
        assert sessions.delete_all() == (listed,)
    (listed,) = sessions.list()
    assert listed.status is Status.UNFINISHED


def test_a_killed_session_is_listed_and_resumed(tmp_path: Path) -> None:
    """What a kill leaves beside the file counts."""
    path = file_of(a_session(tmp_path))
    play = "import sys, pathlib; from game.core.commands import AcceptRules\n" + PLAYS_ON.replace(
        "print", "host.submit(AcceptRules(None)); print"
    )
    with another_process(play, str(path)):
        pass
    sessions = sessions_in(tmp_path)
    (listed,) = sessions.list()
    assert (listed.status, listed.stage) == (Status.UNFINISHED, Stage.PLAY)
    host = sessions.resume(listed.id)
    assert host.version == 2
    host.close()
    assert list(sessions.folder.iterdir()) == [path]


def test_a_newer_session_is_not_resumed(tmp_path: Path) -> None:
    """It says so, and the file stays."""
    host = a_session(tmp_path)
    run_sql(file_of(host), "PRAGMA user_version = 99")
    sessions = sessions_in(tmp_path)
    with pytest.raises(JournalTooNew):
        sessions.resume(host.session_id)
    (listed,) = sessions.list()
    assert (listed.status, listed.fault) == (Status.NEWER, Fault.TOO_NEW)


def test_a_session_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    """A few signs of the id are enough as long as only one session has them."""
    hosts = [a_session(tmp_path, seed=seed) for seed in (1, 2)]
    sessions = sessions_in(tmp_path)
    for host in hosts:
        assert sessions.find(host.session_id[:6].upper()).id == host.session_id
        assert sessions.find(file_of(host).name).id == host.session_id
    with pytest.raises(NoSuchSession):
        sessions.find("zzz")
    with pytest.raises(AmbiguousSession) as caught:
        sessions.find("")
    assert set(caught.value.ids) == {host.session_id for host in hosts}


def test_deleting_removes_the_file_and_what_lies_beside_it(tmp_path: Path) -> None:
    """Nothing of the session stays, and other sessions do."""
    gone, stays = a_session(tmp_path, seed=1), a_session(tmp_path, seed=2)
    file_of(gone).with_name(f"{file_of(gone).name}-wal").write_bytes("Åsa".encode())
    sessions = sessions_in(tmp_path)
    sessions.delete(gone.session_id)
    assert list(sessions.folder.iterdir()) == [file_of(stays)]
    assert sessions.delete_all() == ()
    assert list(sessions.folder.iterdir()) == []


def test_a_deleted_file_is_overwritten_first(tmp_path: Path) -> None:
    """Another name of the same file shows that only zeros are left of it."""
    host = a_session(tmp_path)
    link = tmp_path / "samma fil"
    os.link(file_of(host), link)
    assert NAMES[0].encode() in link.read_bytes()
    sessions_in(tmp_path).delete(host.session_id)
    assert set(link.read_bytes()) == {0}


def test_old_sessions_are_offered_for_deletion(tmp_path: Path) -> None:
    """Only those that began more than so many months ago."""
    old = a_session(tmp_path, date(2025, 11, 19), 1, finished=True)
    a_session(tmp_path, date(2025, 11, 20), 2)
    a_session(tmp_path, date(2026, 11, 1), 3)
    sessions = sessions_in(tmp_path, date(2026, 11, 20))
    assert [one.id for one in sessions.old(12)] == [old.session_id]
    assert len(sessions.old(0)) == 3
    assert len(sessions_in(tmp_path, date(2026, 12, 31)).old(1)) == 3
    assert len(sessions_in(tmp_path, date(2027, 3, 31)).old(13)) == 2


def test_a_file_with_a_name_of_its_own_is_a_session_too(tmp_path: Path) -> None:
    """People rename files; the session inside is the same."""
    host = a_session(tmp_path)
    file_of(host).rename(file_of(host).with_name("Vår träff.bemotande"))
    sessions = sessions_in(tmp_path)
    (listed,) = sessions.list()
    assert (listed.id, listed.seats) == ("Vår träff", 3)
    again = sessions.resume("Vår träff")
    assert again.timeline == host.timeline
    again.close()


def test_what_a_kill_left_half_made_is_cleared_away_later(tmp_path: Path) -> None:
    """Names in a file that never became a session do not stay; one being made now does."""
    folder = tmp_path / "sessions"
    folder.mkdir()
    left, now = folder / ".2026-11-20-aa.bemotande-new", folder / ".2026-11-20-bb.bemotande-new"
    for path in (left, now):
        path.write_bytes("Åsa".encode())
    moment_s = on(date(2026, 11, 20)).timestamp()
    os.utime(left, (moment_s - 120, moment_s - 120))
    os.utime(now, (moment_s - 5, moment_s - 5))
    assert sessions_in(tmp_path).list() == ()
    assert list(folder.iterdir()) == [now]


def test_a_hundred_sessions_are_listed_without_replaying_them(tmp_path: Path) -> None:
    """A list reads summaries alone: a journal with an event that cannot follow is still listed."""
    path = file_of(a_session(tmp_path))
    run_sql(path, "UPDATE events SET body = '{}'")
    for number in range(100):
        path.with_name(f"2026-11-20-{number:08x}.bemotande").write_bytes(path.read_bytes())
    assert len(sessions_in(tmp_path).list()) == 101
