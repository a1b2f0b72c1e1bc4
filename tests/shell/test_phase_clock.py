"""The phase clock: fed with time, reset by phases, forcing nothing."""

from __future__ import annotations

from game.core.plan import Phase, Plan, Preset
from game.core.viewing import table_view
from game.core.views import TableView
from game.shell.phase_clock import PhaseClock
from tests.builders import Room, card, deck


def _think_view() -> TableView:
    room = Room([deck([card(), card()])], plan=Plan(Preset.STANDARD, 2))
    room.next(3)  # the rules accepted, a card drawn, read
    view = table_view(room.timeline, "sv")
    assert view.turn is not None
    assert view.turn.phase is Phase.THINK
    return view


def test_time_passes_in_a_phase_that_has_time() -> None:
    """The share of the planned time follows the seconds that the loop feeds in."""
    clock = PhaseClock()
    clock.follow(_think_view())
    clock.advance(15)
    assert clock.view.planned_s == 60
    assert clock.view.share == 0.25


def test_the_clock_stands_still_without_a_session() -> None:
    """Before a session nothing has a time."""
    clock = PhaseClock()
    clock.follow(None)
    clock.advance(5)
    assert clock.view.elapsed_s == 0
    assert clock.view.share == 0


def test_a_full_ring_stays_full_and_forces_nothing() -> None:
    """Past the planned time the share is 1 and the clock no longer needs to be shown anew."""
    clock = PhaseClock()
    clock.follow(_think_view())
    assert clock.advance(600)
    assert clock.view.share == 1
    assert not clock.advance(600)


def test_the_clock_is_shown_anew_once_a_second() -> None:
    """However often the loop turns, only a whole second more is worth telling."""
    clock = PhaseClock()
    clock.follow(_think_view())
    assert sum(clock.advance(0.125) for _ in range(8 * 60 + 80)) == 60


def test_the_same_phase_shown_again_keeps_its_time() -> None:
    """A text saved in mid-phase does not start the phase anew."""
    clock = PhaseClock()
    view = _think_view()
    clock.follow(view)
    clock.advance(10)
    clock.follow(view)
    assert clock.view.elapsed_s == 10


def test_undo_and_resume_start_at_nought_paused() -> None:
    """A phase that was not walked into waits until somebody lets it go on."""
    clock = PhaseClock()
    clock.follow(_think_view(), paused=True)
    clock.advance(10)
    assert clock.view.elapsed_s == 0
    assert clock.view.is_paused
    clock.toggle()
    clock.advance(10)
    assert clock.view.elapsed_s == 10
