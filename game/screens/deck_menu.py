"""What can be done with decks of one's own: a sheet of rows in front of the decks.

A digit does what its row does. Next closes the sheet, so that a clicker is never stuck in it.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.base import Answer, DeckChoice, Pop, Push, Scene, Screen
from game.screens.deck_intents import LookForSheets, OpenFolder, PreviewDeck, ReadDecksAgain, SaveAsExcel
from game.screens.faults import FaultsScreen
from game.screens.keys import Key, digit_of, key_of
from game.screens.make_deck import MakeDeckScreen
from game.screens.menu import Menu, Row
from game.screens.sheets import SheetsScreen
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, veil
from game.ui.text import PHASE_TITLE, SMALL

ROW_VH = 7.8
GAP_VH = 1.2
HEAD_VH = 17.0


class DeckMenuScreen(Screen):
    """The sheet. `deck` is the one that is chosen; None when there is none."""

    is_overlay = True

    def __init__(self, deck: DeckChoice | None) -> None:
        self._deck = deck
        self._menu = Menu()
        self._menu.order.current = "make"

    def shown(self, scene: Scene) -> None:
        """The chosen deck, as its file is now."""
        if self._deck is not None:
            self._deck = next((deck for deck in scene.decks if deck.id == self._deck.id), None)

    def rows(self, scene: Scene) -> list[Row]:
        """What can be done."""
        _, deck = scene._, self._deck
        has_cards = deck is not None and not deck.refused
        faults = len(deck.faults) if deck is not None else 0
        return [
            Row("make", _("Gör en lek"), _("en fil att skriva i"), "1"),
            Row("fetch", _("Hämta från Excel, CSV eller text"), "", "2"),
            Row("excel", _("Spara leken som Excel"), "", "3", has_cards),
            Row("preview", _("Titta igenom korten"), "", "4", has_cards),
            Row(
                "faults",
                _("Visa felen"),
                _.plural("{n} fel", "{n} fel", faults) if faults else "",
                "5",
                faults > 0,
            ),
            Row("folder", _("Öppna mappen"), _("med egna lekar"), "6"),
            Row("again", _("Läs om"), _("alla lekar"), "7"),
        ]

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """A digit, Enter or a press does a row; Esc, O, Next or a press beside the sheet closes it."""
        rows = self.rows(scene)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_o:
            return (Pop(),)
        if key_of(event) in (Key.PAUSE, Key.NEXT, Key.BACK):
            return (Pop(),)
        digit = digit_of(event)
        if digit is not None:
            asked = [row for row in rows if row.cap == str(digit) and row.is_enabled]
            return self._choose(asked[0].id) if asked else ()
        chosen = self._menu.handle(event, stage, rows, self.boxes(rows, stage))
        if chosen is not None:
            return self._choose(chosen)
        at = press(event, stage)
        return (Pop(),) if at is not None and not self._sheet(rows, stage).contains(*at) else ()

    def _choose(self, row: str) -> Sequence[Answer]:
        match row:
            case "make":
                return (Push(MakeDeckScreen()),)
            case "fetch":
                return (Push(SheetsScreen()), LookForSheets())
            case "folder":
                return (Pop(), OpenFolder())
            case "again":
                return (Pop(), ReadDecksAgain(is_everything=True))
        if self._deck is None:
            return ()
        match row:
            case "excel":
                return (Pop(), SaveAsExcel(self._deck.id))
            case "preview":
                return (Pop(), PreviewDeck(self._deck.id))
        return (Pop(), Push(FaultsScreen(self._deck)))

    # --- what it looks like

    def _sheet(self, rows: Sequence[Row], stage: Stage) -> Box:
        width = min(100.0, stage.content.w)
        height = HEAD_VH + len(rows) * (ROW_VH + GAP_VH) - GAP_VH + 4.0
        return Box((stage.width_vh - width) / 2, (100 - height) / 2, width, height)

    def boxes(self, rows: Sequence[Row], stage: Stage) -> dict[str, Box]:
        """Where the rows lie."""
        sheet = self._sheet(rows, stage)
        room = Box(sheet.x + 5, sheet.y + HEAD_VH, sheet.w - 10, sheet.h - HEAD_VH - 4.0)
        return self._menu.boxes(rows, room, GAP_VH)

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The rows over darkened decks, and which deck they are about."""
        _, rows = scene._, self.rows(scene)
        veil(canvas)
        sheet = self._sheet(rows, canvas.stage)
        panel(canvas, sheet, shadow=Shadow.LIFTED)
        left, width = sheet.x + 5, sheet.w - 10
        canvas.shrunk(_("Egna lekar"), left, sheet.y + 3.2, PHASE_TITLE, width, 3.6)
        words = _("Du kan också släppa en fil på fönstret.")
        if self._deck is not None:
            words = _("Vald lek: {title}", title=self._deck.title)
        canvas.text(words, left, sheet.y + 10.4, SMALL.colored(canvas.theme.second_ink), max_width_vh=width)
        self._menu.draw(canvas, rows, self.boxes(rows, canvas.stage))
