"""Talk: prompts open one by one, the newest is large, nothing tells of hidden ones in facilitator mode."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pygame
import pytest

from game.core.plan import Phase
from game.screens.phases.talk_layout import BOTTOM, NEWEST_VH, TOP, talk_layout
from game.ui.stage import SIZES, Stage
from tests.builders import PROMPTS, card, seats, words
from tests.screens.table_pilot import Table, kinds


def talking(prompts: tuple[str, ...] = PROMPTS, *, facilitator_mode: bool = False) -> Table:
    """A table in the talk."""
    table = Table([card(prompts=prompts)], at_table=seats(4), facilitator_mode=facilitator_mode)
    return table.to(Phase.TALK)


def test_next_opens_the_prompts_one_by_one() -> None:
    """Each Next opens one more, and after the last goes on."""
    table = talking()
    assert "0 av 5" in table.written()
    for number in range(1, 6):
        table.space()
        table.screen.settle()
        assert f"{number} av 5" in table.written()
    table.space()
    assert table.phase is Phase.TAKEAWAY


def test_a_prompt_is_not_shown_before_it_is_opened() -> None:
    """No word of a hidden prompt is on the screen."""
    assert "skadan" not in talking().written()


def test_digits_open_out_of_order() -> None:
    """3 opens the third; again means nothing; a number that is not there means nothing."""
    table = talking()
    assert kinds(table.char("3")) == ["RevealPrompt"]
    table.screen.settle()
    assert "Vem tar skadan" in table.written()
    assert table.char("3") == ()
    assert table.char("9") == ()


def test_h_hides_the_last() -> None:
    """H takes back the prompt that was opened last, and means nothing when none is open."""
    table = talking()
    assert table.char("h") == ()
    table.char("2")
    assert kinds(table.char("h")) == ["HidePrompt"]
    assert "Vad vet läkaren" not in table.written()


def test_back_hides_too() -> None:
    """PageUp takes the last opening back."""
    table = talking()
    table.space()
    table.screen.settle()
    table.press(pygame.K_PAGEUP)
    assert "0 av 5" in table.written()


def test_facilitator_mode_does_not_tell_that_there_are_more() -> None:
    """With hidden prompts and without any the table looks the same, before and after an opening."""
    some = talking(PROMPTS[:2], facilitator_mode=True)
    many = talking(PROMPTS, facilitator_mode=True)
    assert some.frame() == many.frame()
    for table in (some, many):
        table.space()
        table.screen.settle()
    assert some.frame() == many.frame()
    assert " av " not in many.written().split("Samtala")[1][:8]


def test_a_card_without_prompts_has_the_large_ring() -> None:
    """Talking without prompts looks like thinking, with its own words."""
    text = talking(()).written()
    assert "Samtala" in text
    assert "0 av 0" not in text


def test_an_opening_prompt_moves_and_ends() -> None:
    """The back opens from its top edge, then all is still."""
    table = talking()
    table.press(pygame.K_SPACE)
    assert table.moves()
    for _ in range(40):
        table.screen.advance(0.02, table.scene)
    assert not table.moves()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("opened", range(1, 9))
def test_the_newest_prompt_is_what_the_room_reads(size: tuple[int, int], opened: int) -> None:
    """The newest is at least 4.5 vh and whole, the earlier at least 3, none overlaps, oldest go first."""
    table = talking(tuple(words(140, f"fråga {n} om golvet och vagnen ") for n in range(8)))
    for _ in range(opened):
        table.room.next()
    turn = table.scene.table.turn
    assert turn is not None
    layout = talk_layout(Stage(*size), table.scene, turn.prompts, turn.prompts_hidden or 0)
    newest = layout.slips[-1]
    assert newest.is_newest
    assert newest.block.style.size_vh >= NEWEST_VH
    assert not newest.block.is_cut
    assert all(slip.block.style.size_vh >= 3.0 for slip in layout.slips)
    shown = [slip.prompt.number for slip in layout.slips]
    assert shown == list(range(opened - len(shown) + 1, opened + 1))
    boxes = [slip.box for slip in layout.slips]
    assert boxes[0].y >= TOP
    assert all(upper.bottom <= lower.y for upper, lower in pairwise(boxes))
    lowest = layout.backs[0].y if layout.backs else BOTTOM
    assert boxes[-1].bottom <= lowest + 0.01
    assert layout.spot.box.right < layout.column.x


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_word_of_an_open_prompt_is_lost(size: tuple[int, int]) -> None:
    """Five prompts of a usual length all stand whole, the newest in four lines at most."""
    prompts = tuple(f"{n}: Hur är klockan fem för mannen i badrocken, och för dig?" for n in range(5))
    table = talking(prompts)
    for opened in range(1, 6):
        table.room.next()
        turn = table.scene.table.turn
        assert turn is not None
        layout = talk_layout(Stage(*size), table.scene, turn.prompts, turn.prompts_hidden or 0)
        assert [slip.prompt.number for slip in layout.slips] == list(range(1, opened + 1))
        assert not any(slip.block.is_cut for slip in layout.slips)
        assert len(layout.slips[-1].block.lines) <= 4
        assert layout.slips[-1].block.style.size_vh == NEWEST_VH


def test_prompts_grow_with_the_text_size_where_there_is_room() -> None:
    """A short prompt is larger when people chose larger text."""
    table = talking(("Nå?", "Och?"))
    table.room.next(2)
    sizes = []
    for scale in (1.0, 1.2):
        table.room.look = replace(table.room.look, text_scale=scale)
        turn = table.scene.table.turn
        assert turn is not None
        layout = talk_layout(Stage(1920, 1080), table.scene, turn.prompts, 0)
        sizes.append([slip.block.style.size_vh for slip in layout.slips])
    assert sizes[1] == pytest.approx([1.2 * size for size in sizes[0]])


def test_short_prompts_leave_the_card_its_place() -> None:
    """The card narrows only when a prompt needs the room."""
    stage = Stage(1920, 1080)
    short, long = talking(("Nå?", "Och?")), talking((words(140), "Och?"))
    spots = []
    for table in (short, long):
        table.room.next()
        turn = table.scene.table.turn
        assert turn is not None
        spots.append(talk_layout(stage, table.scene, turn.prompts, 1).spot.box.w)
    assert spots[0] == pytest.approx(108)
    assert spots[1] < spots[0]
