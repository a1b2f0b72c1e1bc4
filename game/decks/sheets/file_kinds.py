"""What a file is by what is in it, whatever its name says."""

from __future__ import annotations

import codecs
import re
from enum import Enum, auto
from pathlib import Path

from game.decks.fault_codes import FaultCode
from game.decks.file_names import DECK_SUFFIXES
from game.decks.sheets.tables import NotASheetError

SHEET_SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".tab", ".txt")
"""How the names of files that can be imported end."""
EXPORT_SUFFIXES = (".xlsx", ".csv")
"""How the names of files end that a deck can be written as."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# Files in which there is no table to read: how they begin, and what people call them.
_WITHOUT_TABLES = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "WEBP"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7z"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3", "SQLite"),
    (b"MZ", "EXE"),
    (b"\x7fELF", "ELF"),
)
_MARKUP = re.compile(rb"\s*<(\?xml|!doctype|html|table|\w+:?workbook)", re.IGNORECASE)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_SAMPLE_BYTES = 8192
_MOST_CONTROLS = 0.05


class FileKind(Enum):
    """How a file is to be read."""

    WORKBOOK = auto()
    TEXT = auto()


def file_kind(content: bytes, path: Path) -> FileKind:
    """How to read a file that begins so. Raises `NotASheetError` for what holds no cards to read."""
    if content.startswith(_ZIP):
        return FileKind.WORKBOOK
    if content.startswith(_OLE):
        raise NotASheetError(_in_ole(content))
    for start, kind in _WITHOUT_TABLES:
        # Letters alone may begin a text too.
        if content.startswith(start) and not (start.isalpha() and _is_text(content)):
            raise NotASheetError(FaultCode.SHEET_HAS_NO_TABLE, {"kind": kind})
    if _MARKUP.match(content[:_SAMPLE_BYTES].removeprefix(codecs.BOM_UTF8)):
        raise NotASheetError(FaultCode.SHEET_OTHER_FORMAT, {"kind": "HTML/XML"})
    if path.suffix.lower() in DECK_SUFFIXES:
        raise NotASheetError(FaultCode.SHEET_IS_DECK)
    if not _is_text(content):
        raise NotASheetError(FaultCode.SHEET_NOT_TEXT)
    return FileKind.TEXT


def _in_ole(content: bytes) -> FaultCode:
    """The old container holds a locked workbook, an old one, or a document of another program."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return FaultCode.SHEET_LOCKED
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return FaultCode.SHEET_OLD_EXCEL
    return FaultCode.SHEET_NOT_TEXT


def _is_text(content: bytes) -> bool:
    sample = content[:_SAMPLE_BYTES]
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    # Unmarked UTF-16: every other byte is 0, all on the same side.
    for start in (0, 1):
        half, other = sample[start::2], sample[1 - start :: 2]
        if half and half.count(0) > 0.4 * len(half) and len(_CONTROLS.findall(other)) <= 0.1 * len(other):
            return True
    return len(_CONTROLS.findall(sample)) <= _MOST_CONTROLS * len(sample)
