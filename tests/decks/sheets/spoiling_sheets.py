"""Spoils sheets in the ways that programs, people and enemies do, the same for the same seed."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence

from tests.decks.sheets.spoiling_pieces import ATTRIBUTE_VALUES, ATTRIBUTES, ENCODINGS, MARKUP, VALUES, WORDS

Spoiling = Callable[[bytes, random.Random], bytes]


def spoiled(suffix: str, content: bytes, chance: random.Random) -> bytes:
    """The sheet after one to four mishaps, half of them to what is inside a workbook."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        if suffix == ".xlsx" and chance.random() < 0.8:
            content = _inside(content, chance)
        elif suffix != ".xlsx" and chance.random() < 0.75:
            content = chance.choice(TEXT_SPOILINGS)(content, chance)
        else:
            content = chance.choice(SPOILINGS)(content, chance)
    return content


# --- any bytes


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 40))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    return content[:start] + content[start + chance.choice((1, 2, 30, 400, 10**9)) :]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(content))
    piece = content[start : start + chance.choice((1, 10, 200, 2000))]
    return content[:start] + piece * chance.choice((2, 3, 20)) + content[start:]


def _insert(content: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(content))
    piece = chance.choice(VALUES).encode("utf-8", "surrogatepass")
    return content[:place] + piece + content[place:]


def _begin_otherwise(content: bytes, chance: random.Random) -> bytes:
    starts = (
        b"%PDF-1.7",
        b"\x89PNG\r\n",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<html>",
    )
    return (
        chance.choice((*starts, b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"sep=;\n", b"sep=", b"\x00"))
        + content
    )


# --- texts


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", "replace")


def _encode_otherwise(content: bytes, chance: random.Random) -> bytes:
    return _text(content).encode(chance.choice(ENCODINGS), "replace")


def _change_cell(content: bytes, chance: random.Random) -> bytes:
    cells = re.split("([;,\t\n])", _text(content))
    for _ in range(chance.choice((1, 1, 3))):
        cells[chance.randrange(0, len(cells), 2)] = chance.choice((*VALUES, *WORDS))
    return "".join(cells).encode("utf-8", "surrogatepass")


def _change_separator(content: bytes, chance: random.Random) -> bytes:
    one, other = chance.sample(";,\t|\n", 2)
    return _text(content).replace(one, other).encode("utf-8", "surrogatepass")


def _change_lines(content: bytes, chance: random.Random) -> bytes:
    lines = _text(content).split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[one], lines[other] = lines[other], lines[one]
        case 1:
            del lines[one]
        case 2:
            lines[one] = chance.choice(";,\t").join(chance.choices(WORDS, k=chance.choice((1, 3, 40))))
        case _:
            lines[one:one] = [lines[other]] * chance.choice((1, 30))
    return chance.choice(("\n", "\r\n", "\r")).join(lines).encode("utf-8", "surrogatepass")


# --- workbooks


def _inside(content: bytes, chance: random.Random) -> bytes:
    """Change a part, or the archive around it, and pack it again; anything else stays as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # Whatever is wrong with an archive that was spoiled before.
        return _flip(content, chance)
    if not parts:
        return content
    weights = [8 if "sheet" in name.lower() else 1 for name in parts]
    name = chance.choices(list(parts), weights)[0]
    match chance.randrange(12):
        case 0:
            del parts[name]
        case 1:
            parts[chance.choice(("xl/vbaProject.bin", "mimetype", "xl/workbook.bin", name.upper()))] = parts[
                name
            ]
        case 2:
            parts[chance.choice(("../../x", "/etc/passwd", "xl/worksheets/sheet2.xml"))] = parts.pop(name)
        case 3 | 4 | 5:
            parts[name] = _change_attribute(parts[name], chance)
        case 6 | 7 | 8:
            parts[name] = _insert_markup(parts[name], chance)
        case 9:
            parts[name] = _change_words(parts[name], chance)
        case _:
            parts[name] = chance.choice(SPOILINGS)(parts[name], chance)
    return _packed(parts, chance)


def _change_attribute(xml: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb' (\w+)="([^"]*)"', xml))
    found = [match for match in found if match[1] in ATTRIBUTES] or found
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 1, 4)))), key=lambda one: -one.start()
    ):
        xml = xml[: match.start(2)] + chance.choice(ATTRIBUTE_VALUES) + xml[match.end(2) :]
    return xml


def _insert_markup(xml: bytes, chance: random.Random) -> bytes:
    places = [match.end() for match in re.finditer(rb">", xml)] or [0]
    place = chance.choice((*places, 0))
    return xml[:place] + chance.choice(MARKUP) + xml[place:]


def _change_words(xml: bytes, chance: random.Random) -> bytes:
    found = list(re.finditer(rb">([^<>]+)<", xml))
    if not found:
        return xml
    match = chance.choice(found)
    words = chance.choice((*VALUES, *WORDS)).encode("utf-8", "surrogatepass")
    escaped = words.replace(b"&", b"&amp;").replace(b"<", b"&lt;")
    return xml[: match.start(1)] + escaped + xml[match.end(1) :]


def _packed(parts: dict[str, bytes], chance: random.Random) -> bytes:
    methods = [zipfile.ZIP_DEFLATED] * 9 + [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # A name that is there twice.
        with zipfile.ZipFile(content, "w", chance.choice(methods), compresslevel=1) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
                if chance.random() < 0.02:
                    archive.writestr(name, part[: len(part) // 2])
    return content.getvalue()


SPOILINGS: Sequence[Spoiling] = (_flip, _cut, _repeat, _insert, _begin_otherwise)
TEXT_SPOILINGS: Sequence[Spoiling] = (
    _encode_otherwise,
    _change_cell,
    _change_cell,
    _change_separator,
    _change_lines,
)
