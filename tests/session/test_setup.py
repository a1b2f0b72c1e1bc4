"""The sum of set-up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.cards import Kind
from game.core.plan import Plan, Preset
from game.core.state import MAX_SEATS
from game.session.host import Accepted
from game.session.setup import build_open, card_s, cards_for, minutes_for, propose, turn_s
from tests.session.building import card, deck, new_host

SEATS = st.integers(1, MAX_SEATS)
PRESETS = st.sampled_from(list(Preset))


def test_five_people_have_five_cards_in_an_hour() -> None:
    """The sum that set-up says as its example."""
    assert cards_for(Preset.STANDARD, 5, 60) == 5
    assert propose(5, 60) is Preset.STANDARD
    assert minutes_for(Preset.STANDARD, 5, 5) == 59


def test_five_people_have_five_cards_in_an_hour_with_the_programs_kinds_of_cards() -> None:
    """The same with a deck of all kinds, votes and facts among them."""
    assert cards_for(Preset.STANDARD, 5, 60, deck().cards) == 5


@pytest.mark.parametrize(
    ("seats", "minutes", "preset"),
    [
        (3, 60, Preset.CALM),
        (5, 60, Preset.STANDARD),
        (8, 60, Preset.SHORT),
        (5, 90, Preset.CALM),
        (8, 120, Preset.STANDARD),
        (8, 20, Preset.SHORT),
    ],
)
def test_the_fullest_preset_in_which_everyone_leads_once_is_proposed(
    seats: int, minutes: int, preset: Preset
) -> None:
    """More time or fewer seats give a calmer game."""
    assert propose(seats, minutes) is preset


def test_a_turn_is_the_sum_of_its_phases() -> None:
    """Standard: draw 15, read 30, think 60, a slot of 45 a seat, talk 240, takeaway 30."""
    assert card_s(Preset.STANDARD, 5) == 15 + 30 + 60 + 5 * 45 + 240 + 30
    assert turn_s(card(0, Kind.FACT, None, "sv"), Preset.CALM, 5) == 15 + 30 + 360 + 30
    assert turn_s(card(0, Kind.DILEMMA, None, "sv"), Preset.SHORT, 5) == 15 + 30 + 30 + 240 + 30
    assert turn_s(card(0, Kind.OWN, None, "sv"), Preset.SHORT, 5) == 15 + 30 + 60 + 240 + 30


def test_pairs_need_two_people_and_a_table_has_them() -> None:
    """One seat that is a table of four plays in pairs; one person does not."""
    assert card_s(Preset.CALM, 1, people=4) == card_s(Preset.CALM, 1) + 120


def test_a_decks_own_minutes_count() -> None:
    """A card that says eight minutes takes eight minutes."""
    slow = replace(card(1, Kind.SITUATION, None, "sv"), minutes=20)
    assert card_s(Preset.STANDARD, 5, [slow]) == 20 * 60
    assert cards_for(Preset.STANDARD, 5, 60, [slow]) == 2


@given(preset=PRESETS, seats=SEATS, minutes=st.integers(1, 600))
def test_the_cards_fit_in_the_minutes(preset: Preset, seats: int, minutes: int) -> None:
    """One card more would not fit, and there is always one card."""
    count = cards_for(preset, seats, minutes)
    assert count >= 1
    assert count == 1 or minutes_for(preset, seats, count) <= minutes
    assert minutes_for(preset, seats, count + 1) > minutes


@given(preset=PRESETS, seats=SEATS, minutes=st.integers(1, 600))
def test_more_time_never_gives_fewer_cards_nor_a_shorter_preset(
    preset: Preset, seats: int, minutes: int
) -> None:
    """The sum grows with the minutes."""
    order = list(Preset)
    assert cards_for(preset, seats, minutes + 1) >= cards_for(preset, seats, minutes)
    assert order.index(propose(seats, minutes + 1)) >= order.index(propose(seats, minutes))


def test_opening_takes_the_language_first_and_a_key_a_card(tmp_path: Path) -> None:
    """The chosen language is the reference, every card has one key, and the rules accept it."""
    host = new_host(tmp_path)
    decks = (deck("en"), deck("sv"))
    seats = [("Åsa", 1), ("Bord 2", 6)]
    command = build_open(host, decks, "sv", seats, Plan(Preset.SHORT, 4))
    assert [one.language for one in command.decks] == ["sv", "en"]
    assert len(command.keys) == len(decks[0].cards)
    assert [(seat.name.body, seat.people) for seat in command.seats] == seats
    assert command.session == host.session_id
    assert isinstance(host.submit(command), Accepted)
    assert host.state is not None
    assert host.state.shelf.languages == ("sv", "en")
    host.close()
