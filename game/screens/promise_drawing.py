"""Draws the promise form: three fields, who asks, and whether it is for the group."""

from __future__ import annotations

import pygame

from game.i18n import N_
from game.screens.base import Scene
from game.screens.foot import Foot, Hint
from game.screens.promise_form import FIELD_VH, PromiseForm
from game.screens.promise_places import FIELDS, FormPlaces, form_places
from game.screens.promise_words import title_of
from game.ui.band import screen_title
from game.ui.canvas import Canvas
from game.ui.focus import focus_ring
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, slip, table
from game.ui.text import BODY, PHASE_TITLE, SCREEN_TITLE, TextStyle
from game.ui.theme import Color
from game.ui.widgets import draw_choice

LABELS = {"when": N_("När"), "will": N_("ska jag"), "by": N_("senast")}
TABLE_LABELS = {**LABELS, "will": N_("ska vi")}
PLACEHOLDERS = {
    "when": N_("det här händer"),
    "will": N_("göra något nytt"),
    "by": N_("till exempel fredag före lunch"),
}
NO_NAMES = N_("Inga namn på patienter, kunder eller kollegor.")
MOST_CHIPS = 9
_LABEL = TextStyle(Face.BOLD, 4.2, 1.2)
_QUESTION = TextStyle(Face.BOLD, 3.7, 1.22)
_HINT = TextStyle(Face.REGULAR, 3.0, 1.3)
_NUMBER = TextStyle(Face.BOLD, 3.2, 1.2)


def chip_boxes(scene: Scene, form: PromiseForm, stage: Stage) -> dict[int, Box]:
    """The numbers of a table's promises at the top right, the last one for a new promise."""
    if form.closing(scene).people == 1:
        return {}
    count = min(MOST_CHIPS, len(form.promises(scene)) + 1)
    first = stage.content.right - count * 7.2 + 1.2
    return {i: Box(first + i * 7.2, 4.4, 6.0, 6.0) for i in range(count)}


def draw_form(canvas: Canvas, scene: Scene, form: PromiseForm, focus: str | None) -> None:
    """The whole screen; `focus` is what Tab stands on, when it is to be seen."""
    places = form_places(canvas.stage)
    table(canvas)
    _title(canvas, scene, form)
    panel(canvas, places.sheet)
    if form.is_private(scene):
        _envelope(canvas, scene, places, is_table=form.closing(scene).people > 1)
    else:
        _fields(canvas, scene, form, places, focus)
    slip(canvas, places.slip)
    _asks(canvas, scene, form, places, focus)
    _aloud(canvas, scene, form, places, focus)
    note = _HINT.faced(Face.MEDIUM).colored(canvas.theme.table_ink)
    canvas.text(scene._(NO_NAMES), places.note.x, places.note.y, note, max_width_vh=places.note.w)


def _title(canvas: Canvas, scene: Scene, form: PromiseForm) -> None:
    _, closing = scene._, form.closing(scene)
    if closing.people == 1:
        title = title_of(closing.seat_name, _)
        remark = _("Något nytt, som du inte har gjort förut")
        if canvas.stage.width_vh < 150:
            remark = _("Något nytt")
        least = canvas.width(title, SCREEN_TITLE.sized(5.2)) + canvas.width(remark, BODY) + 4.0
        screen_title(canvas, title, remark if least <= canvas.stage.content.w else "")
        return
    chips = chip_boxes(scene, form, canvas.stage)
    room = chips[0].x - 8 - 3
    style = PHASE_TITLE.sized(6.4).colored(canvas.theme.table_ink)
    canvas.shrunk(title_of(closing.seat_name, _, is_plural=True), 8, 3.6, style, room, 4.0)
    made = len(form.promises(scene))
    for index, box in chips.items():
        is_shown = index == form.index
        theme = canvas.theme
        fill, ink = (theme.chosen, theme.chosen_ink) if is_shown else (theme.paper, theme.ink)
        edge = theme.chosen_ink if is_shown else theme.paper_edge
        rounded(canvas, box, 1.4, fill, line=0.3 if theme.is_contrast else 0.14, line_color=edge)
        if index < made:
            y = box.center_y - _NUMBER.line_vh / 2
            canvas.text(str(index + 1), box.center_x, y, _NUMBER.colored(ink), align="center")
        else:
            icon(canvas, "plus", box.center_x, box.center_y, 3.0, ink)


