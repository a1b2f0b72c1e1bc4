"""Files that are something else than their names say: each is told what it is, and what to do."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from game.decks import SHEET_SUFFIXES, import_sheet
from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.i18n import translator
from tests.decks.sheets.workbooks import packed, texts, told, workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def _utf16(word: str) -> bytes:
    return word.encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("kort.xls", _OLE + _utf16("Workbook"), FaultCode.SHEET_OLD_EXCEL, "välj Spara som, Excel-arbetsbok"),
        ("kort.xlsx", _OLE + _utf16("EncryptedPackage"), FaultCode.SHEET_LOCKED, "ta bort lösenordet"),
        ("kort.doc", _OLE + _utf16("WordDocument"), FaultCode.SHEET_NOT_TEXT, "varken kalkylblad eller text"),
        ("kort.pdf", b"%PDF-1.7\n%\xe2\xe3", FaultCode.SHEET_HAS_NO_TABLE, "PDF-fil"),
        ("kort.csv", b"%PDF-1.7\n%\xe2\xe3", FaultCode.SHEET_HAS_NO_TABLE, "PDF-fil"),
        ("kort.png", b"\x89PNG\r\n\x1a\n" + bytes(99), FaultCode.SHEET_HAS_NO_TABLE, "PNG-fil"),
        ("kort.xlsx", b"\xff\xd8\xff\xe0" + bytes(99), FaultCode.SHEET_HAS_NO_TABLE, "JPEG-fil"),
        ("kort.txt", b"{\\rtf1\\ansi Hej.}", FaultCode.SHEET_HAS_NO_TABLE, "RTF-fil"),
        ("kort.xls", b"<html><table><tr><td>Text", FaultCode.SHEET_OTHER_FORMAT, "HTML/XML"),
        (
            "kort.xml",
            b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>',
            FaultCode.SHEET_OTHER_FORMAT,
            "HTML/XML",
        ),
        ("kort.sv.yaml", b"title: a\ncards:\n- text: b\n", FaultCode.SHEET_IS_DECK, "redan en kortlek"),
        ("kort.txt", bytes(range(256)) * 9, FaultCode.SHEET_NOT_TEXT, "varken kalkylblad eller text"),
        ("kort.csv", b"", FaultCode.SHEET_EMPTY, "inga kort"),
        ("kort.csv", b"\n \r\n;;\n", FaultCode.SHEET_EMPTY, "inga kort"),
        ("kort.csv", b"\xef\xbb\xbf", FaultCode.SHEET_EMPTY, "inga kort"),
        ("kort.csv", b"Text;Tema\n;;\n", FaultCode.SHEET_EMPTY, "inga kort"),
        ("kort.xlsx", b"PK\x03\x04", FaultCode.SHEET_DAMAGED, "skadad"),
    ],
)
def test_a_file_of_another_kind_is_told_what_it_is(
    tmp_path: Path, name: str, content: bytes, code: FaultCode, words: str
) -> None:
    """By what is in it, whatever its name says."""
    (tmp_path / name).write_bytes(content)
    outcome = import_sheet(tmp_path / name)
    assert [(fault.code, fault.severity, fault.line, fault.column) for fault in outcome.faults] == [
        (code, Severity.DECK_REFUSED, 1, 1)
    ]
    assert words in told(outcome)[0]
    assert told(outcome)[0].endswith("(inga kort hämtas)")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"}, "(.ods)"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "OpenDocument"),
        ({"word/document.xml": b"<x/>"}, "Word (.docx)"),
        ({"ppt/presentation.xml": b"<x/>"}, "PowerPoint (.pptx)"),
        ({"xl/workbook.bin": b"x"}, "Excel (.xlsb)"),
        ({"Index/Document.iwa": b"x"}, "Numbers/Pages"),
        ({"kort.csv": b"Text\nHej.\n"}, "ZIP"),
    ],
)
def test_an_archive_of_another_kind_is_told_what_it_is(
    tmp_path: Path, parts: dict[str, bytes], words: str
) -> None:
    """And to save it as a workbook."""
    (tmp_path / "kort.xlsx").write_bytes(packed(parts, zipfile.ZIP_STORED))
    outcome = import_sheet(tmp_path / "kort.xlsx")
    assert [fault.code for fault in outcome.faults] == [FaultCode.SHEET_OTHER_FORMAT]
    assert words in told(outcome)[0]
    assert "spara den som Excel-arbetsbok (.xlsx) eller CSV" in told(outcome)[0]


@pytest.mark.parametrize("name", ["kort.csv", "kort.txt", "kort.xls", "kort"])
def test_a_workbook_under_another_name_is_read(tmp_path: Path, name: str) -> None:
    """What it is counts."""
    path = workbook(tmp_path, [["Text"], ["Hej."]], name="x.xlsx").rename(tmp_path / name)
    assert texts(import_sheet(path)) == ["Hej."]


@pytest.mark.parametrize("suffix", SHEET_SUFFIXES)
def test_a_table_under_another_name_is_read(tmp_path: Path, suffix: str) -> None:
    """Also one that calls itself a workbook."""
    (tmp_path / f"kort{suffix}").write_text("Text;Tema\nHej.;Hissen\n", encoding="utf-8")
    assert texts(import_sheet(tmp_path / f"kort{suffix}")) == ["Hej."]


def test_a_text_may_begin_like_a_file_of_another_kind(tmp_path: Path) -> None:
    """Letters are letters."""
    (tmp_path / "a.txt").write_text("MZ är en förkortning.\nRIFF är en annan.\n", encoding="utf-8")
    assert len(texts(import_sheet(tmp_path / "a.txt"))) == 2


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    """A missing path, a folder, a pipe and a path that cannot be."""
    os.mkfifo(tmp_path / "ror")
    found = [
        import_sheet(path).faults[0].code
        for path in (tmp_path / "borta.csv", tmp_path, tmp_path / "ror", Path("a\0b"), Path("x" * 5000))
    ]
    missing, no_file, unreadable = (
        FaultCode.FILE_MISSING,
        FaultCode.SHEET_NOT_A_FILE,
        FaultCode.FILE_UNREADABLE,
    )
    assert found == [missing, no_file, no_file, unreadable, unreadable]


def test_every_fault_of_a_sheet_has_words_in_both_languages(tmp_path: Path) -> None:
    """None shows a brace or the name of a value."""
    (tmp_path / "a.csv").write_text('Text;Xy;Sort;Nivå\n"A;b;c;9\n;;;\n', encoding="utf-8")
    for language in ("sv", "en"):
        lines = [fault.line_text(translator(language)) for fault in import_sheet(tmp_path / "a.csv").faults]
        assert len(lines) > 2
        assert not any("{" in line for line in lines)
