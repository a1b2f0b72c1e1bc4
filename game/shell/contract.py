"""What a director is given: how the game begins, and a window that it may ask things of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from game.screens.base import Preparation


class Watch(Protocol):
    """Tells whether files under some places have changed: see `game.shell.watching`."""

    def start(self) -> None:
        """Begin to watch."""

    def stop(self) -> None:
        """Stop watching."""

    def changed(self) -> bool:
        """Whether something has changed since this was last asked. Never waits."""


class Shell(Protocol):
    """What a director asks of the window around it."""

    def toggle_full_screen(self) -> None:
        """Full screen or window."""

    def open_folder(self) -> str:
        """Show the folder of the user's decks; its path when there is no way to show it, else nothing."""

    def watch(self, places: Sequence[Path]) -> Watch | None:
        """A watch over files and folders that is not begun yet; None when nothing is to be watched."""


@dataclass(frozen=True, slots=True)
class Begin:
    """How a game begins: at the welcome screen unless decks and players, or a session, are named."""

    preparation: Preparation
    screen: str = "welcome"
