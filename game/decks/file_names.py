"""What a deck file's name says: `service.sv.yaml` is the Swedish version of the deck `service`."""

from __future__ import annotations

from pathlib import Path

from game.core.cards import DeckId
from game.decks.schema import DEFAULT_LANGUAGE
from game.decks.texts import id_from

DECK_SUFFIXES = (".yaml", ".yml")
_LANGUAGES = ("sv", "en")


def is_deck_file_name(name: str) -> bool:
    """Whether a file of that name is looked at as a deck; hidden files are not (macOS leaves `._x.yaml`)."""
    return name.lower().endswith(DECK_SUFFIXES) and not name.startswith(".")


def language_suffix(path: Path) -> str | None:
    """`sv` or `en` when the name ends on `.sv.yaml` or `.en.yaml`."""
    last = _stem(path).rpartition(".")[2].lower()
    return last if last in _LANGUAGES and "." in _stem(path) else None


def base_name(path: Path, language: str | None = None) -> str:
    """The name without `.yaml` and without its language: the same for all versions of a deck."""
    stem, suffix = _stem(path), language or language_suffix(path)
    return stem[: -len(suffix) - 1] if suffix and stem.lower().endswith(f".{suffix}") else stem


def deck_id_of(path: Path, language: str | None = None) -> DeckId:
    """The id of a deck that names none; empty when the name has neither letters nor digits."""
    return DeckId(id_from(base_name(path, language)))


def language_of(path: Path) -> str:
    """The language of a deck that names none."""
    return language_suffix(path) or DEFAULT_LANGUAGE


def _stem(path: Path) -> str:
    return path.stem if path.suffix.lower() in DECK_SUFFIXES else path.name
