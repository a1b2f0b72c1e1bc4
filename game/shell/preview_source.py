"""One deck for a preview, followed as its files are edited.

What was last good stays to be seen while a file is at fault: somebody who edits a deck should not lose
the card to a forgotten quotation mark. It reads files only when it is asked to refresh, and pictures.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pygame

from game.decks import DeckListing, Fault, Library, ReadResult, Severity, room_warnings
from game.decks.on_disk import is_folder
from game.i18n import Translator
from game.shell.deck_files import DeckFiles, Stamp, stamp_of
from game.shell.pictures import loaded_picture
from game.shell.previewing import PreviewCards
from game.ui.caching import clear_stores

_WORST_FIRST: Final = tuple(Severity)
_MOST_PICTURES: Final = 3
"""A picture may take 100 MB before it is scaled."""


class DeckSource:
    """A deck that `read` gives as it is now, or None when it is gone; `back` is its back's colour."""

    def __init__(self, read: Callable[[], DeckListing | None], *, back: int = 0) -> None:
        self._read = read
        self._back = back
        self._listing: DeckListing | None = None
        self._shown: dict[Path, ReadResult] = {}
        self._is_gone = False
        self._advice: tuple[Fault, ...] = ()
        self._cards: dict[str, PreviewCards] = {}
        self._pictures: OrderedDict[Path, tuple[Stamp, pygame.Surface | None]] = OrderedDict()
        self.refresh()

    @property
    def back(self) -> int:
        """Index of the deck's back colour."""
        return self._back

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the deck; none when nothing of it can be shown."""
        return tuple(result.language for result in self._shown.values())

    def refresh(self) -> bool:
        """Take up what has changed in the deck's files; whether anything has."""
        listing = self._read()
        before = () if self._listing is None else self._listing.versions
        is_gone = listing is None
        now = before if listing is None else listing.versions
        if is_gone == self._is_gone and now == before:
            return False
        self._is_gone = is_gone
        if listing is not None:
            self._listing = listing
            self._shown = self._still_good(listing) or self._shown
            self._advice = room_warnings(tuple(self._shown.values()))
        self._cards.clear()
        return True

    def _still_good(self, listing: DeckListing) -> dict[Path, ReadResult]:
        """Each version as it is, or as it was when it has lost cards to a fault since."""
        good: dict[Path, ReadResult] = {}
        for version in listing.versions:
            shown = self._shown.get(version.path)
            has_lost = shown is not None and version.left_out > shown.left_out
            kept = shown if version.deck is None or has_lost else version
            if kept is not None:
                good[version.path] = kept
        return good

    # --- the cards

    def title(self, language: str) -> str:
        """The deck's title; the file's name when it has none."""
        if self._listing is None:
            return ""
        titled = {result.language: result.title for result in self._shown.values()}
        return titled.get(language) or self._listing.title(language)

    def cards(self, language: str) -> PreviewCards:
        """The cards with that language first; empty when nothing can be shown."""
        if language not in self._cards:
            decks = [result.deck for result in self._shown.values() if result.deck is not None]
            self._cards[language] = PreviewCards(decks, language)
        return self._cards[language]

    def picture(self, deck: str, path: str) -> pygame.Surface | None:
        """A picture as its file is now; None when it is missing or may not be shown."""
        folder = next((result.path.parent for result in self._shown.values()), None)
        if folder is None:
            return None
        file = folder / path
        stamp = stamp_of(file)
        known = self._pictures.pop(file, None)
        if known is None or known[0] != stamp:
            if known is not None:
                # Scaled copies are kept by name.
                clear_stores()
            known = (stamp, loaded_picture(folder, path))
        self._pictures[file] = known
        while len(self._pictures) > _MOST_PICTURES:
            self._pictures.popitem(last=False)
        return known[1]

    # --- what is wrong

    def fault(self, _: Translator) -> str:
        """The worst that is wrong, with its file, line and column, in words; empty when nothing is."""
        if self._listing is None or self._is_gone:
            name = "" if self._listing is None else self._listing.path.name
            return _("Filen {file} finns inte längre; lägg tillbaka den eller stäng.", file=name)
        faults = [fault for fault in self._listing.faults if fault.severity.is_fault]
        if not faults:
            return ""
        worst = min(faults, key=lambda fault: _WORST_FIRST.index(fault.severity))
        file, words = worst.file.name, worst.text(_)
        if (worst.line, worst.column) == (1, 1):
            return f"{file}: {words}"
        place = {"line": worst.line, "column": worst.column, "file": file}
        return _("Rad {line}, kolumn {column} i {file}: {words}", words=words, **place)

    def faults(self, _: Translator) -> tuple[str, ...]:
        """Everything that is wrong and every advice, each with its place, in words."""
        if self._listing is None or self._is_gone:
            return (self.fault(_),)
        is_held = any(fault.severity is Severity.DECK_REFUSED for fault in self._listing.faults)
        # Advice on what was shown last would name lines that have moved since.
        found = sorted(
            (*self._listing.faults, *(() if is_held else self._advice)),
            key=lambda fault: (not fault.severity.is_fault, fault.file.name, fault.line, fault.column),
        )
        return tuple(dict.fromkeys(fault.screen_text(_) for fault in found))

    def advice(self, card_id: str, language: str, _: Translator) -> tuple[str, ...]:
        """What may be better for the room on a card, in words."""
        result = self._showing(card_id, language)
        if result is None or self._listing is None:
            return ()
        lines = sorted(place[0] for place in result.places.values())
        start = next(place[0] for key, place in result.places.items() if key == card_id)
        later = bisect_right(lines, start)
        end = lines[later] if later < len(lines) else None
        return tuple(
            dict.fromkeys(
                fault.text(_)
                for fault in (*self._advice, *self._warnings(result, self._listing))
                if fault.file == result.path and start <= fault.line and (end is None or fault.line < end)
            )
        )

    def _warnings(self, result: ReadResult, listing: DeckListing) -> list[Fault]:
        """The warnings of a version that is shown, where its cards still lie as they say."""
        if any(fault.severity is Severity.DECK_REFUSED for fault in result.faults):
            return []
        is_now = any(result is version for version in listing.versions)
        found = (*result.faults, *(listing.notices if is_now else ()))
        return [fault for fault in found if not fault.severity.is_fault]

    def _showing(self, card_id: str, language: str) -> ReadResult | None:
        """The version that a card is shown from."""
        having = [result for result in self._shown.values() if card_id in result.places]
        return next(
            (result for result in having if result.language == language), having[0] if having else None
        )


class DeckFile:
    """Reads the deck that a file belongs to, with its other language versions; only what has changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._files = DeckFiles()

    def listing(self) -> DeckListing:
        """The deck as it is now; a missing file is a deck that is refused."""
        folder = [self._path.parent] if is_folder(self._path.parent) else []
        library = Library.build([self._path, *folder], self._files.read)
        return next(x for x in library.listings if any(v.path == self._path for v in x.versions))
