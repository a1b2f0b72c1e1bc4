"""Compares a drawn picture with its reference: how many pixels differ by more than the eye forgives."""

from __future__ import annotations

from pathlib import Path

import pygame

LEVELS = 24
"""A pixel counts as different when a channel differs by more than this (of 255)."""
SHARE = 0.002
"""At most this share of the pixels may differ."""


def share_that_differs(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of pixels, 0–1, in which some channel differs by more than `LEVELS`."""
    if one.get_size() != other.get_size():
        return 1.0
    a, b = one.convert(24), other.convert(24)
    alike = pygame.transform.threshold(
        None, a, None, threshold=(LEVELS, LEVELS, LEVELS, 0), set_color=None, set_behavior=0, search_surf=b
    )
    width, height = one.get_size()
    return 1 - alike / (width * height)


def is_same_picture(computed: Path, expected: Path) -> bool:
    """Whether two picture files show the same to the eye."""
    pictures = [pygame.image.load(str(path)) for path in (computed, expected)]
    return share_that_differs(pictures[0], pictures[1]) <= SHARE
