"""What the chosen deck is about, on the welcome screen: beside few boxes, or under many."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import N_, Translator
from game.screens.base import DeckChoice
from game.screens.deck_boxes import about_place
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.stage import Box
from game.ui.text import PHASE_TITLE, TextStyle

LANGUAGE_NAMES = {"sv": N_("svenska"), "en": N_("engelska")}
_LONG_MIN = 100
_BETWEEN = " · "
_ABOUT = TextStyle(Face.REGULAR, 4.1, 1.32)


def draw_about(canvas: Canvas, deck: DeckChoice, total: int, _: Translator) -> None:
    """What the chosen deck is about: beside few boxes, or under many."""
    place, is_beside = about_place(canvas.stage, total)
    facts, words = _facts(deck, _), deck.refused or deck.about
    if is_beside:
        _draw_about_beside(canvas, place, deck.title, facts, words)
        return
    plain = _ABOUT.sized(3.4).colored(canvas.theme.table_ink)
    bold = plain.faced(Face.BOLD)
    share = 0.6 if facts else 1.0
    title = canvas.text(deck.title, place.x, place.y, bold, max_width_vh=place.w * share)
    left = title.right + 2.0
    canvas.text(_BETWEEN.join(facts), left, place.y, plain, max_width_vh=place.right - left)
    room = Box(place.x, place.y + bold.line_vh, place.w, place.h - bold.line_vh)
    if canvas.fit(words, plain, room.w, room.h, 3.0, 3.4) is None:
        # Rather across the runner's stripes than cut.
        room = Box(room.x, room.y, room.w, 78.4 - room.y)
    canvas.fit_text(words, room, plain, 3.0, 3.4)


def _draw_about_beside(canvas: Canvas, place: Box, title: str, facts: Sequence[str], words: str) -> None:
    """A heading, the facts, and what the deck is for."""
    ink = canvas.theme.table_ink
    serif = PHASE_TITLE.colored(ink)
    heading = canvas.fit(title, serif, place.w, 2.2 * serif.line_vh, 3.6, 5.6, balance=True)
    if heading is None:
        heading = canvas.layout(title, serif.sized(3.6), place.w, max_lines=2)
    y = place.y
    canvas.block(heading, Box(place.x, y, place.w, heading.height_vh))
    y += heading.height_vh + 1.6
    style = _ABOUT.faced(Face.SEMIBOLD).sized(3.2).colored(ink)
    for line in _lines_of(canvas, facts, style, place.w):
        canvas.text(line, place.x, y, style, max_width_vh=place.w)
        y += style.line_vh
    y += 2.0
    room = Box(place.x, y, place.w, place.bottom - y)
    canvas.fit_text(words, room, _ABOUT.colored(ink), 3.0, 4.1)


def _lines_of(canvas: Canvas, facts: Sequence[str], style: TextStyle, width_vh: float) -> list[str]:
    """The facts on as few lines as they need; no fact is divided."""
    lines: list[str] = []
    for fact in facts:
        longer = _BETWEEN.join((lines[-1], fact)) if lines else fact
        if lines and canvas.width(longer, style) <= width_vh:
            lines[-1] = longer
        else:
            lines.append(fact)
    return lines


def _facts(deck: DeckChoice, _: Translator) -> list[str]:
    facts = []
    if not deck.refused:
        facts.append(_.plural("{n} kort", "{n} kort", deck.cards))
        if deck.minutes < _LONG_MIN:
            facts.append(_("hela leken tar ca {n} minuter", n=deck.minutes))
        else:
            facts.append(_("hela leken tar ca {n} timmar", n=round(deck.minutes / 60)))
        names = [_(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code for code in deck.languages]
        facts.append(", ".join(names))
        if deck.left_out:
            facts.append(_.plural("{n} kort är inte med", "{n} kort är inte med", deck.left_out))
    if deck.folder:
        facts.append(deck.folder)
    return facts
