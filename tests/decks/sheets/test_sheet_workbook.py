"""What people have in Excel: formulas, dates, merged and hidden cells, several sheets, macros."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from game.core.cards import Kind
from game.decks import import_sheet
from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from tests.decks.sheets.workbooks import (
    Rows,
    codes,
    deck_in,
    packed,
    parts_of,
    texts,
    told,
    with_cells,
    with_part,
    workbook,
)

_HEAD = ["Text", "Rubrik", "Tema", "Nivå", "Frågor"]


def test_a_plain_workbook(tmp_path: Path) -> None:
    """Headings below a title, numbers as numbers, prompts one a line of a cell."""
    rows: Rows = [
        ["Vårt hus"],
        [],
        _HEAD,
        ["Det ringer.", "Luren", "Hissen", 2, "Vem?\nVad?"],
        [None, None],
        ["Hej.", 7],
    ]
    outcome = import_sheet(workbook(tmp_path, rows))
    assert (outcome.faults, outcome.cards, outcome.left_out) == ((), 2, 0)
    deck = outcome.deck
    assert deck is not None
    assert (deck.title, deck.id) == ("Vårt hus", "kort")
    assert (deck.cards[0].intensity, deck.cards[0].prompts, deck.cards[1].title) == (2, ("Vem?", "Vad?"), "7")


def test_faults_name_the_cell_and_the_sheet(tmp_path: Path) -> None:
    """As Excel names them."""
    rows: Rows = [_HEAD, ["Hej.", "A", "", 9, ""], ["", "B", "", "x", ""], ["Slut."]]
    outcome = import_sheet(workbook(tmp_path, rows))
    assert told(outcome) == [
        "Cell D2 på bladet ”Blad1”: ”Nivå” är 9; skriv ett tal mellan 1 och 3 (kortet ”A” lämnas utanför)",
        "Cell A3 på bladet ”Blad1”: ”Text” är tom; skriv något i cellen (kortet ”B” lämnas utanför)",
        "Cell D3 på bladet ”Blad1”: ”Nivå” ska vara ett heltal, inte ”x”; "
        "skriv en siffra mellan 1 och 3 (kortet ”B” lämnas utanför)",
    ]
    assert [(fault.line, fault.column) for fault in outcome.faults] == [(2, 4), (3, 1), (3, 4)]


# --- formulas and values


def test_a_formula_counts_by_the_value_that_was_saved(tmp_path: Path) -> None:
    """Nothing is worked out here; a formula whose value nobody saved is told at its cell."""
    cells = (
        '<row r="2"><c r="A2" t="str"><f>"De"&amp;"t"</f><v>Det ringer.</v></c>'
        '<c r="B2"><f>1+1</f><v>2</v></c></row>'
        '<row r="3"><c r="A3"><f>1+1</f></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>Hej.</t></is></c>'
        '<c r="B4"><f>HYPERLINK("http://x")</f><v></v></c></row>'
        '<row r="5"><c r="A5" t="inlineStr"><is><t>Slut.</t></is></c>'
        '<c r="B5" t="str"><f>""</f><v></v></c></row>'
    )
    outcome = import_sheet(with_cells(tmp_path, cells))
    assert texts(outcome) == ["Det ringer.", "Hej.", "Slut."]
    assert outcome.deck is not None
    assert [card.title for card in outcome.deck.cards] == ["2", "", ""]
    assert codes(outcome) == [
        (FaultCode.FORMULA_WITHOUT_VALUE, "A3"),
        (FaultCode.FORMULA_WITHOUT_VALUE, "B4"),
    ]
    assert [fault.severity for fault in outcome.faults] == [Severity.CARD_LEFT_OUT, Severity.ENTRY_IGNORED]
    assert outcome.left_out == 1


def test_a_formula_saved_by_a_program_that_works_nothing_out(tmp_path: Path) -> None:
    """openpyxl saves no values."""
    outcome = import_sheet(workbook(tmp_path, [_HEAD, ["=A1"], ["Hej."]]))
    assert codes(outcome) == [(FaultCode.FORMULA_WITHOUT_VALUE, "A2")]
    assert told(outcome)[0].startswith(
        "Cell A2 på bladet ”Blad1”: I cellen står en formel vars värde inte är sparat; öppna arbetsboken"
    )


def test_errors_in_cells_are_told(tmp_path: Path) -> None:
    """`#REF!` is nobody's text; in the text it costs the card, elsewhere the cell."""
    outcome = import_sheet(workbook(tmp_path, [_HEAD, ["#REF!", "A"], ["Hej.", "#N/A"]]))
    assert [(fault.cell, fault.severity) for fault in outcome.faults] == [
        ("A2", Severity.CARD_LEFT_OUT),
        ("B3", Severity.ENTRY_IGNORED),
    ]
    assert "felet #REF!" in told(outcome)[0]
    assert (texts(outcome), outcome.left_out) == (["Hej."], 1)


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (datetime.date(2026, 11, 25), None, "2026-11-25"),
        (datetime.datetime(2026, 11, 25, 14, 30), None, "2026-11-25 14:30"),
        (datetime.time(7, 5), None, "07:05"),
        (datetime.time(7, 5, 9), None, "07:05:09"),
        (46351, "d mmm yyyy", "2026-11-25"),
        (46351, '"dag "0', "46351"),
        (46351, "mmmm", "2026-11-25"),
        (59, "yyyy-mm-dd", "1900-02-28"),
        (61, "yyyy-mm-dd", "1900-03-01"),
        (-3, "yyyy-mm-dd", "-3"),
        (9e9, "yyyy-mm-dd", "9000000000"),
        (2958465.9999999, "yyyy-mm-dd hh:mm", "2958465,9999999"),
        (0.25, "0%", "25 %"),
        (0.1 + 0.2, None, "0,3"),
        (1.0, None, "1"),
        (46701234567, None, "46701234567"),
        (1e21, None, "1E+21"),
        (12.5, '#,##0.00 "kr"', "12,5"),
        (True, None, "SANT"),
        (False, None, "FALSKT"),
    ],
)
def test_what_is_no_text_becomes_what_one_sees(
    tmp_path: Path, value: object, form: str | None, shown: str
) -> None:
    """Dates, times, numbers and truth, much as a Swedish Excel shows them."""

    def change(sheet: Any) -> None:
        if form is not None:
            sheet["A2"].number_format = form

    assert deck_in(workbook(tmp_path, [_HEAD, [value]], change)).cards[0].text == shown


