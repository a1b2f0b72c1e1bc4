"""Events written as JSON and read back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.core import events as ev
from game.core.cards import CardKey
from game.core.plan import Phase
from game.core.state import OwnCard, Promise, PromiseForm, PromiseId, SeatId
from game.core.words import Text, TextId
from game.session.codec import (
    TYPES,
    NewerEvent,
    UndecodableEvent,
    decode,
    encode,
    shape_of,
)

SHAPES = Path(__file__).parent / "files" / "shapes.json"

st.register_type_strategy(
    Text,
    # One id always has the same words, as in a journal; some are erased.
    st.text(min_size=1, max_size=12).map(
        lambda words: Text(TextId(f"t{words}"), None if words[0] in "aeiou0" else f"{words} åäö")
    ),
)
QUICK = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)


def event_classes() -> set[type[ev.Event]]:
    """Every event that the core has."""
    found = (value for value in vars(ev).values() if isinstance(value, type))
    return {cls for cls in found if issubclass(cls, ev.Event) and cls is not ev.Event}


def test_every_event_of_the_core_has_a_stored_name() -> None:
    """The table of types holds each event class once."""
    assert {cls for cls, _ in TYPES.values()} == event_classes()
    assert len(TYPES) == len(event_classes())


@pytest.mark.parametrize("name", TYPES)
@QUICK
@given(data=st.data())
def test_an_event_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    """Writing and reading any event gives an equal event, and the same JSON every time."""
    event = data.draw(st.from_type(TYPES[name][0]))
    stored = encode(event)
    assert (stored.type, stored.version) == (name, TYPES[name][1])
    assert decode(stored.type, stored.version, stored.body, stored.words) == event
    assert encode(event) == stored


def test_words_stay_out_of_the_json() -> None:
    """A text is only its id in the JSON, and its words come beside it."""
    event = ev.OwnCardWritten(3, OwnCard(Text(TextId("t1"), "Åsa glömde nyckeln"), keep=True))
    stored = encode(event)
    assert stored.body == '{"turn":3,"own":{"text":"t1","keep":true}}'
    assert stored.words == {TextId("t1"): "Åsa glömde nyckeln"}


def test_swedish_letters_are_kept_as_letters() -> None:
    """The JSON is readable Swedish, not escapes."""
    assert "blå/räv" in encode(ev.CardDrawn(CardKey("blå/räv"))).body


def test_erased_words_are_read_as_erased() -> None:
    """A text whose words are gone keeps its id."""
    stored = encode(ev.SeatRenamed(SeatId("s"), Text(TextId("t1"), "Bo")))
    event = decode(stored.type, stored.version, stored.body, {TextId("t1"): None})
    assert event == ev.SeatRenamed(SeatId("s"), Text(TextId("t1"), None))


def test_one_id_with_two_different_words_is_refused() -> None:
    """A text's words never change under its id."""
    fields = [Text(TextId("t1"), "ett"), Text(TextId("t1"), "två")]
    promise = Promise(PromiseId("p"), SeatId("s"), PromiseForm.TYPED, when=fields[0], will=fields[1])
    with pytest.raises(ValueError, match="two different words"):
        encode(ev.PromiseMade(promise))


@pytest.mark.parametrize(("name", "version"), [("CardsRained", 1), ("CardDrawn", 2)])
def test_what_a_newer_program_wrote_is_told_apart_from_damage(name: str, version: int) -> None:
    """An unknown type or a newer version is a newer program's."""
    with pytest.raises(NewerEvent):
        decode(name, version, '{"card":"a/b"}', {})


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("CardDrawn", ""),
        ("CardDrawn", "null"),
        ("CardDrawn", "[" * 100_000),
        ("CardDrawn", "{}"),
        ("CardDrawn", '{"card":1}'),
        ("CardDrawn", '{"card":"a/b","more":1}'),
        ("PhaseEntered", '{"phase":"sleep"}'),
        ("PhaseEntered", '{"phase":null}'),
        ("PhaseLengthened", '{"seconds":true}'),
        ("PhaseLengthened", '{"seconds":1.5}'),
        ("RulesAccepted", '{"manager_takes_part":1}'),
        ("RoundOpened", '{"speakers":"ab"}'),
        ("KeysDealt", '{"keys":[["a/b"]]}'),
        ("SeatRenamed", '{"seat":"s","name":"nowhere"}'),
        ("SeatRenamed", '{"seat":"s","name":["t1"]}'),
    ],
)
def test_json_that_is_no_event_is_called_undecodable(name: str, body: str) -> None:
    """Whatever is not exactly the event's fields is damage."""
    with pytest.raises(UndecodableEvent):
        decode(name, 1, body, {TextId("t1"): "Bo"})


def test_version_zero_is_damage() -> None:
    """No version comes before the first."""
    with pytest.raises(UndecodableEvent):
        decode("CardDrawn", 0, '{"card":"a/b"}', {})


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@QUICK
@given(name=st.sampled_from(sorted(TYPES)), data=st.data(), value=JSON_VALUES)
def test_a_changed_value_gives_an_event_or_undecodable_and_nothing_else(
    name: str, data: st.DataObject, value: Any
) -> None:
    """No JSON makes the reader fail in another way."""
    stored = encode(data.draw(st.from_type(TYPES[name][0])))
    tree = json.loads(stored.body)
    tree[data.draw(st.sampled_from([*tree, "more"]))] = value
    try:
        event = decode(name, 1, json.dumps(tree), stored.words)
    except UndecodableEvent:
        return
    assert isinstance(event, TYPES[name][0])


def test_an_older_version_is_brought_up_step_by_step() -> None:
    """Upcasters run from the stored version to the present one, one after the other."""
    known = {"PhaseEntered": (ev.PhaseEntered, 3)}
    upcasters = {
        "PhaseEntered": {
            1: lambda tree: {"step": tree["name"]},
            2: lambda tree: {"phase": str(tree["step"]).lower()},
        }
    }
    event = decode("PhaseEntered", 1, '{"name":"TALK"}', {}, known=known, upcasters=upcasters)
    assert event == ev.PhaseEntered(Phase.TALK)
    assert decode("PhaseEntered", 3, '{"phase":"talk"}', {}, known=known, upcasters=upcasters) == event


def test_an_older_version_without_an_upcaster_is_undecodable() -> None:
    """A gap in the upcasters does not pass for an event."""
    with pytest.raises(UndecodableEvent):
        decode("PhaseEntered", 1, '{"phase":"talk"}', {}, known={"PhaseEntered": (ev.PhaseEntered, 2)})


def test_the_stored_shapes_are_those_that_were_released() -> None:
    """A changed field of an event, or of what it holds, needs a new version and an upcaster.

    When that is done, or an event is new: `python -m tests.session.make_files shapes`.
    """
    released = json.loads(SHAPES.read_text(encoding="utf-8"))
    shapes = {name: [version, shape_of(cls)] for name, (cls, version) in TYPES.items()}
    assert shapes == released


def test_an_event_class_without_a_name_cannot_be_stored() -> None:
    """An event that is missing in the table is a programming fault, found at once."""

    class CardsRained(ev.Event):
        pass

    with pytest.raises(TypeError, match="CardsRained"):
        encode(CardsRained())


def test_equal_events_have_equal_json() -> None:
    """The JSON depends on nothing but the event."""
    one = ev.TallyRecorded(1, (2, 0, 1))
    assert encode(one) == encode(replace(one))
