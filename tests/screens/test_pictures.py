"""One reference picture for each screen and phase, drawn by the demo with a deck that never changes.

`pytest tests/screens/test_pictures.py --update-pictures` makes new references; look at them first.
A picture that differs is kept in tests/screens/computed, beside the expected one.
"""

from __future__ import annotations

import platform
import shutil
from pathlib import Path

import pygame
import pytest

from game.core.plan import Plan, Preset
from game.demo import DemoOptions, run_demo
from game.screens.table import TableScreen
from game.ui.canvas import Canvas
from game.ui.stage import Stage
from game.ui.theme import THEMES
from tests.builders import Room, card, deck
from tests.screens.comparing import SHARE, is_same_picture, share_that_differs

HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected"
COMPUTED = HERE / "computed"
PINNED = "2.5.8"
"""The pygame-ce wheel whose pixels the references are."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every picture of a demo at 1280×720 in Swedish, by name."""
    is_reference_machine = platform.system() == "Linux" and platform.machine() == "x86_64"
    if not is_reference_machine or pygame.ver != PINNED:
        pytest.skip(f"references are made with pygame-ce {PINNED} on Linux x86-64")
    folder = tmp_path_factory.mktemp("pictures")
    options = DemoOptions(folder, deck=str(HERE / "pictures.sv.yaml"), cards=6, seed=4)
    assert run_demo(options) == 0
    return {path.stem.split("-", 1)[1]: path for path in sorted(folder.glob("*.png"))}


def test_every_screen_looks_as_its_reference(drawn: dict[str, Path], request: pytest.FixtureRequest) -> None:
    """No picture differs by more than the eye forgives, and none is missing or new."""
    if request.config.getoption("--update-pictures"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        EXPECTED.mkdir()
        for name, path in drawn.items():
            shutil.copy(path, EXPECTED / f"{name}.png")
    assert sorted(drawn) == sorted(path.stem for path in EXPECTED.glob("*.png"))
    different = [name for name, path in drawn.items() if not is_same_picture(path, EXPECTED / f"{name}.png")]
    for name in different:
        COMPUTED.mkdir(exist_ok=True)
        shutil.copy(drawn[name], COMPUTED / f"{name}.png")
    assert different == []


def _talk(*, prompts: int, theme: str = "light") -> pygame.Surface:
    """The table in `talk` with so many prompts open."""
    room = Room([deck([card(), card()])], plan=Plan(Preset.SHORT, 2))
    room.next(3 + prompts)
    screen = TableScreen()
    scene = room.scene()
    screen.shown(scene)
    screen.settle()
    surface = pygame.Surface((1280, 720))
    screen.draw(Canvas(surface, Stage(1280, 720), THEMES[theme]), scene)
    return surface


def test_the_same_screen_drawn_twice_is_the_same() -> None:
    """Nothing in a picture is left to chance."""
    assert share_that_differs(_talk(prompts=2), _talk(prompts=2)) == 0


def test_a_removed_prompt_is_seen() -> None:
    """A prompt that is missing makes a picture fail."""
    assert share_that_differs(_talk(prompts=2), _talk(prompts=1)) > SHARE


def test_a_text_moved_by_four_pixels_is_seen() -> None:
    """A card's text that stands 4 px lower makes a picture fail."""
    picture = _talk(prompts=2)
    moved = picture.copy()
    part = pygame.Rect(140, 150, 640, 380)
    moved.blit(picture, part.move(0, 4), part)
    assert share_that_differs(picture, moved) > SHARE


def test_one_changed_colour_is_seen() -> None:
    """The lit yellow drawn as another colour makes a picture fail."""
    picture = _talk(prompts=2)
    lit = THEMES["light"].lit
    changed = picture.copy()
    pixels = pygame.PixelArray(changed)
    pixels.replace(lit, (lit[0], lit[1], lit[2] + 60))
    pixels.close()
    assert share_that_differs(picture, changed) > SHARE
