"""What a director is given: how the game begins, and a window that it may ask things of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from game.screens.base import Preparation


class Shell(Protocol):
    """What a director asks of the window around it."""

    def toggle_full_screen(self) -> None:
        """Full screen or window."""

    def open_folder(self) -> str:
        """Show the folder of the user's decks; its path when there is no way to show it, else nothing."""


@dataclass(frozen=True, slots=True)
class Begin:
    """How a game begins: at the welcome screen unless decks and players, or a session, are named."""

    preparation: Preparation
    screen: str = "welcome"
