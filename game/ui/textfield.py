"""A field to write in: typed text and dead keys, selection, clipboard, a counter near the end.

It never opens by itself. Text comes as TEXTINPUT (å, ä, ö and dead keys never come as key codes), keys
move the caret. While it is open every printable key belongs to it.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol

import pygame
from pygame.event import Event

from game.ui.canvas import Canvas
from game.ui.editing import TextBuffer
from game.ui.fieldlines import index_near, last_place, line_ranges, row_of, width_px
from game.ui.focus import focus_ring, moved, press, release
from game.ui.fonts import Face, clean
from game.ui.shapes import rounded
from game.ui.stage import Box, Stage
from game.ui.surfaces import field as draw_field
from game.ui.surfaces import panel
from game.ui.text import TextStyle
from game.ui.theme import mix

COUNTER_FROM = 20
"""The counter is shown when fewer characters than this are left."""

_COUNTER = TextStyle(Face.MEDIUM, 3.0, 1.3)


class FieldResult(Enum):
    """What an event was to the field."""

    IGNORED = "ignored"
    """Not for it."""
    HANDLED = "handled"
    """Taken, and the text is the same."""
    CHANGED = "changed"
    SUBMIT = "submit"
    """Enter or PageDown: save and go on."""
    CANCEL = "cancel"
    """Esc: leave, the text is kept."""
    NEXT = "next"
    PREVIOUS = "previous"


class Clipboard(Protocol):
    """Where copied text goes and pasted text comes from."""

    def get(self) -> str:
        """The text there is, or nothing."""

    def put(self, text: str) -> None:
        """Keep a text."""


class SystemClipboard:
    """The desktop's clipboard; a desktop that has none is a quiet nothing."""

    def get(self) -> str:
        """The text on the clipboard."""
        try:
            return str(pygame.scrap.get_text())
        except pygame.error:
            return ""

    def put(self, text: str) -> None:
        """Put a text on the clipboard."""
        try:
            pygame.scrap.put_text(text)
        except pygame.error:
            return


