"""A text file's bytes as text, whichever of the usual encodings they are in.

Office programs write UTF-8 with and without a mark, UTF-16, and in the West Windows' own cp1252.
"""

from __future__ import annotations

import codecs

_SAMPLE_BYTES = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Begins as the mark of UTF-16 does.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REPLACEMENT = "\ufffd"


def decoded(content: bytes) -> str:
    """The text. A byte that fits nowhere becomes U+FFFD, which no field of a card takes."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if encoding := _unmarked_utf16(content):
        return content.decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    # One bad byte in a file of good UTF-8 is a bad byte; letters that are all bad are cp1252.
    broken = text.count(_REPLACEMENT)
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if whole >= broken else _windows(content)


def _unmarked_utf16(content: bytes) -> str:
    """In Western text every other byte of UTF-16 is 0; in other encodings hardly any is."""
    sample = content[:_SAMPLE_BYTES]
    pairs = len(sample) // 2
    if not pairs:
        return ""
    first, second = (sample[start::2].count(0) / pairs for start in (0, 1))
    if second > 0.4 and first < 0.1:
        return "utf-16-le"
    return "utf-16-be" if first > 0.4 and second < 0.1 else ""


def _windows(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:  # Five bytes are nothing there. Latin-1 makes them unprintable, not lost.
        return content.decode("latin-1")
