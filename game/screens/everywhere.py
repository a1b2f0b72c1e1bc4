"""What the keys that mean the same everywhere do, when the top screen had no answer of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core.commands import Redo, Undo
from game.core.plan import Stage
from game.i18n import LANGUAGES
from game.screens.base import Answer, Blank, ChangeLook, Push, Scene, ToggleFullScreen
from game.screens.help import HelpScreen
from game.screens.keys import Key, key_of
from game.screens.leave import LeaveScreen
from game.screens.pause import pause
from game.screens.table_menu import TableMenuScreen

SEATED = frozenset({Stage.OPENING, Stage.PLAY, Stage.CLOSING})
"""The stages in which who sits at the table may change."""


def answer_everywhere(event: pygame.Event, scene: Scene) -> Sequence[Answer]:
    """The answer to a global key; empty for any other event. Not asked while a field is open."""
    key = key_of(event)
    view = scene.view
    match key:
        case Key.PAUSE:
            return pause(scene) if view is not None else (Push(LeaveScreen(is_quitting=True)),)
        case Key.HELP:
            return (Push(HelpScreen()),)
        case Key.BLANK:
            return (Blank(),)
        case Key.FULL_SCREEN:
            return (ToggleFullScreen(),)
        case Key.LANGUAGE:
            return (ChangeLook(replace(scene.look, language=other_language(scene.look.language))),)
        case Key.UNDO if view is not None:
            return (Undo(),)
        case Key.REDO if view is not None:
            return (Redo(),)
        case Key.SEATS if view is not None and view.stage in SEATED:
            return (Push(TableMenuScreen()),)
    return ()


def other_language(language: str) -> str:
    """The language of the interface that follows this one, round from the last to the first."""
    at = LANGUAGES.index(language) if language in LANGUAGES else 0
    return LANGUAGES[(at + 1) % len(LANGUAGES)]