class TextField:
    """One field. Enter submits; Shift+Enter is a new line when it is multiline."""

    def __init__(
        self,
        id: str,
        box: Box,
        text: str = "",
        max_chars: int = 160,
        placeholder: str = "",
        size_vh: float = 4.6,
        leading: float = 1.3,
        *,
        is_multiline: bool = False,
        is_paper: bool = False,
        padding_x: float = 2.8,
        min_size_vh: float = 3.0,
        clipboard: Clipboard | None = None,
    ) -> None:
        self.id = id
        self.box = box
        self.placeholder = placeholder
        self.size_vh = size_vh
        self.min_size_vh = min(min_size_vh, size_vh)
        self.leading = leading
        self.is_paper = is_paper
        self.padding_x = padding_x
        self.is_open = False
        self.clipboard: Clipboard = clipboard or SystemClipboard()
        self.composing = ""
        """What an input method or a dead key is about to become."""
        self._buffer = TextBuffer(text, max_chars, is_multiline=is_multiline)
        self._is_dragging = False

    # What it holds

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self._buffer.text

    @property
    def caret(self) -> int:
        """The index the caret is at."""
        return self._buffer.caret

    @property
    def selection(self) -> tuple[int, int]:
        """The selected range."""
        return self._buffer.selection

    @property
    def max_chars(self) -> int:
        """The most characters it takes."""
        return self._buffer.max_chars

    def set_text(self, text: str) -> None:
        """Replace the text; the caret goes to its end."""
        self._buffer = TextBuffer(text, self._buffer.max_chars, is_multiline=self._buffer.is_multiline)

    def open(self) -> None:
        """Take keys from now on."""
        self.is_open = True
        self._buffer.move_to(len(self.text))

    def close(self) -> None:
        """Take no more keys; the text stays."""
        self.is_open = False
        self.composing = ""
        self._is_dragging = False

    # Layout

    def _shown(self) -> str:
        caret = self._buffer.caret
        return self.text[:caret] + self.composing + self.text[caret:]

    def _inner(self) -> Box:
        return Box(self.box.x + self.padding_x, self.box.y, self.box.w - 2 * self.padding_x, self.box.h)

    def _style(self, stage: Stage) -> TextStyle:
        """The field's size, or a smaller one when the text would not fit."""
        style = TextStyle(Face.REGULAR, self.size_vh, self.leading)
        room = self.box.h - 1.2
        while style.size_vh > self.min_size_vh:
            if len(self._lines(stage, style, self._shown())) * style.line_vh <= room:
                return style
            style = style.sized(round(max(self.min_size_vh, style.size_vh - 0.2), 2))
        return style

    def _lines(self, stage: Stage, style: TextStyle, text: str) -> list[tuple[int, int]]:
        room_px = max(1, int(self._inner().w * stage.scale))
        return line_ranges(text, stage.font_px(style.size_vh), room_px)

    def _top(self, style: TextStyle, count: int) -> float:
        if self._buffer.is_multiline or count > 2:
            spare = self.box.h - count * style.line_vh
            return self.box.y + (min(3.4, max(0.0, spare / 2)) if self.is_paper else max(0.0, spare / 2))
        return self.box.center_y - count * style.line_vh / 2

    def _first_line(self, style: TextStyle, lines: list[tuple[int, int]], caret: int) -> int:
        """The first line to show when there are more than the box holds: the caret stays in sight."""
        room = max(1, int(self.box.h / style.line_vh))
        if len(lines) <= room:
            return 0
        return max(0, min(row_of(lines, caret) - room + 1, len(lines) - room))

    def index_at(self, stage: Stage, x: float, y: float) -> int:
        """The index nearest to a place in stage vh."""
        style = self._style(stage)
        lines = self._lines(stage, style, self.text)
        first = self._first_line(style, lines, self.caret)
        count = min(len(lines), max(1, int(self.box.h / style.line_vh)))
        row = first + int((y - self._top(style, count)) // style.line_vh)
        return self._index_in_line(stage, style, lines[max(0, min(len(lines) - 1, row))], x)

    def _index_in_line(self, stage: Stage, style: TextStyle, line: tuple[int, int], x: float) -> int:
        x_px = (x - self._inner().x) * stage.scale
        return index_near(self.text, line, stage.font_px(style.size_vh), x_px)

    # Drawing

    def draw(self, canvas: Canvas, is_focused: bool = False, caret_on: bool = True) -> None:
        """Draw it; `is_focused` rings it even when it is not open, `caret_on` is the blink's state."""
        theme, stage = canvas.theme, canvas.stage
        if self.is_paper:
            panel(canvas, self.box)
        else:
            draw_field(canvas, self.box)
        if self.is_open or is_focused:
            focus_ring(canvas, self.box, 2.2 if self.is_paper else 1.4)
        ink = theme.ink if self.is_paper else theme.field_ink
        ground = theme.paper if self.is_paper else theme.field
        inner = self._inner()
        shown = self._shown()
        if not shown and not self.is_open and self.placeholder:
            quiet = TextStyle(Face.REGULAR, min(self.size_vh, 3.7), 1.25, theme.second_ink)
            canvas.fit_text(self.placeholder, inner, quiet, 3.0, quiet.size_vh, valign="middle")
            return
        style = self._style(stage).colored(ink)
        lines = self._lines(stage, style, shown)
        caret = self.caret + len(self.composing)
        first = self._first_line(style, lines, caret)
        count = min(len(lines), max(1, int(self.box.h / style.line_vh)))
        top = self._top(style, count)
        self._draw_selection(canvas, style, lines[first : first + count], top)
        for row, (start, end) in enumerate(lines[first : first + count]):
            line = shown[start:end].rstrip(" \n")
            if line:
                frame = Box(inner.x, self.box.y, inner.w, self.box.h)
                canvas.text(line, inner.x, top + row * style.line_vh, style, frame=frame)
        if self.is_open and caret_on:
            row = row_of(lines, caret)
            if first <= row < first + count:
                x_px = width_px(shown[lines[row][0] : caret], stage.font_px(style.size_vh))
                x = inner.x + x_px / stage.scale
                y = top + (row - first) * style.line_vh + 0.1 * style.size_vh
                canvas.vline(x, y, style.size_vh * 1.12, 0.22, ink)
        self._draw_counter(canvas, mix(ground, theme.second_ink, 1.0))

    def _draw_selection(
        self, canvas: Canvas, style: TextStyle, lines: list[tuple[int, int]], top: float
    ) -> None:
        start, end = self.selection
        if start == end or not self.is_open:
            return
        size_px, scale = canvas.stage.font_px(style.size_vh), canvas.stage.scale
        color = mix(canvas.theme.field, canvas.theme.lit, 0.55)
        for row, (line_start, line_end) in enumerate(lines):
            a, b = max(start, line_start), min(end, line_end)
            if a >= b:
                continue
            x0 = width_px(self.text[line_start:a], size_px) / scale
            x1 = width_px(self.text[line_start:b], size_px) / scale
            x = self._inner().x
            canvas.fill(Box(x + x0, top + row * style.line_vh, x1 - x0, style.line_vh), color)

    def _draw_counter(self, canvas: Canvas, color: tuple[int, int, int]) -> None:
        left = self._buffer.room
        if not self.is_open or left >= COUNTER_FROM:
            return
        style = _COUNTER.colored(canvas.theme.paper if canvas.theme.is_contrast else color)
        label = str(left)
        width = canvas.width(label, style) + 2.0
        box = Box(self.box.right - width - 1.2, self.box.bottom - 2.2, width, 4.2)
        fill = canvas.theme.ink if canvas.theme.is_contrast else canvas.theme.slip
        rounded(canvas, box, 1.2, fill, line=0.14, line_color=canvas.theme.slip_edge)
        canvas.text(label, box.center_x, box.center_y - style.line_vh / 2, style, align="center")

    # Events

    def handle(self, event: Event, stage: Stage) -> FieldResult:
        """Take an event; a press inside opens a closed field, a closed one takes nothing else."""
        at = press(event, stage)
        if at is not None:
            return self._press(at, stage)
        if not self.is_open:
            return FieldResult.IGNORED
        if self._is_dragging:
            to = moved(event, stage)
            if to is not None:
                self._buffer.move_to(self.index_at(stage, *to), is_selecting=True)
                return FieldResult.HANDLED
            if release(event, stage) is not None:
                self._is_dragging = False
                return FieldResult.HANDLED
        if event.type == pygame.TEXTINPUT:
            self.composing = ""
            return FieldResult.CHANGED if self._buffer.insert(event.text) else FieldResult.HANDLED
        if event.type == pygame.TEXTEDITING:
            self.composing = clean(event.text).replace("\n", " ")
            return FieldResult.HANDLED
        if event.type == pygame.KEYDOWN:
            return self._key(event, stage)
        return FieldResult.IGNORED

    def _press(self, at: tuple[float, float], stage: Stage) -> FieldResult:
        if not self.box.contains(*at):
            return FieldResult.IGNORED
        if not self.is_open:
            self.open()
        self._buffer.move_to(self.index_at(stage, *at))
        self._is_dragging = True
        return FieldResult.HANDLED

    def _key(self, event: Event, stage: Stage) -> FieldResult:
        key, mod = event.key, event.mod
        shift, ctrl = bool(mod & pygame.KMOD_SHIFT), bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if self.composing and key not in (pygame.K_ESCAPE,):
            return FieldResult.HANDLED
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            if shift and self._buffer.is_multiline:
                return FieldResult.CHANGED if self._buffer.insert("\n") else FieldResult.HANDLED
            return FieldResult.SUBMIT
        if key == pygame.K_PAGEDOWN:
            return FieldResult.SUBMIT
        if key == pygame.K_ESCAPE:
            return FieldResult.CANCEL
        if key == pygame.K_TAB:
            return FieldResult.PREVIOUS if shift else FieldResult.NEXT
        if key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            did = self._buffer.delete(is_forward=key == pygame.K_DELETE, by_word=ctrl)
            return FieldResult.CHANGED if did else FieldResult.HANDLED
        if self._caret_key(key, shift, ctrl, stage) or key == pygame.K_PAGEUP:
            return FieldResult.HANDLED
        if ctrl and not mod & pygame.KMOD_ALT:
            return self._clipboard_key(key)
        is_printable = bool(event.unicode) and event.unicode.isprintable()
        return FieldResult.HANDLED if is_printable else FieldResult.IGNORED

    def _caret_key(self, key: int, shift: bool, ctrl: bool, stage: Stage) -> bool:
        buffer, caret = self._buffer, self._buffer.caret
        start, end = buffer.selection
        if key == pygame.K_LEFT:
            to = start if start != end and not shift and not ctrl else buffer.left(caret, by_word=ctrl)
        elif key == pygame.K_RIGHT:
            to = end if start != end and not shift and not ctrl else buffer.right(caret, by_word=ctrl)
        elif key in (pygame.K_HOME, pygame.K_END):
            to = self._line_end_index(stage, is_end=key == pygame.K_END, is_whole=ctrl)
        elif key in (pygame.K_UP, pygame.K_DOWN):
            to = self._line_above_or_below(stage, 1 if key == pygame.K_DOWN else -1)
        else:
            return False
        buffer.move_to(to, is_selecting=shift)
        return True

    def _line_end_index(self, stage: Stage, *, is_end: bool, is_whole: bool) -> int:
        if is_whole:
            return len(self.text) if is_end else 0
        lines = self._lines(stage, self._style(stage), self.text)
        line = lines[row_of(lines, self.caret)]
        return last_place(self.text, line) if is_end else line[0]

    def _line_above_or_below(self, stage: Stage, step: int) -> int:
        style = self._style(stage)
        lines = self._lines(stage, style, self.text)
        row = row_of(lines, self.caret)
        if not 0 <= row + step < len(lines):
            return 0 if step < 0 else len(self.text)
        here = width_px(self.text[lines[row][0] : self.caret], stage.font_px(style.size_vh)) / stage.scale
        return self._index_in_line(stage, style, lines[row + step], self._inner().x + here)

    def _clipboard_key(self, key: int) -> FieldResult:
        buffer = self._buffer
        if key == pygame.K_a:
            buffer.select_all()
            return FieldResult.HANDLED
        if key in (pygame.K_c, pygame.K_x):
            if buffer.selected_text:
                self.clipboard.put(buffer.selected_text)
                if key == pygame.K_x:
                    buffer.delete(is_forward=True)
                    return FieldResult.CHANGED
            return FieldResult.HANDLED
        if key == pygame.K_v:
            return FieldResult.CHANGED if buffer.insert(self.clipboard.get()) else FieldResult.HANDLED
        return FieldResult.IGNORED
