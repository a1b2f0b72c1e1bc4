"""Where the program's own decks and assets lie: beside `game/` in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def assets_folder() -> Path:
    """The folder with fonts, sounds, icons and translations."""
    return _folder("assets")


def cards_folder() -> Path:
    """The folder with the decks that come with the program."""
    return _folder("cards")
