"""Sets text: styles, blocks of lines, the largest size that fits, pages, and a log of where ink fell.

Lengths are in vh; a stage is needed because lines are measured in the pixels they will be drawn with.
This module draws nothing (`game.ui.canvas` does).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pygame import Rect

from game.ui.fonts import Face, clean
from game.ui.stage import Stage
from game.ui.theme import Color
from game.ui.wrapping import Measure, cut, visible, wrap, wrap_balanced

PARAGRAPH_GAP = 0.5
"""Space between paragraphs, in lines."""

STEP_VH = 0.1


@dataclass(frozen=True)
class TextStyle:
    """How a text is set; leading is the line's height in em, colour `None` means the ground's ink."""

    face: Face = Face.REGULAR
    size_vh: float = 3.4
    leading: float = 1.32
    color: Color | None = None

    @property
    def line_vh(self) -> float:
        """The height of one line box."""
        return self.size_vh * self.leading

    @property
    def baseline_vh(self) -> float:
        """From the top of the line box to the baseline."""
        ascent, descent = self.face.ascent, self.face.descent
        return (self.line_vh - (ascent - descent) * self.size_vh) / 2 + ascent * self.size_vh

    @property
    def overhang_vh(self) -> float:
        """How far the face's highest and lowest letters may reach outside a line box of this leading."""
        return max(0.0, (self.face.ascent - self.face.descent - self.leading) * self.size_vh / 2)

    def sized(self, size_vh: float) -> TextStyle:
        """The same style in another size."""
        return replace(self, size_vh=size_vh)

    def colored(self, color: Color | None) -> TextStyle:
        """The same style in another colour."""
        return replace(self, color=color)

    def faced(self, face: Face) -> TextStyle:
        """The same style in another weight or face."""
        return replace(self, face=face)


WORDMARK = TextStyle(Face.SERIF, 8.2, 1.1)
SCREEN_TITLE = TextStyle(Face.SERIF, 6.4, 1.1)
PHASE_TITLE = TextStyle(Face.SERIF, 5.2, 1.1)
CARD_TITLE = TextStyle(Face.SERIF, 6.8, 1.12)
CARD_TEXT = TextStyle(Face.REGULAR, 5.0, 1.32)
PROMPT = TextStyle(Face.REGULAR, 3.7, 1.22)
PANEL_HEADING = TextStyle(Face.SERIF, 4.2, 1.15)
BODY = TextStyle(Face.REGULAR, 3.4, 1.35)
NAME = TextStyle(Face.MEDIUM, 3.2, 1.25)
SMALL = TextStyle(Face.MEDIUM, 3.0, 1.3)
SMALL_BOLD = TextStyle(Face.BOLD, 3.0, 1.3)


@dataclass(frozen=True)
class TextBlock:
    """Lines that are ready to draw. `tops_vh` holds each line box's top, counted from the block's."""

    lines: tuple[str, ...]
    tops_vh: tuple[float, ...]
    style: TextStyle
    width_vh: float
    height_vh: float
    is_cut: bool = False

    @property
    def line_height_vh(self) -> float:
        """The height of one line box."""
        return self.style.line_vh


def _measure(stage: Stage, style: TextStyle, language: str) -> Measure:
    return Measure(style.face, stage.font_px(style.size_vh), language)


def _width_px(stage: Stage, width_vh: float) -> int:
    return max(1, int(width_vh * stage.scale + 0.5))


@lru_cache(maxsize=512)
def layout(
    stage: Stage,
    text: str,
    style: TextStyle,
    width_vh: float,
    language: str = "sv",
    *,
    balance: bool = False,
    max_lines: int | None = None,
) -> TextBlock:
    """Set a text in a width. A newline starts a new line, a blank line a new paragraph.

    `balance` makes lines equally long (titles, slips, options); more than `max_lines` are cut with an
    ellipsis, and are then as long as there is room for.
    """
    return _layout(stage, text, style, width_vh, language, balance=balance, max_lines=max_lines)


def _layout(
    stage: Stage,
    text: str,
    style: TextStyle,
    width_vh: float,
    language: str,
    *,
    balance: bool = False,
    max_lines: int | None = None,
) -> TextBlock:
    measure = _measure(stage, style, language)
    width_px = _width_px(stage, width_vh)
    lines: list[str] = []
    tops: list[float] = []
    y = 0.0
    has_gap = False
    for source in clean(text).strip("\n ").split("\n"):
        stripped = source.strip(" ")
        if not stripped:
            has_gap = bool(lines)
            continue
        if has_gap:
            y += PARAGRAPH_GAP * style.line_vh
            has_gap = False
        for line in (wrap_balanced if balance else wrap)(stripped, measure, width_px):
            lines.append(line)
            tops.append(y)
            y += style.line_vh
    is_cut = max_lines is not None and len(lines) > max_lines
    if is_cut and balance:
        # Short lines are for a whole text; one that is cut says as much as there is room for.
        return _layout(stage, text, style, width_vh, language, max_lines=max_lines)
    if max_lines is not None and is_cut:
        last = cut(_rejoined(lines[max_lines - 1 :], visible(text)), measure, width_px, always=True)
        lines = [*lines[: max_lines - 1], last]
        tops = tops[:max_lines]
        y = tops[-1] + style.line_vh
    widest = max((measure.width(line) for line in lines), default=0)
    return TextBlock(tuple(lines), tuple(tops), style, widest / stage.scale, y, is_cut)


