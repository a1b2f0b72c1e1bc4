"""Welcome: which deck the group plays, or which ones together, a session to go on with, and what is
wrong with a deck.

Left and Right choose a deck here, so Next is Space, PageDown, F5 or the yellow button.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.screens.base import (
    TOGETHER,
    Answer,
    DeckChoice,
    GoTo,
    Prepare,
    Push,
    ResumeSession,
    Say,
    Scene,
    ShowAnew,
)
from game.screens.deck_about import draw_about
from game.screens.deck_boxes import (
    badge_place,
    deck_places,
    draw_deck,
    draw_empty,
    draw_turner,
    page_size,
    sign_place,
    turner_places,
)
from game.screens.deck_intents import ReadDecksAgain
from game.screens.deck_menu import DeckMenuScreen
from game.screens.faults import FaultsScreen
from game.screens.foot import FootedScreen, Hint, help_hint, key_down
from game.screens.keys import Key, key_of
from game.screens.stored import StoredScreen
from game.screens.together import joined, twin_among
from game.screens.welcome_head import draw_head
from game.screens.welcome_slips import draw_slip, slip_places, unfinished
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.motion import MEET_S, Animation
from game.ui.stage import Box, Stage
from game.ui.surfaces import table


class WelcomeScreen(FootedScreen):
    """Decks as boxes on the table."""

    def __init__(self) -> None:
        super().__init__()
        self._deck = ""
        """The deck that is looked at; played too, unless some are put together."""
        self._together: list[str] = []
        """Decks put together: these are played, as soon as there is one."""
        self._wanted: str | None = None
        """What was prepared when this was last shown."""
        self._known: dict[str, str] = {}
        """The decks shown last, each with the id in its file."""
        self._lost = ""
        """The deck that was looked at when its file went; chosen again should it come back."""
        self._meet = Animation(MEET_S)

    # --- what is shown

    def shown(self, scene: Scene) -> None:
        """Keep what is chosen, unless another deck was prepared; at first the first that can be played."""
        ids = [deck.id for deck in scene.decks]
        playable = [deck.id for deck in scene.decks if not deck.refused]
        wanted = scene.preparation.deck
        is_first = self._wanted is None
        if wanted != self._wanted:
            self._wanted = wanted
            parts = [part for part in wanted.split(TOGETHER) if part in ids]
            if parts:
                self._deck, self._together = parts[0], parts if len(parts) > 1 else []
                self._lost = ""
        self._together = [deck for deck in self._together if deck in playable]
        if self._lost in ids:
            self._deck, self._lost = self._lost, ""
        elif self._deck not in ids:
            renamed = self._renamed(scene)
            self._lost = "" if renamed else self._lost or self._deck
            self._deck = next(iter([*renamed, *self._together, *playable, *ids]), "")
        self._known = {deck.id: deck.deck_id for deck in scene.decks}
        if is_first:
            self._meet = Animation(MEET_S, scene.look.is_motion_reduced)
            if wanted:
                self._meet.finish()

    def _renamed(self, scene: Scene) -> list[str]:
        """The new deck that the vanished one has become, when its file only got another name."""
        was = self._known.get(self._deck)
        new = (deck for deck in scene.decks if deck.id not in self._known)
        return [deck.id for deck in new if was is not None and deck.deck_id == was]

    def _index(self, scene: Scene) -> int:
        return next((at for at, deck in enumerate(scene.decks) if deck.id == self._deck), 0)

    def _current(self, scene: Scene) -> DeckChoice | None:
        return scene.decks[self._index(scene)] if scene.decks else None

    def _taken(self, scene: Scene) -> DeckChoice | None:
        """What Next takes: the decks that were put together as one, or the one that is looked at."""
        together = [deck for deck in scene.decks if deck.id in self._together]
        return joined(together) if together else self._current(scene)

    def _page(self, scene: Scene, stage: Stage) -> tuple[int, Sequence[DeckChoice]]:
        """The index of the first deck shown, and the decks shown with it; the last page is full too."""
        size = page_size(stage)
        start = max(0, min(self._index(scene) // size * size, len(scene.decks) - size))
        return start, scene.decks[start : start + size]

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
        if event.type == pygame.WINDOWFOCUSGAINED:
            # Whatever people did with files meanwhile; where a watch works there is nothing left to read.
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
                return self._show_faults(self._current(scene))
            case pygame.K_m:
                return self._toggle(self._current(scene), scene)
            case pygame.K_o:
                return (Push(DeckMenuScreen(self._current(scene))),)
            case pygame.K_u:
                return (ReadDecksAgain(is_everything=True),)
            case pygame.K_r:
                stored = unfinished(scene)
                return (ResumeSession(stored.id),) if stored is not None else ()
            case pygame.K_s:
                return (Push(StoredScreen()),) if scene.stored else ()
        if event.key == pygame.K_ESCAPE and self._together:
            self._together = []
            return (ShowAnew(),)
        if key_of(event) in (Key.NEXT, Key.ENTER):
            return self._go_on(scene)
        return None

    def _choose(self, index: int, scene: Scene) -> Sequence[Answer]:
        self.settle()
        self._lost = ""
        if scene.decks:
            self._deck = scene.decks[max(0, min(len(scene.decks) - 1, index))].id
        return ()

    def _toggle(self, deck: DeckChoice | None, scene: Scene) -> Sequence[Answer]:
        """Put a deck with the others that are played together, or take it from them."""
        _ = scene._
        if deck is None:
            return ()
        if deck.id in self._together:
            self._together.remove(deck.id)
            return ()
        if deck.refused:
            return (Say(deck.refused),)
        twin = twin_among(deck, [other for other in scene.decks if other.id in self._together])
        if twin is not None:
            words = _(
                "”{one}” och ”{other}” har samma id i sina filer ({id}) och kan inte spelas ihop.",
                one=deck.title,
                other=twin.title,
                id=deck.deck_id,
            )
            return (Say(words),)
        self._together.append(deck.id)
        return ()

    def _pressed(self, at: tuple[float, float], scene: Scene, stage: Stage) -> Sequence[Answer]:
        start, decks = self._page(scene, stage)
        chosen = self._index(scene) - start
        places = deck_places(stage, len(decks), chosen, len(scene.decks))
        for deck, box in zip(decks, places, strict=True):
            if deck.faults and badge_place(box).contains(*at):
                return self._show_faults(deck)
            if self._together and not deck.refused and sign_place(box, deck).contains(*at):
                return self._toggle(deck, scene)
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
        deck = self._taken(scene)
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
        _ = scene._
        table(canvas)
        start, decks = self._page(scene, canvas.stage)
        draw_head(canvas, scene, start, len(decks), raised=1.0 - self._meet.share)
        current, taken = self._current(scene), self._taken(scene)
        if current is None or taken is None:
            draw_empty(canvas, _)
        else:
            self._draw_decks(canvas, scene)
            about = current
            if self._together:
                about = replace(taken, about=f"{current.title}: {current.refused or current.about}")
            draw_about(canvas, about, len(scene.decks), _)
        for key, box, words in self._slips(scene, canvas.stage):
            draw_slip(canvas, box, words, chr(key).upper())
        can_play = taken is not None and not taken.refused
        yellow = _("Vi tar den här")
        if self._together:
            yellow = _.plural("Vi tar den valda", "Vi tar de {n} valda", len(self._together))
        self.foot.draw(canvas, self._hints(scene, current), yellow, _("Mellanslag"), is_enabled=can_play)

    def _hints(self, scene: Scene, deck: DeckChoice | None) -> list[Hint]:
        _ = scene._
        hints = []
        if len(scene.decks) > 1:
            hints.append(Hint(("←", "→"), _("väljer lek")))
        hints.append(Hint(("O",), _("egna lekar"), pygame.K_o))
        if deck is not None and deck.faults:
            hints.append(Hint(("F",), _("visar fel"), pygame.K_f))
        if self._together:
            hints.append(Hint(("Esc",), _("bara en lek"), pygame.K_ESCAPE))
        if deck is None:
            hints.append(Hint(("U",), _("letar igen"), pygame.K_u))
        return [*hints, help_hint(_)]

    def _draw_decks(self, canvas: Canvas, scene: Scene) -> None:
        start, decks = self._page(scene, canvas.stage)
        chosen = self._index(scene) - start
        places = deck_places(canvas.stage, len(decks), chosen, len(scene.decks))
        order = sorted(range(len(decks)), key=lambda at: at == chosen)
        for at in order:
            deck = decks[at]
            sign = "tick" if deck.id in self._together or (at == chosen and not self._together) else ""
            if self._together and not sign:
                sign = "plus"
            draw_deck(canvas, deck, places[at], scene._, is_chosen=at == chosen, sign=sign)
        back, on = turner_places(canvas.stage)
        if start > 0:
            draw_turner(canvas, back, "left")
        if start + len(decks) < len(scene.decks):
            draw_turner(canvas, on, "right")

    def _slips(self, scene: Scene, stage: Stage) -> list[tuple[int, Box, str]]:
        current = self._current(scene)
        is_in = current is not None and current.id in self._together
        return slip_places(scene, stage, is_choosing_several=bool(self._together), is_in=is_in)
