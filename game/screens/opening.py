"""The opening: the four talk rules, and two questions that are asked and never assumed.

Next alone goes on, and then nothing has been said about a manager.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pygame

from game.core.commands import AcceptRules, StepBack
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.foot import FootedScreen, Hint, help_hint, sheet_area
from game.screens.keys import Key, key_of
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.fonts import Face
from game.ui.shapes import half_disc
from game.ui.stage import Box, Stage
from game.ui.surfaces import Shadow, panel, slip, table
from game.ui.text import PANEL_HEADING, SMALL_BOLD, TextStyle
from game.ui.widgets import ChoiceRow, Option

RULES: Final = (
    (N_("Du får alltid passa"), N_("Ingen behöver säga varför.")),
    (N_("Tala för dig själv"), N_("Jag tycker, inte man tycker.")),
    (N_("Det stannar här"), N_("Det som sägs vid bordet förs inte vidare.")),
    (N_("Samtal, inte enighet"), N_("Vi får tycka olika när vi går.")),
)
_QUESTIONS: Final = ("agreed", "manager")
_TOP, _BOTTOM = 20.2, 81.8
_ANSWER_H = 7.8
_RULE_TITLE = TextStyle(Face.SERIF, 4.2, 1.15)
_RULE_TEXT = TextStyle(Face.REGULAR, 4.1, 1.27)
_QUESTION = TextStyle(Face.REGULAR, 3.5, 1.3)
_ADVICE = TextStyle(Face.MEDIUM, 3.0, 1.26)


def rule_places(stage: Stage) -> list[Box]:
    """The four rules, two by two, beside the slip."""
    area, beside = sheet_area(stage), slip_place(stage)
    gap_x, gap_y = (3.0, 2.8) if not stage.is_narrow else (2.2, 2.4)
    width = (beside.x - gap_x - 0.2 - area.x - gap_x) / 2
    height = (_BOTTOM - _TOP - gap_y) / 2
    return [
        Box(area.x + column * (width + gap_x), _TOP + row * (height + gap_y), width, height)
        for row in range(2)
        for column in range(2)
    ]


def slip_place(stage: Stage) -> Box:
    """The slip with the two questions."""
    area = sheet_area(stage)
    width = 48.6 if not stage.is_narrow else min(48.6, max(38.0, area.w * 0.31))
    return Box(area.right - width, _TOP, width, _BOTTOM - _TOP)


class OpeningScreen(FootedScreen):
    """The rules and the questions."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, str] = {}
        self._focus: str | None = None

    @property
    def manager(self) -> bool | None:
        """Whether a manager takes part; None until it is said."""
        said = self._said.get("manager")
        return None if said is None else said == "yes"

    # --- input

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Answer a question, or go on."""
        at = press(event, stage)
        if at is not None:
            return self._pressed(at, event, scene, stage)
        if event.type != pygame.KEYDOWN:
            return None
        if event.key == pygame.K_TAB:
            self._move(-1 if event.mod & pygame.KMOD_SHIFT else 1)
            return ()
        if self._focus is not None and event.key in (pygame.K_LEFT, pygame.K_RIGHT):
            self._said[self._focus] = "yes" if event.key == pygame.K_LEFT else "no"
            return ()
        match key_of(event):
            case Key.UP:
                self._move(-1)
                return ()
            case Key.DOWN:
                self._move(1)
                return ()
            case Key.NEXT | Key.ENTER:
                return (AcceptRules(self.manager),)
            case Key.BACK:
                return (StepBack(scene.table.version),)
        return None

    def _move(self, by: int) -> None:
        """Up and Down walk through the questions; past the ends none of them has the focus."""
        places = (None, *_QUESTIONS)
        self._focus = places[(places.index(self._focus) + by) % len(places)]

    def _pressed(
        self, at: tuple[float, float], event: pygame.Event, scene: Scene, stage: Stage
    ) -> Sequence[Answer]:
        for question, row in self._rows(scene, stage).items():
            chosen = row.handle(event, stage)
            if chosen is not None:
                self._said[question] = chosen
                self._focus = None
                return ()
        if slip_place(stage).contains(*at) or at[1] >= stage.content.bottom:
            return ()
        return (AcceptRules(self.manager),)

    def _rows(self, scene: Scene, stage: Stage) -> dict[str, ChoiceRow]:
        _, box = scene._, slip_place(stage)
        x, width = box.x + 4.5, box.w - 9.0
        options = {
            "agreed": (Option("yes", _("Ja")), Option("no", _("Inte än"))),
            "manager": (Option("yes", _("Ja")), Option("no", _("Nej"))),
        }
        tops = {"agreed": box.y + 21.2, "manager": box.y + 42.4}
        return {
            question: ChoiceRow(
                question,
                options[question],
                Box(x, tops[question], width, _ANSWER_H),
                self._said.get(question),
            )
            for question in _QUESTIONS
        }

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Four sheets and a slip."""
        _ = scene._
        table(canvas)
        screen_title(canvas, _("Så talar vi med varandra"))
        for number, (box, (title, text)) in enumerate(zip(rule_places(canvas.stage), RULES, strict=True), 1):
            _draw_rule(canvas, box, number, _(title), _(text))
        self._draw_slip(canvas, scene)
        hints = [Hint(("↑", "↓"), _("fråga")), Hint(("←", "→"), _("svar")), help_hint(_)]
        self.foot.draw(canvas, hints, _("Alla är med"), _("Mellanslag"))

    def _draw_slip(self, canvas: Canvas, scene: Scene) -> None:
        _, theme, box = scene._, canvas.theme, slip_place(canvas.stage)
        slip(canvas, box, radius=2.2, shadow=Shadow.RESTING)
        x, width = box.x + 4.5, box.w - 9.0
        heading = PANEL_HEADING.sized(4.9).colored(theme.slip_ink)
        canvas.shrunk(_("Två frågor först"), x, box.y + 3.6, heading, width)
        ask = _QUESTION.colored(theme.slip_ink)
        words = (_("Är alla med på att det stannar här?"), _("Sitter någon chef med vid bordet?"))
        for text, top in zip(words, (box.y + 10.6, box.y + 31.8), strict=True):
            room = Box(x, top, width, 9.8)
            canvas.fit_text(text, room, ask, 3.0, 3.5, valign="bottom", balance=True)
        canvas.hline(x, box.y + 31.2, width, 0.14, theme.slip_edge)
        for question, row in self._rows(scene, canvas.stage).items():
            row.draw(canvas, question if question == self._focus else None)
        advice = self._advice(scene)
        if advice:
            top = box.y + 42.4 + _ANSWER_H + 1.8
            style = _ADVICE.colored(theme.slip_ink)
            canvas.fit_text(advice, Box(x, top, width, box.bottom - top - 1.2), style, 3.0, 3.2)

    def _advice(self, scene: Scene) -> str:
        if self._said.get("manager") == "yes":
            return scene._("Chefen lyssnar mest och talar sist.")
        if self._said.get("agreed") == "no":
            return scene._("Ta er tid. Gå vidare när alla är med.")
        return ""


def _draw_rule(canvas: Canvas, box: Box, number: int, title: str, text: str) -> None:
    theme = canvas.theme
    panel(canvas, box)
    r = 4.4
    left = box.x + (0.8 if theme.is_contrast else 0.0)
    cy = box.y + 8.0
    half_disc(canvas, left, cy, r, theme.band, "left")
    digit = SMALL_BOLD.sized(3.3).colored(theme.band_ink)
    canvas.text(str(number), left + 2.0, cy - digit.line_vh / 2, digit, align="center")
    indent = 8.1 if not canvas.stage.is_narrow else 6.4
    x, width = box.x + indent, box.w - indent - 2.0
    heading = canvas.fit(title, _RULE_TITLE, width, 10.4, 3.4, 4.2, balance=True)
    y = box.y + 5.6
    if heading is not None:
        is_tall = heading.height_vh > 6
        if is_tall:
            y -= 1.8
        canvas.block(heading, Box(x, y, width, heading.height_vh))
        y += heading.height_vh + (0.8 if is_tall else 1.6)
    canvas.fit_text(text, Box(x, y, width, box.bottom - y - 1.6), _RULE_TEXT, 3.2, 4.1, balance=True)
