"""What screens ask of the shell about decks and their files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.screens.base import DeckIntent


@dataclass(frozen=True, slots=True)
class ReadDecksAgain(DeckIntent):
    """Look for decks anew. Only what has changed is read, unless everything is asked for."""

    is_everything: bool = False


@dataclass(frozen=True, slots=True)
class OpenFolder(DeckIntent):
    """Show the folder of the user's own decks in the platform's file manager."""


@dataclass(frozen=True, slots=True)
class PreviewDeck(DeckIntent):
    """Leaf through a deck's cards."""

    deck: str


@dataclass(frozen=True, slots=True)
class MakeDeck(DeckIntent):
    """Make a new deck with this title among the user's own."""

    title: str


@dataclass(frozen=True, slots=True)
class LookForSheets(DeckIntent):
    """List the files that cards may be fetched from."""


@dataclass(frozen=True, slots=True)
class ImportSheet(DeckIntent):
    """Read a sheet and show what came out of it."""

    path: Path


@dataclass(frozen=True, slots=True)
class KeepImported(DeckIntent):
    """Keep what came out of the sheet among the user's own decks."""


@dataclass(frozen=True, slots=True)
class DropImported(DeckIntent):
    """Throw away what came out of the sheet; the sheet itself is untouched."""


@dataclass(frozen=True, slots=True)
class SaveAsExcel(DeckIntent):
    """Save a deck as an Excel file in the data folder."""

    deck: str
