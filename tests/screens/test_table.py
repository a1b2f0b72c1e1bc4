"""The table as a whole: a clicker alone plays it, keys and pointer mean the same, people are marked."""

from __future__ import annotations

import pygame
import pytest

from game.core import commands as cmd
from game.core.plan import Phase, Preset, Stage
from game.core.state import SeatId
from game.screens.base import ClockView, Push, ToggleClock
from game.screens.keys import Key
from game.screens.phases.panel import Tool
from game.screens.phases.tools import tool_buttons, tools_of
from game.ui.canvas import Canvas
from game.ui.stage import Stage as Window
from game.ui.theme import THEMES
from tests.builders import card, seats
from tests.screens.table_pilot import Table, all_kinds, kinds

SIZE = (1280, 720)


@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("key", [pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_RIGHT, pygame.K_F5])
def test_each_next_key_alone_plays_to_the_closing(preset: Preset, key: int) -> None:
    """A clicker plays every kind of card in every preset without any other key."""
    table = Table(all_kinds(), preset=preset, at_table=seats(3))
    for _ in range(600):
        if table.scene.table.stage is not Stage.PLAY:
            break
        table.press(key)
    assert table.scene.table.stage is Stage.CLOSING
    assert len(table.scene.table.takeaways) == len(all_kinds())


def test_clicks_on_the_stage_alone_play_to_the_closing() -> None:
    """The mouse does what a clicker does, as long as it presses beside the widgets."""
    table = Table(all_kinds(), at_table=seats(2))
    for _ in range(600):
        if table.scene.table.stage is not Stage.PLAY:
            break
        table.click(3, 3)
    assert table.scene.table.stage is Stage.CLOSING


def test_a_finger_goes_on_too() -> None:
    """A touch on the stage is Next, and the mouse event that SDL makes of it is not another one."""
    table = Table()
    table.post(pygame.Event(pygame.FINGERDOWN, x=0.05, y=0.05, finger_id=0, touch_id=0, dx=0, dy=0))
    assert kinds(table.last) == ["Next"]
    table.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(30, 30), button=1, touch=True))
    assert kinds(table.last) == []


def test_next_first_finishes_what_moves() -> None:
    """While the card turns, Next only ends the turning."""
    table = Table()
    table.press(pygame.K_SPACE)
    assert table.moves()
    assert table.press(pygame.K_SPACE) == ()
    assert not table.moves()
    assert kinds(table.press(pygame.K_SPACE)) == ["Next"]


def test_another_key_ends_the_movement_and_does_its_work() -> None:
    """Only Next is spent on ending a movement."""
    table = Table()
    table.press(pygame.K_SPACE)
    assert kinds(table.char("s")) == ["SwapCard"]


def test_back_takes_the_last_step_back() -> None:
    """PageUp goes from the card back to the pile."""
    table = Table()
    table.space()
    table.screen.settle()
    assert kinds(table.press(pygame.K_PAGEUP)) == ["StepBack"]
    assert table.phase is Phase.DRAW


def test_skipping_a_phase() -> None:
    """K leaves the phase."""
    table = Table().to(Phase.THINK)
    assert kinds(table.char("k")) == ["SkipPhase"]
    assert table.phase is Phase.PAIRS


def test_steps_carry_the_version_that_is_shown() -> None:
    """A step is meant for the version on the screen."""
    table = Table()
    version = table.scene.table.version
    assert table.press(pygame.K_SPACE) == (cmd.Next(version),)


@pytest.mark.parametrize("phase", [Phase.THINK, Phase.PAIRS, Phase.ROUND, Phase.TALK])
def test_the_clock_is_paused_with_c(phase: Phase) -> None:
    """C pauses the clock where there is one."""
    assert Table().to(phase).char("c") == (ToggleClock(),)


@pytest.mark.parametrize("phase", [Phase.DRAW, Phase.READ, Phase.TAKEAWAY])
def test_no_clock_no_pausing(phase: Phase) -> None:
    """C means nothing where no time is planned."""
    assert Table().to(phase).char("c") == ()


def test_global_keys_are_left_to_everybody() -> None:
    """Esc, help and undo are not the table's."""
    table = Table()
    table.press(pygame.K_ESCAPE)
    assert table.last == ()
    assert any(isinstance(answer, Push) for answer in table.everywhere)


@pytest.mark.parametrize(
    ("phase", "word"),
    [
        (Phase.DRAW, "drar"),
        (Phase.READ, "läser"),
        (Phase.THINK, "på tur"),
        (Phase.TALK, "leder"),
        (Phase.TAKEAWAY, "skriver"),
    ],
)
def test_what_the_one_on_turn_does(phase: Phase, word: str) -> None:
    """The verb of the phase stands under the name of the one whose turn it is."""
    assert word in Table().to(phase).draw().texts()


def test_somebody_who_is_away_is_marked() -> None:
    """Who is away is said in words."""
    table = Table()
    table.room.must(cmd.MarkAway(SeatId("s3")))
    assert "borta" in table.draw().texts()


def test_nobody_present_offers_the_closing() -> None:
    """With nobody at the table only going on means something, and it is said."""
    table = Table(at_table=seats(2)).to(Phase.THINK)
    table.room.must(cmd.MarkAway(SeatId("s0")), cmd.MarkAway(SeatId("s1")))
    table.screen.shown(table.scene)
    assert "Ingen sitter vid bordet" in table.written()
    assert table.char("k") == ()
    table.space()
    assert table.scene.table.stage is Stage.CLOSING


