"""What a turn leaves behind: the tally of a vote, the takeaway, and the situation of an own card."""

from __future__ import annotations

import pytest

from game.core import commands as cmd
from game.core.cards import Kind
from game.core.plan import Phase, Plan, Preset, Stage
from game.core.refusals import Refusal
from game.core.state import Keep, Mark, OwnCard, SeatId, Takeaway
from game.core.timeline import Timeline
from game.core.viewing import table_view
from game.core.views import OwnCardView, TakeawayView, VoteView
from tests.builders import card, next_until, opened, play, refusal, started, state_of, text, turn_of


def at_read(kind: Kind, *, count: int = 3, people: int = 1) -> Timeline:
    """The first turn, with a card of that kind in hand."""
    timeline = started([card(kind)] * 4, Plan(Preset.STANDARD, 2), count=count, people=people)
    return play(timeline, cmd.Next)


def ended(kind: Kind = Kind.SITUATION) -> Timeline:
    """A finished session with cards of that kind."""
    timeline = started([card(kind)] * 4, Plan(Preset.STANDARD, 2))
    return next_until(timeline, lambda state: state.stage is Stage.DONE)


def vote(timeline: Timeline) -> VoteView | None:
    """The vote as the table sees it."""
    turn = table_view(timeline, "sv").turn
    assert turn is not None
    return turn.vote


# --- vote and tally


@pytest.mark.parametrize(("kind", "choices"), [(Kind.STATEMENT, 4), (Kind.DILEMMA, 4)])
def test_statements_and_dilemmas_are_voted_on(kind: Kind, choices: int) -> None:
    """Four steps, or as many as the options; then the tally is tapped in."""
    timeline = at_read(kind)
    assert vote(timeline) == VoteView(choices, None, 3)
    counted = play(timeline, cmd.RecordTally(1, (1, 0, 2, 0)))
    assert vote(counted) == VoteView(choices, (1, 0, 2, 0), 3)


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_dilemma_has_a_count_for_each_option(count: int) -> None:
    """Two to six options."""
    options = tuple(f"Val {i}" for i in range(count))
    cards = [card(Kind.DILEMMA, options=options)] * 2
    timeline = play(started(cards, Plan(Preset.SHORT, 1)), cmd.Next)
    play(timeline, cmd.RecordTally(1, (0,) * count))
    assert refusal(timeline, cmd.RecordTally(1, (0,) * (count + 1))).reason is Refusal.BAD_TALLY


@pytest.mark.parametrize("kind", [Kind.SITUATION, Kind.QUESTION, Kind.FACT, Kind.OWN])
def test_other_cards_are_not_voted_on(kind: Kind) -> None:
    """Facts are facts; there is no vote to see and no tally to give."""
    timeline = at_read(kind)
    assert vote(timeline) is None
    assert refusal(timeline, cmd.RecordTally(1, (1, 0, 0, 0))).reason is Refusal.NO_VOTE


def test_a_tally_is_at_most_the_people_present() -> None:
    """Fewer is right too: who does not want to choose does not."""
    timeline = at_read(Kind.STATEMENT)
    for counts in ((0, 0, 0, 0), (1, 1, 1, 0), (3, 0, 0, 0)):
        assert turn_of(play(timeline, cmd.RecordTally(1, counts))).tally == counts
    assert refusal(timeline, cmd.RecordTally(1, (2, 2, 0, 0))).reason is Refusal.TALLY_TOO_HIGH


def test_a_tally_counts_people_and_not_seats() -> None:
    """Five at each of two tables are ten; a table that is away does not vote."""
    timeline = at_read(Kind.STATEMENT, count=2, people=5)
    play(timeline, cmd.RecordTally(1, (5, 5, 0, 0)))
    assert refusal(timeline, cmd.RecordTally(1, (5, 5, 1, 0))).reason is Refusal.TALLY_TOO_HIGH
    away = play(timeline, cmd.MarkAway(SeatId("s1")))
    assert refusal(away, cmd.RecordTally(1, (5, 1, 0, 0))).reason is Refusal.TALLY_TOO_HIGH


@pytest.mark.parametrize("counts", [(), (1, 1, 1), (0, 0, 0, 0, 0), (2, -1, 0, 0)])
def test_a_tally_has_a_count_that_is_not_negative_for_each_choice(counts: tuple[int, ...]) -> None:
    """Anything else is refused."""
    assert refusal(at_read(Kind.STATEMENT), cmd.RecordTally(1, counts)).reason is Refusal.BAD_TALLY


def test_a_tally_can_be_mended() -> None:
    """The last one counts."""
    timeline = play(
        at_read(Kind.STATEMENT), cmd.RecordTally(1, (3, 0, 0, 0)), cmd.RecordTally(1, (2, 0, 1, 0))
    )
    assert turn_of(timeline).tally == (2, 0, 1, 0)


# --- takeaway


@pytest.mark.parametrize("mark", [None, *Mark])
@pytest.mark.parametrize("needs_manager", [True, False])
def test_a_takeaway_is_a_line_with_a_mark(mark: Mark | None, needs_manager: bool) -> None:
    """Already a strength or to improve, and whether it needs the manager."""
    timeline = play(at_read(Kind.FACT), cmd.RecordTakeaway(1, text("Vi hälsar"), mark, needs_manager))
    assert turn_of(timeline).takeaway == Takeaway(text("Vi hälsar"), mark, needs_manager)
    expected = TakeawayView(1, "Rakt över det blöta", "Vi hälsar", mark, needs_manager)
    assert table_view(timeline, "sv").takeaways == (expected,)


