"""The closing: fields, who asks, private promises, tables, drafts, the overview."""

from __future__ import annotations

import pygame

from game.core import commands as cmd
from game.core.plan import Stage as SessionStage
from game.core.state import PromiseForm, SeatId
from game.screens.closing import ClosingScreen
from game.screens.promise_drawing import chip_boxes
from game.screens.promise_places import form_places
from tests.screens.end_pilot import LONGEST, LONGEST_NAMES, Group


def closing(count: int = 3, *, people: int = 1) -> Group:
    """A group in which the first seat is asked for its promise."""
    return Group(count, people=people).close()


def screen_of(group: Group) -> ClosingScreen:
    """The closing screen on top."""
    assert isinstance(group.top, ClosingScreen)
    return group.top


def test_a_whole_promise_by_keyboard() -> None:
    """T opens the first field, Enter goes to the next and at last saves and goes on."""
    group = closing()
    group.press(pygame.K_t, "t")
    group.write("det ringer mitt i")
    group.press(pygame.K_RETURN)
    group.write("säga att jag ringer upp")
    group.press(pygame.K_RETURN)
    group.write("fredag")
    group.press(pygame.K_RETURN)
    (promise,) = group.scene.table.promises
    assert (promise.when, promise.will, promise.by) == (
        "det ringer mitt i",
        "säga att jag ringer upp",
        "fredag",
    )
    closing_view = group.scene.table.closing
    assert closing_view is not None
    assert closing_view.position == 1
    assert group.refused is None
    assert not screen_of(group).takes_text


def test_next_alone_means_said_aloud() -> None:
    """A clicker gets through the closing; each seat has said its promise aloud."""
    group = closing()
    group.clicker(3)
    assert {promise.form for promise in group.scene.table.promises} == {PromiseForm.ALOUD}
    assert "Det här lovar vi" in group.written()
    group.clicker()
    assert group.scene.table.stage is SessionStage.DONE


def test_typed_words_are_saved_before_any_step() -> None:
    """PageDown in the field, the yellow button, and Back all save first; the step has the next version."""
    for leave in ("pagedown", "yellow", "back"):
        group = closing()
        version = group.room.timeline.version
        group.press(pygame.K_t, "t")
        group.write("jag ser dig")
        if leave == "pagedown":
            group.press(pygame.K_PAGEDOWN)
        elif leave == "yellow":
            group.draw()
            group.press(pygame.K_ESCAPE)
            group.space()
        else:
            group.press(pygame.K_ESCAPE)
            group.press(pygame.K_PAGEUP)
        made, step = group.commands
        assert isinstance(made, cmd.MakePromise)
        assert isinstance(step, cmd.Step)
        assert step.version == version + 1
        assert group.scene.table.promises[0].when == "jag ser dig"
        assert group.room.draft == {}


def test_printable_keys_are_text_and_escape_keeps_the_draft() -> None:
    """B, d and Space are letters in the field; Esc leaves it and the words are a draft."""
    group = closing()
    group.press(pygame.K_RETURN)
    group.write("b d . 1")
    assert not group.commands
    group.press(pygame.K_ESCAPE)
    assert not screen_of(group).takes_text
    assert group.room.draft["promise:s0:when"] == "b d . 1"
    assert not group.commands


def test_a_draft_comes_back_after_a_restart() -> None:
    """A new screen over the same session shows the words that were typed and not saved."""
    group = closing()
    group.press(pygame.K_t, "t")
    group.write("nästan klar")
    fresh = ClosingScreen()
    group.stack.replace_bottom(fresh, group.scene)
    assert fresh.form.fields["when"].text == "nästan klar"


def test_private_records_nothing_but_that_there_is_one() -> None:
    """Typed words never reach the session or the draft, and come back if one changes one's mind."""
    group = closing()
    group.press(pygame.K_t, "t")
    group.write("hemligt")
    group.click(form_places(group.stage).private)
    (promise,) = group.scene.table.promises
    assert (promise.form, promise.when, promise.will) == (PromiseForm.PRIVATE, "", "")
    assert group.room.draft == {}
    assert "hemligt" not in group.written()
    group.click(form_places(group.stage).aloud)
    (promise,) = group.scene.table.promises
    assert (promise.form, promise.when) == (PromiseForm.TYPED, "hemligt")


def test_who_asks_is_anyone_but_oneself() -> None:
    """The arrows go round nobody and the others; the choice is recorded with the promise."""
    group = closing()
    screen = screen_of(group)
    assert SeatId("s0") not in [seat for seat, _name in screen.form.askers(group.scene)]
    for _ in range(3):
        group.press(pygame.K_TAB)
    assert screen.focus.current == "asks"
    group.press(pygame.K_RIGHT)
    group.press(pygame.K_RIGHT)
    assert screen.form.asker_name(group.scene) == "Fatima"
    group.press(pygame.K_RIGHT)
    assert screen.form.asker_name(group.scene) == ""
    group.press(pygame.K_LEFT)
    group.space()
    promise = group.scene.table.promises[0]
    assert (promise.form, promise.asks) == (PromiseForm.ALOUD, SeatId("s2"))


