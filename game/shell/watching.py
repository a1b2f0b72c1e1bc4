"""Tells when something under some folders or files was saved: a deck, a picture, a sheet.

The system's own watch wakes a thread; what counts is the look of the files before and after, so nothing is
missed while a watch is being set up, and nothing is told twice. Whoever asks never waits, and a watch that
fails only falls silent. It knows neither decks nor screens.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Final

from game.decks.on_disk import is_folder

SUFFIXES: Final = (
    *(".yaml", ".yml", ".xlsx", ".csv", ".tsv", ".txt", ".md"),
    *(".png", ".jpg", ".jpeg", ".webp"),
)
"""What decks, their pictures and the sheets that people write them in are called."""
DEPTH: Final = 2
"""How far below a folder pictures are looked for."""
MOST_FOLDERS: Final = 64
QUIET_MS: Final = 70
"""An editor writes a file in several goes; so long must nothing have happened."""
LONGEST_MS: Final = 600
"""A file that is written without end is told of this often."""
LOOK_AGAIN_MS: Final = 500
"""How soon a folder is seen that was not there, or that came back as another."""
STOPS_WITHIN_S: Final = 1.0

_Look = dict[Path, tuple[int, int, int]]
"""Path → when it was changed (ns), its size in bytes, and which file it is."""
_Folders = dict[Path, tuple[int, int]]
"""Path → which folder it is."""


class DeckWatch:
    """Watches files, and folders with what lies in them. A place need not exist yet, and may vanish."""

    def __init__(self, places: Sequence[Path]) -> None:
        self._places = tuple(places)
        self._seen: _Look = {}
        self._changed = Event()
        self._stopped = Event()
        self._thread: Thread | None = None
        self._has_failed = False

    @property
    def is_working(self) -> bool:
        """Whether changes are seen; False before the start, and when the system gave no watch."""
        return self._thread is not None and not self._has_failed and not self._stopped.is_set()

    def start(self) -> None:
        """Begin; every change from here on is seen. Does nothing the second time."""
        if self._thread is None:
            self._seen = _look(self._places)
            self._thread = Thread(target=self._run, name="deck watch", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """End; waits for the thread a moment at most."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(STOPS_WITHIN_S)

    def changed(self) -> bool:
        """Whether something has changed since the last time that this was asked. Never waits."""
        if not self._changed.is_set():
            return False
        self._changed.clear()
        return True

    def _run(self) -> None:
        try:
            while not self._stopped.is_set():
                self._watch(_folders(self._places))
        except Exception:  # Whatever a system's watch comes up with, the game goes on without it.
            self._has_failed = True

    def _watch(self, folders: _Folders) -> None:
        """Watch these folders until they are no longer the ones to watch."""
        if not folders:
            self._stopped.wait(LOOK_AGAIN_MS / 1000)
            self._compare()
            return
        # Imported when used: it takes 27 ms, which nobody who only plays should wait for.
        from watchfiles import watch

        is_new = True
        for changes in watch(
            *folders,
            watch_filter=None,
            debounce=LONGEST_MS,
            step=QUIET_MS,
            stop_event=self._stopped,
            rust_timeout=LOOK_AGAIN_MS,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
            ignore_permission_denied=True,
        ):
            if changes or is_new:
                # What happened while the watch was being set up shows here too.
                self._compare()
                if _folders(self._places) != folders:
                    return
            elif _identities((*folders, *_tops(self._places))) != folders:
                self._compare()
                return
            is_new = False

    def _compare(self) -> None:
        look = _look(self._places)
        if look != self._seen:
            self._seen = look
            self._changed.set()


def _tops(places: Sequence[Path]) -> list[Path]:
    """The folders that the places are or lie in."""
    return [place if is_folder(place) else place.parent for place in places]


def _folders(places: Sequence[Path]) -> _Folders:
    """Every folder to watch."""
    return _identities((*_tops(places), *(folder for place in places for folder in _tree(place))))


def _identities(folders: Iterable[Path]) -> _Folders:
    """Those of the folders that exist: one that was moved away and made anew is another."""
    found: _Folders = {}
    for folder in folders:
        with suppress(OSError, ValueError):
            status = folder.stat()
            if stat.S_ISDIR(status.st_mode):
                found[folder] = (status.st_dev, status.st_ino)
    return found


def _tree(top: Path) -> list[Path]:
    """A folder and those below it, as far as they are watched; nothing when it is no folder."""
    found = [top] if is_folder(top) else []
    depths = [0]
    for at, folder in enumerate(found):
        if depths[at] < DEPTH and len(found) < MOST_FOLDERS:
            below = [Path(entry) for entry in _entries(folder) if _counts_as_folder(entry)]
            found += below[: MOST_FOLDERS - len(found)]
            depths += [depths[at] + 1] * (len(found) - len(depths))
    return found


def _counts_as_folder(entry: os.DirEntry[str]) -> bool:
    return not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)


def _look(places: Sequence[Path]) -> _Look:
    """How the files under the places look now."""
    look: _Look = {}
    for place in places:
        folders = _tree(place)
        inside = [Path(entry) for folder in folders for entry in _entries(folder) if _counts(entry.name)]
        for path in inside if folders else [place]:
            with suppress(OSError, ValueError):
                status = path.stat()
                if stat.S_ISREG(status.st_mode):
                    look[path] = (status.st_mtime_ns, status.st_size, status.st_ino)
    return look


def _counts(name: str) -> bool:
    """Whether a file of that name may be part of a deck; not what editors put beside it."""
    return not name.startswith((".", "~")) and name.lower().endswith(SUFFIXES)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except (OSError, ValueError):
        return []
