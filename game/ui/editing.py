"""A text that is being edited: caret, selection and what the keys do to them. No pygame, no drawing."""

from __future__ import annotations

import unicodedata

from game.ui.fonts import clean


class TextBuffer:
    """Text with a caret and perhaps a selection; never longer than `max_chars` characters."""

    def __init__(self, text: str = "", max_chars: int = 160, *, is_multiline: bool = False) -> None:
        self.max_chars = max_chars
        self.is_multiline = is_multiline
        self.text = self._allowed(text)[:max_chars]
        self.caret = len(self.text)
        self.anchor = self.caret

    @property
    def selection(self) -> tuple[int, int]:
        """The selected range (start, end); empty when both are the caret."""
        return min(self.caret, self.anchor), max(self.caret, self.anchor)

    @property
    def selected_text(self) -> str:
        """What is selected."""
        start, end = self.selection
        return self.text[start:end]

    @property
    def room(self) -> int:
        """How many characters there is room for."""
        return self.max_chars - len(self.text)

    def _allowed(self, text: str) -> str:
        drawable = clean(text).replace("\t", " ")
        return drawable if self.is_multiline else drawable.replace("\n", " ")

    def insert(self, text: str) -> bool:
        """Put text in place of the selection, cut to the room there is; False when nothing changed."""
        start, end = self.selection
        fitting = self._allowed(text)[: self.max_chars - len(self.text) + (end - start)]
        if not fitting and start == end:
            return False
        self.text = self.text[:start] + fitting + self.text[end:]
        self.caret = self.anchor = start + len(fitting)
        return True

    def move_to(self, index: int, *, is_selecting: bool = False) -> None:
        """Put the caret at an index; the selection grows or goes."""
        self.caret = max(0, min(len(self.text), index))
        if not is_selecting:
            self.anchor = self.caret

    def select_all(self) -> None:
        """Select everything."""
        self.anchor, self.caret = 0, len(self.text)

    def left(self, index: int, *, by_word: bool = False) -> int:
        """The index one character (with its accents) or one word to the left."""
        if not by_word:
            index -= 1
            while index > 0 and unicodedata.combining(self.text[index]):
                index -= 1
            return max(0, index)
        while index > 0 and not self.text[index - 1].isalnum():
            index -= 1
        while index > 0 and self.text[index - 1].isalnum():
            index -= 1
        return index

    def right(self, index: int, *, by_word: bool = False) -> int:
        """The index one character (with its accents) or one word to the right."""
        size = len(self.text)
        if not by_word:
            index += 1
            while index < size and unicodedata.combining(self.text[index]):
                index += 1
            return min(size, index)
        while index < size and self.text[index].isalnum():
            index += 1
        while index < size and not self.text[index].isalnum():
            index += 1
        return index

    def delete(self, *, is_forward: bool, by_word: bool = False) -> bool:
        """Take away the selection, or what lies before or after the caret; False when there is nothing."""
        start, end = self.selection
        if start == end:
            if is_forward:
                end = self.right(self.caret, by_word=by_word)
            else:
                start = self.left(self.caret, by_word=by_word)
        if start == end:
            return False
        self.text = self.text[:start] + self.text[end:]
        self.caret = self.anchor = start
        return True
