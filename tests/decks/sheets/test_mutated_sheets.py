"""Thousands of spoiled sheets: each gives a deck or a reason with a place, and none does any harm.

`BEMOTANDE_MUTATED_SHEETS=10000 python -m pytest -m soak tests/decks/sheets/test_mutated_sheets.py -s` for a
long run.
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

from game.decks import ImportOutcome, import_sheet
from tests.decks.mutated_run import BrokenRuleError
from tests.decks.sheets.sheets_to_spoil import sources
from tests.decks.sheets.spoiled_sheets_run import judge
from tests.decks.sheets.spoiling_sheets import SPOILINGS, TEXT_SPOILINGS, Spoiling, spoiled

ROOT = Path(__file__).resolve().parents[3]
MOST_SECONDS, MOST_MB = 20, 500
"""For one sheet; far more than any needs, so that a slow machine passes and an explosion does not."""


def _run(folder: Path, seed: int, count: int, timeout_s: float) -> dict[str, Any]:
    module = "tests.decks.sheets.spoiled_sheets_run"
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder), str(seed), str(count)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=timeout_s,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"see {folder}/broken.*\n{done.stderr}"
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["slowest_s"] < MOST_SECONDS
    assert report["peak_mb"] < MOST_MB
    assert sum(report["outcomes"].values()) == count
    return report


def test_spoiled_sheets_are_fetched_or_refused(tmp_path: Path) -> None:
    """Four hundred sheets give cards or a reason with its place, quickly, and open nothing elsewhere."""
    report = _run(tmp_path, seed=1, count=400, timeout_s=120)
    assert {"faults", "refused", "fine"} <= set(report["outcomes"])


@pytest.mark.slow
def test_many_spoiled_sheets_are_fetched_or_refused(tmp_path: Path) -> None:
    """Four thousand more."""
    _run(tmp_path, seed=2, count=4_000, timeout_s=600)


@pytest.mark.soak
def test_as_many_spoiled_sheets_as_are_wanted(tmp_path: Path) -> None:
    """A long run by hand, with a seed of its own."""
    count = int(os.environ.get("BEMOTANDE_MUTATED_SHEETS", "10000"))
    seed = int(os.environ.get("BEMOTANDE_MUTATED_SEED", "3"))
    print(_run(tmp_path, seed, count, timeout_s=max(600.0, count / 10)))


@pytest.mark.parametrize("spoiling", [*SPOILINGS, *TEXT_SPOILINGS], ids=lambda one: one.__name__)
def test_every_mishap_can_befall_any_sheet(spoiling: Spoiling, tmp_path: Path) -> None:
    """An empty file, bytes that are no text and every sheet can be spoiled, the same way for one seed."""
    for content in (b"", b"\xff\xfe\x00", b"\n", *(content for _, content in sources(tmp_path))):
        assert spoiling(content, random.Random(5)) == spoiling(content, random.Random(5))


def test_sheets_are_spoiled_in_many_ways(tmp_path: Path) -> None:
    """Nearly all come out changed, and no two alike."""
    chance = random.Random(9)
    for suffix, content in sources(tmp_path)[:3]:
        assert len({spoiled(suffix, content, chance) for _ in range(60)}) > 40


def test_a_broken_rule_is_noticed(tmp_path: Path) -> None:
    """The judge itself fails when there is neither a deck nor a reason."""
    with pytest.raises(BrokenRuleError):
        judge(ImportOutcome(None, "", (), 0), tmp_path, is_read_again=False)
    (tmp_path / "a.txt").write_text("Ett kort.\nEtt till.\n", encoding="utf-8")
    good = import_sheet(tmp_path / "a.txt")
    assert judge(good, tmp_path, is_read_again=True) == "fine"
    with pytest.raises(BrokenRuleError):
        judge(ImportOutcome(good.deck, good.yaml, (), -1), tmp_path, is_read_again=False)
