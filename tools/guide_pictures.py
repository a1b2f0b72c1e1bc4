"""Make the pictures in the guides for people who make decks: the program's own screens, as they are.

`python tools/guide_pictures.py` writes `docs/pictures/guide-<language>-<name>.png`; with `--out FOLDER`
they go there. Keys are pressed as a person would, with the decks in `docs/examples` among the user's own
and the faulty files of the guides themselves.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pygame

from game.i18n import LANGUAGES
from game.screens.base import Look, Preparation, Screen
from game.screens.deck_intents import ReadDecksAgain
from game.screens.deck_menu import DeckMenuScreen
from game.screens.faults import FaultsScreen
from game.screens.imported import ImportedScreen
from game.screens.make_deck import MakeDeckScreen
from game.screens.preview import PreviewScreen
from game.screens.welcome import WelcomeScreen
from game.shell.contract import Begin
from game.shell.director import Director
from game.shell.library import Decks
from game.shell.log import Log
from game.shell.storage import Storage
from game.ui.canvas import Canvas
from game.ui.stage import Stage
from game.ui.theme import THEMES
from tools.guide_blocks import EXAMPLES, GUIDES, PICTURES, Block, faulty
from tools.small_png import small_png

SIZE: Final = (1280, 720)
NAMES: Final = ("welcome", "menu", "make", "card", "prompts", "slip", "faults", "import")
"""The pictures of each language, in the order in which they are taken."""

_TITLES: Final = {"sv": "Mellan passen", "en": "Between shifts"}


class _NoWindow:
    """A shell for a director that has no window."""

    def toggle_full_screen(self) -> None:
        """There is no window to change."""

    def open_folder(self) -> str:
        """There is nobody to show a folder to."""
        return ""

    def watch(self, places: Sequence[Path]) -> None:
        """Files are read again when that is asked for."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was taken."""

    path: Path
    screen: type[Screen]
    """The screen that it shows."""


class Photographer:
    """Goes through the screens in one language; `folder` is where decks lie, `out` gets the pictures."""

    def __init__(self, language: str, folder: Path, out: Path) -> None:
        self._language, self._out = language, out
        self._own = folder / "decks"
        shutil.copytree(EXAMPLES, self._own)
        self._deck = self._own / f"mellan-passen.{language}.yaml"
        decks = Decks((), folder)
        preparation = Preparation(deck=decks.choice_in(self._deck))
        storage = Storage(folder, rng=random.Random(1))
        look = Look(language=language)
        self._director = Director(decks, storage, _NoWindow(), Log(None), look, Begin(preparation))
        self._stage = Stage(*SIZE)
        self.taken: list[Picture] = []

    def go_round(self) -> list[Picture]:
        """Take every picture."""
        self._take("welcome", WelcomeScreen)
        self._press("o")
        self._take("menu", DeckMenuScreen)
        self._press("1")
        for letter in _TITLES[self._language]:
            self._director.handle(pygame.Event(pygame.TEXTINPUT, text=letter), self._stage)
        self._take("make", MakeDeckScreen)
        self._press_key(pygame.K_ESCAPE)
        self._press_key(pygame.K_ESCAPE)
        self._look_through_the_deck()
        self._look_at_faults()
        self._fetch_a_faulty_sheet()
        self._director.stop()
        return self.taken

    def _look_through_the_deck(self) -> None:
        """Its first card, the prompts, and what is seen when the file is at fault meanwhile."""
        self._press("o")
        self._press("4")
        self._take("card", PreviewScreen)
        self._press(" ")
        self._take("prompts", PreviewScreen)
        self._press(" ")
        self._write(self._faulty("yaml")[-1])
        self._take("slip", PreviewScreen)
        self._press_key(pygame.K_ESCAPE)

    def _look_at_faults(self) -> None:
        """The file with several faults alone, so that nothing is said of another language version."""
        for version in self._own.glob("mellan-passen.*"):
            version.unlink()
        self._write(max(self._faulty("yaml"), key=lambda block: block.text.count("title:")))
        self._press_key(pygame.K_END)  # The user's own decks come last.
        self._press("f")
        self._take("faults", FaultsScreen)
        self._press_key(pygame.K_ESCAPE)

    def _fetch_a_faulty_sheet(self) -> None:
        block = self._faulty("csv")[0]
        sheet = self._own.parent / block.name
        sheet.write_text(block.text, encoding="utf-8")
        self._director.handle(pygame.Event(pygame.DROPFILE, file=str(sheet)), self._stage)
        self._finish()
        self._take("import", ImportedScreen)

    def _faulty(self, language: str) -> list[Block]:
        """The guide's faulty files in one format."""
        guide = GUIDES[self._language].read_text(encoding="utf-8")
        return [block for block, _said in faulty(guide) if block.language == language]

    def _write(self, block: Block) -> None:
        """Save a file of the guide as the deck, as an editor would, and let the game see it."""
        self._deck.write_text(block.text, encoding="utf-8")
        self._director.answer((ReadDecksAgain(is_everything=True),))
        self._finish()

    # --- pressing and looking

    def _press(self, letter: str) -> None:
        self._press_key(ord(letter), letter)

    def _press_key(self, key: int, letter: str = "") -> None:
        event = pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=letter, scancode=0)
        self._director.handle(event, self._stage)
        if letter:
            self._director.handle(pygame.Event(pygame.TEXTINPUT, text=letter), self._stage)
        self._director.handle(pygame.Event(pygame.KEYUP, key=key, mod=0, scancode=0), self._stage)
        self._finish()

    def _finish(self) -> None:
        self._director.advance(0.01)
        self._director.finish_errands()

    def _take(self, name: str, screen: type[Screen]) -> None:
        """Take a picture of the screen, which must be this one."""
        top = self._director.top
        if not isinstance(top, screen):
            raise RuntimeError(f"{name} should show {screen.__name__}, and {type(top).__name__} is there")
        self._director.settle()
        surface = pygame.Surface(SIZE, 0, 32)
        look = self._director.look
        self._director.draw(Canvas(surface, self._stage, THEMES[look.theme], look.language))
        path = self._out / f"guide-{self._language}-{name}.png"
        path.write_bytes(small_png(surface))
        self.taken.append(Picture(path, screen))


def make_pictures(out: Path, languages: Sequence[str] = LANGUAGES) -> list[Picture]:
    """Write every picture in a folder that exists. Raises RuntimeError when a screen does not come."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(SIZE)
    taken: list[Picture] = []
    for language in languages:
        with tempfile.TemporaryDirectory() as folder:
            taken += Photographer(language, Path(folder), out).go_round()
    return taken


def main(arguments: Sequence[str]) -> int:
    """Write the pictures and name them."""
    parser = argparse.ArgumentParser(description="Make the pictures of the guides for people who make decks.")
    parser.add_argument("--out", type=Path, default=PICTURES)
    out = parser.parse_args(arguments).out
    out.mkdir(parents=True, exist_ok=True)
    for picture in make_pictures(out):
        print(f"{picture.path.name}  {picture.path.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
