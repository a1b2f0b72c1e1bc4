"""A session that plays itself with no display: the same screens, host and journal as in a room,
driven by key events. It leaves a picture of every screen and phase, and the journal.

The same seed gives the same events. Nothing here knows a rule: it reads the view, as people do.
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pygame

from game.core.cards import Kind
from game.core.plan import Phase, Preset
from game.core.views import TableView
from game.demo_words import DemoWords, demo_words
from game.i18n import translator
from game.options import EXIT_OK, EXIT_USAGE
from game.screens.base import Look, Preparation
from game.shell.contract import Begin
from game.shell.director import Director
from game.shell.faults import NotPlayableError
from game.shell.library import Decks
from game.shell.log import Log
from game.shell.storage import Storage
from game.ui.canvas import Canvas
from game.ui.stage import Stage
from game.ui.theme import THEMES

MOST_STEPS = 4000
"""A demo that has not ended by then is at fault."""
_SECONDS_IN: Final = {Phase.THINK: 36.0, Phase.ROUND: 18.0, Phase.TALK: 96.0, Phase.PAIRS: 70.0}
"""How long the demo stays in a phase before its picture, so that the ring is partly full."""
_DEMO_DAY: Final = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
"""When a demo is played, whatever the day: the same seed gives the same journal and pictures."""
_OVERLAYS: Final = (
    ("pause", pygame.K_ESCAPE, ""),
    ("help", pygame.K_F1, ""),
    ("tablemenu", pygame.K_d, "d"),
)


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """What `demo` was asked for."""

    out: Path
    size: tuple[int, int] = (1280, 720)
    deck: str = "service"
    players: tuple[str, ...] = ()
    preset: Preset = Preset.CALM
    cards: int = 6
    theme: str = "light"
    is_facilitated: bool = False
    seed: int = 1
    language: str = "sv"


class _NoWindow:
    """A shell for a director that has no window."""

    def toggle_full_screen(self) -> None:
        """There is no window to change."""

    def open_folder(self) -> str:
        """There is nobody to show a folder to."""
        return ""

    def watch(self, places: Sequence[Path]) -> None:
        """Nobody changes a file meanwhile."""


def run_demo(options: DemoOptions) -> int:
    """Play a whole session and leave its pictures and journal in `options.out`."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    _ = translator(options.language)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(
            _("Det går inte att skriva i {path}: {why}", path=options.out, why=error.strerror),
            file=sys.stderr,
        )
        return EXIT_USAGE
    decks = Decks((options.deck,), options.out)
    try:
        deck = decks.chosen_by_arguments(_)
    except NotPlayableError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(options.size)
    storage = Storage(options.out, rng=random.Random(options.seed), now=lambda: _DEMO_DAY)
    look = Look(language=options.language, theme=options.theme)
    preparation = Preparation(
        deck=deck,
        preset=options.preset,
        cards=options.cards,
        max_intensity=3,
        facilitator_mode=options.is_facilitated,
    )
    director = Director(decks, storage, _NoWindow(), Log(None), look, Begin(preparation))
    kinds = frozenset(card.kind for card in decks.cards(deck))
    demo = Demo(director, options, demo_words(options.language), kinds)
    ended = demo.play()
    for path in demo.pictures:
        print(path)
    print(_("{n} bilder i {path}", n=len(demo.pictures), path=options.out))
    return EXIT_OK if ended else EXIT_USAGE


