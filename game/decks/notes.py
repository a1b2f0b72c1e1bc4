"""A facilitator's notes on paper: every card's title, prompts and note as plain text to print."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from game.core.cards import Card, Deck, Kind
from game.i18n import N_, Translator

WIDTH_CHARACTERS = 76
"""Fits an A4 page in the printing font of any text editor."""

_INDENT = "   "
_KINDS = {
    Kind.SITUATION: N_("situation"),
    Kind.QUESTION: N_("fråga"),
    Kind.STATEMENT: N_("påstående"),
    Kind.DILEMMA: N_("dilemma"),
    Kind.FACT: N_("fakta"),
    Kind.OWN: N_("eget kort"),
}


def notes_text(decks: Sequence[Deck], translator: Translator) -> str:
    """All cards of all decks in their order; ends with a line break, empty without decks."""
    parts = [part for deck in decks for part in _deck_parts(deck, translator)]
    return "\n\n".join(parts) + "\n" if parts else ""


def _deck_parts(deck: Deck, translator: Translator) -> list[str]:
    heading = textwrap.fill(deck.title, WIDTH_CHARACTERS)
    parts = [f"{heading}\n{'=' * min(len(deck.title), WIDTH_CHARACTERS)}"]
    if deck.about:
        parts.append(_paragraphs(deck.about, ""))
    return parts + [_card_part(deck, card, translator) for card in deck.cards]


def _card_part(deck: Deck, card: Card, translator: Translator) -> str:
    # A card without a title is known by how it begins.
    title = card.title or textwrap.shorten(card.text, 60, placeholder=" …")
    theme = deck.theme(card.theme)
    labels = [theme.name] if theme else []
    labels += [translator(_KINDS[card.kind]), translator(N_("nivå {intensity}"), intensity=card.intensity)]
    blocks = [f"{title}\n{'-' * len(title)}\n{' · '.join(labels)}"]
    if card.options:
        letters = [_entry(f"{chr(ord('A') + i)}. ", option) for i, option in enumerate(card.options)]
        blocks.append("\n".join([translator(N_("Val:")), *letters]))
    if card.prompts:
        numbered = [_entry(f"{i}. ", prompt) for i, prompt in enumerate(card.prompts, start=1)]
        blocks.append("\n".join([translator(N_("Följdfrågor:")), *numbered]))
    if card.note:
        blocks.append(translator(N_("Till dig som leder:")) + "\n" + _paragraphs(card.note, _INDENT))
    return "\n\n".join(blocks)


def _entry(sign: str, text: str) -> str:
    return textwrap.fill(
        text, WIDTH_CHARACTERS, initial_indent=sign, subsequent_indent=_INDENT, break_on_hyphens=False
    )


def _paragraphs(text: str, indent: str) -> str:
    lines = text.splitlines()
    wrapped = [
        textwrap.fill(
            x, WIDTH_CHARACTERS, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
        for x in lines
    ]
    return "\n".join(wrapped)
