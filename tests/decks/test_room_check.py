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
from game.decks.room_check_cards import CROWDED_OPTION, CROWDED_TEXT, is_over_a_page
from game.decks.room_check_pictures import GIVES_WAY, GIVES_WAY_UNTITLED, PLACE_VH, STAYS
from game.decks.room_texts import ROOM_TEXTS
from game.i18n import translator
from game.resources import cards_folder
from game.screens.phases.card import PICTURE_SHARES, Spot, _beside, fitted
from game.screens.phases.vote_layout import SMALLEST_VH, vote_layout
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, card_pages, card_place, card_rects
from game.ui.stage import Stage
from game.ui.theme import THEMES

SV = translator("sv")
HEAD = "title: Prov\ncards:\n"
"""Lines 1–2; the first card begins on line 3."""
GOOD = "prompts: [Vad?]"

Found = tuple[FaultCode, int, int]


def _found(folder: Path, content: str, name: str = "a.sv.yaml") -> list[Found]:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    result = read_deck(path)
    assert result.deck is not None, result.faults
    return [(fault.code, fault.line, fault.column) for fault in room_warnings([result])]


def _words(characters: int) -> str:
    return ("hon står i dörren " * 100)[:characters].strip().ljust(characters, "n")


CASES: list[tuple[str, str, list[Found]]] = [
    ("good", HEAD + f"- {{text: a, {GOOD}}}\n", []),
    ("no prompts", HEAD + "- text: a\n", [(FaultCode.NO_PROMPTS, 3, 3)]),
    ("empty list of prompts", HEAD + "- text: a\n  prompts: []\n", [(FaultCode.NO_PROMPTS, 4, 12)]),
    ("text of a page", HEAD + f"- {GOOD[:7]}: [Vad?]\n  text: {_words(420)}\n", []),
    ("text over a page", HEAD + f"- {GOOD}\n  text: {_words(421)}\n", [(FaultCode.LONG_TEXT, 4, 9)]),
    (
        "easy over a page",
        HEAD + f"- {{text: a, {GOOD}, easy: {_words(500)}}}\n",
        [(FaultCode.LONG_TEXT, 3, 36)],
    ),
    (
        "ten lines",
        HEAD + f"- {GOOD}\n  title: b\n  text: |\n" + "    rad\n" * 10,
        [(FaultCode.MANY_LINES, 5, 9)],
    ),
    ("eight lines", HEAD + f"- {GOOD}\n  title: b\n  text: |\n" + "    rad\n" * 8, []),
    (
        "wordy statement",
        HEAD + f"- {{kind: statement, {GOOD}, text: {'ord ' * 46}}}\n",
        [(FaultCode.MANY_WORDS, 3, 44)],
    ),
    ("wordy enough", HEAD + f"- {{kind: own, {GOOD}, text: {'ord ' * 45}}}\n", []),
    ("situations may be longer", HEAD + f"- {{{GOOD}, text: {'ord ' * 70}}}\n", []),
    (
        "closed prompt after an empty one",
        HEAD + "- text: a\n  prompts:\n    - Vad?\n    -\n    - ~\n    - ''\n    - Är det rätt?\n",
        [(FaultCode.CLOSED_PROMPT, 9, 7)],
    ),
    ("arrow in the text", HEAD + f"- {GOOD}\n  text: Gå → dit\n", [(FaultCode.MISSING_GLYPHS, 4, 9)]),
    ("note sign in a text", HEAD + f"- {GOOD}\n  text: Sjung ♪\n", []),
    (
        "note sign in a title",
        HEAD + f"- {GOOD}\n  text: a\n  title: ♪\n",
        [(FaultCode.MISSING_GLYPHS, 5, 10)],
    ),
    (
        "emoji in a prompt",
        HEAD + "- text: a\n  prompts: [Vad?, Hur 👍?]\n",
        [(FaultCode.MISSING_GLYPHS, 4, 19)],
    ),
    (
        "ticks in options",
        HEAD + f"- {{kind: dilemma, text: a, {GOOD}, options: [✓, ✗]}}\n",
        [(FaultCode.MISSING_GLYPHS, 3, 55), (FaultCode.MISSING_GLYPHS, 3, 58)],
    ),
    ("arrow in a note", HEAD + f"- {{text: a, {GOOD}, note: a → b}}\n", [(FaultCode.MISSING_GLYPHS, 3, 36)]),
    ("arrow in about", f"about: a → b\n{HEAD}- {{text: a, {GOOD}}}\n", [(FaultCode.MISSING_GLYPHS, 1, 8)]),
    (
        "tick in a theme's name",
        "themes: {t: {name: Klart ✓}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n",
        [(FaultCode.MISSING_GLYPHS, 1, 20)],
    ),
    (
        "unused theme",
        "themes:\n  t: {}\n  u: {}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n",
        [(FaultCode.THEME_UNUSED, 3, 3)],
    ),
    (
        "card without theme",
        "themes: {t: {}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n" * 2 + f"- {{text: a, {GOOD}}}\n",
        [(FaultCode.CARD_WITHOUT_THEME, 6, 3)],
    ),
    (
        "many cards without theme",
        "themes: {t: {}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n" + f"- {{text: a, {GOOD}}}\n" * 3,
        [(FaultCode.CARDS_WITHOUT_THEME, 5, 3)],
    ),
    ("no themes at all", HEAD + f"- {{text: a, {GOOD}}}\n" * 3, []),
    (
        "no everyday card",
        HEAD + f"- {{text: a, intensity: 2, {GOOD}}}\n" * 6,
        [(FaultCode.NO_EVERYDAY_CARD, 3, 1)],
    ),
    ("few cards, none everyday", HEAD + f"- {{text: a, intensity: 2, {GOOD}}}\n" * 5, []),
    (
        "crowded vote",
        HEAD
        + f"- {{kind: dilemma, {GOOD}, text: {_words(CROWDED_TEXT + 1)}, "
        + f"options: [a, b, c, d, e, {'x' * (CROWDED_OPTION + 1)}]}}\n",
        [(FaultCode.CROWDED_VOTE, 3, 354)],
    ),
]


