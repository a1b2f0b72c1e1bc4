"""Whether a card's picture may be shown: in the deck's folder, of a known type, within bounds.

Only the head of a file is read, and only to learn how many pixels it would unpack to.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import NamedTuple

from game.decks.fault_codes import FaultCode
from game.decks.schema import PICTURE_PATTERN

MAX_PICTURE_BYTES = 5 * 1024 * 1024
MAX_PICTURE_MEGAPIXELS = 25
PICTURE_BOUNDS = {"megabytes": MAX_PICTURE_BYTES // 1024**2, "megapixels": MAX_PICTURE_MEGAPIXELS}
"""What the words for a picture that may not be shown ask for."""
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".webp")

_PATTERN = re.compile(PICTURE_PATTERN)
# Cameras write up to a few hundred kB of notes before a JPEG says its size.
_HEAD_BYTES = 1024 * 1024


class PictureSize(NamedTuple):
    """How large a picture is, unpacked and in its file."""

    width_px: int
    height_px: int
    bytes: int


def picture_fault(folder: Path, written: str) -> FaultCode | None:
    """What is wrong with the picture `written` on a card of a deck in `folder`; None when it may be shown.

    `PICTURE_MISSING` is no more than a warning. Never raises, and follows no path out of the folder.
    """
    seen = _look(folder, written)
    return seen if isinstance(seen, FaultCode) else None


def picture_size(folder: Path, written: str) -> PictureSize | None:
    """How large a picture is; None when it may not be shown. Never raises."""
    seen = _look(folder, written)
    return seen if isinstance(seen, PictureSize) else None


def _look(folder: Path, written: str) -> FaultCode | PictureSize:
    if not _PATTERN.fullmatch(written):
        has_suffix = written.lower().endswith(PICTURE_SUFFIXES)
        return FaultCode.PICTURE_OUTSIDE if has_suffix or ":" in written else FaultCode.PICTURE_TYPE
    try:
        real = (folder / written).resolve()
        if not real.is_relative_to(folder.resolve()):
            return FaultCode.PICTURE_OUTSIDE
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            return FaultCode.PICTURE_TYPE
        if status.st_size > MAX_PICTURE_BYTES:
            return FaultCode.PICTURE_TOO_LARGE
        with real.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a loop of symbolic links.
        return FaultCode.PICTURE_MISSING
    size = _size_px(head)
    if size is None:
        return FaultCode.PICTURE_BROKEN
    width_px, height_px = size
    if width_px * height_px > MAX_PICTURE_MEGAPIXELS * 1_000_000:
        return FaultCode.PICTURE_TOO_LARGE
    return PictureSize(width_px, height_px, status.st_size)


def _size_px(head: bytes) -> tuple[int, int] | None:
    """Width and height in pixels as the file's head tells them; None when it is no such picture."""
    if head.startswith(b"\x89PNG\r\n\x1a\n") and len(head) >= 24:
        return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    if head.startswith(b"\xff\xd8"):
        return _jpeg_size_px(head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP" and len(head) >= 30:
        return _webp_size_px(head)
    return None


def _jpeg_size_px(head: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(head) and head[position] == 0xFF:
        marker = head[position + 1]
        if marker == 0xFF:  # Filling.
            position += 1
            continue
        # C0–CF begin a frame, except the tables C4, C8 and CC.
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height_px = int.from_bytes(head[position + 5 : position + 7], "big")
            return int.from_bytes(head[position + 7 : position + 9], "big"), height_px
        position += 2 + int.from_bytes(head[position + 2 : position + 4], "big")
    return None


def _webp_size_px(head: bytes) -> tuple[int, int] | None:
    match head[12:16]:
        case b"VP8X":
            return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
        case b"VP8L":
            bits = int.from_bytes(head[21:25], "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8 ":
            width_px = int.from_bytes(head[26:28], "little") & 0x3FFF
            return width_px, int.from_bytes(head[28:30], "little") & 0x3FFF
    return None
