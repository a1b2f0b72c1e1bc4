"""A store of drawn surfaces that is bounded by the memory they take, not by how many they are.

It knows nothing of what is drawn. Every module that keeps surfaces has one store and says how much it
may hold, so that the whole program stays small on an old laptop.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from pygame import Surface

_STORES: list[SurfaceStore] = []
_USUAL_HEIGHT_PX = 1080


class SurfaceStore:
    """Keeps the surfaces that were used last, up to `max_bytes`; one that is larger is never kept.

    `usual_bytes` is what it may hold for a window 1080 pixels high; `allow_for` gives larger windows more.
    """

    def __init__(self, usual_bytes: int) -> None:
        self.usual_bytes = usual_bytes
        self.max_bytes = usual_bytes
        self.held_bytes = 0
        self._surfaces: OrderedDict[Hashable, Surface] = OrderedDict()
        _STORES.append(self)

    def get(self, key: Hashable, make: Callable[[], Surface]) -> Surface:
        """The surface of that key; `make` draws it when it is not kept."""
        found = self._surfaces.get(key)
        if found is not None:
            self._surfaces.move_to_end(key)
            return found
        made = make()
        size = _bytes(made)
        if size <= self.max_bytes:
            self._surfaces[key] = made
            self.held_bytes += size
            while self.held_bytes > self.max_bytes:
                _, dropped = self._surfaces.popitem(last=False)
                self.held_bytes -= _bytes(dropped)
        return made

    def clear(self) -> None:
        """Forget all surfaces."""
        self._surfaces.clear()
        self.held_bytes = 0


def allow_for(height_px: int) -> None:
    """Let the stores hold what a window of that height needs: four times as much at 4K."""
    share = max(1.0, (height_px / _USUAL_HEIGHT_PX) ** 2)
    for store in _STORES:
        store.max_bytes = round(store.usual_bytes * share)


def _bytes(surface: Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()


def clear_stores() -> None:
    """Forget every kept surface, when the window's size or the theme changes."""
    for store in _STORES:
        store.clear()
