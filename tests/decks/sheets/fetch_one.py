"""Fetches one sheet in a process of its own and prints as JSON how long it took and how much it needed.

`python -m tests.decks.sheets.fetch_one FILE`
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from game.decks import import_sheet
from tests.decks.mutated_run import peak_mb


def main() -> None:
    """Fetch and print."""
    begun = time.perf_counter()
    outcome = import_sheet(Path(sys.argv[1]))
    report = {
        "seconds": time.perf_counter() - begun,
        "peak_mb": peak_mb(),
        "cards": outcome.cards,
        "left_out": outcome.left_out,
        "faults": [[fault.code.value, fault.line, fault.column] for fault in outcome.faults],
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
