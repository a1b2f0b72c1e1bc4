"""Prints the table of fields as JSON Schema, for editors that check and complete while one writes.

A deck is valid by this schema exactly when the reader finds no fault in it (warnings aside), as far as
a JSON Schema can say it; `game.decks.schema` lists what it cannot.
"""

from __future__ import annotations

from typing import Any

from game.core.cards import Kind
from game.decks.schema import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    MAX_THEME_ID_CHARACTERS,
    PICTURE_PATTERN,
    Field,
    FieldType,
    Owner,
    fields_of,
)
from game.decks.texts import MAX_ID_CHARACTERS, UNPRINTABLE
from game.i18n import N_, Translator

# Text stays as written, so `title: 1984` and `title: no` are fine whatever YAML makes of them.
_SCALARS = ["string", "number", "boolean"]
_PRINTABLE = f"^[^{UNPRINTABLE}]*$"
_PRINTABLE_AND_FILLED = f"^(?=[\\s\\S]*\\S)[^{UNPRINTABLE}]*$"


def json_schema(translator: Translator) -> dict[str, Any]:
    """The format as JSON Schema, draft 2020-12, with descriptions in the translator's language."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": translator(N_("Kortlek")),
        **_object(Owner.DECK, translator),
    }


def _object(owner: Owner, _: Translator) -> dict[str, Any]:
    fields = fields_of(owner).values()
    schema: dict[str, Any] = {
        "type": "object" if owner is not Owner.THEME else ["object", "null"],
        "properties": {field.name: {**_value(field, _), "description": _(field.purpose)} for field in fields},
        "additionalProperties": False,
    }
    if required := [field.name for field in fields if field.required]:
        schema["required"] = required
    if rules := [_only_on(field) for field in fields if field.kind is not None]:
        schema["allOf"] = rules
    return schema


def _value(field: Field, _: Translator) -> dict[str, Any]:
    match field.type:
        case FieldType.LINE | FieldType.TEXT:
            return _text(field.high, filled=field.required)
        case FieldType.LINES:
            # The fewest entries count where the field belongs: see `_only_on`.
            entry = _text(field.high, filled=True)
            return {"type": ["array", "null"], "items": entry, "maxItems": field.entries}
        case FieldType.NUMBER:
            return {"type": ["integer", "null"], "minimum": field.low, "maximum": field.high}
        case FieldType.CHOICE:
            return {"enum": [*field.choices, None]}
        case FieldType.NAME:
            return {"anyOf": [{"enum": list(field.choices)}, {"type": [*_SCALARS, "null"]}]}
        case FieldType.REFERENCE:
            return {"type": [*_SCALARS, "null"]}
        case FieldType.ID:
            number = {"type": ["integer", "boolean"], "minimum": 0}
            written = {"type": ["string", "null"], "pattern": ID_PATTERN, "maxLength": MAX_ID_CHARACTERS}
            return {"anyOf": [written, number]}
        case FieldType.LANGUAGE:
            return {"type": ["string", "null"], "pattern": LANGUAGE_PATTERN}
        case FieldType.PICTURE:
            return {"type": ["string", "null"], "pattern": PICTURE_PATTERN, "maxLength": field.high}
        case FieldType.THEMES:
            return {
                "type": ["object", "null"],
                "propertyNames": {**_text(MAX_THEME_ID_CHARACTERS, filled=True), "type": "string"},
                "additionalProperties": _object(Owner.THEME, _),
                "maxProperties": field.entries,
            }
        case FieldType.CARDS:
            cards = _object(Owner.CARD, _)
            return {"type": "array", "items": cards, "minItems": field.low, "maxItems": field.entries}


def _text(high: int, filled: bool) -> dict[str, Any]:
    if filled:
        return {"type": _SCALARS, "maxLength": high, "pattern": _PRINTABLE_AND_FILLED}
    return {"type": [*_SCALARS, "null"], "maxLength": high, "pattern": _PRINTABLE}


def _only_on(field: Field) -> dict[str, Any]:
    """The rule of a field that belongs to one kind of card and stays away from the others."""
    here: dict[str, Any] = {}
    if field.low:
        here = {
            "required": [field.name],
            "properties": {field.name: {"type": "array", "minItems": field.low}},
        }
    elsewhere: dict[str, Any] = {"type": "null"}
    if field.type is FieldType.LINES:
        elsewhere = {"type": ["array", "null"], "maxItems": 0}
    kind: Kind | None = field.kind
    return {
        "if": {"required": ["kind"], "properties": {"kind": {"const": kind}}},
        "then": here,
        "else": {"properties": {field.name: elsewhere}},
    }
