"""The lines of a text that is being edited, as ranges of it, so that a caret has a place on them.

Unlike `game.ui.wrapping` it puts in no hyphens: every character of a line is one of the text.
"""

from __future__ import annotations

from game.ui.fonts import Face, line_width_px

Range = tuple[int, int]


def width_px(text: str, size_px: int) -> int:
    """How wide a piece of a field's text is."""
    return line_width_px(Face.REGULAR, size_px, text)


def line_ranges(text: str, size_px: int, room_px: int) -> list[Range]:
    """Where each line starts and ends; the space a line breaks at belongs to it, a newline to none."""
    lines: list[Range] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        at = start
        while True:
            stop = _line_end(text, at, end, size_px, room_px)
            lines.append((at, stop))
            if stop >= end:
                break
            at = stop
        start = end + 1
    return lines


def row_of(lines: list[Range], index: int) -> int:
    """The row an index stands on; where one line ends and the next begins, the next."""
    row = 0
    for number, (start, _) in enumerate(lines):
        if start <= index:
            row = number
    return row


def last_place(text: str, line: Range) -> int:
    """The last index of a line that a caret can have without standing on the next."""
    start, end = line
    return end - 1 if start < end < len(text) and text[end - 1] == " " else end


def index_near(text: str, line: Range, size_px: int, x_px: float) -> int:
    """The index on a line that is nearest to a distance from its left end."""
    start = line[0]
    places = range(start, last_place(text, line) + 1)
    return min(places, key=lambda index: abs(width_px(text[start:index], size_px) - x_px))


def _line_end(text: str, start: int, end: int, size_px: int, room_px: int) -> int:
    """Where a line that begins at `start` ends: after the last word that fits, or inside a long one."""
    if width_px(text[start:end].rstrip(" "), size_px) <= room_px:
        return end
    best, at = start, start
    while at < end:
        space = text.find(" ", at, end)
        word_end = end if space < 0 else space
        if width_px(text[start:word_end], size_px) > room_px:
            break
        best = at = word_end + 1
    if best > start:
        return min(best, end)
    low, high = start + 1, end
    while low < high:
        middle = (low + high + 1) // 2
        if width_px(text[start:middle], size_px) <= room_px:
            low = middle
        else:
            high = middle - 1
    return low
