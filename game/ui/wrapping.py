"""Breaks text into lines that fit a width, measuring whole lines and never single letters.

Nothing of the text is lost: a line ends at a space, at a written hyphen or inside a word with a hyphen
put in. This module knows pixels and fonts, but neither the stage nor colours.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from game.ui.fonts import Face, line_width_px
from game.ui.hyphens import SOFT_HYPHEN, ZERO_WIDTH_SPACE, Break, Quality, breaks

_GAP_NEEDED = {Quality.WRITTEN: 0.10, Quality.SEAM: 0.22, Quality.SYLLABLE: 0.36}
"""How much of a line must else stay empty before a word is divided at a place of that quality."""


class Measure(NamedTuple):
    """What decides where lines end: the face, its em size in pixels and the language."""

    face: Face
    size_px: int
    language: str

    def width(self, line: str) -> int:
        """The line's width in pixels; invisible characters count for nothing."""
        return line_width_px(self.face, self.size_px, visible(line))


def visible(line: str) -> str:
    """A line without soft hyphens and zero-width spaces, which only say where to break."""
    if SOFT_HYPHEN in line or ZERO_WIDTH_SPACE in line:
        return line.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_SPACE, "")
    return line


def words_of(paragraph: str) -> list[str]:
    """The words between ordinary spaces; no-break spaces stay inside a word."""
    return [word for word in paragraph.split(" ") if word]


def wrap(paragraph: str, measure: Measure, width_px: int, *, divide: bool = True) -> list[str]:
    """The lines of a paragraph (clean, no newline), none wider than `width_px` when a letter fits at all.

    With `divide` off only words wider than a whole line are divided.
    """
    lines: list[str] = []
    current = ""
    for word in words_of(paragraph):
        rest = word
        while rest:
            joined = f"{current} {rest}" if current else rest
            if measure.width(joined) <= width_px:
                current = joined
                break
            head, tail = _divide(current, rest, measure, width_px, divide)
            if head:
                lines.append(visible(f"{current} {head}" if current else head))
                current, rest = "", tail
            else:
                lines.append(visible(current))
                current = ""
    if current:
        lines.append(visible(current))
    return lines


def _divide(current: str, word: str, measure: Measure, width_px: int, divide: bool) -> tuple[str, str]:
    """What of the word goes on this line and what is left; an empty head means: start a new line."""
    is_too_long = measure.width(word) > width_px
    gap = 1 - measure.width(current) / width_px if current else 1.0
    if current and not is_too_long and not divide:
        return "", word
    start = f"{current} " if current else ""
    for quality in Quality:
        if not is_too_long and gap < _GAP_NEEDED[quality]:
            continue
        if is_too_long and current and gap < 0.3:
            break
        for place in reversed(_of_quality(word, quality, measure.language)):
            head = word[: place.index] + place.sign
            if measure.width(start + head) <= width_px:
                return head, word[place.index :]
    if current:
        return "", word
    return _force(word, measure, width_px)


def _of_quality(word: str, quality: Quality, language: str) -> list[Break]:
    return [place for place in breaks(word, language) if place.quality is quality]


def _force(word: str, measure: Measure, width_px: int) -> tuple[str, str]:
    """Divide a word that has no better place: as much as fits, and a hyphen."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(word[:middle] + "-") <= width_px:
            low = middle
        else:
            high = middle - 1
    while 1 < low < len(word) and unicodedata.combining(word[low]):
        low -= 1
    if low >= len(word):
        return word, ""
    sign = "-" if measure.width(word[:low] + "-") <= width_px and word[low - 1].isalnum() else ""
    return word[:low] + sign, word[low:]


def wrap_balanced(paragraph: str, measure: Measure, width_px: int) -> list[str]:
    """As few lines as `wrap` gives, but of lengths as equal as can be, so that no word stands alone."""
    loose = wrap(paragraph, measure, width_px, divide=False)
    greedy = wrap(paragraph, measure, width_px)
    divide = len(greedy) < len(loose)
    best = greedy if divide else loose
    if len(best) < 2:
        return best
    count = len(best)
    longest = max(measure.width(word) for word in words_of(paragraph))
    low = width_px // 3 if divide else min(longest, width_px)
    high = width_px
    while low < high:
        middle = (low + high) // 2
        tried = wrap(paragraph, measure, middle, divide=divide)
        if len(tried) <= count:
            best, high = tried, middle
        else:
            low = middle + 1
    return best


def cut(line: str, measure: Measure, width_px: int, *, always: bool = False) -> str:
    """The line cut with an ellipsis so that it fits; unchanged when it does and `always` is off."""
    if not always and measure.width(line) <= width_px:
        return line
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.width(line[:middle].rstrip() + "…") <= width_px:
            low = middle
        else:
            high = middle - 1
    while 0 < low < len(line) and unicodedata.combining(line[low]):
        low -= 1
    return line[:low].rstrip(" ,;:-–") + "…"