@pytest.mark.parametrize(("content", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_advice_is_given_in_its_place(tmp_path: Path, content: str, found: list[Found]) -> None:
    """A deck gets the advice that fits, at the line and column of the field or entry, and no other."""
    assert _found(tmp_path, content) == found


def _themed(counts: dict[str, int]) -> str:
    names = "\n".join(f"  {name}: {{}}" for name in counts)
    cards = "".join(f"- {{text: a, theme: {name}, {GOOD}}}\n" * n for name, n in counts.items())
    return f"themes:\n{names}\n{HEAD}{cards}"


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"a": 7, "b": 3, "c": 2}, [(FaultCode.THEME_DOMINATES, 2, 3)]),
        ({"a": 6, "b": 3, "c": 3}, []),
        ({"a": 6, "b": 3, "c": 2}, []),
        ({"a": 10, "b": 3}, []),
        ({"a": 5, "b": 5, "c": 1, "d": 4}, [(FaultCode.THEME_LONELY, 4, 3)]),
        ({"a": 6, "b": 3, "c": 1, "d": 3}, []),
    ],
)
def test_themes_out_of_balance_are_told(tmp_path: Path, counts: dict[str, int], found: list[Found]) -> None:
    """One theme with most cards and one with a single card are told, in decks large enough for it."""
    assert _found(tmp_path, _themed(counts)) == found


def test_a_deck_with_cards_left_out_gets_no_sums(tmp_path: Path) -> None:
    """A theme is not called unused when the card that has it is at fault."""
    content = "themes: {t: {}}\n" + HEAD + f"- {{text: a, {GOOD}}}\n- {{theme: t, title: b}}\n"
    assert _found(tmp_path, content) == []


def test_a_theme_that_is_told_as_unknown_is_not_told_as_missing(tmp_path: Path) -> None:
    """One slip gives one line."""
    content = "themes: {t: {}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n" * 2
    assert _found(tmp_path, content + f"- {{text: a, theme: u, {GOOD}}}\n") == []


def test_a_misspelt_key_gets_no_advice_on_top(tmp_path: Path) -> None:
    """Whoever wrote `promts` hears of the key, and not that there are no prompts; another card does."""
    themes = "themes: {t: {}}\n" + HEAD + f"- {{text: a, theme: t, {GOOD}}}\n" * 3
    content = themes + "- {text: a, promts: [Vad?], tema: t}\n- {text: a, theme: t}\n"
    assert _found(tmp_path, content) == [(FaultCode.NO_PROMPTS, 8, 3)]


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
    path.write_text(HEAD + f"- {{text: {_words(420)} ett två tre, {GOOD}}}\n", encoding="utf-8")
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


# --- pictures


@pytest.mark.parametrize(
    ("size", "codes"),
    [
        ((700, 620), []),
        ((610, 400), []),
        ((600, 400), [FaultCode.PICTURE_SMALL]),
        ((64, 64), [FaultCode.PICTURE_SMALL]),
        ((540, 2000), []),
        ((3000, 2000), []),
        ((3001, 2000), [FaultCode.PICTURE_HEAVY]),
        ((3000, 700), [FaultCode.PICTURE_NARROW]),
        ((160, 700), [FaultCode.PICTURE_NARROW]),
        ((8, 800), [FaultCode.PICTURE_NARROW]),
    ],
)
def test_pictures_are_judged_by_what_the_room_sees(
    tmp_path: Path, size: tuple[int, int], codes: list[FaultCode]
) -> None:
    """Too small for the room on a card, needlessly large or a mere strip is told, where the path stands."""
    pygame.image.save(Surface(size), str(tmp_path / "bild.png"))
    found = _found(tmp_path, HEAD + f"- {GOOD}\n  text: a\n  image: bild.png\n")
    assert found == [(code, 5, 10) for code in codes]


