"""A director without a window: real decks, a real journal on disk, real key events."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pygame

from game.core.plan import Phase, Preset
from game.core.state import State
from game.i18n import translator
from game.screens.base import Look, Preparation, SeatEntry
from game.shell.contract import Begin
from game.shell.director import Director
from game.shell.library import Decks
from game.shell.log import Log
from game.shell.storage import Storage
from game.shell.watching import DeckWatch
from game.ui.canvas import Canvas
from game.ui.stage import Stage
from game.ui.text import InkLog
from game.ui.theme import THEMES
from tests.window.deck import write_deck

SIZE = (1280, 720)
LONGEST_S = 20.0
"""A generous bound for what is waited for."""


class NoWindow:
    """What a director may ask of a window, counted."""

    def __init__(self) -> None:
        self.full_screen_toggles = 0
        self.folders_opened = 0
        self.folder_not_shown = ""
        self.is_watching = True
        self._watch: DeckWatch | None = None

    @property
    def watch_is_working(self) -> bool:
        """Whether files are watched now."""
        return self._watch is not None and self._watch.is_working

    def toggle_full_screen(self) -> None:
        """Count."""
        self.full_screen_toggles += 1

    def open_folder(self) -> str:
        """Count."""
        self.folders_opened += 1
        return self.folder_not_shown

    def watch(self, places: Sequence[Path]) -> DeckWatch | None:
        """The real watch."""
        self._watch = DeckWatch(places) if self.is_watching else None
        return self._watch


class Pilot:
    """Presses keys in a game whose journal lies in `folder`."""

    def __init__(self, folder: Path, *, seats: int = 2, look: Look | None = None) -> None:
        self.folder = folder
        self.window = NoWindow()
        self.stage = Stage(*SIZE)
        path = folder / "prov.sv.yaml"
        self.decks = decks = Decks((str(path if path.exists() else write_deck(folder)),), folder)
        self.preparation = Preparation(
            deck=decks.chosen_by_arguments(translator("sv")),
            seats=tuple(SeatEntry(name) for name in ("Åsa", "Björn", "Fatima")[:seats]),
            preset=Preset.SHORT,
            cards=2,
        )
        self.storage = Storage(folder, rng=random.Random(7))
        log = Log(folder)
        self.director = Director(
            decks, self.storage, self.window, log, look or Look(), Begin(self.preparation)
        )

    def start(self) -> None:
        """Open the session that is prepared."""
        assert self.director.start(self.preparation)

    @property
    def state(self) -> State:
        """The open session's state."""
        host = self.director.host
        assert host is not None
        assert host.state is not None
        return host.state

    def phase(self) -> Phase | None:
        """The running turn's phase."""
        turn = self.state.turn
        return None if turn is None else turn.phase

    def is_paused(self) -> bool:
        """Whether the phase clock stands still."""
        return self.director.scene.clock.is_paused

    @property
    def version(self) -> int:
        """The open session's version."""
        host = self.director.host
        assert host is not None
        return host.version

    def press(self, key: int, letter: str = "", mod: int = 0) -> None:
        """A key down, what it types, and the key up, as SDL sends them."""
        events = [pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=letter, scancode=0)]
        if letter and not mod & pygame.KMOD_CTRL:
            events.append(pygame.Event(pygame.TEXTINPUT, text=letter))
        events.append(pygame.Event(pygame.KEYUP, key=key, mod=mod, scancode=0))
        for event in events:
            self.director.handle(event, self.stage)
        self.director.settle()

    def space(self, times: int = 1) -> None:
        """Next."""
        for _ in range(times):
            self.press(pygame.K_SPACE, " ")

    def write(self, words: str) -> None:
        """Letters as an input method sends them."""
        for letter in words:
            self.director.handle(pygame.Event(pygame.TEXTINPUT, text=letter), self.stage)

    def to_takeaway(self) -> None:
        """From the opening to the first turn's takeaway."""
        self.space(6)
        assert self.phase() is Phase.TAKEAWAY

    def drop(self, *paths: Path) -> None:
        """Drop files on the window, as SDL tells of them, and let what comes of it come."""
        for path in paths:
            self.director.handle(pygame.Event(pygame.DROPFILE, file=str(path)), self.stage)
        self.finish()

    def finish(self) -> None:
        """Let the decks be read and written that are to be."""
        self.director.advance(0.01)
        self.director.finish_errands()

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Let the game go on until something has come, as a saved file does; fails after a bound."""
        end = time.monotonic() + LONGEST_S
        while not condition():
            assert time.monotonic() < end, f"waited {LONGEST_S} s for {what}"
            self.director.advance(0.05)
            time.sleep(0.005)

    def written(self) -> str:
        """Everything that is written on the screen, on one line."""
        log = InkLog()
        look = self.director.look
        canvas = Canvas(pygame.Surface(SIZE), self.stage, THEMES[look.theme], look.language, log)
        self.director.draw(canvas)
        return " ".join(log.texts())

    def picture(self) -> pygame.Surface:
        """What the screen shows now."""
        surface = pygame.Surface(SIZE)
        look = self.director.look
        self.director.draw(Canvas(surface, self.stage, THEMES[look.theme], look.language))
        return surface
