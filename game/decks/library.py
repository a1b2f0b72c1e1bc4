"""Finds decks in folders and files, and one deck by what a person types for it.

Folders are looked into one level deep: decks lie flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.decks.faults import closest
from game.decks.file_names import DECK_SUFFIXES, is_deck_file_name
from game.decks.listings import DeckListing, ListingState, listings_of
from game.decks.on_disk import is_file, is_folder
from game.decks.reader import ReadResult, read_deck
from game.decks.texts import shown
from game.i18n import N_, Translator


@dataclass(frozen=True)
class DeckNotFound:
    """Why `find` gives no deck."""

    argument: str
    suggestions: tuple[str, ...] = ()
    """Ids or file names that were perhaps meant."""
    places: tuple[Path, ...] = ()
    """The files among which the argument does not choose."""

    def text(self, translator: Translator) -> str:
        """What is wrong and what to do, in the translator's language."""
        argument = shown(self.argument, 100)
        if self.places:
            files = ", ".join(shown(str(path), 400) for path in self.places)
            wrong = translator(N_("Flera kortlekar passar in på ”{argument}”"), argument=argument)
            return f"{wrong}; " + translator(N_("ange en av filerna: {files}"), files=files)
        wrong = translator(N_("Det finns ingen kortlek ”{argument}”"), argument=argument)
        if self.suggestions:
            names = ", ".join(f"”{name}”" for name in self.suggestions)
            return f"{wrong}; " + translator(N_("menade du {names}?"), names=names)
        return f"{wrong}; " + translator(N_("ange en lek-id ur listan eller vägen till en YAML-fil"))


@dataclass(frozen=True)
class Library:
    """The decks that were found, in the order of the places that were looked in, then by file name."""

    listings: tuple[DeckListing, ...] = ()

    @classmethod
    def build(cls, places: Iterable[Path], read: Callable[[Path], ReadResult] = read_deck) -> Library:
        """Read every deck in the folders and files given. A place that is missing is listed as refused.

        `read` may know a file that has not changed since it was read.
        """
        results: dict[Path, ReadResult] = {}
        for place in places:
            for path in deck_files(place):
                key = _resolved(path)
                if key not in results:
                    results[key] = read(path)
        by_folder: dict[Path, list[ReadResult]] = {}
        for result in results.values():
            by_folder.setdefault(_resolved(result.path.parent), []).append(result)
        return cls(tuple(listing for folder in by_folder.values() for listing in listings_of(folder)))

    def find(self, argument: str) -> DeckListing | DeckNotFound:
        """The deck that an id, a title or a path names.

        A path need not be in the library; a folder will do when it holds one deck.
        """
        path = Path(argument)
        is_there = is_file(path)
        same_id = [listing for listing in self.listings if listing.id == argument]
        if same_id and not is_there:
            return _the_one(argument, same_id)
        if is_folder(path):
            return _the_one(argument, Library.build([path]).listings)
        if is_there:
            return self._with_file(path) or Library.build([path.parent, path])._listed(path)
        if path.suffix.lower() in DECK_SUFFIXES:
            names = [file.name for file in deck_files(path.parent)] if is_folder(path.parent) else []
            if path.name in names:
                # It lies there and cannot be read; reading it says why.
                return Library.build([path])._listed(path)
            near = closest(path.name, names)
            return DeckNotFound(argument, (str(path.parent / near),) if near else ())
        same_title = [listing for listing in self.listings if argument in _titles(listing)]
        if same_title:
            return _the_one(argument, same_title)
        by_word = {word: listing.id for listing in self.listings for word in (*_titles(listing), listing.id)}
        near = closest(argument, by_word)
        return DeckNotFound(argument, (by_word[near],) if near else ())

    def _with_file(self, path: Path) -> DeckListing | None:
        real = _resolved(path)
        listed = (x for x in self.listings if any(_resolved(version.path) == real for version in x.versions))
        return next(listed, None)

    def _listed(self, path: Path) -> DeckListing | DeckNotFound:
        return self._with_file(path) or DeckNotFound(str(path))


def _the_one(argument: str, found: Sequence[DeckListing]) -> DeckListing | DeckNotFound:
    """The only deck, or the only playable one."""
    playable = [listing for listing in found if listing.state is not ListingState.REFUSED]
    for some in (playable, found):
        if len(some) == 1:
            return some[0]
    return DeckNotFound(argument, places=tuple(listing.path for listing in found))


def _titles(listing: DeckListing) -> tuple[str, ...]:
    return tuple(version.title for version in listing.versions if version.title)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # A loop of links or a NUL; reading it will say so.
        return path


def deck_files(place: Path) -> list[Path]:
    """The deck files of a folder, by name; of anything else, a missing path too, the path itself."""
    if not is_folder(place):
        return [place]
    try:
        names = [entry for entry in place.iterdir() if is_deck_file_name(entry.name)]
    except (OSError, ValueError):
        return [place]
    return sorted((path for path in names if not is_folder(path)), key=lambda path: path.name.casefold())
