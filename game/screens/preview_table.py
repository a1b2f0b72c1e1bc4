"""A card of a preview on the table, drawn by the same panels as in play, without people or time."""

from __future__ import annotations

from dataclasses import replace

from game.core.views import TableView
from game.i18n import LANGUAGES, translator
from game.screens.base import ClockView, DeckChoice, Preparation, Scene
from game.screens.phases.card import CardReading, back_index
from game.screens.phases.panel import Panel
from game.screens.preview_source import Face, PreviewSource
from game.screens.table import PANELS
from game.ui.canvas import Canvas
from game.ui.cards import pile_peek
from game.ui.surfaces import table


def scene_of(scene: Scene, source: PreviewSource, view: TableView) -> Scene:
    """The scene that a room would be shown: the program's own words in the card's language too."""
    language = view.language if view.language in LANGUAGES else scene.look.language
    planned_s = None if view.turn is None else view.turn.planned_s
    choice = deck_choice(source, view.language)
    return replace(
        scene,
        _=translator(language),
        look=replace(scene.look, language=language, is_motion_reduced=True),
        view=view,
        clock=ClockView(0.0, planned_s),
        decks=(choice,),
        preparation=Preparation(deck=choice.id),
        picture=source.picture,
    )


def deck_choice(source: PreviewSource, language: str, faults: tuple[str, ...] = ()) -> DeckChoice:
    """The deck of a preview as other screens know decks. Its id is nobody else's."""
    return DeckChoice(
        id="preview",
        title=source.title(language),
        about="",
        cards=len(source.cards(language)),
        minutes=0,
        languages=source.languages,
        themes=(),
        folder="",
        left_out=0,
        refused="",
        faults=faults,
        back=source.back,
    )


class CardOnTable:
    """One face of one card, on a page of its text. It lives until another is shown."""

    def __init__(
        self, source: PreviewSource, language: str, index: int, face: Face, *, page: int = 0
    ) -> None:
        self.view = source.cards(language).view(index, face)
        self._source = source
        assert self.view.turn is not None, "a card is shown in a turn"
        self.reading = CardReading()
        self.panel: Panel = PANELS[self.view.turn.phase](self.reading)
        self.has_easy = False
        self._page: int | None = page

    def take_up(self, scene: Scene, *, is_easy: bool) -> Scene:
        """The scene to draw the card in, its plain-language text shown where there is one."""
        shown = scene_of(scene, self._source, self.view)
        self.reading.follow(shown)
        self.has_easy = self.reading.has_easy(shown)
        if self.has_easy and self.reading.is_easy(shown) != is_easy:
            self.reading.toggle_easy(shown)
        if self._page is not None:
            # A card that is taken up for the first time begins on its first page.
            self.reading.page, self._page = self._page, None
        self.panel.changed(shown)
        return shown


def draw_card_on_table(canvas: Canvas, scene: Scene, card: CardOnTable) -> None:
    """Draw the table with the card and what belongs to its face; the band is the caller's."""
    worded = replace(canvas, language=scene.look.language)
    table(worded)
    left = scene.table.pile.cards_left
    if card.panel.has_pile and left > 0:
        pile_peek(worded, left, worded.theme.back_color(back_index(scene)))
    card.panel.draw_under(worded, scene)
    card.panel.draw_card(worded, scene)
    card.panel.draw_over(worded, scene)
