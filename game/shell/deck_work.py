"""Decks and their files while people stand at the welcome screen: watched, read again, made, dropped.

Whatever touches the disk is done on a thread of its own, and comes back as answers for the director.
A running session plays its own copy of the cards; nothing is watched then.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from weakref import ref

from game.decks import Library
from game.decks.on_disk import is_folder
from game.screens import deck_intents as wish
from game.screens.base import (
    Answer,
    DeckChoice,
    DeckIntent,
    GoTo,
    Prepare,
    Push,
    Say,
    Scene,
    SheetChoice,
    ShowAnew,
)
from game.screens.preview import PreviewScreen
from game.shell.contract import Shell, Watch
from game.shell.library import Decks
from game.shell.own_deck_work import OwnDeckWork
from game.shell.preview_source import DeckSource
from game.shell.sheet_search import Dropped, sorted_out
from game.shell.storage import Storage
from game.shell.told_errands import ToldErrands

WATCHES_AFTER_S: Final = 0.5
"""The first frames are shown before anything is watched."""


class DeckWork:
    """What the director asks about decks."""

    def __init__(self, decks: Decks, storage: Storage, shell: Shell) -> None:
        self._decks, self._shell = decks, shell
        self._errands = ToldErrands()
        self._own = OwnDeckWork(decks, storage, shell, self._errands, self._read_and_choose)
        self._watch: Watch | None = None
        self._watched: tuple[Path, ...] = ()
        self._scene: Scene
        self._at_welcome_s = 0.0
        self._dropped: list[Path] = []
        self._previewed: ref[DeckSource] | None = None
        """What is leafed through; it goes with its screen."""
        self._has_news = False

    # --- what the director calls

    @property
    def reading(self) -> str:
        """What is being read or written, in words, once it takes a while."""
        return self._errands.told

    @property
    def sheets(self) -> tuple[SheetChoice, ...]:
        """The files that cards may be fetched from, once they have been looked for."""
        return self._own.sheets

    def drop(self, path: str) -> None:
        """A file or folder was dropped on the window; those that come together are looked at together."""
        self._dropped.append(Path(path))

    def advance(self, dt_s: float, scene: Scene, *, is_at_welcome: bool) -> Sequence[Answer]:
        """Let time pass, and take up what was done meanwhile; never waits."""
        self._scene = scene
        dropped, self._dropped = self._dropped, []
        if not is_at_welcome:
            self._leave()
            words = scene._("Gå till startbilden först, och släpp filen där.")
            return (Say(words),) if dropped else ()
        if dropped:
            self._take_in(dropped)
        self._at_welcome_s += dt_s
        self._follow_files()
        return self._with_news(self._errands.finished(), dt_s)

    def finish(self, scene: Scene) -> Sequence[Answer]:
        """Wait for everything that is under way, and take it up."""
        self._scene = scene
        return self._with_news(self._errands.finish(), 0.0)

    def _with_news(self, answers: Sequence[Answer], dt_s: float) -> Sequence[Answer]:
        has_news, self._has_news = self._has_news, False
        return (*answers, ShowAnew()) if self._errands.tell(dt_s) or has_news else answers

    def stop(self) -> None:
        """The program ends."""
        if self._watch is not None:
            self._watch.stop()
        self._errands.stop()

    def carry_out(self, intent: DeckIntent, scene: Scene) -> Sequence[Answer]:
        """Do what a screen asks, or begin to."""
        self._scene = scene
        match intent:
            case wish.ReadDecksAgain(is_everything):
                # At the very beginning nothing has changed, and the watch is about to read once more.
                if is_everything or self._at_welcome_s >= WATCHES_AFTER_S:
                    self._read(is_everything=is_everything)
            case wish.OpenFolder():
                return self._open_folder()
            case wish.PreviewDeck(deck):
                self._preview(intent, deck)
            case _:
                self._own.carry_out(intent, scene._)
        return ()

    # --- reading

    def _follow_files(self) -> None:
        """Watch the places where decks lie, and read again what has changed there."""
        if self._errands.is_busy or self._at_welcome_s < WATCHES_AFTER_S:
            return
        if self._watched == self._decks.places:
            if self._watch is not None and self._watch.changed():
                self._read()
            return
        before, self._watched = self._watch, self._decks.places
        watch = self._watch = self._shell.watch(self._watched)
        if watch is None:
            return

        def begin() -> Library:
            if before is not None:
                before.stop()
            watch.start()
            # What changed before the watch stood, as while a session was played.
            return self._decks.read()

        self._errands.run(begin, self._taken)

    def _leave(self) -> None:
        """Nothing is watched during a session."""
        self._at_welcome_s = 0.0
        self._watched = ()
        if self._watch is not None:
            self._errands.run(self._watch.stop, lambda _nothing: ())
            self._watch = None

    def _read(self, *, is_everything: bool = False) -> None:
        def read() -> Library:
            return self._decks.read(is_everything=is_everything)

        self._errands.run(read, self._taken, self._scene._("Läser om …"))

    def _taken(self, library: Library) -> Sequence[Answer]:
        before = self._scene.decks
        self._decks.take(library)
        self._has_news = True
        return self._told_of_gone(before)

    def _told_of_gone(self, before: Sequence[DeckChoice]) -> Sequence[Answer]:
        """Words about decks that lay on the table and whose files are gone; a new name is not gone."""
        _ = self._scene._
        there = self._decks.choices(_.language)
        ids, decks = {deck.id for deck in there}, {deck.deck_id for deck in there}
        gone = [deck for deck in before if deck.id not in ids and deck.deck_id not in decks]
        if not gone or (self._previewed is not None and self._previewed() is not None):
            return ()
        words = _.plural(
            "”{title}” är inte kvar: filen har flyttats, tagits bort eller fått ett annat namn.",
            "{n} lekar är inte kvar: filerna har flyttats, tagits bort eller fått andra namn.",
            len(gone),
            title=gone[0].title,
        )
        return (Say(words),)

    def _chosen(self, place: Path) -> Sequence[Answer]:
        """Choose the deck of a file, or the first one of a folder, on the welcome screen."""
        before = self._scene.preparation
        deck = self._decks.choice_in(place) or before.deck
        if before.deck and deck != before.deck:
            before = replace(before, weights={}, cards=None)
        return Prepare(replace(before, deck=deck)), GoTo("welcome")

    def _read_and_choose(self, place: Path, words: str) -> None:
        """Read what is new, choose it on the welcome screen, and say something about it."""

        def then(library: Library) -> Sequence[Answer]:
            self._decks.take(library)
            return (*self._chosen(place), Say(words))

        self._errands.run(self._decks.read, then, self._scene._("Läser om …"))

    # --- what is dropped

    def _take_in(self, paths: Sequence[Path]) -> None:
        def look() -> tuple[Dropped, Library | None]:
            dropped = sorted_out(paths)
            for place in dropped.decks:
                if is_folder(place) or not self._decks.choice_in(place):
                    self._decks.add_guest(place)
            return dropped, self._decks.read() if dropped.decks else None

        known = {deck.id for deck in self._scene.decks}
        self._errands.run(look, lambda looked: self._taken_in(*looked, known), self._scene._("Läser …"))

    def _taken_in(self, dropped: Dropped, library: Library | None, known: set[str]) -> Sequence[Answer]:
        _ = self._scene._
        answers: list[Answer] = []
        if library is not None:
            self._decks.take(library)
            answers += self._chosen(dropped.decks[0])
            shown = self._decks.choices(_.language)
            new = [deck for deck in shown if deck.id not in known]
            chosen = self._decks.choice_in(dropped.decks[0])
            title = next((deck.title for deck in shown if deck.id == chosen), dropped.decks[0].name)
            if len(new) > 1:
                words = _("{n} lekar är med den här gången. Filerna ligger kvar där de låg.", n=len(new))
            elif new:
                words = _(
                    "”{title}” är med den här gången. Filen ligger kvar där den låg.", title=new[0].title
                )
            else:
                words = _("”{title}” finns redan här.", title=title)
            answers.append(Say(words))
        elif dropped.empty_folders and not dropped.sheets:
            name = dropped.empty_folders[0].name
            answers.append(
                Say(_("I mappen ”{name}” finns inga lekar, filer som slutar på .yaml.", name=name))
            )
        elif dropped.others and not dropped.sheets:
            words = _(
                "”{name}” kan spelet inte använda. Släpp en lek (.yaml), en mapp med lekar, "
                "eller kort från Excel, CSV eller text.",
                name=dropped.others[0].name,
            )
            answers.append(Say(words))
        self._own.fetch(dropped.sheets, _)
        return answers

    # --- the folder, and looking through a deck

    def _open_folder(self) -> Sequence[Answer]:
        path = self._shell.open_folder()
        return (Say(self._scene._("Lägg era lekar i mappen {path}", path=path)),) if path else ()

    def _preview(self, intent: DeckIntent, deck: str) -> None:
        shown = next((choice for choice in self._scene.decks if choice.id == deck), None)
        if shown is None or shown.refused:
            return
        back = shown.back

        def look() -> DeckSource:
            return DeckSource(lambda: self._decks.listing(deck), back=back)

        def then(source: DeckSource) -> Sequence[Answer]:
            self._previewed = ref(source)
            return (Push(PreviewScreen(source)),)

        self._errands.once(intent, look, then, self._scene._("Läser …"))