def test_english_numbers_in_an_english_deck(tmp_path: Path) -> None:
    """A point and not a comma."""
    deck = import_sheet(workbook(tmp_path, [["Text"], [1.5], [True]]), language="en").deck
    assert deck is not None
    assert [card.text for card in deck.cards] == ["1.5", "TRUE"]


def test_dates_counted_from_1904(tmp_path: Path) -> None:
    """As old Macs did."""
    path = workbook(tmp_path, [_HEAD, [datetime.date(2026, 11, 25)]])
    with_part(path, "xl/workbook.xml", lambda xml: xml.replace(b"<workbookPr ", b'<workbookPr date1904="1" '))
    assert deck_in(path).cards[0].text == "2030-11-26"


def test_texts_in_every_way_that_a_workbook_can_hold_them(tmp_path: Path) -> None:
    """Shared, rich and escaped texts, readings above a text, cells that do not say where they are."""
    path = with_cells(
        tmp_path,
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
        '<row><c t="inlineStr"><is><r><t>Hej </t></r><r><t>du.</t></r><rPh><t>x</t></rPh></is></c></row>'
        '<row><c t="s"><v>2</v></c></row><row><c t="s"><v>99</v></c></row>'
        '<row><c t="d"><v>2026-11-25T00:00:00</v></c></row>',
    )
    strings = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>a_x000D_\nb_x005F_x0041_</t></si>'
        "<si><r><t>Lu</t></r><r><t>ren</t></r><rPh><t>x</t></rPh></si><si><t>_xD83C__xDFB2_</t></si></sst>"
    )
    with_part(path, "xl/sharedStrings.xml", lambda _: strings.encode())
    link = b'<Relationship Type="x/sharedStrings" Target="sharedStrings.xml" Id="rId9" /></Relationships>'
    with_part(path, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"</Relationships>", link))
    outcome = import_sheet(path)
    assert texts(outcome) == ["a\nb_x0041_", "Hej du.", "🎲", "2026-11-25"]
    assert codes(outcome) == [(FaultCode.CELL_UNREADABLE, "A5")]
    assert deck_in(path).cards[0].title == "Luren"


