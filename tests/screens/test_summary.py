"""The end: sheets, what is kept, the file, thanks; and the follow-up at a later meeting."""

from __future__ import annotations

import pygame

from game.core import commands as cmd
from game.core.plan import Stage as SessionStage
from game.core.state import Keep, Mark, Outcome, PromiseForm
from game.i18n import translator
from game.screens import base
from game.screens.follow_up import FollowUpScreen, outcome_boxes
from game.screens.summary import Step, SummaryScreen, keep_boxes
from game.screens.summary_questions import DeleteScreen, NamelessScreen, SaveSummaryScreen
from game.screens.summary_text import summary_text
from tests.builders import words
from tests.screens.end_pilot import LONGEST, LONGEST_NAMES, Group

SOME = (
    ("Vi hälsar först", Mark.STRENGTH, False),
    ("Vi säger till", Mark.IMPROVE, True),
    ("En rad utan märke", None, False),
    (None, None, False),
    ("En skylt till", None, True),
)


def done(*takeaways: tuple[str | None, Mark | None, bool]) -> Group:
    """A group at its summary, the first two seats having promised."""
    group = Group(3, cards=max(1, len(takeaways))).play(*takeaways).close()
    group.promise(0, "det ringer", "svara med namn", "måndag", asks=1)
    group.promise(1, form=PromiseForm.PRIVATE)
    return group.finish()


def all_pages(group: Group) -> str:
    """Everything on all pages of sheets."""
    seen = ""
    screen = group.top
    assert isinstance(screen, SummaryScreen)
    for _ in range(30):
        if screen.step is not Step.SHEETS:
            return seen
        seen += " " + group.written()
        group.space()
    raise AssertionError("the sheets have an end")


def test_no_word_is_lost() -> None:
    """Every line stands somewhere, marked or not, and said-aloud ones are counted."""
    seen = all_pages(done(*SOME))
    for text, _mark, _manager in SOME:
        for word in (text or "sades högt").split():
            assert word in seen
    assert "Till chefen" in seen


def test_an_empty_sheet_says_so_calmly() -> None:
    """A heading with nothing under it is not left alone."""
    assert all_pages(done(("Vi hälsar först", Mark.STRENGTH, False))).count("Inget den här gången.") == 2


def test_long_lines_take_more_pages() -> None:
    """Eight of the longest lines are all shown, page after page."""
    lines = tuple((f"rad{n} " + words(150), Mark.STRENGTH, False) for n in range(8))
    seen = all_pages(done(*lines))
    for n in range(8):
        assert f"rad{n}" in seen


def test_a_clicker_ends_calmly_and_loses_nothing() -> None:
    """Next alone keeps the session for the follow-up, thanks, and leaves; nothing is deleted."""
    group = done(*SOME)
    for _ in range(20):
        if group.took(base.LeaveSession):
            break
        group.clicker()
    assert group.took(base.LeaveSession)
    assert not group.took(base.DeleteSession)
    assert group.commands == [cmd.KeepSession(Keep.FOLLOW_UP)]
    assert group.refused is None


def test_erasing_asks_first() -> None:
    """Without names and delete open a question in which going back has the focus."""
    for key, kind in ((pygame.K_2, NamelessScreen), (pygame.K_3, DeleteScreen)):
        group = done()
        all_pages(group)
        group.press(key)
        assert group.is_at(kind)
        for clicked in (pygame.K_SPACE, pygame.K_PAGEDOWN, pygame.K_RETURN):
            group.press(clicked)
        assert not group.took(base.DeleteSession)
        assert not any(
            isinstance(c, cmd.KeepSession) and c.keep is not Keep.FOLLOW_UP for c in group.commands
        )
    group = done()
    all_pages(group)
    group.press(pygame.K_2)
    group.press(pygame.K_TAB)
    group.press(pygame.K_RETURN)
    assert group.scene.table.keep is Keep.WITHOUT_NAMES
    assert "utan namn" in group.written()
    group = done()
    group.press(pygame.K_DELETE)
    group.press(pygame.K_TAB)
    group.press(pygame.K_RETURN)
    assert group.took(base.DeleteSession)


def test_enter_presses_what_has_the_focus() -> None:
    """Down to the third way and Enter asks whether to delete; a press on the first keeps."""
    group = done()
    all_pages(group)
    group.press(pygame.K_DOWN)
    group.press(pygame.K_DOWN)
    group.press(pygame.K_RETURN)
    assert group.is_at(DeleteScreen)
    group.press(pygame.K_ESCAPE)
    group.click(keep_boxes(group.stage)["follow_up"])
    assert group.commands == [cmd.KeepSession(Keep.FOLLOW_UP)]


