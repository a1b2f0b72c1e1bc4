"""Eyes and hands on an X display through Xlib itself, fast enough to time a frame.

`xdotool` starts a process a key, which takes longer than what is to be measured here.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import time
import zlib
from collections.abc import Callable

ALL_PLANES = 0xFFFFFFFF
Z_PIXMAP = 2


class _Image(ctypes.Structure):
    """The head of Xlib's XImage, as far as it is read here."""

    _fields_ = (
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("xoffset", ctypes.c_int),
        ("format", ctypes.c_int),
        ("data", ctypes.POINTER(ctypes.c_char)),
        ("byte_order", ctypes.c_int),
        ("bitmap_unit", ctypes.c_int),
        ("bitmap_bit_order", ctypes.c_int),
        ("bitmap_pad", ctypes.c_int),
        ("depth", ctypes.c_int),
        ("bytes_per_line", ctypes.c_int),
    )


class XScreen:
    """One connection to a display."""

    def __init__(self, name: str) -> None:
        self._x = _library("X11")
        self._test = _library("Xtst")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        self._x.XGetImage.restype = ctypes.POINTER(_Image)
        self._x.XGetImage.argtypes = (
            [ctypes.c_void_p, ctypes.c_ulong]
            + [ctypes.c_int] * 4
            + [
                ctypes.c_ulong,
                ctypes.c_int,
            ]
        )
        self._x.XDestroyImage.argtypes = [ctypes.POINTER(_Image)]
        self._x.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._x.XStringToKeysym.argtypes = [ctypes.c_char_p]
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._x.XFlush.argtypes = [ctypes.c_void_p]
        self._test.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
        self._display = self._x.XOpenDisplay(name.encode())
        if not self._display:
            raise OSError(f"no display {name}")
        self._root = self._x.XDefaultRootWindow(self._display)

    def look(self, x: int, y: int, width: int, height: int) -> int:
        """A checksum of what a part of the screen shows, in pixels."""
        image = self._x.XGetImage(self._display, self._root, x, y, width, height, ALL_PLANES, Z_PIXMAP)
        if not image:
            raise OSError("the screen cannot be read")
        size = image.contents.bytes_per_line * image.contents.height
        checksum = zlib.crc32(ctypes.string_at(image.contents.data, size))
        self._x.XDestroyImage(image)
        return checksum

    def press(self, keysym: str) -> None:
        """Press and release a key."""
        code = self._x.XKeysymToKeycode(self._display, self._x.XStringToKeysym(keysym.encode()))
        self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x.XFlush(self._display)

    def wait_for_change(
        self, part: tuple[int, int, int, int], act: Callable[[], None], longest_s: float
    ) -> float:
        """Act, and give the seconds until the part of the screen has changed. Raises TimeoutError."""
        before = self.look(*part)
        start = time.perf_counter()
        act()
        while self.look(*part) == before:
            if time.perf_counter() - start > longest_s:
                raise TimeoutError("nothing changed")
            time.sleep(0.0005)
        return time.perf_counter() - start

    def wait_until_still(self, part: tuple[int, int, int, int], still_s: float, longest_s: float) -> float:
        """The moment (perf_counter) from which the part has not changed for `still_s`."""
        end = time.perf_counter() + longest_s
        last, since = self.look(*part), time.perf_counter()
        while time.perf_counter() - since < still_s:
            time.sleep(0.001)
            now = self.look(*part)
            if now != last:
                last, since = now, time.perf_counter()
            if time.perf_counter() > end:
                raise TimeoutError("it never came to rest")
        return since


def _library(name: str) -> ctypes.CDLL:
    found = ctypes.util.find_library(name)
    if found is None:
        raise OSError(f"lib{name} is missing")
    return ctypes.CDLL(found)
