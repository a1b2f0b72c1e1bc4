"""One deck as it is offered, and how the files of a folder become such offers.

Language versions with the same id in one folder are one deck; the same id in two folders is two decks.
What cannot be read is offered as refused, with its faults: nothing is silently missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from game.core.cards import Deck, DeckId, Theme
from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity
from game.decks.file_names import base_name
from game.decks.reader import ReadResult
from game.decks.versions import version_faults
from game.i18n import LANGUAGES


class ListingState(StrEnum):
    """How much of a listed deck can be played."""

    FINE = "fine"
    SOME_LEFT_OUT = "some cards left out"
    REFUSED = "refused"


@dataclass(frozen=True)
class DeckListing:
    """One deck as it is offered: all its language versions in one folder, or one refused file."""

    id: DeckId
    folder: Path
    versions: tuple[ReadResult, ...]
    """At least one; Swedish first, then English, then by language code."""
    notices: tuple[Fault, ...] = ()
    """Warnings about how the versions, or two files, go together."""

    @property
    def path(self) -> Path:
        """The first version's file."""
        return self.versions[0].path

    @property
    def languages(self) -> tuple[str, ...]:
        """The language codes, in the order of `versions`."""
        return tuple(version.language for version in self.versions)

    @property
    def state(self) -> ListingState:
        """Refused when no version can be played."""
        if self._deck(None) is None:
            return ListingState.REFUSED
        return ListingState.SOME_LEFT_OUT if self.left_out else ListingState.FINE

    @property
    def faults(self) -> tuple[Fault, ...]:
        """All faults and warnings of all versions."""
        return tuple(fault for version in self.versions for fault in version.faults) + self.notices

    @property
    def left_out(self) -> int:
        """How many cards are left out of the version that has lost most."""
        return max(version.left_out for version in self.versions)

    @property
    def card_count(self) -> int:
        """How many different cards can be played in one language or another."""
        return len({card_id for version in self.versions for card_id in version.fields.cards})

    @property
    def minutes(self) -> int | None:
        """The deck's own estimate for all its cards; None unless every card has one."""
        deck = self._deck(None)
        each = [card.minutes for card in deck.cards] if deck else []
        known = [minutes for minutes in each if minutes is not None]
        return sum(known) if known and len(known) == len(each) else None

    def title(self, language: str) -> str:
        """The title in that language, or in one that there is; the file's name when nothing is known."""
        deck = self._deck(language)
        return (deck.title if deck else self.versions[0].title) or self.path.name

    def about(self, language: str) -> str:
        """What the deck is about, in that language or in one that there is; may be empty."""
        deck = self._deck(language)
        return deck.about if deck else ""

    def themes(self, language: str) -> tuple[Theme, ...]:
        """The themes, named in that language or in one that there is."""
        deck = self._deck(language)
        return deck.themes if deck else ()

    def _deck(self, language: str | None) -> Deck | None:
        decks = load_decks(self)
        first = decks[0] if decks else None
        return next((deck for deck in decks if deck.language == language), first)


def load_decks(listing: DeckListing) -> tuple[Deck, ...]:
    """All language versions that can be played, as they were when the library was built."""
    return tuple(version.deck for version in listing.versions if version.deck is not None)


def listings_of(results: Sequence[ReadResult]) -> list[DeckListing]:
    """The decks of one folder: versions with the same id together, two files of one language apart."""
    groups: dict[tuple[str, ...], list[ReadResult]] = {}
    same_id: dict[DeckId, list[ReadResult]] = {}
    for result in results:
        if result.deck is not None:
            same_id.setdefault(result.deck_id, []).append(result)
    for result in results:
        if result.deck is None:
            groups[("refused", str(result.path))] = [result]
            continue
        languages = [other.language for other in same_id[result.deck_id]]
        # A copied deck that has kept its id: the names of the files tell which versions go together.
        base = base_name(result.path) if len(set(languages)) < len(languages) else ""
        key: tuple[str, ...] = (result.deck_id, base)
        if any(other.language == result.language for other in groups.get(key, ())):
            key = (result.deck_id, base, str(result.path))
        groups.setdefault(key, []).append(result)
    return [_listing(group, same_id.get(group[0].deck_id, [])) for group in groups.values()]


def _listing(group: list[ReadResult], same_id: Sequence[ReadResult]) -> DeckListing:
    versions = tuple(sorted(group, key=_language_order))
    notices = list(version_faults(versions))
    for version in versions:
        twin = next((x for x in same_id if x.language == version.language and x.path != version.path), None)
        if version.deck is not None and twin is not None:
            log = FaultLog(version.path)
            values = {"value": version.deck_id, "other": twin.path.name}
            log.add(Severity.WARNING, FaultCode.SAME_VERSION, (1, 1), values)
            notices += log.finished()
    return DeckListing(versions[0].deck_id, versions[0].path.parent, versions, tuple(notices))


def _language_order(version: ReadResult) -> tuple[int, str]:
    known = LANGUAGES.index(version.language) if version.language in LANGUAGES else len(LANGUAGES)
    return known, version.language
