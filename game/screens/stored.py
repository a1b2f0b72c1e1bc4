"""Stored sessions: go on with one, follow one up, delete one for good.

Deleting asks first, and no key that a clicker sends answers yes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import pygame

from game.i18n import N_
from game.screens.base import Answer, DeleteSession, Pop, Push, ResumeSession, Say, Scene, StoredSession
from game.screens.dialog import Dialog
from game.screens.foot import FootedScreen, Hint, help_hint, sheet_area
from game.screens.keys import Key, key_of
from game.screens.paged_rows import PagedRows
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring, press
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box, Stage
from game.ui.surfaces import Shadow, panel, table
from game.ui.text import BODY, SMALL, SMALL_BOLD

_TOP, _PITCH, _ROW_H = 16.6, 12.6, 11.4

SIGNS: Final[Mapping[str, str]] = {
    "unfinished": N_("Påbörjat"),
    "kept": N_("Sparat"),
    "in_use": N_("Öppet just nu"),
    "damaged": N_("Går inte att läsa"),
    "newer": N_("Från en nyare version"),
}
REFUSALS: Final[Mapping[str, str]] = {
    "in_use": N_("Det spelet är öppet i ett annat fönster. Stäng det där först."),
    "damaged": N_("Filen är skadad och går inte att läsa. Du kan radera den."),
    "newer": N_("Spelet är sparat av en nyare version. Uppdatera programmet och försök igen."),
}


class DeleteDialog(Dialog):
    """Asks before sessions are deleted for good."""

    def __init__(self, sessions: Sequence[StoredSession]) -> None:
        super().__init__()
        self._sessions = sessions

    def title(self, scene: Scene) -> str:
        """How many are to be deleted."""
        return scene._.plural("Radera spelet?", "Radera {n} spel?", len(self._sessions))

    def body(self, scene: Scene) -> str:
        """Which one, and what is lost."""
        lost = scene._("Namn, rader och löften försvinner för gott. Det går inte att ångra.")
        if len(self._sessions) > 1:
            return lost
        about = ", ".join(part for part in (self._sessions[0].title, self._sessions[0].when) if part)
        return f"{about}\n\n{lost}" if about else lost

    def labels(self, scene: Scene) -> tuple[str, str]:
        """Keep or delete."""
        return scene._("Behåll"), scene._.plural("Radera", "Radera alla", len(self._sessions))

    def yes(self, scene: Scene) -> Sequence[Answer]:
        """Delete them."""
        return (Pop(), *(DeleteSession(one.id) for one in self._sessions))


class StoredScreen(FootedScreen):
    """The list, newest first, five at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = PagedRows(_row, _turners)

    def shown(self, scene: Scene) -> None:
        """Stay on a row that exists."""
        self._rows.move(0, len(scene.stored))

    def _current(self, scene: Scene) -> StoredSession | None:
        return scene.stored[self._rows.at] if scene.stored else None

    @staticmethod
    def _old(scene: Scene) -> tuple[str, ...]:
        return tuple(one.id for one in scene.stored if one.is_old and one.kind != "in_use")

    # --- input

    def answer(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer] | None:
        """Move, open, ask for deletion, go back."""
        at = press(event, stage)
        if at is not None:
            return self._pressed(at, scene, stage)
        if event.type != pygame.KEYDOWN:
            return None
        if event.key == pygame.K_g:
            return self._ask(self._old(scene), scene)
        if self._rows.take_key(event, len(scene.stored)):
            return ()
        if event.key == pygame.K_ESCAPE:
            return (Pop(),)
        match key_of(event):
            case Key.BACK:
                return (Pop(),)
            case Key.DELETE:
                return self._ask_one(scene)
            case Key.NEXT | Key.ENTER:
                return self._open(scene)
        return None

    def _open(self, scene: Scene) -> Sequence[Answer]:
        one = self._current(scene)
        if one is None:
            return (Pop(),)
        if one.kind in REFUSALS:
            return (Say(scene._(REFUSALS[one.kind])),)
        return (ResumeSession(one.id),)

    def _ask_one(self, scene: Scene) -> Sequence[Answer]:
        one = self._current(scene)
        if one is None:
            return ()
        if one.kind == "in_use":
            return (Say(scene._(REFUSALS[one.kind])),)
        return self._ask((one.id,), scene)

    @staticmethod
    def _ask(ids: tuple[str, ...], scene: Scene) -> Sequence[Answer]:
        chosen = tuple(one for one in scene.stored if one.id in ids)
        return (Push(DeleteDialog(chosen)),) if chosen else ()

    def _pressed(self, at: tuple[float, float], scene: Scene, stage: Stage) -> Sequence[Answer]:
        row = self._rows.row_at(at, stage, len(scene.stored))
        if row is None:
            self._rows.turn_at(at, stage, len(scene.stored))
            return ()
        was_here, self._rows.at = row == self._rows.at, row
        if _delete_place(self._rows.place(stage, row)).contains(*at):
            return self._ask_one(scene)
        return self._open(scene) if was_here else ()

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Rows on the table, and the question on top of them."""
        _, stage = scene._, canvas.stage
        table(canvas)
        screen_title(canvas, _("Sparade spel"), self._rows.remark(len(scene.stored), _))
        if not scene.stored:
            style = BODY.colored(canvas.theme.table_ink)
            canvas.text(_("Inga spel är sparade."), stage.content.x, 24, style)
        # The chosen row lies over its neighbours' shadows.
        for row in sorted(self._rows.page(len(scene.stored)), key=lambda row: row == self._rows.at):
            place = self._rows.place(stage, row)
            self._draw_row(canvas, scene, scene.stored[row], place, is_current=row == self._rows.at)
        self._rows.draw_turners(canvas, len(scene.stored))
        self._draw_foot(canvas, scene, self._current(scene))

    def _draw_foot(self, canvas: Canvas, scene: Scene, current: StoredSession | None) -> None:
        _ = scene._
        hints = [Hint(("Esc",), _("tillbaka"), pygame.K_ESCAPE)]
        if current is not None:
            choose = Hint(("↑", "↓"), _("väljer"))
            hints = [choose, *hints, Hint(("Delete",), _("raderar"), pygame.K_DELETE)]
        old = self._old(scene)
        if old:
            words = _.plural("raderar {n} gammalt", "raderar {n} gamla", len(old))
            hints.insert(2, Hint(("G",), words, pygame.K_g))
        yellow = _("Följ upp löftena") if current is not None and current.kind == "kept" else _("Fortsätt")
        can_open = current is not None and current.kind not in REFUSALS
        self.foot.draw(canvas, [*hints, help_hint(_)], yellow, _("Mellanslag"), is_enabled=can_open)

    def _draw_row(
        self, canvas: Canvas, scene: Scene, one: StoredSession, box: Box, *, is_current: bool
    ) -> None:
        theme, _ = canvas.theme, scene._
        panel(canvas, box, radius=1.6, shadow=Shadow.LIFTED if is_current else Shadow.SLIP)
        if is_current:
            focus_ring(canvas, box, 1.6)
        delete = _delete_place(box)
        is_fault = one.kind in ("damaged", "newer")
        sign = SMALL_BOLD.colored(theme.fault if is_fault else theme.ink)
        words = _(SIGNS.get(one.kind, SIGNS["damaged"]))
        sign_w = min(box.w * 0.36, canvas.width(words, sign))
        right = delete.x - 2.4
        canvas.text(words, right, box.y + 1.6, sign, align="right", max_width_vh=sign_w + 0.2)
        if one.is_old:
            canvas.text(
                _("äldre än ni sparar"), right, box.y + 5.9, SMALL.colored(theme.second_ink), align="right"
            )
        room = right - sign_w - 3.0 - (box.x + 4.0)
        title = BODY.faced(Face.BOLD).colored(theme.ink)
        canvas.text(one.title or _("Utan namn"), box.x + 4.0, box.y + 1.2, title, max_width_vh=room)
        below = " · ".join(part for part in (one.when, one.where) if part)
        old_w = canvas.width(_("äldre än ni sparar"), SMALL) if one.is_old else 0.0
        room = right - old_w - 3.0 - (box.x + 4.0)
        canvas.text(below, box.x + 4.0, box.y + 5.9, SMALL.colored(theme.second_ink), max_width_vh=room)
        ink = theme.second_ink if one.kind == "in_use" else theme.fault
        icon(canvas, "cross", delete.center_x, delete.center_y, 3.4, ink)


def _row(stage: Stage, offset: int) -> Box:
    area = sheet_area(stage)
    return Box(area.x, _TOP + _PITCH * offset, area.w, _ROW_H)


def _delete_place(row: Box) -> Box:
    return Box(row.right - 9.0, row.y, 9.0, row.h)


def _turners(stage: Stage) -> tuple[Box, Box]:
    x = stage.width_vh / 2 - 4
    return Box(x, 11.4, 8, 5), Box(x, 80.4, 8, 6)
