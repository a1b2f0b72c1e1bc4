"""What a person who helps from afar needs to know of this machine: versions, display, folders."""

from __future__ import annotations

import importlib.metadata
import platform
import shutil
import sqlite3
from pathlib import Path

import pygame

from game import __version__
from game.i18n import Translator
from game.options import EXIT_FAULTS, EXIT_OK
from game.resources import assets_folder, cards_folder
from game.settings import data_folder
from game.window import NoDisplayError, WrongPygameError, set_hints, start_display

_LITTLE_BYTES = 50_000_000


def doctor(data_dir: Path | None, _: Translator) -> int:
    """Print the facts; 1 when one of them would stop the game, else 0."""
    faults: list[str] = []
    rows = [
        ("bemotande", __version__),
        ("python", f"{platform.python_version()} ({platform.system()} {platform.machine()})"),
        ("pygame-ce", f"{pygame.ver}, SDL {'.'.join(map(str, pygame.get_sdl_version()))}"),
        ("PyYAML", importlib.metadata.version("PyYAML")),
        ("sqlite", sqlite3.sqlite_version),
    ]
    rows += _display(_, faults)
    rows += _folders(data_dir, _, faults)
    width = max(len(name) for name, _words in rows) + 2
    for name, words in rows:
        print(f"{name:<{width}}{words}")
    for fault in faults:
        print(f"! {fault}")
    return EXIT_FAULTS if faults else EXIT_OK


def _display(_: Translator, faults: list[str]) -> list[tuple[str, str]]:
    set_hints()
    try:
        driver = start_display()
    except WrongPygameError:
        faults.append(_("Fel pygame är installerat; det ska vara pygame-ce."))
        return [(_("skärm"), _("okänd"))]
    except NoDisplayError:
        faults.append(_("Det finns ingen skärm att visa spelet på."))
        return [(_("skärm"), _("ingen"))]
    sizes = ", ".join(f"{w}x{h}" for w, h in pygame.display.get_desktop_sizes())
    pygame.display.quit()
    return [(_("drivrutin"), driver), (_("skärmar"), sizes)]


def _folders(data_dir: Path | None, _: Translator, faults: list[str]) -> list[tuple[str, str]]:
    rows = [(_("lekar"), str(cards_folder())), (_("resurser"), str(assets_folder()))]
    try:
        folder = data_folder(data_dir)
        free = shutil.disk_usage(folder).free
        probe = folder / ".skrivprov"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        faults.append(_("Det går inte att skriva i datamappen: {why}", why=error.strerror or ""))
        return rows
    if free < _LITTLE_BYTES:
        faults.append(_("Disken är nästan full."))
    return [*rows, (_("datamapp"), str(folder)), (_("ledigt"), f"{free / 1e9:.1f} GB")]
