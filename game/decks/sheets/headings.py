"""Finds the row of headings in a table, and which column means what."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.core.cards import Kind
from game.decks.schema import FieldType, Owner
from game.decks.sheets.tables import Row, Table
from game.decks.sheets.words import field_of, heading_number, is_long, kind_of, word

_SEARCHED_ROWS = 80
"""Filled rows from the top; a deck's own fields and themes may stand above the headings."""
_LAST_COLUMN = 1_000
"""Nobody's headings stand further out."""
_LONGEST_OTHER_HEADING = 30
_PROSE_CHARACTERS = 25
"""A column whose cells are longer than this on the average holds texts and not words."""
_SAMPLED_ROWS = 200


@dataclass(slots=True)
class Headings:
    """What the columns of a table mean. Columns are from 1."""

    row: int
    """The number of the row of headings; 0 when there is none and the first row is a card."""
    columns: dict[str, list[int]] = field(default_factory=dict)
    """Field of a card → its columns, in the order of their entries."""
    names: dict[int, str] = field(default_factory=dict)
    """Every heading as it is written."""
    unknown: list[int] = field(default_factory=list)
    twice: list[tuple[int, int]] = field(default_factory=list)
    """A column, and the one before it that means the same."""
    kind: Kind | None = None
    """The sort of all cards when it stands over their text: `Påstående`."""

    @property
    def has_text(self) -> bool:
        """Whether there is a column with the cards' text."""
        return "text" in self.columns

    @property
    def rank(self) -> tuple[bool, int]:
        """What is compared with other rows: the text counts most."""
        return self.has_text, self.score

    @property
    def score(self) -> int:
        """How many fields have a column."""
        return len(self.columns)


def find_headings(table: Table) -> Headings | None:
    """The row that names most fields of cards, the first of several; None when no row names any."""
    best: Headings | None = None
    for row in table.rows[:_SEARCHED_ROWS]:
        found = _headings_in(row)
        if found is not None and (best is None or found.rank > best.rank):
            best = found
    return best


def lone_text_column(table: Table) -> Headings | None:
    """The only column with texts in it, in a table without headings; None when there is none or several."""
    lengths: dict[int, list[int]] = {}
    for row in table.rows[:_SAMPLED_ROWS]:
        for column, cell in row.cells.items():
            lengths.setdefault(column, []).append(len(cell))
    texts = [column for column, found in lengths.items() if sum(found) >= _PROSE_CHARACTERS * len(found)]
    if len(lengths) == 1:
        texts = list(lengths)
    if len(texts) != 1:
        return None
    others = sorted(set(lengths) - set(texts))
    return Headings(0, {"text": texts}, unknown=others)


def _headings_in(row: Row) -> Headings | None:
    cells = {column: cell for column, cell in row.cells.items() if column <= _LAST_COLUMN}
    found = Headings(row.number, names=cells)
    numbers: dict[str, list[tuple[int, int]]] = {}
    others = []
    for column, cell in sorted(cells.items()):
        meant = field_of(Owner.CARD, cell)
        if meant is None:
            others.append(cell)
            found.unknown.append(column)
        elif meant.name in numbers and meant.type is not FieldType.LINES:
            found.twice.append((column, numbers[meant.name][0][1]))
        else:
            numbers.setdefault(meant.name, []).append((heading_number(cell), column))
    for name, columns in numbers.items():
        # Numbers count when every column has its own.
        is_numbered = len({number for number, _ in columns}) == len(columns)
        found.columns[name] = [column for _, column in (sorted(columns) if is_numbered else columns)]
    if not found.has_text:
        _take_kind_for_text(found)
    # A row `Situation | Du står i hissen …` is a card; nobody begins a card with the word `Text` alone.
    is_named = any(word(cells[column]) == "text" for column in found.columns.get("text", ()))
    has_prose = any(len(cell) > _LONGEST_OTHER_HEADING for cell in others)
    return None if not found.columns or (found.score == 1 and has_prose and not is_named) else found


def _take_kind_for_text(found: Headings) -> None:
    """Let a lone column `Påstående`, `Dilemma` or `Fråga` be the text of such cards."""
    named = [
        (column, kind)
        for column, cell in found.names.items()
        if not is_long(cell) and not heading_number(cell) and (kind := kind_of(cell)) is not None
    ]
    if len(named) != 1:
        return
    column, found.kind = named[0]
    if column in found.unknown:
        found.unknown.remove(column)
    found.columns = {name: columns for name, columns in found.columns.items() if column not in columns}
    found.columns["text"] = [column]


def is_repeated(row: Row, headings: Headings) -> bool:
    """Whether a row is the headings once more, as on every page of a printed table."""
    return bool(headings.names) and row.cells == headings.names
