"""Ways to look into, and to damage, a session's file behind the program's back."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_sql(path: Path, *statements: str) -> None:
    """Change a closed session's file with plain SQL."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            db.execute(statement)


def look(path: Path, question: str) -> list[tuple[object, ...]]:
    """What a closed session's file answers."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(question).fetchall()


def fingerprints(folder: Path) -> dict[str, str]:
    """Every file in a folder that is more than an index, and what is in it."""
    return {
        path.name: sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if not path.name.endswith("-shm")  # the index of the log, which every reader makes anew
    }


@contextmanager
def another_process(code: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Python running `code` until the block ends; it has said its first line when the block begins."""
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


PLAYS_ON = """
import sys
from pathlib import Path
from game.session.host import Host
host = Host.resume(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.read()
"""
"""Opens the session whose path is the first argument, and holds it until it is killed."""
