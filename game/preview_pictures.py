"""Pictures of every card of a deck, drawn as in play: its front, its options, its prompts, and sheets with
all fronts side by side. It opens no window.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pygame

from game.decks.disk_reasons import disk_reason
from game.i18n import Translator, translator
from game.options import EXIT_FAULTS, EXIT_OK, EXIT_USAGE
from game.preview_sheets import ContactSheets
from game.screens.base import ClockView, Look, Preparation, Scene
from game.screens.phases.read import CardPanel
from game.screens.preview_source import Face, PreviewSource
from game.screens.preview_table import CardOnTable, draw_card_on_table
from game.shell.sums import setup_sum
from game.ui.band import draw_band
from game.ui.canvas import Canvas
from game.ui.fonts import Face as FontFace
from game.ui.stage import Stage
from game.ui.text import TextStyle
from game.ui.theme import THEMES

_NUMBERS = {Face.FRONT: 1, Face.VOTE: 2, Face.PROMPTS: 3}
_TELLS_EVERY = 50
"""How many cards are drawn between two words about how far it has come."""


def write_pictures(source: PreviewSource, out: Path, size: tuple[int, int], look: Look) -> int:
    """Write the pictures; the exit code. Only files of the same names are written over."""
    _ = translator(look.language)
    faults = source.faults(_) if source.fault(_) else ()
    for words in faults:
        print(words, file=sys.stderr)
    if not source.languages:
        return EXIT_FAULTS
    pygame.display.init()
    pygame.font.init()
    try:
        out.mkdir(parents=True, exist_ok=True)
        count = _write(source, out, size, look, _)
    except (OSError, pygame.error) as error:
        why = disk_reason(error, _) if isinstance(error, OSError) else str(error)
        print(_("Det går inte att skriva i {path}: {why}", path=out, why=why), file=sys.stderr)
        return EXIT_USAGE
    print(_.plural("{n} bild i {path}", "{n} bilder i {path}", count, path=out))
    return EXIT_FAULTS if faults else EXIT_OK


def _write(source: PreviewSource, out: Path, size: tuple[int, int], look: Look, _: Translator) -> int:
    language = look.language if look.language in source.languages else source.languages[0]
    cards = source.cards(language)
    sheets = ContactSheets(out, source.title(language), len(cards), look)
    scene, surface = empty_scene(look), pygame.Surface(size, 0, 32)
    digits = max(2, len(str(len(cards))))
    written = 0
    for index in range(len(cards)):
        card_id = cards.card_id(index)
        for face in cards.faces(index):
            for page in _draw_pages(surface, scene, source, language, index, face):
                ending = f"-page-{page + 1}" if page else ""
                name = f"{index + 1:0{digits}}-{card_id}-{_NUMBERS[face]}-{face.value}{ending}.png"
                pygame.image.save(surface, str(out / name))
                written += 1
                if face is Face.FRONT and page == 0:
                    written += sheets.add(surface, index + 1, cards.title(index) or card_id)
        if (index + 1) % _TELLS_EVERY == 0 and index + 1 < len(cards):
            print(_("{n} kort av {of}", n=index + 1, of=len(cards)), file=sys.stderr)
    return written + sheets.finish()


def _draw_pages(
    surface: pygame.Surface, scene: Scene, source: PreviewSource, language: str, index: int, face: Face
) -> Iterator[int]:
    """Draw the pages of a face on the surface, one after the other; only a front has more than one."""
    canvas = Canvas(surface, Stage(*surface.get_size()), THEMES[scene.look.theme], scene.look.language)
    card = CardOnTable(source, language, index, face)
    shown = card.take_up(scene, is_easy=False)
    panel = card.panel
    count = 1
    if face is Face.FRONT and isinstance(panel, CardPanel):
        count = panel.pages(shown, canvas.stage)
    for page in range(count):
        card.reading.page = page
        draw_card_on_table(canvas, shown, card)
        _caption(canvas, scene._, source, language, index)
        yield page


def _caption(canvas: Canvas, _: Translator, source: PreviewSource, language: str, index: int) -> None:
    """On the band: which card it is of which deck."""
    draw_band(canvas)
    cards, room = source.cards(language), canvas.stage.content
    bold = TextStyle(FontFace.SEMIBOLD, 3.4, 1.3, canvas.theme.band_ink)
    plain = TextStyle(FontFace.REGULAR, 3.4, 1.3, canvas.theme.band_ink)
    where = _("Kort {n} av {of}", n=index + 1, of=len(cards))
    top = 94.0 - bold.line_vh / 2
    canvas.text(where, room.x, top, bold)
    left = room.w - canvas.width(where, bold) - 4.0
    canvas.text(source.title(language), room.right, top, plain, align="right", max_width_vh=left)


def empty_scene(look: Look) -> Scene:
    """The scene of a program without a session."""

    def nothing(*_given: object) -> str:
        raise AssertionError("a preview gives no commands")

    return Scene(
        _=translator(look.language),
        look=look,
        view=None,
        clock=ClockView(),
        preparation=Preparation(),
        decks=(),
        stored=(),
        sum=lambda wanted: setup_sum(wanted, ()),
        new_text=lambda body: nothing(body),  # type: ignore[arg-type,return-value] # It never returns.
        new_keys=lambda: (),
        new_id=nothing,
        picture=lambda _deck, _path: None,
    )
