"""The preview's window: a deck's cards in any size that a room has, following the files as they are edited.

A size larger than the window is drawn whole and scaled down. It draws only when something has changed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import pygame

from game import __version__
from game.app import BUSY_S, LONGEST_STEP_S, QUIET_S, STAYS_BUSY_S, open_display, stop_on_signals
from game.crash import crash_report, show_crash
from game.i18n import translator
from game.options import EXIT_CRASH, EXIT_OK, EXIT_USAGE
from game.preview_pictures import empty_scene
from game.screens.base import Answer, Look, Pop, Push, SaveFile, Say, Scene, ToggleFullScreen
from game.screens.keys import Key, key_of
from game.screens.preview import NextSize, PreviewScreen
from game.screens.preview_help import PreviewHelp
from game.shell.log import Log
from game.shell.preview_source import DeckFile, DeckSource
from game.shell.shown_notice import ShownNotice
from game.shell.stack import Stack
from game.shell.storage import Storage
from game.shell.watching import DeckWatch
from game.ui.canvas import Canvas
from game.ui.stage import SIZES, Stage
from game.ui.theme import THEMES
from game.window import TITLE, Window, set_hints

ROOMS: Final = tuple(size for size in SIZES if size != (1280, 720))
_AROUND: Final = (24, 24, 24)
"""The colour beside a room of another shape than the window."""
_EXPOSED: Final = (pygame.VIDEOEXPOSE, pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED)
_RESIZED: Final = (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED)


def show_preview(path: Path, storage: Storage, look: Look, size: tuple[int, int] | None) -> int:
    """Show the deck that a file belongs to until somebody closes the window; the exit code."""
    set_hints()
    driver = open_display(translator(look.language))
    if driver is None:
        return EXIT_USAGE
    log = Log(storage.folder)
    window = Window(windowed=True, size=None)
    watch = DeckWatch((path, path.parent))
    code = EXIT_OK
    try:
        # Before the reading, so that what is saved meanwhile is seen.
        watch.start()
        preview = PreviewWindow(window, path, storage, look, size)
        log.started(__version__, pygame.ver, driver, window.size)
        stop_on_signals(preview.stop)
        preview.run(watch)
    except Exception as error:
        code = EXIT_CRASH
        report = crash_report(error, storage.folder)
        log.crashed(type(error).__name__, report.place)
        show_crash(window.surface, look, report, has_session=False)
        print(report.words, file=sys.stderr)
    finally:
        watch.stop()
        log.stopped(code)
        pygame.quit()
    return code


class PreviewWindow:
    """The window, the screens in it, and the loop. `room` is the size that is drawn; None: the window's."""

    def __init__(
        self, window: Window, path: Path, storage: Storage, look: Look, room: tuple[int, int] | None
    ) -> None:
        self._window, self._storage = window, storage
        self._room = room
        self._source = DeckSource(DeckFile(path).listing)
        self._scene: Scene = empty_scene(look)
        self._screen = PreviewScreen(self._source)
        self._stack = Stack(self._screen)
        self._notice = ShownNotice()
        self._title = ""
        self._stop = False
        self._needs_drawing = True
        self._take_up()

    @property
    def screen(self) -> PreviewScreen:
        """The screen with the cards."""
        return self._screen

    @property
    def room(self) -> tuple[int, int]:
        """The size that is drawn, in pixels."""
        return self._room or self._window.size

    def stop(self) -> None:
        """Close cleanly at the next turn of the loop."""
        self._stop = True

    def run(self, watch: DeckWatch, clock: Callable[[], float] = time.monotonic) -> None:
        """Run until the window is closed."""
        last = last_input = clock()
        while not self._stop:
            events = pygame.event.get()
            now = clock()
            last_input = now if events else last_input
            if self._notice.advance(min(now - last, LONGEST_STEP_S)):
                self._needs_drawing = True
            last = now
            for event in events:
                self.take(event)
            if watch.changed():
                self._take_up()
            if self._needs_drawing:
                self.draw()
                pygame.display.flip()
            time.sleep(BUSY_S if now - last_input < STAYS_BUSY_S else QUIET_S)

    def _take_up(self) -> None:
        """Show what the files say now."""
        self._say_place()
        self._stack.show(self._scene)
        self._needs_drawing = True

    def _say_place(self) -> None:
        width, height = self.room
        self._screen.place = f"{width} × {height}"

    def _say_title(self) -> None:
        """The window's title: what is shown and, for somebody in the editor, whether the file is at fault."""
        _ = self._scene._
        deck = self._source.title(self._screen.language)
        fault = _("fel i filen") if self._source.fault(_) else ""
        smaller = _("förminskad") if self._share() < 1 else ""
        words = (deck, self._screen.where(_), self._screen.place, smaller, fault, TITLE)
        title = " – ".join(part for part in words if part)
        if title != self._title:
            self._title = title
            pygame.display.set_caption(title)

    # --- input

    def take(self, event: pygame.Event) -> None:
        """Answer one event."""
        if event.type == pygame.QUIT:
            self.stop()
        elif event.type in _RESIZED:
            self._window.follow_resize()
            self._take_up()
        elif event.type in _EXPOSED:
            self._needs_drawing = True
        elif event.type == pygame.WINDOWFOCUSGAINED:
            # Where the system gives no watch, coming back from the editor is when to look.
            self._take_up()
        else:
            self._hand_on(event)

    def _hand_on(self, event: pygame.Event) -> None:
        if event.type == pygame.KEYDOWN:
            self._notice.forget(is_fault=True)
        top = self._stack.top
        answers = top.handle(self._in_room(event), self._scene, Stage(*self.room))
        if not answers:
            answers = _everywhere(event)
        self._carry_out(answers)
        if event.type != pygame.MOUSEMOTION:
            self._needs_drawing = True

    def _carry_out(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            match answer:
                case Push(screen):
                    self._stack.push(screen, self._scene)
                case Pop() if self._stack.top is self._stack.bottom:
                    self.stop()
                case Pop(result):
                    self._carry_out(self._stack.pop(result, self._scene))
                case NextSize(by):
                    self._next_size(by)
                case SaveFile(name, text):
                    self._carry_out((self._storage.save_in_words(name, text, self._scene._),))
                case Say(words, is_fault):
                    self._notice.say(words, is_fault=is_fault)
                case ToggleFullScreen():
                    self._window.toggle_full_screen()
                    self._take_up()

    def _next_size(self, by: int) -> None:
        sizes = (None, *ROOMS)
        at = sizes.index(self._room) if self._room in sizes else 0
        self._room = sizes[(at + by) % len(sizes)]
        self._take_up()

    # --- drawing

    def _share(self) -> float:
        """How much smaller than the room the window shows it; never larger."""
        (width, height), (room_w, room_h) = self._window.size, self.room
        return min(1.0, width / room_w, height / room_h)

    def _shown(self) -> pygame.Rect:
        """Where in the window the room is shown, in its middle."""
        share = self._share()
        shown = pygame.Rect(0, 0, *(max(1, round(length * share)) for length in self.room))
        shown.center = self._window.surface.get_rect().center
        return shown

    def _in_room(self, event: pygame.Event) -> pygame.Event:
        """The event as if the room filled the window."""
        shown, (width, height) = self._shown(), self.room
        if hasattr(event, "pos"):
            x, y = event.pos
            place = ((x - shown.x) * width / shown.w, (y - shown.y) * height / shown.h)
            return pygame.Event(event.type, {**event.dict, "pos": place})
        if event.type in (pygame.FINGERDOWN, pygame.FINGERUP, pygame.FINGERMOTION):
            window_w, window_h = self._window.size
            x, y = (event.x * window_w - shown.x) / shown.w, (event.y * window_h - shown.y) / shown.h
            return pygame.Event(event.type, {**event.dict, "x": x, "y": y})
        return event

    def draw(self) -> None:
        """Draw the room, and scale it into the window when it is larger."""
        self._needs_drawing = False
        self._say_title()
        surface, shown = self._window.surface, self._shown()
        is_whole = shown == surface.get_rect() and self.room == self._window.size
        ground = surface if is_whole else pygame.Surface(self.room, 0, surface)
        look = self._scene.look
        canvas = Canvas(ground, Stage(*self.room), THEMES[look.theme], look.language)
        self._stack.draw(canvas, self._scene)
        self._notice.draw(canvas)
        if not is_whole:
            surface.fill(_AROUND)
            scaled = ground if shown.size == self.room else pygame.transform.smoothscale(ground, shown.size)
            surface.blit(scaled, shown)


def _everywhere(event: pygame.Event) -> Sequence[Answer]:
    """What the keys do that mean the same on every screen."""
    match key_of(event):
        case Key.FULL_SCREEN:
            return (ToggleFullScreen(),)
        case Key.HELP:
            return (Push(PreviewHelp()),)
    return ()
