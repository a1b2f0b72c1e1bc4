"""Who is here: away and back, the turn, names, places, latecomers, and another plan."""

from __future__ import annotations

import pygame

from game.core import commands as cmd
from game.core.plan import Preset
from game.core.state import Presence, SeatId
from game.screens.leave import SeatLeavesScreen
from game.screens.plan_menu import PlanScreen
from game.screens.table_menu import TableMenuScreen
from game.screens.table_menu_places import menu_boxes, people_boxes
from tests.screens.end_pilot import LONGEST_NAMES, Group


def opened(count: int = 3, *, people: int = 1) -> Group:
    """A group that has pressed D in its first turn."""
    group = Group(count, people=people).play()
    group.press(pygame.K_d, "d")
    assert group.is_at(TableMenuScreen)
    return group


def screen_of(group: Group) -> TableMenuScreen:
    """The menu on top."""
    assert isinstance(group.top, TableMenuScreen)
    return group.top


def act(group: Group, seat: str, action: str) -> None:
    """Press a seat, then an action."""
    screen = screen_of(group)
    for target in (f"seat:{seat}", action):
        group.click(menu_boxes(group.scene, group.stage, screen.seat(group.scene))[target])


def names(group: Group) -> list[str]:
    """The names in seat order."""
    return [seat.name for seat in group.scene.table.seats]


def presence(group: Group) -> Presence:
    """Whether the second seat takes part."""
    return group.scene.table.seats[1].presence


def test_away_and_back() -> None:
    """A seat goes away and comes back."""
    group = opened()
    act(group, "s1", "away")
    assert presence(group) is Presence.AWAY
    assert "borta" in group.written()
    act(group, "s1", "back")
    assert presence(group) is Presence.PRESENT


def test_the_turn_is_handed_over() -> None:
    """The turn goes to a waiting seat; it cannot go to the one who has it."""
    group = opened()
    act(group, "s2", "hand_over")
    turn = group.scene.table.turn
    assert turn is not None
    assert turn.leader == SeatId("s2")
    boxes = menu_boxes(group.scene, group.stage, screen_of(group).seat(group.scene))
    assert "hand_over" not in boxes


def test_a_name_is_mended_by_keyboard() -> None:
    """Arrows and Enter reach the name; a refused one keeps the field open, Esc leaves it as it was."""
    group = opened()
    screen = screen_of(group)
    group.press(pygame.K_DOWN)
    group.press(pygame.K_RIGHT)
    while screen.focus.current != "rename":
        group.press(pygame.K_TAB)
    chosen = screen.seat(group.scene)
    assert chosen is not None
    group.press(pygame.K_RETURN)
    assert group.top.takes_text
    for _ in chosen.name:
        group.press(pygame.K_BACKSPACE)
    other = next(name for name in names(group) if name != chosen.name)
    group.write(other)
    group.press(pygame.K_RETURN)
    assert group.refused is not None
    assert group.top.takes_text
    group.write("b d")
    group.press(pygame.K_RETURN)
    assert not screen_of(group).takes_text
    assert f"{other}b d" in names(group)


def test_a_latecomer_sits_down() -> None:
    """The new name is at the end of the table, with a fresh id."""
    group = opened()
    act(group, "s0", "add")
    group.write("Yusuf")
    group.press(pygame.K_RETURN)
    assert names(group)[-1] == "Yusuf"
    assert len({seat.id for seat in group.scene.table.seats}) == 4
    assert not screen_of(group).takes_text


def test_a_table_comes_late_with_its_people() -> None:
    """Where seats are tables, up and down and the buttons say how many sit there."""
    group = opened(2, people=5)
    act(group, "s0", "add")
    group.write("Bord 6")
    group.press(pygame.K_UP)
    group.press(pygame.K_UP)
    group.click(people_boxes(group.stage)[1])
    group.press(pygame.K_RETURN)
    seat = group.scene.table.seats[-1]
    assert (seat.name, seat.people) == ("Bord 6", 4)


def test_places_change_and_seats_leave() -> None:
    """Up moves a seat; leaving asks first, and staying has the focus."""
    group = opened()
    before = names(group)
    act(group, "s1", "up")
    assert names(group) == [before[1], before[0], before[2]]
    act(group, "s2", "leave")
    assert group.is_at(SeatLeavesScreen)
    group.press(pygame.K_RETURN)
    assert len(names(group)) == 3
    act(group, "s2", "leave")
    group.press(pygame.K_TAB)
    group.press(pygame.K_RETURN)
    assert len(names(group)) == 2
    assert group.refused is None


def test_clicker_d_and_escape_go_back() -> None:
    """Space, PageDown, D and Esc all lead back to the table without a command."""
    for key in (pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_d, pygame.K_ESCAPE):
        group = opened()
        group.press(key)
        assert not group.is_at(TableMenuScreen)
        assert not group.commands


def test_eight_seats_have_no_room_for_more() -> None:
    """With eight seats nobody can be added."""
    group = opened(8)
    assert "add" not in menu_boxes(group.scene, group.stage, None)


def test_another_plan() -> None:
    """Pace, cards, closeness and facilitator change one by one, each with its own command."""
    group = opened()
    act(group, "s0", "plan")
    assert group.is_at(PlanScreen)
    group.press(pygame.K_RIGHT)
    group.press(pygame.K_DOWN)
    group.press(pygame.K_RIGHT)
    group.press(pygame.K_DOWN)
    group.press(pygame.K_LEFT)
    group.press(pygame.K_DOWN)
    group.press(pygame.K_LEFT)
    plan = group.scene.table.plan
    assert (plan.preset, plan.cards, plan.max_intensity) == (Preset.STANDARD, 4, 2)
    assert plan.facilitator_mode
    assert len(group.commands) == 4
    assert all(isinstance(command, cmd.ChangePlan) for command in group.commands)


def test_texts_stay_in_their_places() -> None:
    """Eight longest names, one player, tables, the open field, the plan."""
    group = Group(8, names=LONGEST_NAMES).play()
    group.press(pygame.K_d, "d")
    assert not group.misplaced()
    act(group, "s3", "rename")
    assert not group.misplaced()
    group.press(pygame.K_ESCAPE)
    act(group, "s3", "plan")
    assert not group.misplaced()
    tables = opened(1, people=5)
    act(tables, "s0", "add")
    assert not tables.misplaced()
