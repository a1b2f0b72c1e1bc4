"""What every drawing function gets: the surface, the stage, the colours and the language of the text.

It draws text and plain fills; shapes, surfaces and widgets are functions of their own modules that take
a canvas. It knows no screen and holds nothing between frames but bounded stores of drawn lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from pygame import Rect, Surface

from game.ui import text as setting
from game.ui.caching import Store, surface_bytes
from game.ui.fonts import Face, font, render_line
from game.ui.stage import Box, Stage
from game.ui.text import InkLog, TextBlock, TextStyle
from game.ui.theme import Color, Theme
from game.ui.wrapping import visible

Align = Literal["left", "center", "right"]
VAlign = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class _Line:
    """A drawn line without the empty room around its letters, which is a third of what fonts draw."""

    letters: Surface
    ink: Rect
    """Where the letters lie in the whole line."""
    width_px: int
    """The whole line's."""


_LINES: Store[_Line] = Store(3_000_000, lambda line: surface_bytes(line.letters))


def _drawn_line(face: Face, size_px: int, line: str, color: Color) -> _Line:
    def make() -> _Line:
        whole = render_line(face, size_px, visible(line), color)
        ink = whole.get_bounding_rect()
        return _Line(whole.subsurface(ink).copy(), ink, whole.get_width())

    return _LINES.get((face, size_px, line, color), make)


