"""Reads deck files, and only those again that have changed; keeps each as it last could be played.

A file that is being written is now and then at fault. The deck then stays as it was, with the new
faults beside it, so that nobody loses a deck to a forgotten quotation mark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.decks import DeckListing, Fault, FaultCode, ReadResult, Severity, load_decks, read_deck

_PICTURE_FAULTS: Final = frozenset(code for code in FaultCode if code.name.startswith("PICTURE_"))

Stamp = tuple[int, int, int] | None
"""When a file was changed (ns), its size in bytes, and which file it is; None when there is none."""


@dataclass(frozen=True, slots=True)
class _Known:
    stamp: Stamp
    pictures: tuple[Stamp, ...]
    result: ReadResult
    """As the file is."""
    shown: ReadResult
    """The same, or as it was when it could last be played, with what is wrong now."""


class DeckFiles:
    """What has been read so far."""

    def __init__(self) -> None:
        self._known: dict[Path, _Known] = {}
        self._good: dict[Path, ReadResult] = {}

    def forget(self) -> None:
        """Read every file again the next time; how decks last could be played is kept."""
        self._known.clear()

    def read(self, path: Path) -> ReadResult:
        """The deck in a file: as it is, or, when it is refused now, as it was, with what is wrong now."""
        # Before the reading: what is written meanwhile shows the next time.
        stamp = stamp_of(path)
        known = self._known.get(path)
        if known is None or stamp is None or not _is_same(known, stamp):
            result = read_deck(path)
            known = _Known(stamp, _pictures(result), result, self._or_as_it_was(path, result))
            self._known[path] = known
        return known.shown

    def _or_as_it_was(self, path: Path, result: ReadResult) -> ReadResult:
        if result.deck is not None:
            self._good[path] = result
            return result
        good = self._good.get(path)
        return result if good is None else replace(good, faults=result.faults)


def stamp_of(path: Path) -> Stamp:
    """What tells, without reading it, whether a file is another than it was. Never raises."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def held_fault(listing: DeckListing) -> Fault | None:
    """Why a listed deck is shown as it was before, and not as its file is now; None when it is not."""
    if not load_decks(listing):
        return None
    of_decks = (fault for version in listing.versions if version.deck is not None for fault in version.faults)
    return next((fault for fault in of_decks if fault.severity is Severity.DECK_REFUSED), None)


def _is_same(known: _Known, stamp: Stamp) -> bool:
    """Whether nothing that the reading depended on has changed: the file, and its cards' pictures."""
    if known.stamp != stamp or any(fault.code in _PICTURE_FAULTS for fault in known.result.faults):
        return False
    return known.pictures == _pictures(known.result)


def _pictures(result: ReadResult) -> tuple[Stamp, ...]:
    if result.deck is None:
        return ()
    folder = result.path.parent
    return tuple(stamp_of(folder / card.image) for card in result.deck.cards if card.image is not None)
