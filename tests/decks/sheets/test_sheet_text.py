"""CSV and plain text as people write them: every separator and encoding, odd headings, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.core.cards import Card, Deck, Kind, Scale
from game.decks import ImportOutcome, import_sheet
from game.decks.fault_codes import FaultCode
from game.decks.faults import Severity
from game.i18n import translator

_ROWS = (
    ("Rubrik", "Text", "Tema", "Följdfråga 1", "Följdfråga 2"),
    ("Luren", "Det ringer, igen; ingen svarar.", "På håll", "Vem är det?", ""),
    ("Dörren", "Den är\nstängd.", "på  håll", "", "Vad gör du?"),
    ("Hissen", 'Han säger "hej".', "Hissen", "", ""),
)


def _table(separator: str) -> str:
    quoted = (['"' + cell.replace('"', '""') + '"' for cell in row] for row in _ROWS)
    return "".join(separator.join(row) + "\r\n" for row in quoted)


def _import(folder: Path, text: str | bytes, name: str = "kort.csv", **options: str) -> ImportOutcome:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return import_sheet(path, **options)


def _deck(outcome: ImportOutcome) -> Deck:
    assert outcome.deck is not None, _told(outcome)
    return outcome.deck


def _card(outcome: ImportOutcome) -> Card:
    return _deck(outcome).cards[0]


def _codes(outcome: ImportOutcome) -> list[tuple[FaultCode, int, int]]:
    return [(fault.code, fault.line, fault.column) for fault in outcome.faults]


def _told(outcome: ImportOutcome) -> list[str]:
    return [fault.text(translator("sv")) for fault in outcome.faults]


@pytest.mark.parametrize("name", ["kort.csv", "kort.txt", "kort"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_separator_and_encoding_are_found_out(
    tmp_path: Path, name: str, separator: str, encoding: str
) -> None:
    """The same cards come out of every table, and the name of the file does not matter."""
    outcome = _import(tmp_path, _table(separator).encode(encoding), name)
    deck = _deck(outcome)
    assert outcome.faults == ()
    assert [card.text for card in deck.cards] == [row[1] for row in _ROWS[1:]]
    assert [card.theme for card in deck.cards] == ["pa-hall", "pa-hall", "hissen"]
    assert [theme.name for theme in deck.themes] == ["På håll", "Hissen"]
    assert [card.prompts for card in deck.cards] == [("Vem är det?",), ("Vad gör du?",), ()]
    assert (deck.title, deck.id, deck.language) == ("kort", "kort", "sv")


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(tmp_path: Path, break_: str) -> None:
    """Also the oldest ones; the last line needs none."""
    text = break_.join(["Text;Tema", "Det ringer.;Luren", "Den är stängd.;Dörren"])
    assert [card.text for card in _deck(_import(tmp_path, text)).cards] == ["Det ringer.", "Den är stängd."]


@pytest.mark.parametrize(
    ("heading", "value", "field", "expected"),
    [
        *((heading, "Hej.", "easy", "Hej.") for heading in ("lättläst", "LATTLAST", "Text (lättläst)")),
        *((heading, "Hej.", "note", "Hej.") for heading in ("Stöd", "handledare", "Anteckning", "Note:")),
        *((heading, "Luren", "title", "Luren") for heading in ("rubrik", " TITEL ", "Titel (kort)")),
        *((heading, "2", "intensity", 2) for heading in ("Nivå", "NIVA", "Nivå 1–3", "Svårighet")),
        *((heading, "På håll", "theme", "pa-hall") for heading in ("Tema", "Ämne", "Kategori")),
        *((heading, "Vad nu?", "prompts", ("Vad nu?",)) for heading in ("Frågor att prata om",)),
        *(("Nivå", value, "intensity", 2) for value in ("Nivå 2", "2 – det skaver", "2")),
        *((heading, "Fakta", "kind", Kind.FACT) for heading in ("Sort", "typ", "Kind")),
        *(("Sort", value, "kind", Kind.QUESTION) for value in ("fråga", "FRÅGA", "question", "Fraga")),
        *(("Sort", value, "kind", Kind.OWN) for value in ("eget", "Eget kort", "own")),
        *((heading, "8", "minutes", 8) for heading in ("Minuter", "minutes", "Tid")),
        *(("Minuter", value, "minutes", 8) for value in ("8 min", "8 minuter", " 8 ")),
        *((heading, "bilder\\a.png", "image", "bilder/a.png") for heading in ("Bild", "image", "Bildfil")),
        *((heading, "Vem?", "prompts", ("Vem?",)) for heading in ("Fråga 1", "följdfrågor", "Prompt 2")),
        *(("Frågor", value, "prompts", ("Vem?", "Vad?")) for value in ("Vem?\nVad?", "- Vem?\n- Vad?")),
        ("Frågor", "1. Vem?\n\n2) Vad?", "prompts", ("Vem?", "Vad?")),
        ("Frågor", "- Vem?", "prompts", ("- Vem?",)),
        *((heading, "Ja\nNej", "options", ("Ja", "Nej")) for heading in ("Val", "alternativ", "Options")),
        ("Skala", "ofta … sällan", "scale", Scale.OFTEN),
        ("Skala", "Instämmer", "scale", Scale.AGREE),
    ],
)  # fmt: skip
def test_headings_and_values_as_people_write_them(
    tmp_path: Path, heading: str, value: str, field: str, expected: object
) -> None:
    """Swedish and English, whatever the capitals, accents, numbers and brackets."""
    outcome = _import(tmp_path, f'"Text";"{heading}"\n"Det ringer.";"{value}"\n')
    assert getattr(_card(outcome), field) == expected
    assert [fault for fault in outcome.faults if fault.severity.is_fault] == []


def test_a_card_with_options_is_a_dilemma_though_nobody_said_so(tmp_path: Path) -> None:
    """What only one kind of card has tells the kind; nothing at all means a situation."""
    outcome = _import(tmp_path, "Text;Val 1;Val 2;Skala\nA.;Ja;Nej;\nB.;;;Ofta\nC.;;;\n")
    assert [card.kind for card in _deck(outcome).cards] == [Kind.DILEMMA, Kind.STATEMENT, Kind.SITUATION]


def test_a_lone_column_of_statements(tmp_path: Path) -> None:
    """The sort of the cards may stand over their text."""
    outcome = _import(tmp_path, "Påstående;Tema\nMan ska alltid hälsa.;Hissen\n")
    assert (_card(outcome).kind, _card(outcome).text) == (Kind.STATEMENT, "Man ska alltid hälsa.")


def test_numbered_columns_count_and_not_their_order(tmp_path: Path) -> None:
    """`Fråga 2` comes after `Fråga 1` wherever it stands, and gaps close up."""
    outcome = _import(tmp_path, "Fråga 3;Text;Fråga 1;Fråga 2\nTre?;Hej.;Ett?;\n")
    assert _card(outcome).prompts == ("Ett?", "Tre?")


def test_the_headings_are_found_below_a_title(tmp_path: Path) -> None:
    """Empty rows and a title above them do no harm; the title is the deck's."""
    outcome = _import(tmp_path, ";;\nVåra kort;;\n;;\nText;Tema;\nHej.;Hissen;\n")
    assert (_deck(outcome).title, outcome.cards, outcome.faults) == ("Våra kort", 1, ())


