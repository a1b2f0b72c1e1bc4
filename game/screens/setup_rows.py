"""The rows of the set-up sheet: steppers and themes with their weights. They draw; they choose nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.core.plan import MAX_WEIGHT
from game.i18n import N_, Translator
from game.screens.base import DeckChoice, SetupSum
from game.screens.setup_layout import SetupLayout, theme_places
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import dashed_circle, disc, half_disc, half_ring
from game.ui.stage import Box
from game.ui.surfaces import Shadow, field, slip
from game.ui.text import PANEL_HEADING, SMALL, TextStyle

LABELS: Final = {
    "preset": N_("Takt"),
    "time": N_("Tid och kort"),
    "facilitator": N_("Handledare"),
    "near": N_("Hur nära"),
    "themes": N_("Teman"),
}
WEIGHTS: Final = (N_("inte med"), N_("som vanligt"), N_("mer"), N_("mest"))
PHASE_NAMES: Final = {
    "opening": N_("Inledning"),
    "write": N_("Skriv"),
    "think": N_("Tänk"),
    "vote": N_("Visa på tre"),
    "pairs": N_("Två och två"),
    "round": N_("Laget runt"),
    "talk": N_("Samtala"),
    "closing": N_("Löften"),
}
_LABEL = TextStyle(Face.SEMIBOLD, 3.4, 1.25)
_ROW_BOLD = TextStyle(Face.BOLD, 3.2, 1.25)
_ROW_PLAIN = TextStyle(Face.REGULAR, 3.2, 1.25)
_BUTTON_W = 7.6


def stepper_buttons(box: Box) -> tuple[Box, Box]:
    """The − and + of a stepper."""
    return Box(box.x, box.y, _BUTTON_W, box.h), Box(box.right - _BUTTON_W, box.y, _BUTTON_W, box.h)


def draw_stepper(canvas: Canvas, box: Box, words: str, *, is_chosen: bool, is_focused: bool) -> None:
    """A number between − and +. `is_chosen`: it was set by hand, the other follows from it."""
    theme = canvas.theme
    field(canvas, box, radius=1.6)
    fewer, more = stepper_buttons(box)
    icon(canvas, "minus", fewer.center_x, fewer.center_y, 3.6, theme.field_ink)
    icon(canvas, "plus", more.center_x, more.center_y, 3.6, theme.field_ink)
    line = theme.field_line
    canvas.vline(fewer.right, box.y + 1.4, box.h - 2.8, 0.14, line)
    canvas.vline(more.x, box.y + 1.4, box.h - 2.8, 0.14, line)
    style = TextStyle(Face.BOLD if is_chosen else Face.REGULAR, 3.2, 1.22, theme.field_ink)
    room = more.x - fewer.right - 1.2
    canvas.shrunk(words, box.center_x, box.center_y - style.line_vh / 2, style, room, align="center")
    if is_focused:
        focus_ring(canvas, box, 1.6)


def draw_labels(canvas: Canvas, layout: SetupLayout, _: Translator, about_theme: Sequence[str]) -> None:
    """What each row is about; the themes' label says what the focused theme's weight means."""
    style = _LABEL.colored(canvas.theme.ink)
    second = SMALL.colored(canvas.theme.second_ink)
    for row, box in layout.labels.items():
        words = _(LABELS[row])
        if layout.is_stacked:
            drawn = canvas.text(words, box.x, box.y, style.sized(3.0), max_width_vh=box.w)
            if row == "themes" and about_theme:
                left, said = drawn.right + 2.0, ": ".join(about_theme)
                canvas.text(said, left, box.y - 0.1, second, max_width_vh=box.right - left)
        elif row == "themes":
            _draw_themes_label(canvas, Box(box.x, box.y, box.w - 1.0, box.h), words, about_theme)
        else:
            canvas.text(words, box.x, box.center_y - style.line_vh / 2, style, max_width_vh=box.w)


def _draw_themes_label(canvas: Canvas, box: Box, words: str, about_theme: Sequence[str]) -> None:
    """The label, and under it at most three lines about the theme; it stands higher over three."""
    style, second = _LABEL.colored(canvas.theme.ink), SMALL.colored(canvas.theme.second_ink)
    blocks, left = [], 3
    for index, said in enumerate(about_theme):
        lines = left - (len(about_theme) - 1 - index)
        blocks.append(canvas.layout(said, second, box.w, max_lines=min(2, lines)))
        left -= len(blocks[-1].lines)
    y = box.y - (2.6 if left <= 0 else 0.0)
    canvas.text(words, box.x, y, style, max_width_vh=box.w)
    y += style.line_vh
    for block in blocks:
        canvas.block(block, Box(box.x, y, box.w, block.height_vh))
        y += block.height_vh


def draw_themes(
    canvas: Canvas, deck: DeckChoice, weights: list[int], room: Box, at: int, *, is_focused: bool
) -> None:
    """A disc a theme with three half-discs under it; a theme left out is a dashed circle."""
    places = theme_places(room, len(deck.themes), at)
    for index, box in places.items():
        _key, _name, color_name, icon_name = deck.themes[index]
        _draw_theme(canvas, box, color_name, icon_name, weights[index])
    if is_focused and at in places:
        focus_ring(canvas, places[at].inset(0.1, -0.2), 1.9)
    middle = room.y + room.h * 0.38
    ink = canvas.theme.second_ink
    if places and min(places) > 0:
        icon(canvas, "left", room.x - 1.6, middle, 2.6, ink)
    if places and max(places) < len(deck.themes) - 1:
        icon(canvas, "right", room.right + 1.6, middle, 2.6, ink)


def _draw_theme(canvas: Canvas, box: Box, color_name: str, icon_name: str, weight: int) -> None:
    theme = canvas.theme
    ink = theme.color_named(color_name)
    r = min(3.7, box.w * 0.42, box.h * 0.325)
    cy = box.y + r + 0.3
    if weight > 0:
        disc(canvas, box.center_x, cy, r, ink.color)
        icon(canvas, icon_name, box.center_x, cy, r * 1.15, ink.icon)
    else:
        dashed_circle(canvas, box.center_x, cy, r, 0.25, theme.second_ink)
        icon(canvas, icon_name, box.center_x, cy, r * 1.15, theme.second_ink)
    small = min(1.2, box.w / 7.6)
    base = box.bottom - 0.6
    for step in range(MAX_WEIGHT):
        x = box.center_x + (step - 1) * (2 * small + 0.15)
        if step < weight:
            half_disc(canvas, x, base, small, theme.ink, "bottom")
        else:
            half_ring(canvas, x, base, small, 0.28, theme.second_ink)


def draw_sum(canvas: Canvas, box: Box, total: SetupSum, seats: int, _: Translator) -> None:
    """The slip that says what the choices come to, and whether everyone leads a card."""
    theme = canvas.theme
    slip(canvas, box, radius=2.2, shadow=Shadow.RESTING)
    x, width = box.x + 4.0, box.w - 8.0
    heading = PANEL_HEADING.sized(4.9).colored(theme.slip_ink)
    canvas.shrunk(_("Så blir det"), x, box.y + 3.4, heading, width)
    rows = _sum_rows(total, _)
    pitch = min(6.9, (box.h - (23.0 if total.everyone_leads else 26.0)) / len(rows))
    y = box.y + 11.0
    for label, value, short in rows:
        bold = _ROW_BOLD.colored(theme.slip_ink)
        middle = y + (pitch - bold.line_vh) / 2
        ink = canvas.text(label, x, middle, bold, max_width_vh=width)
        plain = _ROW_PLAIN.colored(theme.slip_ink)
        room = max(4.0, x + width - ink.right - 1.6)
        fitting = value if canvas.width(value, plain.sized(3.0)) <= room else short
        canvas.shrunk(fitting, x + width, middle, plain, room, align="right")
        y += pitch
        canvas.hline(x, y, width, 0.14, theme.slip_edge)
    words = _leads(total, seats, _)
    room_box = Box(x, y + 1.2, width, box.bottom - y - 2.4)
    is_short = not total.everyone_leads
    if is_short:
        icon(canvas, "hand", x + 1.9, room_box.y + 2.2, 3.8, theme.slip_ink)
        room_box = Box(x + 5.2, room_box.y, width - 5.2, room_box.h)
    style = TextStyle(Face.SEMIBOLD, 3.2, 1.22, theme.slip_ink)
    canvas.fit_text(words, room_box, style, 3.0, 3.2)


def _leads(total: SetupSum, seats: int, _: Translator) -> str:
    if total.everyone_leads:
        return _("Alla hinner leda ett kort.")
    cards = _.plural("{n} kort", "{n} kort", total.cards)
    places = _.plural("{n} plats", "{n} platser", seats)
    return _("Alla hinner inte leda ett kort: {cards}, {places}.", cards=cards, places=places)


def _sum_rows(total: SetupSum, _: Translator) -> list[tuple[str, str, str]]:
    """Label, value, and a shorter value for a slim slip."""
    time = minutes(total.minutes, _)
    rows = [
        (_.plural("{n} kort", "{n} kort", total.cards), time, duration(total.minutes * 60, _)),
        (_("Läs"), _("högt"), _("högt")),
    ]
    for phase, seconds in total.rows:
        name = _(PHASE_NAMES[phase]) if phase in PHASE_NAMES else phase
        short = value = duration(seconds, _)
        if phase == "round":
            value = _("{time} var", time=value)
        if phase == "closing":
            rows.append((_("Ta med"), _("en rad"), _("en rad")))
            value = _("{time} på slutet", time=value)
        rows.append((name, value, short))
    return rows


def minutes(count: int, _: Translator) -> str:
    """Minutes in words."""
    return _.plural("{n} minut", "{n} minuter", count)


def duration(seconds: int, _: Translator) -> str:
    """A phase's time: seconds up to a minute and a half, else minutes."""
    if seconds <= 90:
        return _("{n} s", n=seconds)
    return _("{n} min", n=max(1, round(seconds / 60)))
