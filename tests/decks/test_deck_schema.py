"""The table of fields, the JSON Schema printed from it and the reader come to the same verdicts."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from game.decks import COLORS, FIELDS, ICONS, FaultCode, FieldType, Owner, json_schema, read_deck
from game.decks.schema import fields_of
from game.i18n import translator
from game.ui.icons import ICON_NAMES
from game.ui.theme import COLOR_NAMES

SCHEMA = json_schema(translator("sv"))
VALIDATOR = Draft202012Validator(SCHEMA)

# What a JSON Schema cannot say; the generated decks keep clear of the rest of it (trimming, documents).
BEYOND_SCHEMA = {FaultCode.DUPLICATE_ID, FaultCode.UNKNOWN_THEME, FaultCode.DUPLICATE_KEY}

_WORD = st.text(st.sampled_from("abcåäö019-:#{}[]'\"”!&*%@,?"), min_size=1, max_size=8)
_GOOD_CARD = st.fixed_dictionaries(
    {"text": _WORD},
    optional={
        "kind": st.sampled_from(["situation", "question", "fact", "own", None]),
        "theme": st.one_of(_WORD, st.none()),
        "intensity": st.sampled_from([1, 2, 3, None]),
        "title": _WORD,
        "easy": _WORD,
        "image": st.sampled_from(["b.png", "c/d.JPG", "..b.webp", None]),
        "options": st.sampled_from([[], None]),
        "scale": st.none(),
        "prompts": st.lists(_WORD, max_size=8),
        "note": st.one_of(_WORD, st.sampled_from([None, 7, True])),
        "minutes": st.sampled_from([1, 120, None]),
    },
)
_DILEMMA = st.fixed_dictionaries(
    {"text": _WORD, "kind": st.just("dilemma"), "options": st.lists(_WORD, min_size=2, max_size=6)}
)
_STATEMENT = st.fixed_dictionaries(
    {"text": _WORD, "kind": st.just("statement")},
    optional={"scale": st.sampled_from(["agree", "often", None])},
)
_GOOD_THEME = st.fixed_dictionaries(
    {},
    optional={
        "name": _WORD,
        "color": st.sampled_from([*COLORS, "rosa", None]),
        "icon": st.sampled_from(ICONS),
    },
)
_GOOD_DECK = st.fixed_dictionaries(
    {"title": _WORD, "cards": st.lists(st.one_of(_GOOD_CARD, _DILEMMA, _STATEMENT), min_size=1, max_size=3)},
    optional={
        "format": st.sampled_from([1, None]),
        "id": st.sampled_from(["a", "b-2", 12, None]),
        "language": st.sampled_from(["sv", "en", "pt-BR", None]),
        "about": _WORD,
        "author": _WORD,
        "licence": _WORD,
        "themes": st.dictionaries(_WORD, _GOOD_THEME, max_size=3),
    },
)
_ODD: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(
            None,
            "",
            " ",
            True,
            0,
            1,
            2,
            4,
            -3,
            7,
            1.5,
            121,
            "a",
            "Nej nej",
            "svenska",
            "rosa",
            "often",
            "agree",
        ),
        *(
            "statement",
            "dilemma",
            "dilema",
            [],
            {},
            ["a"],
            ["a", "b"],
            ["a", ""],
            ["a", None],
            ["a", []],
            {"a": 1},
        ),
        *(
            {"a": None},
            {"": {}},
            {"a": []},
            [{"text": "a"}, None],
            ["a"] * 6,
            ["a"] * 7,
            ["a"] * 8,
            ["a"] * 9,
        ),
        *("\0", "\x07b", "a\x9b", "\ufffd", "\ufffe", "a\x1bb", ["a", "\x1b"], "x" * 61 + "y"),
        *("../b.png", "/b.png", "c/../b.png", "b.svg", "C:/b.png", "http://x/b.png", "c\\b.png", ".png"),
        *("..b.png", "x" * 196 + ".png", "x" * 197 + ".png"),
    ]
)


@st.composite
def _decks(draw: st.DrawFn) -> dict[str, Any]:
    """A good deck in which up to two values have been replaced by odd ones, or by ones near their bound."""
    deck: dict[str, Any] = draw(_GOOD_DECK)
    for _ in range(draw(st.sampled_from([0, 1, 1, 2]))):
        owners: list[tuple[Owner, Any]] = [(Owner.DECK, deck)]
        cards, themes = deck.get("cards"), deck.get("themes")
        owners += [(Owner.CARD, card) for card in cards] if isinstance(cards, list) else []
        owners += [(Owner.THEME, theme) for theme in themes.values()] if isinstance(themes, dict) else []
        owner, values = draw(st.sampled_from([x for x in owners if isinstance(x[1], dict)]))
        field = draw(st.sampled_from(list(fields_of(owner).values())))
        bound = st.integers(field.high - 1, field.high + 1)
        near = bound if field.type is FieldType.NUMBER else bound.map(lambda n: "x" * n)
        value = draw(st.one_of(_ODD, near, near.map(lambda x: [x, "a"])))
        values[draw(st.sampled_from([field.name] * 9 + ["kort"]))] = copy.deepcopy(value)
    return deck


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=_decks())
def test_schema_and_reader_agree(tmp_path: Path, content: dict[str, Any]) -> None:
    """A deck is valid by the schema exactly when the reader finds no fault that a schema can know of."""
    path = tmp_path / "prov.yaml"
    path.write_text(yaml.safe_dump(content, allow_unicode=True, width=10_000), encoding="utf-8")
    result = read_deck(path)
    faults = [fault for fault in result.faults if fault.severity.is_fault and fault.code not in BEYOND_SCHEMA]
    errors = [error.message[:200] for error in VALIDATOR.iter_errors(content)]
    assert bool(errors) == bool(faults), (errors, [fault.line_text(translator("sv")) for fault in faults])


def test_the_schema_is_a_schema() -> None:
    """It is valid JSON Schema of its draft, and survives being written as JSON."""
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_every_field_is_in_the_schema_with_its_purpose() -> None:
    """The schema has the table's fields, no others, each described."""
    deck = SCHEMA["properties"]
    objects = {
        Owner.DECK: deck,
        Owner.THEME: deck["themes"]["additionalProperties"]["properties"],
        Owner.CARD: deck["cards"]["items"]["properties"],
    }
    for owner, properties in objects.items():
        assert list(properties) == list(fields_of(owner))
        assert all(
            properties[field.name]["description"] == field.purpose for field in fields_of(owner).values()
        )