def test_a_deck_tells_of_itself_above_the_headings(tmp_path: Path) -> None:
    """Name and value on a row; a row that is not understood is named, with its place."""
    above = "Titel;Vårt hus\nSpråk;engelska\nFörfattare;Ås;a\nTema;Hissen\nSidan 3;av 7\n\n"
    rows = f"{above}Text;Tema\nHej.;hissen\n"
    outcome = _import(tmp_path, rows)
    deck = _deck(outcome)
    assert (deck.title, deck.language, deck.author) == ("Vårt hus", "en", "Ås")
    assert [(theme.id, theme.name) for theme in deck.themes] == [("hissen", "Hissen")]
    assert _codes(outcome) == [(FaultCode.ROW_UNKNOWN, 3, 3), (FaultCode.ROW_UNKNOWN, 5, 1)]
    assert _import(tmp_path, rows, title="Annat").deck == deck.__class__(
        deck.id, "en", "Annat", "", "Ås", "", deck.themes, deck.cards
    )


def test_a_language_is_the_one_asked_for_when_the_sheet_names_none(tmp_path: Path) -> None:
    """Title and language can be given from outside."""
    deck = _deck(_import(tmp_path, "Text\nHello there.\n", "My_cards.sv.csv", language="en"))
    assert (deck.language, deck.title, deck.id) == ("en", "My cards", "my-cards")


