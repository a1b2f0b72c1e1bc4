"""How the C library keeps memory. It knows no game.

A picture of the whole window takes 8 MB at 1080p, and a movement needs four for a third of a second.
glibc learns from the first one that is freed to keep blocks of that size for itself, between small ones,
so that the program never gets smaller again: 88 MB instead of 58 after the first card.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

LARGE_BYTES: Final = 1_000_000
"""From this size on a block is the system's own, and goes back to it as soon as it is free."""
_M_MMAP_THRESHOLD: Final = -3
"""As in glibc's malloc.h."""


def give_back_large_blocks() -> bool:
    """Have every large block go back to the system when it is freed; whether the C library can do that."""
    if sys.platform != "linux":
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    # Other C libraries on Linux have no such function, and need none.
    return mallopt is not None and mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES) == 1