@dataclass
class Canvas:
    """A surface to draw on in vh. `language` is that of the texts shown and decides hyphenation."""

    surface: Surface
    stage: Stage
    theme: Theme
    language: str = "sv"
    ink_log: InkLog | None = None
    is_motion_reduced: bool = False

    def with_surface(self, surface: Surface, stage: Stage | None = None) -> Canvas:
        """The same canvas drawing elsewhere, without a log; `stage` when the place has another size."""
        return Canvas(surface, stage or self.stage, self.theme, self.language, None, self.is_motion_reduced)

    # Text

    def text(
        self,
        text: str,
        x: float,
        y: float,
        style: TextStyle,
        *,
        align: Align = "left",
        max_width_vh: float | None = None,
        frame: Box | None = None,
    ) -> Box:
        """Draw one line with the top of its line box at y; x is its left, middle or right end.

        Cut with an ellipsis at `max_width_vh`. Returns what the letters cover. `frame` is what the ink
        log holds the line against: when left out, the width allowed, or the window.
        """
        line = setting.one_line(text)
        if max_width_vh is not None:
            line = setting.ellipsize(self.stage, line, style, max_width_vh)
            if frame is None:
                left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * max_width_vh
                frame = Box(left, y - style.line_vh * 0.2, max_width_vh, style.line_vh * 1.4)
        ink = self._line(line, x, y, style, align, frame)
        return self.stage.px_box(ink)

    def runs(
        self,
        runs: Sequence[tuple[str, TextStyle]],
        x: float,
        y: float,
        *,
        align: Align = "left",
        gap_vh: float = 0.0,
    ) -> Box:
        """Draw one line of several weights or sizes on a common baseline, that of the first style."""
        widths = [self.width(text, style) for text, style in runs]
        total = sum(widths) + gap_vh * max(0, len(runs) - 1)
        left = x - {"left": 0.0, "center": 0.5, "right": 1.0}[align] * total
        baseline = y + runs[0][1].baseline_vh if runs else y
        ink: Rect | None = None
        for (text, style), width in zip(runs, widths, strict=True):
            drawn = self._line(
                setting.one_line(text), left, baseline - style.baseline_vh, style, "left", None
            )
            ink = drawn if ink is None else ink.union(drawn)
            left += width + gap_vh
        return self.stage.px_box(ink) if ink is not None else Box(x, y, 0, 0)

    def block(self, block: TextBlock, box: Box, *, align: Align = "left", valign: VAlign = "top") -> Box:
        """Draw lines that were set before, somewhere in a box; returns what the letters cover."""
        x = box.x + {"left": 0.0, "center": 0.5, "right": 1.0}[align] * box.w
        spare = box.h - block.height_vh
        top = box.y + {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign] * spare
        # Letters may be higher than a tight line box; half of that is theirs above and below.
        frame = box.inset(0, -block.style.overhang_vh)
        ink: Rect | None = None
        for line, offset in zip(block.lines, block.tops_vh, strict=True):
            drawn = self._line(line, x, top + offset, block.style, align, frame)
            ink = drawn if ink is None else ink.union(drawn)
        return self.stage.px_box(ink) if ink is not None else Box(box.x, top, 0, 0)

    def wrapped(
        self,
        text: str,
        box: Box,
        style: TextStyle,
        *,
        align: Align = "left",
        valign: VAlign = "top",
        balance: bool = False,
        max_lines: int | None = None,
    ) -> TextBlock:
        """Set and draw a text in a box; what does not fit its height is cut with an ellipsis."""
        room = max(1, int(box.h / style.line_vh + 0.02))
        limit = room if max_lines is None else min(room, max_lines)
        block = self.layout(text, style, box.w, balance=balance, max_lines=limit)
        self.block(block, box, align=align, valign=valign)
        return block

    def fit_text(
        self,
        text: str,
        box: Box,
        style: TextStyle,
        min_vh: float,
        max_vh: float,
        *,
        align: Align = "left",
        valign: VAlign = "top",
        balance: bool = False,
    ) -> TextBlock:
        """Draw a text as large as the box allows; in the least size what is too much is cut."""
        block = self.fit(text, style, box.w, box.h, min_vh, max_vh, balance=balance)
        if block is None:
            return self.wrapped(text, box, style.sized(min_vh), align=align, valign=valign, balance=balance)
        self.block(block, box, align=align, valign=valign)
        return block

    def shrunk(
        self,
        text: str,
        x: float,
        y: float,
        style: TextStyle,
        max_width_vh: float,
        min_vh: float = 3.0,
        *,
        align: Align = "left",
    ) -> Box:
        """Draw one line, made smaller (on the same line box) until it is `max_width_vh` wide, then cut."""
        sized = style
        while sized.size_vh > min_vh and self.width(text, sized) > max_width_vh:
            sized = sized.sized(round(max(min_vh, sized.size_vh - setting.STEP_VH), 2))
        lower = (style.line_vh - sized.line_vh) / 2
        return self.text(text, x, y + lower, sized, align=align, max_width_vh=max_width_vh)

    def layout(
        self,
        text: str,
        style: TextStyle,
        width_vh: float,
        *,
        balance: bool = False,
        max_lines: int | None = None,
    ) -> TextBlock:
        """`game.ui.text.layout` for this stage and language."""
        return setting.layout(
            self.stage, text, style, width_vh, self.language, balance=balance, max_lines=max_lines
        )

    def fit(
        self,
        text: str,
        style: TextStyle,
        width_vh: float,
        height_vh: float,
        min_vh: float,
        max_vh: float,
        *,
        balance: bool = False,
    ) -> TextBlock | None:
        """`game.ui.text.fit` for this stage and language."""
        return setting.fit(
            self.stage, text, style, width_vh, height_vh, min_vh, max_vh, self.language, balance=balance
        )

    def paginate(
        self, text: str, style: TextStyle, width_vh: float, height_vh: float, min_vh: float, max_vh: float
    ) -> list[TextBlock]:
        """`game.ui.text.paginate` for this stage and language."""
        return setting.paginate(self.stage, text, style, width_vh, height_vh, min_vh, max_vh, self.language)

    def width(self, text: str, style: TextStyle) -> float:
        """How wide a text is on one line."""
        return setting.line_width_vh(self.stage, text, style)

    def _line(self, line: str, x: float, y: float, style: TextStyle, align: Align, frame: Box | None) -> Rect:
        stage = self.stage
        size_px = stage.font_px(style.size_vh)
        left, baseline = stage.x_px(x), stage.y_px(y + style.baseline_vh)
        if not line:
            return Rect(left, baseline, 0, 0)
        drawn = _drawn_line(style.face, size_px, line, style.color or self.theme.ink)
        if align != "left":
            left -= drawn.width_px // 2 if align == "center" else drawn.width_px
        top = baseline - font(style.face, size_px).get_ascent()
        ink = drawn.ink.move(left, top)
        self.surface.blit(drawn.letters, ink.topleft)
        if self.ink_log is not None:
            self.ink_log.add(line, ink, stage.box_rect(frame or stage.window))
        return ink

    # Plain fills

    def fill(self, box: Box, color: Color) -> None:
        """Fill a box with a colour."""
        self.surface.fill(color, self.stage.box_rect(box))

    def hline(self, x: float, y: float, w: float, thick_vh: float, color: Color) -> None:
        """A horizontal rule whose top is at y."""
        rect = self.stage.rect(x, y, w, 0)
        self.surface.fill(color, (rect.x, rect.y, rect.w, self.stage.line_px(thick_vh)))

    def vline(self, x: float, y: float, h: float, thick_vh: float, color: Color) -> None:
        """A vertical rule whose left side is at x."""
        rect = self.stage.rect(x, y, 0, h)
        self.surface.fill(color, (rect.x, rect.y, self.stage.line_px(thick_vh), rect.h))

    @contextmanager
    def clip(self, box: Box) -> Iterator[None]:
        """Draw only inside a box (and inside any clip that is set already) while the block runs."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(self.stage.box_rect(box)))
        try:
            yield
        finally:
            self.surface.set_clip(before)
