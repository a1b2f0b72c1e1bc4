"""The card of a turn on the table: which face it shows, on which page, with or without its picture.

It turns a `CardView` into the plain strings of `game.ui.cards` and keeps what is only of the screen:
the page, and whether the plain-language text is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pygame
from pygame import Surface

from game.core.cards import Kind
from game.core.views import CardView
from game.i18n import N_, Translator
from game.screens.base import TOGETHER, Scene
from game.ui.caching import SurfaceStore
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, CardMeasures, Place, card_front, card_pages, card_place, card_rects
from game.ui.shadows import Shadow
from game.ui.stage import Box, Stage
from game.ui.text import CARD_TITLE
from game.ui.theme import THEMES

KINDS = {
    Kind.SITUATION: N_("Situation"),
    Kind.QUESTION: N_("Fråga"),
    Kind.STATEMENT: N_("Påstående"),
    Kind.DILEMMA: N_("Dilemma"),
    Kind.FACT: N_("Fakta"),
    Kind.OWN: N_("Egen"),
}
LANGUAGES = {"sv": N_("på svenska"), "en": N_("på engelska")}
TITLE_SHARES = (1.0, 0.9, 0.8, 0.72)
TITLE_LEAST_VH = 4.8
"""As `CardMeasures.title_vh`, from which `game.ui.cards` may still take 1.6."""
PAGED_VH = (3.9, 3.6, 3.3, 3.0)
WIDEST = Box(6.2, 3.2, 162.6, 76.2)
"""How far a card may reach when its text is to be larger."""
LEAST_LEFT_VH, LEAST_RIGHT_VH = 10.6, 3.6
"""Margins that leave the thumb index and the echo alone."""
PICTURE_SHARES = (0.5, 0.42, 0.34)
"""How much of the card's content a picture may take across; the largest beside which the text fits."""
PICTURE_TEXT_VH = 4.5
"""A picture gives way when the text beside it would get smaller than this."""

_PICTURES = SurfaceStore(12_000_000)


@dataclass(frozen=True)
class Spot:
    """Where the card lies and how it is laid out there."""

    box: Box
    measures: CardMeasures


def spot_for(stage: Stage, place: Place, scene: Scene) -> Spot:
    """The place of a phase, with the text size that people chose."""
    box, measures = card_place(stage, place)
    text_scale = scene.look.text_scale
    if text_scale > 1.0 and not stage.is_narrow:
        box = WIDEST if place == "read" else Box(box.x, WIDEST.y, box.w, WIDEST.h)
    return Spot(box, enlarged(measures, text_scale))


def enlarged(measures: CardMeasures, text_scale: float) -> CardMeasures:
    """The same layout for larger text: the largest size grows, and the margins give way to it."""
    if text_scale <= 1.0:
        return measures
    grown = text_scale - 1.0
    return replace(
        measures,
        text_max=measures.text_max * text_scale,
        margin_left=max(min(measures.margin_left, LEAST_LEFT_VH), measures.margin_left - 20 * grown),
        margin_right=max(min(measures.margin_right, LEAST_RIGHT_VH), measures.margin_right - 10 * grown),
        padding_top=measures.padding_top - 5 * grown,
        gap=measures.gap - 2 * grown,
    )


class CardReading:
    """How far the card of a turn is read, and in which words; a new card starts anew."""

    def __init__(self) -> None:
        self.page = 0
        self._is_easy = False
        self._card: tuple[int, str, str] | None = None

    def follow(self, scene: Scene) -> None:
        """Start anew when another card lies on the table."""
        turn = scene.table.turn
        card = turn.card if turn is not None else None
        key = None if turn is None or card is None else (turn.number, card.title, card.text)
        if key != self._card:
            self._card = key
            self.page = 0
            self._is_easy = False

    def has_easy(self, scene: Scene) -> bool:
        """Whether there is a plain-language text to show."""
        turn = scene.table.turn
        return turn is not None and turn.card is not None and bool(turn.card.easy)

    def is_easy(self, scene: Scene) -> bool:
        """Whether the plain-language text is shown."""
        return self._is_easy and self.has_easy(scene)

    def toggle_easy(self, scene: Scene) -> None:
        """Change between the card's own words and plain language."""
        if self.has_easy(scene):
            self._is_easy = not self._is_easy
            self.page = 0


def face_of(card: CardView, _: Translator, *, is_easy: bool = False) -> CardFace:
    """What stands on the card."""
    about = [card.theme_name]
    if card.written_by:
        about = [_("skriven av {name}", name=card.written_by)]
    if card.is_other_language:
        words = LANGUAGES.get(card.language)
        about.insert(0, _(words) if words else card.language)
    if is_easy:
        about.insert(0, _("lättläst"))
    return CardFace(
        _(KINDS[card.kind]),
        " · ".join(part for part in about if part),
        card.title,
        card.easy if is_easy and card.easy else card.text,
        card.theme_color,
        card.theme_icon or ("hand" if card.kind is Kind.OWN else "speech"),
    )


