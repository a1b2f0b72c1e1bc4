"""Leafing through a deck as the room will see it: for the one who makes the deck, at the table or alone.

Every card is drawn as in play. Around it stand where one is, the keys, and what is wrong with the deck;
the note, which no room sees, comes when it is asked for. Nothing is decided here and nothing is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame

from game.i18n import Translator
from game.screens.base import Answer, DeckChoice, Intent, Pop, Push, Scene, Screen
from game.screens.faults import FaultsScreen
from game.screens.foot import Hint, help_hint
from game.screens.keys import Key, is_shifted, key_of
from game.screens.phases.read import CardPanel
from game.screens.preview_empty import draw_empty
from game.screens.preview_foot import PreviewFoot, draw_strip
from game.screens.preview_help import PreviewHelp
from game.screens.preview_keys import next_of, preview_hints, space_does
from game.screens.preview_note import draw_note, note_pages
from game.screens.preview_source import CardSet, Face, PreviewSource
from game.screens.preview_table import CardOnTable, deck_choice, draw_card_on_table
from game.ui.canvas import Canvas
from game.ui.focus import press
from game.ui.stage import BAND_TOP_VH, Box, Stage
from game.ui.surfaces import table

__all__ = ["Face", "NextSize", "PreviewFaults", "PreviewScreen", "PreviewSource"]

_MOST_DIGITS = 5


@dataclass(frozen=True, slots=True)
class NextSize(Intent):
    """Draw in the next of the sizes that rooms have, or (-1) in the one before."""

    by: int


class PreviewFaults(FaultsScreen):
    """What is wrong with the deck, as it is now, while its files are edited."""

    def __init__(self, source: PreviewSource, scene: Scene) -> None:
        self._source = source
        super().__init__(self.fresh(scene))

    def fresh(self, scene: Scene) -> DeckChoice:
        """The deck of the preview, which is on no list."""
        self._source.refresh()
        return deck_choice(self._source, scene.look.language, self._source.faults(scene._))


class PreviewScreen(Screen):
    """The cards of a deck, one at a time. With a `place`, what is said of the size that is drawn, there
    are other sizes to ask for.
    """

    is_modal = True

    def __init__(self, source: PreviewSource, *, place: str = "") -> None:
        self._source = source
        self.place = place
        self._language = ""
        self._card_id = ""
        self._index = 0
        self._face = Face.FRONT
        self._is_easy = False
        self._note_page: int | None = None
        self._typed = ""
        self._on_table: CardOnTable | None = None
        self._foot = PreviewFoot()
        self._strip: Box | None = None

    # --- where one is

    @property
    def card_id(self) -> str:
        """The id of the card that is shown; empty when there is none."""
        return self._card_id

    @property
    def face(self) -> Face:
        """The face that is shown."""
        return self._face

    @property
    def language(self) -> str:
        """The language that the cards are shown in."""
        return self._language

    def where(self, _: Translator) -> str:
        """Which card of how many, in words."""
        if self._on_table is None:
            return _("Inga kort")
        return _("Kort {n} av {of}", n=self._index + 1, of=len(self._cards()))

    def _cards(self) -> CardSet:
        return self._source.cards(self._language)

    def shown(self, scene: Scene) -> None:
        """Take up what has changed in the files; the card that is shown stays, wherever it has gone."""
        self._source.refresh()
        languages = self._source.languages
        if self._language not in languages:
            wanted = scene.look.language
            self._language = wanted if wanted in languages else next(iter(languages), wanted)
        self._show_anew()

    def _show_anew(self) -> None:
        """The same card and face as the files, or another language, have them."""
        kept = self._cards().index_of(self._card_id)
        self._show(self._index if kept is None else kept, self._face)

    def _show(self, index: int, face: Face = Face.FRONT) -> None:
        """Show a face of a card, or the nearest that there is."""
        cards = self._cards()
        if not cards:
            self._on_table, self._card_id, self._note_page = None, "", None
            return
        index = max(0, min(index, len(cards) - 1))
        card_id = cards.card_id(index)
        face = face if face in cards.faces(index) else Face.FRONT
        page = 0
        if (card_id, face) == (self._card_id, self._face) and self._on_table is not None:
            page = self._on_table.reading.page
        elif card_id != self._card_id:
            self._note_page = None if self._note_page is None else 0
        self._index, self._card_id, self._face = index, card_id, face
        self._on_table = CardOnTable(self._source, self._language, index, face, page=page)

    # --- input

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Keys, the wheel, and clicks on the band, the strip and the card."""
        at = press(event, stage)
        if at is not None or event.type == pygame.MOUSEWHEEL:
            self._typed = ""
        if event.type == pygame.MOUSEWHEEL and event.y:
            self._show(self._index + (-1 if event.y > 0 else 1))
            return ()
        if at is not None:
            pressed = self._foot.pressed(event, stage)
            if pressed is None:
                return self._pressed(event, at, scene, stage)
            event = pressed
        return self._key(event, scene, stage) if event.type == pygame.KEYDOWN else ()

    def _pressed(
        self, event: pygame.Event, at: tuple[float, float], scene: Scene, stage: Stage
    ) -> Sequence[Answer]:
        """A press on the table: the strip tells more, the card's corner turns its page, all else turns on."""
        if self._strip is not None and self._strip.contains(*at):
            return self._faults(scene)
        if at[1] >= BAND_TOP_VH or self._on_table is None:
            return ()
        card = self._on_table
        shown = card.take_up(scene, is_easy=self._is_easy)
        if (
            isinstance(card.panel, CardPanel)
            and CardPanel.handle(card.panel, event, shown, stage) is not None
        ):
            return ()
        self._turn(scene, stage)
        return ()

    def _key(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        if event.unicode.isdecimal() and event.unicode.isascii():
            self._typed = (self._typed + event.unicode)[:_MOST_DIGITS]
            return ()
        typed, self._typed = self._typed, ""
        match event.key:
            case pygame.K_RETURN | pygame.K_KP_ENTER:
                self._show(int(typed) - 1 if typed else self._index, Face.FRONT if typed else self._face)
                return ()
            case pygame.K_BACKSPACE:
                self._typed = typed[:-1]
                return ()
            case pygame.K_HOME:
                self._show(0)
                return ()
            case pygame.K_END:
                self._show(len(self._cards()) - 1)
                return ()
            case pygame.K_f:
                return self._faults(scene)
            case pygame.K_n:
                self._note_page = 0 if self._note_page is None and self._note() else None
                return ()
            case pygame.K_s if self.place:
                return (NextSize(-1 if is_shifted(event) else 1),)
            case pygame.K_SPACE:
                self._turn(scene, stage)
                return ()
            case pygame.K_TAB:
                self._turn_page(1, scene, stage)
                return ()
        match key_of(event):
            case Key.PAUSE if typed:
                return ()
            case Key.PAUSE if self._note_page is not None:
                self._note_page = None
            case Key.PAUSE:
                return (Pop(),)
            case Key.NEXT:
                self._show(self._index + 1)
            case Key.BACK:
                self._show(self._index - 1)
            case Key.DOWN:
                self._turn_page(1, scene, stage)
            case Key.UP:
                self._turn_page(-1, scene, stage)
            case Key.HELP:
                return (Push(PreviewHelp()),)
            case Key.EASY:
                self._is_easy = not self._is_easy
            case Key.LANGUAGE:
                self._next_language()
        return ()

    def _faults(self, scene: Scene) -> Sequence[Answer]:
        if not self._source.faults(scene._):
            return ()
        return (Push(PreviewFaults(self._source, scene)),)

    def _next_language(self) -> None:
        languages = self._source.languages
        if len(languages) > 1:
            self._language = next_of(languages, self._language)
            self._show_anew()

    def _turn(self, scene: Scene, stage: Stage) -> None:
        """What comes next of the card: its next page, its next face or its front; else the next card."""
        if self._on_table is None:
            return
        if self._has_next_page(scene, stage):
            self._on_table.reading.page += 1
            return
        self._on_table.reading.page = 0
        faces = self._cards().faces(self._index)
        if len(faces) == 1:
            self._show((self._index + 1) % len(self._cards()))
            return
        face = faces[(faces.index(self._face) + 1) % len(faces)]
        self._show(self._index, face)

    def _has_next_page(self, scene: Scene, stage: Stage) -> bool:
        """Whether the front has more pages; with prompts or options beside it, Tab turns them."""
        page = 0 if self._on_table is None else self._on_table.reading.page
        return self._face is Face.FRONT and page < self._pages(scene, stage) - 1

    def _pages(self, scene: Scene, stage: Stage) -> int:
        if self._on_table is None or not isinstance(self._on_table.panel, CardPanel):
            return 1
        shown = self._on_table.take_up(scene, is_easy=self._is_easy)
        return self._on_table.panel.pages(shown, stage)

    def _turn_page(self, by: int, scene: Scene, stage: Stage) -> None:
        """Turn the note's page when it is open, else the card's; they stop at the first and the last."""
        if self._note_page is not None:
            last = note_pages(stage, self._note(), self._language) - 1
            self._note_page = max(0, min(last, self._note_page + by))
        elif self._on_table is not None:
            last = self._pages(scene, stage) - 1
            self._on_table.reading.page = max(0, min(last, self._on_table.reading.page + by))

    def _note(self) -> str:
        return "" if self._on_table is None else self._cards().note(self._index)

    # --- drawing

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """The card on its table, the strip, the note and the band."""
        _, card = scene._, self._on_table
        self._strip = None
        fault, faults = self._source.fault(_), self._source.faults(_)
        if card is None:
            table(canvas)
            draw_empty(canvas, _, fault, len(faults))
        else:
            draw_card_on_table(canvas, card.take_up(scene, is_easy=self._is_easy), card)
            self._draw_strip(canvas, _, fault, len(faults))
            note = self._note()
            if self._note_page is not None and note:
                draw_note(replace(canvas, language=self._language), _, note, self._note_page)
        self._draw_foot(canvas, scene, len(faults))

    def _draw_strip(self, canvas: Canvas, _: Translator, fault: str, count: int) -> None:
        advice = () if fault else self._source.advice(self._card_id, self._language, _)
        if fault:
            label = _("alla {n}", n=count) if count > 1 else _("hela")
            self._strip = draw_strip(canvas, "", fault, "F", label, is_fault=True)
        elif advice:
            lead = _.plural("{n} råd om kortet", "{n} råd om kortet", len(advice))
            label = _("alla {n}", n=count)
            self._strip = draw_strip(canvas, lead, advice[0], "F", label, is_fault=False)

    def _draw_foot(self, canvas: Canvas, scene: Scene, faults: int) -> None:
        _, cards = scene._, self._cards()
        where, about = self.where(_), self._source.title(self._language)
        if self._typed:
            where, about = _("Gå till kort {n}", n=self._typed), _("Enter går dit")
        elif self._on_table is not None:
            about = cards.title(self._index)
        where += f" · {self.place}" if self.place else ""
        faces = () if self._on_table is None else cards.faces(self._index)
        has_next_page = self._has_next_page(scene, canvas.stage)
        hints = preview_hints(
            _,
            has_note=bool(self._note()),
            has_easy=self._on_table is not None and self._on_table.has_easy,
            languages=self._source.languages,
            language=self._language,
            faults=faults if self._strip is None else 0,
        )
        hints += [Hint(("S",), _("storlek"), pygame.K_s)] if self.place else []
        hints += [Hint(("←", "→"), _("kort"), pygame.K_RIGHT)] if len(cards) > 1 else []
        hints += [Hint(("Esc",), _("stänger"), pygame.K_ESCAPE), help_hint(_)]
        yellow = space_does(_, faces, self._face, has_next_page=has_next_page)
        self._foot.draw(canvas, where, about, hints, yellow, _("Mellanslag") if faces else "")
