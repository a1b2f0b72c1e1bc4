"""Bring what the guides quote of the program up to date: the words about each faulty example.

`python tools/guide_quotes.py` writes them into the `said` blocks of the guides; `--check` writes nothing
and exits with 1 when one is not fresh.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from game.decks import Fault, Library, import_sheet, room_warnings
from game.i18n import translator
from tools.guide_blocks import GUIDES, Block, faulty

_SAID = re.compile(r"^(```text said\n).*?^(```)$", re.MULTILINE | re.DOTALL)


def said_of(block: Block, language: str) -> tuple[str, ...]:
    """What the program says of a file, line by line, as a screen shows it."""
    _ = translator(language)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / block.name
        path.write_text(block.text, encoding="utf-8")
        faults: list[Fault] = []
        if block.language == "yaml":
            for listing in Library.build([path]).listings:
                faults += [*listing.faults, *room_warnings(listing.versions)]
        else:
            faults += import_sheet(path, language=language).faults
    in_order = sorted(faults, key=lambda fault: (fault.line, fault.column))
    return tuple(fault.screen_text(_) for fault in in_order)


def fresh(guide: str, language: str) -> str:
    """The guide with what the program says now."""
    texts = iter(["".join(f"{line}\n" for line in said_of(block, language)) for block, _ in faulty(guide)])
    return _SAID.sub(lambda match: match[1] + next(texts) + match[2], guide)


def main(arguments: list[str]) -> int:
    """Write or check the guides; 0 when all is well."""
    stale = 0
    for language, path in GUIDES.items():
        before = path.read_text(encoding="utf-8")
        after = fresh(before, language)
        if after == before:
            continue
        stale += 1
        if "--check" in arguments:
            print(f"not fresh: {path.name}")
        else:
            path.write_text(after, encoding="utf-8", newline="\n")
            print(f"written: {path.name}")
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
