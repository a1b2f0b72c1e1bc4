"""Workbooks for tests: written by openpyxl, and changed inside afterwards."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from game.core.cards import Deck
from game.decks import ImportOutcome, import_sheet
from game.decks.fault_codes import FaultCode
from game.i18n import translator

SHEET = "xl/worksheets/sheet1.xml"
Rows = Sequence[Sequence[object]]


def workbook(
    folder: Path, rows: Rows, change: Callable[[Any], None] | None = None, name: str = "kort.xlsx"
) -> Path:
    """A workbook with one sheet of these rows, changed before it is saved."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Blad1"
    for row in rows:
        sheet.append(list(row))
    if change is not None:
        change(sheet)
    book.save(folder / name)
    return folder / name


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The parts as a workbook's content."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def with_part(path: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The same workbook with one part changed or added."""
    parts = parts_of(path)
    parts[name] = change(parts.get(name, b""))
    path.write_bytes(packed(parts))
    return path


def with_cells(folder: Path, cells: str) -> Path:
    """A workbook whose sheet has a heading and then rows written out as XML."""
    path = workbook(folder, [["Text", "Rubrik"]])
    return with_part(path, SHEET, lambda xml: xml.replace(b"</sheetData>", cells.encode() + b"</sheetData>"))


def codes(outcome: ImportOutcome) -> list[tuple[FaultCode, str]]:
    """What was told, and of which cell."""
    return [(fault.code, fault.cell) for fault in outcome.faults]


def told(outcome: ImportOutcome) -> list[str]:
    """What was told, in Swedish."""
    return [fault.text(translator("sv")) for fault in outcome.faults]


def deck_in(path: Path) -> Deck:
    """The deck in a workbook that has one."""
    outcome = import_sheet(path)
    assert outcome.deck is not None, told(outcome)
    return outcome.deck


def texts(outcome: ImportOutcome) -> list[str]:
    """The cards' texts; none when there is no deck."""
    return [card.text for card in outcome.deck.cards] if outcome.deck else []