class Demo:
    """Presses keys as a group would, and takes a picture of everything it has not shown before."""

    def __init__(
        self, director: Director, options: DemoOptions, words: DemoWords, kinds: frozenset[Kind]
    ) -> None:
        self._director, self._options, self._words = director, options, words
        self._stage = Stage(*options.size)
        self._surface = pygame.Surface(options.size)
        self._names = list(options.players or words.players)
        self._shown: set[str] = set()
        self._unseen = set(kinds)
        """Kinds of card that the deck has and that have not come up yet."""
        self._written = 0
        self.pictures: list[Path] = []

    def play(self) -> bool:
        """Play to the end; False when it did not come there."""
        for _step in range(MOST_STEPS):
            if self._director.wants_quit:
                return True
            name = self._place()
            if name == "welcome" and any(shown.startswith("followup") for shown in self._shown):
                return True
            self._wait(name)
            self._picture(name)
            self._act(name)
        return False

    # --- looking

    def _view(self) -> TableView | None:
        return self._director.scene.view

    def _place(self) -> str:
        """The screen and phase in one word, for the picture's name."""
        top = type(self._director.top).__name__.removesuffix("Screen").lower()
        view = self._view()
        if view is None:
            return top
        if view.turn is not None and view.turn.card is not None:
            kind = view.turn.card.kind
            self._unseen.discard(kind)
            phase = view.turn.phase
            if phase in (Phase.READ, Phase.VOTE):
                return f"{top}-{phase}-{kind}"
            return f"{top}-{phase}"
        if view.turn is not None:
            return f"{top}-{view.turn.phase}" + ("-end" if view.pile.is_at_end else "")
        if view.closing is not None:
            return f"{top}-" + ("overview" if view.closing.seat is None else "promise")
        step = self._director.top.step
        return top if step is None else f"{top}-{step.value}"

    def _wait(self, name: str) -> None:
        """Let some time pass, more where the ring is to be seen."""
        view = self._view()
        seconds = 0.6
        if view is not None and view.turn is not None and name not in self._shown:
            seconds = _SECONDS_IN.get(view.turn.phase, seconds)
        while seconds > 0:
            self._director.advance(0.2)
            seconds -= 0.2

    def _picture(self, name: str, ending: str = "") -> None:
        name += ending
        if name in self._shown:
            return
        self._shown.add(name)
        self._director.settle()
        look = self._director.look
        canvas = Canvas(self._surface, self._stage, THEMES[look.theme], look.language)
        self._director.draw(canvas)
        path = self._options.out / f"{len(self.pictures) + 1:02}-{name}.png"
        pygame.image.save(self._surface, str(path))
        self.pictures.append(path)

    # --- acting

    def _look_at_overlays(self) -> None:
        """Open what lies over the table, each by its key, and close it again."""
        for name, key, letter in _OVERLAYS:
            self._press(key, letter)
            self._picture(name)
            self._press(pygame.K_ESCAPE)
        self._director.handle(pygame.Event(pygame.QUIT), self._stage)
        self._picture("leave")
        self._press(pygame.K_ESCAPE)

    def _act(self, name: str) -> None:
        view = self._view()
        if name == "table-draw" and "pause" not in self._shown:
            self._look_at_overlays()
            self._press(pygame.K_SPACE, " ")
        elif name == "welcome" and "summary-thanks" in self._shown:
            self._picture(name, "-stored")
            self._press(pygame.K_s, "s")
        elif name == "stored":
            self._press(pygame.K_RETURN)
        elif name.startswith("followup"):
            self._press(pygame.K_1)
            self._press(pygame.K_SPACE, " ")
        elif name == "seats" and self._names:
            self._type(self._names.pop(0))
            self._press(pygame.K_RETURN)
        elif name == "table-draw-end" and self._unseen:
            self._press(pygame.K_n, "n")
        elif view is not None and view.turn is not None:
            self._act_in_turn(name, view)
        elif name == "closing-promise":
            self._promise(view)
        else:
            self._press(pygame.K_SPACE, " ")

    def _act_in_turn(self, name: str, view: TableView) -> None:
        turn = view.turn
        assert turn is not None, "asked only in a turn"
        if turn.phase is Phase.VOTE and turn.vote is not None and turn.vote.counts is None:
            for person in range(turn.vote.people):
                self._press(pygame.K_1 + (person * 2 + turn.number) % turn.vote.choices)
            self._picture(name, "-counted")
        elif turn.phase is Phase.TALK and turn.prompts_hidden == 0:
            self._picture("table-talk-all")
            self._press(pygame.K_SPACE, " ")
        elif turn.phase is Phase.WRITE and turn.own is None:
            self._write(self._words.own_card)
        elif turn.phase is Phase.TAKEAWAY and turn.takeaway is None:
            self._press(pygame.K_1 + turn.number % 2)
            self._write(self._words.takeaways[turn.number % len(self._words.takeaways)], name)
        else:
            self._press(pygame.K_SPACE, " ")

    def _write(self, words: str, name: str = "") -> None:
        self._press(pygame.K_t, "t")
        self._type(words)
        if name:
            self._picture(name, "-typed")
        self._press(pygame.K_RETURN)

    def _promise(self, view: TableView | None) -> None:
        if view is None or view.closing is None or self._written >= len(self._words.promises):
            self._press(pygame.K_SPACE, " ")
            return
        if any(promise.seat == view.closing.seat for promise in view.promises):
            self._press(pygame.K_SPACE, " ")
            return
        when, will, by = self._words.promises[self._written]
        self._written += 1
        self._press(pygame.K_t, "t")
        self._type(when)
        self._press(pygame.K_TAB)
        self._type(will)
        self._press(pygame.K_TAB)
        self._type(by)
        self._picture("closing-promise-typed")
        self._press(pygame.K_RETURN)

    def _type(self, words: str) -> None:
        for letter in words:
            self._director.handle(pygame.Event(pygame.TEXTINPUT, text=letter), self._stage)

    def _press(self, key: int, unicode: str = "") -> None:
        if pygame.K_1 <= key <= pygame.K_9:
            unicode = chr(key)
        event = pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=unicode, scancode=0)
        self._director.handle(event, self._stage)
        if unicode:
            self._director.handle(pygame.Event(pygame.TEXTINPUT, text=unicode), self._stage)
        self._director.handle(pygame.Event(pygame.KEYUP, key=key, mod=0, scancode=0), self._stage)
