"""What the command line can ask of a game, as one value. It knows neither argparse nor the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.core.plan import Preset

EXIT_OK = 0
EXIT_FAULTS = 1
EXIT_USAGE = 2
EXIT_CRASH = 70


class NoDataFolderError(OSError):
    """The data folder cannot be made; `filename` and `strerror` say which and why."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of `play`; None means: as the settings, or the game itself, would have it."""

    decks: tuple[str, ...] = ()
    """Paths or ids."""
    players: tuple[str, ...] = ()
    is_facilitated: bool = False
    preset: Preset | None = None
    cards: int | None = None
    minutes: int | None = None
    """The whole session."""
    theme: str | None = None
    is_motion_reduced: bool | None = None
    language: str | None = None
    is_windowed: bool = False
    size: tuple[int, int] | None = None
    seed: int | None = None
    data_dir: Path | None = None
    is_resuming: bool = False
    session: str = ""
    """Id, or its beginning; empty for the newest unfinished one."""
