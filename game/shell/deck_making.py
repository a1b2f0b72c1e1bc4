"""Files that the game makes of decks: a new one, one out of a sheet, a sheet out of one.

Each does one thing with the disk and says in words, in one language, how it went. None ever writes
over another file, and none raises.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from game.core.cards import Deck
from game.decks import DeckListing, load_decks
from game.decks.disk_reasons import disk_reason
from game.decks.on_disk import exists
from game.i18n import Translator
from game.screens.base import ImportedDeck

MOST_STEM_BYTES: Final = 200
"""Of the 255 that file systems take in a name."""


@dataclass(frozen=True, slots=True)
class Made:
    """How it went: the file, or why there is none."""

    path: Path | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class FromSheet:
    """A deck out of a sheet, not yet kept."""

    shown: ImportedDeck
    yaml: str
    stem: str
    language: str


def make_deck(folder: Path, title: str, language: str, _: Translator) -> Made:
    """A new deck with examples among the user's own."""
    from game.decks.starting import new_deck_files

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:  # A file of that name where the folder should be, too.
        return Made(None, _not_saved(folder, error, _))
    try:
        return Made(new_deck_files(folder, title, language))
    except FileExistsError:
        return Made(None, _("Det finns redan en lek som heter så. Välj ett annat namn."))
    except OSError as error:
        return Made(None, _not_saved(folder, error, _))


def read_sheet(path: Path, folder: Path, language: str, _: Translator) -> FromSheet:
    """What comes out of a sheet, and the name under which it would be kept in `folder`."""
    from game.decks.sheets import import_sheet

    outcome = import_sheet(path, language=language)
    deck: Deck | None = outcome.deck
    spoken = deck.language if deck is not None else language
    stem = path.stem.strip(". ") or "lek"
    if stem.lower().endswith(f".{spoken}"):
        stem = stem[: -len(spoken) - 1]
    stem = _fitting(stem)
    shown = ImportedDeck(
        source=path.name,
        title=deck.title if deck is not None else path.stem,
        cards=len(deck.cards) if deck is not None else 0,
        left_out=outcome.left_out,
        themes=tuple(theme.name for theme in deck.themes) if deck is not None else (),
        faults=tuple(fault.screen_text(_) for fault in outcome.faults),
        name=next(_names(folder, stem, f".{spoken}.yaml")).name,
    )
    return FromSheet(shown, outcome.yaml, stem, spoken)


def keep(sheet: FromSheet, folder: Path, _: Translator) -> Made:
    """Write the deck among the user's own, under the next free name."""
    from game.decks.written_files import write_atomically

    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in _names(folder, sheet.stem, f".{sheet.language}.yaml"):
            try:
                write_atomically(path, sheet.yaml)
            except FileExistsError:
                continue
            return Made(path)
    except OSError as error:
        return Made(None, _not_saved(folder, error, _))
    return Made(None)


def save_as_excel(listing: DeckListing, folder: Path, language: str, _: Translator) -> Made:
    """Save a deck, in that language or one that it has, as an Excel file in `folder`."""
    from game.decks.sheets import export_deck

    versions = load_decks(listing)
    deck = next((one for one in versions if one.language == language), versions[0])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = next(_names(folder, str(deck.id), f".{deck.language}.xlsx"))
        export_deck(deck, path)
    except OSError as error:
        return Made(None, _not_saved(folder, error, _))
    return Made(path)


def _fitting(stem: str) -> str:
    """A name that leaves room for a number and an ending, cut where no letter is cut in two."""
    return stem.encode("utf-8", "replace")[:MOST_STEM_BYTES].decode("utf-8", "ignore").strip(". ")


def _names(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    """Names that are free: `stem` and its ending, then with -2, -3 … between them."""
    number = 1
    while True:
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
        if not exists(path):
            yield path
        number += 1


def _not_saved(folder: Path, error: OSError, _: Translator) -> str:
    return _("Det gick inte att spara i {folder}: {why}.", folder=folder, why=disk_reason(error, _))