def page_count(scene: Scene, stage: Stage, spot: Spot, reading: CardReading) -> int:
    """How many pages the card's text takes in that spot."""
    turn = scene.table.turn
    if turn is None or turn.card is None:
        return 1
    card = turn.card
    blank = Canvas(Surface((1, 1)), stage, THEMES["light"], card.language)
    face = _face(scene, card, reading)
    return len(card_pages(blank, spot.box, fitted(blank, spot, face), face))


def fitted(canvas: Canvas, spot: Spot, face: CardFace) -> CardMeasures:
    """The spot's layout with a title that is never cut, and that gives way to a text which then fits.

    A text that needs pages all the same gets the largest size that takes no more of them.
    """
    measures = spot.measures
    width = spot.box.w - measures.margin_left - measures.margin_right
    sizes = [round(measures.title_vh * share, 2) for share in TITLE_SHARES]
    sizes = [size for size in sizes if size >= TITLE_LEAST_VH] or sizes[:1]
    whole = [size for size in sizes if not _is_title_cut(canvas, face.title, size, width)] or sizes[-1:]
    for size in whole if face.title else whole[:1]:
        smaller = replace(measures, title_vh=size)
        if len(card_pages(canvas, spot.box, smaller, face)) == 1:
            return smaller
    best = replace(measures, title_vh=whole[0])
    pages = len(card_pages(canvas, spot.box, best, face))
    for text_min in PAGED_VH:
        larger = replace(best, text_min=max(best.text_min, text_min))
        if len(card_pages(canvas, spot.box, larger, face)) <= pages:
            return larger
    return best


def _is_title_cut(canvas: Canvas, title: str, size: float, width: float) -> bool:
    """Whether the title is too long for the most that `game.ui.cards` gives it: three small lines."""
    least = CARD_TITLE.sized(size - 1.6)
    return canvas.layout(title, least, width, balance=True, max_lines=3).is_cut


def page_corner(spot: Spot) -> Box:
    """Where the page number stands; a press there turns the page."""
    kind = card_rects(spot.box, spot.measures).kind
    return Box(kind.right - 9, kind.y - 3, 12, 9)


def _face(scene: Scene, card: CardView, reading: CardReading) -> CardFace:
    return face_of(card, scene._, is_easy=reading.is_easy(scene))


def draw_card(
    canvas: Canvas,
    scene: Scene,
    spot: Spot,
    reading: CardReading,
    *,
    shadow: Shadow = Shadow.RESTING,
) -> None:
    """Draw the turn's card in its spot, on its page, its picture beside the text when that fits."""
    turn = scene.table.turn
    if turn is None or turn.card is None:
        return
    card = turn.card
    face = _face(scene, card, reading)
    worded = replace(canvas, language=card.language)
    spot = Spot(spot.box, fitted(worded, spot, face))
    picture = scene.picture(card.deck_id, card.image) if card.image else None
    beside = _beside(worded, spot, face, picture) if picture is not None else None
    if picture is None or beside is None:
        card_front(worded, spot.box, spot.measures, face, page=reading.page, shadow=shadow)
        return
    measures, room = beside
    card_front(worded, spot.box, measures, face, shadow=shadow)
    _draw_picture(canvas, picture, room, (card.deck_id, card.image))


def _beside(canvas: Canvas, spot: Spot, face: CardFace, picture: Surface) -> tuple[CardMeasures, Box] | None:
    """The layout with the picture at the right, and its room; None when the text has the card alone."""
    content = card_rects(spot.box, spot.measures).content
    height = content.h - 4
    ratio = picture.get_width() / max(1, picture.get_height())
    for share in PICTURE_SHARES:
        width = min(content.w * share, height * ratio)
        measures = replace(spot.measures, margin_right=spot.measures.margin_right + width + 3.0)
        pages = card_pages(canvas, spot.box, measures, face)
        if len(pages) == 1 and pages[0].style.size_vh >= PICTURE_TEXT_VH:
            shown = min(height, width / ratio)
            top = content.y + 2 + (height - shown) / 2
            return measures, Box(content.right - width, top, width, shown)
    return None


def _draw_picture(canvas: Canvas, picture: Surface, room: Box, name: tuple[str, str | None]) -> None:
    rect = canvas.stage.box_rect(room)
    if rect.w < 1 or rect.h < 1:
        return

    def make() -> Surface:
        source = picture if picture.get_bitsize() >= 24 else picture.convert_alpha()
        shown = pygame.transform.smoothscale(source, rect.size)
        rounded = Surface(rect.size, pygame.SRCALPHA, 32)
        radius = min(canvas.stage.px(1.4), rect.w // 2, rect.h // 2)
        pygame.draw.rect(rounded, (255, 255, 255), rounded.get_rect(), border_radius=radius)
        rounded.blit(shown, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return rounded

    canvas.surface.blit(_PICTURES.get((*name, rect.size), make), rect.topleft)


def back_index(scene: Scene) -> int:
    """Which back the cards have: that of the deck that is played, or of the first of several."""
    first = scene.preparation.deck.split(TOGETHER)[0]
    chosen = next((deck for deck in scene.decks if deck.id == first), None)
    titles = scene.table.deck_titles
    if chosen is None or chosen.title not in titles:
        chosen = next((deck for deck in scene.decks if deck.title in titles), chosen)
    return 0 if chosen is None else chosen.back
