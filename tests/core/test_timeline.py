"""Versions: undo, redo, what cannot be undone, and a replay that needs nothing but the events."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from random import Random

import pytest

from game.core import commands as cmd
from game.core import events as ev
from game.core.evolve import evolve
from game.core.plan import Phase, Stage
from game.core.refusals import Refusal, Refused
from game.core.state import Keep, Mark, PromiseForm, PromiseId, State, Takeaway
from game.core.timeline import Timeline, advance, decide
from game.core.words import Text, TextId
from tests.builders import ask, next_until, opened, play, refusal, seats, started, state_of, text, turn_of
from tests.core.asking import Asker
from tests.core.properties import DECKS

TAKEAWAY = cmd.RecordTakeaway(1, text("Vi hälsar"), Mark.STRENGTH, False)


# --- undo and redo


def test_undo_takes_anything_back_to_the_opening() -> None:
    """Steps, texts, seats and plan, one command at a time; each undo is a version of its own."""
    commands = (cmd.Next, cmd.Next, TAKEAWAY, cmd.MarkAway(seats(3)[1].id), cmd.Next, cmd.BeginClosing)
    timeline = opened()
    states = [state_of(timeline)]
    for one in commands:
        timeline = play(timeline, one)
        states.append(state_of(timeline))
    for earlier in reversed(states[:-1]):
        version = timeline.version
        timeline = play(timeline, cmd.Undo())
        assert state_of(timeline) == earlier
        assert timeline.version == version + 1
    assert refusal(timeline, cmd.Undo()).reason is Refusal.NOTHING_TO_UNDO
    for later in states[1:]:
        timeline = play(timeline, cmd.Redo())
        assert state_of(timeline) == later
    assert refusal(timeline, cmd.Redo()).reason is Refusal.NOTHING_TO_REDO


def test_all_events_of_one_command_are_one_undo() -> None:
    """Ending a turn, beginning a lap and a turn: one Next, one undo."""
    timeline = next_until(started(count=1), lambda state: state.turns[0].phase is Phase.TAKEAWAY)
    after = play(timeline, cmd.Next)
    answer = decide(timeline, cmd.Next(timeline.version))
    assert isinstance(answer, list)
    assert len(answer) > 2
    assert state_of(play(after, cmd.Undo())) == state_of(timeline)


def test_a_new_command_forgets_what_was_undone() -> None:
    """Redo leads along one line only."""
    timeline = play(started(), cmd.Next, cmd.Undo(), cmd.PassTurn)
    assert not timeline.can_redo
    assert refusal(timeline, cmd.Redo()).reason is Refusal.NOTHING_TO_REDO


def test_undo_and_redo_can_be_taken_in_turns() -> None:
    """Two back, one on, one back, two on: the same states each time."""
    timeline = play(started(), cmd.Next, cmd.Next)
    first, second, third = timeline.states[-3:]
    expected = [second, first, second, first, second, third]
    undo, redo = cmd.Undo(), cmd.Redo()
    for command, state in zip((undo, undo, redo, undo, redo, redo), expected, strict=True):
        timeline = play(timeline, command)
        assert timeline.state == state


def test_the_opening_of_the_session_is_not_undone() -> None:
    """There is always a session once there was one."""
    assert refusal(opened(), cmd.Undo()).reason is Refusal.NOTHING_TO_UNDO
    assert decide(Timeline(), cmd.Undo()) == Refused(Refusal.NOTHING_TO_UNDO)
    assert decide(Timeline(), cmd.Redo()) == Refused(Refusal.NOTHING_TO_REDO)


def test_undo_works_in_an_empty_room_and_after_the_end() -> None:
    """Ctrl+Z undoes anything: marking the last one away, and thanks for today."""
    empty = play(started(count=1), cmd.MarkAway(seats(1)[0].id), cmd.Undo())
    assert len(state_of(empty).present) == 1
    done = next_until(started(), lambda state: state.stage is Stage.DONE)
    assert state_of(play(done, cmd.Undo())).stage is Stage.CLOSING
    kept = play(done, cmd.KeepSession(Keep.FOLLOW_UP))
    assert state_of(play(kept, cmd.Undo())).keep is None


# --- erasing


def test_erasing_takes_the_words_and_keeps_all_else() -> None:
    """Names, takeaways, promises and own cards alike; the mark stays beside the empty line."""
    timeline = play(started(), cmd.Next, TAKEAWAY)
    timeline = play(timeline, cmd.EraseTexts((text("Vi hälsar").id, TextId("namn0"))))
    takeaway = turn_of(timeline).takeaway
    assert takeaway is not None
    assert (takeaway.text, takeaway.mark) == (Text(text("Vi hälsar").id, None), Mark.STRENGTH)
    assert [seat.name.words for seat in state_of(timeline).seats] == ["", "Björn", "Fatima"]


def test_erasing_cannot_be_undone_and_no_version_holds_the_words() -> None:
    """Undo stops there and says why; what comes after can be undone as always."""
    timeline = play(started(), cmd.Next, TAKEAWAY, cmd.EraseTexts((text("Vi hälsar").id,)))
    assert refusal(timeline, cmd.Undo()).reason is Refusal.CANNOT_BE_UNDONE
    assert not [one for state in timeline.states for one in state.texts() if one.body == "Vi hälsar"]
    timeline = play(timeline, cmd.Next, cmd.Undo())
    assert not timeline.can_undo
    assert timeline.can_redo


def test_erasing_forgets_what_could_be_redone() -> None:
    """The undone version held the words, too."""
    timeline = play(started(), cmd.Next, TAKEAWAY, cmd.Next, cmd.Undo(), cmd.EraseTexts((TextId("namn0"),)))
    assert not timeline.can_redo


def test_keeping_without_names_cannot_be_undone() -> None:
    """It erases."""
    done = next_until(started(), lambda state: state.stage is Stage.DONE)
    timeline = play(done, cmd.KeepSession(Keep.WITHOUT_NAMES))
    assert refusal(timeline, cmd.Undo()).reason is Refusal.CANNOT_BE_UNDONE
    assert "Åsa" not in repr(timeline)


def test_a_promise_can_be_erased_word_by_word() -> None:
    """Each field is a text of its own."""
    closing = next_until(started(), lambda state: state.stage is Stage.CLOSING)
    seat = state_of(closing).seats[0].id
    made = cmd.MakePromise(PromiseId("p"), seat, PromiseForm.TYPED, text("ringer"), text("svara"))
    timeline = play(closing, made, cmd.EraseTexts((text("svara").id,)))
    promise = state_of(timeline).promises[0]
    assert (promise.when, promise.will) == (text("ringer"), Text(text("svara").id, None))


def test_texts_that_are_not_there_cannot_be_erased() -> None:
    """None, or one that nobody wrote."""
    for texts in ((), (TextId("okänd"),), (TextId("namn0"), TextId("okänd"))):
        assert refusal(started(), cmd.EraseTexts(texts)).reason is Refusal.UNKNOWN_TEXT


# --- the fold


def journal(seed: int, commands: int = 80) -> tuple[Timeline, list[list[ev.Event]]]:
    """A session played by chance, and its events a command."""
    asker, timeline, kept = Asker(Random(seed).randrange), Timeline(), []
    for number in range(commands):
        answer = decide(timeline, asker.command(timeline) if number else asker.opening(DECKS))
        if isinstance(answer, list):
            kept.append(answer)
            timeline = advance(timeline, answer)
    return timeline, kept


@pytest.mark.parametrize("seed", range(12))
def test_advancing_from_the_events_alone_is_the_live_timeline(seed: int) -> None:
    """All versions, and what undo and redo lead to."""
    live, kept = journal(seed)
    again = Timeline()
    for events in kept:
        again = advance(again, events)
    assert again == live


def test_a_refused_command_leaves_the_timeline_as_it_was() -> None:
    """Nothing moves, not even a version."""
    timeline = started()
    before = repr(timeline)
    for command in (cmd.Redo(), cmd.Next(0), cmd.SwapCard(timeline.version), cmd.EraseTexts(())):
        assert isinstance(decide(timeline, command), Refused)
    assert repr(timeline) == before


def test_states_are_frozen() -> None:
    """Nobody changes what was."""
    with pytest.raises(FrozenInstanceError):
        state_of(started()).lap = 7  # type: ignore[misc]  # the very mistake that must not work


DAMAGED: list[tuple[ev.Event, str]] = [
    (ev.TurnEnded(), "outside a turn"),
    (ev.CardSwapped(), "outside a turn"),
    (ev.PromiserCalled(1), "outside the closing"),
    (ev.TakeawayRecorded(7, Takeaway(None, None)), "turn 7"),
]


@pytest.mark.parametrize(("event", "words"), DAMAGED)
def test_an_event_that_cannot_have_happened_is_a_damaged_journal(event: ev.Event, words: str) -> None:
    """The fold says which, instead of going on."""
    with pytest.raises(ValueError, match=words):
        evolve(state_of(opened()), event)


def test_a_fold_begins_with_the_opening() -> None:
    """Anything before it is a damaged journal, and so is going back to where nobody was."""
    with pytest.raises(ValueError, match="before SessionOpened"):
        evolve(None, ev.TurnEnded())
    with pytest.raises(ValueError, match="at least one event"):
        advance(opened(), [])
    with pytest.raises(ValueError, match="no version 9"):
        advance(opened(), [ev.WentBackTo(9)])
    with pytest.raises(ValueError, match="neither"):
        advance(started(), [ev.WentBackTo(2)])
    with pytest.raises(TypeError, match="does not fold"):
        evolve(state_of(opened()), ev.WentBackTo(1))


def test_a_card_in_hand_is_needed_to_put_one_back_and_a_round_to_call_a_speaker() -> None:
    """Before the draw there is neither."""
    state: State = state_of(started())
    with pytest.raises(ValueError, match="no card in hand"):
        evolve(state, ev.CardReturned())
    with pytest.raises(ValueError, match="outside a round"):
        evolve(state, ev.SpeakerCalled(0))


def test_asking_gives_a_timeline_or_a_refusal() -> None:
    """The builder that the other tests lean on tells the two apart."""
    assert isinstance(ask(started(), cmd.Next), Timeline)
    assert isinstance(ask(started(), cmd.HidePrompt), Refused)
