"""The words that people write in sheets, and what they mean: headings, sorts of cards, scales, languages.

Headings are the table of fields' own names and the names that people write instead of them; this module
adds none. Upper and lower case, spaces, accents, signs, what stands in brackets and numbers at the end
make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.core.cards import Kind, Scale
from game.decks.schema import Field, Owner, fields_of
from game.decks.texts import id_from

KIND_WORDS: Mapping[str, Mapping[Kind, str]] = {
    "sv": {
        Kind.SITUATION: "Situation",
        Kind.QUESTION: "Fråga",
        Kind.STATEMENT: "Påstående",
        Kind.DILEMMA: "Dilemma",
        Kind.FACT: "Fakta",
        Kind.OWN: "Eget kort",
    },
    "en": {
        Kind.SITUATION: "Situation",
        Kind.QUESTION: "Question",
        Kind.STATEMENT: "Statement",
        Kind.DILEMMA: "Dilemma",
        Kind.FACT: "Fact",
        Kind.OWN: "Own card",
    },
}
"""The sorts of cards as they are written out, by the deck's language."""
SCALE_WORDS: Mapping[str, Mapping[Scale, str]] = {
    "sv": {Scale.AGREE: "Instämmer", Scale.OFTEN: "Ofta"},
    "en": {Scale.AGREE: "Agree", Scale.OFTEN: "Often"},
}
DECK_WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "format": "Format",
        "id": "Id",
        "language": "Språk",
        "title": "Titel",
        "about": "Om",
        "author": "Författare",
        "licence": "Licens",
        "themes": "Tema",
    },
    "en": {
        "format": "Format",
        "id": "Id",
        "language": "Language",
        "title": "Title",
        "about": "About",
        "author": "Author",
        "licence": "Licence",
        "themes": "Theme",
    },
}
THEME_WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {"id": "Id", "name": "Namn", "color": "Färg", "icon": "Ikon"},
    "en": {"id": "Id", "name": "Name", "color": "Colour", "icon": "Icon"},
}
CARD_WORDS: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "id": "Id",
        "kind": "Sort",
        "theme": "Tema",
        "intensity": "Nivå",
        "title": "Rubrik",
        "text": "Text",
        "easy": "Lättläst",
        "options": "Alternativ",
        "scale": "Skala",
        "prompts": "Följdfråga",
        "note": "Stöd",
        "image": "Bild",
        "minutes": "Minuter",
    },
    "en": {
        "id": "Id",
        "kind": "Kind",
        "theme": "Theme",
        "intensity": "Level",
        "title": "Title",
        "text": "Text",
        "easy": "Easy",
        "options": "Option",
        "scale": "Scale",
        "prompts": "Prompt",
        "note": "Note",
        "image": "Picture",
        "minutes": "Minutes",
    },
}
"""The headings that are written, in the order of the columns."""
_MORE_KINDS = {"eget": Kind.OWN, "own": Kind.OWN, "faktakort": Kind.FACT, "facts": Kind.FACT}
_SCALE_STARTS = (
    *(("instam", Scale.AGREE), ("hallermed", Scale.AGREE), ("agree", Scale.AGREE)),
    *(("ofta", Scale.OFTEN), ("often", Scale.OFTEN)),
)
_LANGUAGES = {"svenska": "sv", "swedish": "sv", "engelska": "en", "english": "en"}

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
# Possessive: a row of digits is taken whole or not at all, or a long one would be tried in every way.
_NUMBER_AT_END = re.compile("(?:-?(?:nr|no)?-?[0-9]++)+$")
_MINUTES = re.compile(r"([0-9]+)\s*min[a-z]*\.?", re.IGNORECASE)
_INTENSITY = re.compile(r"(?:[^\W\d]+\s+)?([0-9])(?:\s*[-–:(]\s*[^\d\s].*)?", re.DOTALL)
_LONGEST_HEADING = 80


def word(text: str) -> str:
    """The text as headings are compared: small letters a–z without anything between them."""
    return _NUMBER_AT_END.sub("", id_from(text[:_LONGEST_HEADING])).replace("-", "")


def _words(owner: Owner) -> dict[str, str]:
    found: dict[str, str] = {}
    fields = fields_of(owner).values()
    for field in fields:
        found[word(field.name)] = field.name
    for field in fields:
        for mistaken in field.mistaken:
            found.setdefault(word(mistaken), field.name)
    return found


_BY_WORD = {owner: _words(owner) for owner in Owner}
_KINDS = {word(name): kind for names in KIND_WORDS.values() for kind, name in names.items()} | _MORE_KINDS


def field_of(owner: Owner, heading: str) -> Field | None:
    """The field that a heading means; None when it is not known."""
    if is_long(heading):
        return None
    known = _BY_WORD[owner]
    # `Text (lättläst)` is what stands in the brackets, any other heading what stands before them.
    inside = [known.get(word(one or other)) for one, other in _BRACKETS.findall(heading)]
    name = known.get(word(_BRACKETS.sub(" ", heading))) or known.get(word(heading))
    if name in (None, "text"):
        name = next(filter(None, inside), name)
    return None if name is None else fields_of(owner)[name]


def is_long(heading: str) -> bool:
    """Whether this is a text and nobody's heading."""
    return len(heading) > _LONGEST_HEADING


def heading_number(heading: str) -> int:
    """The number at a heading's end: 2 for `Fråga 2`, else 0."""
    found = re.search("([0-9]{1,4})\\s*$", _BRACKETS.sub(" ", heading))
    return int(found[1]) if found else 0


def kind_of(written: str) -> Kind | None:
    """The sort of card that a word means; None when it is not known."""
    try:
        return Kind(written.strip().lower())
    except ValueError:
        return _KINDS.get(word(written))


def scale_of(written: str) -> Scale | None:
    """The scale that the first word of its steps means; None when it is not known."""
    start = word(written)
    return next((scale for begins, scale in _SCALE_STARTS if start.startswith(begins)), None)


def language_of(written: str) -> str:
    """The code of a language given by its name; what is written when it is no such name."""
    return _LANGUAGES.get(word(written), written.strip())


def number_of(field: str, written: str) -> str:
    """The number without what people write around it: `8 min`, `Nivå 2`, `2 – det skaver`."""
    text = written.strip()
    pattern = {"minutes": _MINUTES, "intensity": _INTENSITY}.get(field)
    found = pattern.fullmatch(text) if pattern is not None else None
    return text if found is None else found[1]
