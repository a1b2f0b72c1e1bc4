"""The window on the shared screen: SDL's hints, the display, full screen. It knows no game.

The hints are measured: without a GPU, drawing in software without SDL's texture framebuffer
makes start, memory and every flip several times cheaper (docs/decisions/0003-software-window.md).
"""

from __future__ import annotations

import os
import sys

import pygame

TITLE = "Bemötande"
DEFAULT_SIZE = (1280, 720)
SMALLEST = (640, 400)
_HEADLESS = ("offscreen", "dummy")
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
"""What tells a program on Linux where a display is."""


class NoDisplayError(Exception):
    """There is no display to open a window on."""


class WrongPygameError(Exception):
    """Another package than pygame-ce answers to the name `pygame`."""


def set_hints() -> None:
    """Set what SDL reads when it starts; a value that the user has set is left alone."""
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
    os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")


def start_display() -> str:
    """Start display and fonts (not sound, which is slow); the driver's name.

    Raises `WrongPygameError` and `NoDisplayError`.
    """
    if not getattr(pygame, "IS_CE", False):
        raise WrongPygameError
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _DISPLAYS):
        # Asking SDL would print a line of a library's own about Wayland.
        raise NoDisplayError
    wants_headless = os.environ.get("SDL_VIDEODRIVER", "") in _HEADLESS
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoDisplayError from error
    driver = pygame.display.get_driver()
    if driver in _HEADLESS and not wants_headless:
        # SDL picks `offscreen` without a word when it finds no display.
        pygame.display.quit()
        raise NoDisplayError
    pygame.font.init()
    return driver


class Window:
    """The one window of the shared screen. Full screen is a borderless window of the desktop's size."""

    def __init__(self, *, windowed: bool, size: tuple[int, int] | None) -> None:
        pygame.display.set_caption(TITLE)
        self._desktop = pygame.display.get_desktop_sizes()[0]
        self._size = size or _fitting(self._desktop)
        self.is_full_screen = not windowed and size is None
        self.surface = self._open()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        return self.surface.get_size()

    def toggle_full_screen(self) -> None:
        """Full screen, or a window of the size that it had."""
        if not self.is_full_screen:
            self._size = self.size
        self.is_full_screen = not self.is_full_screen
        self.surface = self._open()

    def follow_resize(self) -> None:
        """Take the surface anew after SDL has changed the window's size."""
        self.surface = pygame.display.get_surface() or self.surface

    def _open(self) -> pygame.Surface:
        if self.is_full_screen:
            self._desktop = pygame.display.get_desktop_sizes()[0]
            surface = pygame.display.set_mode(self._desktop, pygame.NOFRAME)
        else:
            surface = pygame.display.set_mode(self._size, pygame.RESIZABLE)
        pygame.mouse.set_visible(True)
        return surface


def _fitting(desktop: tuple[int, int]) -> tuple[int, int]:
    """The default size of a window, less on a small desktop."""
    width = min(DEFAULT_SIZE[0], desktop[0])
    height = min(DEFAULT_SIZE[1], desktop[1])
    return max(SMALLEST[0], width), max(SMALLEST[1], height)
