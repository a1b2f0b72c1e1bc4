"""Small decks, and the advice on the room that each gets."""

from __future__ import annotations

from pathlib import Path

from game.decks import FaultCode, read_deck, room_warnings
from game.decks.room_check_cards import CROWDED_OPTION, CROWDED_TEXT

HEAD = "title: Prov\ncards:\n"
"""Lines 1–2; the first card begins on line 3."""
GOOD = "prompts: [Vad?]"

Found = tuple[FaultCode, int, int]
"""What is told, and its line and column."""


def found_in(folder: Path, content: str) -> list[Found]:
    """The advice on a deck's text, which is written to a file in the folder. The deck must be playable."""
    path = folder / "a.sv.yaml"
    path.write_text(content, encoding="utf-8")
    result = read_deck(path)
    assert result.deck is not None, result.faults
    return [(fault.code, fault.line, fault.column) for fault in room_warnings([result])]


def words_of(characters: int) -> str:
    """Words of so many characters in all."""
    return ("hon står i dörren " * 100)[:characters].strip().ljust(characters, "n")


CASES: list[tuple[str, str, list[Found]]] = [
    ("good", HEAD + f"- {{text: a, {GOOD}}}\n", []),
    ("no prompts", HEAD + "- text: a\n", [(FaultCode.NO_PROMPTS, 3, 3)]),
    ("empty list of prompts", HEAD + "- text: a\n  prompts: []\n", [(FaultCode.NO_PROMPTS, 4, 12)]),
    ("text of a page", HEAD + f"- {GOOD[:7]}: [Vad?]\n  text: {words_of(420)}\n", []),
    ("text over a page", HEAD + f"- {GOOD}\n  text: {words_of(421)}\n", [(FaultCode.LONG_TEXT, 4, 9)]),
    (
        "easy over a page",
        HEAD + f"- {{text: a, {GOOD}, easy: {words_of(500)}}}\n",
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
        + f"- {{kind: dilemma, {GOOD}, text: {words_of(CROWDED_TEXT + 1)}, "
        + f"options: [a, b, c, d, e, {'x' * (CROWDED_OPTION + 1)}]}}\n",
        [(FaultCode.CROWDED_VOTE, 3, 354)],
    ),
]
"""A name, the deck, and what is told of it: all that needs no other file and no counting."""
