"""When the program fails: a report without names or texts, and a calm screen that says what is kept.

A report holds the kind of error and the places in the program's own code. It never holds the
error's message, since that could quote somebody's words, nor any value.
"""

from __future__ import annotations

import platform
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pygame

from game import __version__
from game.i18n import translator
from game.screens.base import Look
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage
from game.ui.surfaces import panel, table
from game.ui.text import BODY, SCREEN_TITLE
from game.ui.theme import THEMES

SHOWN_AT_MOST_S = 600.0
"""So that a machine nobody stands at does not hang for ever."""
_POLL_MS = 50


@dataclass(frozen=True, slots=True)
class Report:
    """Where the report lies and what it says in one line."""

    path: Path | None
    place: str
    words: str


def crash_report(error: BaseException, folder: Path) -> Report:
    """Write the report to the data folder; without a file when the disk refuses."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    now = datetime.now(UTC)
    lines = [
        f"bemotande {__version__}",
        f"python {platform.python_version()} {platform.system()} {platform.machine()}",
        f"pygame {pygame.ver} SDL {'.'.join(map(str, pygame.get_sdl_version()))}",
        now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        f"error {type(error).__name__}",
        *places,
    ]
    place = places[-1] if places else "?"
    path: Path | None = folder / f"krasch-{now.strftime('%Y%m%d-%H%M%S')}.txt"
    try:
        assert path is not None, "it was just made"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        path = None
    return Report(path, place, f"{type(error).__name__} at {place}; report: {path or 'not written'}")


def _inside(filename: str) -> str:
    """The path from the package on: a report must not tell whose machine it is."""
    parts = Path(filename).parts
    return "/".join(parts[parts.index("game") :]) if "game" in parts else Path(filename).name


def show_crash(surface: pygame.Surface, look: Look, report: Report, *, has_session: bool) -> None:
    """Show what happened and what is kept until somebody presses a key or closes the window."""
    _ = translator(look.language)
    pygame.event.clear()  # Keys that were meant for the game must not close this.
    kept = (
        _("Allt ni har gjort är sparat. Starta spelet igen, så kan ni fortsätta där ni var.")
        if has_session
        else _("Inget spel var i gång, så inget har gått förlorat.")
    )
    where = _("En rapport utan namn och texter ligger här: {path}", path=report.path) if report.path else ""
    _draw(
        surface, look, _("Det blev ett fel i spelet"), (kept, where, _("Tryck på en tangent för att stänga."))
    )
    pygame.display.flip()
    waited_s = 0.0
    closing = (pygame.QUIT, pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)
    while waited_s < SHOWN_AT_MOST_S and not any(e.type in closing for e in pygame.event.get()):
        pygame.time.wait(_POLL_MS)
        waited_s += _POLL_MS / 1000


def _draw(surface: pygame.Surface, look: Look, title: str, paragraphs: tuple[str, ...]) -> None:
    stage = Stage(*surface.get_size())
    canvas = Canvas(surface, stage, THEMES[look.theme], look.language)
    table(canvas)
    box = Box(8, 20, stage.width_vh - 16, 58)
    panel(canvas, box)
    canvas.fit_text(title, Box(box.x + 6, box.y + 5, box.w - 12, 9), SCREEN_TITLE, 4.5, 6.4)
    words = "\n\n".join(words for words in paragraphs if words)
    canvas.fit_text(words, Box(box.x + 6, box.y + 17, box.w - 12, box.h - 22), BODY, 3.0, 4.1)
