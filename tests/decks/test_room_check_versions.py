"""Language versions that have drifted apart in what a room sees."""

from __future__ import annotations

from pathlib import Path

from game.decks import FaultCode, read_deck, room_warnings
from tests.decks.room_examples import GOOD, HEAD


def _versions(folder: Path, sv: str, en: str) -> list[tuple[str, FaultCode, int, str]]:
    results = []
    for name, content in (("a.sv.yaml", sv), ("a.en.yaml", en)):
        (folder / name).write_text(content, encoding="utf-8")
        results.append(read_deck(folder / name))
    faults = room_warnings(results)
    return [(x.file.name, x.code, x.line, str(dict(x.values).get("key", ""))) for x in faults]


def test_versions_that_differ_in_what_the_room_sees_are_told(tmp_path: Path) -> None:
    """Another theme, intensity or scale, and plain language in one only, are told where to mend them."""
    themes = "themes: {t: {color: teal, icon: key}, u: {color: red, icon: bed}}\n"
    sv = (
        f"- {{id: a, theme: t, text: a, easy: b, {GOOD}}}\n"
        f"- {{id: b, kind: statement, theme: u, text: a, {GOOD}}}\n"
    )
    en = (
        "- {id: b, kind: statement, scale: often, intensity: 3, theme: u, text: a, note: c, prompts: [W?]}\n"
        "- {id: a, theme: u, text: a, prompts: [What?]}\n"
    )
    other = themes.replace("icon: bed", "icon: door").replace("t: {color", "v: {}, t: {color")
    assert _versions(tmp_path, themes + HEAD + sv, other + HEAD + en) == [
        ("a.sv.yaml", FaultCode.FIELD_IN_ONE_LANGUAGE, 5, "note"),
        ("a.en.yaml", FaultCode.THEME_UNUSED, 1, ""),
        ("a.en.yaml", FaultCode.THEME_IN_ONE_LANGUAGE, 1, ""),
        ("a.en.yaml", FaultCode.THEME_UNUSED, 1, ""),
        ("a.en.yaml", FaultCode.THEME_LOOKS_DIFFERENT, 1, "icon"),
        ("a.en.yaml", FaultCode.FIELD_DIFFERS, 4, "scale"),
        ("a.en.yaml", FaultCode.FIELD_DIFFERS, 4, "intensity"),
        ("a.en.yaml", FaultCode.FIELD_IN_ONE_LANGUAGE, 5, "easy"),
        ("a.en.yaml", FaultCode.FIELD_DIFFERS, 5, "theme"),
    ]


def test_versions_that_agree_are_left_alone_in_any_order(tmp_path: Path) -> None:
    """The order of cards and of themes is free."""
    cards = [f"- {{id: {x}, theme: {x}, text: a, {GOOD}}}\n" for x in "ab"]
    themes = ["  a: {color: red, icon: bed}\n", "  b: {color: teal, icon: key}\n"]
    sv = "themes:\n" + "".join(themes) + HEAD + "".join(cards)
    en = "themes:\n" + "".join(reversed(themes)) + HEAD + "".join(reversed(cards))
    assert _versions(tmp_path, sv, en) == []


def test_decks_of_other_names_or_folders_are_not_compared(tmp_path: Path) -> None:
    """Only versions of one deck in one folder should agree."""
    (tmp_path / "b").mkdir()
    results = []
    for name, intensity in (("a.sv.yaml", 1), ("b/a.en.yaml", 2), ("c.en.yaml", 2)):
        content = HEAD + f"- {{id: x, text: a, intensity: {intensity}, {GOOD}}}\n"
        (tmp_path / name).write_text(content, encoding="utf-8")
        results.append(read_deck(tmp_path / name))
    assert room_warnings(results) == ()
