"""What can be wrong with a deck, where, and what it costs.

A fault holds codes and values, never a finished sentence: it is put into words in the user's language
when it is shown. This module knows neither YAML nor the table of fields.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from game.decks.fault_codes import FaultCode, FaultText
from game.decks.fault_texts import TEXTS as DECK_TEXTS
from game.decks.room_texts import ROOM_TEXTS
from game.decks.sheet_texts import CELL_TEXTS, SHEET_TEXTS
from game.decks.texts import shown
from game.i18n import N_, Translator

TEXTS: dict[FaultCode, FaultText] = {**DECK_TEXTS, **ROOM_TEXTS, **SHEET_TEXTS}
"""The words for every fault."""

MAX_FAULTS = 500
"""More faults in one file are counted, not listed."""


class Severity(StrEnum):
    """What a fault costs, the worst first."""

    DECK_REFUSED = "deck refused"
    CARD_LEFT_OUT = "card left out"
    ENTRY_IGNORED = "entry ignored"
    """A fault, but only the faulty entry is passed over: the deck and the card are played."""
    WARNING = "warning"
    """Worth knowing; checking a deck still succeeds."""

    @property
    def is_fault(self) -> bool:
        """Whether checking a deck fails because of it; warnings alone do not count."""
        return self is not Severity.WARNING


_ORDER = tuple(Severity)
_CONSEQUENCES = {
    Severity.DECK_REFUSED: N_("kortleken läses inte in"),
    Severity.CARD_LEFT_OUT: N_("kortet lämnas utanför"),
    Severity.ENTRY_IGNORED: N_("resten läses ändå"),
    Severity.WARNING: N_("varning"),
}
_NAMED_CARD_LEFT_OUT = N_("kortet ”{card}” lämnas utanför")
_ON_LINE = N_("{file}, rad {line}, kolumn {column}")
_IN_CELL = N_("Cell {cell}: {problem}")
_IN_CELL_OF_SHEET = N_("Cell {cell} på bladet ”{sheet}”: {problem}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in one place of one file."""

    file: Path
    line: int
    """From 1; 1 when the whole file is meant."""
    column: int
    """From 1, in characters."""
    severity: Severity
    code: FaultCode
    values: tuple[tuple[str, str | int], ...] = ()
    """What is filled into the text; strings are already safe to print."""
    card: str = ""
    """The card's title, id or number; empty when the fault is not in a card."""
    cell: str = ""
    """The cell's name in a table, `B7`; line and column are then its row and column."""
    sheet: str = ""
    """The name of the sheet in a workbook."""

    def problem(self, translator: Translator) -> str:
        """What is wrong, and for a table in which cell."""
        problem = translator(self._wording.problem, **self._values)
        if not self.cell:
            return problem
        where = _IN_CELL_OF_SHEET if self.sheet else _IN_CELL
        return translator(where, cell=self.cell, sheet=self.sheet, problem=problem)

    def remedy(self, translator: Translator) -> str:
        """What to do about it."""
        wording, values = self._wording, self._values
        return translator(wording.guess if "guess" in values and wording.guess else wording.remedy, **values)

    def consequence(self, translator: Translator) -> str:
        """What it costs."""
        if words := self._wording.consequence:
            return translator(words)
        if self.severity is Severity.CARD_LEFT_OUT and self.card:
            return translator(_NAMED_CARD_LEFT_OUT, card=self.card)
        return translator(_CONSEQUENCES[self.severity])

    def text(self, translator: Translator) -> str:
        """`what is wrong; what to do (what it costs)`."""
        cost = self.consequence(translator)
        return f"{self.problem(translator)}; {self.remedy(translator)} ({cost})"

    @property
    def _wording(self) -> FaultText:
        words = CELL_TEXTS.get(self.code) if self.cell else None
        return words or TEXTS[self.code]

    @property
    def _values(self) -> dict[str, str | int]:
        # Always with a value, so that braces in a text are never left as they are.
        return {"card": self.card, **dict(self.values)}

    def line_text(self, translator: Translator) -> str:
        """`file:line:column: what is wrong; what to do (what it costs)`."""
        return f"{shown(str(self.file), 400)}:{self.line}:{self.column}: {self.text(translator)}"

    def screen_text(self, translator: Translator) -> str:
        """The same in words, without the folder, which is nobody's business in a room."""
        name, text = shown(self.file.name, 80), self.text(translator)
        if self.cell or (self.line, self.column) == (1, 1):
            # A cell is named in the text already, and the first place means the file as a whole.
            return f"{name}: {text}"
        where = translator(_ON_LINE, file=name, line=self.line, column=self.column)
        return f"{where}: {text}"


def worst(severities: Iterable[Severity]) -> Severity | None:
    """The worst of some severities; None when there are none."""
    return min(severities, key=_ORDER.index, default=None)


class FaultLog:
    """Collects the faults of one file, at most `MAX_FAULTS`, then one that tells how many more."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.card = ""
        """Named in the faults that are added, until it is changed."""
        self._faults: list[Fault] = []
        self._unlisted: list[Severity] = []

    def add(
        self,
        severity: Severity,
        code: FaultCode,
        place: tuple[int, int],
        values: Mapping[str, str | int] = MappingProxyType({}),
        guess: tuple[str, Iterable[str]] | None = None,
    ) -> None:
        """Note a fault at `place` (line, column from 1).

        `guess` is what was written and what could have been meant. String values are cut and cleaned.
        """
        # Why a deck is refused is always told.
        if len(self._faults) >= MAX_FAULTS and severity is not Severity.DECK_REFUSED:
            self._unlisted.append(severity)
            return
        if guess is not None and (meant := closest(*guess)):
            values = {**values, "guess": meant}
        safe = {
            name: shown(value, 200) if isinstance(value, str) else value for name, value in values.items()
        }
        self._faults.append(Fault(self.file, *place, severity, code, tuple(safe.items()), self.card))

    def finished(self) -> tuple[Fault, ...]:
        """All faults in the order of the file."""
        faults = sorted(self._faults, key=lambda fault: (fault.line, fault.column))
        if rest := worst(self._unlisted):
            last = faults[-1]
            number = (("number", len(self._unlisted)),)
            faults.append(Fault(self.file, last.line, last.column, rest, FaultCode.MORE_FAULTS, number))
        return tuple(faults)


def closest(written: str, possible: Iterable[str]) -> str | None:
    """The word that was probably meant, upper and lower case aside; None when nothing is near."""
    by_lower = {word.lower(): word for word in possible}
    near = difflib.get_close_matches(written[:80].lower(), by_lower, n=1, cutoff=0.6)
    return by_lower[near[0]] if near else None
