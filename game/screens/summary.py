"""The end: what the group takes with it, what is to be kept of the day, and thanks.

Next alone leads through all of it and loses nothing: it keeps the session for the follow-up. Whatever
erases words asks first.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

import pygame

from game.core.commands import KeepSession
from game.core.state import Keep
from game.i18n import N_, Translator
from game.screens.base import Answer, LeaveSession, Push, Scene, Screen
from game.screens.foot import Foot, Hint
from game.screens.keys import Key, digit_of, key_of
from game.screens.summary_questions import DeleteScreen, NamelessScreen, SaveSummaryScreen
from game.screens.summary_sheets import draw_sheets, pages_of
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import FocusOrder, first_hit, focus_ring, press
from game.ui.fonts import Face
from game.ui.motion import MEET_S, Animation
from game.ui.shapes import disc, mark
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, table
from game.ui.text import BODY, WORDMARK, TextStyle

KEEPS = {
    "follow_up": (
        N_("Spara till uppföljningen"),
        N_("Löften, namn och det ni tar med er blir kvar på den här datorn, så att ni kan fråga varandra."),
    ),
    "without_names": (
        N_("Spara utan namn"),
        N_("Löftena och raderna blir kvar. Namnen raderas för gott."),
    ),
    "delete": (N_("Radera nu"), N_("Allt från i dag raderas för gott.")),
}
_LABEL = TextStyle(Face.SERIF, 4.2, 1.15)
_DETAIL = TextStyle(Face.REGULAR, 3.4, 1.26)


class Step(Enum):
    """The three pictures of the end."""

    SHEETS = "sheets"
    KEEP = "keep"
    THANKS = "thanks"


class SummaryScreen(Screen):
    """The summary, the question what is kept, and thanks for today."""

    def __init__(self) -> None:
        self.step = Step.SHEETS
        self.page = 0
        self.foot = Foot()
        self.focus = FocusOrder(list(KEEPS), "follow_up")
        self._meeting = Animation(MEET_S)

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Next and Back go through the pages; S saves a file."""
        event = self.foot.pressed(event, stage) or event
        key = key_of(event)
        if self.step is Step.KEEP:
            answers = self._on_keep(event, scene, stage)
            if answers is not None:
                return answers
        if key is Key.SWAP:
            return (Push(SaveSummaryScreen()),)
        if key is Key.DELETE and self.step is not Step.THANKS:
            return (Push(DeleteScreen()),)
        is_click = press(event, stage) is not None and self.step is not Step.KEEP
        if key in (Key.NEXT, Key.ENTER) or is_click:
            return self._next(scene, stage)
        if key is Key.BACK:
            self._back(scene)
        return ()

    def _on_keep(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        tapped = first_hit(event, stage, keep_boxes(stage))
        digit = digit_of(event)
        key = key_of(event)
        if digit is not None and digit <= len(KEEPS):
            tapped = list(KEEPS)[digit - 1]
        if key is Key.ENTER:
            tapped = self.focus.current or "follow_up"
        if tapped == "without_names":
            return (Push(NamelessScreen()),)
        if tapped == "delete":
            return (Push(DeleteScreen()),)
        if tapped is not None:
            return (KeepSession(Keep.FOLLOW_UP),)
        if key in (Key.UP, Key.DOWN):
            (self.focus.next if key is Key.DOWN else self.focus.previous)()
            return ()
        return () if self.focus.handle(event) else None

    def _next(self, scene: Scene, stage: Stage) -> Sequence[Answer]:
        if self.step is Step.SHEETS:
            if self.page + 1 < len(pages_of(scene, stage)):
                self.page += 1
            elif scene.table.keep is None:
                self.step = Step.KEEP
            else:
                self._thank(scene)
            return ()
        if self.step is Step.KEEP:
            return (KeepSession(Keep.FOLLOW_UP),)
        if not self._meeting.is_done:
            self._meeting.finish()
            return ()
        return (LeaveSession(),)

    def _back(self, scene: Scene) -> None:
        if self.step is Step.SHEETS:
            self.page = max(0, self.page - 1)
        else:
            self.step = Step.SHEETS

    def shown(self, scene: Scene) -> None:
        """Once it is chosen what is kept, there are only thanks left."""
        if self.step is Step.KEEP and scene.table.keep is not None:
            self._thank(scene)
        elif self.step is Step.THANKS and scene.table.keep is None:
            # The choice was undone.
            self.step = Step.KEEP

    def _thank(self, scene: Scene) -> None:
        self.step = Step.THANKS
        self._meeting = Animation(MEET_S, is_reduced=scene.look.is_motion_reduced)

    # --- motion

    @property
    def is_moving(self) -> bool:
        """Whether the mark's halves are on their way."""
        return self.step is Step.THANKS and not self._meeting.is_done

    def advance(self, dt_s: float, scene: Scene) -> bool:
        """Let the halves slide."""
        if not self.is_moving:
            return False
        self._meeting.advance(dt_s)
        return True

    def settle(self) -> None:
        """The halves have met."""
        self._meeting.finish()

    # --- what it looks like

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The step that is shown."""
        table(canvas)
        match self.step:
            case Step.SHEETS:
                self._draw_sheets(canvas, scene)
            case Step.KEEP:
                self._draw_keep(canvas, scene)
            case Step.THANKS:
                self._draw_thanks(canvas, scene)

    def _draw_sheets(self, canvas: Canvas, scene: Scene) -> None:
        _ = scene._
        pages = pages_of(scene, canvas.stage)
        page = min(self.page, len(pages) - 1)
        played = scene.table.pile.cards_played
        remark = _.plural("{n} kort", "{n} kort", played)
        if len(pages) > 1:
            remark += f" · {page + 1} / {len(pages)}"
        screen_title(canvas, _("Det tar vi med oss"), remark)
        draw_sheets(canvas, pages[page])
        hints = [save_hint(_), Hint(("Delete",), _("raderar allt"), pygame.K_DELETE)]
        if page > 0:
            hints.append(back_hint(_))
        is_last = page + 1 == len(pages)
        self.foot.draw(canvas, hints, _("Vidare") if is_last else _("Mer"), _("Mellanslag"))

    def _draw_keep(self, canvas: Canvas, scene: Scene) -> None:
        _ = scene._
        screen_title(canvas, _("Vad vill ni spara?"))
        boxes = keep_boxes(canvas.stage)
        for number, (keep, (label, detail)) in enumerate(KEEPS.items(), start=1):
            _draw_option(canvas, boxes[keep], str(number), _(label), _(detail))
        if self.focus.current is not None:
            focus_ring(canvas, boxes[self.focus.current], 1.6)
        self.foot.draw(canvas, (save_hint(_), back_hint(_)), _("Till uppföljningen"), _("Mellanslag"))

    def _draw_thanks(self, canvas: Canvas, scene: Scene) -> None:
        _, stage, theme = scene._, canvas.stage, canvas.theme
        middle = stage.width_vh / 2
        width = min(118.0, stage.content.w)
        sheet = Box(middle - width / 2, 17.0, width, 62.0)
        panel(canvas, sheet)
        share = 1.0 - self._meeting.share
        right = theme.chosen if theme.chosen != theme.lit else theme.lit_pale
        mark(canvas, middle, sheet.y + 18.0, 9.0, theme.lit, right, raise_share=share)
        ink = WORDMARK.colored(theme.ink)
        canvas.text(_("Tack för i dag"), middle, sheet.y + 32.0, ink, align="center", max_width_vh=width - 8)
        words = _("Allt är sparat på den här datorn. När ni ses igen väljer ni spelet på startbilden.")
        if scene.table.keep is Keep.WITHOUT_NAMES:
            words = _("Löftena och raderna är sparade på den här datorn, utan namn.")
        room = Box(sheet.x + 8, sheet.y + 43.5, width - 16, 14.0)
        canvas.fit_text(words, room, BODY, 3.0, 3.7, align="center", balance=True)
        self.foot.draw(canvas, (save_hint(_), back_hint(_)), _("Till startbilden"), _("Mellanslag"))


def save_hint(_: Translator) -> Hint:
    """S writes a file."""
    return Hint(("S",), _("sparar till fil"), pygame.K_s, "s")


def back_hint(_: Translator) -> Hint:
    """One page, or one picture, back."""
    return Hint(("←",), _("tillbaka"), pygame.K_PAGEUP)


def keep_boxes(stage: Stage) -> dict[str, Box]:
    """Where the three ways lie."""
    room = stage.content
    width = min(140.0, room.w)
    left = stage.width_vh / 2 - width / 2
    return {keep: Box(left, 19.4 + i * 21.4, width, 19.0) for i, keep in enumerate(KEEPS)}


def _draw_option(canvas: Canvas, box: Box, number: str, label: str, detail: str) -> None:
    theme = canvas.theme
    panel(canvas, box, radius=1.6)
    disc(canvas, box.x + 8.0, box.center_y, 4.0, theme.chosen)
    digit = TextStyle(Face.BOLD, 4.2, 1.2, theme.chosen_ink)
    canvas.text(number, box.x + 8.0, box.center_y - digit.line_vh / 2, digit, align="center")
    left, width = box.x + 16.0, box.w - 20.0
    block = canvas.layout(detail, _DETAIL, width, max_lines=2)
    top = box.center_y - (_LABEL.line_vh + 0.6 + block.height_vh) / 2
    canvas.shrunk(label, left, top, _LABEL, width, 3.4)
    canvas.block(block, Box(left, top + _LABEL.line_vh + 0.6, width, block.height_vh))
