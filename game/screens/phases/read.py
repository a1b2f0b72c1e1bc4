"""Read: the card, large. Long texts have pages, and Next turns them before it goes on."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import PassTurn, SwapCard
from game.i18n import N_
from game.screens.base import Answer, Say, Scene
from game.screens.keys import Key
from game.screens.phases.card import Spot, page_corner, page_count, spot_for
from game.screens.phases.panel import Panel, Tool
from game.ui.cards import Place
from game.ui.focus import hit
from game.ui.stage import Stage


class CardPanel(Panel):
    """A phase with the card on the table. Tab, Up and Down, or a press on the page number, turn its page."""

    place: Place = "think"

    def spot(self, stage: Stage, scene: Scene) -> Spot | None:
        """Where the card lies in this phase."""
        return spot_for(stage, self.place, scene)

    def pages(self, scene: Scene, stage: Stage) -> int:
        """How many pages the card's text takes here."""
        spot = self.spot(stage, scene)
        return 1 if spot is None else page_count(scene, stage, spot, self.reading)

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Turn the page, round from the last to the first."""
        spot = self.spot(stage, scene)
        is_tab = event.type == pygame.KEYDOWN and event.key == pygame.K_TAB
        if spot is None or not (is_tab or hit(event, stage, page_corner(spot))):
            return None
        count = self.pages(scene, stage)
        if count < 2:
            return () if is_tab else None
        self.reading.page = (min(self.reading.page, count - 1) + 1) % count
        return ()

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Up and Down turn pages where there are any, and stop at the first and the last."""
        if key in (Key.UP, Key.DOWN):
            last = self.pages(scene, stage) - 1
            by = 1 if key is Key.DOWN else -1
            self.reading.page = max(0, min(last, min(self.reading.page, last) + by))
            return ()
        return super().on_key(key, scene, stage)


class ReadPanel(CardPanel):
    """The card to read aloud."""

    status = N_("läser")
    place: Place = "read"

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Next and Back turn pages first; S swaps the card; P passes the turn."""
        count = self.pages(scene, stage)
        page = min(self.reading.page, count - 1)
        version = scene.table.version
        match key:
            case Key.NEXT if page < count - 1:
                self.reading.page = page + 1
                return ()
            case Key.BACK if page > 0:
                self.reading.page = page - 1
                return ()
            case Key.SWAP:
                if not scene.table.pile.can_swap:
                    return (Say(scene._("Det finns inget annat kort att byta till.")),)
                return (SwapCard(version),)
            case Key.PASS:
                return (PassTurn(version),)
        answers = super().on_key(key, scene, stage)
        if key is Key.NEXT:
            self.reading.page = 0
        return answers

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Another card, passing, plain language."""
        swap = (Tool(Key.SWAP, "S", N_("byt kort")),) if scene.table.pile.can_swap else ()
        return (*swap, Tool(Key.PASS, "P", N_("passa")), *super().tools(scene))
