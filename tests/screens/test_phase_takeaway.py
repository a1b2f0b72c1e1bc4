"""Takeaway: a line, a mark, the manager; nobody's words are lost, and nobody has to type."""

from __future__ import annotations

import pygame
import pytest

from game.core.plan import Phase
from game.core.state import Mark
from game.core.views import TakeawayView
from game.screens.base import SaveDraft
from game.screens.phases.takeaway import TakeawayPanel
from tests.builders import card, seats, words
from tests.screens.table_pilot import Table, kinds


def ending() -> Table:
    """A table at the end of a turn."""
    return Table([card(title="Knacka på"), card()], at_table=seats(3)).to(Phase.TAKEAWAY)


def left(table: Table) -> TakeawayView:
    """The takeaway of the first turn."""
    return table.scene.table.takeaways[0]


def test_next_on_an_empty_field_means_said_aloud() -> None:
    """A clicker goes on; the takeaway is recorded without words."""
    table = ending()
    assert kinds(table.press(pygame.K_SPACE)) == ["Next"]
    assert left(table).text is None


def test_typing_saving_and_going_on() -> None:
    """T, words with spaces, Enter: recorded in one go, the step with the version after it."""
    table = ending()
    version = table.scene.table.version
    table.char("t")
    table.write("Vi säger till innan")
    answers = table.press(pygame.K_RETURN)
    assert kinds(answers) == ["RecordTakeaway", "SaveDraft", "Next"]
    assert answers[2].version == version + 1  # type: ignore[union-attr]
    assert left(table).text == "Vi säger till innan"
    assert table.phase is Phase.DRAW
    assert table.room.draft == {}


def test_page_down_saves_and_goes_on_too() -> None:
    """A clicker in somebody else's hand saves what was typed."""
    table = ending()
    table.char("t")
    table.write("Ja")
    table.press(pygame.K_PAGEDOWN)
    assert left(table).text == "Ja"


def test_printable_keys_are_text_in_the_open_field() -> None:
    """Space, digits, K and P do nothing but write."""
    table = ending()
    table.char("t")
    table.write("k p 1?")
    assert table.phase is Phase.TAKEAWAY
    table.press(pygame.K_RETURN)
    assert left(table).text == "k p 1?"
    assert left(table).mark is None


@pytest.mark.parametrize(("key", "mark"), [("1", Mark.STRENGTH), ("2", Mark.IMPROVE)])
def test_marks_by_digit(key: str, mark: Mark) -> None:
    """1 and 2 choose the mark, which is recorded at once."""
    table = ending()
    table.char(key)
    assert left(table).mark is mark


def test_the_other_mark_replaces_and_the_same_takes_back() -> None:
    """There is one mark; the same key again takes it away."""
    table = ending()
    table.char("1")
    table.char("2")
    assert left(table).mark is Mark.IMPROVE
    table.char("2")
    assert left(table).mark is None


def test_the_manager_is_a_choice_of_its_own() -> None:
    """3 asks for the manager, whatever the mark is."""
    table = ending()
    table.char("1")
    table.char("3")
    assert left(table).mark is Mark.STRENGTH
    assert left(table).needs_manager
    table.char("3")
    assert not left(table).needs_manager


def test_choosing_keeps_what_was_typed() -> None:
    """A choice records the unsaved words with it."""
    table = ending()
    table.char("t")
    table.write("Vi knackar")
    table.press(pygame.K_ESCAPE)
    table.char("2")
    assert left(table).text == "Vi knackar"
    assert left(table).mark is Mark.IMPROVE


def test_tab_goes_from_the_field_through_the_choices() -> None:
    """Tab leaves the field for the first choice; Enter chooses it; Space still goes on."""
    table = ending()
    table.char("t")
    table.write("Vi")
    table.press(pygame.K_TAB)
    assert not table.writes()
    table.press(pygame.K_RETURN)
    assert left(table).mark is Mark.STRENGTH
    table.screen.settle()
    assert kinds(table.press(pygame.K_SPACE, unicode=" ")) == ["Next"]


def test_the_pointer_chooses() -> None:
    """A press on a choice is that choice, in the open field too."""
    table = ending()
    table.char("t")
    table.write("Vi")
    panel = table.screen._panel
    assert isinstance(panel, TakeawayPanel)
    table.click_on(panel.choices(table.stage)["manager"])
    assert left(table).needs_manager
    assert left(table).text == "Vi"
    assert not table.writes()


def test_every_letter_is_a_draft() -> None:
    """What is typed is handed over for saving under the turn's number."""
    table = ending()
    table.char("t")
    table.write("Vi")
    assert table.last == (SaveDraft({"takeaway:1": "Vi"}),)


def test_words_that_are_taken_away_are_taken_away() -> None:
    """Emptying a recorded line and going on records that it is empty."""
    table = ending()
    table.char("t")
    table.write("Vi")
    table.press(pygame.K_ESCAPE)
    table.char("1")
    table.char("t")
    for _ in range(2):
        table.press(pygame.K_BACKSPACE)
    table.press(pygame.K_ESCAPE)
    table.space()
    assert left(table).text is None
    assert left(table).mark is Mark.STRENGTH


def test_going_back_and_forth_keeps_the_line() -> None:
    """Back saves the words; coming again they stand in the field and are not recorded anew."""
    table = ending()
    table.char("t")
    table.write("Vi")
    table.press(pygame.K_ESCAPE)
    table.press(pygame.K_PAGEUP)
    assert table.phase is not Phase.TAKEAWAY
    table.to(Phase.TAKEAWAY)
    assert "Vi" in table.draw().texts()
    assert kinds(table.press(pygame.K_SPACE)) == ["Next"]


def test_the_line_holds_160_characters() -> None:
    """The bound is kept by the field, so that the rules never refuse."""
    table = ending()
    table.char("t")
    table.post(pygame.Event(pygame.TEXTINPUT, text=words(160)))
    table.write("mer")
    table.press(pygame.K_RETURN)
    assert left(table).text == words(160)


def test_åäö_arrive_as_text() -> None:
    """Swedish letters come as text input and are written as they are."""
    table = ending()
    table.char("t")
    table.post(pygame.Event(pygame.TEXTINPUT, text="Å"))
    table.post(pygame.Event(pygame.TEXTINPUT, text="äö"))
    table.press(pygame.K_RETURN)
    assert left(table).text == "Åäö"


def test_where_the_line_comes_from_and_the_note() -> None:
    """The card's title stands there, and that nobody is to be named."""
    text = ending().written()
    assert "från kortet Knacka på" in text
    assert "Inga namn på patienter, kunder eller kollegor." in text


def test_a_choice_fills_and_then_is_still() -> None:
    """The chosen one fills for a moment."""
    table = ending()
    table.char("2")
    assert table.moves()
    for _ in range(20):
        table.screen.advance(0.02, table.scene)
    assert not table.moves()
