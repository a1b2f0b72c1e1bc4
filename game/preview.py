"""Shows a deck as a room will see it, card by card: in a window that follows the files as they are
edited, or as pictures in a folder. No session is opened and nothing is kept.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from game.decks import DECK_SUFFIXES, DeckNotFound, Library
from game.i18n import LANGUAGES, Translator, translator
from game.options import EXIT_USAGE
from game.preview_pictures import write_pictures
from game.preview_window import show_preview
from game.resources import cards_folder
from game.screens.base import Look
from game.settings import data_folder, own_decks_folder
from game.shell.preview_source import DeckFile, DeckSource
from game.shell.storage import Storage

PICTURE_SIZE = (1920, 1080)
"""The size of pictures when none is asked for."""


@dataclass(frozen=True, slots=True)
class PreviewOptions:
    """What a preview was asked for; None means: as the settings, or the preview itself, would have it."""

    deck: str
    """A deck's file, folder or id. A file may be missing at first."""
    out: Path | None = None
    """The folder for pictures; None shows a window."""
    size: tuple[int, int] | None = None
    """The room's size in pixels."""
    language: str | None = None
    theme: str | None = None
    data_dir: Path | None = None


def run_preview(options: PreviewOptions) -> int:
    """Show the deck; the exit code: 0 well, 1 pictures of a deck with faults, 2 cannot be done."""
    language = options.language or LANGUAGES[0]
    if options.out is not None:
        # Pictures must be the same on every machine, whatever its settings.
        os.environ["SDL_VIDEODRIVER"] = "dummy"
        os.environ["SDL_AUDIODRIVER"] = "dummy"
        look = Look(language, options.theme or "light")
        source = _source(options, translator(language))
        if source is None:
            return EXIT_USAGE
        return write_pictures(source, options.out, options.size or PICTURE_SIZE, look)
    storage = Storage(data_folder(options.data_dir))
    stored = storage.look
    look = Look(options.language or stored.language, options.theme or stored.theme, stored.text_scale, True)
    _ = translator(look.language)
    path = deck_path(options, _)
    if path is None:
        return EXIT_USAGE
    return show_preview(path, storage, look, options.size)


def _source(options: PreviewOptions, _: Translator) -> DeckSource | None:
    path = deck_path(options, _)
    return None if path is None else DeckSource(DeckFile(path).listing)


def deck_path(options: PreviewOptions, _: Translator) -> Path | None:
    """The file that is meant, which need not exist; None when there is no such deck, which is then said."""
    path = Path(options.deck)
    if path.suffix.lower() in DECK_SUFFIXES and not path.is_dir():
        return path
    places = [] if path.is_dir() else [cards_folder(), own_decks_folder(data_folder(options.data_dir))]
    found = Library.build(place for place in places if place.is_dir()).find(options.deck)
    if isinstance(found, DeckNotFound):
        print(found.text(_), file=sys.stderr)
        return None
    return found.path
