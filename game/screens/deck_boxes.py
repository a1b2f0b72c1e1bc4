"""The deck boxes of the welcome screen: where they stand, what is on them, and the badge of faults."""

from __future__ import annotations

from game.i18n import Translator
from game.screens.base import DeckChoice
from game.ui.canvas import Canvas
from game.ui.cards import deck_box
from game.ui.focus import focus_ring
from game.ui.fonts import Face
from game.ui.icons import icon
from game.ui.shadows import Shadow, disc_shadow
from game.ui.shapes import disc, rounded
from game.ui.stage import Box, Stage
from game.ui.surfaces import slip
from game.ui.text import SMALL_BOLD, TextStyle
from game.ui.theme import mix

BOX_W, BOX_H = 24.0, 38.0
LOW_BOX_H = 33.9
"""How high many boxes are, so that the words under them have room."""
LARGE = 1.25
"""How much larger the boxes are when there are few of them."""
TOP_VH = 19.6
LARGE_TOP_VH = 25.0
BARE_TOP_VH, STRIPES_VH = 20.8, 74.4
"""Between these the runner has no stripes."""
_LEAST_PITCH = 27.5
_ABOUT_GAP, _LEAST_ABOUT_W = 8.0, 56.0
MOST_ON_A_PAGE = 6
_TITLE = TextStyle(Face.BOLD, 3.3, 1.16)
_COUNT = TextStyle(Face.REGULAR, 3.0, 1.25)


