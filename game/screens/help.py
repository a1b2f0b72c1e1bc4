"""All keys, large enough for the room. Any key or press turns the page, and at last goes back."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.i18n import N_
from game.screens.base import Answer, Pop, Scene, Screen
from game.screens.keys import Key, key_of
from game.ui.band import draw_band, key_cap, key_cap_width, screen_title, yellow_box, yellow_button
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, table
from game.ui.text import PANEL_HEADING, TextStyle

Groups = tuple[tuple[str, tuple[tuple[tuple[str, ...], str], ...]], ...]

GROUPS: Groups = (
    (
        N_("Fram och tillbaka"),
        (
            ((N_("Mellanslag"), "→"), N_("nästa steg, som ett klick")),
            (("←",), N_("ett steg tillbaka")),
            (("Ctrl+Z", "Ctrl+Y"), N_("ångrar, gör om")),
            (("K",), N_("hoppar över steget")),
        ),
    ),
    (
        N_("Kortet"),
        (
            (("E",), N_("lättläst text")),
            (("S",), N_("byter kort")),
            (("P",), N_("passar")),
            (("N",), N_("ett kort till på slutet")),
        ),
    ),
    (
        N_("Skriva och välja"),
        (
            (("T", "↵"), N_("öppnar ett fält")),
            (("↵",), N_("sparar och går vidare")),
            (("Esc",), N_("lämnar fältet, texten är kvar")),
            (("1", "–", "9"), N_("väljer det med numret")),
        ),
    ),
    (
        N_("Skärmen och bordet"),
        (
            (("Esc",), N_("paus")),
            (("D",), N_("vilka är med?")),
            (("C", "+", "−"), N_("klockan: paus, mer, mindre")),
            (("B",), N_("släcker skärmen")),
            (("F11", "L"), N_("helskärm, språk")),
        ),
    ),
)
"""Groups of (keys, what they do). PageDown and PageUp, which clickers send, are said below."""

DECKS = (
    N_("Lekarna"),
    (
        (("←", "→"), N_("väljer lek")),
        (("M",), N_("lägger ihop flera lekar")),
        (("O",), N_("egna lekar: gör, hämta, titta")),
        (("F",), N_("visar vad som är fel i en lek")),
    ),
)
"""Instead of what one does with a card, as long as there is none."""

CLICKER = N_("Klickern räcker: PageDown går fram, PageUp går tillbaka.")
_LABEL = TextStyle(Face.REGULAR, 3.4, 1.25)
_NOTE = TextStyle(Face.MEDIUM, 3.2, 1.3)
_PITCH_VH = 5.4
_HEAD_VH = 8.4


class HelpScreen(Screen):
    """All the keys, on as many pages as the screen's width asks for."""

    is_modal = True
    note = CLICKER

    def __init__(self) -> None:
        self.page = 0

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Any key or press goes on and then back; Esc goes back at once."""
        is_key = event.type == pygame.KEYDOWN and not _is_modifier(event.key)
        if not is_key and press(event, stage) is None:
            return ()
        key = key_of(event)
        if key is Key.FULL_SCREEN:
            return ()
        if key is Key.BACK and self.page > 0:
            self.page -= 1
            return ()
        if self.page + 1 < self.pages(stage) and key not in (Key.PAUSE, Key.HELP):
            self.page += 1
            return ()
        return (Pop(),)

    def pages(self, stage: Stage) -> int:
        """How many pages there are: narrow windows have room for two groups."""
        return 2 if stage.width_vh < 150 else 1

    def groups_for(self, scene: Scene) -> Groups:
        """The groups that mean something now: before a session the decks' keys stand for the card's."""
        return GROUPS if scene.view is not None else (GROUPS[0], DECKS, *GROUPS[2:])

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The groups, two and two."""
        _, stage = scene._, canvas.stage
        table(canvas)
        draw_band(canvas)
        pages = self.pages(stage)
        page = min(self.page, pages - 1)
        remark = f"{page + 1} / {pages}" if pages > 1 else ""
        screen_title(canvas, _("Alla tangenter"), remark)
        groups = self.groups_for(scene)
        shown = groups if pages == 1 else groups[2 * page : 2 * page + 2]
        room = stage.content
        columns = 2 if pages == 1 else 1
        width = (room.w - 3.0 * (columns - 1)) / columns
        top = 15.2
        for first in range(0, len(shown), columns):
            side_by_side = shown[first : first + columns]
            height = _HEAD_VH + max(len(rows) for _heading, rows in side_by_side) * _PITCH_VH + 1.4
            for column, (heading, rows) in enumerate(side_by_side):
                place = Box(room.x + column * (width + 3), top, width, height)
                self._group(canvas, scene, place, heading, rows)
            top += height + 1.4
        note = Box(room.x, 89.0, yellow_box(stage).x - room.x - 3, 10.0)
        canvas.fit_text(_(self.note), note, _NOTE.colored(canvas.theme.band_ink), 3.0, 3.2, valign="middle")
        label = _("Mer") if page + 1 < pages else _("Tillbaka")
        yellow_button(canvas, label, _("Mellanslag"))

    def _group(
        self,
        canvas: Canvas,
        scene: Scene,
        box: Box,
        heading: str,
        rows: tuple[tuple[tuple[str, ...], str], ...],
    ) -> None:
        _ = scene._
        panel(canvas, box)
        canvas.shrunk(_(heading), box.x + 4, box.y + 1.8, PANEL_HEADING, box.w - 8, 3.4)
        caps = max(sum(_cap_width(canvas, _(key)) + 1.0 for key in keys) for keys, _label in rows)
        left = box.x + 4 + caps + 1.4
        for index, (keys, label) in enumerate(rows):
            cy = box.y + _HEAD_VH + (index + 0.5) * _PITCH_VH
            x = box.x + 4
            for key in keys:
                x += _draw_cap(canvas, x, cy, _(key)) + 1.0
            canvas.shrunk(_(label), left, cy - _LABEL.line_vh / 2, _LABEL, box.right - 3 - left, 3.0)


def _cap_width(canvas: Canvas, key: str) -> float:
    return canvas.width(key, _LABEL) if key == "–" else key_cap_width(canvas, key)


def _draw_cap(canvas: Canvas, x: float, cy: float, key: str) -> float:
    """A key, or the dash of "1 – 9"."""
    if key == "–":
        canvas.text(key, x, cy - _LABEL.line_vh / 2, _LABEL)
        return _cap_width(canvas, key)
    return key_cap(canvas, x, cy, key, color=canvas.theme.ink)


def _is_modifier(key: int) -> bool:
    return key in (
        pygame.K_LSHIFT,
        pygame.K_RSHIFT,
        pygame.K_LCTRL,
        pygame.K_RCTRL,
        pygame.K_LALT,
        pygame.K_RALT,
        pygame.K_LMETA,
        pygame.K_RMETA,
        pygame.K_CAPSLOCK,
    )
