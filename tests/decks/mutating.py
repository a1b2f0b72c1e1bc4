"""Spoils deck files in the ways that editors, people and enemies do, the same for the same seed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from game.resources import cards_folder

ODDITIES = (
    *(
        "---\n",
        "...\n",
        "%YAML 9.9\n",
        "%TAG ! tag:x,2000:\n",
        "? ",
        ": ",
        "- ",
        "\t",
        "#",
        "|",
        ">-",
        "&a ",
        "*a",
        "<<: *a\n",
    ),
    *(
        "!!python/object/apply:os.system ['echo x']",
        "!!python/name:os.system",
        "!!binary aGVq",
        "!x ",
        "!!str ",
        "!!set ",
    ),
    *(
        "{",
        "}",
        "[",
        "]",
        "{{",
        "[[",
        "'",
        '"',
        '"\\',
        '"\\x0',
        '"\\uD800"',
        '"\\0"',
        "`",
        "@",
        "%",
        "\\",
        "”",
    ),
    *("~", "null", "yes", "012", "12:30", "1e999", "-0", ".inf", "2026-11-25", "0x1F", "9" * 400),
    *(
        "\u2028",
        "\u2029",
        "\x85",
        "\r",
        "\r\n",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\u202e",
        "\ufffd",
        "\ud800",
        "\U0001f44d",
    ),
    *("a\u0301" * 30, "\u0323" * 60, "\u200d" * 40, "ß", "İ", "ﬁ", "日本語", "مرحبا"),
)
PICTURES = (
    *(
        "../../etc/passwd",
        "/etc/passwd",
        "../utanfor.png",
        "bilder/../../utanfor.png",
        "lank.png",
        "upp/utanfor.png",
    ),
    *(
        "kretsen.png",
        "bild.png",
        "bilder/bild.png",
        "mapp.png",
        "trasig.png",
        "~/x.png",
        "C:\\x.png",
        "x\u0000.png",
    ),
    *(
        "http://x/y.png",
        "file:///etc/passwd",
        "\\\\server\\x.png",
        "." * 300 + ".png",
        "a/" * 99 + "b.png",
        "bild.png/b.png",
    ),
)
FIELDS = (
    *("format", "id", "language", "title", "about", "author", "licence", "themes", "cards", "kind", "theme"),
    *(
        "intensity",
        "text",
        "easy",
        "image",
        "options",
        "scale",
        "prompts",
        "note",
        "minutes",
        "name",
        "color",
    ),
    *("icon", "<<", "x", "titel"),
)
MANY_CARDS = 12
_BLOCKS = (
    0,
    0,
    0x80,
    0x300,
    0x590,
    0x600,
    0x1100,
    0x2000,
    0x2600,
    0x4E00,
    0xD800,
    0xE000,
    0xFF80,
    0x1F600,
    0xE0000,
)
"""Where some blocks of Unicode begin."""
_WORDS = re.compile(r"^(\s*(?:- )?(?:- |[\w<]+:)) [^\s>|{\[&*].*$", re.MULTILINE)
_VALUE = re.compile(r"^(\s*(?:- )?[\w<]+:) .*$", re.MULTILINE)

Spoiling = Callable[[bytes, random.Random], bytes]


def sources() -> list[bytes]:
    """The decks to begin with: those that ship, and small ones that use everything."""
    shipped = [path.read_bytes() for path in sorted(cards_folder().glob("*.yaml"))]
    small = Path(__file__).with_name("small_deck.yaml").read_bytes()
    return [*shipped, small]


def part_of(deck: bytes, chance: random.Random) -> bytes:
    """A deck's head with a few of its cards, so that thousands can be read in a short time."""
    head, *cards = re.split(rb"(?m)^(?=  - id:)", deck)
    if len(cards) < MANY_CARDS:
        return deck
    start = chance.randrange(len(cards) - 1)
    return head + b"".join(cards[start : start + chance.randint(2, 3)])


def spoiled(deck: bytes, chance: random.Random) -> bytes:
    """The deck after one to four mishaps; every other one stays YAML, so that its fields are read."""
    spoilings = chance.choice((SPOILINGS, FIELD_SPOILINGS))
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        deck = chance.choice(spoilings)(deck, chance)
    return deck


def _place(deck: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(deck))


