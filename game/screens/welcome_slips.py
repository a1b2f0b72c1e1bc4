"""The slips under the decks on the welcome screen: a session to go on with, stored ones, several decks."""

from __future__ import annotations

import pygame

from game.screens.base import Scene, StoredSession
from game.ui.band import key_cap, key_cap_width
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip
from game.ui.text import TextStyle, line_width_vh

_TEXT = TextStyle(Face.MEDIUM, 3.2, 1.3)
_Y, _H, _EXTRA, _GAP = 80.6, 6.4, 11.6, 2.4
_LEAST_GO_ON_W = 58.0
"""When less is left for the session to go on with, the other slips say less."""


def unfinished(scene: Scene) -> StoredSession | None:
    """The newest session that can be gone on with."""
    return next((one for one in scene.stored if one.kind == "unfinished"), None)


def slip_places(
    scene: Scene, stage: Stage, *, is_choosing_several: bool, is_in: bool
) -> list[tuple[int, Box, str]]:
    """Each slip from the left: its key, its place and its words.

    `is_in`: the deck that is looked at is one of several that are put together.
    """
    _, content = scene._, stage.content
    session = unfinished(scene)
    several = ""
    if is_choosing_several:
        several = _("Ta bort den här") if is_in else _("Lägg till den här")
    elif sum(not deck.refused for deck in scene.decks) > 1:
        several = _("Flera lekar ihop")
    stored = _.plural("{n} sparat spel", "{n} sparade spel", len(scene.stored)) if scene.stored else ""
    old = sum(one.is_old for one in scene.stored)
    longer = stored + " · " + _.plural("{n} gammalt", "{n} gamla", old) if old else stored
    taken = sum(_width(stage, words) + _GAP for words in (several, longer) if words)
    if session is None or content.w - taken >= _LEAST_GO_ON_W:
        stored = longer
    found: list[tuple[int, Box, str]] = []
    right = content.right
    for key, words in ((pygame.K_s, stored), (pygame.K_m, several)):
        if words:
            width = _width(stage, words)
            found.insert(0, (key, Box(right - width, _Y, width, _H), words))
            right -= width + _GAP
    if session is not None:
        room = right - content.x
        title, where, when = session.title, session.where, session.when
        words = ""
        # How far it came says more than half a title.
        for parts in ((title, where, when), (title, where), (title,), (where,)):
            what = " · ".join(part for part in parts if part)
            words = _("Fortsätt: {what}", what=what) if what else _("Fortsätt")
            if _width(stage, words) <= room:
                break
        found.insert(0, (pygame.K_r, Box(content.x, _Y, min(room, _width(stage, words)), _H), words))
    return found


def draw_slip(canvas: Canvas, box: Box, words: str, key: str) -> None:
    """A slip with its key."""
    slip(canvas, box)
    ink = canvas.theme.slip_ink
    cap = key_cap_width(canvas, key, height=4.2)
    style = _TEXT.colored(ink)
    top = box.center_y - style.line_vh / 2
    canvas.text(words, box.x + 2.4, top, style, max_width_vh=box.w - cap - 6.2)
    key_cap(canvas, box.right - cap - 1.6, box.center_y, key, color=ink, height=4.2)


def _width(stage: Stage, words: str) -> float:
    return line_width_vh(stage, words, _TEXT) + _EXTRA
