"""A group at the end of its game: the real stack of screens over the real rules, without a disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pygame

from game.core import commands as cmd
from game.core.plan import Phase, Plan, Preset
from game.core.plan import Stage as SessionStage
from game.core.refusals import Refused
from game.core.state import Mark, PromiseForm, PromiseId, SeatId
from game.screens import base
from game.screens.everywhere import answer_everywhere
from game.shell.bottoms import for_stage
from game.shell.stack import Stack
from game.ui.canvas import Canvas
from game.ui.stage import SIZES, Box, Stage
from game.ui.text import Ink, InkLog
from game.ui.theme import THEMES
from tests.builders import NAMES, Room, card, deck, seats, words

LONGEST_NAMES = tuple(f"{name} Wilhelmsdotter-Möller"[:24].ljust(24, "w") for name in NAMES)
LONGEST = words(120)


class Group:
    """A session with its stack of screens. What the shell would do is noted in `intents`."""

    def __init__(
        self, count: int = 3, *, people: int = 1, cards: int = 3, names: Sequence[str] = NAMES
    ) -> None:
        plan = Plan(Preset.SHORT, cards)
        shown = [card(title=f"Kort {n}") for n in range(max(cards, 1))]
        self.room = Room([deck(shown)], seats(count, people=people, names=names), plan)
        self.stage = Stage(1280, 720)
        self.intents: list[base.Intent] = []
        self.commands: list[cmd.Command] = []
        self.refused: Refused | None = None
        self.stack = Stack(for_stage(SessionStage.OPENING))
        self.show()

    # --- where the session stands

    @property
    def scene(self) -> base.Scene:
        """What the screens are shown now."""
        return self.room.scene()

    @property
    def top(self) -> base.Screen:
        """The screen that gets the input."""
        return self.stack.top

    def is_at(self, kind: type[base.Screen]) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.top, kind)

    def show(self) -> None:
        """Bring the stage's screen to the bottom and show every screen the present version."""
        fresh = for_stage(self.scene.table.stage)
        if type(fresh) is not type(self.stack.bottom):
            self.stack.replace_bottom(fresh, self.scene)
        self.stack.show(self.scene)

    def play(self, *takeaways: tuple[str | None, Mark | None, bool]) -> Group:
        """Play a card for each takeaway, without the screens."""
        self.room.next()
        for text, mark, needs_manager in takeaways:
            while self.room.scene().table.turn is None or self._phase is not Phase.TAKEAWAY:
                self.room.next()
            turn = self.room.scene().table.turn
            assert turn is not None
            body = None if text is None else self.room.new_text(text)
            self.room.must(cmd.RecordTakeaway(turn.number, body, mark, needs_manager))
            self.room.next()
        self.show()
        return self

    @property
    def _phase(self) -> Phase | None:
        turn = self.room.scene().table.turn
        return None if turn is None else turn.phase

    def close(self) -> Group:
        """Go to the closing, without the screens."""
        if self.scene.table.stage is SessionStage.OPENING:
            self.room.next()
        self.room.must(cmd.BeginClosing(self.room.timeline.version))
        self.show()
        return self

    def promise(
        self, seat: int, *texts: str, form: PromiseForm = PromiseForm.TYPED, asks: int | None = None
    ) -> Group:
        """Let a seat promise, without the screens."""
        when, will, by = [self.room.new_text(text) for text in texts] if texts else [None, None, None]
        asker = None if asks is None else SeatId(f"s{asks}")
        made = cmd.MakePromise(PromiseId(f"p{seat}"), SeatId(f"s{seat}"), form, when, will, by, asker)
        self.room.must(made)
        self.show()
        return self

    def finish(self) -> Group:
        """Through the closing to its end, without the screens."""
        while self.room.scene().table.stage is SessionStage.CLOSING:
            self.room.next()
        self.show()
        return self

    # --- input

    def post(self, event: pygame.Event) -> None:
        """Hand over an event; the screen's answers are carried out in order."""
        had_text = self.top.takes_text
        answers = self.top.handle(event, self.scene, self.stage)
        if not answers and not had_text and not self.top.takes_text:
            answers = answer_everywhere(event, self.scene)
        self.answer(answers)

    def answer(self, answers: Sequence[base.Answer]) -> None:
        """What the director does with answers, as far as it concerns the session and the screens."""
        for answer in answers:
            if isinstance(answer, cmd.Command):
                self.commands.append(answer)
                self.refused = self.room.give(answer)
                if self.refused is not None:
                    return
                self.show()
            else:
                self._carry_out(answer)

    def _carry_out(self, intent: base.Intent) -> None:
        self.intents.append(intent)
        match intent:
            case base.Push(screen):
                self.stack.push(screen, self.scene)
            case base.Pop(result):
                self.answer(self.stack.pop(result, self.scene))
            case base.SaveDraft(draft):
                self.room.draft = dict(draft)
            case base.ChangeLook(look):
                self.room.look = look
                self.show()
            case base.ToggleClock():
                self.room.clock = replace(self.room.clock, is_paused=not self.room.clock.is_paused)
                self.show()

    def press(self, key: int, unicode: str = "", mod: int = 0) -> None:
        """Press a key."""
        self.post(pygame.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=unicode, scancode=0))

    def space(self, times: int = 1) -> None:
        """Press Space, settled, so many times."""
        for _ in range(times):
            self.top.settle()
            self.press(pygame.K_SPACE, " ")

    def write(self, text: str) -> None:
        """Type words into the open field as SDL sends them."""
        for sign in text:
            self.press(pygame.K_SPACE if sign == " " else pygame.K_UNKNOWN, sign)
            self.post(pygame.Event(pygame.TEXTINPUT, text=sign))

    def click(self, box: Box) -> None:
        """Press the mouse in the middle of a box."""
        at = (self.stage.x_px(box.center_x), self.stage.y_px(box.center_y))
        self.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1, touch=False))

    def clicker(self, times: int = 1) -> None:
        """Press a clicker's way on, settled, so many times."""
        for _ in range(times):
            self.top.settle()
            self.press(pygame.K_PAGEDOWN)

    def took(self, kind: type[base.Intent]) -> bool:
        """Whether the shell was asked for something of this kind."""
        return any(isinstance(intent, kind) for intent in self.intents)

    # --- output

    def draw(self, size: tuple[int, int] = (1280, 720), theme: str = "light", language: str = "sv") -> InkLog:
        """Draw what is shown; the log of its texts."""
        log = InkLog()
        surface = pygame.Surface(size, 0, 32)
        canvas = Canvas(surface, Stage(*size), THEMES[theme], language, log)
        self.stack.draw(canvas, self.room.scene(language))
        return log

    def written(self) -> str:
        """Everything on the top screen, in one string."""
        log = InkLog()
        surface = pygame.Surface((1280, 720), 0, 32)
        canvas = Canvas(surface, self.stage, THEMES["light"], "sv", log)
        self.top.draw(canvas, self.scene)
        return " ".join(log.texts())

    def misplaced(self) -> list[tuple[tuple[int, int], str, str, Ink]]:
        """Texts outside their frame in every size, theme and language."""
        wrong: list[tuple[tuple[int, int], str, str, Ink]] = []
        for size, language in product(SIZES, ("sv", "en")):
            theme = ("light", "dark", "contrast")[(SIZES.index(size) + len(wrong)) % 3]
            log = self.draw(size, theme, language)
            wrong += [(size, theme, language, ink) for ink in log.outside()]
        return wrong
