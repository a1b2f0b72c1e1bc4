"""Vote: the tally follows keys and pointer and never counts more people than there are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from game.core import commands as cmd
from game.core.cards import Kind, Scale
from game.core.plan import Phase
from game.core.state import SeatId
from game.screens.phases.vote import VotePanel, bumped
from game.screens.phases.vote_layout import WORDS
from game.ui.canvas import Canvas
from game.ui.stage import SIZES, Box, Stage
from game.ui.theme import THEMES
from tests.builders import OPTIONS, card, seats, words
from tests.screens.table_pilot import Table, kinds


def voting(kind: Kind = Kind.DILEMMA, people: int = 8, **changes: object) -> Table:
    """A table in the vote."""
    return Table([card(kind, **changes)], at_table=seats(people)).to(Phase.VOTE)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scale", [1.0, 1.2])
def test_all_choices_of_a_card_are_written_in_one_size(size: tuple[int, int], scale: float) -> None:
    """A short choice is no larger than a long one, and every line of each fits its box."""
    options = (
        "Nej.",
        words(74, "hämtar filten och ber om ursäkt "),
        "Jag gör något annat.",
        "Ja.",
        "Kanske.",
    )
    table = voting(options=options)
    table.room.look = replace(table.room.look, text_scale=scale)
    panel = table.screen._panel
    assert isinstance(panel, VotePanel)
    stage = Stage(*size)
    layout = panel.layout(stage, table.scene)
    canvas = Canvas(pygame.Surface((1, 1)), stage, THEMES["light"])
    assert layout.size_vh >= 3.0
    for index, label in enumerate(options):
        room = layout.words_box(index)
        exact = canvas.fit(label, WORDS, room.w, room.h, layout.size_vh, layout.size_vh, balance=True)
        assert exact is not None
    assert len({box.h for box in layout.choices}) == 1


def test_the_choices_of_a_shipped_deck_are_read_from_afar() -> None:
    """On a wide screen the choices of a common length are at least 4.2 vh high."""
    table = voting(options=("Jag plogar klart så fort det går och ber om ursäkt för ljudet.",) * 5)
    panel = table.screen._panel
    assert isinstance(panel, VotePanel)
    assert panel.layout(Stage(1920, 1080), table.scene).size_vh >= 4.2


def counts(table: Table) -> tuple[int, ...] | None:
    """The recorded tally."""
    turn = table.scene.table.turn
    assert turn is not None
    assert turn.vote is not None
    return turn.vote.counts


def row(table: Table, index: int) -> Box:
    """Where a choice lies."""
    panel = table.screen._panel
    assert isinstance(panel, VotePanel)
    return panel.boxes(table.stage, table.scene)[index]


def test_clicks_count_up_and_right_clicks_down() -> None:
    """A press on a choice is one more, a right press one less, and never below nothing."""
    table = voting()
    table.click_on(row(table, 1))
    table.click_on(row(table, 1))
    table.click_on(row(table, 2))
    assert counts(table) == (0, 2, 1, 0)
    table.click_on(row(table, 1), button=3)
    assert counts(table) == (0, 1, 1, 0)
    assert table.click_on(row(table, 0), button=3) == ()


def test_digits_count_up_and_with_shift_down() -> None:
    """1–6 are the choices in their order."""
    table = voting()
    table.char("1")
    table.char("4")
    assert counts(table) == (1, 0, 0, 1)
    table.press(pygame.K_1, mod=pygame.KMOD_LSHIFT, unicode="!")
    assert counts(table) == (0, 0, 0, 1)
    assert table.char("6") == ()


def test_the_keyboard_alone_reaches_every_row() -> None:
    """Down chooses a row; Enter and plus add; minus and Delete take away."""
    table = voting()
    for key in (pygame.K_DOWN, pygame.K_DOWN, pygame.K_RETURN):
        table.press(key)
    table.char("+")
    assert counts(table) == (0, 2, 0, 0)
    table.char("-")
    table.press(pygame.K_DELETE)
    assert counts(table) == (0, 0, 0, 0)
    table.press(pygame.K_UP)
    table.press(pygame.K_RETURN)
    assert counts(table) == (1, 0, 0, 0)


def test_never_more_votes_than_people_present() -> None:
    """When everyone has been counted, more presses are nothing."""
    table = voting(people=2)
    table.char("1")
    table.char("2")
    assert table.char("3") == ()
    assert "2 av 2" in table.written()
    assert counts(table) == (1, 1, 0, 0)


def test_who_is_away_is_not_counted() -> None:
    """The bound follows those who are present."""
    table = voting(people=3)
    table.room.must(cmd.MarkAway(SeatId("s2")))
    table.char("1")
    table.char("1")
    assert table.char("1") == ()


def test_people_at_tables_count() -> None:
    """A table of five may cast five votes."""
    table = Table([card(Kind.STATEMENT)], at_table=seats(1, people=5)).to(Phase.VOTE)
    for _ in range(6):
        table.char("2")
    assert counts(table) == (0, 5, 0, 0)


@pytest.mark.parametrize("choices", range(2, 7))
def test_two_to_six_options_have_their_own_places(choices: int) -> None:
    """Every option has a row of its own above the band, and is pressed there."""
    table = voting(options=OPTIONS[:choices])
    places = [row(table, i) for i in range(choices)]
    assert all(upper.bottom <= lower.y for upper, lower in pairwise(places))
    assert places[-1].bottom <= 79.5
    table.click_on(places[-1])
    assert counts(table) == (*(0,) * (choices - 1), 1)


def test_the_steps_of_a_statement() -> None:
    """A statement has the four steps of its scale."""
    agree = voting(Kind.STATEMENT).written()
    for step in ("Håller helt med", "Håller delvis med", "Håller delvis inte med", "Håller inte alls med"):
        assert step in agree
    often = voting(Kind.STATEMENT, scale=Scale.OFTEN).written()
    for step in ("Ofta", "Ibland", "Sällan", "Aldrig"):
        assert step in often


def test_a_press_beside_the_choices_goes_on() -> None:
    """The stage is still Next."""
    assert kinds(voting().click(3, 3)) == ["Next"]


def test_the_heading_counts_those_who_have_chosen() -> None:
    """How many of how many stands at the heading once somebody has."""
    table = voting()
    assert "av 8" not in table.written()
    table.char("1")
    assert "1 av 8" in table.written()


@pytest.mark.parametrize(
    ("before", "index", "by", "people", "after"),
    [
        ((0, 0), 0, 1, 1, (1, 0)),
        ((1, 0), 1, 1, 1, None),
        ((0, 0), 0, -1, 5, None),
        ((2, 3), 1, -1, 5, (2, 2)),
        ((2, 3), 1, -1, 3, None),
    ],
)
def test_one_vote_more_or_less(
    before: tuple[int, ...], index: int, by: int, people: int, after: tuple[int, ...] | None
) -> None:
    """The rule of the tally alone."""
    assert bumped(before, index, by, people) == after
