"""Measures the real window at 1080p under Xvfb beside a bare window of the same library.

`make bench` prints: seconds from launch to a card's text, memory (PSS of the process tree),
processor time in 30 s of talk, key to changed text when people act and after a long quiet, and
the processor time of a card's flip. Each with the bare window's figure from the same run.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.x_screen import XScreen  # noqa: E402 - the project's folder comes first on the path
from tests.window.room import display  # noqa: E402 - the same display as the tests use

SIZE = (1920, 1080)
WHOLE = (0, 0, *SIZE)
PROMPT = (1400, 170, 400, 80)
"""Inside talk's first prompt; no larger than what is looked at in the bare window, since looking takes the
display's time."""
BARE_TEXT = (80, 300, 400, 80)
MIDDLE = (600, 300, 600, 400)
"""What a turning card covers all the time."""
PLAYERS = "Åsa,Björn,Fatima,Östen,Ann-Christin"
RUNS = 5
KEYS = 40
FLIPS = 5
CARD_KEYS = 16
"""Some cards on, when every kind of picture has been drawn, memory is measured."""
FLIP_S = 0.7
"""A flip takes .43 s from its first picture."""
QUIET_S = 30.0


def start(name: str, command: Sequence[str]) -> tuple[psutil.Popen, float]:
    """Start a program on the display; the process and the moment of its launch."""
    launched = time.perf_counter()
    process = psutil.Popen(command, env={"DISPLAY": name, "PATH": "/usr/bin:/bin"}, stdout=subprocess.DEVNULL)
    return process, launched


def stop(process: psutil.Popen) -> None:
    """End a program and wait for it."""
    process.terminate()
    process.wait(20)


def pss_mb(process: psutil.Popen) -> float:
    """Proportional set size of the process tree, MB."""
    tree = [process, *process.children(recursive=True)]
    return sum(one.memory_full_info().pss for one in tree) / 1e6


def cpu_s(process: psutil.Popen) -> float:
    """Processor seconds of the process so far, from the scheduler: the usual counts step by 10 ms."""
    threads = Path(f"/proc/{process.pid}/task").iterdir()
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def first_text_s(screen: XScreen, name: str, command: Sequence[str]) -> float:
    """Seconds from launch until the screen has come to rest for the first time."""
    empty = screen.look(*WHOLE)
    process, launched = start(name, command)
    while screen.look(*WHOLE) == empty:
        time.sleep(0.001)
    rested = screen.wait_until_still(WHOLE, 0.4, 20)
    stop(process)
    time.sleep(0.3)
    return rested - launched


def key_to_text_ms(screen: XScreen, keys: Sequence[str], part: tuple[int, int, int, int]) -> list[float]:
    """Milliseconds from each key to changed pixels."""
    found = []
    for key in keys:
        found.append(1000 * screen.wait_for_change(part, partial(screen.press, key), 5))
        time.sleep(0.35)
    return found


def last_line(folder: Path) -> str:
    """The program's last line in its log; nothing before there is one."""
    log = folder / "bemotande.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    return lines[-1] if lines else ""


def wait_for_line(folder: Path, words: str) -> None:
    """Wait until the log ends with a line that holds the words."""
    end = time.perf_counter() + 20
    while words not in last_line(folder):
        if time.perf_counter() > end:
            raise TimeoutError(f"no “{words}” but “{last_line(folder)}”")
        time.sleep(0.01)


def flip_cpu_s(screen: XScreen, process: psutil.Popen, folder: Path) -> tuple[float, int]:
    """Processor seconds of a card's flip, from the key to rest, and how many pictures of it were seen."""
    pictures = set()
    before = cpu_s(process)
    screen.press("space")
    end = time.perf_counter() + FLIP_S
    while time.perf_counter() < end:
        pictures.add(screen.look(*MIDDLE))
        time.sleep(0.01)
    spent = cpu_s(process) - before
    wait_for_line(folder, "accepted Next version=3")
    return spent, len(pictures)


