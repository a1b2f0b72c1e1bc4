"""What the chosen deck is about, on the welcome screen: beside few boxes, or under many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PureWindowsPath

from game.i18n import N_, Translator
from game.screens.base import DeckChoice
from game.screens.deck_boxes import about_place, deck_places
from game.ui.canvas import Canvas
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.stage import Box
from game.ui.surfaces import slip
from game.ui.text import PHASE_TITLE, TextBlock, TextStyle

LANGUAGE_NAMES = {"sv": N_("svenska"), "en": N_("engelska")}
_LONG_MIN = 100
_BETWEEN = " · "
_ABOUT = TextStyle(Face.REGULAR, 4.1, 1.32)
_HEAD = TextStyle(Face.BOLD, 3.4, 1.2)
_UNDER = TextStyle(Face.REGULAR, 3.4, 1.24)
_NAMES = TextStyle(Face.MEDIUM, 3.0, 1.22)
_GAP = 0.4
LOWEST_VH = 78.4
"""Where the words may reach at most, across the runner's stripes."""


def draw_about(canvas: Canvas, deck: DeckChoice, total: int, _: Translator) -> None:
    """What the chosen deck is about: beside few boxes, or under many."""
    place, is_beside = about_place(canvas.stage, total)
    if is_beside:
        _draw_beside(canvas, place, deck, deck_places(canvas.stage, total, None)[-1].y, _)
    else:
        _draw_under(canvas, place, deck, _)


def _draw_under(canvas: Canvas, place: Box, deck: DeckChoice, _: Translator) -> None:
    """The title and the facts, then what the deck is for, then its themes when there is room for them."""
    words = deck.refused or deck.about
    head = _head(canvas, place, deck, _, has_themes=False)
    below = _themes_below(canvas, Box(place.x, head.bottom, place.w, place.bottom - head.bottom), deck, _)
    if below is None:
        head = _head(canvas, place, deck, _, has_themes=True)
    canvas.text(deck.title, place.x, place.y, _HEAD.colored(canvas.theme.table_ink), max_width_vh=place.w)
    plain = _HEAD.faced(Face.REGULAR).colored(canvas.theme.table_ink)
    canvas.shrunk(_BETWEEN.join(head.facts), head.left, head.top, plain, place.right - head.left)
    room = Box(place.x, head.bottom, place.w, place.bottom - head.bottom)
    style = _UNDER.colored(canvas.theme.table_ink)
    if deck.held:
        _draw_held(canvas, Box(room.x, room.y + 0.8, room.w, LOWEST_VH - room.y - 0.8), deck, _)
    elif below is not None:
        written = canvas.fit_text(words, Box(*room[:3], room.h - below.height_vh - _GAP), style, 3.0, 3.4)
        top = room.y + (written.height_vh + _GAP if words else 0.0)
        canvas.block(below, Box(room.x, top, room.w, below.height_vh))
    elif canvas.fit(words, style, room.w, room.h, 3.0, 3.4) is None:
        # Rather across the runner's stripes than cut.
        canvas.fit_text(words, Box(*room[:3], LOWEST_VH - room.y), style, 3.0, 3.1)
    else:
        canvas.fit_text(words, room, style, 3.0, 3.4)


def _themes_below(canvas: Canvas, room: Box, deck: DeckChoice, _: Translator) -> TextBlock | None:
    """The themes' names on one line or two; None when they or the words above them would be cut."""
    themes, words = _themes(deck, _), deck.refused or deck.about
    if deck.held or not themes:
        return None
    style = _NAMES.colored(canvas.theme.table_ink)
    block = canvas.fit(themes, style, room.w, 2.1 * style.line_vh, 3.0, 3.0)
    if block is None or not words:
        return block
    left = room.h - block.height_vh - _GAP
    return None if canvas.fit(words, _UNDER, room.w, left, 3.0, 3.4) is None else block


@dataclass(frozen=True, slots=True)
class _Head:
    """The line with the title and the facts, or two when they need it."""

    facts: tuple[str, ...]
    left: float
    top: float
    """Where the facts begin."""
    bottom: float
    """Where what comes under them begins."""


def _head(canvas: Canvas, place: Box, deck: DeckChoice, _: Translator, *, has_themes: bool) -> _Head:
    """Which facts stand where; `has_themes` counts the themes among them."""
    plain, line = _HEAD.faced(Face.REGULAR), _HEAD.line_vh
    title_w = canvas.width(deck.title, _HEAD) + 2.0
    facts = _facts(deck, _, has_themes=has_themes)
    ready = _("klar att spela")
    if _is_wider(canvas, facts, plain, place.w - title_w) and ready in facts:
        # That goes without saying when there is no room for it.
        facts.remove(ready)
    if not facts or not _is_wider(canvas, facts, plain, place.w - title_w):
        return _Head(tuple(facts), place.x + title_w, place.y, place.y + line)
    if deck.folder and _is_wider(canvas, facts, plain, place.w):
        facts[-1] = f"…/{PureWindowsPath(deck.folder).name}"
    while len(facts) > 3 and _is_wider(canvas, facts, plain, place.w):
        # What is odd about a deck is said last and matters most.
        del facts[1]
    return _Head(tuple(facts), place.x, place.y + line, place.y + 2 * line)


