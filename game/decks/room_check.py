"""What is legal in a deck but bad in a room, as warnings at their line and column.

Advice for whoever writes decks: `deck check` and the preview tell it. The library in the game does not,
because a well-meant hint must not look like a fault to a group that came to play.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.core.cards import DeckId
from game.decks.faults import Fault
from game.decks.reader import ReadResult
from game.decks.room_check_cards import check_card
from game.decks.room_check_glyphs import check_card_glyphs, check_deck_glyphs
from game.decks.room_check_pictures import PictureCheck
from game.decks.room_check_themes import check_balance
from game.decks.room_check_versions import check_versions
from game.decks.room_log import RoomLog


def room_warnings(results: Sequence[ReadResult]) -> tuple[Fault, ...]:
    """Advice on the decks in `results`, file by file; refused ones are skipped.

    Those with the same id in one folder are held against each other as language versions, the first being
    the one that the others should follow. At most `MAX_FAULTS` a file. Reads the heads of pictures, and
    never raises.
    """
    logs = [RoomLog(result, result.deck) for result in results if result.deck is not None]
    versions: dict[tuple[Path, DeckId], list[RoomLog]] = {}
    for log in logs:
        _check_deck(log)
        versions.setdefault((log.result.path.parent, log.deck.id), []).append(log)
    for group in versions.values():
        check_versions(group)
    return tuple(fault for log in logs for fault in log.finished())


def _check_deck(log: RoomLog) -> None:
    pictures = PictureCheck(log.result.path.parent)
    check_deck_glyphs(log)
    check_balance(log)
    for card in log.deck.cards:
        check_card(log, card)
        check_card_glyphs(log, card)
        pictures.check(log, card)
