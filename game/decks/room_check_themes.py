"""Whether a deck's themes and intensities give a group something to choose among."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from game.core.cards import ThemeId
from game.decks.fault_codes import FaultCode
from game.decks.room_log import RoomLog, Values

LEAST_CARDS: Final = 12
LEAST_THEMES: Final = 3
"""In smaller decks, and with fewer themes, an uneven balance is no matter."""
MANY_CARDS: Final = 4
"""What the other themes have, taken in the middle, when one card alone looks forgotten."""
LEAST_FOR_INTENSITY: Final = 6


def check_balance(log: RoomLog) -> None:
    """Warn of forgotten and of overgrown themes, and of a deck that no group can begin with."""
    if log.result.left_out:
        return  # What is left out would have been counted.
    cards = log.deck.cards
    counts = Counter(card.theme for card in cards if card.theme is not None)
    _check_themes(log, counts)
    if counts:
        _check_cards_without(log, sum(counts.values()))
    if len(cards) >= LEAST_FOR_INTENSITY and min(card.intensity for card in cards) > 1:
        log.about_deck(FaultCode.NO_EVERYDAY_CARD, log.places.of_deck("cards"))


def _check_themes(log: RoomLog, counts: Counter[ThemeId]) -> None:
    themes, total = log.deck.themes, len(log.deck.cards)
    is_large = total >= LEAST_CARDS and len(themes) >= LEAST_THEMES
    for theme in themes:
        number, place = counts[theme.id], log.places.of_theme(theme.id)
        others = [counts[other.id] for other in themes if other is not theme]
        if number == 0:
            log.about_deck(FaultCode.THEME_UNUSED, place, {"value": theme.name})
        elif is_large and 2 * number > total:
            values: Values = {"value": theme.name, "number": number, "total": total}
            log.about_deck(FaultCode.THEME_DOMINATES, place, values)
        elif is_large and number == 1 and _middle(others) >= MANY_CARDS:
            log.about_deck(FaultCode.THEME_LONELY, place, {"value": theme.name})


def _check_cards_without(log: RoomLog, with_theme: int) -> None:
    total = len(log.deck.cards)
    without = [card for card in log.deck.cards if card.theme is None and not log.is_meant(card, "theme")]
    if 2 * with_theme > total:
        for card in without:
            log.about_card(card, FaultCode.CARD_WITHOUT_THEME)
    elif without:
        values = {"number": len(without), "total": total}
        log.about_card(without[0], FaultCode.CARDS_WITHOUT_THEME, values)


def _middle(numbers: Sequence[int]) -> int:
    """The lower of the middle numbers; `statistics` would cost the game a megabyte for this."""
    return sorted(numbers)[(len(numbers) - 1) // 2]
