"""The window's icon: the mark on the deck's blue-green, for task bars and window lists."""

from __future__ import annotations

import pygame

from game.ui.theme import THEMES

_TIMES = 4


def window_icon(size_px: int = 64) -> pygame.Surface:
    """A square icon, drawn four times as large and scaled down."""
    theme = THEMES["light"]
    size = size_px * _TIMES
    surface = pygame.Surface((size, size), pygame.SRCALPHA)
    pygame.draw.rect(surface, theme.band, surface.get_rect(), border_radius=size // 6)
    radius, middle = size * 3 // 10, size // 2
    for color, lift, side in ((theme.lit, -1, 0), (theme.back_ink, 1, middle)):
        half = pygame.Surface((size, size), pygame.SRCALPHA)
        pygame.draw.circle(half, color, (middle, middle + lift * radius // 2), radius)
        surface.blit(half, (side, 0), pygame.Rect(side, 0, middle, size))
    return pygame.transform.smoothscale(surface, (size_px, size_px))