def test_nobody_asks_about_a_promise_kept_to_oneself() -> None:
    """Who was chosen is neither shown nor recorded; reading aloud after all brings the choice back."""
    group = closing()
    screen = screen_of(group)
    for _ in range(3):
        group.press(pygame.K_TAB)
    group.press(pygame.K_RIGHT)
    chosen = screen.form.asker_name(group.scene)
    group.click(form_places(group.stage).private)
    assert chosen not in group.written()
    group.press(pygame.K_RIGHT)
    assert screen.form.saving(group.scene) == ()
    (promise,) = group.scene.table.promises
    assert promise.asks is None
    group.click(form_places(group.stage).aloud)
    assert screen.form.asker_name(group.scene) == chosen


def test_coming_back_shows_the_promise_and_mends_it() -> None:
    """Back shows what was promised; a changed word replaces it under the same id."""
    group = closing()
    group.promise(0, "en", "två", "tre")
    group.room.next()
    group.show()
    group.press(pygame.K_PAGEUP)
    screen = screen_of(group)
    assert [field.text for field in screen.form.fields.values()] == ["en", "två", "tre"]
    group.press(pygame.K_t, "t")
    group.write("!")
    group.space()
    group.press(pygame.K_ESCAPE)
    group.space()
    (promise,) = [one for one in group.scene.table.promises if one.seat == SeatId("s0")]
    assert promise.when.strip() == "en!"


def test_a_table_makes_several() -> None:
    """Enter in the last field saves and offers one more; numbers lead back to an earlier one."""
    group = closing(2, people=5)
    for number in ("ett", "två"):
        for field in range(3):
            if not screen_of(group).takes_text:
                group.press(pygame.K_t, "t")
            group.write(f"{number}{field}")
            group.press(pygame.K_RETURN)
    assert [promise.will for promise in group.scene.table.promises] == ["ett1", "två1"]
    screen = screen_of(group)
    assert screen.form.index == 2
    assert [field.text for field in screen.form.fields.values()] == ["", "", ""]
    assert list(chip_boxes(group.scene, screen.form, group.stage)) == [0, 1, 2]
    group.press(pygame.K_ESCAPE)
    group.press(pygame.K_1, "1")
    assert screen.form.fields["will"].text == "ett1"
    group.space()
    assert len(group.scene.table.promises) == 2
    assert group.room.draft == {}


def test_delete_takes_a_promise_back_and_undo_returns_it() -> None:
    """Delete outside the fields removes the shown promise; Ctrl+Z brings words and all back."""
    group = closing()
    group.promise(0, "en", "två", "tre")
    group.press(pygame.K_DELETE)
    assert not group.scene.table.promises
    group.press(pygame.K_z, "", pygame.KMOD_LCTRL)
    assert screen_of(group).form.fields["will"].text == "två"


def test_tab_reaches_everything() -> None:
    """Tab goes through the fields, who asks, and the two ways, also out of an open field."""
    group = closing()
    screen = screen_of(group)
    group.press(pygame.K_t, "t")
    seen = [screen.focus.current]
    for _ in range(5):
        group.press(pygame.K_TAB)
        seen.append(screen.focus.current)
    assert seen == ["when", "will", "by", "asks", "aloud", "private"]
    group.press(pygame.K_RETURN)
    assert group.scene.table.promises[0].form is PromiseForm.PRIVATE


def test_the_overview_pages_before_it_ends() -> None:
    """Many long promises take several pages; Next turns them all before thanks, Back turns back."""
    group = Group(8).close()
    for seat in range(8):
        group.promise(seat, LONGEST, LONGEST, LONGEST, asks=(seat + 1) % 8)
    group.space(8)
    assert "1 / " in group.written()
    pages = 1
    while group.scene.table.stage is SessionStage.CLOSING and pages < 20:
        group.space()
        pages += 1
    assert group.scene.table.stage is SessionStage.DONE
    assert pages > 2


def test_every_promise_is_on_the_overview() -> None:
    """Typed, private and aloud ones are all there, and a private one shows no words."""
    group = closing(3)
    group.promise(0, "det ringer", "svara med namn", "måndag", asks=1)
    group.promise(1, form=PromiseForm.PRIVATE)
    group.space(3)
    seen = group.written()
    for words in ("Åsa", "svara med namn", "Björn frågar", "Senast måndag", "för sig själv", "högt"):
        assert words in seen


def test_texts_stay_in_their_places() -> None:
    """Empty and longest forms and slips, persons and tables, in every size and language."""
    group = Group(8, names=LONGEST_NAMES).close()
    assert not group.misplaced()
    for seat in range(8):
        group.promise(seat, LONGEST, LONGEST, LONGEST, asks=(seat + 1) % 8)
    assert not group.misplaced()
    group.space(8)
    assert not group.misplaced()
    tables = Group(5, people=5, names=LONGEST_NAMES).close()
    tables.promise(0, form=PromiseForm.PRIVATE)
    assert not tables.misplaced()
    alone = Group(1).close()
    assert not alone.misplaced()
