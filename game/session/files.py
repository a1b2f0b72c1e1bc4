"""Session files as files: their names, setting one aside, removing one for good.

Never open the file of a running session here or anywhere else but through SQLite: on POSIX,
closing any handle of a file drops the locks that the process holds on it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import quote

from game.core.state import SessionId
from game.session.faults import from_os

SUFFIX: Final = ".bemotande"
ASIDE: Final = ".skadad-"
"""A damaged file's new name is the old one, this, and a number."""
UNFINISHED_SUFFIX: Final = ".bemotande-new"
"""A file on its way to its name; a kill at that moment leaves it behind."""
_SIDECARS: Final = ("-wal", "-shm", "-journal")
_CHUNK_BYTES: Final = 1 << 20


def file_name(day: date, session: SessionId) -> str:
    """A session's file name: the day and a short id, and nobody's name."""
    return f"{day.isoformat()}-{session}{SUFFIX}"


def parse_name(path: Path) -> tuple[date, str] | None:
    """The day and the id in a file name, set aside or not; None for a name of another kind."""
    stem = path.name.partition(SUFFIX)[0]
    try:
        return date.fromisoformat(stem[:10]), stem[11:]
    except ValueError:
        return None


def is_set_aside(path: Path) -> bool:
    """Whether that is the name of a damaged session that was set aside (not a file beside it)."""
    _, mark, number = path.name.partition(f"{SUFFIX}{ASIDE}")
    return bool(mark) and number.isdigit()


def sqlite_uri(path: Path, mode: str) -> str:
    """The URI by which SQLite opens the file; `mode` is `ro`, `rw` or `rwc`."""
    posix = path.absolute().as_posix()
    if not posix.startswith("/"):
        posix = f"/{posix}"  # C:/… on Windows
    return f"file://{quote(posix, safe='/:')}?mode={mode}"


def beside(path: Path) -> Iterator[Path]:
    """The files that SQLite may have put beside a database."""
    for ending in _SIDECARS:
        yield path.with_name(path.name + ending)


def sync_folder(folder: Path) -> None:
    """Make names in the folder last through a power cut, where the system has a way to do that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make the file's contents and its name last through a power cut."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(path.parent)


def set_aside(path: Path) -> Path | None:
    """Give a damaged file, and what lies beside it, a name that no session has.

    Nothing is deleted. Returns the new path, or None when the folder does not allow it.
    """
    number = 1
    while (target := path.with_name(f"{path.name}{ASIDE}{number}")).exists():
        number += 1
    try:
        path.rename(target)
        for old, new in zip(beside(path), beside(target), strict=True):
            if old.exists():
                old.rename(new)
        sync_folder(path.parent)
    except OSError:
        return target if target.exists() else None
    return target


def shred(path: Path) -> None:
    """Overwrite a file, and what lies beside it, with zeros, and remove them.

    On disks that write elsewhere each time (SSD) the zeros may not reach the old cells; that is
    the disk's own secret. Raises JournalError; a file that is not there is no fault.
    """
    for victim in (*beside(path), path):
        try:
            if victim.exists():
                _overwrite(victim)
                victim.unlink()
        except OSError as error:
            raise from_os(error, path) from error
    try:
        sync_folder(path.parent)
    except OSError as error:
        raise from_os(error, path) from error


def _overwrite(path: Path) -> None:
    left = path.stat().st_size
    with path.open("rb+") as file:
        while left > 0:
            left -= file.write(bytes(min(left, _CHUNK_BYTES)))
        file.flush()
        os.fsync(file.fileno())
