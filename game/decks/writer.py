"""Writes a deck as YAML that people can go on writing in.

What `deck_yaml` writes, `read_deck` reads as an equal deck. How a file gets its place is `written_files`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.core.cards import Card, Deck, Theme
from game.decks.schema import FORMAT

WIDTH_CHARACTERS = 118
_FOLD_FROM_CHARACTERS = 90
"""A text up to this length stands on the key's own line."""

# Bare only where neither YAML nor another reader of it could take the words for something else.
_BARE = re.compile(r"[^\W\d_][\w .,!?()/&’–…+-]*")
_BARE_WORDS = re.compile(r"[^\W\d_][\w .-]*")
_TAKEN = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ID = re.compile(r"[a-z0-9-]*[a-z][a-z0-9-]*")
_LANGUAGE = re.compile(r"[A-Za-z0-9-]+")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\xa0": "\\_"}
# In a block nothing is escaped. A non-breaking space may stand there; it belongs to ordinary Swedish numbers.
_MAY_STAND_IN_BLOCK = frozenset("\n\xa0")
# Indentation, to YAML. A deck that was read has none of it.
_UNEVEN_SPACES = re.compile("^ |  | $", re.MULTILINE)


def deck_yaml(deck: Deck, heading: str = "") -> str:
    """The deck as a YAML file's text, fields in the order of the format and defaults left out.

    `heading` becomes comment lines at the top, one for each of its lines.
    """
    lines = [f"# {line}".rstrip() for line in heading.splitlines()]
    lines += [f"format: {FORMAT}", f"id: {_id(deck.id)}", f"language: {_language(deck.language)}"]
    lines += _text("title", deck.title, "")
    for name, value in (("about", deck.about), ("author", deck.author), ("licence", deck.licence)):
        lines += _text(name, value, "") if value else []
    if deck.themes:
        lines += ["themes:", *(_theme(theme) for theme in deck.themes)]
    lines += ["", "cards:"]
    cards = "\n".join(card_yaml(card) for card in deck.cards)
    return "\n".join(lines) + "\n" + cards


def card_yaml(card: Card) -> str:
    """The card as an entry of the list under `cards:`, so that it can be added to a file."""
    return "\n".join(_card(card)) + "\n"


def quoted(text: str) -> str:
    """The text between straight quotation marks on one line, as YAML wants it."""
    return '"' + "".join(_character(character) for character in text) + '"'


def line_value(text: str) -> str:
    """The text as a value on the key's own line: bare when nobody could misread it, else quoted."""
    return text if _may_stand_bare(text, _BARE) else quoted(text)


def _theme(theme: Theme) -> str:
    name = theme.name if _may_stand_bare(theme.name, _BARE_WORDS) else quoted(theme.name)
    return f"  {_id(theme.id)}: {{name: {name}, color: {theme.color}, icon: {theme.icon}}}"


def _card(card: Card) -> Iterator[str]:
    yield f"  - id: {_id(card.id)}"
    yield f"    kind: {card.kind.value}"
    if card.theme is not None:
        yield f"    theme: {_id(card.theme)}"
    yield f"    intensity: {card.intensity}"
    if card.title:
        yield f"    title: {line_value(card.title)}"
    yield from _text("text", card.text, "    ")
    if card.easy:
        yield from _text("easy", card.easy, "    ")
    if card.image is not None:
        yield f"    image: {line_value(card.image)}"
    if card.options:
        yield from ("    options:", *(f"      - {quoted(option)}" for option in card.options))
    if card.scale is not None:
        yield f"    scale: {card.scale.value}"
    if card.prompts:
        yield from ("    prompts:", *(f"      - {quoted(prompt)}" for prompt in card.prompts))
    if card.note:
        yield from _text("note", card.note, "    ")
    if card.minutes is not None:
        yield f"    minutes: {card.minutes}"


def _text(name: str, text: str, indent: str) -> list[str]:
    """Paragraphs: `|-` keeps single line breaks, `>-` is wrapped, and what no block can hold is quoted."""
    has_breaks = "\n" in text
    is_printable = all(character in _MAY_STAND_IN_BLOCK or character.isprintable() for character in text)
    if not is_printable or _UNEVEN_SPACES.search(text):
        return [f"{indent}{name}: {quoted(text)}"]
    if not has_breaks and len(text) <= _FOLD_FROM_CHARACTERS:
        return [f"{indent}{name}: {line_value(text)}"]
    paragraphs = text.split("\n\n")
    inner = f"{indent}  "
    if any("\n" in paragraph for paragraph in paragraphs):
        return [f"{indent}{name}: |-", *(f"{inner}{line}".rstrip(" ") for line in text.split("\n"))]
    lines = [f"{indent}{name}: >-"]
    for number, paragraph in enumerate(paragraphs):
        lines += [""] if number else []
        lines += (f"{inner}{line}" for line in _wrapped(paragraph, WIDTH_CHARACTERS - len(inner)))
    return lines


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    # Only a plain space may become a line break: YAML makes it a space again. `textwrap` breaks at more.
    line = ""
    for word in paragraph.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _may_stand_bare(text: str, pattern: re.Pattern[str]) -> bool:
    return (
        pattern.fullmatch(text) is not None
        and not text.endswith(" ")
        and text.lower() not in _TAKEN
        and text.isprintable()
    )


def _id(id_: str) -> str:
    is_plain = _ID.fullmatch(id_) is not None and id_ not in _TAKEN and not id_.startswith("-")
    return id_ if is_plain and not _looks_like_number(id_) else quoted(id_)


def _looks_like_number(id_: str) -> bool:
    # `1e5` and `0x1f` are numbers to other readers of YAML.
    return re.fullmatch(r"[0-9]+e[0-9]+|0[xob][0-9a-f]+", id_) is not None


def _language(code: str) -> str:
    return code if _LANGUAGE.fullmatch(code) and code.lower() not in _TAKEN else quoted(code)


def _character(character: str) -> str:
    if (escaped := _ESCAPES.get(character)) is not None:
        return escaped
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