def test_unknown_columns_are_named(tmp_path: Path) -> None:
    """By letter and heading, with a guess; also one without a heading, and one that is there twice."""
    outcome = _import(tmp_path, "Text;Kommentar;Rubirk;Text;\nHej.;bra;R;Nej.;x\n")
    assert _codes(outcome) == [
        (FaultCode.COLUMN_UNKNOWN, 1, 2),
        (FaultCode.COLUMN_UNKNOWN, 1, 3),
        (FaultCode.COLUMN_TWICE, 1, 4),
        (FaultCode.COLUMN_UNNAMED, 1, 5),
    ]
    assert {fault.severity for fault in outcome.faults} == {Severity.ENTRY_IGNORED}
    told = _told(outcome)
    assert told[0].startswith(
        "Kolumn B har rubriken ”Kommentar”, som inte är känd; byt rubriken till någon av Id,"
    )
    assert "menade du ”Rubrik”?" in told[1]
    assert "(”Text”) betyder samma sak som kolumn A" in told[2]


def test_faults_name_the_cell_and_the_heading(tmp_path: Path) -> None:
    """Row and column as the sheet numbers them, also after a cell with several lines and empty rows."""
    outcome = _import(
        tmp_path,
        'Rubrik;Text;Sort;Nivå;Följdfråga 1\nA;"Rad.\nRad.";fråga;1;\n;;;;\nB;Hej.;frågar;7;x\nC;;;;Vem?\nD;'
        + "å" * 1300
        + ";;;"
        + "å" * 200
        + "\n",
    )
    assert (outcome.cards, outcome.left_out) == (1, 3)
    assert _codes(outcome) == [
        (FaultCode.UNKNOWN_CHOICE, 4, 3),
        (FaultCode.NUMBER_OUTSIDE, 4, 4),
        (FaultCode.MISSING, 5, 2),
        (FaultCode.TOO_LONG, 6, 2),
        (FaultCode.TOO_LONG, 6, 5),
    ]
    assert _told(outcome)[0] == (
        "Cell C4: ”frågar” går inte att välja under ”Sort”; menade du ”Fråga”? (kortet ”B” lämnas utanför)"
    )
    assert _told(outcome)[2] == "Cell B5: ”Text” är tom; skriv något i cellen (kortet ”C” lämnas utanför)"
    assert _told(outcome)[4].startswith("Cell E6: ”Följdfråga 1” har 200 tecken")


def test_a_theme_beside_the_listed_ones_is_told(tmp_path: Path) -> None:
    """A misspelt theme becomes one more, with a word about it."""
    outcome = _import(tmp_path, "Tema;Hissen\nTema;Köket\n\nText;Tema\nA.;Hisen\nB.;köket\n")
    assert [theme.name for theme in _deck(outcome).themes] == ["Hissen", "Köket", "Hisen"]
    assert _codes(outcome) == [(FaultCode.THEME_ADDED, 5, 2)]
    assert "menade du ”Hissen”?" in _told(outcome)[0]


def test_too_many_themes(tmp_path: Path) -> None:
    """The twenty-fifth theme is told at its cell."""
    rows = "".join(f"Kort {n}.;Tema {chr(65 + n)}{n}x\n" for n in range(26))
    outcome = _import(tmp_path, "Text;Tema\n" + rows)
    assert _codes(outcome) == [(FaultCode.TOO_MANY_THEMES, 26, 2)]
    assert outcome.cards == 26


def test_a_quotation_mark_that_is_never_closed_costs_its_own_cell(tmp_path: Path) -> None:
    """The rows below are read all the same, and the place is told."""
    outcome = _import(tmp_path, 'Text;Tema\n"Hej, sa hon.;Hissen\n"Ja" sa han.;Köket\nSlut.;Hissen\n')
    assert [card.text for card in _deck(outcome).cards] == ['"Hej, sa hon.', '"Ja" sa han.', "Slut."]
    assert _codes(outcome) == [(FaultCode.QUOTE_UNCLOSED, 2, 1)]


def test_excels_own_line_for_the_separator(tmp_path: Path) -> None:
    """`sep=` is no row, here as in Excel."""
    outcome = _import(tmp_path, "sep=|\r\nText|Rubrik\r\nHej; du, där.|\r\n|R\r\n")
    assert _card(outcome).text == "Hej; du, där."
    assert _codes(outcome) == [(FaultCode.MISSING, 3, 1)]


