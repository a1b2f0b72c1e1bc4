"""`deck check`: everything that is wrong with decks in files and folders, as lines for people."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity
from game.decks.library import Library, deck_files
from game.i18n import Translator


class CheckOutcome(NamedTuple):
    """What `deck check` ends with."""

    exit_code: int
    """0 when there is no fault (warnings aside), else 1."""
    lines: list[str]
    """`file:line:column: what is wrong; what to do (what it costs)`, warnings included."""


def check_paths(paths: Sequence[Path], translator: Translator) -> CheckOutcome:
    """Check the decks at `paths`, each a file or a folder. A missing path or an empty folder is a fault."""
    library = Library.build(paths)
    faults = [fault for listing in library.listings for fault in listing.faults]
    faults += [_no_decks(path) for path in paths if not deck_files(path)]
    faults.sort(key=lambda fault: (str(fault.file), fault.line, fault.column))
    lines = [fault.line_text(translator) for fault in faults]
    return CheckOutcome(int(any(fault.severity.is_fault for fault in faults)), lines)


def _no_decks(path: Path) -> Fault:
    log = FaultLog(path)
    log.add(Severity.DECK_REFUSED, FaultCode.NO_DECK_FILES, (1, 1))
    return log.finished()[0]
