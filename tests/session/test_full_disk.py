"""A disk that is full or read-only: nothing is shown that is not saved, and play goes on after it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.core import commands as cmd
from game.session.faults import Fault, JournalError
from game.session.host import Accepted, NotSaved
from game.session.sessions import Sessions, Status
from tests.session.building import clock, file_of, new_host, open_session, resume
from tests.session.damaging import ROOT
from tests.session.playing import RandomGroup, digest

FILES_MAY_NOT_GROW = """
import resource, sys
from pathlib import Path
from game.core import commands as cmd
from game.session.host import Accepted, NotSaved
from tests.session.building import file_of, opened
from tests.session.playing import RandomGroup, digest

host = opened(Path(sys.argv[1]))
RandomGroup(host, 1).accept(10)
log = file_of(host).with_name(file_of(host).name + "-wal")
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + int(sys.argv[2]), most))
accepted = 0
while True:
    before = host.timeline
    answer = host.submit(cmd.RenameSeat(before.state.seats[0].id, host.new_text(f"Gäst {accepted}")))
    if isinstance(answer, NotSaved):
        break
    assert isinstance(answer, Accepted), answer
    accepted += 1
assert host.timeline is before
draft = host.save_draft({"words": "å" * 9000})
assert isinstance(draft, NotSaved) and host.draft.get("words") != "å" * 9000
again = host.submit(cmd.RenameSeat(before.state.seats[0].id, host.new_text("Igen")))
assert isinstance(again, NotSaved) and host.timeline is before
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY if most < 0 else most, most))
answer = host.submit(cmd.RenameSeat(before.state.seats[0].id, host.new_text("Efteråt")))
assert isinstance(answer, Accepted), answer
assert host.version == before.version + 1
assert host.close() is None
print(accepted, host.version, digest(host.state))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="RLIMIT_FSIZE is a POSIX limit")
@pytest.mark.parametrize("room_bytes", [0, 5000, 9000, 30000])
def test_when_files_may_not_grow_the_state_stays_and_play_goes_on_after(
    tmp_path: Path, room_bytes: int
) -> None:
    """Not saved means not shown; when there is room again the next command is accepted."""
    run = subprocess.run(
        [sys.executable, "-c", FILES_MAY_NOT_GROW, str(tmp_path), str(room_bytes)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    _, version, state = run.stdout.split()
    (path,) = tmp_path.iterdir()
    host = resume(path)
    assert (host.version, digest(host.state)) == (int(version), state)
    host.close()


def _mount(*arguments: str) -> bool:
    mount = shutil.which("mount")
    if mount is None or sys.platform != "linux" or os.geteuid() != 0:
        return False
    return subprocess.run([mount, *arguments], capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB of its own; needs a system that lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not _mount("-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)):
        pytest.skip("needs the right to mount a small tmpfs")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=False)


def test_a_full_disk_is_named_and_left_as_it_was(small_disk: Path) -> None:
    """The reason is the full disk; after tidying up, play goes on, and the file is whole."""
    host = new_host(small_disk / "sessions")
    open_session(host, cards=6)
    filler = small_disk / "holiday.jpg"
    filler.write_bytes(b"\0" * 1000 * int(shutil.disk_usage(small_disk).free // 1000 - 30))
    answer: object = None
    group = RandomGroup(host, 2)
    for _ in range(2000):
        before = host.timeline
        answer = group.act()
        if isinstance(answer, NotSaved):
            break
    assert answer == NotSaved(Fault.DISK_FULL)
    assert host.timeline is before
    filler.unlink()
    seat = before.states[-1].seats[0].id
    last = host.submit(cmd.MarkAway(seat)) if before.states[-1].seats[0].is_present else None
    assert last is None or isinstance(last, Accepted)
    host.save_draft(None)
    assert host.close() is None
    again = resume(file_of(host))
    assert digest(again.state) == digest(host.state)
    again.close()


def test_a_session_does_not_begin_on_a_full_disk(small_disk: Path) -> None:
    """A session that cannot be saved is not begun, and no half file stays."""
    filler = small_disk / "holiday.jpg"
    filler.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - 8192))
    host = new_host(small_disk)
    with pytest.raises(AssertionError, match="disk_full"):
        open_session(host)
    assert (host.version, host.path) == (0, None)
    assert list(small_disk.iterdir()) == [filler]
    filler.unlink()
    assert open_session(host).version == 1
    host.close()


def test_a_read_only_folder_is_named_and_can_be_listed(small_disk: Path) -> None:
    """Sessions on a read-only disk are listed, but cannot be played on or begun."""
    data = small_disk / "data"
    host = new_host(data / "sessions")
    open_session(host)
    host.close()
    path = file_of(host)
    assert _mount("-o", "remount,ro", str(small_disk))
    sessions = Sessions(data, now=clock().__next__)
    (listed,) = sessions.list()
    assert (listed.status, listed.seats) == (Status.UNFINISHED, 3)
    with pytest.raises(JournalError) as caught:
        sessions.resume(listed.id)
    assert caught.value.fault is Fault.READ_ONLY
    with pytest.raises(JournalError) as caught:
        sessions.delete(listed.id)
    assert caught.value.fault is Fault.READ_ONLY
    with pytest.raises(AssertionError, match="read_only"):
        open_session(sessions.new())
    assert _mount("-o", "remount,rw", str(small_disk))
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    again = resume(path)
    assert again.timeline == host.timeline
    again.close()
