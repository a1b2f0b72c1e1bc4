"""What one types to make, check and move decks: what is said, what is written, and the code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli import main
from game.decks import read_deck
from game.options import EXIT_FAULTS, EXIT_OK, EXIT_USAGE
from tests.window.deck import write_deck

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files without a folder are written to the test's own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BEMOTANDE_LANGUAGE", raising=False)


def _run(capsys: Captured, *arguments: str) -> tuple[int, str, str]:
    code = main(["deck", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def _sheet(folder: Path, text: str, name: str = "mina kort.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize("command", ["new", "import", "export", "preview", "check", "schema"])
def test_every_command_has_swedish_help(command: str, capsys: Captured) -> None:
    """`--help` ends well, in Swedish."""
    with pytest.raises(SystemExit) as ended:
        main(["deck", command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert f"så här: bemotande deck {command}" in said
    assert "show " not in said


# --- check


def test_check_for_programs_is_json(tmp_path: Path, capsys: Captured) -> None:
    """On stdout, with the same code as for people."""
    path = tmp_path / "fel.sv.yaml"
    path.write_text("title: Fel\ncards:\n  - text: Ett kort.\n    promts: [Vad?]\n", encoding="utf-8")
    code, out, err = _run(capsys, "check", "--json", str(path))
    report = json.loads(out)
    assert (code, err) == (EXIT_FAULTS, "")
    assert (report["faults"][0]["line"], report["faults"][0]["column"]) == (4, 5)
    assert _run(capsys, "check", str(path))[0] == EXIT_FAULTS


# --- new


def test_new_writes_a_deck_that_check_is_silent_about(tmp_path: Path, capsys: Captured) -> None:
    """Named after its title, in the folder where one stands, and says where."""
    code, out, err = _run(capsys, "new", "Vårt hus")
    assert (code, err) == (EXIT_OK, "")
    assert "vart-hus.sv.yaml" in out
    assert _run(capsys, "check", "vart-hus.sv.yaml") == (EXIT_OK, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kortlek.schema.json", "vart-hus.sv.yaml"]


def test_new_in_english(tmp_path: Path, capsys: Captured) -> None:
    """`--language` is the deck's, too."""
    code, _, _ = _run(capsys, "new", "Our house", "--language", "en", "-o", str(tmp_path / "x.en.yaml"))
    deck = read_deck(tmp_path / "x.en.yaml").deck
    assert code == EXIT_OK
    assert deck is not None
    assert (deck.language, deck.title) == ("en", "Our house")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "x" * 61], "1–60 tecken, och det här har 61"),
        (["new", " "], "1–60 tecken, och det här har 0"),
        (["new", "Lek", "-o", "lek.txt"], "slutar på .yaml; skriv till exempel lek.sv.yaml"),
        (["new", "Lek", "-o", "borta/lek.sv.yaml"], "Det går inte att skriva filen: borta/lek.sv.yaml: "),
        (["import", "a.csv", "-o", "lek.xlsx"], "slutar på .yaml; skriv till exempel lek.sv.yaml"),
        (
            ["export", "service", "-o", "lek.ods"],
            "som .xlsx eller .csv; skriv till exempel service.xlsx",
        ),
        (["export", "serwice"], "menade du ”service”?"),
        (["export", "service", "-o", "borta/lek.csv"], "Det går inte att skriva filen: borta/lek.csv: "),
    ],
)
def test_what_cannot_be_done_is_said(
    arguments: list[str], words: str, tmp_path: Path, capsys: Captured
) -> None:
    """One line and the code 2; nothing is written."""
    if arguments[0] == "export":
        arguments = [*arguments, "--data-dir", str(tmp_path / "data")]
    code, out, err = _run(capsys, *arguments)
    assert (code, out) == (EXIT_USAGE, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_new_never_writes_over_a_file(tmp_path: Path, capsys: Captured) -> None:
    """It says so, and the file stays."""
    (tmp_path / "lek.sv.yaml").write_text("mitt", encoding="utf-8")
    code, _, err = _run(capsys, "new", "Lek")
    assert code == EXIT_USAGE
    assert "lek.sv.yaml finns redan; välj ett annat namn" in err
    assert (tmp_path / "lek.sv.yaml").read_text(encoding="utf-8") == "mitt"


# --- import and export


def test_import_writes_a_deck_beside_nothing_of_anybodys(tmp_path: Path, capsys: Captured) -> None:
    """Under the sheet's name, in the folder where one stands; the deck is clean."""
    (tmp_path / "ark").mkdir()
    sheet = _sheet(tmp_path / "ark", "Text;Tema\nDet ringer.;Luren\nDen är stängd.;Dörren\n")
    assert _run(capsys, "import", str(sheet)) == (EXIT_OK, "2 kort hämtade till mina kort.sv.yaml\n", "")
    text = (tmp_path / "mina kort.sv.yaml").read_text(encoding="utf-8")
    assert text.startswith("# Hämtad ur mina kort.csv\nformat: 1\nid: mina-kort\n")
    read = read_deck(tmp_path / "mina kort.sv.yaml")
    assert (read.faults, read.title) == ((), "mina kort")


def test_import_says_what_it_did_not_understand(tmp_path: Path, capsys: Captured) -> None:
    """With row and column, and with the code of faults, though the good cards are written."""
    sheet = _sheet(tmp_path, "Text;Humör\nDet ringer.;glad\n;arg\nX.;\n".replace(";arg", "å" * 1300 + ";arg"))
    code, out, err = _run(capsys, "import", str(sheet), "--title", "Vårt hus", "-o", "lek.sv.yaml")
    assert (code, out) == (EXIT_FAULTS, "2 kort hämtade till lek.sv.yaml, 1 lämnat utanför\n")
    assert f"{sheet}:1:2: Kolumn B har rubriken ”Humör”" in err
    assert f"{sheet}:3:1: Cell A3: " in err
    assert read_deck(tmp_path / "lek.sv.yaml").title == "Vårt hus"


def test_import_of_nothing_writes_nothing(tmp_path: Path, capsys: Captured) -> None:
    """A picture is no sheet."""
    (tmp_path / "a.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, out, err = _run(capsys, "import", "a.csv")
    assert (code, out) == (EXIT_FAULTS, "")
    assert "PNG-fil" in err
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_import_writes_over_a_file_only_when_told_to(tmp_path: Path, capsys: Captured) -> None:
    """`--force` does it; without it the file stays and the flag is named."""
    sheet = _sheet(tmp_path, "Text\nDet ringer.\n")
    (tmp_path / "mina kort.sv.yaml").write_text("mitt", encoding="utf-8")
    code, _, err = _run(capsys, "import", str(sheet))
    assert code == EXIT_USAGE
    assert "--force" in err
    assert (tmp_path / "mina kort.sv.yaml").read_text(encoding="utf-8") == "mitt"
    assert _run(capsys, "import", str(sheet), "--force")[0] == EXIT_OK
    assert read_deck(tmp_path / "mina kort.sv.yaml").deck is not None


def test_a_deck_by_its_id_goes_to_excel_and_back(tmp_path: Path, capsys: Captured) -> None:
    """The deck that ships is the deck that comes back, in the language asked for."""
    data = ["--data-dir", str(tmp_path / "data")]
    assert _run(capsys, "export", "service", *data) == (EXIT_OK, "36 kort sparade i service.sv.xlsx\n", "")
    code, _, _ = _run(capsys, "import", "service.sv.xlsx")
    deck = read_deck(tmp_path / "service.sv.yaml").deck
    assert code == EXIT_OK
    assert deck is not None
    assert (deck.id, deck.language, len(deck.cards)) == ("service", "sv", 36)
    assert _run(capsys, "export", "service", "--language", "en", *data)[0] == EXIT_OK
    assert (tmp_path / "service.en.xlsx").exists()


def test_a_deck_by_its_file_goes_to_csv(tmp_path: Path, capsys: Captured) -> None:
    """The language is the file's; an existing table stays unless it is told otherwise."""
    deck = write_deck(tmp_path)
    assert _run(capsys, "export", str(deck), "-o", "a.csv") == (EXIT_OK, "2 kort sparade i a.csv\n", "")
    code, _, err = _run(capsys, "export", str(deck), "-o", "a.csv")
    assert code == EXIT_USAGE
    assert "a.csv finns redan" in err
    assert _run(capsys, "export", str(deck), "-o", "a.csv", "--force")[0] == EXIT_OK


def test_export_of_a_faulty_deck_tells_what_is_missing(tmp_path: Path, capsys: Captured) -> None:
    """The good cards are saved, and the code is that of faults; a refused deck is not saved."""
    path = tmp_path / "fel.sv.yaml"
    path.write_text("title: Fel\ncards:\n- text: A\n- intensity: 9\n", encoding="utf-8")
    code, out, err = _run(capsys, "export", str(path))
    assert (code, out) == (EXIT_FAULTS, "1 kort sparat i fel.sv.xlsx\n")
    assert f"{path}:4:" in err
    path.write_text("title: Fel\n", encoding="utf-8")
    assert _run(capsys, "export", str(path), "-o", "b.csv")[0] == EXIT_FAULTS
    assert not (tmp_path / "b.csv").exists()


def test_pictures_must_come_along(tmp_path: Path, capsys: Captured) -> None:
    """Said when a deck with pictures is saved as a sheet."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (8).to_bytes(4, "big") * 2)
    (tmp_path / "a.sv.yaml").write_text("title: a\ncards: [{text: b, image: a.png}]\n", encoding="utf-8")
    assert "Bilderna ligger kvar" in _run(capsys, "export", "a.sv.yaml")[1]
    assert "lägg bilderna bredvid kortleken" in _run(capsys, "import", "a.sv.xlsx", "--force")[2]
