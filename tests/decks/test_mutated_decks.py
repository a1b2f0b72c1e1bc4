"""Thousands of spoiled decks: each is read or refused with a place, and none does any harm.

`BEMOTANDE_MUTATED_DECKS=20000 python -m pytest -m soak tests/decks/test_mutated_decks.py -s` for a long run.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.decks.mutated_run import BrokenRuleError, judge
from tests.decks.mutating import FIELD_SPOILINGS, SPOILINGS, Spoiling, part_of, sources, spoiled

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS, MOST_MB = 20, 500
"""For one deck; far more than any needs, so that a slow machine passes and an explosion does not."""


def _run(folder: Path, seed: int, count: int, timeout_s: float) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.decks.mutated_run", str(folder), str(seed), str(count)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=timeout_s, encoding="utf-8"
    )
    assert done.returncode == 0, f"see {folder / 'broken.yaml'}\n{done.stderr}"
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["slowest_s"] < MOST_SECONDS
    assert report["peak_mb"] < MOST_MB
    assert sum(report["outcomes"].values()) == count
    return report


def test_spoiled_decks_are_read_or_refused(tmp_path: Path) -> None:
    """Five hundred decks give cards or faults with a place, quickly, and open nothing elsewhere."""
    report = _run(tmp_path, seed=1, count=500, timeout_s=120)
    assert {"faults", "refused"} <= set(report["outcomes"])


@pytest.mark.slow
def test_many_spoiled_decks_are_read_or_refused(tmp_path: Path) -> None:
    """Five thousand more."""
    _run(tmp_path, seed=2, count=5_000, timeout_s=600)


@pytest.mark.soak
def test_as_many_spoiled_decks_as_are_wanted(tmp_path: Path) -> None:
    """A long run by hand, with a seed of its own."""
    count = int(os.environ.get("BEMOTANDE_MUTATED_DECKS", "20000"))
    seed = int(os.environ.get("BEMOTANDE_MUTATED_SEED", "3"))
    print(_run(tmp_path, seed, count, timeout_s=max(600.0, count / 10)))


ALL = sorted({*SPOILINGS, *FIELD_SPOILINGS}, key=lambda spoiling: spoiling.__name__)


@pytest.mark.parametrize("spoiling", ALL, ids=[spoiling.__name__ for spoiling in ALL])
def test_every_mishap_can_befall_any_file(spoiling: Spoiling) -> None:
    """An empty file, bytes that are no text and every deck can be spoiled, the same way for one seed."""
    for content in (b"", b"\xff\xfe\x00", b"\n", *sources()):
        assert spoiling(content, random.Random(5)) == spoiling(content, random.Random(5))


def test_decks_are_spoiled_in_many_ways() -> None:
    """Nearly all decks come out changed, and no two alike."""
    chance = random.Random(9)
    deck = sources()[-1]
    results = {spoiled(part_of(deck, chance), chance) for _ in range(300)}
    assert len(results) > 270


def test_a_broken_rule_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The judge itself fails when a fault lies outside of the file."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: x\ncards:\n- text: a\n\n\n\n- title: b\n")
    with pytest.raises(BrokenRuleError):
        judge(path, b"title: x\n")


def test_a_file_opened_outside_is_noticed(tmp_path: Path) -> None:
    """The watch hears of a file outside of the folder, through a link too, and not of one inside."""
    (tmp_path / "lek").mkdir()
    (tmp_path / "lek" / "inne").write_text("x", encoding="utf-8")
    (tmp_path / "ute").write_text("x", encoding="utf-8")
    program = (
        "import sys; from pathlib import Path; from tests.decks.mutated_run import Opened\n"
        "folder = Path(sys.argv[1]); opened = Opened(folder / 'lek')\n"
        "opened.watch(is_on=True); (folder / 'lek' / 'inne').open().close(); print(len(opened.outside))\n"
        "(folder / 'lek' / '..' / 'ute').open().close(); print(len(opened.outside))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "1"]
