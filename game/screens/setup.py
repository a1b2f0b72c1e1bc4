"""Set-up: pace, time and cards, facilitator mode, how near the cards may go, and which themes.

Up and Down choose a row here and Left and Right change it, so Next is Space, PageDown, F5 or the
yellow button. The sum beside the rows says what the choices come to before anyone commits to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import pygame

from game.core.plan import MAX_INTENSITY, MAX_WEIGHT, Preset
from game.i18n import LANGUAGES, N_, Translator
from game.screens.base import (
    Answer,
    ChangeLook,
    DeckChoice,
    GoTo,
    Preparation,
    Prepare,
    Scene,
    SetupSum,
    StartSession,
)
from game.screens.foot import FootedScreen, Hint, help_hint
from game.screens.keys import Key, digit_of, is_shifted, key_of
from game.screens.setup_layout import setup_layout, theme_places
from game.screens.setup_rows import (
    WEIGHTS,
    draw_labels,
    draw_stepper,
    draw_sum,
    draw_themes,
    minutes,
    stepper_buttons,
)
from game.screens.together import chosen_deck, theme_and_deck
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import arrow, press
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, table
from game.ui.text import TextStyle
from game.ui.widgets import ChoiceRow, Option

MINUTES_STEP = 15
LEAST_MINUTES, MOST_MINUTES = 15, 480

OWN_NAMES: Final = {"sv": "Svenska", "en": "English"}
"""Languages in their own words, which are the same in every language."""

_PRESETS: Final = (
    (Preset.SHORT, N_("läs, tala")),
    (Preset.STANDARD, N_("alla steg")),
    (Preset.CALM, N_("par först")),
)
_NEAR: Final = ((N_("Lätt"), N_("om jobbet")), (N_("Mellan"), N_("om oss")), (N_("Nära"), N_("om mig")))


class SetupScreen(FootedScreen):
    """Rows on a sheet, and the sum on a slip."""

    def __init__(self) -> None:
        super().__init__()
        self._row = "preset"
        self._theme = 0
        self._is_ring_shown = False

    def shown(self, scene: Scene) -> None:
        """Another deck may have fewer themes, or one language."""
        deck = self._deck(scene)
        self._theme = max(0, min(self._theme, len(deck.themes) - 1)) if deck is not None else 0
        if self._row not in self._focusable(scene):
            self._row = "preset"

    @property
    def row(self) -> str:
        """The row that Left and Right change."""
        return self._row

    @staticmethod
    def _deck(scene: Scene) -> DeckChoice | None:
        return chosen_deck(scene)

    def _languages(self, scene: Scene) -> tuple[str, ...]:
        """The languages to choose between: none when the deck has only one of the interface's."""
        deck = self._deck(scene)
        found = tuple(code for code in LANGUAGES if deck is not None and code in deck.languages)
        return found if len(found) > 1 else ()

    def _focusable(self, scene: Scene) -> list[str]:
        rows = ["preset", "minutes", "cards", "facilitator", "near"]
        deck = self._deck(scene)
        if deck is not None and deck.themes:
            rows.append("themes")
        return ["language", *rows] if self._languages(scene) else rows

    def _weights(self, scene: Scene) -> list[int]:
        deck = self._deck(scene)
        weights = scene.preparation.weights
        return [weights.get(theme[0], 1) for theme in deck.themes] if deck is not None else []

    # --- input

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Move between rows, change one, go on or back."""
        at = press(event, stage)
        if at is not None:
            return self._pressed(at, event, scene, stage)
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        if event.key == pygame.K_TAB:
            return self._move(-1 if is_shifted(event) else 1, scene, is_round=True)
        direction = arrow(event)
        if direction is not None and direction[1]:
            return self._move(direction[1], scene)
        if direction is not None:
            self._is_ring_shown = True
            return self._change(direction[0], scene)
        if event.unicode in ("+", "-"):
            return self._plus(1 if event.unicode == "+" else -1, scene)
        if self._row == "themes" and (event.unicode == "0" or digit_of(event) in range(1, MAX_WEIGHT + 1)):
            return self._weigh(self._theme, digit_of(event) or 0, scene)
        match key_of(event):
            case Key.NEXT:
                return (StartSession(),)
            case Key.BACK:
                return (GoTo("seats"),)
            case Key.ENTER:
                if self._row == "themes" and self._is_ring_shown:
                    return self._cycle(self._theme, scene)
                return (StartSession(),)
        return None

    def _move(self, by: int, scene: Scene, *, is_round: bool = False) -> Sequence[Answer]:
        rows = self._focusable(scene)
        at = rows.index(self._row) + (by if self._is_ring_shown else 0)
        at = at % len(rows) if is_round else max(0, min(len(rows) - 1, at))
        self._row, self._is_ring_shown = rows[at], True
        return ()

    def _change(self, by: int, scene: Scene) -> Sequence[Answer]:
        """Left and Right on the row that has the focus."""
        preparation = scene.preparation
        match self._row:
            case "minutes" | "cards":
                return self._step(self._row, by, scene)
            case "facilitator":
                return _prepared(preparation, facilitator_mode=by < 0)
            case "near":
                near = max(1, min(MAX_INTENSITY, preparation.max_intensity + by))
                return _prepared(preparation, max_intensity=near)
            case "themes":
                self._theme = max(0, min(len(self._weights(scene)) - 1, self._theme + by))
                return ()
            case "language":
                languages = self._languages(scene)
                return self._set_language(languages[0 if by < 0 else -1], scene)
        order = [preset for preset, _detail in _PRESETS]
        at = order.index(scene.sum(preparation).preset) + by
        return _prepared(preparation, preset=order[max(0, min(len(order) - 1, at))])

    def _plus(self, by: int, scene: Scene) -> Sequence[Answer]:
        """+ and − weigh the theme, or set the time, whatever row has the focus."""
        if self._row == "themes":
            return self._weigh(self._theme, self._weights(scene)[self._theme] + by, scene)
        return self._step("cards" if self._row == "cards" else "minutes", by, scene)

    @staticmethod
    def _step(row: str, by: int, scene: Scene) -> Sequence[Answer]:
        """More or less time (the cards follow), or more or fewer cards (the time follows)."""
        total = scene.sum(scene.preparation)
        if row == "minutes":
            steps = total.minutes // MINUTES_STEP + by
            if by < 0 and total.minutes % MINUTES_STEP:
                steps += 1
            wanted = max(LEAST_MINUTES, min(MOST_MINUTES, steps * MINUTES_STEP))
            return _prepared(scene.preparation, minutes=wanted, cards=None)
        deck = SetupScreen._deck(scene)
        most = max(1, deck.cards) if deck is not None else total.cards
        return _prepared(scene.preparation, cards=max(1, min(most, total.cards + by)))

    def _cycle(self, index: int, scene: Scene) -> Sequence[Answer]:
        return self._weigh(index, (self._weights(scene)[index] + 1) % (MAX_WEIGHT + 1), scene)

    def _weigh(self, index: int, weight: int, scene: Scene) -> Sequence[Answer]:
        deck = self._deck(scene)
        assert deck is not None, "themes belong to a deck"
        weights = dict(scene.preparation.weights)
        weights[deck.themes[index][0]] = max(0, min(MAX_WEIGHT, weight))
        return _prepared(scene.preparation, weights={key: w for key, w in weights.items() if w != 1})

    @staticmethod
    def _set_language(language: str, scene: Scene) -> Sequence[Answer]:
        return (
            () if language == scene.look.language else (ChangeLook(replace(scene.look, language=language)),)
        )

    def _pressed(
        self, at: tuple[float, float], event: pygame.Event, scene: Scene, stage: Stage
    ) -> Sequence[Answer]:
        layout = setup_layout(stage)
        for row, choices in self._choices(scene, stage).items():
            chosen = choices.handle(event, stage)
            if chosen is not None:
                self._row = row
                return self._chosen(row, chosen, scene)
        for row in ("minutes", "cards"):
            fewer, more = stepper_buttons(layout.controls[row])
            if fewer.contains(*at) or more.contains(*at):
                self._row = row
                return self._step(row, 1 if more.contains(*at) else -1, scene)
        weights = self._weights(scene)
        for index, box in theme_places(layout.controls["themes"], len(weights), self._theme).items():
            if box.contains(*at):
                self._row, self._theme, self._is_ring_shown = "themes", index, True
                return self._cycle(index, scene)
        return ()

    def _chosen(self, row: str, chosen: str, scene: Scene) -> Sequence[Answer]:
        match row:
            case "preset":
                return _prepared(scene.preparation, preset=Preset(chosen))
            case "facilitator":
                return _prepared(scene.preparation, facilitator_mode=chosen == "yes")
            case "near":
                return _prepared(scene.preparation, max_intensity=int(chosen))
        return self._set_language(chosen, scene)

    def _choices(self, scene: Scene, stage: Stage) -> dict[str, ChoiceRow]:
        _, layout, preparation = scene._, setup_layout(stage), scene.preparation
        # "Kort" means both short and card, so the pace has a context of its own.
        names = (_.context("takt", "Kort"), _.context("takt", "Standard"), _.context("takt", "Lugn"))
        presets = [
            Option(preset.value, name, _(detail))
            for (preset, detail), name in zip(_PRESETS, names, strict=True)
        ]
        near = [Option(str(at), _(label), _(detail)) for at, (label, detail) in enumerate(_NEAR, 1)]
        help_options = [
            Option("yes", _("Ja"), _("styr frågorna")),
            Option("no", _("Nej"), _("ni leder själva")),
        ]
        chosen = {
            "preset": scene.sum(preparation).preset.value,
            "facilitator": "yes" if preparation.facilitator_mode else "no",
            "near": str(preparation.max_intensity),
        }
        options = {"preset": presets, "facilitator": help_options, "near": near}
        size = 3.0 if layout.is_stacked else 3.2
        rows = {
            row: ChoiceRow(row, options[row], layout.controls[row], chosen[row], size_vh=size)
            for row in ("preset", "facilitator", "near")
        }
        languages = self._languages(scene)
        if languages:
            own = [Option(code, OWN_NAMES.get(code, code)) for code in languages]
            rows["language"] = ChoiceRow(
                "language", own, layout.language, scene.look.language, ground="paper"
            )
        return rows

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The sheet, the slip and the foot."""
        _, layout = scene._, setup_layout(canvas.stage)
        total = scene.sum(scene.preparation)
        focus = self._row if self._is_ring_shown else None
        table(canvas)
        taken_vh = 0.0
        if self._languages(scene):
            label = self._draw_language_label(canvas, layout.language, _("Kort på"))
            taken_vh = canvas.stage.content.right - label.x + 3.0
        screen_title(canvas, _("Hur vill ni ha det?"), taken_vh=taken_vh)
        panel(canvas, layout.sheet)
        draw_labels(canvas, layout, _, self._about_theme(scene, layout.is_stacked))
        for row, choices in self._choices(scene, canvas.stage).items():
            choices.draw(canvas, row if row == focus else None)
        self._draw_time(canvas, scene, total, focus)
        deck = self._deck(scene)
        if deck is not None and deck.themes:
            room = layout.controls["themes"]
            draw_themes(canvas, deck, self._weights(scene), room, self._theme, is_focused=focus == "themes")
        draw_sum(canvas, layout.slip, total, len(scene.preparation.seats), _)
        self.foot.draw(canvas, self._hints(canvas.stage, focus, _), _("Så gör vi"), _("Mellanslag"))

    @staticmethod
    def _hints(stage: Stage, focus: str | None, _: Translator) -> list[Hint]:
        back = Hint(("PgUp",), _("tillbaka"), pygame.K_PAGEUP)
        weigh = Hint(("+", "−"), _("mer, mindre"))
        if stage.is_narrow:
            return [weigh, back] if focus == "themes" else [Hint(("↑", "↓", "←", "→"), _("ändrar")), back]
        if focus == "themes":
            return [Hint(("←", "→"), _("tema")), weigh, back, help_hint(_)]
        return [Hint(("↑", "↓"), _("rad")), Hint(("←", "→"), _("ändrar")), back, help_hint(_)]

    def _draw_time(self, canvas: Canvas, scene: Scene, total: SetupSum, focus: str | None) -> None:
        _, controls = scene._, setup_layout(canvas.stage).controls
        by_cards = scene.preparation.cards is not None
        cards = _.plural("{n} kort", "{n} kort", total.cards)
        draw_stepper(
            canvas,
            controls["minutes"],
            minutes(total.minutes, _),
            is_chosen=not by_cards,
            is_focused=focus == "minutes",
        )
        draw_stepper(canvas, controls["cards"], cards, is_chosen=by_cards, is_focused=focus == "cards")

    @staticmethod
    def _draw_language_label(canvas: Canvas, box: Box, words: str) -> Box:
        style = TextStyle(Face.MEDIUM, 3.2, 1.3, canvas.theme.table_ink)
        return canvas.text(words, box.x - 2.0, box.center_y - style.line_vh / 2, style, align="right")

    def _about_theme(self, scene: Scene, is_stacked: bool) -> tuple[str, ...]:
        """The focused theme and what its weight means; or that there is none left.

        Where two decks have a theme of that name its deck is said; beside the choices there is room for
        that alone, and the half-discs say the weight.
        """
        deck, weights = self._deck(scene), self._weights(scene)
        if deck is None or not weights:
            return ()
        if not any(weights):
            return (scene._("Välj minst ett tema"),)
        theme = deck.themes[self._theme]
        name, of_deck = theme_and_deck(scene, theme)
        if of_deck and not is_stacked:
            return name, of_deck
        return theme[1], scene._(WEIGHTS[weights[self._theme]])


def _prepared(preparation: Preparation, **changes: object) -> Sequence[Answer]:
    """The preparation with changes."""
    return (Prepare(replace(preparation, **changes)),)  # type: ignore[arg-type]  # Field names are checked by tests.