def test_thanks_move_once_and_next_finishes_them() -> None:
    """The mark's halves slide; Next first ends the movement, then leaves."""
    group = done()
    all_pages(group)
    group.press(pygame.K_SPACE)
    moves = [group.top.is_moving]
    group.press(pygame.K_SPACE)
    moves.append(group.top.is_moving)
    assert moves == [True, False]
    assert not group.took(base.LeaveSession)
    assert "Tack för i dag" in group.written()
    group.press(pygame.K_SPACE)
    assert group.took(base.LeaveSession)


def test_the_file_has_names_only_when_asked() -> None:
    """S asks; without names neither owners, askers nor who kept a promise are in the file."""
    group = done(*SOME)
    group.press(pygame.K_s, "s")
    assert group.is_at(SaveSummaryScreen)
    group.press(pygame.K_RETURN)
    (file,) = [intent for intent in group.intents if isinstance(intent, base.SaveFile)]
    assert file.name.endswith(".txt")
    for name in ("Åsa", "Björn", "Fatima"):
        assert name not in file.text
    for words_kept in ("svara med namn", "Vi hälsar först", "En rad utan märke"):
        assert words_kept in file.text
    named = summary_text(group.scene.table, translator("sv"), with_names=True)
    assert "Åsa: När det ringer ska jag svara med namn. Senast måndag. Björn frågar." in named


def test_summary_texts_stay_in_their_places() -> None:
    """Empty and fullest summaries, every step, in every size and language."""
    lines = tuple((words(160), mark, True) for mark in (Mark.STRENGTH, Mark.IMPROVE, None))
    for group in (done(), done(*lines)):
        assert not group.misplaced()
        screen = group.top
        assert isinstance(screen, SummaryScreen)
        for step in (Step.KEEP, Step.THANKS):
            screen.step = step
            assert not group.misplaced()
        group.answer((base.Push(SaveSummaryScreen()),))
        assert not group.misplaced()


# --- the follow-up


def follow_up(count: int = 3) -> Group:
    """A group that meets again."""
    group = Group(count).close()
    group.promise(0, "det ringer", "svara med namn", "måndag", asks=1)
    group.promise(1, form=PromiseForm.PRIVATE)
    group.finish()
    group.room.must(cmd.KeepSession(Keep.FOLLOW_UP), cmd.BeginFollowUp())
    group.show()
    return group


def test_promises_come_back_one_by_one() -> None:
    """Next shows the next promise and ends the follow-up only after the last."""
    group = follow_up()
    for name in ("Åsa", "Björn", "Fatima"):
        assert group.scene.table.stage is SessionStage.FOLLOW_UP
        assert name in group.written()
        group.space()
    assert group.scene.table.stage is SessionStage.DONE
    assert group.refused is None


def test_outcomes_by_number_press_and_focus() -> None:
    """1–4, a press or Tab and Enter record how it went; Back shows the promise before."""
    group = follow_up()
    group.press(pygame.K_2, "2")
    group.space()
    group.click(outcome_boxes(group.stage)[Outcome.NOT_YET])
    group.space()
    for _ in range(4):
        group.press(pygame.K_TAB)
    group.press(pygame.K_RETURN)
    outcomes = [promise.outcome for promise in group.scene.table.promises]
    assert outcomes == [Outcome.TRIED, Outcome.NOT_YET, Outcome.CHANGED]
    group.press(pygame.K_PAGEUP)
    assert "Björn" in group.written()
    group.press(pygame.K_1, "1")
    assert group.scene.table.promises[1].outcome is Outcome.DID_IT


def test_follow_up_texts_stay_in_their_places() -> None:
    """Longest promises and names, and promises without names, in every size and language."""
    group = Group(3, names=LONGEST_NAMES).close()
    group.promise(0, LONGEST, LONGEST, LONGEST, asks=1)
    group.promise(1, form=PromiseForm.PRIVATE)
    group.finish()
    group.room.must(cmd.KeepSession(Keep.WITHOUT_NAMES), cmd.BeginFollowUp())
    group.show()
    assert group.is_at(FollowUpScreen)
    for _ in range(3):
        assert not group.misplaced()
        group.space()
