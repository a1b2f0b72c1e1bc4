"""What can go wrong between a session and its file, with words for the screen.

Nothing here holds a name or a text of anybody's; faults may be logged as they are.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

from game.i18n import N_


class Fault(StrEnum):
    """The reasons why a session's file could not be read or written."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    DISK_ERROR = "disk_error"
    IN_USE = "in_use"
    """Another process, or another window of this one, has the session open."""
    TOO_NEW = "too_new"
    """A newer version of the program made it."""
    DAMAGED = "damaged"
    NOT_OURS = "not_ours"
    """A database of another program that happens to have our suffix."""
    MISSING = "missing"
    CLOSED = "closed"
    """The session was closed or deleted meanwhile."""


WORDS: Final[Mapping[Fault, str]] = {
    Fault.DISK_FULL: N_(
        "Det gick inte att spara: disken är full. Frigör lite plats och försök igen. "
        "Allt fram till nu är sparat."
    ),
    Fault.READ_ONLY: N_("Det gick inte att spara: mappen går bara att läsa, inte att skriva i."),
    Fault.DISK_ERROR: N_(
        "Det gick inte att spara: disken svarade med ett fel. Försök igen. Allt fram till nu är sparat."
    ),
    Fault.IN_USE: N_("Spelomgången är redan öppen i ett annat fönster eller på en annan dator."),
    Fault.TOO_NEW: N_(
        "Spelomgången är gjord med en nyare version av programmet. Uppdatera programmet för att öppna den."
    ),
    Fault.DAMAGED: N_("Spelomgångens fil är skadad. Den ligger kvar under ett annat namn."),
    Fault.NOT_OURS: N_("Filen hör till ett annat program och lämnas i fred."),
    Fault.MISSING: N_("Spelomgångens fil finns inte längre."),
    Fault.CLOSED: N_("Spelomgången är avslutad och stängd."),
}
"""Swedish, to be translated with `game.i18n.translator`."""


class JournalError(Exception):
    """A session's file could not be opened, read or written."""

    def __init__(self, fault: Fault, path: Path, detail: str = "") -> None:
        super().__init__(f"{path.name}: {fault.value}" + (f" ({detail})" if detail else ""))
        self.fault = fault
        self.path = path
        self.detail = detail


class JournalInUse(JournalError):  # noqa: N818 - the name says what is the case, as BlockingIOError does
    """Somebody else has the session open."""

    def __init__(self, path: Path) -> None:
        super().__init__(Fault.IN_USE, path)


class JournalTooNew(JournalError):  # noqa: N818 - the same
    """A newer version of the program made the file; it is untouched."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(Fault.TOO_NEW, path, detail)


class JournalDamaged(JournalError):  # noqa: N818 - the same
    """The file cannot be read as a session. `set_aside` is its new name once it has one."""

    def __init__(self, path: Path, detail: str = "", set_aside: Path | None = None) -> None:
        super().__init__(Fault.DAMAGED, path, detail)
        self.set_aside = set_aside


_FULL = {sqlite3.SQLITE_FULL}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_MISMATCH}
_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""


def from_sqlite(error: sqlite3.Error, path: Path) -> JournalError:
    """The fault that SQLite's error stands for. An error without a code speaks of wrong content."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return JournalDamaged(path, type(error).__name__)
    name = str(getattr(error, "sqlite_errorname", code))
    primary = code & _PRIMARY
    if primary in _BUSY:
        return JournalInUse(path)
    if primary in _DAMAGED:
        return JournalDamaged(path, name)
    if primary == sqlite3.SQLITE_ERROR:
        # Our own statements are right, so a table or column that is missing is the file's fault.
        return JournalDamaged(path, "schema")
    if primary in _FULL:
        return JournalError(Fault.DISK_FULL, path, name)
    if primary in _READ_ONLY:
        return JournalError(Fault.READ_ONLY, path, name)
    return JournalError(Fault.DISK_ERROR, path, name)


_OS_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_OS_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}


def from_os(error: OSError, path: Path) -> JournalError:
    """The fault that the operating system's error stands for."""
    name = errno.errorcode.get(error.errno or 0, "")
    if error.errno in _OS_FULL:
        return JournalError(Fault.DISK_FULL, path, name)
    if error.errno in _OS_READ_ONLY:
        return JournalError(Fault.READ_ONLY, path, name)
    if error.errno == errno.ENOENT:
        return JournalError(Fault.MISSING, path, name)
    return JournalError(Fault.DISK_ERROR, path, name)
