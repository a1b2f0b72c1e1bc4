"""The pause menu, the look sheet and the help."""

from __future__ import annotations

from dataclasses import replace

import pygame

from game.core.commands import BeginClosing, Redo, Undo
from game.core.plan import Stage as SessionStage
from game.screens import base
from game.screens.help import HelpScreen
from game.screens.leave import LeaveScreen
from game.screens.look import LookScreen
from game.screens.pause import ClosingNowScreen, PauseScreen
from game.screens.table_menu import TableMenuScreen
from tests.builders import Room
from tests.screens.end_pilot import Group
from tests.screens.front_pilot import Front


def paused(group: Group | None = None) -> Group:
    """A group that has pressed Esc."""
    group = group or Group().play()
    group.press(pygame.K_ESCAPE)
    assert group.is_at(PauseScreen)
    return group


def to_row(group: Group, row: str) -> None:
    """Go down to a row and press Enter."""
    screen = group.top
    assert isinstance(screen, PauseScreen)
    for _ in range(20):
        if screen._menu.focus == row:
            break
        group.press(pygame.K_DOWN)
    assert screen._menu.focus == row
    group.press(pygame.K_RETURN)


def in_timed_phase(room: Room) -> None:
    """Go on to the first phase that has a time."""
    while True:
        turn = room.scene().table.turn
        if turn is not None and turn.planned_s is not None:
            return
        room.next()


def test_every_way_goes_on() -> None:
    """Esc, Enter, Space and a clicker all lead back to the table, and nothing else happens."""
    for key in (pygame.K_ESCAPE, pygame.K_RETURN, pygame.K_SPACE, pygame.K_PAGEDOWN):
        group = paused()
        group.press(key)
        assert not group.is_at(PauseScreen)
        assert not group.commands


def test_rows_lead_where_they_say() -> None:
    """Each row brings its screen."""
    for row, kind in (
        ("seats", TableMenuScreen),
        ("help", HelpScreen),
        ("look", LookScreen),
        ("closing", ClosingNowScreen),
        ("leave", LeaveScreen),
        ("quit", LeaveScreen),
    ):
        group = paused()
        to_row(group, row)
        assert group.is_at(kind), row


def test_closing_now_asks_first() -> None:
    """Enter plays on, Tab and Enter go to the promises, and the pause is gone."""
    group = paused()
    to_row(group, "closing")
    group.press(pygame.K_RETURN)
    assert group.is_at(PauseScreen)
    to_row(group, "closing")
    group.press(pygame.K_TAB)
    group.press(pygame.K_RETURN)
    assert [type(command) for command in group.commands] == [BeginClosing]
    assert group.scene.table.stage is SessionStage.CLOSING
    assert group.top is group.stack.bottom


def test_undo_and_redo_from_the_menu() -> None:
    """They are refused to nobody: a row that cannot do anything cannot be reached."""
    group = paused()
    screen = group.top
    assert isinstance(screen, PauseScreen)
    assert not next(row for row in screen.rows(group.scene) if row.id == "redo").is_enabled
    to_row(group, "undo")
    assert group.commands == [Undo()]
    to_row(group, "redo")
    assert group.commands == [Undo(), Redo()]


def test_the_clock_stands_still_meanwhile() -> None:
    """A running clock stops with the pause and goes on after it; a stopped one stays as it is."""
    group = Group()
    in_timed_phase(group.room)
    group.show()
    paused(group)
    stopped = [group.room.clock.is_paused]
    group.press(pygame.K_ESCAPE)
    stopped.append(group.room.clock.is_paused)
    assert stopped == [True, False]
    group.room.clock = replace(group.room.clock, is_paused=True)
    paused(group)
    group.press(pygame.K_ESCAPE)
    assert group.room.clock.is_paused


def test_a_look_counts_at_once() -> None:
    """The arrows choose a theme and a size; a press chooses a language."""
    group = paused()
    to_row(group, "look")
    group.press(pygame.K_DOWN)
    group.press(pygame.K_RIGHT)
    assert group.room.look.theme == "dark"
    group.press(pygame.K_DOWN)
    group.press(pygame.K_RIGHT)
    assert group.room.look.text_scale == 1.1
    screen = group.top
    assert isinstance(screen, LookScreen)
    _label, row = screen.rows(group.scene, group.stage)[0]
    group.click(row.boxes()["en"])
    assert group.room.look.language == "en"
    group.press(pygame.K_PAGEDOWN)
    assert group.is_at(PauseScreen)


def test_help_closes_with_any_key() -> None:
    """A letter, an arrow or a click closes; on a narrow screen the second page comes first."""
    for key in (pygame.K_q, pygame.K_SPACE, pygame.K_LEFT, pygame.K_ESCAPE):
        group = Group().play()
        group.press(pygame.K_F1)
        assert group.is_at(HelpScreen)
        group.press(pygame.K_LSHIFT)
        assert group.is_at(HelpScreen)
        group.press(key)
        assert not group.is_at(HelpScreen)
    group.stage = type(group.stage)(1024, 768)
    group.press(pygame.K_F1)
    group.press(pygame.K_SPACE)
    assert group.is_at(HelpScreen)
    group.press(pygame.K_SPACE)
    assert not group.is_at(HelpScreen)


def test_all_texts_stay_in_their_places() -> None:
    """Pause, look and help in every size and language."""
    for row in ("go_on", "look", "help", "closing"):
        group = paused()
        if row != "go_on":
            to_row(group, row)
        assert not group.misplaced(), row
        assert group.took(base.Push)


def test_help_tells_of_the_decks_before_a_session_and_of_the_card_in_one() -> None:
    """The keys for choosing and making decks stand there while there is no card yet."""
    front = Front(HelpScreen())
    assert "lägger ihop flera lekar" in front.words()
    assert "byter kort" not in front.words()
    group = Group().play()
    group.press(pygame.K_F1)
    assert "byter kort" in group.written()
    assert "lägger ihop flera lekar" not in group.written()
