"""A deck that is saved as a sheet and fetched again is the same deck."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from game.core.cards import Deck
from game.decks import export_deck, import_sheet, read_deck
from game.decks.schema import Owner
from game.decks.sheets.words import (
    CARD_WORDS,
    DECK_WORDS,
    KIND_WORDS,
    SCALE_WORDS,
    field_of,
    kind_of,
    scale_of,
)
from game.i18n import translator
from game.resources import cards_folder
from tests.any_deck import any_deck

_ANY = settings(max_examples=120, deadline=None, suppress_health_check=[*HealthCheck])
_TRICKY = """\
format: 1
id: prov
language: sv
title: Text
about: "=SUMMA(A1)"
author: "-Någon;annan"
themes:
  a: {name: Samma, color: red, icon: door}
  b: {name: Samma, color: teal, icon: bed}
  "=c": {name: "+1", color: blue, icon: eye}
cards:
  - id: "012"
    kind: dilemma
    theme: b
    title: "@namn"
    text: "=1+1"
    options: ["-Jag går", "'=redan", "\\"Ja\\""]
    prompts: ["=HYPERLINK(\\"http://x\\")", "- a", "rad;med\\ttabb"]
    note: |
      En rad.
      En till; med "citat".

      Nytt stycke.
    minutes: 8
  - id: text
    kind: statement
    theme: "=c"
    intensity: 3
    title: rubrik
    text: Text
    scale: often
  - {id: kort-3, theme: a, text: "_x0041_ _x005F_ x005F_ #REF! SANT 1e5"}
"""


def _told(path: Path) -> list[str]:
    return [fault.line_text(translator("sv")) for fault in import_sheet(path).faults]


def _tricky(folder: Path) -> Deck:
    path = folder / "prov.sv.yaml"
    path.write_text(_TRICKY, encoding="utf-8")
    result = read_deck(path)
    assert result.deck is not None
    assert result.faults == ()
    return result.deck


@_ANY
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@given(deck=any_deck())
def test_a_saved_deck_is_fetched_as_the_same(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, deck: Deck
) -> None:
    """Whatever its texts hold: formulas, quotation marks, separators, line breaks, headings."""
    path = tmp_path_factory.mktemp("ark") / f"annat namn{suffix}"
    export_deck(deck, path)
    outcome = import_sheet(path)
    assert outcome.deck == deck
    assert outcome.faults == ()
    assert (outcome.cards, outcome.left_out) == (len(deck.cards), 0)


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_cells_that_begin_like_formulas_stay_texts(tmp_path: Path, suffix: str) -> None:
    """In and out again, the worst texts that people could think of are what they were."""
    deck = _tricky(tmp_path)
    export_deck(deck, tmp_path / f"prov{suffix}")
    assert _told(tmp_path / f"prov{suffix}") == []
    assert import_sheet(tmp_path / f"prov{suffix}").deck == deck


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@pytest.mark.parametrize("path", sorted(cards_folder().glob("*.yaml")), ids=lambda path: path.name)
def test_a_shipped_deck_comes_back(tmp_path: Path, path: Path, suffix: str) -> None:
    """The decks that come with the game can be worked on in Excel."""
    deck = read_deck(path).deck
    assert deck is not None
    export_deck(deck, tmp_path / f"x{suffix}")
    outcome = import_sheet(tmp_path / f"x{suffix}")
    assert outcome.deck == deck
    assert outcome.faults == ()


def test_the_yaml_of_a_fetched_deck_is_that_deck(tmp_path: Path) -> None:
    """What is shown and what would be written are one."""
    deck = _tricky(tmp_path)
    export_deck(deck, tmp_path / "prov.xlsx")
    written = tmp_path / "ny.yaml"
    written.write_text(import_sheet(tmp_path / "prov.xlsx").yaml, encoding="utf-8")
    assert read_deck(written).deck == deck


def test_a_workbook_holds_no_formula(tmp_path: Path) -> None:
    """Another program reads texts where texts were written, and keeps them texts when a cell is edited."""
    export_deck(_tricky(tmp_path), tmp_path / "prov.xlsx")
    book = openpyxl.load_workbook(tmp_path / "prov.xlsx")
    assert book.sheetnames == ["Kort", "Lek", "Teman"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "-", "@", "+"))] != []
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "-", "@", "+")))
    sheet = book["Kort"]
    assert sheet.freeze_panes == "A2"
    assert sheet["F2"].alignment.wrap_text
    assert sheet.column_dimensions["F"].width == 60
    assert [cell.value for cell in sheet[1]][:6] == ["Id", "Sort", "Tema", "Nivå", "Rubrik", "Text"]


def test_an_english_deck_has_english_headings(tmp_path: Path) -> None:
    """Sheets, headings and sorts of cards are in the deck's language."""
    deck = read_deck(cards_folder() / "service.en.yaml").deck
    assert deck is not None
    export_deck(deck, tmp_path / "service.xlsx")
    book = openpyxl.load_workbook(tmp_path / "service.xlsx")
    assert book.sheetnames == ["Cards", "Deck", "Themes"]
    assert [cell.value for cell in book["Cards"][1]][:5] == ["Id", "Kind", "Theme", "Level", "Title"]


def test_a_csv_is_what_a_swedish_excel_opens(tmp_path: Path) -> None:
    """A mark for UTF-8, semicolons and CRLF; and no cell that a spreadsheet would work out."""
    export_deck(_tricky(tmp_path), tmp_path / "prov.csv")
    content = (tmp_path / "prov.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfFormat;1\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")] == []
    assert "'=1+1" in [cell for row in rows for cell in row]


