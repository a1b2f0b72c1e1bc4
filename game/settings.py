"""Settings of the program and the folder for its files: how it looks and speaks, never who played.

One JSON file, written whole and swapped in, so that a kill leaves the old one or the new one.
Settings that a newer version wrote are kept though this one does not know them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import platformdirs

from game.i18n import LANGUAGES
from game.options import NoDataFolderError

APPLICATION: Final = "bemotande"
FILE: Final = "settings.json"
_ASIDE: Final = ".skadad-"


TEXT_SIZES: Final = (80, 150)
"""Least and greatest text size in percent."""
RETENTION_MONTHS: Final = (1, 120)


class Look(StrEnum):
    """The colours of the screen."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered from one start to the next."""

    language: str = "sv"
    look: Look = Look.LIGHT
    text_size: int = 100
    """Percent of the standard size, within `TEXT_SIZES`."""
    reduced_motion: bool = False
    retention_months: int = 12
    """After how many months a session is offered for deletion."""
    unknown: Mapping[str, Any] = field(default_factory=dict)
    """What the file holds besides, kept as it was."""


def data_folder(override: Path | None = None) -> Path:
    """The folder for settings and sessions, made if it is missing and open to this user alone.

    `override` is `--data-dir`. Raises `NoDataFolderError` when the folder cannot be made.
    """
    folder = override if override is not None else platformdirs.user_data_path(APPLICATION, appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise NoDataFolderError(error.errno, error.strerror, str(folder)) from error
    return folder


def own_decks_folder(folder: Path) -> Path:
    """Where the user's own decks lie in the data folder `folder`; it may not exist yet."""
    return folder / "decks"


def load_settings(folder: Path) -> tuple[Settings, Path | None]:
    """The settings in the folder, and where a damaged file was set aside (None: it was not).

    A value that makes no sense is the standard one; a missing file is all standard.
    """
    path = folder / FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise ValueError("not a JSON object")
    except OSError:
        return Settings(), None
    except (ValueError, RecursionError):
        return Settings(), _set_aside(path)
    return _from_json(content), None


def save_settings(folder: Path, settings: Settings) -> bool:
    """Write the settings; False when the disk refuses, and then the old file is still there."""
    content = {
        **settings.unknown,
        "language": settings.language,
        "look": settings.look.value,
        "text_size": settings.text_size,
        "reduced_motion": settings.reduced_motion,
        "retention_months": settings.retention_months,
    }
    path, growing = folder / FILE, folder / f".{FILE}.new"
    try:
        with growing.open("w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=2)
            file.write("\n")
            file.flush()
            os.fsync(file.fileno())
        growing.replace(path)
    except OSError:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
        return False
    return True


def _from_json(content: dict[str, Any]) -> Settings:
    standard = Settings()
    language = content.pop("language", None)
    look = content.pop("look", None)
    reduced_motion = content.pop("reduced_motion", None)
    return Settings(
        language=language if language in LANGUAGES else standard.language,
        look=Look(look) if look in list(Look) else standard.look,
        text_size=_number(content.pop("text_size", None), TEXT_SIZES, standard.text_size),
        reduced_motion=reduced_motion if isinstance(reduced_motion, bool) else standard.reduced_motion,
        retention_months=_number(
            content.pop("retention_months", None), RETENTION_MONTHS, standard.retention_months
        ),
        unknown=content,
    )


def _number(value: object, bounds: tuple[int, int], standard: int) -> int:
    if type(value) is not int:
        return standard
    return min(max(value, bounds[0]), bounds[1])


def _set_aside(path: Path) -> Path | None:
    number = 1
    while (target := path.with_name(f"{path.name}{_ASIDE}{number}")).exists():
        number += 1
    try:
        path.rename(target)
    except OSError:
        return None
    return target
