"""Events to JSON and back, by their types.

The JSON of an event is compact, in field order and the same every time. A `Text` is only its id
there; its words travel beside it. How an event looks in JSON follows from its fields, so a change
of any class that an event holds needs a new version in `TYPES` and an upcaster in `UPCASTERS`;
a test compares the shapes with those that were released. This module knows no file.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

from game.core import events as ev
from game.core.words import Text, TextId

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Words: TypeAlias = Mapping[TextId, str | None]
"""The words of texts by id; None for words that are erased."""

TYPES: Final[Mapping[str, tuple[type[ev.Event], int]]] = {
    "SessionOpened": (ev.SessionOpened, 1),
    "RulesAccepted": (ev.RulesAccepted, 1),
    "KeysDealt": (ev.KeysDealt, 1),
    "PileOrdered": (ev.PileOrdered, 1),
    "LapStarted": (ev.LapStarted, 1),
    "TurnStarted": (ev.TurnStarted, 1),
    "TurnEnded": (ev.TurnEnded, 1),
    "TurnPassed": (ev.TurnPassed, 1),
    "TurnHandedOver": (ev.TurnHandedOver, 1),
    "CardDrawn": (ev.CardDrawn, 1),
    "CardSwapped": (ev.CardSwapped, 1),
    "CardReturned": (ev.CardReturned, 1),
    "PhaseEntered": (ev.PhaseEntered, 1),
    "PhaseLengthened": (ev.PhaseLengthened, 1),
    "RoundOpened": (ev.RoundOpened, 1),
    "SpeakerCalled": (ev.SpeakerCalled, 1),
    "SpeechPassed": (ev.SpeechPassed, 1),
    "PassedAskedAgain": (ev.PassedAskedAgain, 1),
    "PromptRevealed": (ev.PromptRevealed, 1),
    "PromptHidden": (ev.PromptHidden, 1),
    "OwnCardWritten": (ev.OwnCardWritten, 1),
    "TallyRecorded": (ev.TallyRecorded, 1),
    "TakeawayRecorded": (ev.TakeawayRecorded, 1),
    "SeatAdded": (ev.SeatAdded, 1),
    "SeatRenamed": (ev.SeatRenamed, 1),
    "SeatMarkedAway": (ev.SeatMarkedAway, 1),
    "SeatMarkedBack": (ev.SeatMarkedBack, 1),
    "SeatLeft": (ev.SeatLeft, 1),
    "SeatsReordered": (ev.SeatsReordered, 1),
    "PlanChanged": (ev.PlanChanged, 1),
    "ClosingBegan": (ev.ClosingBegan, 1),
    "ClosingLeft": (ev.ClosingLeft, 1),
    "PromiserCalled": (ev.PromiserCalled, 1),
    "PromiseMade": (ev.PromiseMade, 1),
    "PromiseRemoved": (ev.PromiseRemoved, 1),
    "SessionEnded": (ev.SessionEnded, 1),
    "KeepingChosen": (ev.KeepingChosen, 1),
    "TextsErased": (ev.TextsErased, 1),
    "FollowUpBegan": (ev.FollowUpBegan, 1),
    "PromiseFollowedUp": (ev.PromiseFollowedUp, 1),
    "FollowUpEnded": (ev.FollowUpEnded, 1),
    "WentBackTo": (ev.WentBackTo, 1),
}
"""The name that is stored, which stays if a class is renamed: its class and present version."""

Upcaster: TypeAlias = Callable[[dict[str, Json]], dict[str, Json]]

UPCASTERS: Final[Mapping[str, Mapping[int, Upcaster]]] = {}
"""Type name → version → the function that makes the next version's JSON out of that one's."""

_NAMES: Final[Mapping[type[ev.Event], str]] = {cls: name for name, (cls, _) in TYPES.items()}


class UndecodableEvent(ValueError):  # noqa: N818 - says what it is
    """Stored JSON that is no event of its type: the journal is damaged. Holds no contents."""


class NewerEvent(ValueError):  # noqa: N818 - says what it is
    """An event type or version that a newer version of the program wrote."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as the journal keeps it, and the words that it mentions."""

    type: str
    version: int
    body: str
    """JSON; texts are only ids in it."""
    words: dict[TextId, str | None]


def encode(event: ev.Event) -> StoredEvent:
    """The stored form of an event. Raises TypeError for a type that is not in `TYPES`."""
    name = _NAMES.get(type(event))
    if name is None:
        raise TypeError(f"{type(event).__name__} has no stored form")
    words: dict[TextId, str | None] = {}
    tree = _shape(type(event)).to_json(event, words)
    return StoredEvent(name, TYPES[name][1], _compact(tree), words)


def check_known(name: str, version: int, known: Mapping[str, tuple[type[ev.Event], int]] = TYPES) -> None:
    """Raise NewerEvent unless this program can read that version of that type."""
    if name not in known or version > known[name][1]:
        raise NewerEvent(f"{name} version {version}")


def decode(
    name: str,
    version: int,
    body: str,
    words: Words,
    *,
    known: Mapping[str, tuple[type[ev.Event], int]] = TYPES,
    upcasters: Mapping[str, Mapping[int, Upcaster]] = UPCASTERS,
) -> ev.Event:
    """The event, older versions brought up to the present one.

    Raises NewerEvent for what a newer program wrote and UndecodableEvent for anything else that
    is not right, such as a text whose id is not in `words`.
    """
    check_known(name, version, known)
    cls, present = known[name]
    try:
        tree: Json = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UndecodableEvent(f"{name}: not JSON") from error
    for older in range(version, present):
        upcaster = upcasters.get(name, {}).get(older)
        if upcaster is None or not isinstance(tree, dict):
            raise UndecodableEvent(f"{name}: version {older} cannot be read")
        tree = upcaster(tree)
    event = _shape(cls).from_json(tree, words, name)
    assert isinstance(event, ev.Event), "TYPES holds events"
    return event