def test_a_picture_that_gives_way_is_told(tmp_path: Path) -> None:
    """Beside a long text the room never sees the picture, and whoever made the deck learns it."""
    pygame.image.save(Surface((800, 700)), str(tmp_path / "bild.png"))
    for title, most in (("", GIVES_WAY_UNTITLED), ("title: En titel, ", GIVES_WAY)):
        for characters, codes in ((most, []), (most + 1, [FaultCode.PICTURE_GIVES_WAY])):
            card = f"- {{{title}text: {_words(characters)}, {GOOD}, image: bild.png}}\n"
            assert [code for code, *_ in _found(tmp_path, HEAD + card)] == codes


def test_a_file_of_many_bytes_is_told(tmp_path: Path) -> None:
    """A picture of few pixels and many bytes makes the room wait too."""
    picture = tmp_path / "bild.png"
    pygame.image.save(Surface((800, 700)), str(picture))
    with picture.open("ab") as file:
        file.write(b"\0" * 2_200_000)
    found = _found(tmp_path, HEAD + f"- {{text: a, {GOOD}, image: bild.png}}\n")
    assert [code for code, *_ in found] == [FaultCode.PICTURE_HEAVY]


def test_the_picture_s_place_is_that_of_the_card() -> None:
    """The size that pictures are held against is the most that the card gives them."""
    box, measures = card_place(Stage(1920, 1080), "read")
    content = card_rects(box, measures).content
    assert pytest.approx((content.w * PICTURE_SHARES[0], content.h - 4), abs=0.1) == PLACE_VH


# --- what the layout really does


def _pages(text: str, size: tuple[int, int], title: str) -> int:
    stage = Stage(*size)
    canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], "sv")
    spot = Spot(*card_place(stage, "read"))
    face = CardFace("Situation", "Tema", title, text, "teal", "phone")
    return len(card_pages(canvas, spot.box, fitted(canvas, spot, face), face))


@pytest.mark.parametrize(
    "text", ["\n".join(["Rad"] * 9), "\n\n".join(["Stycke"] * 7), _words(70) + "\n\n" * 7 + "a"]
)
@pytest.mark.parametrize("title", ["", "En titel"])
def test_a_text_told_to_need_pages_does(text: str, title: str) -> None:
    """On a common screen a text of many lines takes two pages whenever that is said."""
    if is_over_a_page(text, has_title=bool(title)):
        assert _pages(text, (1920, 1080), title) > 1
    else:
        assert _pages(text, (1920, 1080), title) == 1 or not title


@pytest.mark.parametrize("shape", [(1200, 800), (800, 800), (800, 1000)])
@pytest.mark.parametrize(("title", "most"), [("", GIVES_WAY_UNTITLED), ("En titel", GIVES_WAY)])
def test_a_picture_told_to_give_way_does(shape: tuple[int, int], title: str, most: int) -> None:
    """On a common screen it is not drawn; beside a text that lets it stay it is, on an old one too."""

    def is_shown(characters: int, size: tuple[int, int]) -> bool:
        stage = Stage(*size)
        canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], "sv")
        spot = Spot(*card_place(stage, "read"))
        face = CardFace("Situation", "Tema", title, _words(characters), "teal", "phone")
        spot = Spot(spot.box, fitted(canvas, spot, face))
        return _beside(canvas, spot, face, Surface(shape)) is not None

    assert not is_shown(most + 1, (1920, 1080))
    assert is_shown(STAYS, (1920, 1080))
    assert is_shown(STAYS, (1024, 768))


def test_six_long_options_do_not_fit_on_an_old_screen() -> None:
    """What is called crowded has no size of letters on a 4:3 screen, and shorter options have one."""

    def size_vh(characters: int, text: int) -> float:
        option = "Jag går dit och frågar vad som har hänt i natt och vem som vet mer om det hela sedan"
        face = CardFace("Dilemma", "Tema", "En titel", _words(text), "teal", "phone")
        return vote_layout(Stage(1024, 768), face, (option[:characters],) * 6, "sv", 1.0).size_vh

    assert size_vh(80, 420) < SMALLEST_VH
    assert size_vh(CROWDED_OPTION - 4, 420) >= SMALLEST_VH
    assert size_vh(CROWDED_OPTION, CROWDED_TEXT) >= SMALLEST_VH


# --- language versions


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
    """No advice is without a case here."""
    tested = Path(__file__).read_text(encoding="utf-8")
    assert [code.name for code in ROOM_TEXTS if f"FaultCode.{code.name}" not in tested] == []


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
