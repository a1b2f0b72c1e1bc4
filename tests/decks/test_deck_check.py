"""`deck check`: exit codes and lines for good, faulty, missing and drifting decks."""

from __future__ import annotations

from pathlib import Path

from game.decks import check_paths
from game.i18n import translator

SV = translator("sv")


ADVICE = "(råd)"
"""How a line ends that is no fault, but worth a thought for the room: `test_room_check` is about those."""


def _faults(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.endswith(ADVICE)]


def _write(folder: Path, name: str, cards: str, extra: str = "") -> Path:
    path = folder / name
    path.write_text(f"title: x\n{extra}cards:\n{cards}", encoding="utf-8")
    return path


def test_a_clean_deck_says_nothing(tmp_path: Path) -> None:
    """Exit 0 and no lines."""
    _write(tmp_path, "a.yaml", "- {text: a, prompts: [Vad?]}\n")
    assert check_paths([tmp_path], SV) == (0, [])


def test_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    """Exit 1, a line for every fault of every file, by file and line."""
    a = _write(tmp_path, "a.yaml", "- {text: a, promts: []}\n- title: b\n")
    b = _write(tmp_path, "b.yaml", "- {text: a, intensity: 9}\n- text: b\n")
    code, lines = check_paths([b, a], SV)
    assert code == 1
    assert _faults(lines) == [
        f"{a}:3:13: Nyckeln ”promts” finns inte; menade du ”prompts”? (resten läses ändå)",
        f"{a}:4:3: ”text” saknas eller är tom; skriv något efter text: (kortet ”b” lämnas utanför)",
        f"{b}:3:24: ”intensity” är 9; skriv ett tal mellan 1 och 3 (kortet ”1” lämnas utanför)",
    ]


def test_warnings_alone_are_printed_and_succeed(tmp_path: Path) -> None:
    """An unknown colour is told, and the deck is still in order."""
    _write(tmp_path, "a.yaml", "- text: a\n", "themes: {t: {color: rosa}}\n")
    code, lines = check_paths([tmp_path], SV)
    assert code == 0
    assert len(_faults(lines)) == 1
    assert _faults(lines)[0].endswith("(varning)")


def test_a_missing_path_and_an_empty_folder_are_errors(tmp_path: Path) -> None:
    """Checking nothing does not succeed."""
    code, lines = check_paths([tmp_path / "nej.yaml", tmp_path], SV)
    assert code == 1
    wrong = "I mappen finns inga kortlekar; lägg dit en fil som slutar på .yaml (inget att läsa in)"
    assert lines == [
        f"{tmp_path}:1:1: {wrong}",
        f"{tmp_path / 'nej.yaml'}:1:1: Filen finns inte; kontrollera namn och mapp (kortleken läses inte in)",
    ]


def test_a_folder_checked_with_its_file_is_no_empty_folder(tmp_path: Path) -> None:
    """Giving a file twice neither doubles its lines nor makes its folder look empty."""
    path = _write(tmp_path, "a.yaml", "- {text: a, x: 1}\n")
    code, lines = check_paths([path, tmp_path], SV)
    assert (code, len(_faults(lines))) == (1, 1)


def test_language_versions_that_drift_apart_are_warned_about(tmp_path: Path) -> None:
    """Cards in one language only, and other numbers of prompts or options, are told at their place."""
    dilemma = "kind: dilemma, text: a"
    sv = _write(
        tmp_path,
        "a.sv.yaml",
        f"- {{id: a, text: a, prompts: [b]}}\n- {{id: b, {dilemma}, options: [c, d]}}\n"
        "- {id: c, text: a}\n- {id: d, text: a}\n",
    )
    en = _write(
        tmp_path,
        "a.en.yaml",
        f"- {{id: a, text: a}}\n- {{id: b, {dilemma}, options: [c, d, e]}}\n"
        "- {id: e, text: a}\n- {id: d, text: a, kind: fact}\n",
    )
    code, lines = check_paths([tmp_path], SV)
    assert code == 0
    assert [line.partition("; ")[0] for line in _faults(lines)] == [
        f"{en}:3:3: Kortet ”a” har 0 följdfrågor här och 1 i a.sv.yaml",
        f"{en}:4:3: Kortet ”b” har 3 val här och 2 i a.sv.yaml",
        f"{en}:5:3: Kortet ”e” finns inte i a.sv.yaml",
        f"{en}:6:3: Kortet ”d” är fact här och situation i a.sv.yaml",
        f"{sv}:5:3: Kortet ”c” finns inte i a.en.yaml",
    ]


def test_versions_are_compared_when_given_as_files(tmp_path: Path) -> None:
    """Two files of one deck are held against each other without their folder being named."""
    sv = _write(tmp_path, "a.sv.yaml", "- {id: a, text: a}\n- {id: b, text: a}\n")
    en = _write(tmp_path, "a.en.yaml", "- {id: a, text: a}\n")
    assert len(_faults(check_paths([sv, en], SV).lines)) == 1
    assert _faults(check_paths([sv], SV).lines) == []
