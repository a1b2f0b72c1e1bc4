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
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.x_screen import XScreen  # noqa: E402 - the project's folder comes first on the path
from tests.window.room import display  # noqa: E402 - the same display as the tests use

SIZE = (1920, 1080)
WHOLE = (0, 0, *SIZE)
SIDE = (1290, 120, 560, 620)
"""Where talk's prompts come."""
PLAYERS = "Åsa,Björn,Fatima,Östen,Ann-Christin"
RUNS = 5
KEYS = 40
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
    """Processor seconds of the process so far."""
    times = process.cpu_times()
    return float(times.user + times.system)


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
        found.append(1000 * screen.wait_for_change(part, lambda key=key: screen.press(key), 5))
        time.sleep(0.35)
    return found


def measure(name: str, folder: Path) -> None:
    """Measure everything and print it."""
    screen = XScreen(name)
    main = [sys.executable, str(ROOT / "main.py")]
    common = ["--data-dir", str(folder), "--size", f"{SIZE[0]}x{SIZE[1]}"]
    bare = [sys.executable, str(ROOT / "benchmarks" / "bare.py"), f"{SIZE[0]}x{SIZE[1]}"]
    new = [*main, "service", "--players", PLAYERS, "--preset", "short", "--seed", "3", *common]

    game, _launched = start(name, new)
    screen.wait_until_still(WHOLE, 0.8, 20)
    screen.press("space")
    time.sleep(1.0)
    screen.wait_until_still(WHOLE, 0.8, 20)
    before = cpu_s(game)
    screen.press("space")
    time.sleep(1.0)
    flip = cpu_s(game) - before
    stop(game)
    resumed = [*main, "--resume", *common]
    ours = [first_text_s(screen, name, resumed) for _ in range(RUNS)]
    theirs = [first_text_s(screen, name, bare) for _ in range(RUNS)]
    report("launch to a card's text, s", ours, theirs)
    print(f"a card's flip, processor s (with the second after it)   {flip:.3f}")

    reference, _launched = start(name, bare)
    screen.wait_until_still(WHOLE, 0.5, 20)
    bare_keys = key_to_text_ms(screen, ["space"] * KEYS, (80, 300, 400, 80))
    bare_before = cpu_s(reference)
    time.sleep(QUIET_S)
    bare_idle = cpu_s(reference) - bare_before
    bare_memory = pss_mb(reference)
    stop(reference)

    game, _launched = start(name, resumed)
    screen.wait_until_still(WHOLE, 0.8, 20)
    while True:
        screen.press("k")
        time.sleep(0.8)
        lines = (folder / "bemotande.log").read_text(encoding="utf-8").splitlines()
        if lines[-1].count("SkipPhase") == 0:
            break
        screen.press("1")
        time.sleep(0.8)
        lines = (folder / "bemotande.log").read_text(encoding="utf-8").splitlines()
        if "accepted RevealPrompt" in lines[-1]:
            break
    keys = key_to_text_ms(screen, ["h", "1"] * (KEYS // 2), SIDE)
    report("key to changed text, ms", keys, bare_keys)
    time.sleep(4)
    before = cpu_s(game)
    time.sleep(QUIET_S)
    idle = cpu_s(game) - before
    quiet = key_to_text_ms(screen, ["h"], SIDE)
    for key in ("1", "h"):
        time.sleep(QUIET_S)
        quiet += key_to_text_ms(screen, [key], SIDE)
    print(
        f"key to changed text after {QUIET_S:.0f} s of quiet, ms            {statistics.median(quiet):.1f} {quiet}"
    )
    print(
        f"processor s in {QUIET_S:.0f} s of talk       {idle:.2f}   bare {bare_idle:.2f}   ratio {idle / bare_idle:.2f}"
    )
    memory = pss_mb(game)
    print(
        f"memory, MB PSS               {memory:.0f}   bare {bare_memory:.0f}   ratio {memory / bare_memory:.2f}"
    )
    stop(game)


def report(what: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """One line: median, worst of twenty, and the ratio to the bare window."""
    mine, bare = statistics.median(ours), statistics.median(theirs)
    print(f"{what:<30} {mine:.3g} (max {max(ours):.3g})   bare {bare:.3g}   ratio {mine / bare:.2f}")


if __name__ == "__main__":
    with display(f"{SIZE[0]}x{SIZE[1]}") as shown, tempfile.TemporaryDirectory() as kept:
        measure(shown, Path(kept))
