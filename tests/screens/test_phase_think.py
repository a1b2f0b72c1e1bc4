"""Think, pairs and round: the ring and its words, passing, more time."""

from __future__ import annotations

import pytest

from game.core import commands as cmd
from game.core.plan import Phase
from game.core.state import SeatId
from game.screens.base import ClockView, Say
from tests.builders import seats
from tests.screens.table_pilot import Table, kinds


def test_thinking_is_silent() -> None:
    """The words inside the ring say what to do."""
    text = Table().to(Phase.THINK).written()
    assert "Tänk i tysthet" in text
    assert "Ingen svarar än" in text


def test_the_ring_has_no_digits() -> None:
    """Time is felt and not counted: no text changes while it passes."""
    table = Table().to(Phase.THINK)
    before = table.draw().texts()
    table.room.clock = ClockView(31)
    assert table.draw().texts() == before


def test_the_ring_fills() -> None:
    """The picture changes with the time that has passed."""
    table = Table().to(Phase.THINK)
    before = table.frame()
    table.room.clock = ClockView(31)
    assert table.frame() != before


def test_a_clock_that_stands_still_says_so() -> None:
    """A paused clock is said in words."""
    table = Table().to(Phase.THINK)
    table.room.clock = ClockView(5, None, is_paused=True)
    assert "klockan står stilla" in table.written()


@pytest.mark.parametrize(
    ("count", "words"), [(2, "Prata två och två"), (4, "Prata två och två"), (3, "Prata alla tre")]
)
def test_pairs(count: int, words: str) -> None:
    """Two and two; three people are one group."""
    assert words in Table(at_table=seats(count)).to(Phase.PAIRS).written()


def test_an_odd_group_has_one_three() -> None:
    """Five people are told that one group becomes three."""
    assert "En grupp blir tre" in Table(at_table=seats(5)).to(Phase.PAIRS).written()


def test_people_at_tables_are_counted_in_pairs() -> None:
    """Pairs count people, not seats."""
    table = Table(at_table=seats(1, people=5)).to(Phase.PAIRS)
    assert "En grupp blir tre" in table.written()


def test_the_round_names_the_speaker_and_the_next() -> None:
    """One named speaker, who comes then, and the same on the band."""
    text = Table().to(Phase.ROUND).written()
    assert "Nu talar Åsa" in text
    assert "Sedan Björn" in text
    assert "talar" in text
    assert "näst på tur" in text


def test_passing_is_neutral_and_asked_once_more() -> None:
    """P passes; at the end the one who passed is asked again, in other words."""
    table = Table(at_table=seats(3)).to(Phase.ROUND)
    assert kinds(table.char("p")) == ["PassSpeech"]
    table.screen.settle()
    assert "Nu talar Björn" in table.written()
    assert "passar" in table.draw().texts()
    table.space(2)
    table.screen.settle()
    assert "Åsa Vill du säga något nu?" in table.written()


def test_the_round_ends_after_the_last() -> None:
    """After the last speaker Next goes to the talk."""
    table = Table(at_table=seats(3)).to(Phase.ROUND)
    table.space(3)
    assert table.phase is Phase.TALK


def test_one_person_alone_is_not_told_that_others_listen() -> None:
    """A session of one has no others."""
    assert "vi andra lyssnar" not in Table(at_table=seats(1)).to(Phase.ROUND).written()


@pytest.mark.parametrize(
    ("phase", "seconds"),
    [(Phase.THINK, 30), (Phase.PAIRS, 30), (Phase.ROUND, 15), (Phase.TALK, 60)],
)
def test_more_and_less_time(phase: Phase, seconds: int) -> None:
    """Plus and minus lengthen and shorten, and say by how much."""
    table = Table().to(phase)
    planned = table.scene.clock.planned_s
    assert planned is not None
    assert kinds(table.char("+")) == ["LengthenPhase", "Say"]
    assert table.scene.clock.planned_s == planned + seconds
    table.char("-")
    assert table.scene.clock.planned_s == planned


def test_time_is_never_taken_away_altogether() -> None:
    """Minus stops before nothing is left, and says so."""
    table = Table().to(Phase.ROUND)
    for _ in range(3):
        table.char("-")
    assert table.scene.clock.planned_s == 15
    assert kinds(table.char("-")) == ["Say"]
    assert isinstance(table.last[0], Say)


def test_an_absent_speaker_is_passed_over() -> None:
    """Who went away is not called."""
    table = Table(at_table=seats(3)).to(Phase.ROUND)
    table.room.must(cmd.MarkAway(SeatId("s1")))
    table.screen.shown(table.scene)
    table.screen.settle()
    assert "Sedan Fatima" in table.written()
