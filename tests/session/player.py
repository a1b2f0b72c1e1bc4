"""A process that plays at random until it is killed; for the kill test, never imported by it.

    python -m tests.session.player FOLDER SEED STATEMENT

After each accepted command, and so after its commit, it writes the version and a fingerprint of
the state. STATEMENT is the number of the SQL statement, counted from the start, at whose beginning
it kills itself, after writing the statement's first word to standard error; 0 leaves the killing
to others. The product knows nothing of this: the count
hangs on SQLite's own trace of the connections that are made here.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

from game.session.host import Accepted
from tests.session.building import new_host
from tests.session.playing import ACTS, RandomGroup, digest

connect = sqlite3.connect


def kill_at(statement: int) -> None:
    """Let this process die, as by `kill -9`, when SQLite begins that statement."""
    count = 0

    def on_statement(sql: str) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.write(2, f"{sql.split()[0]}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*arguments, **options)
        db.set_trace_callback(on_statement)
        return db

    sqlite3.connect = traced  # type: ignore[assignment]  # this process alone, for its short life


def main(folder: str, seed: str, statement: str) -> None:
    """Play until killed; a player that has played to the end waits for that."""
    if int(statement):
        kill_at(int(statement))
    host = new_host(Path(folder), int(seed))
    group = RandomGroup(host, int(seed))
    for _ in range(ACTS):
        if isinstance(group.act(), Accepted):
            print(host.version, digest(host.state), flush=True)
    if not int(statement):
        sys.stdin.read()  # which ends when the one who was to kill is gone


if __name__ == "__main__":
    main(*sys.argv[1:])