def test_only_a_table_of_ours_loses_its_apostrophes(tmp_path: Path) -> None:
    """In somebody else's table an apostrophe is an apostrophe."""
    path = tmp_path / "a.csv"
    path.write_text("Text;Tema\n'-Hej' sa hon;Hissen\n", encoding="utf-8")
    deck = import_sheet(path).deck
    assert deck is not None
    assert deck.cards[0].text == "'-Hej' sa hon"


def test_an_existing_file_is_not_written_over(tmp_path: Path) -> None:
    """Unless it is allowed; and another ending is no sheet."""
    deck = _tricky(tmp_path)
    path = tmp_path / "prov.csv"
    path.write_text("mitt", encoding="utf-8")
    with pytest.raises(FileExistsError):
        export_deck(deck, path)
    assert path.read_text(encoding="utf-8") == "mitt"
    export_deck(deck, path, over=True)
    assert import_sheet(path).deck == deck
    with pytest.raises(ValueError, match=r"\.xlsx"):
        export_deck(deck, tmp_path / "prov.ods")
    with pytest.raises(FileNotFoundError):
        export_deck(deck, tmp_path / "borta" / "prov.csv")


def test_a_picture_keeps_its_path_though_it_is_elsewhere(tmp_path: Path) -> None:
    """The sheet holds the picture's name, and says that the pictures must come along."""
    (tmp_path / "lek").mkdir()
    (tmp_path / "lek" / "a.png").write_bytes(
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(3) + b"\1" + bytes(3) + b"\1"
    )
    source = tmp_path / "lek" / "a.yaml"
    source.write_text(
        "title: a\ncards: [{text: b, image: a.png}, {text: c, image: a.png}]\n", encoding="utf-8"
    )
    deck = read_deck(source).deck
    assert deck is not None
    export_deck(deck, tmp_path / "a.xlsx")
    outcome = import_sheet(tmp_path / "a.xlsx")
    assert outcome.deck == deck
    assert [fault.code.value for fault in outcome.faults] == ["pictures_go_along"]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_that_is_written_is_understood(language: str) -> None:
    """Headings, sorts and scales mean what they were written for."""
    for words, owner in ((CARD_WORDS, Owner.CARD), (DECK_WORDS, Owner.DECK)):
        for name, heading in words[language].items():
            for written in (heading, heading.upper(), f" {heading} 2", f"{heading} (högst 8)"):
                found = field_of(owner, written)
                assert found is not None
                assert found.name == name
    assert all(kind_of(word) is kind for kind, word in KIND_WORDS[language].items())
    assert all(scale_of(word) is scale for scale, word in SCALE_WORDS[language].items())
