"""The journal: one SQLite file a session, to which accepted commands' events are appended.

A command is on the disk, all of it, before `append` returns; when it cannot be, the file is as it
was. Words lie in a table of their own. The lock is SQLite's own exclusive one, so a kill frees it.
This module knows events only through the codec, and nothing of rules or screens.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, TypeVar

from game.core import events as ev
from game.core.words import TextId
from game.session import files
from game.session.codec import Json, NewerEvent, UndecodableEvent, decode, encode
from game.session.database import (
    APPLICATION_ID,
    BUSY_S,
    SCHEMA_VERSION,
    TABLES,
    check_whole,
    connect,
    glance,
    read_object,
    read_pragma,
)
from game.session.faults import JournalDamaged, JournalError, JournalTooNew, from_os, from_sqlite

_PRAGMAS: Final = (
    "trusted_schema = OFF",  # the file may have come by mail
    "temp_store = MEMORY",  # no words in the folder for temporary files
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS; elsewhere it changes nothing
    "checkpoint_fullfsync = ON",
    "secure_delete = ON",
    "foreign_keys = ON",
)
_SHOWN_PRAGMAS: Final = (
    "application_id",
    "user_version",
    "journal_mode",
    "synchronous",
    "locking_mode",
    "secure_delete",
    "foreign_keys",
)

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Entry:
    """One accepted command as the journal keeps it."""

    number: int
    """The version that it led to; the first is 1."""
    at: str
    """When, in UTC by the minute: closer times would show how long anybody spoke."""
    source: str
    events: tuple[ev.Event, ...]


class Journal:
    """An open journal. It belongs to the thread that opened it."""

    def __init__(self, path: Path, db: sqlite3.Connection, last: int) -> None:
        self.path = path
        self._db = db
        self._last = last

    @classmethod
    def create(
        cls,
        path: Path,
        events: Sequence[ev.Event],
        *,
        at: datetime,
        source: str,
        summary: Mapping[str, Json],
    ) -> Journal:
        """A new file with the first command in it; the name appears when all of it is there.

        Raises JournalError, and then there is no file.
        """
        growing = path.with_name(f".{path.stem}{files.UNFINISHED_SUFFIX}")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if path.exists():
                raise FileExistsError(f"{path.name} exists")
            growing.touch(mode=0o600)
            db = connect(growing, "rw", BUSY_S)
            try:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                for table, columns in TABLES.items():
                    db.execute(f"CREATE TABLE {table} {columns}")
                cls(growing, db, 0).append(1, events, at=at, source=source, summary=summary)
            finally:
                db.close()
            growing.rename(path)
            files.sync_folder(path.parent)
        except (OSError, sqlite3.Error, JournalError) as error:
            with suppress(JournalError):
                files.shred(growing)
            raise _as_fault(error, path) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open a file for playing on. Only one process at a time can.

        Raises JournalInUse at once, JournalTooNew with the file untouched, JournalDamaged after
        setting the file aside, or JournalError.
        """
        try:
            glance(path, busy_s=BUSY_S)
            return cls._open(path)
        except JournalDamaged as error:
            raise JournalDamaged(path, error.detail, files.set_aside(path)) from error

    @classmethod
    def _open(cls, path: Path) -> Journal:
        db: sqlite3.Connection | None = None
        try:
            db = connect(path, "rw", BUSY_S)
            for pragma in _PRAGMAS:
                db.execute(f"PRAGMA {pragma}")
            check_whole(db, path)
            last = db.execute("SELECT max(number) FROM commands").fetchone()[0]
            if not isinstance(last, int):
                raise JournalDamaged(path, "no commands")
        except sqlite3.Error as error:
            if db is not None:
                db.close()
            raise from_sqlite(error, path) from error
        except JournalError:
            if db is not None:
                db.close()
            raise
        return cls(path, db, last)

    def append(
        self,
        version: int,
        events: Sequence[ev.Event],
        *,
        at: datetime,
        source: str,
        summary: Mapping[str, Json],
    ) -> None:
        """Put one command's events on the disk, in one transaction with their words.

        `version` is the one that the command leads to. The words of texts that the events erase
        go with it. Raises JournalError with the file as it was, and it may be tried again.
        Raises ValueError for a version out of order or new words under an old id.
        """
        if version != self._last + 1 or not events:
            raise ValueError(f"version {version} cannot follow {self._last}")
        stored = [encode(event) for event in events]
        erased = [text for event in events if isinstance(event, ev.TextsErased) for text in event.texts]

        def write() -> None:
            minute = at.isoformat(timespec="minutes")
            self._db.execute("INSERT INTO commands VALUES (?, ?, ?)", (version, minute, source))
            for position, event in enumerate(stored):
                self._db.execute(
                    "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
                    (version, position, event.type, event.version, event.body),
                )
                for text, body in event.words.items():
                    self._keep_words(text, body)
            self._db.executemany("UPDATE texts SET body = NULL WHERE id = ?", [(text,) for text in erased])
            self._replace_row("summary", summary)

        self._in_transaction(write)
        self._last = version
        if erased:
            self._empty_log()

    def _keep_words(self, text: TextId, body: str | None) -> None:
        row = self._db.execute("SELECT body FROM texts WHERE id = ?", (text,)).fetchone()
        if row is None:
            self._db.execute("INSERT INTO texts VALUES (?, ?)", (text, body))
        elif row[0] != body:
            raise ValueError("a text never gets other words; a new text has a new id")

    def read(self) -> tuple[Entry, ...]:
        """Every command from the first. Raises JournalDamaged for a gap or what is no event."""
        try:
            words = {TextId(text): body for text, body in self._db.execute("SELECT id, body FROM texts")}
            rows = self._db.execute(
                "SELECT number, at, source, position, type, version, body FROM commands"
                " LEFT JOIN events ON command = number ORDER BY number, position"
            ).fetchall()
            entries: list[Entry] = []
            for (number, at, source), group in groupby(rows, key=itemgetter(0, 1, 2)):
                events = [row[3:] for row in group]
                if number != len(entries) + 1 or [row[0] for row in events] != list(range(len(events))):
                    raise JournalDamaged(self.path, f"gap at command {number}")
                decoded = tuple(decode(name, version, body, words) for _, name, version, body in events)
                entries.append(Entry(number, at, source, decoded))
        except sqlite3.Error as error:
            raise from_sqlite(error, self.path) from error
        except (UndecodableEvent, TypeError) as error:
            raise JournalDamaged(self.path, str(error)) from error
        except NewerEvent as error:
            raise JournalTooNew(self.path, str(error)) from error
        return tuple(entries)

    def text_ids(self) -> frozenset[TextId]:
        """The ids of all texts, the erased ones included. Raises JournalError."""
        return self._text_ids("SELECT id FROM texts")

    def texts_with_words(self) -> frozenset[TextId]:
        """The ids of the texts whose words are kept. Raises JournalError."""
        return self._text_ids("SELECT id FROM texts WHERE body IS NOT NULL")

    def _text_ids(self, question: str) -> frozenset[TextId]:
        try:
            return frozenset(TextId(row[0]) for row in self._db.execute(question))
        except sqlite3.Error as error:
            raise from_sqlite(error, self.path) from error

    # --- the draft

    def draft(self) -> dict[str, Json]:
        """What was being typed; empty when there is nothing. An unreadable draft is no draft."""
        try:
            row = self._db.execute("SELECT body FROM draft").fetchone()
            return read_object(row[0]) if row is not None else {}
        except (sqlite3.Error, ValueError):
            return {}

    def save_draft(self, draft: Mapping[str, Json]) -> None:
        """Keep what is being typed in place of what was; an empty one clears it. Raises JournalError."""
        self._in_transaction(lambda: self._replace_row("draft", draft))

    # --- leaving

    def close(self) -> None:
        """Make it one plain file again, which can be mailed, and let go of it.

        Raises JournalError when the disk refuses; then the file beside it holds the rest, nothing
        is lost, and the journal is let go of all the same.
        """
        try:
            erased = self._db.execute("SELECT 1 FROM texts WHERE body IS NULL LIMIT 1").fetchone()
            if erased is not None:
                # Zeroed cells are not enough: a page that was split may hold an old copy of one.
                self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as error:
            raise from_sqlite(error, self.path) from error
        finally:
            with suppress(sqlite3.Error):
                self._db.close()
        try:
            for leftover in files.beside(self.path):
                # SQLite leaves an empty index behind when somebody looked at a file after a kill.
                if leftover.name.endswith("-shm"):
                    leftover.unlink(missing_ok=True)
            files.sync_file(self.path)
        except OSError as error:
            raise from_os(error, self.path) from error

    def delete(self) -> None:
        """Remove the session for good. Raises JournalError when the folder does not allow it."""
        with suppress(sqlite3.Error):
            self._db.close()
        files.shred(self.path)

    def set_aside(self) -> Path | None:
        """Let go of a journal that turned out to be damaged, and give its file another name."""
        self.let_go()
        return files.set_aside(self.path)

    def let_go(self) -> None:
        """Close without tidying."""
        with suppress(sqlite3.Error):
            self._db.close()

    # --- inside

    def pragmas(self) -> dict[str, int | str]:
        """How SQLite says that the file is run, read back from the live connection."""
        return {name: read_pragma(self._db, name) for name in _SHOWN_PRAGMAS}

    def _in_transaction(self, write: Callable[[], Result]) -> Result:
        try:
            self._db.execute("BEGIN IMMEDIATE")
            result = write()
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise from_sqlite(error, self.path) from error
        except BaseException:
            self._roll_back()
            raise
        return result

    def _roll_back(self) -> None:
        if self._db.in_transaction:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")

    def _replace_row(self, table: str, content: Mapping[str, Json]) -> None:
        self._db.execute(f"DELETE FROM {table}")
        if content:
            body = json.dumps(dict(content), ensure_ascii=False, separators=(",", ":"))
            self._db.execute(f"INSERT INTO {table} VALUES (1, ?)", (body,))

    def _empty_log(self) -> None:
        """Take erased words out of the write-ahead log too, as far as the disk lets us now."""
        with suppress(sqlite3.Error):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _as_fault(error: Exception, path: Path) -> JournalError:
    if isinstance(error, JournalError):
        return error
    if isinstance(error, sqlite3.Error):
        return from_sqlite(error, path)
    assert isinstance(error, OSError), "nothing else is caught"
    return from_os(error, path)