def _fields(canvas: Canvas, scene: Scene, form: PromiseForm, places: FormPlaces, focus: str | None) -> None:
    labels = LABELS if form.closing(scene).people == 1 else TABLE_LABELS
    for name in FIELDS:
        box, field = places.fields[name], form.fields[name]
        field.box, field.size_vh = box, FIELD_VH * max(1.0, scene.look.text_scale)
        field.placeholder = scene._(PLACEHOLDERS[name])
        style = _LABEL
        y = box.center_y - style.line_vh / 2
        canvas.shrunk(scene._(labels[name]), places.label_x, y, style, places.label_w, 3.0)
        field.draw(canvas, is_focused=focus == name and form.open_field is None)


def _envelope(canvas: Canvas, scene: Scene, places: FormPlaces, *, is_table: bool) -> None:
    """A closed envelope in place of the fields: there is a promise, and nothing is written down."""
    sheet = places.sheet.inset(6, 5)
    slip(canvas, sheet)
    draw_flap(canvas, Box(sheet.x, sheet.y, sheet.w, sheet.h * 0.42), canvas.theme.slip_edge)
    ink = canvas.theme.slip_ink
    icon(canvas, "lock", sheet.center_x, sheet.y + sheet.h * 0.52, 6.0, ink)
    _ = scene._
    words = _("Löftet stannar hos dig. Ingenting skrivs ner.")
    if is_table:
        words = _("Löftet stannar hos er. Ingenting skrivs ner.")
    room = Box(sheet.x + 4, sheet.y + sheet.h * 0.62, sheet.w - 8, sheet.h * 0.3)
    canvas.fit_text(words, room, BODY.colored(ink), 3.0, 4.2, align="center", valign="middle", balance=True)


def draw_flap(canvas: Canvas, box: Box, color: Color) -> None:
    """The two edges of an envelope's flap, from the box's upper corners to the middle of its lower edge."""
    stage = canvas.stage
    points = [
        (stage.x_px(box.x + 0.6), stage.y_px(box.y + 0.3)),
        (stage.x_px(box.center_x), stage.y_px(box.bottom)),
        (stage.x_px(box.right - 0.6), stage.y_px(box.y + 0.3)),
    ]
    width = stage.line_px(0.3)
    pygame.draw.aaline(canvas.surface, color, points[0], points[1], width)
    pygame.draw.aaline(canvas.surface, color, points[1], points[2], width)


def _asks(canvas: Canvas, scene: Scene, form: PromiseForm, places: FormPlaces, focus: str | None) -> None:
    _, theme = scene._, canvas.theme
    question = _QUESTION.colored(theme.slip_ink)
    heading = places.asks_heading
    is_table = form.closing(scene).people > 1
    asked = _("Vem frågar er hur det gick?") if is_table else _("Vem frågar dig hur det gick?")
    canvas.fit_text(asked, heading, question, 3.0, 3.7, balance=True)
    name = form.asker_name(scene)
    is_private = form.is_private(scene)
    is_chosen = name != ""
    label = name or (_("Ingen särskild") if len(form.askers(scene)) > 1 else _("Du frågar dig själv"))
    draw_choice(canvas, places.asks, label, is_chosen=is_chosen, is_focused=focus == "asks", size_vh=3.4)
    if not is_private:
        _asks_arrows(canvas, scene, places, focus)
    if places.rule.w > places.rule.h:
        canvas.hline(places.rule.x, places.rule.y, places.rule.w, 0.2, theme.slip_edge)
    else:
        canvas.vline(places.rule.x, places.rule.y, places.rule.h, 0.2, theme.slip_edge)


