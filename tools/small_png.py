"""A picture as a small PNG: at most 256 colours, those that the picture has most of."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from typing import Final

import pygame

Color = tuple[int, int, int]

_COLORS: Final = 256
_STEP: Final = 4
"""Colours nearer than this (of 255) to each other are one when there are too many."""
_CELL: Final = 43
"""Six cells a channel, 216 in all."""


def small_png(surface: pygame.Surface) -> bytes:
    """The PNG file of a surface without transparency."""
    pixels = pygame.image.tobytes(surface, "RGB")
    colors = list(zip(pixels[0::3], pixels[1::3], pixels[2::3], strict=True))
    counted = Counter(colors)
    palette = _palette(counted)
    places = _places(counted, palette)
    width, height = surface.get_size()
    indexed = bytes([places[color] for color in colors])
    rows = b"".join(b"\x00" + indexed[row * width : (row + 1) * width] for row in range(height))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", b"".join(bytes(color) for color in palette)),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _palette(counted: Counter[Color]) -> list[Color]:
    """The most common colour of each coarse cell, so that none is far off, and then the most common ones."""
    if len(counted) <= _COLORS:
        return list(counted)
    common = [color for color, _count in counted.most_common()]
    cells: dict[Color, Color] = {}
    for color in common:
        cells.setdefault(_rough(color, _CELL), color)
    chosen = {_rough(color): color for color in cells.values()}
    for color in common:
        if len(chosen) == _COLORS:
            break
        chosen.setdefault(_rough(color), color)
    return list(chosen.values())


def _places(counted: Counter[Color], palette: list[Color]) -> dict[Color, int]:
    """Every colour → the place in the palette of the nearest one."""
    by_rough: dict[Color, int] = {}
    exact = {color: place for place, color in enumerate(palette)}
    found: dict[Color, int] = {}
    for color in counted:
        place = exact.get(color)
        if place is None:
            rough = _rough(color)
            place = by_rough.get(rough)
            if place is None:
                place = by_rough[rough] = _nearest(color, palette)
        found[color] = place
    return found


def _nearest(color: Color, palette: list[Color]) -> int:
    red, green, blue = color
    distances = [(r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2 for r, g, b in palette]
    return distances.index(min(distances))


def _rough(color: Color, step: int = _STEP) -> Color:
    red, green, blue = color
    return red // step, green // step, blue // step


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
