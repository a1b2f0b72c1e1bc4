"""What came out of a sheet: how many cards, which themes, and all that was left out, before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.screens.base import Answer, ImportedDeck, Pop, Scene
from game.screens.deck_about import named_themes
from game.screens.deck_intents import DropImported, KeepImported
from game.screens.fault_list import FaultPages, draw_faults, page_end
from game.screens.foot import FootedScreen, Hint, help_hint, sheet_area
from game.screens.keys import Key, key_of
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box, Stage
from game.ui.surfaces import Shadow, panel, slip, table
from game.ui.text import BODY, PANEL_HEADING, SMALL, TextStyle

_SLIP_W, _GAP = 50.0, 4.0
_TOP, _HEIGHT = 16.0, 68.0


class ImportedScreen(FootedScreen):
    """The deck at the left, what to look at at the right. Next turns pages, and at last keeps the deck."""

    is_modal = True

    def __init__(self, imported: ImportedDeck) -> None:
        super().__init__()
        self._imported = imported
        self._pages = FaultPages()

    # --- input

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Turn pages, keep it, throw it away. The sheet is untouched, so nothing is asked."""
        if event.type != pygame.KEYDOWN:
            return None
        if event.key == pygame.K_ESCAPE:
            return (Pop(), DropImported())
        match key_of(event):
            case Key.ENTER:
                return self._done()
            case Key.NEXT | Key.DOWN:
                is_turned = self._pages.go_on(self._end(stage, scene), len(self._imported.faults))
                return () if is_turned or key_of(event) is Key.DOWN else self._done()
            case Key.BACK | Key.UP:
                self._pages.go_back()
                return ()
        return None

    def _done(self) -> Sequence[Answer]:
        return (KeepImported(),) if self._imported.cards else (Pop(), DropImported())

    def _end(self, stage: Stage, scene: Scene) -> int:
        room = self._places(stage)[1].inset(4.0, 3.4)
        return page_end(stage, self._imported.faults, self._pages.start, scene.look.language, room)

    # --- drawing

    @staticmethod
    def _places(stage: Stage) -> tuple[Box, Box]:
        """The slip with the deck, and the sheet with what to look at."""
        area = sheet_area(stage)
        width = _SLIP_W if not stage.is_narrow else 44.0
        left = Box(area.x, _TOP, width, _HEIGHT)
        return left, Box(left.right + _GAP, _TOP, area.w - width - _GAP, _HEIGHT)

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Both papers and the foot."""
        _, deck = scene._, self._imported
        table(canvas)
        screen_title(canvas, _("Hämtat ur {name}", name=deck.source))
        left, right = self._places(canvas.stage)
        self._draw_deck(canvas, scene, left)
        self._draw_faults(canvas, scene, right)
        has_more = self._end(canvas.stage, scene) < len(deck.faults)
        hints = [Hint(("Esc",), _("slänger") if deck.cards else _("tillbaka"), pygame.K_ESCAPE), help_hint(_)]
        if has_more and deck.cards:
            hints.insert(0, Hint(("↵",), _("behåller leken"), pygame.K_RETURN))
        if not self._pages.is_first:
            hints.insert(1, Hint(("PgUp",), _("sidan före"), pygame.K_PAGEUP))
        yellow = _("Nästa sida") if has_more else _("Behåll leken") if deck.cards else _("Tillbaka")
        self.foot.draw(canvas, hints, yellow, _("Mellanslag"))

    def _draw_deck(self, canvas: Canvas, scene: Scene, box: Box) -> None:
        _, deck, ink = scene._, self._imported, canvas.theme.slip_ink
        slip(canvas, box, radius=2.2, shadow=Shadow.RESTING)
        room = box.inset(4.0, 3.4)
        heading = PANEL_HEADING.sized(4.6).colored(ink)
        # Rather smaller than divided words.
        widest = max((canvas.width(word, heading) for word in deck.title.split()), default=0.0)
        most = max(3.4, min(4.6, 4.6 * room.w / max(widest, 1.0) - 0.05))
        title = canvas.fit(deck.title, heading, room.w, 16.0, 3.4, most)
        if title is None:
            title = canvas.layout(deck.title, heading.sized(3.4), room.w, max_lines=4)
        canvas.block(title, Box(room.x, room.y, room.w, title.height_vh))
        y = room.y + title.height_vh + 2.0
        count = TextStyle(Face.BOLD, 4.2, 1.25, ink)
        words = _.plural("{n} kort", "{n} kort", deck.cards) if deck.cards else _("Inga kort")
        canvas.text(words, room.x, y, count, max_width_vh=room.w)
        y += count.line_vh
        small = SMALL.sized(3.2).colored(ink)
        if deck.left_out:
            words = _.plural("{n} kort är inte med", "{n} kort är inte med", deck.left_out)
            canvas.text(words, room.x, y, small, max_width_vh=room.w)
            y += small.line_vh
        kept = canvas.layout(
            _("Sparas som {name} bland egna lekar.", name=deck.name) if deck.cards else "",
            SMALL.colored(canvas.theme.slip_second),
            room.w,
            max_lines=5,
        )
        below = room.bottom - kept.height_vh
        canvas.block(kept, Box(room.x, below, room.w, kept.height_vh))
        if deck.themes:
            place = Box(room.x, y + 1.6, room.w, below - y - 3.2)
            canvas.fit_text(named_themes(deck.themes, _), place, BODY.colored(ink), 3.0, 3.4)

    def _draw_faults(self, canvas: Canvas, scene: Scene, box: Box) -> None:
        _, faults = scene._, self._imported.faults
        panel(canvas, box)
        room = box.inset(4.0, 3.4)
        if not faults:
            size = 5.2
            icon(canvas, "tick", room.x + size / 2, room.y + size / 2 + 0.6, size, canvas.theme.ink)
            place = Box(room.x + size + 2.4, room.y, room.w - size - 2.4, room.h)
            words = _("Allt i filen är med. Titta gärna igenom korten innan ni spelar.")
            canvas.fit_text(words, place, BODY.colored(canvas.theme.ink), 3.0, 3.8)
            return
        draw_faults(canvas, faults, self._pages.start, scene.look.language, room)
