"""Every text of a deck held against the characters that the program's fonts have."""

from __future__ import annotations

from game.core.cards import Card
from game.decks.fault_codes import FaultCode
from game.decks.glyphs import Faces, missing_characters, named
from game.decks.room_log import RoomLog


def check_deck_glyphs(log: RoomLog) -> None:
    """Warn of characters in the deck's own texts and in its themes' names."""
    deck, places = log.deck, log.places
    lines: tuple[tuple[str, str, Faces], ...] = (
        ("title", deck.title, "title"),
        ("about", deck.about, "text"),
        ("author", deck.author, "text"),
        ("licence", deck.licence, "text"),
    )
    for name, text, faces in lines:
        if found := missing_characters(text, faces):
            values = {"key": name, "characters": named(found)}
            log.about_deck(FaultCode.MISSING_GLYPHS, places.of_deck(name), values)
    for theme in deck.themes:
        if found := missing_characters(theme.name, "title"):
            values = {"key": "name", "characters": named(found)}
            log.about_deck(FaultCode.MISSING_GLYPHS, places.of_theme(theme.id, "name"), values)


def check_card_glyphs(log: RoomLog, card: Card) -> None:
    """Warn of characters in a card's texts, each at its field."""
    if found := missing_characters(card.title, "title"):
        _tell(log, card, "title", None, found)
    for name, text in (("text", card.text), ("easy", card.easy), ("note", card.note)):
        if found := missing_characters(text, "text"):
            _tell(log, card, name, None, found)
    for name, entries in (("options", card.options), ("prompts", card.prompts)):
        for index, entry in enumerate(entries):
            if found := missing_characters(entry, "text"):
                _tell(log, card, name, index, found)


def _tell(log: RoomLog, card: Card, name: str, entry: int | None, found: tuple[str, ...]) -> None:
    values = {"key": name, "characters": named(found)}
    log.about_card(card, FaultCode.MISSING_GLYPHS, values, name, entry)
