"""Welcome: which deck the group plays, a session to go on with, and what is wrong with a deck.

Left and Right choose a deck here, so Next is Space, PageDown, F5 or the yellow button.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.screens.base import (
    Answer,
    DeckChoice,
    GoTo,
    OpenFolder,
    Prepare,
    Push,
    ReadDecksAgain,
    ResumeSession,
    Say,
    Scene,
    StoredSession,
)
from game.screens.deck_about import draw_about
from game.screens.deck_boxes import (
    badge_place,
    deck_places,
    draw_deck,
    draw_empty,
    draw_turner,
    page_size,
    turner_places,
)
from game.screens.faults import FaultsScreen
from game.screens.foot import FootedScreen, Hint, help_hint, key_down
from game.screens.keys import Key, key_of
from game.screens.stored import StoredScreen
from game.ui.band import key_cap, key_cap_width
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.fonts import Face
from game.ui.motion import MEET_S, Animation
from game.ui.shapes import mark
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip, table
from game.ui.text import WORDMARK, TextStyle, line_width_vh

_SLIP_TEXT = TextStyle(Face.MEDIUM, 3.2, 1.3)
_SLIP_Y, _SLIP_H, _SLIP_EXTRA = 80.6, 6.4, 11.6


class WelcomeScreen(FootedScreen):
    """Decks as boxes on the table."""

    def __init__(self) -> None:
        super().__init__()
        self._deck = ""
        self._meet = Animation(MEET_S)
        self._has_been_shown = False
        self._awaits_decks = False

    # --- what is shown

    def shown(self, scene: Scene) -> None:
        """Keep the chosen deck; at first the one prepared, or the first that can be played."""
        ids = [deck.id for deck in scene.decks]
        if self._deck not in ids:
            wanted = scene.preparation.deck
            playable = [deck.id for deck in scene.decks if not deck.refused]
            self._deck = wanted if wanted in ids else next(iter(playable or ids), "")
        if not self._has_been_shown:
            self._has_been_shown = True
            self._meet = Animation(MEET_S, scene.look.is_motion_reduced)
            if scene.preparation.deck:
                self._meet.finish()

    def _index(self, scene: Scene) -> int:
        return next((at for at, deck in enumerate(scene.decks) if deck.id == self._deck), 0)

    def _chosen(self, scene: Scene) -> DeckChoice | None:
        return scene.decks[self._index(scene)] if scene.decks else None

    def _page(self, scene: Scene, stage: Stage) -> tuple[int, Sequence[DeckChoice]]:
        """The index of the first deck shown, and the decks shown with it."""
        size = page_size(stage)
        start = self._index(scene) // size * size
        return start, scene.decks[start : start + size]

    @staticmethod
    def _unfinished(scene: Scene) -> StoredSession | None:
        return next((one for one in scene.stored if one.kind == "unfinished"), None)

    # --- motion

    def advance(self, dt_s: float, scene: Scene) -> bool:
        """The halves of the mark meet once."""
        if self._meet.is_done:
            return False
        self._meet.advance(dt_s)
        return True

    def settle(self) -> None:
        """The halves have met."""
        self._meet.finish()

    @property
    def is_moving(self) -> bool:
        """Whether the halves are on their way."""
        return not self._meet.is_done

    # --- input

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Choose, go on, look at faults or at stored sessions."""
        if event.type == pygame.WINDOWFOCUSGAINED and self._awaits_decks:
            return (ReadDecksAgain(),)
        at = press(event, stage)
        if at is not None:
            return self._pressed(at, scene, stage)
        if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return None
        match event.key:
            case pygame.K_LEFT | pygame.K_UP:
                return self._choose(self._index(scene) - 1, scene)
            case pygame.K_RIGHT | pygame.K_DOWN:
                return self._choose(self._index(scene) + 1, scene)
            case pygame.K_TAB:
                by = -1 if event.mod & pygame.KMOD_SHIFT else 1
                return self._choose((self._index(scene) + by) % max(1, len(scene.decks)), scene)
            case pygame.K_HOME:
                return self._choose(0, scene)
            case pygame.K_END:
                return self._choose(len(scene.decks) - 1, scene)
            case pygame.K_f:
                return self._show_faults(self._chosen(scene))
            case pygame.K_o:
                self._awaits_decks = True
                return (OpenFolder(),)
            case pygame.K_u:
                return (ReadDecksAgain(),)
            case pygame.K_r:
                stored = self._unfinished(scene)
                return (ResumeSession(stored.id),) if stored is not None else ()
            case pygame.K_s:
                return (Push(StoredScreen()),) if scene.stored else ()
        if key_of(event) in (Key.NEXT, Key.ENTER):
            return self._go_on(scene)
        return None

    def _choose(self, index: int, scene: Scene) -> Sequence[Answer]:
        self.settle()
        if scene.decks:
            self._deck = scene.decks[max(0, min(len(scene.decks) - 1, index))].id
        return ()

    def _pressed(self, at: tuple[float, float], scene: Scene, stage: Stage) -> Sequence[Answer]:
        start, decks = self._page(scene, stage)
        chosen = self._index(scene) - start
        places = deck_places(stage, len(decks), chosen, len(scene.decks))
        for deck, box in zip(decks, places, strict=True):
            if deck.faults and badge_place(box).contains(*at):
                return self._show_faults(deck)
        for offset, box in enumerate(places):
            if box.contains(*at):
                return self._choose(start + offset, scene)
        back, on = turner_places(stage)
        if start > 0 and back.contains(*at):
            return self._choose(start - 1, scene)
        if start + len(decks) < len(scene.decks) and on.contains(*at):
            return self._choose(start + len(decks), scene)
        for key, box, _words in self._slips(scene, stage):
            if box.contains(*at):
                return self.answer(key_down(key), scene, stage) or ()
        return ()

    @staticmethod
    def _show_faults(deck: DeckChoice | None) -> Sequence[Answer]:
        return (Push(FaultsScreen(deck)),) if deck is not None and deck.faults else ()

    def _go_on(self, scene: Scene) -> Sequence[Answer]:
        self.settle()
        deck = self._chosen(scene)
        if deck is None:
            return (Say(scene._("Det finns ingen lek att välja än.")),)
        if deck.refused:
            return (Say(deck.refused),)
        preparation = scene.preparation
        if not preparation.deck:
            # The command line may have said how many cards before there was a deck.
            preparation = replace(preparation, deck=deck.id)
        elif deck.id != preparation.deck:
            preparation = replace(preparation, deck=deck.id, weights={}, cards=None)
        return (Prepare(preparation), GoTo("seats"))

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Boxes, what the chosen one is about, and what can be taken up again."""
        table(canvas)
        self._draw_head(canvas, scene)
        deck = self._chosen(scene)
        if deck is None:
            draw_empty(canvas, scene._)
        else:
            self._draw_decks(canvas, scene)
            draw_about(canvas, deck, len(scene.decks), scene._)
        for key, box, words in self._slips(scene, canvas.stage):
            _draw_slip(canvas, box, words, chr(key).upper())
        can_play = deck is not None and not deck.refused
        self.foot.draw(
            canvas,
            self._hints(scene, deck),
            scene._("Vi tar den här"),
            scene._("Mellanslag"),
            is_enabled=can_play,
        )

    def _hints(self, scene: Scene, deck: DeckChoice | None) -> list[Hint]:
        _ = scene._
        hints = []
        if len(scene.decks) > 1:
            hints.append(Hint(("←", "→"), _("väljer lek")))
        if deck is not None and deck.faults:
            hints.append(Hint(("F",), _("visar fel"), pygame.K_f))
        hints.append(Hint(("O",), _("egna lekar"), pygame.K_o))
        if deck is None:
            hints.append(Hint(("U",), _("letar igen"), pygame.K_u))
        return [*hints, help_hint(_)]

    def _draw_head(self, canvas: Canvas, scene: Scene) -> None:
        theme, stage = canvas.theme, canvas.stage
        left = theme.lit if theme.name != "light" else theme.ring_left
        right = theme.table_ink if theme.name != "light" else theme.band
        raised = 1.0 - self._meet.share if not canvas.is_motion_reduced else 0.0
        mark(canvas, 11.4, 7.3, 3.3, left, right, raise_share=raised)
        ink = canvas.text("Bemötande", 17, 2, WORDMARK.colored(theme.table_ink))
        style = TextStyle(Face.MEDIUM, 3.4, 1.3, theme.table_ink)
        start, decks = self._page(scene, stage)
        remark = scene._("Ett samtal med kort, runt ett bord")
        if len(decks) < len(scene.decks):
            remark = scene._(
                "Lek {first}–{last} av {count}",
                first=start + 1,
                last=start + len(decks),
                count=len(scene.decks),
            )
        room = stage.content.right - ink.right - 4
        canvas.shrunk(remark, stage.content.right, 5.6, style, room, align="right")

    def _draw_decks(self, canvas: Canvas, scene: Scene) -> None:
        start, decks = self._page(scene, canvas.stage)
        chosen = self._index(scene) - start
        places = deck_places(canvas.stage, len(decks), chosen, len(scene.decks))
        order = sorted(range(len(decks)), key=lambda at: at == chosen)
        for at in order:
            draw_deck(canvas, decks[at], places[at], scene._, is_chosen=at == chosen)
        back, on = turner_places(canvas.stage)
        if start > 0:
            draw_turner(canvas, back, "left")
        if start + len(decks) < len(scene.decks):
            draw_turner(canvas, on, "right")

    def _slips(self, scene: Scene, stage: Stage) -> list[tuple[int, Box, str]]:
        """What can be taken up again: the key, the slip's place and its words."""
        _, content = scene._, stage.content
        found: list[tuple[int, Box, str]] = []
        right = content.right
        if scene.stored:
            words = _.plural("{n} sparat spel", "{n} sparade spel", len(scene.stored))
            old = sum(one.is_old for one in scene.stored)
            if old:
                words += " · " + _.plural("{n} gammalt", "{n} gamla", old)
            width = line_width_vh(stage, words, _SLIP_TEXT) + _SLIP_EXTRA
            found.append((pygame.K_s, Box(right - width, _SLIP_Y, width, _SLIP_H), words))
            right -= width + 2.4
        unfinished = self._unfinished(scene)
        if unfinished is not None:
            room = right - content.x
            parts = [unfinished.title, unfinished.where, unfinished.when]
            words = _("Fortsätt: {what}", what=" · ".join(parts))
            while len(parts) > 1 and line_width_vh(stage, words, _SLIP_TEXT) + _SLIP_EXTRA > room:
                parts.pop()
                words = _("Fortsätt: {what}", what=" · ".join(parts))
            width = min(room, line_width_vh(stage, words, _SLIP_TEXT) + _SLIP_EXTRA)
            found.insert(0, (pygame.K_r, Box(content.x, _SLIP_Y, width, _SLIP_H), words))
        return found


def _draw_slip(canvas: Canvas, box: Box, words: str, key: str) -> None:
    slip(canvas, box)
    ink = canvas.theme.slip_ink
    cap = key_cap_width(canvas, key, height=4.2)
    style = _SLIP_TEXT.colored(ink)
    top = box.center_y - style.line_vh / 2
    canvas.text(words, box.x + 2.4, top, style, max_width_vh=box.w - cap - 6.2)
    key_cap(canvas, box.right - cap - 1.6, box.center_y, key, color=ink, height=4.2)
