"""Loads the pictures of cards, as their files are now; nothing is kept here, and nothing is scaled."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.decks import picture_fault


def loaded_picture(folder: Path, path: str) -> pygame.Surface | None:
    """A picture by its path from the deck's folder; None when it is missing or may not be shown.

    The path may come from a journal, so it is checked as a deck's is when it is read.
    """
    if picture_fault(folder, path) is not None:
        return None
    try:
        return pygame.image.load(str(folder / path))
    except (pygame.error, OSError):
        return None