def _is_wider(canvas: Canvas, facts: Sequence[str], style: TextStyle, width_vh: float) -> bool:
    """Whether facts are too wide for a line, as small as they may be."""
    return canvas.width(_BETWEEN.join(facts), style.sized(3.0)) > width_vh


def _draw_beside(canvas: Canvas, place: Box, deck: DeckChoice, level_vh: float, _: Translator) -> None:
    """A heading, the facts, what the deck is for, and its themes: level with the boxes, or higher up."""
    ink = canvas.theme.table_ink
    serif = PHASE_TITLE.colored(ink)
    heading = canvas.fit(deck.title, serif, place.w, 2.2 * serif.line_vh, 3.6, 5.6, balance=True)
    if heading is None:
        heading = canvas.layout(deck.title, serif.sized(3.6), place.w, max_lines=2)
    style = _ABOUT.faced(Face.SEMIBOLD).sized(3.2).colored(ink)
    facts = _lines_of(canvas, _facts(deck, _), style, place.w)
    head = heading.height_vh + 1.6 + len(facts) * style.line_vh + 2.0
    words, themes = deck.refused or deck.about, _themes(deck, _)
    about = below = None
    if not deck.held:
        style_of_about, room_h = _ABOUT.colored(ink), place.h - head
        if themes:
            below = canvas.layout(themes, _ABOUT.sized(3.1).colored(ink), place.w, max_lines=3)
            least = room_h - below.height_vh - 1.6
            about = canvas.fit(words, style_of_about, place.w, least, 3.4, 4.1)
        if about is None:
            below, about = None, canvas.fit(words, style_of_about, place.w, room_h, 3.0, 4.1)
    height = head + (about.height_vh if about is not None else place.h)
    if below is not None:
        height += below.height_vh + 1.6
    y = level_vh if deck.held else max(place.y, min(level_vh, place.bottom - height))
    canvas.block(heading, Box(place.x, y, place.w, heading.height_vh))
    y += heading.height_vh + 1.6
    for line in facts:
        canvas.text(line, place.x, y, style, max_width_vh=place.w)
        y += style.line_vh
    y += 2.0
    room = Box(place.x, y, place.w, place.bottom - y)
    if deck.held:
        _draw_held(canvas, Box(room.x, room.y, room.w, LOWEST_VH - 4.0 - room.y), deck, _)
        return
    if about is None:
        canvas.fit_text(words, room, _ABOUT.colored(ink), 3.0, 4.1)
        return
    canvas.block(about, Box(room.x, y, room.w, about.height_vh))
    if below is not None:
        y += about.height_vh + 1.6 if words else 0.0
        canvas.block(below, Box(room.x, y, room.w, below.height_vh))


def _draw_held(canvas: Canvas, room: Box, deck: DeckChoice, _: Translator) -> None:
    """A slip: the file is at fault now, and the deck is shown as it was."""
    words = _("Filen har ett fel just nu; så här såg leken ut innan. {fault}", fault=deck.held)
    style = _ABOUT.colored(canvas.theme.slip_ink)
    width = room.w - 13.0
    block = canvas.fit(words, style, width, room.h - 3.0, 3.0, 3.4)
    if block is None:
        lines = max(1, int((room.h - 3.0) / style.sized(3.0).line_vh))
        block = canvas.layout(words, style.sized(3.0), width, max_lines=lines)
    box = Box(room.x, room.y, room.w, block.height_vh + 3.0)
    slip(canvas, box)
    icon(canvas, "fault", box.x + 4.6, box.y + 1.5 + block.line_height_vh / 2, 4.0, canvas.theme.fault)
    canvas.block(block, Box(box.x + 9.0, box.y + 1.5, width, block.height_vh))


def _themes(deck: DeckChoice, _: Translator) -> str:
    """The themes by name; empty without any, and for a deck that cannot be played."""
    return "" if deck.refused else named_themes([theme[1] for theme in deck.themes], _)


def named_themes(names: Sequence[str], _: Translator) -> str:
    """How many themes there are and what they are called; empty without any."""
    if not names:
        return ""
    # A line breaks between names, never within one.
    joined = _BETWEEN.join(name.replace(" ", "\u00a0") for name in names)
    return _.plural("Tema: {names}", "{n} teman: {names}", len(names), names=joined)


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


def _facts(deck: DeckChoice, _: Translator, *, has_themes: bool = False) -> list[str]:
    """Its size, time, languages and state, each in words; and how many themes, where they have no names."""
    facts = []
    if not deck.refused:
        facts.append(_.plural("{n} kort", "{n} kort", deck.cards))
        if has_themes and deck.themes:
            facts.append(_.plural("{n} tema", "{n} teman", len(deck.themes)))
        if deck.minutes < _LONG_MIN:
            facts.append(_("ca {n} minuter", n=deck.minutes))
        else:
            facts.append(_("ca {n} timmar", n=round(deck.minutes / 60)))
        names = [_(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code for code in deck.languages]
        facts.append(", ".join(names) or _("på olika språk"))
        if deck.left_out:
            facts.append(_.plural("{n} kort är inte med", "{n} kort är inte med", deck.left_out))
        elif not deck.held:
            facts.append(_("klar att spela"))
    if deck.is_guest:
        facts.append(_("med bara den här gången"))
    if deck.folder:
        facts.append(deck.folder)
    return facts
