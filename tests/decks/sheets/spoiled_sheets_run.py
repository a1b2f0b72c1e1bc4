"""Fetches spoiled sheets one after the other, in a process of its own, and prints as JSON what came of it.

`python -m tests.decks.sheets.spoiled_sheets_run FOLDER SEED COUNT`. Only files of FOLDER may be opened. The
first sheet that breaks a rule is left in FOLDER as `broken.…`, and the exit code is 1.
"""

from __future__ import annotations

import codecs
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from game.decks import ImportOutcome, Severity, import_sheet, read_deck
from game.i18n import translator
from tests.decks.mutated_run import BrokenRuleError, Opened, peak_mb
from tests.decks.sheets.sheets_to_spoil import sources
from tests.decks.sheets.spoiling_pieces import ENCODINGS
from tests.decks.sheets.spoiling_sheets import spoiled

TRANSLATORS = (translator("sv"), translator("en"))


def judge(outcome: ImportOutcome, folder: Path, *, is_read_again: bool) -> str:
    """What came of a sheet: `fine`, `warnings`, `faults` or `refused`. Raises `BrokenRuleError`."""
    severities = {fault.severity for fault in outcome.faults}
    for fault in outcome.faults:
        words = [fault.line_text(language) for language in TRANSLATORS]
        if fault.line < 1 or fault.column < 1 or not all(words) or "{" in fault.code:
            raise BrokenRuleError(f"a fault without a place or words: {fault}")
        "\n".join(words).encode("utf-8")
    is_refused = outcome.deck is None
    if is_refused != (Severity.DECK_REFUSED in severities) or is_refused != (outcome.yaml == ""):
        raise BrokenRuleError("neither a deck nor a reason")
    if outcome.deck is None:
        return "refused"
    if outcome.left_out < 0:
        raise BrokenRuleError("a wrong count")
    if is_read_again:
        path = folder / "igen.yaml"
        path.write_text(outcome.yaml, encoding="utf-8")
        again = read_deck(path).deck
        if again is None or [card.text for card in again.cards] != [card.text for card in outcome.deck.cards]:
            raise BrokenRuleError("the YAML is another deck")
    if any(severity.is_fault for severity in severities):
        return "faults"
    return "warnings" if severities else "fine"


def run(folder: Path, seed: int, count: int) -> dict[str, Any]:
    """Fetch that many; what came of them, the slowest and the largest. Raises `BrokenRuleError`."""
    chance, sheets = random.Random(seed), sources(folder)
    for suffix, content in sheets:
        (folder / f"prov{suffix}").write_bytes(content)
        judge(import_sheet(folder / f"prov{suffix}"), folder, is_read_again=True)
    for encoding in (*ENCODINGS, "utf-32-le", "utf-32-be"):
        codecs.lookup(encoding)  # Everything that is loaded once is loaded now.
    opened, outcomes, slowest_s = Opened(folder), Counter[str](), 0.0
    for number in range(count):
        suffix, content = chance.choice(sheets)
        content = spoiled(suffix, content, chance)
        suffix = (
            suffix if chance.random() < 0.9 else chance.choice((".xlsx", ".csv", ".txt", ".tsv", "", ".xlsm"))
        )
        path = folder / f"prov{suffix}"
        path.write_bytes(content)
        begun = time.perf_counter()
        opened.watch(is_on=True)
        try:
            outcome = import_sheet(path)
            slowest_s = max(slowest_s, time.perf_counter() - begun)
            outcomes[judge(outcome, folder, is_read_again=number % 3 == 0)] += 1
            if opened.outside:
                raise BrokenRuleError(f"opened {opened.outside}")
        except Exception:
            (folder / f"broken{suffix}").write_bytes(content)
            raise
        finally:
            opened.watch(is_on=False)
    return {"outcomes": dict(outcomes), "slowest_s": slowest_s, "peak_mb": peak_mb()}


def main() -> None:
    """Run and print."""
    folder, seed, count = sys.argv[1:]
    print(json.dumps(run(Path(folder), int(seed), int(count))))


if __name__ == "__main__":
    main()
