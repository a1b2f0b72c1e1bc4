"""Checks spoiled decks one after the other, in a process of its own, and prints as JSON what came of it.

`python -m tests.decks.mutated_run FOLDER SEED COUNT`. From the first deck on, every file that Python opens
is watched: those of the deck's folder alone may be opened. The first deck that breaks a rule is left in
FOLDER as `broken.yaml`, and the exit code is 1.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from game.decks import ListingState, Severity, check_json, check_paths
from game.i18n import translator
from tests.decks.mutating import part_of, sources, spoiled

LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""
WHOLE_DECKS = 0.03
"""How many of the decks keep all their cards."""


class BrokenRuleError(Exception):
    """A deck did what no deck may do."""


class Opened:
    """Every file that is opened outside of a folder, once the watch is on."""

    def __init__(self, folder: Path) -> None:
        self.outside: list[str] = []
        self._inside = os.path.realpath(folder) + os.sep
        self._is_on = False
        sys.addaudithook(self._hear)

    def watch(self, *, is_on: bool) -> None:
        """Begin or end the watch; an audit hook can never be taken away."""
        self._is_on = is_on

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._is_on and event in ("open", "os.listdir", "os.scandir", "os.system", "subprocess.Popen"):
            name = arguments[0]
            path = (
                os.path.realpath(os.fsdecode(name)) + os.sep
                if isinstance(name, str | bytes)
                else f"{event}: {name}"
            )
            if not path.startswith(self._inside):
                self.outside.append(path)


def prepare(folder: Path) -> Path:
    """The deck's folder with pictures, links out of it and a loop; beside it something to be stolen."""
    deck_folder = folder / "lek"
    (deck_folder / "bilder").mkdir(parents=True)
    (deck_folder / "mapp.png").mkdir()
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (800).to_bytes(4, "big") * 2
    for path in (folder / "utanfor.png", deck_folder / "bild.png", deck_folder / "bilder" / "bild.png"):
        path.write_bytes(picture)
    (deck_folder / "trasig.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    try:
        (deck_folder / "lank.png").symlink_to(folder / "utanfor.png")
        (deck_folder / "upp").symlink_to(folder, target_is_directory=True)
        (deck_folder / "kretsen.png").symlink_to(deck_folder / "kretsen.png")
    except OSError:
        pass  # This account may not make links; the paths are tried all the same.
    return deck_folder


def judge(path: Path, content: bytes) -> str:
    """What came of a deck: `fine`, `advice`, `faults` or `refused`. Raises `BrokenRuleError`."""
    code, text = check_json([path], translator("en"))
    report = json.loads(text)
    faults = report["faults"]
    if len(content) % 4 == 0:  # It reads the deck anew, which takes its time.
        line_code, lines = check_paths([path], translator("sv"))
        if code != line_code or len(faults) != len(lines):
            raise BrokenRuleError("lines and JSON disagree")
        "\n".join(lines).encode("utf-8")
    last_line = len(LINE_BREAK.split(content.decode("utf-8", "replace")))
    for fault in faults:
        if not (
            1 <= fault["line"] <= last_line and fault["column"] >= 1 and fault["message"] and fault["remedy"]
        ):
            raise BrokenRuleError(f"a fault without a place or words: {fault}")
    is_refused = [deck["state"] for deck in report["decks"]] == [ListingState.REFUSED]
    if is_refused != any(fault["severity"] == Severity.DECK_REFUSED for fault in faults):
        raise BrokenRuleError("neither a deck nor a reason")
    if is_refused:
        return "refused"
    return "faults" if code else "advice" if faults else "fine"


def run(folder: Path, seed: int, count: int) -> dict[str, Any]:
    """Check that many decks; what came of them, and the slowest and the largest. Raises `BrokenRuleError`."""
    chance, decks, deck_folder = random.Random(seed), sources(), prepare(folder)
    path = deck_folder / "prov.yaml"
    path.write_bytes(decks[-1])
    check_paths([path], translator("sv"))
    check_json([path], translator("en"))  # Everything that is loaded once is loaded now.
    opened, outcomes, slowest_s = Opened(deck_folder), Counter[str](), 0.0
    for _ in range(count):
        deck = chance.choice((decks[-1], chance.choice(decks)))
        content = spoiled(deck if chance.random() < WHOLE_DECKS else part_of(deck, chance), chance)
        path.write_bytes(content)
        begun = time.perf_counter()
        opened.watch(is_on=True)
        try:
            outcomes[judge(path, content)] += 1
            if opened.outside:
                raise BrokenRuleError(f"opened {opened.outside}")
        except Exception:
            (folder / "broken.yaml").write_bytes(content)
            raise
        finally:
            opened.watch(is_on=False)
        slowest_s = max(slowest_s, time.perf_counter() - begun)
    return {"outcomes": dict(outcomes), "slowest_s": slowest_s, "peak_mb": peak_mb()}


def peak_mb() -> float:
    """The most memory that this process has had, MB; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    status = Path("/proc/self/status")
    if status.exists():  # What `resource` tells there is at least what the process had that started this one.
        return int(status.read_text(encoding="utf-8").partition("VmHWM:")[2].split()[0]) / 1e3
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Run and print."""
    folder, seed, count = sys.argv[1:]
    print(json.dumps(run(Path(folder), int(seed), int(count))))


if __name__ == "__main__":
    main()
