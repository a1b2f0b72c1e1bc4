"""Where people's sheets usually lie, and what files dropped on the window are. Only names are looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import platformdirs

from game.decks import DECK_SUFFIXES
from game.decks.on_disk import is_folder
from game.i18n import Translator
from game.screens.base import SheetChoice
from game.shell.storage import datein_words

MOST_SHEETS: Final = 30
MOST_LOOKED_AT: Final = 5_000
"""A folder of downloads may hold anything; no more of its files than this are looked at."""
TOLD_ABOUT: Final = (".xls", ".xlsb", ".xlsm", ".ods", ".numbers")
"""Sheets that are not listed, but that reading says in words what to do about."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped on the window, by what can be done with it."""

    decks: tuple[Path, ...]
    """Deck files, and folders that hold some."""
    sheets: tuple[Path, ...]
    empty_folders: tuple[Path, ...]
    others: tuple[Path, ...]


def sheet_suffixes() -> tuple[str, ...]:
    """The endings of files that cards are fetched from."""
    from game.decks.sheets import SHEET_SUFFIXES

    return tuple(SHEET_SUFFIXES)


def sorted_out(paths: Iterable[Path]) -> Dropped:
    """Look at each path. Never raises."""
    decks: list[Path] = []
    sheets: list[Path] = []
    empty: list[Path] = []
    others: list[Path] = []
    readable = (*sheet_suffixes(), *TOLD_ABOUT)
    for path in paths:
        suffix = path.suffix.lower()
        if is_folder(path):
            names = [entry.name for entry in _entries(path)]
            has_decks = any(Path(name).suffix.lower() in DECK_SUFFIXES for name in names)
            (decks if has_decks else empty).append(path)
        elif suffix in DECK_SUFFIXES:
            decks.append(path)
        elif suffix in readable:
            sheets.append(path)
        else:
            others.append(path)
    return Dropped(tuple(decks), tuple(sheets), tuple(empty), tuple(others))


def usual_folders(own_folder: Path, _: Translator) -> list[tuple[Path, str]]:
    """The folders that sheets are looked for in, with what they are called."""
    found = [(own_folder, _("mappen med egna lekar"))]
    for folder, words in (
        (platformdirs.user_downloads_dir(), _("hämtade filer")),
        (platformdirs.user_desktop_dir(), _("skrivbordet")),
    ):
        found.append((Path(folder), words))
    return found


def find_sheets(folders: Sequence[tuple[Path, str]], _: Translator) -> tuple[SheetChoice, ...]:
    """The newest sheets that lie in the folders themselves, the newest first. Never raises."""
    suffixes = sheet_suffixes()
    found: dict[Path, tuple[float, str]] = {}
    for folder, words in folders:
        for entry in _entries(folder):
            if entry.name.startswith((".", "~")) or not entry.name.lower().endswith(suffixes):
                continue
            with suppress(OSError, ValueError):
                if entry.is_file():
                    found.setdefault(Path(entry.path), (entry.stat().st_mtime, words))
    newest = sorted(found.items(), key=lambda pair: (-pair[1][0], pair[0].name.casefold()))
    return tuple(
        SheetChoice(path, words, datein_words(datetime.fromtimestamp(saved).date(), _))
        for path, (saved, words) in newest[:MOST_SHEETS]
    )


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry, _count in zip(entries, range(MOST_LOOKED_AT), strict=False)]
    except (OSError, ValueError):
        return []
