"""A room with a screen, keyboard and mouse: Xvfb, xdotool and the real program in a real window.

Everything waits for a condition with a bound. The program's log tells which version stands,
because the journal itself is locked while a session is open.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 30.0
"""A generous bound for anything that is waited for."""
NEEDED = ("Xvfb", "xdotool", "setxkbmap")


def skip_without_tools() -> None:
    """Skip on a user's machine that lacks a tool; in CI nothing may be missing."""
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"CI must have {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)} for a real window")


def wait_for(condition: Callable[[], bool], what: str, longest_s: float = LONGEST_S) -> None:
    """Wait until the condition holds; fail after the bound, saying what was waited for."""
    end = time.monotonic() + longest_s
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"waited {longest_s} s for {what}")
        time.sleep(0.01)


@contextmanager
def display(size: str = "1920x1080", layout: str = "se", *, shown_in: Path | None = None) -> Iterator[str]:
    """An X display of its own with a keyboard layout; its name. What it shows can be kept in a folder."""
    read, write = os.pipe()
    shown = [] if shown_in is None else ["-fbdir", str(shown_in)]
    server = subprocess.Popen(
        [
            *("Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-noreset"),
            *("-nolisten", "tcp", *shown),
        ],
        pass_fds=(write,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            name = f":{int(numbers.readline())}"
        subprocess.run(["setxkbmap", layout], env={**os.environ, "DISPLAY": name}, check=True)
        yield name
    finally:
        server.terminate()
        server.wait(LONGEST_S)


class Room:
    """The program running on a display, with hands on its keyboard and mouse."""

    def __init__(self, name: str, data_dir: Path, *arguments: str, command: tuple[str, ...] = ()) -> None:
        self.data_dir = data_dir
        self._environment = {**os.environ, "DISPLAY": name, "LC_ALL": "C.UTF-8"}
        self._environment.pop("SDL_VIDEODRIVER", None)
        self._environment.pop("SDL_AUDIODRIVER", None)
        program = command or (sys.executable, str(ROOT / "main.py"))
        self._seen = len(self.log())
        self.process = subprocess.Popen(
            [*program, *arguments, "--data-dir", str(data_dir)],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=data_dir,
        )
        self.wait_for_log("start ")
        self.wait_for(lambda: bool(self._windows()), "the window")
        self.window = self._windows()[0]
        self.do("windowfocus", "--sync", self.window)

    def _windows(self) -> list[str]:
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return found.stdout.split()

    # --- hands

    def do(self, *words: str) -> None:
        """One xdotool command."""
        subprocess.run(["xdotool", *words], env=self._environment, check=True, stdout=subprocess.DEVNULL)

    def press(self, *keys: str) -> None:
        """Press keys by X's names, in order."""
        self.do("key", "--delay", "12", *keys)

    def write(self, words: str) -> None:
        """Type words as key presses of the layout; `xdotool type` loses ö."""
        self.press(*(_KEYSYMS.get(letter, letter) for letter in words))

    def click(self, x_share: float, y_share: float) -> None:
        """Click at a place given in shares of the window."""
        width, height = self.size()
        self.do(
            "mousemove",
            "--window",
            self.window,
            str(int(x_share * width)),
            str(int(y_share * height)),
            "click",
            "1",
        )

    def size(self) -> tuple[int, int]:
        """The window's size in pixels."""
        found = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", self.window],
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return int(re.findall(r"WIDTH=(\d+)", found)[0]), int(re.findall(r"HEIGHT=(\d+)", found)[0])

    # --- eyes

    def log(self) -> list[str]:
        """The lines of the program's log."""
        path = self.data_dir / "bemotande.log"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def version(self) -> int:
        """The version that was accepted last by this run of the program; 0 before the first."""
        accepted = [line for line in self.log()[self._seen :] if " accepted " in line]
        return int(accepted[-1].rsplit("=", 1)[1]) if accepted else 0

    def wait_for_log(self, words: str) -> None:
        """Wait until a line of this run's log holds the words."""

        def is_there() -> bool:
            return any(words in line for line in self.log()[self._seen :])

        self.wait_for(is_there, f"“{words}” in the log")

    def wait_for(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for a condition while the program runs; a program that ended fails the test with its words."""

        def holds() -> bool:
            if condition():
                return True
            if self.process.poll() is not None:
                _out, words = self.process.communicate()
                pytest.fail(f"waiting for {what}: ended with {self.process.returncode}: {words[-2000:]}")
            return False

        wait_for(holds, what)

    def press_on(self, key: str = "space") -> int:
        """Press a key and wait until a command was accepted; the new version."""
        before = self.version()
        self.press(key)
        self.wait_for(lambda: self.version() > before, f"{key} to be accepted after version {before}")
        return self.version()

    # --- ends

    def kill(self) -> None:
        """SIGKILL, as when the machine dies."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(LONGEST_S)

    def terminate(self) -> int:
        """SIGTERM; the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(LONGEST_S)

    def close(self) -> None:
        """Make sure that nothing is left running."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


_KEYSYMS = {
    " ": "space",
    ",": "comma",
    ".": "period",
    "-": "minus",
    "?": "question",
    "!": "exclam",
    "å": "aring",
    "ä": "adiaeresis",
    "ö": "odiaeresis",
    "Å": "Aring",
    "Ä": "Adiaeresis",
    "Ö": "Odiaeresis",
}
