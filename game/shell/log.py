"""A small rotating log in the data folder: versions, commands and refusals by name.

It never holds a name, a text, a deck's words or a path: what it can hold is what its methods take.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

MAX_BYTES = 200_000
KEPT = 2
"""Older log files beside the present one."""


class Log:
    """Appends lines to `bemotande.log`; a log that cannot be written never stops the game."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / "bemotande.log"
        self._turn_over()

    def started(self, version: str, pygame_version: str, driver: str, size: tuple[int, int]) -> None:
        """The program started."""
        self._line(
            f"start bemotande={version} pygame={pygame_version} driver={driver} size={size[0]}x{size[1]}"
        )

    def stopped(self, code: int) -> None:
        """The program stopped with this exit code."""
        self._line(f"stop code={code}")

    def accepted(self, command: str, version: int) -> None:
        """A command was accepted and made this version."""
        self._line(f"accepted {command} version={version}")

    def refused(self, command: str, reason: str, version: int) -> None:
        """A command was refused."""
        self._line(f"refused {command} reason={reason} version={version}")

    def not_saved(self, command: str, fault: str, version: int) -> None:
        """A command could not be saved."""
        self._line(f"not-saved {command} fault={fault} version={version}")

    def crashed(self, kind: str, place: str) -> None:
        """An error of this class at this place stopped the program."""
        self._line(f"crash {kind} at {place}")

    def _line(self, words: str) -> None:
        if self._path is None:
            return
        stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{stamp} {words}\n")
        except OSError:
            self._path = None

    def _turn_over(self) -> None:
        """Begin a new file when this one has grown; done at start, so that a game never waits for it."""
        if self._path is None:
            return
        try:
            if not self._path.exists() or self._path.stat().st_size < MAX_BYTES:
                return
            for number in range(KEPT, 0, -1):
                older = self._path.with_suffix(f".{number}.log")
                newer = self._path if number == 1 else self._path.with_suffix(f".{number - 1}.log")
                if newer.exists():
                    newer.replace(older)
        except OSError:
            self._path = None