def test_headings_printed_on_every_page_are_no_cards(tmp_path: Path) -> None:
    """The same row once more is passed over."""
    assert _import(tmp_path, "Text;Tema\nA.;H\nText;Tema\nB.;H\n").cards == 2


# --- without headings


def test_one_column_without_a_heading_is_the_text(tmp_path: Path) -> None:
    """Also beside a column of numbers, which is said."""
    long = "Det ringer i luren, och ingen av er svarar."
    assert _card(_import(tmp_path, f"{long}\nHej.\n")).text == long
    outcome = _import(tmp_path, f"1;{long}\n2;{long}\n")
    assert [card.text for card in _deck(outcome).cards] == [long, long]
    assert _codes(outcome) == [(FaultCode.COLUMN_UNNAMED, 1, 1)]


def test_a_table_without_headings_is_refused_with_advice(tmp_path: Path) -> None:
    """Two columns that could be the text are one too many."""
    long = "Det ringer i luren, och ingen av er svarar."
    outcome = _import(tmp_path, f"{long};{long}\n{long};{long}\n")
    assert (outcome.deck, outcome.yaml, outcome.cards) == (None, "", 0)
    assert _told(outcome)[0].startswith(
        "Det går inte att se vilken kolumn som har kortens text; skriv rubriker"
    )


def test_headings_without_a_text_are_refused_at_their_row(tmp_path: Path) -> None:
    """The row is named, and what to write there."""
    outcome = _import(tmp_path, ";\nRubrik;Tema\nLuren;Hissen\n")
    assert _codes(outcome) == [(FaultCode.NO_TEXT_COLUMN, 2, 1)]


def test_a_text_with_one_card_a_line(tmp_path: Path) -> None:
    """Commas and semicolons in writing make no table; the signs of a list are no text."""
    text = "- Det ringer, igen; ingen svarar.\n- Den är stängd, säger hon; du hör det.\n\n"
    outcome = _import(tmp_path, text, "kort.txt")
    assert [card.text for card in _deck(outcome).cards] == [
        "Det ringer, igen; ingen svarar.",
        "Den är stängd, säger hon; du hör det.",
    ]
    assert outcome.faults == ()


def test_a_text_with_one_card_a_paragraph(tmp_path: Path) -> None:
    """A blank line parts two cards; other line breaks are where the window ended. Places are lines."""
    text = f"Det ringer.\nIngen svarar.\n\n\nDen är stängd.\n \n{'å' * 1300}\n"
    outcome = _import(tmp_path, text, "kort.txt")
    assert [card.text for card in _deck(outcome).cards] == ["Det ringer. Ingen svarar.", "Den är stängd."]
    assert _codes(outcome) == [(FaultCode.TOO_LONG, 7, 1)]
    assert _told(outcome)[0].startswith("”text” har 1300 tecken")


# --- odd characters


def test_what_cannot_be_shown_costs_its_card(tmp_path: Path) -> None:
    """NUL, control characters and half characters are told at their cells."""
    rows = b"Text;Rubrik\nA\x00.;\nB.;x\x1b[31m\nC.;\n" + b"\xed\xa0\x80 D;\n" + "Åäö.;\n".encode()
    outcome = _import(tmp_path, rows)
    assert [card.text for card in _deck(outcome).cards] == ["C.", "Åäö."]
    assert _codes(outcome) == [
        (FaultCode.UNPRINTABLE, 2, 1),
        (FaultCode.UNPRINTABLE, 3, 2),
        (FaultCode.UNPRINTABLE, 5, 1),
    ]


def test_pictures_outside_are_refused_and_missing_ones_kept(tmp_path: Path) -> None:
    """No path out of the folder comes through; a picture may be put in its place later."""
    rows = "Text;Bild\nA.;../a.png\nB.;C:\\a.png\nC.;bilder\\a.png\nD.;a.gif\nE.;" + "a" * 300 + ".png\n"
    outcome = _import(tmp_path, rows)
    assert [card.image for card in _deck(outcome).cards] == [None, None, "bilder/a.png", None, None]
    assert _codes(outcome) == [
        (FaultCode.PICTURE_OUTSIDE, 2, 2),
        (FaultCode.PICTURE_OUTSIDE, 3, 2),
        (FaultCode.PICTURES_GO_ALONG, 4, 2),
        (FaultCode.PICTURE_TYPE, 5, 2),
        (FaultCode.TOO_LONG, 6, 2),
    ]