def test_a_takeaway_without_words_was_said_aloud() -> None:
    """White space is no words; the mark counts all the same."""
    for words in (None, text(""), text(" \n ")):
        timeline = play(at_read(Kind.FACT), cmd.RecordTakeaway(1, words, Mark.IMPROVE, False))
        assert turn_of(timeline).takeaway == Takeaway(None, Mark.IMPROVE)


def test_a_takeaway_has_at_most_160_characters() -> None:
    """One line."""
    timeline = at_read(Kind.FACT)
    play(timeline, cmd.RecordTakeaway(1, text("ö" * 160), None, False))
    refused = refusal(timeline, cmd.RecordTakeaway(1, text("ö" * 161), None, False))
    assert refused.reason is Refusal.TEXT_TOO_LONG


def test_a_takeaway_replaces_the_earlier_one_of_its_turn() -> None:
    """One line a turn."""
    timeline = play(
        at_read(Kind.FACT),
        cmd.RecordTakeaway(1, text("Vi hälsar"), Mark.STRENGTH, True),
        cmd.RecordTakeaway(1, text("Vi tittar upp"), None, False),
    )
    assert turn_of(timeline).takeaway == Takeaway(text("Vi tittar upp"), None, False)


# --- own cards


def test_the_situation_of_an_own_card_is_read_in_the_place_of_the_invitation() -> None:
    """With the name of the seat that wrote it."""
    timeline = play(at_read(Kind.OWN), cmd.WriteOwnCard(1, text("Sopbilen stod i vägen"), True))
    turn = table_view(timeline, "sv").turn
    assert turn is not None
    assert turn.card is not None
    assert (turn.card.text, turn.card.written_by) == ("Sopbilen stod i vägen", "Åsa")
    assert turn.own == OwnCardView("Sopbilen stod i vägen", keep=True)


@pytest.mark.parametrize("keep", [True, False])
def test_a_situation_told_aloud_stores_nothing(keep: bool) -> None:
    """There is nothing to keep, whatever was answered; the invitation stays on the table."""
    for words in (None, text("  ")):
        timeline = play(at_read(Kind.OWN), cmd.WriteOwnCard(1, words, keep))
        assert turn_of(timeline).own == OwnCard(None, keep=False)
        turn = table_view(timeline, "sv").turn
        assert turn is not None
        assert turn.card is not None
        assert (turn.card.text, turn.card.written_by) == (card(Kind.OWN).text, "")


def test_a_situation_has_at_most_400_characters() -> None:
    """As much as an own card shows on one page."""
    timeline = at_read(Kind.OWN)
    play(timeline, cmd.WriteOwnCard(1, text("å" * 400), False))
    assert refusal(timeline, cmd.WriteOwnCard(1, text("å" * 401), False)).reason is Refusal.TEXT_TOO_LONG


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OWN])
def test_only_own_cards_are_written(kind: Kind) -> None:
    """The others have their text."""
    refused = refusal(at_read(kind), cmd.WriteOwnCard(1, text("Sopbilen"), False))
    assert refused.reason is Refusal.NOT_AN_OWN_CARD


@pytest.mark.parametrize(("keep", "stays"), [(True, True), (False, False)])
@pytest.mark.parametrize("kept", ["follow_up", "without_names"])
def test_an_own_card_is_kept_only_if_the_group_says_so(keep: bool, stays: bool, kept: str) -> None:
    """When the session is kept, other situations are erased."""
    timeline = play(ended(Kind.OWN), cmd.WriteOwnCard(1, text("Sopbilen"), keep))
    own = state_of(play(timeline, cmd.KeepSession(Keep(kept)))).turns[0].own
    assert own is not None
    assert own.text is not None
    assert (own.text.body == "Sopbilen") is stays


# --- when contents are accepted


CONTENTS = (
    cmd.RecordTakeaway(1, text("Vi hälsar"), None, False),
    cmd.RecordTally(1, (1, 0, 0, 0)),
    cmd.WriteOwnCard(1, text("Sopbilen"), False),
)


def test_contents_are_accepted_in_every_phase_and_after_the_turn() -> None:
    """As long as their turn exists: nobody's words are thrown away."""
    timeline = at_read(Kind.STATEMENT)
    while state_of(timeline).stage is not Stage.DONE:
        for command in CONTENTS[:2]:
            play(timeline, command)
        timeline = play(timeline, cmd.Next)
    play(timeline, *CONTENTS[:2])


def test_contents_for_a_turn_that_is_not_there_are_refused() -> None:
    """A turn to come, before the draw, or passed."""
    before_draw = started([card(Kind.STATEMENT)] * 3)
    passed = play(before_draw, cmd.PassTurn)
    for timeline in (before_draw, passed):
        for command in CONTENTS:
            assert refusal(timeline, command).reason is Refusal.UNKNOWN_TURN
    assert refusal(ended(), cmd.RecordTakeaway(3, None, None, False)).reason is Refusal.UNKNOWN_TURN


def test_contents_belong_to_play_closing_and_the_summary_until_it_is_chosen_what_is_kept() -> None:
    """Not to the opening, the follow-up, or a session that was put away."""
    done = play(next_until(started(), lambda state: state.stage is Stage.DONE))
    for timeline in (opened(), play(done, cmd.BeginFollowUp()), play(done, cmd.KeepSession(Keep.FOLLOW_UP))):
        for command in CONTENTS:
            assert refusal(timeline, command).reason is Refusal.WRONG_STAGE


def test_a_takeaway_for_the_running_turn_shows_in_its_phase() -> None:
    """What was written early is there when the group comes to it."""
    timeline = play(at_read(Kind.FACT), CONTENTS[0])
    timeline = next_until(
        timeline, lambda state: state.turn is not None and state.turn.phase is Phase.TAKEAWAY
    )
    turn = table_view(timeline, "sv").turn
    assert turn is not None
    assert turn.takeaway is not None
    assert turn.takeaway.text == "Vi hälsar"
