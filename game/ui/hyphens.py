"""Where a word may be divided, best places first: Swedish compounds divide at their seam.

The dictionaries tell every syllable; a reader at five metres wants "under-sökningsrummet" and not
"undersök-ningsrummet". Seams are guessed from linking letters and from common first and last parts.
This module measures nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import pyphen

SOFT_HYPHEN = "\u00ad"
ZERO_WIDTH_SPACE = "\u200b"


class Quality(IntEnum):
    """How well a word reads when it is divided there; lower is better."""

    WRITTEN = 0
    """The writer's own hyphen, dash, slash, soft hyphen or zero-width space."""
    SEAM = 1
    SYLLABLE = 2


@dataclass(frozen=True, slots=True)
class Break:
    """A place to divide a word: before `index`, with `sign` put after the first part."""

    index: int
    sign: str
    quality: Quality


_DICTIONARIES = {"sv": "sv_SE", "en": "en_GB"}
_MIN_PART = 3
_FILE_NAME = re.compile(r"\w{2,}\.[a-z]{2,5}\b")
"""Letters, a dot and a suffix, as in a file's name; not as in "t.ex."."""

_FIRST = """
    under över efter före mellan fram fort genom hem upp ut in av om bak utan inne
    patient anhörig besök service telefon linne golv städ sjuk hälso transport säng
    korridor vänt kund personal chef vård vårdar skriv små stor hög låg kort lång
    medarbetar brukar boende elev hiss dörr nyckel kaffe lunch mat kök rum hus
    natt dag kvälls kväll morgon vecko helg tids team grupp samtals svars kontakt
    fastighet region kommun sjukhus lokal maskin skift pass språk lätt
"""
_FIRST_PARTS = frozenset(_FIRST.split())
_LAST = """
    rum hus kök möt pass förråd transport samord arbet chef vård tid plats grupp dörr
    personal sköter läkar hand ledar tavl skylt vagn nyck korridor mottag avdel lapp
    samtal telefon linj växel bord stol säng städ fråg svar kort spring tjänst skriv
    medarbet koordin ansvar rutin lista schem pärm knapp bil entré kassa disk matsal
"""
_LAST_PARTS = tuple(_LAST.split())


@lru_cache(maxsize=4)
def _dictionary(language: str) -> pyphen.Pyphen | None:
    name = _DICTIONARIES.get(language) or pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=2, right=2) if name else None


@lru_cache(maxsize=4096)
def breaks(word: str, language: str) -> tuple[Break, ...]:
    """The places where a word (no ordinary spaces in it) may be divided, from left to right."""
    found: dict[int, Break] = {}
    for index, char in enumerate(word):
        following = index + 1
        if following >= len(word):
            break
        if char in (SOFT_HYPHEN, ZERO_WIDTH_SPACE):
            found[following] = Break(following, "-" if char == SOFT_HYPHEN else "", Quality.WRITTEN)
        elif index > 0 and char in "-/\\–—" and word[index - 1].isalnum() and word[following].isalnum():
            found[following] = Break(following, "", Quality.WRITTEN)
    if SOFT_HYPHEN not in word and not _is_path(word):
        for start, piece in _letter_runs(word):
            for offset, quality in _inside(piece, language):
                found.setdefault(start + offset, Break(start + offset, "-", quality))
    return tuple(found[index] for index in sorted(found))


def _is_path(word: str) -> bool:
    """Whether it is the name of a file or a folder, in which a hyphen that is put in misleads."""
    return "\\" in word or word.count("/") > 1 or _FILE_NAME.search(word) is not None


def _letter_runs(word: str) -> list[tuple[int, str]]:
    runs: list[tuple[int, str]] = []
    start: int | None = None
    for index, char in enumerate(word + " "):
        if char.isalpha():
            start = index if start is None else start
        elif start is not None:
            runs.append((start, word[start:index]))
            start = None
    return runs


def _inside(piece: str, language: str) -> list[tuple[int, Quality]]:
    dictionary = _dictionary(language)
    if dictionary is None or len(piece) < 2 * _MIN_PART:
        return []
    lower = piece.lower()
    if len(lower) != len(piece):
        return []
    places = [p for p in dictionary.positions(lower) if _MIN_PART <= p <= len(piece) - _MIN_PART]
    if language != "sv":
        return [(p, Quality.SYLLABLE) for p in places]
    return [(p, Quality.SEAM if _is_seam(lower[:p], lower[p:]) else Quality.SYLLABLE) for p in places]


def _is_seam(left: str, right: str) -> bool:
    if len(right) < 4 or not set(left) & set("aeiouyåäö") or right[0] in "-":
        return False
    if left in _FIRST_PARTS:
        return True
    if len(left) >= 5 and left.endswith(("ings", "tets", "hets", "skaps", "ions", "bets", "doms", "ments")):
        return True
    return right.startswith(_LAST_PARTS) and len(left) >= 3