def _asks_arrows(canvas: Canvas, scene: Scene, places: FormPlaces, focus: str | None) -> None:
    """How somebody is chosen."""
    _, theme = scene._, canvas.theme
    for box, sign in ((places.asks_back, "left"), (places.asks_on, "right")):
        rounded(canvas, box, 1.4, None, line=0.22, line_color=theme.slip_second)
        icon(canvas, sign, box.center_x, box.center_y, 3.2, theme.slip_ink)
    hint = _("byter") if focus == "asks" else _("Tabb, sedan pilarna")
    room = _after_arrows(canvas, places.asks_hint, focus == "asks")
    canvas.fit_text(hint, room, _HINT.colored(theme.slip_ink), 3.0, 3.0, valign="middle")


def _after_arrows(canvas: Canvas, box: Box, has_arrows: bool) -> Box:
    if not has_arrows:
        return box
    for index, sign in enumerate(("left", "right")):
        icon(canvas, sign, box.x + 1.6 + index * 4.0, box.center_y, 2.8, canvas.theme.slip_ink)
    return Box(box.x + 8.6, box.y, box.w - 8.6, box.h)


def _aloud(canvas: Canvas, scene: Scene, form: PromiseForm, places: FormPlaces, focus: str | None) -> None:
    _ = scene._
    question = _QUESTION.colored(canvas.theme.slip_ink)
    is_table = form.closing(scene).people > 1
    asked = _("Vill ni läsa högt?") if is_table else _("Vill du läsa högt?")
    canvas.fit_text(asked, places.aloud_heading, question, 3.0, 3.7)
    is_private = form.is_private(scene)
    for name, label, is_chosen in (
        ("aloud", _("Ja, för gruppen"), not is_private),
        ("private", _("Nej, vi behåller det") if is_table else _("Nej, jag behåller det"), is_private),
    ):
        box = places.targets[name]
        draw_choice(canvas, box, label, is_chosen=is_chosen, size_vh=3.4)
    for name in ("aloud", "private"):
        if focus == name:
            focus_ring(canvas, places.targets[name], 1.6)


def draw_foot(canvas: Canvas, scene: Scene, form: PromiseForm, foot: Foot) -> None:
    """The keys, and the way on with what it means now."""
    _ = scene._
    is_table = form.closing(scene).people > 1
    is_open = form.open_field is not None
    if is_open:
        hints = [
            Hint((_("Tabb"),), _("nästa fält"), pygame.K_TAB),
            Hint(("Esc",), _("lämnar fältet"), pygame.K_ESCAPE),
        ]
        if is_table:
            hints.insert(0, Hint(("↵",), _("ett löfte till")))
    else:
        hints = [
            Hint(("T",), _("skriv"), pygame.K_t, "t"),
            Hint((_("Tabb"),), _("välj"), pygame.K_TAB),
            Hint(("←",), _("tillbaka"), pygame.K_PAGEUP),
        ]
        if form.recorded(scene) is not None:
            hints.append(Hint(("Delete",), _("tar bort"), pygame.K_DELETE))
    is_last = form.open_field is form.fields["by"]
    key = ("↵" if is_last and not is_table else "PageDown") if is_open else _("Mellanslag")
    foot.draw(canvas, hints, _way_on(scene, form), key)


def _way_on(scene: Scene, form: PromiseForm) -> str:
    _ = scene._
    if form.closing(scene).people > 1 and (form.promises(scene) or form.has_words):
        return _("Vi lovar")
    if form.is_private(scene):
        return _("Vidare")
    if not form.has_words:
        return _("Vi säger det högt") if form.closing(scene).people > 1 else _("Jag säger det högt")
    return _("Jag lovar")
