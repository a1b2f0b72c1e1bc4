"""The deck format as one table of fields: name, type, bounds, what it is for, in which object.

The reader walks decks against this table and `game.decks.json_schema` prints it, so that there is one
format and not three. This module knows neither files nor YAML. What the JSON Schema cannot say: duplicate
keys and ids, that a card's theme exists, that a picture exists, that lengths are counted after trimming,
that there is a second document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.core.cards import Kind, Scale
from game.decks.faults import Severity
from game.decks.texts import UNPRINTABLE
from game.i18n import N_

FORMAT = 1
MAX_FILE_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 20
MAX_CARDS = 10_000
MAX_THEMES = 24
MAX_THEME_ID_CHARACTERS = 60
MAX_TEXT_CHARACTERS = 1_200
DEFAULT_LANGUAGE = "sv"
DEFAULT_INTENSITY = 1

COLORS = ("teal", "red", "blue", "brown", "plum", "green", "olive", "slate")
ICONS = ("phone", "door", "bed", "key", "clock", "speech", "hand", "eye")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
# Relative, with /, no step out of the folder, no drive and no web address.
PICTURE_PATTERN = (
    rf"^(?!/)(?!([^/]*/)*\.\.(/|$))[^:\\{UNPRINTABLE}\n\r\t]+"
    r"\.([pP][nN][gG]|[jJ][pP][eE]?[gG]|[wW][eE][bB][pP])$"
)


class Owner(StrEnum):
    """The object that a field stands in."""

    DECK = "deck"
    THEME = "theme"
    CARD = "card"


class FieldType(StrEnum):
    """What a field's value is."""

    LINE = "line"
    """Text on one line."""
    TEXT = "text"
    """Text in paragraphs."""
    LINES = "lines"
    """A list of texts on one line each."""
    NUMBER = "number"
    CHOICE = "choice"
    """One of a closed list."""
    NAME = "name"
    """One of an open list: an unknown one is a warning."""
    REFERENCE = "reference"
    """A theme's id."""
    ID = "id"
    LANGUAGE = "language"
    PICTURE = "picture"
    THEMES = "themes"
    """Theme id → theme."""
    CARDS = "cards"


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table."""

    owner: Owner
    name: str
    type: FieldType
    purpose: str
    """Message id: what the field is for, shown by editors that know JSON Schema."""
    costs: Severity = Severity.ENTRY_IGNORED
    """What a bad value costs."""
    required: bool = False
    low: int = 0
    """Smallest number; for lists the smallest number of entries."""
    high: int = 0
    """Largest number, or characters in a text and in each entry of a list."""
    entries: int = 0
    """The most entries in a list."""
    choices: tuple[str, ...] = ()
    kind: Kind | None = None
    """The only kind of card on which the field may stand."""
    mistaken: tuple[str, ...] = ()
    """Keys that people write instead; they get this one as suggestion."""


_D, _T, _C = Owner.DECK, Owner.THEME, Owner.CARD
_REFUSED, _LEFT_OUT = Severity.DECK_REFUSED, Severity.CARD_LEFT_OUT
_KINDS = tuple(kind.value for kind in Kind)
_SCALES = tuple(scale.value for scale in Scale)

FIELDS: tuple[Field, ...] = (
    Field(_D, "format", FieldType.NUMBER, N_("Formatets version: 1."), _REFUSED, low=FORMAT, high=FORMAT),
    Field(_D, "id", FieldType.ID, N_("Kortlekens id, samma i alla språk. Utelämnat: tas ur filnamnet.")),
    Field(
        _D,
        "language",
        FieldType.LANGUAGE,
        N_("Språket: sv eller en. Utelämnat: tas ur filnamnet, annars sv."),
        mistaken=("språk", "sprak", "lang"),
    ),
    Field(
        _D,
        "title",
        FieldType.LINE,
        N_("Kortlekens namn."),
        _REFUSED,
        required=True,
        high=60,
        mistaken=("titel", "rubrik", "namn", "name"),
    ),
    Field(
        _D,
        "about",
        FieldType.TEXT,
        N_("Vad leken handlar om. Visas när man väljer."),
        high=600,
        mistaken=("om", "beskrivning", "description"),
    ),
    Field(
        _D,
        "author",
        FieldType.LINE,
        N_("Vem som har skrivit korten."),
        high=200,
        mistaken=("författare", "forfattare", "av"),
    ),
    Field(
        _D,
        "licence",
        FieldType.LINE,
        N_("Hur korten får användas, till exempel CC-BY-4.0."),
        high=120,
        mistaken=("license", "licens"),
    ),
    Field(
        _D,
        "themes",
        FieldType.THEMES,
        N_("Teman: id och vad temat heter, med färg och ikon."),
        entries=MAX_THEMES,
        mistaken=("teman", "tema", "theme"),
    ),
    Field(
        _D,
        "cards",
        FieldType.CARDS,
        N_("Korten."),
        _REFUSED,
        required=True,
        low=1,
        entries=MAX_CARDS,
        mistaken=("kort", "card"),
    ),
    Field(
        _T,
        "name",
        FieldType.LINE,
        N_("Temats namn på kortet. Utelämnat: temats id."),
        high=60,
        mistaken=("namn", "title", "titel", "tema", "theme"),
    ),
    Field(
        _T,
        "color",
        FieldType.NAME,
        N_("Temats färg."),
        choices=COLORS,
        mistaken=("färg", "farg", "colour"),
    ),
    Field(_T, "icon", FieldType.NAME, N_("Temats ikon."), choices=ICONS, mistaken=("ikon", "symbol")),
    Field(_C, "id", FieldType.ID, N_("Kortets id, samma i alla språk. Utelämnat: tas ur rubriken.")),
    Field(
        _C,
        "kind",
        FieldType.CHOICE,
        N_("Sorts kort. Utelämnat: situation."),
        _LEFT_OUT,
        choices=_KINDS,
        mistaken=("typ", "type", "sort"),
    ),
    Field(
        _C,
        "theme",
        FieldType.REFERENCE,
        N_("Id för ett av lekens teman."),
        mistaken=("tema", "themes", "ämne", "amne", "område", "kategori", "topic", "category"),
    ),
    Field(
        _C,
        "intensity",
        FieldType.NUMBER,
        N_("1 vardagligt, 2 det skaver, 3 nära."),
        _LEFT_OUT,
        low=1,
        high=3,
        mistaken=(
            "intensitet",
            "nivå",
            "niva",
            "level",
            "svårighet",
            "svårighetsgrad",
            "närhet",
            "difficulty",
        ),
    ),
    Field(
        _C,
        "title",
        FieldType.LINE,
        N_("Kortets rubrik."),
        _LEFT_OUT,
        high=60,
        mistaken=("titel", "rubrik", "name", "namn"),
    ),
    Field(
        _C,
        "text",
        FieldType.TEXT,
        N_("Det som läses upp. Upp till 420 tecken ryms på en sida."),
        _LEFT_OUT,
        required=True,
        high=MAX_TEXT_CHARACTERS,
        mistaken=("texten", "body", "situation", "kort"),
    ),
    Field(
        _C,
        "easy",
        FieldType.TEXT,
        N_("Samma sak på lättläst svenska."),
        high=MAX_TEXT_CHARACTERS,
        mistaken=("lättläst", "lattlast", "lätt text", "plain"),
    ),
    Field(
        _C,
        "image",
        FieldType.PICTURE,
        N_("En bild i lekens mapp, till exempel bilder/luren.png."),
        high=200,
        mistaken=("bild", "picture", "bildfil"),
    ),
    Field(
        _C,
        "options",
        FieldType.LINES,
        N_("Det man väljer mellan. Bara i ett dilemma."),
        _LEFT_OUT,
        low=2,
        high=80,
        entries=6,
        kind=Kind.DILEMMA,
        mistaken=("alternativ", "val", "choices", "option", "choice", "svarsalternativ"),
    ),
    Field(
        _C,
        "scale",
        FieldType.CHOICE,
        N_("Påståendets skala. Utelämnat: agree."),
        _LEFT_OUT,
        choices=_SCALES,
        kind=Kind.STATEMENT,
        mistaken=("skala",),
    ),
    Field(
        _C,
        "prompts",
        FieldType.LINES,
        N_("Följdfrågor, dolda tills de öppnas."),
        _LEFT_OUT,
        high=140,
        entries=8,
        mistaken=(
            *("följdfrågor", "foljdfragor", "frågor", "fragor", "questions"),
            *("frågor att prata om", "frågor att diskutera", "samtalsfrågor"),
            *("discussion questions", "questions to discuss"),
            *("prompt", "question", "följdfråga", "fråga", "diskussionsfrågor"),
        ),
    ),
    Field(
        _C,
        "note",
        FieldType.TEXT,
        N_("Till samtalsledaren. Visas aldrig för rummet."),
        high=2_000,
        mistaken=(
            *("notes", "anteckning", "anteckningar", "notering"),
            *("stöd", "handledare", "samtalsledare", "facilitator"),
        ),
    ),
    Field(
        _C,
        "minutes",
        FieldType.NUMBER,
        N_("Hur många minuter kortet brukar ta."),
        low=1,
        high=120,
        mistaken=("minuter", "tid", "time", "min"),
    ),
)

_BY_OWNER = {owner: {field.name: field for field in FIELDS if field.owner is owner} for owner in Owner}


def fields_of(owner: Owner) -> dict[str, Field]:
    """The fields of one object, by name, in the order of the table."""
    return _BY_OWNER[owner]
