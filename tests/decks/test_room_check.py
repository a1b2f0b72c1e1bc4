"""What is legal in a deck but bad in a room: found at its place, and silent about good decks."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from pygame import Surface

from game.core.cards import Kind
from game.decks import FaultCode, Library, Severity, check_paths, read_deck, room_warnings
from game.decks.faults import MAX_FAULTS
from game.decks.room_texts import ROOM_TEXTS
from game.i18n import translator
from game.resources import cards_folder
from tests.decks.room_examples import CASES, GOOD, HEAD, Found, found_in, words_of

SV = translator("sv")
_HERE = Path(__file__).parent


@pytest.mark.parametrize(("content", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_advice_is_given_in_its_place(tmp_path: Path, content: str, found: list[Found]) -> None:
    """A deck gets the advice that fits, at the line and column of the field or entry, and no other."""
    assert found_in(tmp_path, content) == found


def test_a_misspelt_key_gets_no_advice_on_top(tmp_path: Path) -> None:
    """Whoever wrote `promts` hears of the key, and not that there are no prompts; another card does."""
    themes = "themes: {t: {}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n" * 3
    content = themes + "- {text: a, promts: [Vad?], tema: t}\n- {text: a, theme: t}\n"
    assert found_in(tmp_path, content) == [(FaultCode.NO_PROMPTS, 8, 3)]


def test_the_shipped_decks_get_no_advice() -> None:
    """Every deck that comes with the program is written as the advice would have it."""
    for listing in Library.build([cards_folder()]).listings:
        assert [fault.line_text(SV) for fault in room_warnings(listing.versions)] == []


def test_advice_is_told_by_the_check_and_not_by_the_library(tmp_path: Path) -> None:
    """A hint is no fault: the exit code stays 0 and the library on the welcome screen is silent."""
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "- {text: Gå → dit, title: Dit}\n", encoding="utf-8")
    assert [fault for listing in Library.build([path]).listings for fault in listing.faults] == []
    code, lines = check_paths([path], SV)
    assert code == 0
    assert lines == [
        f"{path}:3:3: Kortet har inga följdfrågor, så samtalet får klara sig utan hjälp; skriv tre till fem "
        "under prompts (råd)",
        f"{path}:3:10: ”text” har tecken som blir tomma rutor på skärmen: → (U+2192); byt ut dem mot ord "
        "eller vanliga tecken (råd)",
    ]


def test_a_long_text_is_told_in_words(tmp_path: Path) -> None:
    """How much too long it is, is said in words of the text, and how many pages it gives."""
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + f"- {{text: {words_of(420)} ett två tre, {GOOD}}}\n", encoding="utf-8")
    (fault,) = room_warnings([read_deck(path)])
    assert fault.text(SV).startswith(
        "”text” är 3 ord för lång för att läsas på håll, så den blir upp till 2 sidor;"
    )
    assert fault.severity is Severity.WARNING
    assert fault.card == "kort-1"


def test_advice_beyond_the_bound_is_counted(tmp_path: Path) -> None:
    """A large deck lists some hundreds and tells how many more there are."""
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + "- text: a\n" * (MAX_FAULTS + 7), encoding="utf-8")
    faults = room_warnings([read_deck(path)])
    assert len(faults) == MAX_FAULTS + 1
    assert dict(faults[-1].values) == {"number": 7}


def test_a_refused_deck_gets_no_advice(tmp_path: Path) -> None:
    """What cannot be played is told by its faults."""
    path = tmp_path / "a.yaml"
    path.write_text("title: x\n", encoding="utf-8")
    assert room_warnings([read_deck(path), read_deck(tmp_path / "nej.yaml")]) == ()


def test_a_deck_changed_under_way_is_still_checked(tmp_path: Path) -> None:
    """A picture that has gone since the deck was read, and places that are not known, do no harm."""
    path = tmp_path / "a.yaml"
    pygame.image.save(Surface((3, 2)), str(tmp_path / "b.png"))
    path.write_text(HEAD + f"- {{text: a → b, {GOOD}, image: b.png}}\n", encoding="utf-8")
    result = read_deck(path)
    (tmp_path / "b.png").unlink()
    bare = replace(result, fields=type(result.fields)())
    assert [(fault.code, fault.line) for fault in room_warnings([bare])] == [(FaultCode.MISSING_GLYPHS, 1)]
    assert result.deck is not None
    assert result.deck.cards[0].kind is Kind.SITUATION


# --- words


@pytest.mark.parametrize("code", ROOM_TEXTS)
def test_advice_costs_nothing_and_asks_for_values_by_name(code: FaultCode) -> None:
    """Every piece of advice is called so, and says what to do."""
    words = ROOM_TEXTS[code]
    assert words.consequence == "råd"
    assert words.remedy
    for part in words:
        assert all(name != "" for _, name, _, _ in string.Formatter().parse(part))


def test_every_piece_of_advice_fills_in_its_values(tmp_path: Path) -> None:
    """No case leaves a brace in its words."""
    for number, (_, content, _) in enumerate(CASES):
        path = tmp_path / f"{number}.yaml"
        path.write_text(content, encoding="utf-8")
        for fault in room_warnings([read_deck(path)]):
            assert not set("{}") & set(fault.text(SV))


def test_every_kind_of_advice_has_a_test() -> None:
    """No advice is without a case in these files."""
    files = [path for name in ("room_examples.py", "test_room_check*.py") for path in _HERE.glob(name)]
    tested = "".join(path.read_text(encoding="utf-8") for path in files)
    assert [code.name for code in ROOM_TEXTS if f"FaultCode.{code.name}" not in tested] == []
