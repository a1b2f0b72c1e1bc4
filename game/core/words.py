"""Free text and names, kept apart from the events that mention them.

A `Text` carries its words in memory; the journal stores the words in a table of their own and
only the id in the event. An erased text keeps its id and has no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

TextId = NewType("TextId", str)

NAME_CHARACTERS = 24
TAKEAWAY_CHARACTERS = 160
PROMISE_CHARACTERS = 120


@dataclass(frozen=True, slots=True)
class Text:
    """Words that somebody typed. `body` is None once they are erased."""

    id: TextId
    body: str | None

    @property
    def words(self) -> str:
        """The words, or nothing when erased."""
        return self.body or ""
