"""`deck check`: all that is wrong with decks in files and folders, and advice, for people and programs.

Unlike the library on the welcome screen it also tells what is legal but bad in a room.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity
from game.decks.library import Library, deck_files
from game.decks.listings import DeckListing
from game.decks.room_check import room_warnings
from game.i18n import Translator

JSON_VERSION = 1
"""Of the form that `check_json` gives; another number when a key changes its meaning or goes."""


class CheckOutcome(NamedTuple):
    """What `deck check` ends with."""

    exit_code: int
    """0 when there is no fault (warnings aside), else 1."""
    lines: list[str]
    """`file:line:column: what is wrong; what to do (what it costs)`, warnings included."""


def check_paths(paths: Sequence[Path], translator: Translator) -> CheckOutcome:
    """Check the decks at `paths`, each a file or a folder. A missing path or an empty folder is a fault."""
    _, faults = _checked(paths)
    return CheckOutcome(_exit_code(faults), [fault.line_text(translator) for fault in faults])


def check_json(paths: Sequence[Path], translator: Translator) -> tuple[int, str]:
    """The same as `check_paths` for programs: the exit code, and JSON as `docs/deck-format.md` describes it.

    The texts are in the translator's language; all else is the same in every language.
    """
    listings, faults = _checked(paths)
    counts = Counter(fault.severity for fault in faults)
    report = {
        "version": JSON_VERSION,
        "summary": {severity.value: counts[severity] for severity in Severity},
        "decks": [_deck(listing, translator.language) for listing in listings],
        "faults": [_fault(fault, translator) for fault in faults],
    }
    return _exit_code(faults), json.dumps(report, ensure_ascii=False, indent=2)


def _checked(paths: Sequence[Path]) -> tuple[tuple[DeckListing, ...], list[Fault]]:
    listings = Library.build(paths).listings
    faults = [fault for listing in listings for fault in (*listing.faults, *room_warnings(listing.versions))]
    faults += [_no_decks(path) for path in paths if not deck_files(path)]
    return listings, sorted(faults, key=lambda fault: (str(fault.file), fault.line, fault.column))


def _exit_code(faults: Sequence[Fault]) -> int:
    return int(any(fault.severity.is_fault for fault in faults))


def _no_decks(path: Path) -> Fault:
    log = FaultLog(path)
    log.add(Severity.DECK_REFUSED, FaultCode.NO_DECK_FILES, (1, 1))
    return log.finished()[0]


def _deck(listing: DeckListing, language: str) -> dict[str, Any]:
    return {
        "id": listing.id,
        "title": listing.title(language),
        "state": listing.state.value,
        "languages": list(listing.languages),
        "files": [_path(version.path) for version in listing.versions],
        "cards": listing.card_count,
        "left_out": listing.left_out,
    }


def _fault(fault: Fault, translator: Translator) -> dict[str, Any]:
    return {
        "file": _path(fault.file),
        "line": fault.line,
        "column": fault.column,
        "severity": fault.severity.value,
        "code": fault.code.value,
        "card": fault.card or None,
        "message": fault.problem(translator),
        "remedy": fault.remedy(translator),
        "consequence": fault.consequence(translator),
    }


def _path(path: Path) -> str:
    """A path that can be written as UTF-8, whatever bytes the file system allows."""
    return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
