"""`deck check` for programs: the JSON's keys are fixed, and it says what the lines say."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from game.decks import Severity, check_json, check_paths
from game.i18n import translator
from game.resources import cards_folder

SV, EN = translator("sv"), translator("en")
DOCS = Path(__file__).resolve().parents[2] / "docs" / "deck-format.md"

TOP = ["version", "summary", "decks", "faults"]
DECK = ["id", "title", "state", "languages", "files", "cards", "left_out"]
FAULT = ["file", "line", "column", "severity", "code", "card", "message", "remedy", "consequence"]


def _report(paths: list[Path]) -> tuple[int, dict[str, Any]]:
    code, text = check_json(paths, SV)
    report = json.loads(text)
    assert isinstance(report, dict)
    return code, report


def _write(folder: Path) -> tuple[Path, Path]:
    good, bad = folder / "a.sv.yaml", folder / "b.sv.yaml"
    good.write_text(
        "title: Alla här\ncards:\n- {title: Åh, text: Gå → dit, prompts: [Vad?]}\n", encoding="utf-8"
    )
    bad.write_text("title: B\ncards:\n- {text: a, prompts: [Vad?]}\n- {title: C}\nx: 1\n", encoding="utf-8")
    return good, bad


def test_the_whole_report_is_as_documented(tmp_path: Path) -> None:
    """Decks with their state, and faults with place, severity, code and words, in the order of the files."""
    good, bad = _write(tmp_path)
    code, report = _report([good, bad])
    assert code == 1
    assert report == {
        "version": 1,
        "summary": {"deck refused": 0, "card left out": 1, "entry ignored": 1, "warning": 1},
        "decks": [
            {
                "id": "a",
                "title": "Alla här",
                "state": "fine",
                "languages": ["sv"],
                "files": [str(good)],
                "cards": 1,
                "left_out": 0,
            },
            {
                "id": "b",
                "title": "B",
                "state": "some cards left out",
                "languages": ["sv"],
                "files": [str(bad)],
                "cards": 1,
                "left_out": 1,
            },
        ],
        "faults": [
            {
                "file": str(good),
                "line": 3,
                "column": 21,
                "severity": "warning",
                "code": "missing_glyphs",
                "card": "Åh",
                "message": "”text” har tecken som blir tomma rutor på skärmen: → (U+2192)",
                "remedy": "byt ut dem mot ord eller vanliga tecken",
                "consequence": "råd",
            },
            {
                "file": str(bad),
                "line": 4,
                "column": 3,
                "severity": "card left out",
                "code": "missing",
                "card": "C",
                "message": "”text” saknas eller är tom",
                "remedy": "skriv något efter text:",
                "consequence": "kortet ”C” lämnas utanför",
            },
            {
                "file": str(bad),
                "line": 5,
                "column": 1,
                "severity": "entry ignored",
                "code": "unknown_key",
                "card": None,
                "message": "Nyckeln ”x” finns inte",
                "remedy": report["faults"][2]["remedy"],
                "consequence": "resten läses ändå",
            },
        ],
    }


def test_keys_come_in_a_fixed_order_and_are_all_documented(tmp_path: Path) -> None:
    """The order of the keys is stable, and the documentation names every one."""
    _, report = _report(list(_write(tmp_path)))
    assert list(report) == TOP
    assert all(list(deck) == DECK for deck in report["decks"])
    assert all(list(fault) == FAULT for fault in report["faults"])
    documented = DOCS.read_text(encoding="utf-8")
    assert [key for key in {*TOP, *DECK, *FAULT} if f"`{key}`" not in documented] == []


def test_the_report_says_what_the_lines_say(tmp_path: Path) -> None:
    """Put together, a fault's parts are the line that people read."""
    paths = [*_write(tmp_path), tmp_path / "nej.yaml"]
    code, report = _report(paths)
    parts = [
        f"{x['file']}:{x['line']}:{x['column']}: {x['message']}; {x['remedy']} ({x['consequence']})"
        for x in report["faults"]
    ]
    assert (code, parts) == check_paths(paths, SV)


def test_a_clean_folder_has_decks_and_no_faults() -> None:
    """The shipped decks are listed with both languages, and the exit code is 0."""
    code, report = _report([cards_folder()])
    assert code == 0
    assert report["faults"] == []
    assert set(report["summary"]) == {severity.value for severity in Severity}
    assert {tuple(deck["languages"]) for deck in report["decks"]} == {("sv", "en")}


def test_a_missing_path_and_an_empty_folder_are_told(tmp_path: Path) -> None:
    """What cannot be checked makes the check fail, in JSON too."""
    (tmp_path / "tom").mkdir()
    code, report = _report([tmp_path / "nej.yaml", tmp_path / "tom"])
    assert code == 1
    assert [fault["code"] for fault in report["faults"]] == ["file_missing", "no_deck_files"]
    assert [deck["state"] for deck in report["decks"]] == ["refused"]


def test_words_alone_change_with_the_language(tmp_path: Path) -> None:
    """In English the places, codes and severities are the same."""
    paths = list(_write(tmp_path))
    swedish, english = (json.loads(check_json(paths, _)[1]) for _ in (SV, EN))
    for one, other in zip(swedish["faults"], english["faults"], strict=True):
        assert [one[key] for key in FAULT[:6]] == [other[key] for key in FAULT[:6]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
def test_a_file_name_that_is_no_text_can_be_written(tmp_path: Path) -> None:
    """The report is UTF-8 whatever bytes a file is called."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.yaml"))
    path.write_text("title: x\n", encoding="utf-8")
    _, text = check_json([path], SV)
    assert text.encode("utf-8")
    assert json.loads(text)["decks"][0]["state"] == "refused"
