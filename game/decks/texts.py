"""Written text made ready: white space, unprintable characters, ids out of titles.

This module knows neither YAML nor cards; it turns strings into strings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

UNPRINTABLE = "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uD800-\\uDFFF\\uFFFD-\\uFFFF"
"""Inside of a character class, the same in Python and in JSON Schema: control characters, lone surrogates
and what stands for an unreadable character. Drawing raises on some of them, the rest shows as boxes."""

MAX_ID_CHARACTERS = 60

_UNPRINTABLE = re.compile(f"[{UNPRINTABLE}]")
# What a YAML stream may not hold; it is replaced, so that one stray character costs one card, not the deck.
_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"

_SPACES = re.compile("[ \t\r\n]+")
_SPACES_IN_LINE = re.compile("[ \t]+")
_AROUND_BREAK = re.compile(" ?\n ?")
_MANY_BREAKS = re.compile("\n{3,}")
_NOT_ID = re.compile("[^a-z0-9]+")
# Letters that Unicode does not take apart into a base letter and a mark.
_BASE_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
)
# What turns the reading direction or hides on a terminal; never shown in a message.
_HIDDEN = re.compile(f"[{UNPRINTABLE}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def first_unprintable(text: str) -> str:
    """The first character that cannot be drawn; empty when all can."""
    found = _UNPRINTABLE.search(text)
    return found.group() if found else ""


def yaml_safe(text: str) -> str:
    """The source with every character that YAML forbids replaced by U+FFFD, which text fields refuse."""
    return _NOT_YAML.sub(_REPLACEMENT, text)


def clean_line(text: str) -> str:
    """One line: composed letters, single spaces, nothing around it. Non-breaking spaces stay."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", text).strip())


def clean_paragraphs(text: str, folded: bool) -> str:
    """Several lines: paragraphs separated by one blank line, single line breaks kept.

    `folded` says that YAML has folded the text (`>` or a bare value on several lines): there a blank
    line has already become one line break, so every break is a paragraph.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if folded:
        text = text.strip().replace("\n", "\n\n")
    text = _AROUND_BREAK.sub("\n", _SPACES_IN_LINE.sub(" ", text))
    return unicodedata.normalize("NFC", _MANY_BREAKS.sub("\n\n", text).strip())


def id_from(text: str) -> str:
    """An id of a–z, digits and single hyphens (å and ä become a, ö becomes o); empty when nothing is left."""
    # Nobody's title is longer, and a bound keeps a hostile one cheap.
    base = unicodedata.normalize("NFKD", text[: 4 * MAX_ID_CHARACTERS].lower().translate(_BASE_LETTERS))
    letters = "".join(character for character in base if not unicodedata.combining(character))
    return _NOT_ID.sub("-", letters).strip("-")[:MAX_ID_CHARACTERS].strip("-")


class UniqueIds:
    """Gives out ids that nobody has: the one wanted, or with -2, -3 … after it."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self._taken = set(reserved)
        self._last: dict[str, int] = {}

    def reserve(self, taken: str) -> None:
        """Keep an id that is used as it is from being given out."""
        self._taken.add(taken)

    def take(self, wanted: str) -> str:
        """`wanted` when it is free, else the first free one with a number after it."""
        taken = wanted
        # Goes on from the last number, so that ten thousand cards of one name stay cheap.
        number = self._last.get(wanted, 1)
        while taken in self._taken:
            number += 1
            taken = f"{wanted}-{number}"
        self._last[wanted] = number
        self._taken.add(taken)
        return taken


def shown(text: str, characters: int = 40) -> str:
    """A piece of somebody's file for a message: one line, cut, and safe to print on a terminal."""
    line = clean_line(_HIDDEN.sub("?", text[: 4 * characters]))
    return line if len(line) <= characters else line[: characters - 1].rstrip() + "…"