def page_size(stage: Stage) -> int:
    """How many boxes stand side by side: six, or fewer on a narrow stage."""
    gap = _LEAST_PITCH - BOX_W
    return max(1, min(MOST_ON_A_PAGE, int((stage.content.w + gap) // _LEAST_PITCH)))


def _few_scale(stage: Stage, total: int) -> float | None:
    """How large few boxes are that leave room for words beside them; None when there are too many."""
    for scale in (LARGE, 1.0):
        used = (_LEAST_PITCH * (total - 1) + BOX_W) * scale
        if stage.content.w - used - _ABOUT_GAP >= _LEAST_ABOUT_W:
            return scale
    return None


def deck_places(stage: Stage, shown: int, chosen: int | None, total: int | None = None) -> list[Box]:
    """The places of the boxes on a page from the left; the chosen one stands higher.

    `total` counts the boxes on all pages; when it is left out there is one page.
    """
    x = stage.content.x
    scale = _few_scale(stage, total or shown)
    if scale is not None:
        pitch, top = _LEAST_PITCH * scale, LARGE_TOP_VH + (LARGE - scale) * BOX_H / 2
        size, raised = (BOX_W * scale, BOX_H * scale), 3.0
    else:
        count = page_size(stage)
        pitch = (stage.content.w - BOX_W) / (count - 1) if count > 1 else BOX_W
        top, size, raised = TOP_VH, (BOX_W, LOW_BOX_H), 2.8
    return [Box(x + pitch * index, top - raised if index == chosen else top, *size) for index in range(shown)]


def about_place(stage: Stage, total: int) -> tuple[Box, bool]:
    """Where the words about the chosen deck stand, and whether that is beside the boxes."""
    content = stage.content
    if _few_scale(stage, total) is None:
        top = TOP_VH + LOW_BOX_H + 1.1
        return Box(content.x, top, content.w, STRIPES_VH - top), False
    left = deck_places(stage, total, None)[-1].right + _ABOUT_GAP
    return Box(left, BARE_TOP_VH, content.right - left, STRIPES_VH - BARE_TOP_VH), True


def badge_place(box: Box) -> Box:
    """Where the badge of faults sits on a box."""
    return Box(box.right - 18.5, box.y - 2.4, 20.0, 5.6)


def sign_place(box: Box, deck: DeckChoice) -> Box:
    """Where the disc with a tick or a plus lies on a box, with some room around it for a finger."""
    cx = box.x + 1.6 if deck.faults else box.center_x
    return Box(cx - 4.2, box.y - 4.2, 8.4, 8.4)


def turner_places(stage: Stage) -> tuple[Box, Box]:
    """The discs in the margins that turn the page back and on."""
    y = TOP_VH + LOW_BOX_H / 2
    return Box(0.9, y - 3.1, 6.2, 6.2), Box(stage.content.right + 0.9, y - 3.1, 6.2, 6.2)


def draw_deck(
    canvas: Canvas, deck: DeckChoice, box: Box, _: Translator, *, is_chosen: bool, sign: str = ""
) -> None:
    """One box with its label; the chosen one with the ring, a refused one greyed.

    `sign` is `tick` on a deck that is played, `plus` on one that can be put with those.
    """
    theme = canvas.theme
    back = theme.back_color(deck.back)
    if deck.refused and not theme.is_contrast:
        back = mix(back, theme.colors["slate"].color if theme.name == "light" else theme.field, 0.8)
    label = deck_box(canvas, box, back, shadow=Shadow.LIFTED if is_chosen else Shadow.RESTING)
    if is_chosen:
        focus_ring(canvas, box, 1.8)
    _draw_label(canvas, deck, label, _)
    if sign and not deck.refused:
        place = sign_place(box, deck)
        _draw_sign(canvas, sign, place.center_x, place.center_y)
    if deck.faults:
        _draw_badge(canvas, badge_place(box), _.plural("{n} fel", "{n} fel", len(deck.faults)))


def _draw_label(canvas: Canvas, deck: DeckChoice, label: Box, _: Translator) -> None:
    theme, by = canvas.theme, max(1.0, label.w / (BOX_W - 3.8))
    room = label.inset(1.0, 0.7)
    count_style, title_style = _COUNT.sized(_COUNT.size_vh * by), _TITLE.sized(_TITLE.size_vh * by)
    if deck.refused:
        below, ink = _("går inte att spela"), theme.fault
    else:
        below, ink = _.plural("{n} kort", "{n} kort", deck.cards), theme.second_ink
    count = canvas.layout(below, count_style.colored(ink), room.w, max_lines=2)
    height = room.h - count.height_vh
    title = canvas.fit(deck.title, title_style, room.w, height, 3.0, title_style.size_vh, balance=True)
    if title is None:
        # Rather nearer the label's edges than cut.
        room = label.inset(0.5, 0.7)
        title = canvas.fit(deck.title, title_style, room.w, height, 3.0, title_style.size_vh, balance=True)
    if title is None:
        lines = max(1, int(height / (3.0 * _TITLE.leading)))
        title = canvas.layout(deck.title, _TITLE.sized(3.0), room.w, max_lines=lines)
    top = room.y + (room.h - title.height_vh - count.height_vh - 0.4) / 2
    canvas.block(title, Box(room.x, top, room.w, title.height_vh))
    canvas.block(count, Box(room.x, top + title.height_vh + 0.4, room.w, count.height_vh))


def _draw_sign(canvas: Canvas, sign: str, cx: float, cy: float) -> None:
    theme = canvas.theme
    is_tick = sign == "tick"
    if not is_tick:
        disc_shadow(canvas, cx, cy, 2.9, Shadow.SLIP)
    disc(canvas, cx, cy, 3.2 if is_tick else 2.9, theme.lit if is_tick else theme.paper)
    icon(canvas, sign, cx, cy, 3.8 if is_tick else 3.0, theme.lit_ink if is_tick else theme.ink)


def _draw_badge(canvas: Canvas, box: Box, words: str) -> None:
    theme = canvas.theme
    width = min(box.w, canvas.width(words, SMALL_BOLD) + 7.4)
    box = Box(box.right - width, box.y, width, box.h)
    rounded(canvas, box, box.h / 2, theme.paper, line=0.3, line_color=theme.fault)
    icon(canvas, "fault", box.x + 3.1, box.center_y - 0.1, 3.4, theme.fault, hole=theme.paper)
    style = SMALL_BOLD.colored(theme.fault)
    canvas.text(words, box.x + 5.3, box.center_y - style.line_vh / 2, style, max_width_vh=box.w - 6.4)


def draw_turner(canvas: Canvas, box: Box, direction: str) -> None:
    """A round page turner; `direction` is `left` or `right`."""
    theme = canvas.theme
    disc_shadow(canvas, box.center_x, box.center_y, box.w / 2, Shadow.SLIP)
    disc(canvas, box.center_x, box.center_y, box.w / 2, theme.paper)
    icon(canvas, direction, box.center_x, box.center_y, 3.6, theme.ink)


def draw_empty(canvas: Canvas, _: Translator) -> None:
    """What is shown when no deck was found: where they are looked for, and what to do."""
    stage = canvas.stage
    box = Box(stage.content.x, 21.0, stage.content.w, 50.0)
    slip(canvas, box, radius=2.2, shadow=Shadow.RESTING)
    ink = canvas.theme.slip_ink
    heading = TextStyle(Face.SERIF, 5.2, 1.1, ink)
    canvas.text(_("Här finns inga lekar än"), box.x + 6, box.y + 5.4, heading, max_width_vh=box.w - 12)
    words = _(
        "Spelet letar efter lekar på två ställen: i mappen cards bredvid programmet, och i din egen mapp "
        "för lekar.\n\nTryck O: där kan du göra en lek, hämta kort från Excel och öppna din egen mapp. "
        "Eller släpp en lek, en fil som slutar på .yaml, här på fönstret."
    )
    room = Box(box.x + 6, box.y + 14.0, box.w - 12, box.h - 17.5)
    canvas.fit_text(words, room, TextStyle(Face.REGULAR, 4.1, 1.35, ink), 3.2, 4.1)
