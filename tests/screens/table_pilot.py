"""Somebody at the table: presses keys and the pointer, and lets the rules answer, as the program does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pygame

from game.core.cards import Card, Kind
from game.core.plan import Phase, Plan, Preset
from game.core.state import Seat
from game.screens.base import Answer, Scene
from game.screens.everywhere import answer_everywhere
from game.screens.table import TableScreen
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage
from game.ui.text import Ink, InkLog
from game.ui.theme import THEMES
from tests.builders import Room, card, deck, seats

CHARACTERS = {"+": pygame.K_PLUS, "-": pygame.K_MINUS}


def all_kinds() -> list[Card]:
    """One card of every kind."""
    return [card(kind) for kind in Kind]


class Table:
    """A session in a room with the table screen in front of it."""

    def __init__(
        self,
        cards: Sequence[Card] | None = None,
        *,
        at_table: tuple[Seat, ...] | None = None,
        preset: Preset = Preset.CALM,
        planned: int | None = None,
        facilitator_mode: bool = False,
    ) -> None:
        shown = list(cards) if cards is not None else [card(), card()]
        plan = Plan(preset, planned or len(shown), facilitator_mode=facilitator_mode)
        self.room = Room([deck(shown)], at_table or seats(), plan)
        self.room.next()
        self.stage = Stage(1280, 720)
        self.screen = TableScreen()
        self.screen.shown(self.scene)
        self.last: Sequence[Answer] = ()
        self.everywhere: Sequence[Answer] = ()

    # --- what there is

    @property
    def scene(self) -> Scene:
        """What the screen is shown; the same object as long as nothing changed."""
        key = (self.room.timeline.version, self.room.look, self.room.clock, tuple(self.room.draft.items()))
        if getattr(self, "_scene_key", None) != key:
            self._scene_key = key
            self._scene = self.room.scene()
        return self._scene

    @property
    def phase(self) -> Phase | None:
        """The running phase; None outside play."""
        turn = self.scene.table.turn
        return None if turn is None else turn.phase

    def to(self, phase: Phase) -> Table:
        """Go on to a phase without the screen, then show it, settled."""
        for _ in range(200):
            if self.phase is phase:
                break
            self.room.next()
        assert self.phase is phase
        self.screen.shown(self.scene)
        self.screen.settle()
        return self

    # --- input

    def post(self, event: pygame.Event) -> Sequence[Answer]:
        """Hand over an event; what comes out is carried out. Global keys go where they go."""
        takes_text = self.screen.takes_text
        self.last = self.screen.handle(event, self.scene, self.stage)
        self.everywhere = ()
        if not self.last and not takes_text:
            self.everywhere = answer_everywhere(event, self.scene)
        self.room.take(self.last)
        self.screen.shown(self.scene)
        return self.last

    def press(self, key: int, *, mod: int = 0, unicode: str = "") -> Sequence[Answer]:
        """Press a key."""
        return self.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=0))

    def char(self, sign: str, *, mod: int = 0) -> Sequence[Answer]:
        """Press the key of a character."""
        return self.press(CHARACTERS.get(sign, ord(sign.lower())), mod=mod, unicode=sign)

    def write(self, words: str) -> None:
        """Type words into the open field, key codes and text as SDL sends them."""
        for sign in words:
            self.press(pygame.K_SPACE if sign == " " else pygame.K_UNKNOWN, unicode=sign)
            self.post(pygame.Event(pygame.TEXTINPUT, text=sign))

    def click(self, x: float, y: float, *, button: int = 1) -> Sequence[Answer]:
        """Press a mouse button at a place in stage vh."""
        at = (self.stage.x_px(x), self.stage.y_px(y))
        return self.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=button, touch=False))

    def click_on(self, box: Box, *, button: int = 1) -> Sequence[Answer]:
        """Press in the middle of a box."""
        return self.click(box.center_x, box.center_y, button=button)

    def move_to(self, x: float, y: float) -> Sequence[Answer]:
        """Move the pointer."""
        at = (self.stage.x_px(x), self.stage.y_px(y))
        event = pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0), touch=False)
        return self.post(event)

    def space(self, times: int = 1) -> None:
        """Press Space, and once more where the first press only ended a movement."""
        for _ in range(times):
            self.screen.settle()
            self.press(pygame.K_SPACE, unicode=" ")

    # --- output

    def moves(self) -> bool:
        """Whether something moves on the screen now."""
        return self.screen.is_moving

    def writes(self) -> bool:
        """Whether a field is open now."""
        return self.screen.takes_text

    def draw(self, size: tuple[int, int] = (1280, 720), theme: str = "light") -> InkLog:
        """Draw the table and return what was written."""
        stage = Stage(*size)
        log = InkLog()
        surface = pygame.Surface(size, 0, 32)
        self.screen.draw(Canvas(surface, stage, THEMES[theme], self.scene.look.language, log), self.scene)
        return log

    def written(self, size: tuple[int, int] = (1280, 720)) -> str:
        """Everything that stands on the screen, in one string."""
        return " ".join(self.draw(size).texts())

    def frame(self, size: tuple[int, int] = (640, 360)) -> bytes:
        """The pixels of the screen."""
        surface = pygame.Surface(size, 0, 32)
        self.screen.draw(Canvas(surface, Stage(*size), THEMES["light"]), self.scene)
        return pygame.image.tobytes(surface, "RGB")


def kinds(answers: Iterable[Answer]) -> list[str]:
    """The names of what a screen gave."""
    return [type(answer).__name__ for answer in answers]


def outside(log: InkLog) -> list[Ink]:
    """Texts that leave their frame."""
    return log.outside()