def _rejoined(lines: list[str], text: str) -> str:
    """Lines as one again: hyphens that were put in go away, those that the text has stay."""
    joined = lines[0]
    for line in lines[1:]:
        tail, head = joined.rsplit(" ", 1)[-1], line.split(" ", 1)[0]
        if tail.endswith("-") and tail + head in text:
            joined += line
        elif tail.endswith("-") and tail[:-1] + head in text:
            joined = joined[:-1] + line
        else:
            joined += f" {line}"
    return joined


def _sizes(min_vh: float, max_vh: float) -> Iterator[float]:
    steps = max(0, round((max_vh - min_vh) / STEP_VH))
    for step in range(steps + 1):
        yield round(max(min_vh, max_vh - step * STEP_VH), 3)


@lru_cache(maxsize=256)
def fit(
    stage: Stage,
    text: str,
    style: TextStyle,
    width_vh: float,
    height_vh: float,
    min_vh: float,
    max_vh: float,
    language: str = "sv",
    *,
    balance: bool = False,
) -> TextBlock | None:
    """The text in the largest size between the two, in steps of .1, that fits; `None` when none does."""
    for size in _sizes(min_vh, max_vh):
        block = _layout(stage, text, style.sized(size), width_vh, language, balance=balance)
        if block.height_vh <= height_vh + 1e-6 and block.width_vh <= width_vh + 0.5 / stage.scale:
            return block
    return None


@lru_cache(maxsize=64)
def paginate(
    stage: Stage,
    text: str,
    style: TextStyle,
    width_vh: float,
    height_vh: float,
    min_vh: float,
    max_vh: float,
    language: str = "sv",
) -> list[TextBlock]:
    """One block when the text fits, else pages in the least size, of about the same length each."""
    whole = fit(stage, text, style, width_vh, height_vh, min_vh, max_vh, language)
    if whole is not None:
        return [whole]
    block = _layout(stage, text, style.sized(min_vh), width_vh, language)
    pages: list[TextBlock] = []
    count = max(2, -(-int(block.height_vh * 100) // max(1, int(height_vh * 100))))
    target = min(height_vh, block.height_vh / count + block.line_height_vh)
    start = 0
    for index in range(1, len(block.lines) + 1):
        is_last = index == len(block.lines)
        if is_last or block.tops_vh[index] + block.line_height_vh - block.tops_vh[start] > target + 1e-6:
            pages.append(_part(stage, block, start, index, language))
            start = index
    return pages


def _part(stage: Stage, block: TextBlock, start: int, end: int, language: str) -> TextBlock:
    measure = _measure(stage, block.style, language)
    lines = block.lines[start:end]
    tops = tuple(top - block.tops_vh[start] for top in block.tops_vh[start:end])
    width = max(measure.width(line) for line in lines) / stage.scale
    return TextBlock(lines, tops, block.style, width, tops[-1] + block.line_height_vh)


def one_line(text: str) -> str:
    """A text as it is drawn on a single line: clean, newlines as spaces."""
    return clean(text).replace("\n", " ").replace("\u00ad", "").replace("\u200b", "")


@lru_cache(maxsize=512)
def ellipsize(stage: Stage, text: str, style: TextStyle, width_vh: float) -> str:
    """The text on one line, cut with an ellipsis when it is wider than `width_vh`."""
    return cut(one_line(text), _measure(stage, style, "sv"), _width_px(stage, width_vh))


def line_width_vh(stage: Stage, text: str, style: TextStyle) -> float:
    """How wide a text is on one line."""
    return _measure(stage, style, "sv").width(one_line(text)) / stage.scale


@dataclass(frozen=True)
class Ink:
    """A line that was drawn: what its letters cover, and the frame that they should stay within (pixels)."""

    text: str
    ink: Rect
    frame: Rect


@dataclass
class InkLog:
    """Remembers every line drawn through a canvas, so that a test can see that text stays in its place."""

    entries: list[Ink] = field(default_factory=list)

    def add(self, text: str, ink: Rect, frame: Rect) -> None:
        """Note a line."""
        self.entries.append(Ink(text, ink, frame))

    def outside(self) -> list[Ink]:
        """The lines whose letters leave their frame; a pixel of overhang is forgiven."""
        return [entry for entry in self.entries if not entry.frame.inflate(2, 2).contains(entry.ink)]

    def texts(self) -> list[str]:
        """What was written, line by line, in the order of drawing."""
        return [entry.text for entry in self.entries]

    def clear(self) -> None:
        """Forget everything."""
        self.entries.clear()
