"""Keeps the group's deck of own cards in step with what the open session says may be kept.

The session's journal holds the words in any case; the deck is written from its state, after every
command that changed what is kept, so that an undo takes a card out again.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random

from game.core.cards import Card, CardId
from game.core.plan import Stage
from game.core.state import State
from game.decks.own_cards import OwnCardFault, keep_own_card, own_card, take_out_own_card
from game.i18n import LANGUAGES, N_, Translator

KEPT = N_("Kortet är sparat bland era egna kort.")
TAKEN_OUT = N_("Kortet är inte längre sparat bland era egna kort.")


class OwnCards:
    """What has been kept from the session that is open."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: set[CardId] = set()

    def begin(self, state: State | None) -> None:
        """Another session is open, or none.

        What a session kept whose cards are played is not put in again: it may have been taken out by hand.
        """
        is_over = state is not None and state.stage is not Stage.PLAY
        self._kept = set(wanted_cards(state, "")) if state is not None and is_over else set()

    def follow(self, state: State | None, _: Translator) -> tuple[str, bool] | None:
        """Put in and take out what has changed: words for the group, and whether they tell of a fault."""
        wanted = wanted_cards(state, _.language) if state is not None else {}
        if wanted.keys() == self._kept:
            return None
        said = ""
        for id_ in self._kept - wanted.keys():
            self._kept.discard(id_)
            faults = [take_out_own_card(self._folder, id_, language) for language in LANGUAGES]
            fault = next((fault for fault in faults if fault is not None), None)
            if fault is not None:
                return _(fault), True
            said = TAKEN_OUT
        for id_, card in wanted.items():
            if id_ in self._kept:
                continue
            outcome = keep_own_card(self._folder, card, _.language)
            if isinstance(outcome, OwnCardFault):
                return _(outcome), True
            self._kept.add(id_)
            said = KEPT
        return _(said), False


def wanted_cards(state: State, language: str) -> Mapping[CardId, Card]:
    """The own cards that the group said may be kept, with the prompts they were talked over with."""
    found: dict[CardId, Card] = {}
    for turn in state.turns:
        own = turn.own
        if own is None or not own.keep or own.text is None or not own.text.body or turn.card is None:
            continue
        # Not the session's own id, which tells the day on which somebody said this.
        # `hashlib` would load all of OpenSSL, four megabytes, for this.
        digits = Random(f"{state.session}/{own.text.id}").getrandbits(48)
        id_ = CardId(f"egen-{digits:012x}")
        invitation = state.shelf.edition(turn.card, language).card
        found[id_] = own_card(id_, own.text.body, invitation.prompts)
    return found
