"""How the C library keeps memory. It knows no game.

A picture of the whole window takes 8 MB at 1080p, and a movement needs four for a third of a second.
glibc learns from the first one that is freed to keep blocks of that size for itself, between small ones,
so that the program never gets smaller again: 88 MB instead of 62 after the first card.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any, Final

LARGE_BYTES: Final = 1_000_000
"""From this size on a block is the system's own, and goes back to it as soon as it is free."""
_M_MMAP_THRESHOLD: Final = -3
"""As in glibc's malloc.h."""


def give_back_large_blocks() -> bool:
    """Have every large block go back to the system when it is freed; whether the C library can do that."""
    mallopt = _glibc("mallopt")
    return mallopt is not None and mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES) == 1


def give_back_free_memory() -> None:
    """Give whole free pages between small blocks back too; it takes some milliseconds."""
    trim = _glibc("malloc_trim")
    if trim is not None:
        trim(ctypes.c_size_t(0))


def _glibc(name: str) -> Any:
    """A function of glibc; None where another C library is used, which has none of that name."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
