"""The database in a session's file: its marks, its tables, and looking at it without a trace.

How the tables are filled is the journal's; nothing here writes.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Final

from game.session import files
from game.session.codec import Json, NewerEvent, check_known
from game.session.faults import Fault, JournalDamaged, JournalError, JournalTooNew, from_os, from_sqlite

APPLICATION_ID: Final = 0x42656D6F
"""`Bemo` in SQLite's header: how a file of ours is told from other databases."""
SCHEMA_VERSION: Final = 1
BUSY_S: Final = 0.25
"""How long to wait for somebody who only looks at the file, before calling it in use."""

TABLES: Final = {
    "commands": "(number INTEGER PRIMARY KEY, at TEXT NOT NULL, source TEXT NOT NULL)",
    "events": "(command INTEGER NOT NULL REFERENCES commands (number), position INTEGER NOT NULL,"
    " type TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (command, position))",
    "texts": "(id TEXT PRIMARY KEY NOT NULL, body TEXT)",
    "draft": "(one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL)",
    "summary": "(one INTEGER PRIMARY KEY CHECK (one = 1), body TEXT NOT NULL)",
}


def glance(path: Path, *, busy_s: float = 0.0) -> dict[str, Json]:
    """The summary of a session's file, which stays untouched byte for byte.

    Raises JournalInUse, JournalTooNew, JournalDamaged (nothing is set aside here), or
    JournalError for a file that is missing, not ours or not readable.
    """
    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        raise from_os(error, path) from error
    if size_bytes == 0:
        raise JournalDamaged(path, "empty")
    try:
        return _glance(path, "ro", busy_s)
    except sqlite3.Error as error:
        # A kill in the middle of closing leaves a rollback journal, which only a writer can play back.
        if not path.with_name(f"{path.name}-journal").exists():
            raise from_sqlite(error, path) from error
    try:
        return _glance(path, "rw", busy_s)
    except sqlite3.Error as error:
        raise from_sqlite(error, path) from error


def _glance(path: Path, mode: str, busy_s: float) -> dict[str, Json]:
    db = connect(path, mode, busy_s)
    try:
        db.execute("PRAGMA trusted_schema = OFF")
        if read_pragma(db, "application_id") != APPLICATION_ID:
            raise JournalError(Fault.NOT_OURS, path)
        schema = read_pragma(db, "user_version")
        if not isinstance(schema, int) or schema < 1:
            raise JournalDamaged(path, "schema version")
        if schema > SCHEMA_VERSION:
            raise JournalTooNew(path, f"schema {schema}")
        for name, version in db.execute("SELECT DISTINCT type, version FROM events"):
            if not isinstance(name, str) or not isinstance(version, int):
                raise JournalDamaged(path, "event type")
            try:
                check_known(name, version)
            except NewerEvent as error:
                raise JournalTooNew(path, str(error)) from error
        row = db.execute("SELECT body FROM summary").fetchone()
        return read_object(row[0]) if row is not None else {}
    except ValueError as error:
        raise JournalDamaged(path, "summary") from error
    finally:
        db.close()


def connect(path: Path, mode: str, busy_s: float) -> sqlite3.Connection:
    """A connection that opens no transaction by itself; `mode` is `ro` or `rw`. Raises sqlite3.Error."""
    return sqlite3.connect(files.sqlite_uri(path, mode), uri=True, timeout=busy_s, isolation_level=None)


def read_pragma(db: sqlite3.Connection, name: str) -> int | str:
    """What SQLite says that a pragma is."""
    value = db.execute(f"PRAGMA {name}").fetchone()[0]
    return value if isinstance(value, int) else str(value)


def read_object(body: object) -> dict[str, Json]:
    """The JSON object in a cell. Raises ValueError when there is none."""
    content = json.loads(body) if isinstance(body, str) else None
    if not isinstance(content, dict):
        raise ValueError("not a JSON object")
    return content


def check_whole(db: sqlite3.Connection, path: Path) -> None:
    """Raise JournalDamaged unless SQLite finds every page whole and the tables are ours."""
    if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise JournalDamaged(path, "integrity")
    if db.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise JournalDamaged(path, "foreign key")
    found = db.execute("SELECT name, type FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    if set(found) != {(table, "table") for table in TABLES}:
        raise JournalDamaged(path, "tables")