# --- merged and hidden cells


def test_a_theme_merged_over_rows_is_every_rows(tmp_path: Path) -> None:
    """And a title merged over columns is one title."""

    def change(sheet: Any) -> None:
        sheet.merge_cells("A1:E1")
        sheet.merge_cells("C3:C4")

    rows: Rows = [["Vårt hus"], _HEAD, ["A.", "", "Hissen"], ["B."], ["C.", "", "Köket"]]
    outcome = import_sheet(workbook(tmp_path, rows, change))
    assert outcome.faults == ()
    assert outcome.deck is not None
    assert outcome.deck.title == "Vårt hus"
    assert [card.theme for card in outcome.deck.cards] == ["hissen", "hissen", "koket"]


def test_a_text_merged_over_rows_is_one_card(tmp_path: Path) -> None:
    """Its prompts stand one a row beside it; what else stands there is told."""

    def change(sheet: Any) -> None:
        sheet.merge_cells("A2:A4")

    rows: Rows = [
        _HEAD,
        ["A.", "Luren", "", "", "Ett?"],
        ["", "", "", "", "Två?"],
        ["", "Mer", "", "", "Tre?"],
        ["B."],
    ]
    outcome = import_sheet(workbook(tmp_path, rows, change))
    assert outcome.deck is not None
    assert [card.prompts for card in outcome.deck.cards] == [("Ett?", "Två?", "Tre?"), ()]
    assert codes(outcome) == [(FaultCode.ROW_IN_MERGED, "B4")]


def test_hidden_rows_are_left_out_and_told(tmp_path: Path) -> None:
    """A filter that somebody forgot must not lose cards in silence."""

    def change(sheet: Any) -> None:
        for number in (3, 5, 6):
            sheet.row_dimensions[number].hidden = True

    outcome = import_sheet(workbook(tmp_path, [_HEAD, ["A."], ["B."], ["C."], ["D."]], change))
    assert (texts(outcome), outcome.left_out) == (["A.", "C."], 2)
    assert len(outcome.faults) == 1
    assert told(outcome)[0].startswith("Rader är dolda: 3, 5; ta fram dem i Excel, eller stäng av filtret,")


def test_hidden_columns_are_left_out_and_told(tmp_path: Path) -> None:
    """What is not seen is not fetched; a hidden text leaves no cards."""

    def hide(*letters: str) -> Any:
        def change(sheet: Any) -> None:
            for letter in letters:
                sheet.column_dimensions[letter].hidden = True

        return change

    rows: Rows = [_HEAD, ["A.", "Luren", "Hissen"]]
    outcome = import_sheet(workbook(tmp_path, rows, hide("B")))
    assert outcome.deck is not None
    assert outcome.deck.cards[0].title == ""
    assert told(outcome)[0].startswith("Kolumn B (”Rubrik”) är dold")
    refused = import_sheet(workbook(tmp_path, rows, hide("A")))
    assert [fault.code for fault in refused.faults] == [FaultCode.NO_TEXT_COLUMN, FaultCode.COLUMN_HIDDEN]


# --- several sheets


def _sheets(folder: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "kort.xlsx")
    return folder / "kort.xlsx"


def test_the_sheet_with_cards_is_found_and_others_are_named(tmp_path: Path) -> None:
    """Wherever it stands; a second sheet with cards is told louder than one with something else."""
    path = _sheets(
        tmp_path,
        Inköp=[["Kaffe", 12], ["Mjölk", 3]],
        Tomt=[],
        Bra=[["Text", "Rubrik", "Tema"], ["A.", "R", "Hissen"]],
        Gamla=[["Text", "Rubrik"], ["B.", "R"]],
    )
    outcome = import_sheet(path)
    assert texts(outcome) == ["A."]
    assert [(fault.code, fault.sheet, fault.severity) for fault in outcome.faults] == [
        (FaultCode.SHEET_NOT_READ, "Inköp", Severity.WARNING),
        (FaultCode.SHEET_CARDS_NOT_READ, "Gamla", Severity.ENTRY_IGNORED),
    ]
    assert "Bladet ”Gamla” ser också ut att ha kort, men bara ”Bra” läses" in told(outcome)[1]


