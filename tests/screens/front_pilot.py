"""Somebody in front of the screens before a session: presses keys and the pointer, as the program is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import pygame
from pygame.event import Event

from game.core.cards import Card, Kind
from game.i18n import translator
from game.screens import base
from game.screens.base import Answer, DeckChoice, Look, Preparation, Scene, SeatEntry, StoredSession
from game.screens.everywhere import answer_everywhere
from game.shell.sums import setup_sum
from game.ui.canvas import Canvas
from game.ui.stage import SIZES, Box, Stage
from game.ui.text import Ink, InkLog
from game.ui.theme import THEMES
from tests.builders import NAMES, Room, card, deck

EIGHT_THEMES = (
    ("service/telefon", "I telefon", "teal", "phone"),
    ("service/dorren", "Vid dörren", "red", "door"),
    ("service/vagnen", "Sängar och vagnar i korridoren", "blue", "bed"),
    ("service/nycklar", "Nycklar", "brown", "key"),
    ("service/tiden", "När tiden inte räcker", "plum", "clock"),
    ("service/orden", "Orden vi väljer", "green", "speech"),
    ("service/handen", "En hjälpande hand", "olive", "hand"),
    ("service/blicken", "Att bli sedd", "slate", "eye"),
)
ABOUT = (
    "Situationer, frågor och dilemman ur städ, transport, fastighet och vård. Åtta teman. "
    "Finns på svenska, engelska och lättläst."
)
LONG_NAMES = tuple(f"{name} Wilhelmsdotter-Möller"[:24].ljust(24, "w") for name in NAMES)
FAULT = (
    "nattpasset.sv.yaml, rad 12, kolumn 5: kortet saknar text; "
    "skriv den situation som gruppen ska tala om under text:"
)
SHIFT, CTRL = pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL


def choice(number: int = 1, **changes: object) -> DeckChoice:
    """A deck that can be chosen; any field may be given another value."""
    base_choice = DeckChoice(
        id=f"lek-{number}",
        title=f"Service i vardagen {number}",
        about=ABOUT,
        cards=48,
        minutes=470,
        languages=("sv", "en"),
        themes=EIGHT_THEMES,
        folder="",
        left_out=0,
        refused="",
        faults=(),
        back=number - 1,
        deck_id=f"lek-{number}",
    )
    return replace(base_choice, **changes)  # type: ignore[arg-type] # The names are checked by replace itself.


def stored(number: int = 1, kind: str = "unfinished", **changes: object) -> StoredSession:
    """A stored session; any field may be given another value."""
    one = StoredSession(f"spel-{number}", "Service i vardagen", "13 november 14.20", "kort 3 av 6", kind)
    return replace(one, **changes)  # type: ignore[arg-type] # The names are checked by replace itself.


def people(*names: str) -> tuple[SeatEntry, ...]:
    """Seats of one person each."""
    return tuple(SeatEntry(name) for name in names)


def playable() -> list[Card]:
    """Twelve cards, so that the sum has something to count."""
    return [card(Kind.SITUATION) for _ in range(12)]


class Front:
    """A screen, and the little of the program around it that its answers change."""

    def __init__(
        self,
        screen: base.Screen,
        *,
        decks: Sequence[DeckChoice] = (),
        kept: Sequence[StoredSession] = (),
        preparation: Preparation | None = None,
        room: Room | None = None,
        size: tuple[int, int] = (1920, 1080),
    ) -> None:
        self.screen = screen
        self.decks, self.kept = tuple(decks), tuple(kept)
        self.preparation = preparation or Preparation()
        self.look = Look()
        self.stage = Stage(*size)
        self._room = room or Room([deck([card()])])
        self._has_session = room is not None
        self.last: tuple[Answer, ...] = ()
        self.everywhere: tuple[Answer, ...] = ()
        self.screen.shown(self.scene)

    @property
    def scene(self) -> Scene:
        """What the screen is shown now."""
        made = self._room.scene(self.look.language)
        return replace(
            made,
            _=translator(self.look.language),
            look=self.look,
            view=made.view if self._has_session else None,
            preparation=self.preparation,
            decks=self.decks,
            stored=self.kept,
            sum=lambda preparation: setup_sum(preparation, playable()),
        )

    # --- input

    def post(self, event: Event) -> tuple[Answer, ...]:
        """Hand over an event; what is prepared is prepared, and global keys go where they go."""
        had_text = self.screen.takes_text
        self.last = tuple(self.screen.handle(event, self.scene, self.stage))
        self.everywhere = ()
        if not self.last and not had_text and not self.screen.takes_text:
            self.everywhere = tuple(answer_everywhere(event, self.scene))
        for answer in self.last:
            if isinstance(answer, base.Prepare):
                self.preparation = answer.preparation
            if isinstance(answer, base.ChangeLook):
                self.look = answer.look
        self.screen.shown(self.scene)
        return self.last

    def press(self, key: int, unicode: str = "", mod: int = 0) -> tuple[Answer, ...]:
        """Press a key and let it go."""
        answers = self.post(Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=0))
        self.screen.handle(Event(pygame.KEYUP, key=key, mod=mod, scancode=0), self.scene, self.stage)
        return answers

    def space(self) -> tuple[Answer, ...]:
        """Press Space, with the text that SDL sends for it."""
        answers = self.press(pygame.K_SPACE, " ")
        self.screen.handle(Event(pygame.TEXTINPUT, text=" "), self.scene, self.stage)
        return answers

    def type(self, words: str) -> None:
        """Type words as SDL sends them: a key, then the text."""
        for sign in words:
            code = ord(sign) if ord(sign) < 128 else 0
            self.press(code, sign)
            self.post(Event(pygame.TEXTINPUT, text=sign))

    def click(self, box: Box) -> tuple[Answer, ...]:
        """Press and let go of the mouse in the middle of a box."""
        self.down(box.center_x, box.center_y)
        answers = self.last
        self.up(box.center_x, box.center_y)
        return answers + self.last

    def touch(self, box: Box) -> tuple[Answer, ...]:
        """Touch the middle of a box."""
        x = self.stage.x_px(box.center_x) / self.stage.width_px
        y = self.stage.y_px(box.center_y) / self.stage.height_px
        return self.post(Event(pygame.FINGERDOWN, x=x, y=y, dx=0, dy=0, finger_id=1, touch_id=1))

    def _at(self, x: float, y: float) -> tuple[int, int]:
        return self.stage.x_px(x), self.stage.y_px(y)

    def down(self, x: float, y: float) -> tuple[Answer, ...]:
        """Press the left button at a place in vh."""
        return self.post(Event(pygame.MOUSEBUTTONDOWN, pos=self._at(x, y), button=1, touch=False))

    def up(self, x: float, y: float) -> tuple[Answer, ...]:
        """Let the left button go."""
        return self.post(Event(pygame.MOUSEBUTTONUP, pos=self._at(x, y), button=1, touch=False))

    def move(self, x: float, y: float) -> tuple[Answer, ...]:
        """Move the pointer."""
        event = Event(pygame.MOUSEMOTION, pos=self._at(x, y), rel=(0, 0), buttons=(1, 0, 0), touch=False)
        return self.post(event)

    # --- what is seen

    def paint(
        self, size: tuple[int, int] | None = None, theme: str = "light"
    ) -> tuple[pygame.Surface, InkLog]:
        """Draw the screen; the picture and the log of its texts."""
        stage = Stage(*size) if size else self.stage
        surface = pygame.Surface((stage.width_px, stage.height_px), 0, 32)
        log = InkLog()
        self.screen.draw(Canvas(surface, stage, THEMES[theme], self.look.language, log), self.scene)
        return surface, log

    def words(self) -> str:
        """Everything that is written on the screen."""
        return "\n".join(ink.text for ink in self.paint()[1].entries)

    def misplaced(self) -> list[tuple[tuple[int, int], str, str, Ink]]:
        """Texts outside their frame or the window, in every size, theme and language."""
        wrong = []
        kept = self.look
        for size, (theme, language) in product(SIZES[:5], looks()):
            self.look = replace(kept, language=language)
            self.screen.shown(self.scene)
            log = self.paint(size, theme)[1]
            assert log.entries, "nothing was written"
            wrong += [(size, theme, language, ink) for ink in log.outside()]
        self.look = kept
        return wrong


def looks() -> Iterator[tuple[str, str]]:
    """Each theme once, and each language."""
    yield from (("light", "sv"), ("dark", "en"), ("contrast", "sv"))