def _flip(deck: bytes, chance: random.Random) -> bytes:
    changed = bytearray(deck)
    for _ in range(chance.choice((1, 1, 3, 40))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut_off(deck: bytes, chance: random.Random) -> bytes:
    return deck[: _place(deck, chance)]


def _cut_out(deck: bytes, chance: random.Random) -> bytes:
    start = _place(deck, chance)
    return deck[:start] + deck[start + chance.choice((1, 2, 5, 30, 400)) :]


def _repeat(deck: bytes, chance: random.Random) -> bytes:
    start = _place(deck, chance)
    piece = deck[start : start + chance.choice((1, 10, 200, 2000))]
    return deck[:start] + piece * chance.choice((2, 2, 3, 20)) + deck[start:]


def _swap_lines(deck: bytes, chance: random.Random) -> bytes:
    lines = deck.splitlines(keepends=True)
    for _ in range(chance.choice((1, 1, 5))):
        if len(lines) > 1:
            one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def _drop_line(deck: bytes, chance: random.Random) -> bytes:
    lines = deck.splitlines(keepends=True)
    if lines:
        del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def _indent(deck: bytes, chance: random.Random) -> bytes:
    lines = deck.splitlines(keepends=True)
    for _ in range(chance.choice((1, 1, 4))):
        if lines:
            number = chance.randrange(len(lines))
            shift = chance.choice((b" ", b"  ", b"\t", b"          ", b""))
            lines[number] = shift + (lines[number] if chance.random() < 0.5 else lines[number].lstrip(b" "))
    return b"".join(lines)


def _insert_oddity(deck: bytes, chance: random.Random) -> bytes:
    place = _place(deck, chance)
    return deck[:place] + _encoded(chance.choice(ODDITIES)) + deck[place:]


def _insert_letters(deck: bytes, chance: random.Random) -> bytes:
    place = _place(deck, chance)
    return deck[:place] + _encoded(_letters(chance)) + deck[place:]


def _change_value(deck: bytes, chance: random.Random) -> bytes:
    """Another value after a key: an oddity, a picture's path or a whole structure."""
    text = deck.decode("utf-8", "surrogateescape")
    found = list(_VALUE.finditer(text))
    if not found:
        return deck
    match = chance.choice(found)
    value = chance.choice((_oddity, _structure, _huge, _picture))(chance)
    return _encoded(f"{text[: match.start()]}{match.group(1)} {value}{text[match.end() :]}")


def _change_words(deck: bytes, chance: random.Random) -> bytes:
    """Other words after a key or in a list, quoted so that YAML takes them."""
    text = deck.decode("utf-8", "surrogateescape")
    found = list(_WORDS.finditer(text))
    if not found:
        return deck
    match = chance.choice(found)
    words = chance.choice((_letters, _oddity, _huge, lambda chance: chance.choice(PICTURES)))(chance)
    quoted = json.dumps(words, ensure_ascii=False)
    return _encoded(f"{text[: match.start()]}{match.group(1)} {quoted}{text[match.end() :]}")


def _add_field(deck: bytes, chance: random.Random) -> bytes:
    """One more field on a card or on the deck, known or not, perhaps a second time."""
    lines = deck.splitlines(keepends=True)
    spaces = chance.choice((0, 2, 4, 4, 4, 6))
    value = chance.choice((_oddity, _structure, _picture, _picture))(chance)
    name = "image" if chance.random() < 0.4 else chance.choice(FIELDS)
    lines.insert(chance.randint(0, len(lines)), _encoded(f"{' ' * spaces}{name}: {value}\n"))
    return b"".join(lines)


def _add_card_field(deck: bytes, chance: random.Random) -> bytes:
    """One more field on the last card."""
    value = chance.choice((_picture(chance), json.dumps(_letters(chance), ensure_ascii=False), "[a, b]"))
    return deck.rstrip() + _encoded(f"\n    {chance.choice((*FIELDS, 'image', 'image'))}: {value}\n")


def _letters(chance: random.Random) -> str:
    blocks = chance.sample(_BLOCKS, 2)
    numbers = chance.choices(range(128), k=chance.choice((1, 9, 90, 450)))
    return "".join(chr(blocks[number % 2] + number) for number in numbers)


def _oddity(chance: random.Random) -> str:
    return chance.choice(ODDITIES)


def _picture(chance: random.Random) -> str:
    return f'"{chance.choice(PICTURES)}"'


def _huge(chance: random.Random) -> str:
    return chance.choice(("x", "å ", "x\n      ", "’")) * chance.choice((500, 1300, 60_000, 400_000))


def _structure(chance: random.Random) -> str:
    depth = chance.choice((3, 19, 21, 2000, 40_000))
    opened = chance.choice(("[", "{a: ", "[{a: ", "- "))
    closed = {"[": "]", "{a: ": "}", "[{a: ": "}]", "- ": ""}[opened]
    return opened * depth + (closed * depth if chance.random() < 0.5 else "")


def _bomb(deck: bytes, chance: random.Random) -> bytes:
    """Aliases of aliases, or merge keys of merge keys, at the beginning or as a card's text."""
    is_merge, levels = chance.random() < 0.4, chance.choice((5, 12, 30))
    lines = ["x0: &x0 {a: b}" if is_merge else "x0: &x0 [lol, lol]"]
    for level in range(1, levels):
        aliases = ", ".join([f"*x{level - 1}"] * 9)
        lines.append(f"x{level}: &x{level} " + (f"{{<<: [{aliases}]}}" if is_merge else f"[{aliases}]"))
    bomb = "\n".join(lines) + "\n"
    if chance.random() < 0.5:
        bomb += f"prompts: *x{levels - 1}\nthemes: *x{levels // 2}\n"
    return _encoded(bomb) + deck


def _encode_otherwise(deck: bytes, chance: random.Random) -> bytes:
    text = deck.decode("utf-8", "replace")
    encoding = chance.choice(("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "latin-1", "cp437", "utf-7"))
    return text.encode(encoding, "replace")


def _end_lines_otherwise(deck: bytes, chance: random.Random) -> bytes:
    return deck.replace(
        b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", b"\xc2\x85", b"\xe2\x80\xa8", b"\x00\n", b" "))
    )


def _encoded(text: str) -> bytes:
    """As UTF-8; lone surrogates become bytes that are none."""
    return text.encode("utf-8", "surrogatepass")


SPOILINGS: Sequence[Spoiling] = (
    *(_flip, _cut_off, _cut_out, _repeat, _swap_lines, _drop_line, _indent, _insert_oddity, _insert_oddity),
    *(_insert_letters, _change_value, _change_value, _add_field, _add_field, _bomb, _encode_otherwise),
    *(_end_lines_otherwise,),
)
FIELD_SPOILINGS: Sequence[Spoiling] = (_change_words, _change_words, _change_words, _add_card_field)
