"""Draw: whose turn, how many cards, and the way on at the end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.core import commands as cmd
from game.core.plan import Phase, Stage
from game.core.state import SeatId
from game.screens.base import DeckChoice
from game.screens.phases.card import back_index
from game.ui.stage import SIZES
from tests.builders import card, seats
from tests.screens.table_pilot import Table, kinds


def test_the_name_and_how_far_the_session_has_come() -> None:
    """The one whose turn it is is named, with the cards left and the plan."""
    table = Table([card(), card(), card()])
    text = table.written()
    assert "Din tur, Åsa" in text
    assert "kort kvar" in text
    assert "Kort 1 av 3" in text
    assert "Första varvet" in text


def test_a_table_is_spoken_to_as_several() -> None:
    """A seat that is a table of people has "er tur"."""
    table = Table(at_table=seats(2, people=5, names=("Bord ett", "Bord två")))
    assert "Er tur, Bord ett" in table.written()


def test_next_draws_the_card() -> None:
    """Next on the pile turns the card."""
    table = Table()
    assert kinds(table.press(32)) == ["Next"]
    assert table.phase is Phase.READ


def test_passing_the_turn() -> None:
    """P passes; the next one is named."""
    table = Table()
    assert kinds(table.char("p")) == ["PassTurn"]
    assert "Din tur, Björn" in table.written()


def test_at_the_end_next_is_the_closing() -> None:
    """After the planned cards the screen says what comes, and Next goes there."""
    table = Table([card()], at_table=seats(2)).to(Phase.TAKEAWAY)
    table.space()
    assert "Nu har ni spelat era kort" in table.written()
    assert "Nu kommer löftena" in table.written()
    table.space()
    assert table.scene.table.stage is Stage.CLOSING


def test_at_the_end_n_is_one_more_card() -> None:
    """N plays on, with an empty pile shuffled again."""
    table = Table([card()], at_table=seats(2)).to(Phase.TAKEAWAY)
    table.space()
    assert kinds(table.char("n")) == ["OneMoreCard"]
    assert table.phase is Phase.READ


def test_before_the_end_n_means_nothing() -> None:
    """One more card is not asked for while planned ones are left."""
    table = Table()
    assert table.char("n") == ()


def test_an_empty_pile_before_the_plan_is_said() -> None:
    """When the cards run out before the plan, that is what the headline says."""
    table = Table([card()], planned=4, at_table=seats(2)).to(Phase.TAKEAWAY)
    table.space()
    assert "Korten är slut" in table.written()


def test_the_back_has_the_deck_s_colour() -> None:
    """The pile shows the back of the deck that is played, found by its title on resume."""
    table = Table()
    other = DeckChoice("a", "Annan", "", 1, 1, ("sv",), (), "", 0, "", (), 1)
    played = replace(other, id="b", title="Service i vardagen", back=4)
    assert back_index(replace(table.scene, decks=(other, played))) == 4
    assert back_index(table.scene) == 0


def test_an_away_leader_stays_named() -> None:
    """Somebody who went away on their turn is still named, and anyone presses on."""
    table = Table()
    table.room.must(cmd.MarkAway(SeatId("s0")))
    table.screen.shown(table.scene)
    assert "Din tur, Åsa" in table.written()
    table.space()
    assert table.phase is Phase.READ


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_keys_are_told_on_every_screen(size: tuple[int, int]) -> None:
    """Both ways on at the end, and the key that draws, stand there however narrow the room."""
    table = Table([card()], at_table=seats(2))
    assert "vänder" in table.written(size)
    table.to(Phase.TAKEAWAY)
    table.space()
    table.screen.settle()
    text = table.written(size)
    assert "till löftena" in text
    assert "ett kort till" in text