def shape_of(cls: type[ev.Event]) -> str:
    """How a class looks in JSON, nested classes spelt out, so that a test can see it change."""
    return _shape(cls).text


def _compact(tree: Json) -> str:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


# --- shapes: one for each type that an event may hold


@dataclass(frozen=True, slots=True)
class _Shape:
    text: str
    to_json: Callable[[Any, dict[TextId, str | None]], Json]
    from_json: Callable[[Json, Words, str], Any]
    """Takes the JSON, the words and where in the event it stands, for the message."""


def _shape(kind: Any) -> _Shape:
    return _made_shape(kind)


@cache
def _made_shape(kind: Any) -> _Shape:
    if isinstance(kind, NewType):
        return _shape(kind.__supertype__)
    if kind is Text:
        return _text_shape()
    if kind in (str, int, bool):
        return _plain_shape(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum_shape(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_shape(kind)
    if get_origin(kind) is tuple:
        return _tuple_shape(get_args(kind))
    if get_origin(kind) in (Union, types.UnionType):
        return _optional_shape(get_args(kind))
    raise TypeError(f"no JSON for {kind!r}")


def _plain_shape(kind: type[object]) -> _Shape:
    def from_json(tree: Json, words: Words, where: str) -> object:  # noqa: ARG001 - every shape has the same signature
        if type(tree) is not kind:
            raise UndecodableEvent(f"{where}: not {kind.__name__}")
        return tree

    return _Shape(kind.__name__, lambda value, words: value, from_json)  # noqa: ARG005 - the same


def _text_shape() -> _Shape:
    def to_json(text: Text, words: dict[TextId, str | None]) -> Json:
        if words.setdefault(text.id, text.body) != text.body:
            raise ValueError("one text id with two different words")
        return text.id

    def from_json(tree: Json, words: Words, where: str) -> Text:
        if not isinstance(tree, str) or tree not in words:
            raise UndecodableEvent(f"{where}: no such text")
        text = TextId(tree)
        return Text(text, words[text])

    return _Shape("text", to_json, from_json)


def _enum_shape(kind: type[StrEnum]) -> _Shape:
    def from_json(tree: Json, words: Words, where: str) -> StrEnum:  # noqa: ARG001 - every shape has the same signature
        try:
            return kind(str(tree))
        except ValueError as error:
            raise UndecodableEvent(f"{where}: not a {kind.__name__}") from error

    text = "|".join(member.value for member in kind)
    return _Shape(f"<{text}>", lambda value, words: value.value, from_json)  # noqa: ARG005 - the same


def _optional_shape(kinds: tuple[Any, ...]) -> _Shape:
    others = [kind for kind in kinds if kind is not types.NoneType]
    if len(others) != 1 or len(kinds) != 2:
        raise TypeError(f"no JSON for a union of {kinds!r}")
    inner = _shape(others[0])

    def to_json(value: Any, words: dict[TextId, str | None]) -> Json:
        return None if value is None else inner.to_json(value, words)

    def from_json(tree: Json, words: Words, where: str) -> Any:
        return None if tree is None else inner.from_json(tree, words, where)

    return _Shape(f"{inner.text}?", to_json, from_json)


def _tuple_shape(kinds: tuple[Any, ...]) -> _Shape:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        inner = _shape(kinds[0])

        def all_from_json(tree: Json, words: Words, where: str) -> tuple[Any, ...]:
            if not isinstance(tree, list):
                raise UndecodableEvent(f"{where}: not a list")
            return tuple(inner.from_json(part, words, where) for part in tree)

        def all_to_json(value: tuple[Any, ...], words: dict[TextId, str | None]) -> Json:
            return [inner.to_json(part, words) for part in value]

        return _Shape(f"[{inner.text}…]", all_to_json, all_from_json)
    parts = [_shape(kind) for kind in kinds]

    def each_to_json(value: tuple[Any, ...], words: dict[TextId, str | None]) -> Json:
        return [shape.to_json(part, words) for shape, part in zip(parts, value, strict=True)]

    def each_from_json(tree: Json, words: Words, where: str) -> tuple[Any, ...]:
        if not isinstance(tree, list) or len(tree) != len(parts):
            raise UndecodableEvent(f"{where}: not {len(parts)} values")
        return tuple(shape.from_json(part, words, where) for shape, part in zip(parts, tree, strict=True))

    return _Shape(f"[{','.join(shape.text for shape in parts)}]", each_to_json, each_from_json)


def _dataclass_shape(kind: type[Any]) -> _Shape:
    hints = get_type_hints(kind)
    shapes = {field.name: _shape(hints[field.name]) for field in fields(kind)}

    def to_json(value: Any, words: dict[TextId, str | None]) -> Json:
        return {name: shape.to_json(getattr(value, name), words) for name, shape in shapes.items()}

    def from_json(tree: Json, words: Words, where: str) -> Any:
        if not isinstance(tree, dict) or tree.keys() != shapes.keys():
            raise UndecodableEvent(f"{where}: not the fields of {kind.__name__}")
        values = {
            name: shape.from_json(tree[name], words, f"{where}.{name}") for name, shape in shapes.items()
        }
        return kind(**values)

    text = ",".join(f"{name}:{shape.text}" for name, shape in shapes.items())
    return _Shape(f"{{{text}}}", to_json, from_json)
