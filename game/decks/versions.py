"""Language versions of one deck held against each other: cards, prompts and options should agree.

They may drift apart without harm, because a card is then shown whole in the language that it has; so all
of it is warnings.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.core.cards import Card, CardId
from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity
from game.decks.reader import ReadResult


def version_faults(versions: Sequence[ReadResult]) -> tuple[Fault, ...]:
    """Warnings for everything in which the later versions differ from the first; refused ones are skipped."""
    playable = [version for version in versions if version.deck is not None]
    faults: list[Fault] = []
    for version in playable[1:]:
        faults += _missing(playable[0], version) + _missing(version, playable[0])
        faults += _different(playable[0], version)
    return tuple(faults)


def _cards(version: ReadResult) -> dict[CardId, Card]:
    return {card.id: card for card in version.deck.cards} if version.deck else {}


def _missing(here: ReadResult, there: ReadResult) -> list[Fault]:
    """Cards that are here and not there, at their place here."""
    log, others = FaultLog(here.path), _cards(there)
    for card_id in _cards(here):
        if card_id not in others:
            values = {"value": card_id, "other": there.path.name}
            log.add(Severity.WARNING, FaultCode.CARD_IN_ONE_LANGUAGE, here.fields.of_card(card_id), values)
    return list(log.finished())


def _different(first: ReadResult, version: ReadResult) -> list[Fault]:
    log, others = FaultLog(version.path), _cards(first)
    for card_id, card in _cards(version).items():
        other = others.get(card_id)
        if other is None:
            continue
        values: dict[str, str | int] = {"value": card_id, "other": first.path.name}
        place = version.fields.of_card(card_id)
        if card.kind is not other.kind:
            kinds = {**values, "actual": card.kind.value, "expected": other.kind.value}
            log.add(Severity.WARNING, FaultCode.KIND_DIFFERS, place, kinds)
        elif len(card.options) != len(other.options):
            counts = {**values, "number": len(card.options), "expected": len(other.options)}
            log.add(Severity.WARNING, FaultCode.OPTIONS_DIFFER, place, counts)
        if len(card.prompts) != len(other.prompts):
            counts = {**values, "number": len(card.prompts), "expected": len(other.prompts)}
            log.add(Severity.WARNING, FaultCode.PROMPTS_DIFFER, place, counts)
    return list(log.finished())
