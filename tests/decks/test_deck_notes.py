"""The facilitator's notes as text to print."""

from __future__ import annotations

from pathlib import Path

from game.decks import notes_text, read_deck
from game.decks.notes import WIDTH_CHARACTERS
from game.i18n import translator

DECK = """\
title: Prov
themes: {telefon: {name: I telefon}}
cards:
  - title: Luren
    kind: dilemma
    theme: telefon
    intensity: 2
    text: Hon väntar.
    options: [Jag går., Jag stannar.]
    prompts: [Vad vet du?, Vad gissar du?]
    note: Låt flera svara.
  - text: Ett kort utan rubrik.
"""


def test_notes_hold_title_prompts_and_note(tmp_path: Path) -> None:
    """Every card stands there with what the facilitator needs, in plain text."""
    path = tmp_path / "a.yaml"
    path.write_text(DECK, encoding="utf-8")
    deck = read_deck(path).deck
    assert deck is not None
    assert notes_text([deck], translator("sv")) == (
        "Prov\n====\n\n"
        "Luren\n-----\nI telefon · dilemma · nivå 2\n\n"
        "Val:\nA. Jag går.\nB. Jag stannar.\n\n"
        "Följdfrågor:\n1. Vad vet du?\n2. Vad gissar du?\n\n"
        "Till dig som leder:\n   Låt flera svara.\n\n"
        "Ett kort utan rubrik.\n---------------------\nsituation · nivå 1\n"
    )


def test_notes_of_no_decks_are_empty() -> None:
    """Nothing to print is nothing."""
    assert notes_text([], translator("sv")) == ""


def test_lines_fit_the_paper() -> None:
    """Every line of the longest shipped deck fits the width, and nothing of a note is lost."""
    for path in sorted((Path(__file__).parents[2] / "cards").glob("*.yaml")):
        deck = read_deck(path).deck
        assert deck is not None
        text = notes_text([deck], translator("sv"))
        assert max(len(line) for line in text.splitlines()) <= WIDTH_CHARACTERS
        words = " ".join(text.split())
        for card in deck.cards:
            assert " ".join(card.note.split()) in words
            assert all(prompt in words for prompt in card.prompts)
