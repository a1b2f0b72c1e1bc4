"""What lies at a path, for paths that people give: none of these ever raises.

A folder that is closed to us, a name that is too long and a NUL in it make `Path.exists` and its kin
raise; whoever only wants to know whether there is something to read gets no for an answer here.
"""

from __future__ import annotations

from pathlib import Path


def exists(path: Path) -> bool:
    """Whether something can be found at the path."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether a folder can be found at the path."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether an ordinary file can be found at the path."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
