"""The guides' pictures: the tool that makes them runs, and they are what the program shows now."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.i18n import LANGUAGES
from tests.screens.comparing import is_same_picture
from tools.guide_blocks import GUIDES, PICTURES
from tools.guide_pictures import NAMES, SIZE, Picture, make_pictures
from tools.small_png import small_png

PINNED = "2.5.8"
"""The pygame-ce wheel whose pixels the pictures are."""
MOST_BYTES = 90_000
LEAST_COLORS = 40
"""A screen that is blank has hardly any."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Picture]]:
    """Every picture made anew, by its file's name."""
    pictures = make_pictures(tmp_path_factory.mktemp("guide"))
    yield {picture.path.name: picture for picture in pictures}
    pygame.display.quit()


def linked(language: str) -> list[str]:
    """The pictures that a guide shows."""
    return re.findall(r"\]\(pictures/([^)]+)\)", GUIDES[language].read_text(encoding="utf-8"))


def test_the_tool_makes_every_picture_that_the_guides_show(made: dict[str, Picture]) -> None:
    """None is missing, none is shown twice, and none is made or kept in vain."""
    wanted = sorted(f"guide-{language}-{name}.png" for language in LANGUAGES for name in NAMES)
    assert sorted(made) == wanted
    assert sorted(linked("sv") + linked("en")) == wanted
    assert sorted(path.name for path in PICTURES.glob("guide-*.png")) == wanted


def test_pictures_have_the_size_of_a_screen_and_something_on_them(made: dict[str, Picture]) -> None:
    """1280 × 720, in colours, small files, and every one another than the others."""
    seen = set()
    for name in made:
        path = PICTURES / name
        assert path.stat().st_size < MOST_BYTES
        picture = pygame.image.load(str(path))
        assert picture.get_size() == SIZE
        pixels = pygame.image.tobytes(picture, "RGB")
        assert len({pixels[at : at + 3] for at in range(0, len(pixels), 3)}) > LEAST_COLORS
        seen.add(pixels)
    assert len(seen) == len(made)


def test_the_pictures_are_what_the_program_shows_now(made: dict[str, Picture]) -> None:
    """Made anew they are the same to the eye; else run tools/guide_pictures.py and look at them."""
    if platform.system() != "Linux" or platform.machine() != "x86_64" or pygame.ver != PINNED:
        pytest.skip(f"the pictures are made with pygame-ce {PINNED} on Linux x86-64")
    different = [name for name, picture in made.items() if not is_same_picture(picture.path, PICTURES / name)]
    assert different == [], "run tools/guide_pictures.py"


def test_each_picture_is_of_its_screen(made: dict[str, Picture]) -> None:
    """Both languages show the same screens under the same names."""
    screens = {
        language: [made[f"guide-{language}-{name}.png"].screen for name in NAMES] for language in LANGUAGES
    }
    assert screens["sv"] == screens["en"]
    assert len(set(screens["sv"])) == 6


def test_a_small_png_shows_what_the_surface_showed(tmp_path: Path) -> None:
    """Few colours come back exactly; of many each comes back nearly."""
    few = pygame.Surface((40, 30), 0, 32)
    few.fill((200, 30, 40), (5, 5, 20, 10))
    many = pygame.Surface((256, 64), 0, 32)
    for x in range(256):
        for y in range(64):
            many.set_at((x, y), (x, 4 * y, 255 - x))
    for surface, most in ((few, 0), (many, 60)):
        path = tmp_path / "bild.png"
        path.write_bytes(small_png(surface))
        shown = pygame.image.load(str(path))
        assert shown.get_size() == surface.get_size()
        pairs = zip(pygame.image.tobytes(surface, "RGB"), pygame.image.tobytes(shown, "RGB"), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= most