def test_sheets_for_the_deck_and_its_themes(tmp_path: Path) -> None:
    """By their names or by what stands in them; a fault in one of them is told there."""
    path = _sheets(
        tmp_path,
        Om=[["Rubrik", "Vårt hus"], ["Språk", "en"], ["Upphov", "X"], ["Av", "Ås"]],
        Kort=[["Text", "Rubrik", "Tema"], ["A.", "R", "Hissen"]],
        Färger=[["Tema", "Färg"], ["Hissen", "red"], ["Köket", "rosa"]],
    )
    outcome = import_sheet(path)
    deck = outcome.deck
    assert deck is not None
    assert (deck.title, deck.language, deck.author) == ("Vårt hus", "en", "Ås")
    assert (deck.themes[0].name, deck.themes[0].color) == ("Hissen", "red")
    assert [(fault.code, fault.sheet, fault.cell) for fault in outcome.faults] == [
        (FaultCode.ROW_UNKNOWN, "Om", "A3"),
        (FaultCode.UNKNOWN_NAME, "Färger", "B3"),
    ]


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    """When it was the only one with cards, that is why there are none."""
    path = _sheets(tmp_path, Blad1=[], Hemligt=[["Text"], ["A."]])
    shown, hidden = b'sheetId="2" state="visible"', b'sheetId="2" state="hidden"'
    with_part(path, "xl/workbook.xml", lambda xml: xml.replace(shown, hidden))
    outcome = import_sheet(path)
    assert [fault.code for fault in outcome.faults] == [FaultCode.SHEET_EMPTY, FaultCode.SHEET_HIDDEN]
    assert told(outcome)[1].startswith("Bladet ”Hemligt” är dolt")


def test_an_empty_workbook(tmp_path: Path) -> None:
    """It says that there are no cards, and where to write them."""
    outcome = import_sheet(workbook(tmp_path, []))
    assert told(outcome)[0].startswith("Det står inga kort i filen; skriv ett kort på varje rad")


# --- macros and links


def test_macros_are_neither_read_nor_run(tmp_path: Path) -> None:
    """The cards of a workbook with macros are fetched, and that there are macros is said."""
    path = workbook(tmp_path, [_HEAD, ["A."]])
    parts = parts_of(path) | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 Shell"}
    macro = tmp_path / "kort.xlsm"
    macro.write_bytes(packed(parts))
    outcome = import_sheet(macro)
    assert texts(outcome) == ["A."]
    assert [(fault.code, fault.severity) for fault in outcome.faults] == [
        (FaultCode.SHEET_HAS_MACROS, Severity.WARNING)
    ]


def test_links_out_of_the_workbook_are_not_followed(tmp_path: Path) -> None:
    """Neither to the network nor to a file; a sheet that lies outside is no sheet."""
    path = workbook(tmp_path, [_HEAD, ["A."]])
    rels = "xl/_rels/workbook.xml.rels"
    for target in (b"../../../../etc/passwd", b"file:///etc/passwd", b"http://127.0.0.1:9/a.xml"):
        parts = parts_of(path)
        parts[rels] = parts[rels].replace(b"/xl/worksheets/sheet1.xml", target)
        (tmp_path / "ut.xlsx").write_bytes(packed(parts))
        outcome = import_sheet(tmp_path / "ut.xlsx")
        assert [fault.code for fault in outcome.faults] == [FaultCode.SHEET_DAMAGED]
    parts[rels] = parts[rels].replace(b"Target=", b'TargetMode="External" Target=')
    (tmp_path / "ut.xlsx").write_bytes(packed(parts))
    assert import_sheet(tmp_path / "ut.xlsx").deck is None


def test_kinds_are_counted_in_a_workbook_too(tmp_path: Path) -> None:
    """A dilemma with too few options is told where they should be."""
    rows: Rows = [
        ["Text", "Sort", "Val 1", "Val 2"],
        ["A.", "Dilemma", "Ja", ""],
        ["B.", "Dilemma", "Ja", "Nej"],
    ]
    outcome = import_sheet(workbook(tmp_path, rows))
    assert codes(outcome) == [(FaultCode.TOO_FEW_ENTRIES, "C2")]
    assert [card.kind for card in deck_in(tmp_path / "kort.xlsx").cards] == [Kind.DILEMMA]
