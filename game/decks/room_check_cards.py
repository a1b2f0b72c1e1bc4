"""A card's words in a room: whether they can be read from the back row, and whether they open a talk."""

from __future__ import annotations

from math import ceil
from typing import Final

from game.core.cards import READ_CHARACTERS, Card, Kind
from game.decks.closed_prompts import is_closed
from game.decks.fault_codes import FaultCode
from game.decks.room_log import RoomLog, Values

SHORT_KINDS: Final = frozenset({Kind.QUESTION, Kind.STATEMENT, Kind.OWN})
MOST_WORDS: Final = 45
"""Of a question, a statement or an own card: they are one thought."""

LINES_A_PAGE: Final = 8.5
"""Lines at 4.5 vh on a 16:9 card with a title of one line; a gap between paragraphs is half a line."""
LINES_UNDER_NO_TITLE: Final = 10.0
LINE_CHARACTERS: Final = 75
"""More than a line holds, so that a text is never thought longer than it is."""

CROWDED_OPTIONS: Final = 6
CROWDED_TEXT: Final = 300
"""Characters of a text beside which six long options cannot all stand at 3 vh on a 4:3 screen."""
CROWDED_OPTION: Final = 54


def check_card(log: RoomLog, card: Card) -> None:
    """Warn of what is too long, too many or closed."""
    for name, text in (("text", card.text), ("easy", card.easy)):
        if len(text) > READ_CHARACTERS:
            # On a wide screen a page may hold a little more, hence ”up to”.
            pages = ceil(len(text) / READ_CHARACTERS)
            words = len(text[READ_CHARACTERS:].split())
            long: Values = {"key": name, "words": words, "pages": pages, "high": READ_CHARACTERS}
            log.about_card(card, FaultCode.LONG_TEXT, long, name)
    if len(card.text) <= READ_CHARACTERS:
        _check_short_text(log, card)
    _check_vote(log, card)
    if not card.prompts and not log.is_misspelt(card, "prompts"):
        log.about_card(card, FaultCode.NO_PROMPTS, field="prompts")
    language = log.deck.language
    for index, prompt in enumerate(card.prompts):
        if is_closed(prompt, language):
            log.about_card(card, FaultCode.CLOSED_PROMPT, {"value": prompt}, "prompts", index)


def _check_short_text(log: RoomLog, card: Card) -> None:
    if "\n" in card.text and is_over_a_page(card.text, has_title=bool(card.title)):
        log.about_card(card, FaultCode.MANY_LINES, {"key": "text"}, "text")
    if card.kind in SHORT_KINDS and (words := len(card.text.split())) > MOST_WORDS:
        values: Values = {"words": words, "kind": card.kind.value, "high": MOST_WORDS}
        log.about_card(card, FaultCode.MANY_WORDS, values, "text")


def is_over_a_page(text: str, *, has_title: bool) -> bool:
    """Whether a text certainly needs a second page because of its lines and paragraphs."""
    lines = text.split("\n")
    height = sum(ceil(len(line) / LINE_CHARACTERS) if line else 0.5 for line in lines)
    return height > (LINES_A_PAGE if has_title else LINES_UNDER_NO_TITLE)


def _check_vote(log: RoomLog, card: Card) -> None:
    if len(card.options) < CROWDED_OPTIONS or len(card.text) <= CROWDED_TEXT:
        return
    if max(map(len, card.options)) > CROWDED_OPTION:
        values = {"number": len(card.options), "high": CROWDED_OPTION}
        log.about_card(card, FaultCode.CROWDED_VOTE, values, "options")
