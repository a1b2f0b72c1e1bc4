"""Every fault of one deck, in pages, ready to be kept as a file for the one who wrote the deck."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.i18n import Translator
from game.screens.base import Answer, DeckChoice, Pop, SaveFile, Scene
from game.screens.fault_list import FaultPages, draw_faults, page_end
from game.screens.foot import FootedScreen, Hint, help_hint, sheet_area
from game.screens.keys import Key, key_of
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, table
from game.ui.text import BODY


def _sheet(stage: Stage) -> Box:
    area = sheet_area(stage)
    return Box(area.x, 16.0, area.w, 68.0)


def _room(stage: Stage) -> Box:
    return _sheet(stage).inset(5.0, 3.6)


def file_name(deck: DeckChoice, _: Translator) -> str:
    """A name for the list of faults, without anything that a file name may not hold."""
    safe = "".join(letter if letter.isalnum() else "-" for letter in deck.title.lower()).strip("-")
    return _("fel-{deck}.txt", deck=safe[:40] or "lek")


class FaultsScreen(FootedScreen):
    """The list. Next turns the page, and on the last page goes back."""

    def __init__(self, deck: DeckChoice) -> None:
        super().__init__()
        self._deck = deck
        self._pages = FaultPages()

    def shown(self, scene: Scene) -> None:
        """Take the faults in the language that is shown now, or as they were when the deck is gone."""
        fresh = self.fresh(scene)
        if fresh is None:
            return
        if fresh.faults != self._deck.faults:
            self._pages = FaultPages()
        self._deck = fresh

    def fresh(self, scene: Scene) -> DeckChoice | None:
        """The deck as it is now; None when it is gone."""
        return next((deck for deck in scene.decks if deck.id == self._deck.id), None)

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Turn pages, keep the list, go back."""
        if event.type != pygame.KEYDOWN:
            return None
        if event.key == pygame.K_s:
            return (SaveFile(file_name(self._deck, scene._), self._as_text()),)
        if event.key == pygame.K_ESCAPE:
            return (Pop(),)
        match key_of(event):
            case Key.NEXT | Key.DOWN | Key.ENTER:
                is_turned = self._pages.go_on(self._end(stage, scene), len(self._deck.faults))
                return () if is_turned or key_of(event) is Key.DOWN else (Pop(),)
            case Key.BACK | Key.UP:
                is_turned = self._pages.go_back()
                return () if is_turned or key_of(event) is Key.UP else (Pop(),)
        return None

    def _end(self, stage: Stage, scene: Scene) -> int:
        return page_end(stage, self._deck.faults, self._pages.start, scene.look.language, _room(stage))

    def _as_text(self) -> str:
        return "\n".join((self._deck.title, "", *self._deck.faults, ""))

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """One page of the list on a sheet."""
        _, stage, faults = scene._, canvas.stage, self._deck.faults
        start, end = self._pages.start, self._end(stage, scene)
        room, language = _room(stage), scene.look.language
        table(canvas)
        remark = _.plural("{n} fel", "{n} fel", len(faults))
        if end - start < len(faults):
            remark = _("Fel {first}–{last} av {count}", first=start + 1, last=end, count=len(faults))
        screen_title(canvas, _("Att rätta i {deck}", deck=self._deck.title), remark)
        panel(canvas, _sheet(stage))
        if faults:
            draw_faults(canvas, faults, start, language, room)
        else:
            canvas.fit_text(_("Allt är rättat."), room, BODY.colored(canvas.theme.ink), 3.4, 4.1)
        is_last = end >= len(faults)
        hints = [
            Hint(("S",), _("sparar listan"), pygame.K_s),
            Hint(("Esc",), _("tillbaka"), pygame.K_ESCAPE),
            help_hint(_),
        ]
        self.foot.draw(canvas, hints, _("Tillbaka") if is_last else _("Nästa sida"), _("Mellanslag"))
