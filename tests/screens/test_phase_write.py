"""Write: an own situation is typed or told, kept only when the group says so, never lost."""

from __future__ import annotations

import pygame

from game.core import commands as cmd
from game.core.cards import Kind
from game.core.plan import Phase
from game.screens.base import SaveDraft
from tests.builders import card, words
from tests.screens.table_pilot import Table, kinds


def own() -> Table:
    """A table with a blank card."""
    return Table([card(Kind.OWN, title="Er egen", text="Berätta om något som hände er.")]).to(Phase.WRITE)


def test_next_alone_tells_it_aloud() -> None:
    """Without words Next records that it was told, and stores nothing."""
    table = own()
    table.space()
    turn = table.scene.table.turn
    assert turn is not None
    assert turn.own is not None
    assert turn.own.text is None
    assert table.phase is Phase.THINK


def test_typing_and_enter_saves_and_goes_on() -> None:
    """T opens, Space is a space, Enter records and goes on; the card shows the words and the writer."""
    table = own()
    table.char("t")
    assert table.writes()
    table.write("Tyst i hissen på väg upp")
    assert kinds(table.press(pygame.K_RETURN)) == ["WriteOwnCard", "SaveDraft", "Next"]
    assert table.phase is Phase.THINK
    table.screen.settle()
    assert "Tyst i hissen" in table.written()
    assert "skriven av Åsa" in table.written()


def test_every_change_is_a_draft() -> None:
    """Each letter is handed over as a draft under the turn's name."""
    table = own()
    table.char("t")
    table.write("Hej")
    assert table.last == (SaveDraft({"own:1": "Hej"}),)


def test_escape_leaves_the_field_and_keeps_the_words() -> None:
    """Esc closes the field, opens no menu, and the words stand there."""
    table = own()
    table.char("t")
    table.write("Hej")
    table.press(pygame.K_ESCAPE)
    assert not table.writes()
    assert table.everywhere == ()
    assert "Hej" in table.written()


def test_words_are_saved_before_every_step() -> None:
    """Next, Back and skipping record what was typed first."""
    for key, step in ((pygame.K_SPACE, "Next"), (pygame.K_PAGEUP, "StepBack"), (pygame.K_k, "SkipPhase")):
        table = own()
        table.char("t")
        table.write("Hej")
        table.press(pygame.K_ESCAPE)
        assert kinds(table.press(key)) == ["WriteOwnCard", "SaveDraft", step]
        turn = table.scene.table.turn
        assert turn is not None
        assert turn.own is not None
        assert turn.own.text == "Hej"
        assert table.phase is not Phase.WRITE


def test_keeping_is_asked_and_off_until_somebody_says_so() -> None:
    """The card is kept only when the box was ticked; ticking records at once when there are words."""
    table = own()
    table.char("t")
    table.write("Hej")
    table.press(pygame.K_ESCAPE)
    table.press(pygame.K_DOWN)
    table.press(pygame.K_DOWN)
    assert kinds(table.press(pygame.K_RETURN)) == ["WriteOwnCard", "SaveDraft"]
    turn = table.scene.table.turn
    assert turn is not None
    assert turn.own is not None
    assert turn.own.keep


def test_keeping_may_be_ticked_before_the_words() -> None:
    """A tick without words waits for them."""
    table = own()
    box = table.screen._panel.choices(table.stage)["keep"]  # type: ignore[attr-defined]
    assert table.click_on(box) == ()
    table.char("t")
    table.write("Hej")
    table.press(pygame.K_RETURN)
    turn = table.scene.table.turn
    assert turn is not None
    assert turn.own is not None
    assert turn.own.keep


def test_a_draft_is_offered_again() -> None:
    """Words that were not saved when the program ended stand in the field on resume, closed."""
    table = own()
    table.room.draft = {"own:1": "Halva meningen"}
    table.screen = type(table.screen)()
    table.screen.shown(table.scene)
    assert not table.writes()
    assert "Halva meningen" in table.written()


def test_no_more_than_400_characters() -> None:
    """The field stops at the bound and counts down before it."""
    table = own()
    table.char("t")
    table.post(pygame.Event(pygame.TEXTINPUT, text=words(395)))
    assert "5" in table.draw().texts()
    table.write("abcdefghij")
    table.press(pygame.K_RETURN)
    assert table.phase is Phase.THINK


def test_undo_brings_the_earlier_words_back() -> None:
    """After undo the field shows what the session has."""
    table = own()
    table.room.must(cmd.WriteOwnCard(1, table.room.new_text("Först"), False))
    table.screen.shown(table.scene)
    assert "Först" in table.written()
    table.room.must(cmd.Undo())
    table.screen.shown(table.scene)
    assert "Först" not in table.written()


def test_a_click_opens_the_field_and_one_beside_leaves_it() -> None:
    """The pointer opens and leaves the field; leaving it takes no step."""
    table = own()
    field = table.screen._panel.field_box(table.stage)  # type: ignore[attr-defined]
    table.click_on(field)
    assert table.writes()
    table.write("Hej")
    table.click(3, 3)
    assert not table.writes()
    assert table.phase is Phase.WRITE


def test_the_note_about_names_stands_there() -> None:
    """Every free text says that nobody is to be named."""
    assert "Inga namn på patienter, kunder eller kollegor." in own().written()
