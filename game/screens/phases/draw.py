"""Draw: the pile, whose turn it is, and how far the session has come. At its end the way to closing."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.core.commands import OneMoreCard, PassTurn
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.keys import Key
from game.screens.phases.card import back_index
from game.screens.phases.panel import Panel, Tool
from game.ui.band import KeyHint, hint_width, key_cap, key_hints
from game.ui.caching import SurfaceStore
from game.ui.canvas import Align, Canvas
from game.ui.cards import back_surface, pile
from game.ui.fonts import Face
from game.ui.shadows import Shadow, shadow
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel
from game.ui.text import SCREEN_TITLE, TextStyle

LAPS = (
    N_("Första varvet"),
    N_("Andra varvet"),
    N_("Tredje varvet"),
    N_("Fjärde varvet"),
    N_("Femte varvet"),
    N_("Sjätte varvet"),
)
ANGLE_DEG = 3.0
_LIFTED = SurfaceStore(6_000_000)


def pile_box(stage: Stage) -> Box:
    """Where the pile lies: in the middle, smaller on a narrow stage."""
    width = 66.0 if not stage.is_narrow else max(46.0, stage.width_vh - 100)
    height = width * 42 / 66
    return Box(stage.width_vh / 2 - width / 2, 48.5 - height / 2, width, height)


def lifted_box(stage: Stage) -> Box:
    """Where the card lies that is about to be turned."""
    return pile_box(stage).moved(3.2, -5.0)


class DrawPanel(Panel):
    """The pile before a card is turned."""

    status = N_("drar")
    has_pile = False
    has_card = False

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """The pile in the middle, words at both margins."""
        view, stage = scene.table, canvas.stage
        self._title(canvas, self._headline(scene))
        color = canvas.theme.back_color(back_index(scene))
        box = pile_box(stage)
        if view.pile.cards_left > 0:
            pile(canvas, box, color, edges=min(4, view.pile.cards_left - 1))
            if not view.pile.is_at_end:
                self._lifted(canvas, color)
        if view.pile.is_at_end:
            self._sheet(canvas, scene, box)
        room = box.x - 3.0 - 8.0
        self._left_column(canvas, scene, room)
        self._right_column(canvas, scene, room)

    def _headline(self, scene: Scene) -> str:
        turn, pile_view = self.turn(scene), scene.table.pile
        if pile_view.is_at_end:
            if pile_view.cards_played < pile_view.cards_planned:
                return scene._("Korten är slut")
            return scene._("Nu har ni spelat era kort")
        leader = next((seat for seat in scene.table.seats if seat.id == turn.leader), None)
        words = N_("Din tur, {name}") if leader is None or leader.people == 1 else N_("Er tur, {name}")
        return scene._(words, name=turn.leader_name)

    def _title(self, canvas: Canvas, words: str) -> None:
        style = SCREEN_TITLE.colored(canvas.theme.table_ink)
        room = canvas.stage.content
        canvas.fit_text(words, Box(room.x, 3.2, room.w, 8.0), style, 4.0, 6.4, align="center")

    def _lifted(self, canvas: Canvas, color: tuple[int, int, int]) -> None:
        stage, box = canvas.stage, lifted_box(canvas.stage)
        shadow(canvas, box, 2.2, Shadow.LIFTED, is_tilted=True)

        def make() -> pygame.Surface:
            return pygame.transform.rotozoom(back_surface(canvas, box.w, box.h, color), ANGLE_DEG, 1.0)

        key = (stage.px(box.w), stage.px(box.h), color, canvas.theme.name)
        turned = _LIFTED.get(key, make)
        canvas.surface.blit(turned, turned.get_rect(center=stage.box_rect(box).center))

    def _sheet(self, canvas: Canvas, scene: Scene, place: Box) -> None:
        """What comes after the cards."""
        _, theme = scene._, canvas.theme
        box = place.moved(0, -3.0) if scene.table.pile.cards_left > 0 else place
        panel(canvas, box)
        # On a narrow stage the heading keeps to one line, or there would be no room for the words.
        is_narrow = canvas.stage.is_narrow
        inner = box.inset(4.0, 3.0) if is_narrow else box.inset(5.0, 4.0)
        serif = TextStyle(Face.SERIF, 5.2, 1.12, theme.ink)
        heading_vh = 6.0 if is_narrow else 13.0
        heading = canvas.fit(_("Nu kommer löftena"), serif, inner.w, heading_vh, 3.6, 5.2, balance=True)
        words = TextStyle(Face.REGULAR, 4.5, 1.3, theme.ink)
        top = inner.y
        if heading is not None:
            canvas.block(heading, Box(inner.x, top, inner.w, heading.height_vh + 1))
            top += heading.height_vh + 2.0
        room = Box(inner.x, top, inner.w, inner.bottom - top)
        said = _("Var och en väljer en sak att göra på ett nytt sätt. Eller så tar ni ett kort till.")
        canvas.fit_text(said, room, words, 3.0, 4.5)

    def _left_column(self, canvas: Canvas, scene: Scene, room: float) -> None:
        view, _ = scene.table, scene._
        ink = canvas.theme.table_ink
        words = TextStyle(Face.REGULAR, 3.4, 1.3, ink)
        y = 36.0
        if not view.pile.is_at_end:
            number = view.pile.cards_played + 1
            line = _("Kort {n} av {of}", n=number, of=view.pile.cards_planned)
            canvas.text(line, 8, y, words.faced(Face.SEMIBOLD), max_width_vh=room)
            lap = _(LAPS[view.lap - 1]) if 0 < view.lap <= len(LAPS) else _("Varv {n}", n=view.lap)
            canvas.text(lap, 8, y + 5.6, words, max_width_vh=room)
            hints: tuple[KeyHint, ...] = (KeyHint((_("Mellanslag"),), _("vänder")),)
        else:
            hints = (
                KeyHint((_("Mellanslag"),), _("till löftena")),
                KeyHint(("N",), _("ett kort till")),
            )
        cy = y + 15.2
        for hint in hints:
            if hint_width(canvas, hint) <= room:
                key_hints(canvas, (hint,), x=8, cy=cy, on="table", max_width_vh=room)
            else:
                key_cap(canvas, 8, cy, hint.keys[0], color=ink)
                cy += 5.0
                canvas.text(hint.label, 8, cy - 2.2, words.sized(3.0), max_width_vh=room)
            cy += 6.6

    def _right_column(self, canvas: Canvas, scene: Scene, room: float) -> None:
        pile_view, _ = scene.table.pile, scene._
        ink, right = canvas.theme.table_ink, canvas.stage.content.right
        count = pile_view.cards_played if pile_view.is_at_end else pile_view.cards_left
        if pile_view.is_at_end:
            label = _.plural("kort spelat", "kort spelade", count)
        else:
            label = _.plural("kort kvar", "kort kvar", count)
        align: Align = "right"
        canvas.text(
            str(count), right, 41.2, TextStyle(Face.BOLD, 5.6, 1.2, ink), align=align, max_width_vh=room
        )
        canvas.text(
            label, right, 48.4, TextStyle(Face.REGULAR, 3.4, 1.3, ink), align=align, max_width_vh=room
        )

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """P passes the turn; N plays one more card past the end."""
        if key is Key.PASS:
            return (PassTurn(scene.table.version),)
        if key is Key.ONE_MORE:
            return self._one_more(scene)
        if key in (Key.MORE_TIME, Key.LESS_TIME):
            return None
        return super().on_key(key, scene, stage)

    def _one_more(self, scene: Scene) -> Sequence[Answer] | None:
        if not scene.table.pile.is_at_end:
            return None
        return (OneMoreCard(scene.table.version, scene.new_keys()),)

    def tools(self, scene: Scene) -> Sequence[Tool]:
        """Passing; at the end one more card."""
        if scene.table.pile.is_at_end:
            return (Tool(Key.ONE_MORE, "N", N_("ett kort till")),)
        return (Tool(Key.PASS, "P", N_("passa")),)


class EmptyTable(Panel):
    """The table when nobody is present: who is back, or the closing."""

    has_pile = False
    has_card = False

    def draw_under(self, canvas: Canvas, scene: Scene) -> None:
        """Words and the two ways on."""
        _, ink, stage = scene._, canvas.theme.table_ink, canvas.stage
        room = stage.content
        title = SCREEN_TITLE.colored(ink)
        canvas.fit_text(
            _("Ingen sitter vid bordet"), Box(room.x, 3.2, room.w, 8.0), title, 4.0, 6.4, align="center"
        )
        body = TextStyle(Face.REGULAR, 4.1, 1.3, ink)
        canvas.wrapped(
            _("Alla är markerade som borta. Spelet väntar tills någon är tillbaka."),
            Box(stage.width_vh / 2 - 50, 33, 100, 12),
            body,
            align="center",
            balance=True,
        )
        hints = (
            KeyHint(("D",), _("någon är tillbaka")),
            KeyHint((_("Mellanslag"),), _("till avslutningen")),
        )
        key_hints(canvas, hints, x=stage.width_vh / 2 - 46, cy=54, on="table", max_width_vh=100)

    def on_key(self, key: Key, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Only going on means anything."""
        return super().on_key(key, scene, stage) if key is Key.NEXT else None
