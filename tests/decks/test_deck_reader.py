"""What the reader makes of good decks, of hostile files and of files that are no files."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core.cards import Card, CardId, Deck, Kind, Scale, Theme, ThemeId
from game.decks import COLORS, ICONS, FaultCode, ReadResult, Severity, read_deck
from game.decks.nodes import MAX_ALIASES
from game.i18n import translator

FULL = """\
format: 1
id: prov
language: en
title: Prov
about: >-
  Ett stycke
  på två rader.

  Ett till.
author: Någon
licence: CC-BY-4.0
themes:
  telefon: {name: I telefon, color: red, icon: bed}
cards:
  - id: luren
    kind: dilemma
    theme: telefon
    intensity: 3
    title: Luren
    text: |
      ”Hej”,   säger hon.
      Ny rad.


      Nytt stycke.
    easy: Lätt
    options: [Ja, Nej]
    prompts: ["Vad sa hon?", 'Och sen?']
    note: Bara för dig
    minutes: 8
  - {kind: statement, text: Ofta, scale: often}
"""


def _read(folder: Path, text: str, name: str = "prov.sv.yaml") -> ReadResult:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_deck(path)


def _deck(folder: Path, text: str, name: str = "prov.sv.yaml") -> Deck:
    result = _read(folder, text, name)
    assert result.deck is not None, [fault.line_text(translator("sv")) for fault in result.faults]
    return result.deck


def test_every_field_arrives(tmp_path: Path) -> None:
    """A deck that uses every field is read whole and without a fault."""
    result = _read(tmp_path, FULL, "prov.en.yaml")
    assert result.faults == ()
    deck = result.deck
    assert deck is not None
    assert (deck.id, deck.language, deck.title, deck.author, deck.licence) == (
        *("prov", "en", "Prov", "Någon"),
        "CC-BY-4.0",
    )
    assert deck.about == "Ett stycke på två rader.\n\nEtt till."
    assert deck.themes == (Theme(ThemeId("telefon"), "I telefon", "red", "bed"),)
    assert deck.cards[0] == Card(
        id=CardId("luren"),
        kind=Kind.DILEMMA,
        theme=ThemeId("telefon"),
        intensity=3,
        title="Luren",
        text="”Hej”, säger hon.\nNy rad.\n\nNytt stycke.",
        easy="Lätt",
        image=None,
        options=("Ja", "Nej"),
        scale=None,
        prompts=("Vad sa hon?", "Och sen?"),
        note="Bara för dig",
        minutes=8,
    )
    assert (deck.cards[1].scale, deck.cards[1].theme, deck.cards[1].minutes) == (Scale.OFTEN, None, None)
    assert result.places[CardId("luren")] == (15, 5)


def test_title_and_text_are_enough(tmp_path: Path) -> None:
    """Everything else has a default: ids from the names, Swedish, a situation at intensity 1."""
    deck = _deck(tmp_path, "title: Å\ncards:\n- text: a\n- {title: Över ån, text: b}\n", "Min lek.yaml")
    assert (deck.id, deck.language) == ("min-lek", "sv")
    assert [(card.id, card.kind, card.intensity) for card in deck.cards] == [
        ("kort-1", Kind.SITUATION, 1),
        ("over-an", Kind.SITUATION, 1),
    ]


@pytest.mark.parametrize(
    "written", ["Yes", "no", "012", "12:30", "1e3", "2026-01-01", "true", "0x1F", "1_000", "=", "on"]
)
def test_scalars_in_text_stay_as_written(tmp_path: Path, written: str) -> None:
    """What YAML would take for truth, a number or a date is text in a text field."""
    deck = _deck(tmp_path, f"title: {written}\ncards:\n- {{text: {written}, prompts: [{written}]}}\n")
    assert (deck.title, deck.cards[0].text, deck.cards[0].prompts) == (written, written, (written,))


@pytest.mark.parametrize("written", ["", "~", "null", "''", '"  "'])
def test_empty_is_missing(tmp_path: Path, written: str) -> None:
    """An optional text field with nothing in it is as good as left out."""
    result = _read(tmp_path, f"title: x\nabout: {written}\ncards:\n- {{text: a, note: {written or '~'}}}\n")
    assert result.faults == ()
    assert result.deck is not None
    assert (result.deck.about, result.deck.cards[0].note) == ("", "")


def test_derived_ids_are_unique_and_never_take_a_written_one(tmp_path: Path) -> None:
    """Cards of the same title get -2, -3, also around ids that are written out further down."""
    text = (
        "title: x\ncards:\n"
        + "- {title: Hej, text: a}\n" * 3
        + "- {id: hej-2, text: b}\n- {id: Hej, text: c}\n"
    )
    assert [card.id for card in _deck(tmp_path, text).cards] == ["hej", "hej-3", "hej-4", "hej-2", "hej-5"]


def test_a_mended_id_is_not_given_again(tmp_path: Path) -> None:
    """An id that had to be mended is taken, for the cards after it too."""
    text = "title: x\ncards:\n- {id: Två Ord, text: a}\n- {title: Två ord, text: b}\n"
    assert [card.id for card in _deck(tmp_path, text).cards] == ["tva-ord", "tva-ord-2"]


@pytest.mark.parametrize(
    ("name", "language", "deck_id"),
    [("a.sv.yaml", "sv", "a"), ("a.en.yml", "en", "a"), ("a.yaml", "sv", "a"), ("a.v2.yaml", "sv", "a-v2")],
)
def test_language_and_id_come_from_the_name(tmp_path: Path, name: str, language: str, deck_id: str) -> None:
    """The file's name says language and id where the deck does not."""
    deck = _deck(tmp_path, "title: x\ncards:\n- text: a\n", name)
    assert (deck.language, deck.id) == (language, deck_id)


