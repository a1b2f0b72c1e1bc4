"""The keys, in one place: what a key press means when no text field is open.

A clicker sends PageDown, PageUp, B or "." and sometimes F5, Escape; it never confirms a loss.
"""

from __future__ import annotations

from enum import Enum, auto

import pygame


class Key(Enum):
    """What a key asks for."""

    NEXT = auto()
    BACK = auto()
    UNDO = auto()
    REDO = auto()
    OPEN_TEXT = auto()
    ENTER = auto()
    PAUSE = auto()
    BLANK = auto()
    FULL_SCREEN = auto()
    HELP = auto()
    EASY = auto()
    ONE_MORE = auto()
    SWAP = auto()
    PASS = auto()
    SKIP = auto()
    HIDE = auto()
    SEATS = auto()
    LANGUAGE = auto()
    CLOCK = auto()
    MORE_TIME = auto()
    LESS_TIME = auto()
    UP = auto()
    DOWN = auto()
    DELETE = auto()


_PLAIN: dict[int, Key] = {
    pygame.K_SPACE: Key.NEXT,
    pygame.K_PAGEDOWN: Key.NEXT,
    pygame.K_RIGHT: Key.NEXT,
    pygame.K_F5: Key.NEXT,
    pygame.K_PAGEUP: Key.BACK,
    pygame.K_LEFT: Key.BACK,
    pygame.K_RETURN: Key.ENTER,
    pygame.K_KP_ENTER: Key.ENTER,
    pygame.K_ESCAPE: Key.PAUSE,
    pygame.K_b: Key.BLANK,
    pygame.K_PERIOD: Key.BLANK,
    pygame.K_F11: Key.FULL_SCREEN,
    pygame.K_F1: Key.HELP,
    pygame.K_e: Key.EASY,
    pygame.K_n: Key.ONE_MORE,
    pygame.K_s: Key.SWAP,
    pygame.K_p: Key.PASS,
    pygame.K_k: Key.SKIP,
    pygame.K_h: Key.HIDE,
    pygame.K_d: Key.SEATS,
    pygame.K_l: Key.LANGUAGE,
    pygame.K_c: Key.CLOCK,
    pygame.K_t: Key.OPEN_TEXT,
    pygame.K_PLUS: Key.MORE_TIME,
    pygame.K_KP_PLUS: Key.MORE_TIME,
    pygame.K_MINUS: Key.LESS_TIME,
    pygame.K_KP_MINUS: Key.LESS_TIME,
    pygame.K_UP: Key.UP,
    pygame.K_DOWN: Key.DOWN,
    pygame.K_DELETE: Key.DELETE,
    pygame.K_BACKSPACE: Key.DELETE,
}

ALWAYS = frozenset({Key.FULL_SCREEN})
"""Keys that mean the same in front of a modal screen too."""


def key_of(event: pygame.Event) -> Key | None:
    """What a KEYDOWN asks for when no field is open; None for other keys and events."""
    if event.type != pygame.KEYDOWN:
        return None
    if event.mod & pygame.KMOD_CTRL:
        if event.key == pygame.K_z:
            return Key.REDO if event.mod & pygame.KMOD_SHIFT else Key.UNDO
        return Key.REDO if event.key == pygame.K_y else None
    if event.mod & (pygame.KMOD_ALT | pygame.KMOD_META):
        return None
    if event.unicode == "?":
        return Key.HELP
    return _PLAIN.get(event.key)


def digit_of(event: pygame.Event) -> int | None:
    """1–9 for a digit key of either block, whatever Shift says; None for anything else."""
    if event.type != pygame.KEYDOWN or event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
        return None
    if pygame.K_1 <= event.key <= pygame.K_9:
        return int(event.key - pygame.K_1) + 1
    if pygame.K_KP_1 <= event.key <= pygame.K_KP_9:
        return int(event.key - pygame.K_KP_1) + 1
    return None


def is_shifted(event: pygame.Event) -> bool:
    """Whether Shift was held."""
    return bool(event.mod & pygame.KMOD_SHIFT)
