"""A crash: what the report holds, and above all what it does not."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.crash import crash_report, show_crash
from game.screens.base import Look


def _fail(name: str) -> None:
    raise ValueError(f"what {name} said")


def test_a_report_holds_places_and_no_words(tmp_path: Path) -> None:
    """The error's message and values are left out, since they could quote somebody."""
    try:
        _fail("Fatima")
    except ValueError as error:
        report = crash_report(error, tmp_path)
    assert report.path is not None
    text = report.path.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_crash.py" in text
    assert "Fatima" not in text + report.words
    assert str(Path.home()) not in text


def test_a_full_disk_leaves_a_report_without_a_file(tmp_path: Path) -> None:
    """Where nothing can be written the crash is still told."""
    report = crash_report(ValueError(), tmp_path / "missing")
    assert report.path is None
    assert "ValueError" in report.words


def test_the_calm_screen_is_drawn_and_closed_by_a_key(tmp_path: Path) -> None:
    """The screen stays until a key, and it is not empty."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode((1280, 720))
    report = crash_report(ValueError(), tmp_path)
    pygame.event.clear()
    pygame.time.set_timer(pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" "), 20, 1)
    show_crash(surface, Look(), report, has_session=True)
    assert len({tuple(surface.get_at((x, 360))) for x in range(0, 1280, 7)}) > 3