def test_a_language_that_disagrees_with_the_name_is_a_warning(tmp_path: Path) -> None:
    """What is written in the deck holds, and the reader says that the name differs."""
    result = _read(tmp_path, "title: x\nlanguage: en\ncards:\n- text: a\n", "a.sv.yaml")
    assert [(f.code, f.line, f.column, f.severity) for f in result.faults] == [
        (FaultCode.LANGUAGE_DISAGREES, 2, 11, Severity.WARNING)
    ]
    assert (result.language, result.deck_id) == ("en", "a")


def test_other_languages_are_kept(tmp_path: Path) -> None:
    """A deck in a third language keeps its code, and shares the id of its file's name."""
    deck = _deck(tmp_path, "title: x\nlanguage: fi\ncards:\n- text: a\n", "service.fi.yaml")
    assert (deck.language, deck.id) == ("fi", "service")


def test_themes_without_looks_get_their_own(tmp_path: Path) -> None:
    """Themes that name no colour or icon get different ones, the same every time, never a named one."""
    text = "title: x\nthemes: {a: , b: , c: {color: teal, icon: eye}, d: }\ncards:\n- text: a\n"
    themes = _deck(tmp_path, text).themes
    assert themes == _deck(tmp_path, text, "annan.yaml").themes
    assert len({theme.color for theme in themes}) == len({theme.icon for theme in themes}) == 4
    assert {theme.color for theme in themes} <= set(COLORS)
    assert {theme.icon for theme in themes} <= set(ICONS)
    assert [theme.name for theme in themes] == ["a", "b", "c", "d"]


def test_a_byte_order_mark_and_other_line_ends_do_not_matter(tmp_path: Path) -> None:
    """A file saved by a Windows editor reads the same."""
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufefftitle: Åä\r\ncards:\r\n- text: |\r\n    a\r\n    b\r\n".encode())
    deck = read_deck(path).deck
    assert deck is not None
    assert (deck.title, deck.cards[0].text) == ("Åä", "a\nb")


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    """Letters typed as a base and a mark become the letters that fonts have."""
    assert _deck(tmp_path, "title: A\u030a\ncards:\n- text: o\u0308\n").title == "Å"


def test_the_first_of_two_equal_keys_is_used(tmp_path: Path) -> None:
    """A duplicate key takes no card out, and the first value stays."""
    result = _read(tmp_path, "title: x\ncards:\n- {text: ett, text: två}\n")
    assert result.deck is not None
    assert result.deck.cards[0].text == "ett"


def test_good_cards_are_played_without_the_bad_ones(tmp_path: Path) -> None:
    """Faulty cards are left out and counted, the others stay in order."""
    result = _read(tmp_path, "title: x\ncards:\n- text: a\n- title: b\n- {text: c, kind: d}\n- text: e\n")
    assert result.deck is not None
    assert ([card.text for card in result.deck.cards], result.left_out) == (["a", "e"], 2)


def test_text_at_its_bounds_is_kept(tmp_path: Path) -> None:
    """1,200 characters of text, 140 of a prompt, 80 of an option and 60 of a title are not too long."""
    texts = f"text: {'x' * 1200}, title: {'t' * 60}, prompts: [{'p' * 140}]"
    card = f"{{kind: dilemma, options: [{'o' * 80}, b], {texts}}}"
    assert _read(tmp_path, f"title: {'d' * 60}\ncards:\n- {card}\n").faults == ()