def test_the_turn_passes_on_with_a_disc_that_rises() -> None:
    """When a turn ends, one disc sinks and the next rises, and then all is still."""
    table = Table().to(Phase.TAKEAWAY)
    table.press(pygame.K_SPACE)
    assert table.phase is Phase.DRAW
    assert table.moves()
    while table.moves():
        table.screen.advance(0.05, table.scene)
    assert not table.moves()


def test_reduced_motion_cuts() -> None:
    """With motion switched off nothing ever moves."""
    table = Table(all_kinds(), at_table=seats(3))
    table.room.look = type(table.room.look)(is_motion_reduced=True)
    for _ in range(120):
        if table.scene.table.stage is not Stage.PLAY:
            break
        table.press(pygame.K_SPACE)
        assert not table.moves()


def test_a_move_ends_where_the_settled_screen_is() -> None:
    """The last picture of a movement is the picture without it."""
    moved, settled = Table(), Table()
    for table in (moved, settled):
        table.press(pygame.K_SPACE)
    settled.screen.settle()
    for _ in range(60):
        moved.frame()
        moved.screen.advance(1 / 60, moved.scene)
    assert not moved.moves()
    assert moved.frame() == settled.frame()


def test_drawing_twice_gives_the_same_picture() -> None:
    """Drawing changes nothing, not in the middle of a movement either."""
    table = Table()
    table.press(pygame.K_SPACE)
    table.screen.advance(0.2, table.scene)
    assert table.frame() == table.frame()


def test_a_quiet_table_asks_for_no_pictures() -> None:
    """Time alone draws nothing where there is no ring."""
    table = Table().to(Phase.READ)
    assert not any(table.screen.advance(0.5, table.scene) for _ in range(10))


@pytest.mark.parametrize("phase", [Phase.THINK, Phase.PAIRS, Phase.ROUND, Phase.TALK])
def test_a_step_of_the_ring_changes_nothing_outside_it(phase: Phase) -> None:
    """A minute on, only the ring's part is stale, and drawing that part alone gives the whole picture."""
    table = Table().to(phase)
    table.screen.settle()
    kept = pygame.Surface(SIZE)
    canvas = Canvas(kept, Window(*SIZE), THEMES["light"])
    table.screen.draw(canvas, table.scene)
    table.room.clock = ClockView(elapsed_s=30)
    later = table.scene
    part = table.screen.stale(later, canvas.stage)
    assert part is not None
    whole = pygame.Surface(SIZE)
    with canvas.clip(part):
        table.screen.draw(canvas, later)
    table.screen.draw(Canvas(whole, Window(*SIZE), THEMES["light"]), later)
    assert kept.get_buffer().raw == whole.get_buffer().raw


def test_a_ring_steps_when_its_arcs_have_grown_by_a_pixel() -> None:
    """While people talk, time asks for fewer pictures than seconds pass; the full ring asks for none."""
    table = Table().to(Phase.TALK)
    table.screen.settle()
    stage = Window(*SIZE)
    canvas = Canvas(pygame.Surface(SIZE), stage, THEMES["light"])
    table.screen.draw(canvas, table.scene)
    planned_s = table.scene.clock.planned_s
    assert planned_s is not None
    steps = []
    for second in range(1, planned_s + 10):
        table.room.clock = ClockView(elapsed_s=second)
        scene = table.scene
        if table.screen.stale(scene, stage) is not None:
            assert table.screen.stale(scene, stage) is None, "it asks once for the same time"
            table.screen.draw(canvas, scene)
            steps.append(second)
    assert len(steps) < planned_s / 2
    assert steps[-1] == planned_s


def test_where_no_ring_is_nothing_gets_stale() -> None:
    """A phase without a clock never asks for a part of its picture."""
    table = Table().to(Phase.READ)
    table.screen.settle()
    table.room.clock = ClockView(elapsed_s=30)
    assert table.screen.stale(table.scene, Window(*SIZE)) is None


def test_the_tools_come_with_the_pointer_and_go_by_themselves() -> None:
    """The pointer on the band brings the keys as buttons; a press is the key; after a while they go."""
    table = Table().to(Phase.READ)
    assert "Fatima" in table.written()
    table.move_to(60, 95)
    assert "Fatima" not in table.written()
    assert "byt kort" in table.written()
    while table.screen.advance(1.0, table.scene) is False:
        pass
    assert "Fatima" in table.written()


def _tool(table: Table, key: Key) -> Tool:
    return next(tool for tool in tools_of(table.screen._panel, table.scene) if tool.key is key)


@pytest.mark.parametrize(
    ("phase", "key", "name"),
    [
        (Phase.READ, Key.SWAP, "SwapCard"),
        (Phase.READ, Key.PASS, "PassTurn"),
        (Phase.ROUND, Key.PASS, "PassSpeech"),
        (Phase.THINK, Key.SKIP, "SkipPhase"),
        (Phase.THINK, Key.BACK, "StepBack"),
        (Phase.THINK, Key.MORE_TIME, "LengthenPhase"),
        (Phase.THINK, Key.PAUSE, "Push"),
    ],
)
def test_a_tool_does_what_its_key_does(phase: Phase, key: Key, name: str) -> None:
    """The pointer alone reaches what the keys do."""
    table = Table([card(), card(), card()]).to(phase)
    table.click(60, 95)
    assert table.last == ()
    buttons = tool_buttons(table.stage, tools_of(table.screen._panel, table.scene), table.scene)
    box = next(button.box for tool, button in buttons if tool == _tool(table, key))
    assert name in kinds(table.click_on(box))