def to_talk(screen: XScreen, folder: Path) -> None:
    """Skip phases until a prompt can be opened."""
    for _ in range(9):
        screen.press("k")
        time.sleep(0.8)
        screen.press("1")
        time.sleep(0.8)
        if "accepted RevealPrompt" in last_line(folder):
            return
    raise TimeoutError("talk never came")


def measure(name: str, rooms: Path) -> None:
    """Measure everything and print it."""
    screen = XScreen(name)
    main = [sys.executable, str(ROOT / "main.py")]
    sized = ["--size", f"{SIZE[0]}x{SIZE[1]}", "--data-dir"]
    bare = [sys.executable, str(ROOT / "benchmarks" / "bare.py"), f"{SIZE[0]}x{SIZE[1]}"]
    new = [*main, "service", "--players", PLAYERS, "--preset", "short", "--seed", "3", *sized]

    flips = []
    pictures = 0
    for place in (rooms / str(n) for n in range(FLIPS)):
        game, _launched = start(name, [*new, str(place)])
        wait_for_line(place, "accepted OpenSession")
        screen.wait_until_still(WHOLE, 0.8, 20)
        screen.press("space")
        wait_for_line(place, "accepted AcceptRules")
        screen.wait_until_still(WHOLE, 2.5, 20)
        flip, pictures = flip_cpu_s(screen, game, place)
        flips.append(flip)
        stop(game)
    folder = rooms / "0"
    resumed = [*main, "--resume", *sized, str(folder)]
    ours = [first_text_s(screen, name, resumed) for _ in range(RUNS)]
    theirs = [first_text_s(screen, name, bare) for _ in range(RUNS)]
    report("launch to a card's text, s", ours, theirs)
    median = statistics.median(flips)
    print(
        f"a card's flip, processor s   {median:.3f} (max {max(flips):.3f}), {pictures} pictures seen of one"
    )

    reference, _launched = start(name, bare)
    screen.wait_until_still(WHOLE, 0.5, 20)
    bare_keys = key_to_text_ms(screen, ["space"] * KEYS, BARE_TEXT)
    bare_before = cpu_s(reference)
    time.sleep(QUIET_S)
    bare_idle = cpu_s(reference) - bare_before
    bare_memory = pss_mb(reference)
    stop(reference)

    game, _launched = start(name, resumed)
    screen.wait_until_still(WHOLE, 0.8, 20)
    to_talk(screen, folder)
    keys = key_to_text_ms(screen, ["h", "1"] * (KEYS // 2), PROMPT)
    report("key to changed text, ms", keys, bare_keys)
    time.sleep(4)
    before = cpu_s(game)
    time.sleep(QUIET_S)
    idle = cpu_s(game) - before
    quiet = key_to_text_ms(screen, ["h"], PROMPT)
    for key in ("1", "h", "1", "h"):
        time.sleep(QUIET_S)
        quiet += key_to_text_ms(screen, [key], PROMPT)
    print(f"the same after {QUIET_S:.0f} s of quiet    {statistics.median(quiet):.1f} (max {max(quiet):.1f})")
    print(f"processor s in {QUIET_S:.0f} s of talk     {beside(idle, bare_idle)}")
    for _ in range(CARD_KEYS):
        screen.press("space")
        time.sleep(0.8)
    time.sleep(3)
    print(f"memory, MB PSS                 {beside(pss_mb(game), bare_memory)}")
    stop(game)


def beside(mine: float, bare: float) -> str:
    """A figure, the bare window's, and their ratio."""
    return f"{mine:.3g}   bare {bare:.3g}   ratio {mine / bare:.2f}"


def report(what: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """One line: median, worst of twenty, and the ratio to the bare window."""
    mine, bare = statistics.median(ours), statistics.median(theirs)
    print(f"{what:<30} {mine:.3g} (max {max(ours):.3g})   bare {bare:.3g}   ratio {mine / bare:.2f}")


if __name__ == "__main__":
    with display(f"{SIZE[0]}x{SIZE[1]}") as shown, tempfile.TemporaryDirectory() as kept:
        measure(shown, Path(kept))