def test_aliases_within_bounds_work(tmp_path: Path) -> None:
    """A shared list of prompts may be referred to."""
    deck = _deck(tmp_path, "title: x\ncards:\n- {text: a, prompts: &p [b, c]}\n- {text: d, prompts: *p}\n")
    assert deck.cards[1].prompts == ("b", "c")


def test_nested_brackets_do_not_crash_the_process(tmp_path: Path) -> None:
    """Thirty thousand brackets, which kill PyYAML's own loader, are one fault."""
    for text in ("[" * 30_000, "title: x\ncards: " + "{a: " * 30_000, "? " * 30_000, "- " * 30_000):
        assert [fault.code for fault in _read(tmp_path, text).faults] == [FaultCode.TOO_DEEP]


BOMBS = {
    "alias": "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{chr(i + 1)}: &{chr(i + 1)} [{','.join([f'*{chr(i)}'] * 9)}]\n" for i in range(97, 115)),
    "merge": "a0: &a0 {k: v}\n"
    + "".join(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}\n" for i in range(1, 12)),
    "deep by alias": "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 200)),
    "one long text everywhere": "title: x\ncards:\n- text: &t "
    + "x" * 4_000_000
    + "\n"
    + "- {text: *t, id: *t, theme: *t, kind: *t, image: *t}\n" * (MAX_ALIASES // 5),
    "one title everywhere": "title: x\ncards:\n" + "- {title: Hej, text: a}\n" * 10_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_go_off_harmlessly(tmp_path: Path, name: str) -> None:
    """Files made to explode are read or refused within seconds."""
    began = time.monotonic()
    result = _read(tmp_path, BOMBS[name])
    assert time.monotonic() - began < 6  # Measured: under a second; the margin is for a loaded machine.
    assert result.deck is not None or Severity.DECK_REFUSED in {x.severity for x in result.faults}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_what_is_no_file_is_refused_with_words(tmp_path: Path) -> None:
    """A missing file, a folder, a named pipe, and a path no file can have give faults, not exceptions."""
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    codes = [
        read_deck(path).faults[0].code for path in (tmp_path / "x.yaml", tmp_path, pipe, Path("a\0b.yaml"))
    ]
    assert codes == [
        *(FaultCode.FILE_MISSING, FaultCode.NOT_A_FILE, FaultCode.NOT_A_FILE),
        FaultCode.FILE_UNREADABLE,
    ]


@st.composite
def _mutated(draw: st.DrawFn) -> bytes:
    """A good deck with some bytes cut, doubled, moved or replaced."""
    content = FULL.encode()
    pieces = [
        b"[",
        b"{",
        b"&a ",
        b"*a",
        b"<<: ",
        b"!!",
        b"\x00",
        b"\xff",
        b"\xc3",
        b"\t",
        b": ",
        b"- ",
        b"|",
        b'"',
        b"\n",
    ]
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 60)))
        middle = draw(
            st.one_of(st.sampled_from(pieces), st.binary(max_size=4), st.just(content[start:end] * 2))
        )
        content = content[:start] + middle + content[end:]
    return content


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=_mutated())
def test_mutated_decks_give_a_deck_or_located_faults(tmp_path: Path, content: bytes) -> None:
    """Whatever is done to a file, reading never raises; without a deck there is a refusing fault."""
    path = tmp_path / "prov.yaml"
    path.write_bytes(content)
    result = read_deck(path)
    lines = content.decode("utf-8", "replace").splitlines() or [""]
    for fault in result.faults:
        assert 1 <= fault.line <= len(lines) + 1
        assert fault.column >= 1
        assert fault.line_text(translator("sv")).startswith(f"{path}:{fault.line}:{fault.column}: ")
    refused = any(fault.severity is Severity.DECK_REFUSED for fault in result.faults)
    assert refused == (result.deck is None)
    if result.deck is not None:
        assert result.deck.cards
        assert len({card.id for card in result.deck.cards}) == len(result.deck.cards)
        for card in result.deck.cards:
            assert 0 < len(card.text) <= 1200
            assert "\0" not in card.text
            assert (card.kind is Kind.DILEMMA) == (2 <= len(card.options) <= 6)


@pytest.mark.parametrize("is_on", [True, False])
def test_reading_leaves_the_search_for_garbage_as_it_was(tmp_path: Path, is_on: bool) -> None:
    """It rests while a deck is read, and goes on after a good deck and a refused one alike."""
    was_on = gc.isenabled()
    try:
        for content in ("title: x\ncards: [{text: a}]\n", "title: [\n"):
            (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
            gc.enable() if is_on else gc.disable()
            read_deck(tmp_path / "a.yaml")
            assert gc.isenabled() is is_on
    finally:
        gc.enable() if was_on else gc.disable()
