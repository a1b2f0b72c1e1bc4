"""Huge and hostile sheets: each is fetched as far as a deck goes, or refused, in bounded time and memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.decks import import_sheet
from game.decks.fault_codes import FaultCode
from game.decks.sheets.importing import MAX_SHEET_BYTES
from tests.decks.sheets.workbooks import SHEET, codes, packed, parts_of, told, with_part, workbook

ROOT = Path(__file__).resolve().parents[3]
MOST_SECONDS, MOST_MB = 20, 500
MB = 1024 * 1024
_LINK = b'<Relationship Type="x/sharedStrings" Target="sharedStrings.xml" Id="rId9" /></Relationships>'


def _fetch(path: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.decks.sheets.fetch_one", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["seconds"] < MOST_SECONDS
    assert report["peak_mb"] < MOST_MB
    return report


def _workbook(folder: Path, rows: bytes, strings: bytes = b"") -> Path:
    path = workbook(folder, [["Text", "Rubrik"]])
    with_part(path, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))
    if strings:
        with_part(path, "xl/sharedStrings.xml", lambda _: b"<sst>" + strings + b"</sst>")
        with_part(path, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"</Relationships>", _LINK))
    return path


def _text(folder: Path, content: bytes, name: str = "kort.csv") -> Path:
    (folder / name).write_bytes(b"Text;Tema\n" + content)
    return folder / name


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_hundred_thousand_rows(tmp_path: Path, suffix: str) -> None:
    """The first ten thousand cards are fetched, and where the rest begins is told."""
    if suffix == ".csv":
        rows = b"".join(b"Det ringer i luren, och ingen svarar %d.;Hissen\r\n" % n for n in range(100_000))
        path = _text(tmp_path, rows)
    else:
        cell = b'<c t="inlineStr"><is><t>Det ringer i luren, och ingen svarar.</t></is></c>'
        path = _workbook(
            tmp_path, b"".join(b"<row>%s<c><v>%d</v></c></row>" % (cell, n) for n in range(100_000))
        )
    report = _fetch(path)
    assert (report["cards"], report["left_out"]) == (10_000, 90_000)
    assert report["faults"] == [["too_many_cards", 10_002, 1]]


SMALL, LONG = 3 * MB, 60 * MB
_TEXT = b"<row><c t='inlineStr'><is><t>%s</t></is></c></row>"
# Name, the ending of the file's name, what stands in it after the headings, and a fault that must be told.
HOSTILE: tuple[tuple[str, str, Callable[[], bytes], str], ...] = (
    ("a cell in many lines", ".csv", lambda: b'a;"' + b"- \n" * 500_000 + b'"\n', "quote_unclosed"),
    ("marks that are never closed", ".csv", lambda: b'"a\n' * 2_000_000, "quote_unclosed"),
    ("separators alone", ".csv", lambda: b";" * (15 * MB), "sheet_empty"),
    ("empty lines", ".csv", lambda: b"\n" * (15 * MB), "sheet_empty"),
    ("a million lines", ".txt", lambda: b"a\n" * (7 * MB), "too_many_cards"),
    ("many columns", ".csv", lambda: (b"a;" * 16_000 + b"\n") * 400, "sheet_has_too_many_cells"),
    ("many themes", ".csv", lambda: b"".join(b"a;tema %d\n" % n for n in range(9_999)), "too_many_themes"),
    ("broken letters", ".csv", lambda: b"\xe5\n" * (7 * MB), "too_many_cards"),
    ("half an emoji", ".csv", lambda: "👍".encode() * SMALL + b"\xf0\x9f", "too_long"),
    ("empty cells", ".xlsx", lambda: b"<row>" + b"<c/>" * (15 * MB) + b"</row>", "sheet_unpacks_too_large"),
    ("elements in elements", ".xlsx", lambda: b"<a>" * (10 * MB), "sheet_unpacks_too_large"),
    ("one long attribute", ".xlsx", lambda: b"<row x='" + b"a" * LONG + b"'/>", "sheet_unpacks_too_large"),
    ("one long comment", ".xlsx", lambda: b"<!--" + b"a" * LONG + b"-->", "sheet_unpacks_too_large"),
    ("one long text", ".xlsx", lambda: _TEXT % (b"a" * LONG), "too_long"),
    ("a flood of rows", ".xlsx", lambda: b"<row><c><v>1</v></c></row>" * (2 * MB), "too_many_cards"),
    ("a flood of faults", ".xlsx", lambda: b"<row><c t='e'><v>#REF!</v></c></row>" * 300_000, "cell_error"),
    ("merged cells over one another", ".xlsx", lambda: _merged(), "row_in_merged"),
)


def _merged() -> bytes:
    rows = b"".join(b"<row r='%d'><c r='A%d'><v>1</v></c></row>" % (n, n) for n in range(2, 9_000))
    merges = b"".join(b"<mergeCell ref='A%d:A1048576'/>" % n for n in range(2, 19_000))
    return rows + b"</sheetData><mergeCells>" + merges + b"</mergeCells><sheetData>"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "make", "code"), [one[1:] for one in HOSTILE], ids=[one[0] for one in HOSTILE]
)
def test_a_hostile_sheet_is_bounded(
    tmp_path: Path, suffix: str, make: Callable[[], bytes], code: str
) -> None:
    """Whatever somebody thought of, it takes neither the evening nor the machine."""
    is_text = suffix != ".xlsx"
    report = _fetch(_text(tmp_path, make(), f"a{suffix}") if is_text else _workbook(tmp_path, make()))
    assert code in [fault[0] for fault in report["faults"]]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("rows", "string", "times", "code"),
    [(0, b"a b", SMALL, "sheet_empty"), (10_000, b"a \n" * 30_000, 1, "sheet_has_too_many_cells")],
)
def test_hostile_strings_are_bounded(tmp_path: Path, rows: int, string: bytes, times: int, code: str) -> None:
    """Three million texts that nobody shows, and one long text in ten thousand cells."""
    cells = b'<row><c t="s"><v>0</v></c></row>' * rows
    report = _fetch(_workbook(tmp_path, cells, b"<si><t>%s</t></si>" % string * times))
    assert code in [fault[0] for fault in report["faults"]]


def test_a_heading_of_many_digits_takes_no_time(tmp_path: Path) -> None:
    """A heading that is nearly a number at its end is compared at once."""
    (tmp_path / "a.csv").write_text(f"Text;{'9' * 60}x\nHej.;1\n", encoding="utf-8")
    assert [fault.code for fault in import_sheet(tmp_path / "a.csv").faults] == [FaultCode.COLUMN_UNKNOWN]


# --- archives


def test_a_zip_bomb_is_refused_by_its_directory(tmp_path: Path) -> None:
    """What says itself that it unpacks to gigabytes is not unpacked at all."""
    path = workbook(tmp_path, [["Text"], ["Hej."]])
    content = bytearray(path.read_bytes())
    place = content.rfind(b"PK\x01\x02")
    content[place + 24 : place + 28] = (3 * 1024**3).to_bytes(4, "little")
    path.write_bytes(content)
    assert codes(import_sheet(path)) == [(FaultCode.SHEET_UNPACKS_TOO_LARGE, "")]


def test_a_zip_bomb_that_lies_is_stopped_while_it_unpacks(tmp_path: Path) -> None:
    """The directory says a thousand bytes, and out come a hundred megabytes: no more than that is taken."""
    path = workbook(tmp_path, [["Text"]])
    parts = parts_of(path)
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", b" " * (100 * MB) + b"</sheetData>")
    path.write_bytes(packed(parts))
    content = bytearray(path.read_bytes())
    in_file, in_directory = content.find(SHEET.encode()) - 30, content.rfind(SHEET.encode()) - 46
    for place in (in_file + 22, in_directory + 24):
        assert int.from_bytes(content[place : place + 4], "little") > 100 * MB
        content[place : place + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(content)
    report = _fetch(path)
    assert report["cards"] == 0
    assert report["faults"][0][0] in ("sheet_damaged", "sheet_unpacks_too_large")
    path.write_bytes(packed(parts))
    report = _fetch(path)
    assert report["faults"] == [["sheet_unpacks_too_large", 1, 1]]
    assert report["peak_mb"] < 200


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_pack_are_refused(tmp_path: Path, method: int) -> None:
    """No Office program uses them, and they cannot be unpacked piece by piece."""
    path = workbook(tmp_path, [["Text"], ["Hej."]])
    path.write_bytes(packed(parts_of(path), method))
    assert codes(import_sheet(path)) == [(FaultCode.SHEET_DAMAGED, "")]


def test_thousands_of_parts_are_refused(tmp_path: Path) -> None:
    """The directory alone must not take for ever."""
    path = workbook(tmp_path, [["Text"], ["Hej."]])
    path.write_bytes(packed(parts_of(path) | {f"x{n}": b"" for n in range(10_001)}, zipfile.ZIP_STORED))
    assert codes(import_sheet(path)) == [(FaultCode.SHEET_UNPACKS_TOO_LARGE, "")]


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]>',
        b"<!DOCTYPE x>",
    ],
)
@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels"])
def test_entities_are_refused(tmp_path: Path, doctype: bytes, part: str) -> None:
    """There is no way to define one, so none can grow or fetch anything."""
    path = with_part(workbook(tmp_path, [["Text"], ["Hej."]]), part, lambda xml: doctype + xml)
    outcome = import_sheet(path)
    assert codes(outcome) == [(FaultCode.SHEET_DAMAGED, "")]
    assert "DOCTYPE" in told(outcome)[0]


def test_a_codec_is_not_looked_up_by_a_name_out_of_the_file(tmp_path: Path) -> None:
    """Only what the parser knows itself is read."""
    path = workbook(tmp_path, [["Text"], ["Hej."]])
    with_part(path, SHEET, lambda xml: b'<?xml version="1.0" encoding="rot13"?>' + xml)
    assert codes(import_sheet(path)) == [(FaultCode.SHEET_DAMAGED, "")]


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """It says what to take out of it."""
    with (tmp_path / "a.csv").open("wb") as file:
        file.truncate(MAX_SHEET_BYTES + 1)
    assert told(import_sheet(tmp_path / "a.csv"))[0].startswith("Filen är större än 16 MB; ta bort bilder")


def test_a_deck_that_would_be_too_large_is_refused(tmp_path: Path) -> None:
    """A deck's own bound holds for what is fetched, too."""
    rows = f"{'å ' * 550};Hissen;{'ä ' * 550}\n" * 4_000
    (tmp_path / "a.csv").write_text(f"Text;Tema;Lättläst\n{rows}", encoding="utf-8")
    outcome = import_sheet(tmp_path / "a.csv")
    assert (outcome.deck, outcome.yaml, codes(outcome)) == (None, "", [(FaultCode.IMPORT_TOO_LARGE, "")])


def test_an_archive_cut_anywhere_is_told(tmp_path: Path) -> None:
    """Half a download is damaged, not a crash."""
    content = workbook(tmp_path, [["Text"], ["Hej."]]).read_bytes()
    for end in range(4, len(content), 97):
        (tmp_path / "halv.xlsx").write_bytes(content[:end])
        assert codes(import_sheet(tmp_path / "halv.xlsx")) == [(FaultCode.SHEET_DAMAGED, "")]


def test_a_locked_part_is_told(tmp_path: Path) -> None:
    """An archive with a password of its own."""
    content = bytearray(workbook(tmp_path, [["Text"], ["Hej."]]).read_bytes())
    place = content.rfind(SHEET.encode()) - 46
    content[place + 8] |= 1
    (tmp_path / "last.xlsx").write_bytes(io.BytesIO(content).getvalue())
    assert codes(import_sheet(tmp_path / "last.xlsx")) == [(FaultCode.SHEET_DAMAGED, "")]
