"""Puts a file in its place whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def write_atomically(
    path: Path, content: str | bytes, *, over: bool = False, is_good: Callable[[Path], bool] | None = None
) -> bool:
    """Write a file so that nobody ever sees half of it; text as UTF-8 with the line breaks it has.

    `over` allows it to take an existing file's place. `is_good` is asked of the finished file, in the same
    folder, before it takes its place; when it says no all is as it was, and False is returned.
    Raises FileExistsError when there is a file and it may not be replaced, and OSError for what a disk can
    do; then nothing is left behind.
    """
    path = Path(path)
    if not over and os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    data = content.encode("utf-8") if isinstance(content, str) else content
    # Hidden, so that nobody's list of decks shows it, and of a short name whatever the file's own length.
    growing = path.parent / f".bemotande-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with growing.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if is_good is not None and not is_good(growing):
            return False
        if over:
            growing.replace(path)
        else:
            _take_free_place(growing, path)
        _sync_folder(path.parent)
    except OSError as error:
        if error.filename == str(growing):
            # People know the file that they asked for, not the hidden one.
            error.filename = str(path)
        raise
    finally:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
    return True


def _take_free_place(growing: Path, path: Path) -> None:
    """Give the file its name unless somebody else has taken it in the meantime."""
    try:
        path.hardlink_to(growing)
    except FileExistsError:
        raise
    except OSError:
        # A memory stick or a shared folder without hard links: take the name first, then fill it.
        path.open("xb").close()
        try:
            growing.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _sync_folder(folder: Path) -> None:
    # The name itself must survive a power cut. Windows opens no folders, and some disks refuse: no loss.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
