"""The composition root: makes the window, the director and the loop, and runs them.

The loop draws only when something changed or moves. It looks for input every 5 ms while people
act or something moves, and every 34 ms when the room is quiet, because SDL's own waiting polls
every millisecond.
"""

from __future__ import annotations

import gc
import random
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

import pygame

from game import __version__
from game.crash import crash_report, show_crash
from game.folders import show_folder
from game.i18n import Translator, translator
from game.memory import give_back_free_memory, give_back_large_blocks
from game.options import EXIT_CRASH, EXIT_OK, EXIT_USAGE, Options
from game.screens.base import Look
from game.settings import data_folder, own_decks_folder
from game.shell.beginning import begin
from game.shell.director import Director
from game.shell.faults import NotPlayableError
from game.shell.library import Decks
from game.shell.log import Log
from game.shell.storage import Storage
from game.shell.watching import DeckWatch
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage
from game.ui.theme import THEMES
from game.ui.window_icon import window_icon
from game.window import NoDisplayError, Window, WrongPygameError, set_hints, start_display

_MEND = "pip install --force-reinstall pygame-ce"
BUSY_S = 0.005
QUIET_S = 0.034
STAYS_BUSY_S = 2.0
LONGEST_STEP_S = 0.25
"""A longer pause (a suspended laptop) counts as this much."""
KEY_REPEAT_MS = (400, 35)


class App:
    """The window and the director, and the loop that joins them."""

    def __init__(self, window: Window, director: Director, clock: Callable[[], float]) -> None:
        self._window, self._director, self._clock = window, director, clock
        self._stage = Stage(*window.size)
        self._canvas = self._make_canvas()
        self._stop = False
        self._repeats = False

    def stop(self) -> None:
        """Close cleanly at the next turn of the loop."""
        self._stop = True

    def run(self) -> None:
        """Run until the group leaves or the program is told to stop."""
        # What is loaded stays: looking through it for garbage again and again delays answers to keys.
        gc.freeze()
        last = self._clock()
        last_input = last
        was_busy = True
        while not self._stop and not self._director.wants_quit:
            events = pygame.event.get()
            now = self._clock()
            if events:
                last_input = now
            self._director.advance(min(now - last, LONGEST_STEP_S))
            last = now
            for event in events:
                self._take(event)
            self._repeat_keys_in_fields()
            if self._director.needs_drawing:
                self._draw()
            elif (part := self._director.stale(self._stage)) is not None:
                self._draw_part(part)
            busy = self._director.is_moving or now - last_input < STAYS_BUSY_S
            if was_busy and not busy:
                give_back_free_memory()
            was_busy = busy
            time.sleep(BUSY_S if busy else QUIET_S)

    def _take(self, event: pygame.Event) -> None:
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            self._window.follow_resize()
            self._fit()
            return
        if event.type in (pygame.VIDEOEXPOSE, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self._director.redraw()
            return
        self._director.handle(event, self._stage)
        if self._window.size != (self._stage.width_px, self._stage.height_px):
            self._fit()

    def _fit(self) -> None:
        self._stage = Stage(*self._window.size)
        self._canvas = self._make_canvas()
        self._director.redraw()

    def _draw(self) -> None:
        look = self._director.look
        if (self._canvas.theme.name, self._canvas.language) != (look.theme, look.language) or (
            self._canvas.is_motion_reduced != look.is_motion_reduced
        ):
            self._canvas = self._make_canvas()
        self._director.draw(self._canvas)
        pygame.display.flip()

    def _draw_part(self, part: Box) -> None:
        """Draw a part of the window only: the ring's steps are most of what a quiet room costs."""
        with self._canvas.clip(part):
            self._director.draw(self._canvas)
        pygame.display.update(self._stage.box_rect(part))

    def _make_canvas(self) -> Canvas:
        look = self._director.look
        return Canvas(
            self._window.surface,
            self._stage,
            THEMES[look.theme],
            look.language,
            is_motion_reduced=look.is_motion_reduced,
        )

    def _repeat_keys_in_fields(self) -> None:
        """Held keys repeat in a text field and nowhere else: a held space must not run through the game."""
        wanted = self._director.takes_text
        if wanted != self._repeats:
            self._repeats = wanted
            pygame.key.set_repeat(*KEY_REPEAT_MS) if wanted else pygame.key.set_repeat()


def play(options: Options) -> int:
    """Play in a window; the exit code."""
    give_back_large_blocks()
    set_hints()
    folder = data_folder(options.data_dir)
    storage = Storage(folder, rng=None if options.seed is None else random.Random(options.seed))
    look = _look(options, storage)
    _ = translator(look.language)
    decks = Decks(options.decks, storage.folder)
    try:
        beginning = begin(options, decks, storage, _)
    except NotPlayableError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    driver = open_display(_)
    if driver is None:
        return EXIT_USAGE
    log = Log(folder)
    window = Window(windowed=options.is_windowed, size=options.size)
    log.started(__version__, pygame.ver, driver, window.size)
    director = Director(decks, storage, _WindowShell(window, folder), log, look, beginning.begin)
    code = EXIT_OK
    try:
        app = App(window, director, time.monotonic)
        stop_on_signals(app.stop)
        beginning.start(director)
        app.run()
        director.stop()
    except Exception as error:
        code = EXIT_CRASH
        _crash(error, director, window, log, folder)
    finally:
        log.stopped(code)
        pygame.quit()
    return code


def open_display(_: Translator) -> str | None:
    """Start display and fonts, with the program's icon, but open no window; the driver's name.

    None when that cannot be done, which is then said.
    """
    try:
        driver = start_display()
    except WrongPygameError:
        words = _(
            "Fel pygame är installerat. Kör först ”pip uninstall pygame”, sedan ”{command}”.", command=_MEND
        )
        print(words, file=sys.stderr)
        return None
    except NoDisplayError:
        print(
            _("Det finns ingen skärm att visa spelet på. Prova ”demo --out MAPP” för bilder utan skärm."),
            file=sys.stderr,
        )
        return None
    pygame.display.set_icon(window_icon())
    return driver


def stop_on_signals(stop: Callable[[], None]) -> None:
    """Have the system's wish that the program ends close it as its window does."""

    def wished(_number: int, _frame: FrameType | None) -> None:
        stop()

    signal.signal(signal.SIGINT, wished)
    signal.signal(signal.SIGTERM, wished)


class _WindowShell:
    """What screens may ask of the window."""

    def __init__(self, window: Window, folder: Path) -> None:
        self._window = window
        self._folder = folder

    def toggle_full_screen(self) -> None:
        self._window.toggle_full_screen()

    def open_folder(self) -> str:
        folder = own_decks_folder(self._folder)
        return "" if show_folder(folder) else str(folder)

    def watch(self, places: Sequence[Path]) -> DeckWatch:
        return DeckWatch(places)


def _look(options: Options, storage: Storage) -> Look:
    stored = storage.look
    reduced = options.is_motion_reduced
    return Look(
        language=options.language or stored.language,
        theme=options.theme or stored.theme,
        text_scale=stored.text_scale,
        is_motion_reduced=stored.is_motion_reduced if reduced is None else reduced,
    )


def _crash(error: Exception, director: Director, window: Window, log: Log, folder: Path) -> None:
    report = crash_report(error, folder)
    log.crashed(type(error).__name__, report.place)
    kept = director.host is not None
    try:
        director.close()
        show_crash(window.surface, director.look, report, has_session=kept)
    except Exception as second:
        log.crashed(type(second).__name__, "crash screen")
    print(report.words, file=sys.stderr)