def test_the_table_is_consistent() -> None:
    """Texts and lists have bounds, and no word is mistaken for two keys of one object."""
    for field in FIELDS:
        if field.type in {FieldType.LINE, FieldType.TEXT, FieldType.LINES, FieldType.PICTURE}:
            assert field.high > 0
        if field.type is FieldType.LINES:
            assert field.entries > 0
    for owner in Owner:
        words = [word for field in fields_of(owner).values() for word in (*field.mistaken, field.name)]
        assert len(words) == len(set(words))


def test_looks_have_the_names_that_are_drawn() -> None:
    """The deck format offers exactly the colours and icons that the screens can draw."""
    assert set(COLORS) == set(COLOR_NAMES)
    assert set(ICONS) == set(ICON_NAMES)


def test_the_format_document_names_everything() -> None:
    """The reference lists every field with its bounds, every colour and every icon."""
    document = (Path(__file__).parents[2] / "docs" / "deck-format.md").read_text(encoding="utf-8")
    for field in FIELDS:
        assert f"`{field.name}`" in document
        if field.high > 1:
            assert f"{field.high:,}" in document, field.name
    for name in (*COLORS, *ICONS):
        assert f"`{name}`" in document


@pytest.mark.parametrize("word", ["minItems", "additionalProperties", "pattern"])
def test_the_schema_is_strict(word: str) -> None:
    """The schema bounds lists, keys and characters."""
    assert word in json.dumps(SCHEMA)
