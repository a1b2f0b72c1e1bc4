"""Ids and random keys: the chance that the rules must not have.

With a seed everything comes out the same again, but never an id that is already taken.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random, SystemRandom
from typing import Final

from game.core.draw import KEY_LIMIT

ID_DIGITS: Final = 8
TEXT_ID_DIGITS: Final = 16


class Chance:
    """A source of ids and keys: the system's, or a seeded one for `--seed` and tests."""

    def __init__(self, rng: Random | None = None) -> None:
        self._rng = rng if rng is not None else SystemRandom()

    def new_id(self, is_taken: Callable[[str], bool], digits: int = ID_DIGITS) -> str:
        """Hexadecimal digits for which `is_taken` is false."""
        while True:
            made = f"{self._rng.getrandbits(4 * digits):0{digits}x}"
            if not is_taken(made):
                return made

    def keys(self, count: int) -> tuple[int, ...]:
        """So many random whole numbers from 0 to below `KEY_LIMIT`."""
        return tuple(self._rng.randrange(KEY_LIMIT) for _ in range(count))
