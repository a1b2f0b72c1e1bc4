"""Decks of one's own: a new one, one out of a sheet, an Excel file of one. Each is an errand.

A sheet is first shown and then kept or thrown away; several are shown one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from game.i18n import Translator
from game.screens import deck_intents as wish
from game.screens.base import Answer, DeckIntent, Push, Say, SheetChoice, ShowAnew
from game.screens.imported import ImportedScreen
from game.shell.contract import Shell
from game.shell.deck_making import FromSheet, Made, keep, make_deck, read_sheet, save_as_excel
from game.shell.library import Decks
from game.shell.sheet_search import find_sheets, usual_folders
from game.shell.storage import SAVED_FILES, Storage
from game.shell.told_errands import ToldErrands


class OwnDeckWork:
    """`show` reads what is new, chooses the deck of a file, and says something about it."""

    def __init__(
        self,
        decks: Decks,
        storage: Storage,
        shell: Shell,
        errands: ToldErrands,
        show: Callable[[Path, str], None],
    ) -> None:
        self._decks, self._storage, self._shell = decks, storage, shell
        self._errands, self._show = errands, show
        self._from_sheet: FromSheet | None = None
        self._waiting: list[Path] = []
        self._is_reading = False
        self.sheets: tuple[SheetChoice, ...] = ()
        """The files that cards may be fetched from, once they have been looked for."""

    def carry_out(self, intent: DeckIntent, _: Translator) -> None:
        """Begin to do what a screen asks."""
        match intent:
            case wish.MakeDeck(title):
                self._make(intent, title, _)
            case wish.LookForSheets():
                self._look_for_sheets(intent, _)
            case wish.ImportSheet(path):
                self.fetch((path,), _)
            case wish.KeepImported():
                self._keep(intent, _)
            case wish.DropImported():
                self._from_sheet = None
                self.fetch((), _)
            case wish.SaveAsExcel(deck):
                self._save_as_excel(intent, deck, _)

    def fetch(self, paths: Sequence[Path], _: Translator) -> None:
        """Show what comes out of these sheets too, as soon as none is being looked at."""
        self._waiting += [path for path in paths if path not in self._waiting]
        if self._from_sheet is not None or self._is_reading or not self._waiting:
            return
        path, folder = self._waiting.pop(0), self._decks.own_folder
        self._is_reading = True

        def then(read: FromSheet) -> Sequence[Answer]:
            self._is_reading = False
            self._from_sheet = read
            return (Push(ImportedScreen(read.shown)),)

        words = _("Läser {name} …", name=path.name)
        self._errands.run(lambda: read_sheet(path, folder, _.language, _), then, words)

    def _keep(self, intent: DeckIntent, _: Translator) -> None:
        sheet, folder = self._from_sheet, self._decks.own_folder
        if sheet is None:
            return

        def then(made: Made) -> Sequence[Answer]:
            if made.path is None:
                return (Say(made.fault, is_fault=True),)
            self._from_sheet = None
            self._show(made.path, _("Leken är sparad: {path}", path=made.path))
            self.fetch((), _)
            return ()

        self._errands.once(intent, lambda: keep(sheet, folder, _), then, _("Sparar …"))

    def _look_for_sheets(self, intent: DeckIntent, _: Translator) -> None:
        folders = usual_folders(self._decks.own_folder, _)

        def then(found: tuple[SheetChoice, ...]) -> Sequence[Answer]:
            self.sheets = found
            return (ShowAnew(),)

        self._errands.once(intent, lambda: find_sheets(folders, _), then, _("Letar …"))

    def _make(self, intent: DeckIntent, title: str, _: Translator) -> None:
        folder = self._decks.own_folder

        def then(made: Made) -> Sequence[Answer]:
            if made.path is None:
                return (Say(made.fault, is_fault=True),)
            words = _(
                "Leken ligger i {path}. Ändra den i en textredigerare: den visas på nytt när du sparar.",
                path=made.path,
            )
            self._shell.open_folder()
            self._show(made.path, words)
            return ()

        self._errands.once(intent, lambda: make_deck(folder, title, _.language, _), then, _("Sparar …"))

    def _save_as_excel(self, intent: DeckIntent, deck: str, _: Translator) -> None:
        listing, folder = self._decks.listing(deck), self._storage.folder / SAVED_FILES
        if listing is None:
            return

        def then(made: Made) -> Sequence[Answer]:
            if made.path is None:
                return (Say(made.fault, is_fault=True),)
            return (Say(_("Sparad: {path}", path=made.path)),)

        def save() -> Made:
            return save_as_excel(listing, folder, _.language, _)

        self._errands.once(intent, save, then, _("Sparar …"))
