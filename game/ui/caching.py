"""Stores of drawn things that are bounded by the memory they take, not by how many they are.

It knows nothing of what is drawn. Every module that keeps surfaces has one store and says how much it
may hold, so that the whole program stays small on an old laptop.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from pygame import Surface

_Kept = TypeVar("_Kept")
_STORES: list[Store[Any]] = []
_USUAL_HEIGHT_PX = 1080


class Store(Generic[_Kept]):
    """Keeps the things that were used last, up to `max_bytes`; one that is larger is never kept.

    `bytes_of` tells what one takes. `usual_bytes` is what the store may hold for a window 1080 pixels
    high; `allow_for` gives larger windows more.
    """

    def __init__(self, usual_bytes: int, bytes_of: Callable[[_Kept], int]) -> None:
        self.usual_bytes = usual_bytes
        self.max_bytes = usual_bytes
        self.held_bytes = 0
        self._bytes_of = bytes_of
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        _STORES.append(self)

    def get(self, key: Hashable, make: Callable[[], _Kept]) -> _Kept:
        """What is kept under that key; `make` draws it when nothing is."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        size = self._bytes_of(made)
        if size <= self.max_bytes:
            self._kept[key] = made
            self.held_bytes += size
            while self.held_bytes > self.max_bytes:
                _, dropped = self._kept.popitem(last=False)
                self.held_bytes -= self._bytes_of(dropped)
        return made

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()
        self.held_bytes = 0


class SurfaceStore(Store[Surface]):
    """A store of surfaces."""

    def __init__(self, usual_bytes: int) -> None:
        super().__init__(usual_bytes, surface_bytes)


def allow_for(height_px: int) -> None:
    """Let the stores hold what a window of that height needs: four times as much at 4K."""
    share = max(1.0, (height_px / _USUAL_HEIGHT_PX) ** 2)
    for store in _STORES:
        store.max_bytes = round(store.usual_bytes * share)


def surface_bytes(surface: Surface) -> int:
    """What a surface's pixels take."""
    return surface.get_width() * surface.get_height() * surface.get_bytesize()


def clear_stores() -> None:
    """Forget every kept surface, when the window's size or the theme changes."""
    for store in _STORES:
        store.clear()
