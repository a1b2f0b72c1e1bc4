"""The inside of an Office file: a zip archive and its XML, both read within bounds.

Nothing is unpacked to the disk, nothing outside the archive is opened, and what an archive says of its own
sizes is not trusted.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from game.decks.fault_codes import FaultCode
from game.decks.sheets.tables import NotASheetError

MAX_UNPACKED_BYTES = 64 * 1024 * 1024
"""Of all parts that are read, together."""
MAX_DECLARED_BYTES = 1024 * 1024 * 1024
"""Of all parts by the archive's directory, pictures and the like included."""
MAX_PARTS = 10_000
MAX_ELEMENTS = 6_000_000
"""Of all parts that are read, together; a card takes some sixty."""
_MAX_DEPTH = 60
_MAX_TOKEN_BYTES = 1024 * 1024
"""Nothing in a sheet's XML is longer, and the parser reads an unfinished piece from its start every time."""
_CHUNK_BYTES = 64 * 1024
_ENCODINGS = ("utf-8", "utf-16", "us-ascii", "iso-8859-1")
"""Those that the parser knows itself; for others it would look for a codec by a name out of the file."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError),
    *(ValueError, OverflowError, LookupError),
)

Attributes = dict[str, str]
StartElement = Callable[[str, Attributes], None]
EndElement = Callable[[str], None]
Text = Callable[[str], None]


class Stop(Exception):  # noqa: N818 - no error: the reader has seen enough.
    """Raised by a handler that needs no more of a part."""


class Package:
    """The parts of an archive by name. Raises `NotASheetError` for a broken, huge or locked one."""

    def __init__(self, content: bytes) -> None:
        self._unpacked_bytes = 0
        self._elements = 0
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
            parts = self._archive.infolist()
        except _BROKEN as error:
            raise _damaged(error) from error
        if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_DECLARED_BYTES:
            raise too_much()
        # Office ignores upper and lower case in the names of parts.
        self._parts = {part.filename.lower().lstrip("/"): part for part in parts}

    @property
    def is_spent(self) -> bool:
        """Whether as much has been read as may be."""
        return self._unpacked_bytes > MAX_UNPACKED_BYTES or self._elements > MAX_ELEMENTS

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name.lower() in self._parts

    def has_any(self, ending: str) -> bool:
        """Whether a part's name ends so."""
        return any(name.endswith(ending) for name in self._parts)

    def head(self, name: str, size: int) -> bytes:
        """The first bytes of a part; nothing when it is missing."""
        return next(self._chunks(name), b"")[:size] if self.has(name) else b""

    def read_xml(self, name: str, start: StartElement, end: EndElement, text: Text | None = None) -> None:
        """Read a part's XML through the three handlers; names come without their namespace's prefix.

        Raises `NotASheetError` for a missing part, for what is no XML, and for a document type: that is
        where entities are made, and no Office program writes one.
        """
        if not self.has(name):
            raise NotASheetError(FaultCode.SHEET_DAMAGED, {"reason": name})
        fed = self._fed_when_heard = 0
        depth = 0

        def begin(tag: str, attributes: Attributes) -> None:
            nonlocal depth
            self._fed_when_heard = fed
            self._elements += 1
            depth += 1
            if self._elements > MAX_ELEMENTS or depth > _MAX_DEPTH:
                raise too_much()
            start(tag.rpartition(":")[2], attributes)

        def finish(tag: str) -> None:
            nonlocal depth
            depth -= 1
            end(tag.rpartition(":")[2])

        def hear(data: str) -> None:
            self._fed_when_heard = fed
            if text is not None:
                text(data)

        def refuse(*_arguments: object) -> None:
            raise NotASheetError(FaultCode.SHEET_DAMAGED, {"reason": "DOCTYPE"})

        def declare(_version: str, encoding: str | None, _alone: int) -> None:
            if (encoding or "utf-8").lower() not in _ENCODINGS:
                raise NotASheetError(FaultCode.SHEET_DAMAGED, {"reason": f"encoding {encoding}"})

        parser = expat.ParserCreate()
        parser.XmlDeclHandler = declare
        parser.buffer_text = True
        parser.StartElementHandler = begin
        parser.EndElementHandler = finish
        parser.CharacterDataHandler = hear
        parser.StartDoctypeDeclHandler = refuse
        try:
            for chunk in self._chunks(name):
                fed += len(chunk)
                if fed - self._fed_when_heard > _MAX_TOKEN_BYTES:
                    raise too_much()
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except Stop:
            return
        except (expat.ExpatError, *_BROKEN) as error:
            raise _damaged(error) from error

    def _chunks(self, name: str) -> Iterator[bytes]:
        part = self._parts[name.lower()]
        if part.compress_type not in _METHODS or part.flag_bits & _ENCRYPTED:
            raise NotASheetError(FaultCode.SHEET_DAMAGED, {"reason": name})
        if part.file_size > MAX_DECLARED_BYTES:
            raise too_much()
        try:
            with self._archive.open(part) as file:
                while chunk := file.read(_CHUNK_BYTES):
                    self._unpacked_bytes += len(chunk)
                    if self._unpacked_bytes > MAX_UNPACKED_BYTES:
                        raise too_much()
                    yield chunk
        except _BROKEN as error:
            raise _damaged(error) from error


def part_name(folder: str, target: str) -> str:
    """The part that a relationship in `folder` points to; it can lead nowhere but into the archive."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def too_much() -> NotASheetError:
    """The fault of a file that unpacks to more than anybody's cards."""
    return NotASheetError(FaultCode.SHEET_UNPACKS_TOO_LARGE, {"limit": MAX_UNPACKED_BYTES // 1024**2})


def _damaged(error: Exception) -> NotASheetError:
    return NotASheetError(FaultCode.SHEET_DAMAGED, {"reason": str(error) or type(error).__name__})
