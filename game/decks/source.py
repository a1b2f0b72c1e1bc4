"""A deck file's bytes as text, within bounds and with a place for what is not UTF-8."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from game.decks.fault_codes import FaultCode
from game.decks.nodes import NotReadableError
from game.decks.schema import MAX_FILE_BYTES
from game.decks.texts import yaml_safe

_WHOLE_FILE = (1, 1)


def source_of(path: Path) -> str:
    """The text of the file at `path`, with or without a byte order mark.

    Raises `NotReadableError` when it is missing, no ordinary file, too large or not UTF-8.
    """
    content = bytes_of(path, MAX_FILE_BYTES).removeprefix(codecs.BOM_UTF8)
    try:
        return yaml_safe(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        raise NotReadableError(FaultCode.NOT_UTF8, (before.count(b"\n") + 1, column)) from error


def bytes_of(path: Path, most_bytes: int) -> bytes:
    """The content of an ordinary file.

    Raises `NotReadableError` when it is missing, no ordinary file, unreadable or larger than `most_bytes`.
    """
    try:
        # A named pipe or a device could keep us waiting for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotReadableError(FaultCode.NOT_A_FILE, _WHOLE_FILE)
        with path.open("rb") as file:
            content = file.read(most_bytes + 1)
    except FileNotFoundError as error:
        raise NotReadableError(FaultCode.FILE_MISSING, _WHOLE_FILE) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path.
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise NotReadableError(FaultCode.FILE_UNREADABLE, _WHOLE_FILE, {"reason": reason}) from error
    if len(content) > most_bytes:
        limit_mb = most_bytes // 1024**2
        raise NotReadableError(FaultCode.FILE_TOO_LARGE, _WHOLE_FILE, {"limit": limit_mb})
    return content
