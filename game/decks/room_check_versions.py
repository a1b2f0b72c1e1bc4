"""Language versions that have drifted apart in what a room sees: themes, intensity, plain language.

That cards are missing, or have another kind or number of prompts, is told with the deck itself
(`game.decks.versions`). The order of the cards is free: they are shuffled.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.cards import Card
from game.decks.fault_codes import FaultCode
from game.decks.room_log import RoomLog

_MAY_BE_MISSING = ("easy", "note", "image", "title")
_SAME_IN_BOTH = ("theme", "intensity", "scale")


def check_versions(logs: Sequence[RoomLog]) -> None:
    """Warn wherever a later version differs from the first."""
    for log in logs[1:]:
        first = logs[0]
        if log.deck.language == first.deck.language:
            continue  # Two decks of one id; that is told by itself.
        _check_themes(first, log)
        others = {card.id: card for card in first.deck.cards}
        for card in log.deck.cards:
            if (other := others.get(card.id)) is not None:
                _check_fields(first, other, log, card)


def _check_fields(first: RoomLog, one: Card, log: RoomLog, card: Card) -> None:
    for name in _MAY_BE_MISSING:
        if bool(getattr(one, name)) != bool(getattr(card, name)):
            lacking, lacks, has = (log, card, first) if getattr(one, name) else (first, one, log)
            if not lacking.is_meant(lacks, name):  # Faulty there, and told.
                values = {"value": card.id, "key": name, "other": has.result.path.name}
                lacking.about_card(lacks, FaultCode.FIELD_IN_ONE_LANGUAGE, values)
    if one.kind is not card.kind:
        return
    for name in _SAME_IN_BOTH:
        expected, actual = getattr(one, name), getattr(card, name)
        if expected is not None and actual is not None and expected != actual:
            other = first.result.path.name
            values = {"value": card.id, "key": name, "other": other}
            values |= {"actual": str(actual), "expected": str(expected), "reference": other}
            log.about_card(card, FaultCode.FIELD_DIFFERS, values, name)


def _check_themes(first: RoomLog, log: RoomLog) -> None:
    for here, there in ((first, log), (log, first)):
        known = {theme.id for theme in there.deck.themes}
        for theme in here.deck.themes:
            if theme.id not in known:
                values = {"value": theme.id, "other": there.result.path.name}
                here.about_deck(FaultCode.THEME_IN_ONE_LANGUAGE, here.places.of_theme(theme.id), values)
    for theme in log.deck.themes:
        other = first.deck.theme(theme.id)
        for name in ("color", "icon"):
            if other is not None and getattr(other, name) != getattr(theme, name):
                values = {"value": theme.id, "key": name, "other": first.result.path.name}
                place = log.places.of_theme(theme.id, name)
                log.about_deck(FaultCode.THEME_LOOKS_DIFFERENT, place, values)
