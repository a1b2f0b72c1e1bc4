"""What each audience sees: the shared screen never gets what is the facilitator's."""

from __future__ import annotations

import pickle

import pytest

from game.core import commands as cmd
from game.core.cards import CardKey, Deck
from game.core.plan import Phase, Plan, Preset, Stage
from game.core.timeline import Timeline
from game.core.viewing import facilitator_view, table_view
from game.core.views import TurnView
from tests.builders import Asked, card, deck, next_until, opened, play, started, state_of, turn_of
from tests.core.playground import leaks, secret_deck, shelf_of


def in_talk(*, facilitator_mode: bool, prompts: int = 4) -> Timeline:
    """A card with prompts, in talk, none revealed."""
    cards = [card(prompts=tuple(f"Fråga {i + 1}" for i in range(prompts)))] * 3
    timeline = started(cards, Plan(Preset.SHORT, 2, facilitator_mode=facilitator_mode))
    return next_until(timeline, lambda state: state.turn is not None and state.turn.phase is Phase.TALK)


def shown(timeline: Timeline) -> TurnView:
    """The turn on the shared screen."""
    turn = table_view(timeline, "sv").turn
    assert turn is not None
    return turn


def reveal(prompt: int) -> Asked:
    """Reveal the prompt with that index."""
    return lambda version: cmd.RevealPrompt(version, prompt)


# --- facilitator mode


def test_without_facilitator_mode_the_table_sees_that_prompts_exist() -> None:
    """Two of four are revealed: two remain."""
    timeline = play(in_talk(facilitator_mode=False), cmd.Next, cmd.Next)
    assert [(prompt.number, prompt.text) for prompt in shown(timeline).prompts] == [
        (1, "Fråga 1"),
        (2, "Fråga 2"),
    ]
    assert shown(timeline).prompts_hidden == 2


def test_in_facilitator_mode_the_table_does_not_see_that_there_are_more() -> None:
    """Not before the first, not after it, and the view is the same with two prompts or four."""
    for asked in ((), (cmd.Next,), (cmd.Next, cmd.Next)):
        four = play(in_talk(facilitator_mode=True, prompts=4), *asked)
        two = play(in_talk(facilitator_mode=True, prompts=2), *asked)
        assert shown(four).prompts_hidden is None
        assert table_view(four, "sv") == table_view(two, "sv")


@pytest.mark.parametrize("facilitator_mode", [True, False])
def test_next_reveals_prompts_in_both_modes(facilitator_mode: bool) -> None:
    """And prompts can be revealed out of order and hidden."""
    timeline = play(in_talk(facilitator_mode=facilitator_mode), cmd.Next)
    assert [prompt.text for prompt in shown(timeline).prompts] == ["Fråga 1"]
    timeline = play(timeline, reveal(3), reveal(1), cmd.HidePrompt)
    assert [prompt.text for prompt in shown(timeline).prompts] == ["Fråga 1", "Fråga 4"]


def test_facilitator_mode_can_change_in_mid_session() -> None:
    """What the table is told changes with it."""
    timeline = play(in_talk(facilitator_mode=True), cmd.Next)
    timeline = play(timeline, cmd.ChangePlan(Plan(Preset.SHORT, 2)))
    assert shown(timeline).prompts_hidden == 3


def test_the_facilitator_sees_the_note_and_which_prompts_are_revealed() -> None:
    """All of the card's prompts, in order."""
    view = facilitator_view(play(in_talk(facilitator_mode=True), reveal(2)), "sv")
    assert view.note == "Bara för handledaren."
    assert [(p.number, p.text, p.is_revealed) for p in view.prompts] == [
        (1, "Fråga 1", False),
        (2, "Fråga 2", False),
        (3, "Fråga 3", True),
        (4, "Fråga 4", False),
    ]


def test_the_facilitator_sees_the_next_card_that_is_then_drawn() -> None:
    """Whatever the themes, as long as the pile lasts."""
    timeline = play(opened(decks=[secret_deck("sv")]), cmd.Next, cmd.ChangePlan(Plan(Preset.SHORT, 9)))
    for _ in range(9):
        told = facilitator_view(timeline, "sv").next_card
        timeline = play(timeline, cmd.Next)
        drawn = shown(timeline).card
        assert told is not None
        assert drawn is not None
        assert told.text == drawn.text
        timeline = next_until(timeline, lambda state: state.turn is not None and state.turn.card is None)
    assert facilitator_view(timeline, "sv").next_card is None


def test_before_the_draw_the_facilitator_has_no_note_and_no_prompts() -> None:
    """They come with the card."""
    view = facilitator_view(started(), "sv")
    assert (view.note, view.prompts) == ("", ())


# --- what the table must not see


@pytest.mark.parametrize("facilitator_mode", [True, False])
@pytest.mark.parametrize("language", ["sv", "en", "de"])
def test_no_secret_is_in_the_tables_view_from_the_opening_to_the_end(
    language: str, facilitator_mode: bool
) -> None:
    """Notes, coming prompts and coming cards are left out of the value itself."""
    plan = Plan(Preset.CALM, 9, facilitator_mode=facilitator_mode)
    timeline = opened(plan=plan, decks=[secret_deck("sv"), secret_deck("en")])
    while state_of(timeline).stage is not Stage.DONE:
        assert list(leaks(table_view(timeline, language), state_of(timeline))) == []
        timeline = play(timeline, cmd.Next)


def test_the_search_for_secrets_finds_what_is_there() -> None:
    """The facilitator's view of the same moment is full of them."""
    timeline = play(opened(decks=[secret_deck("sv")]), cmd.Next, cmd.Next)
    secrets = pickle.dumps(facilitator_view(timeline, "sv"))
    assert b"SECRET-note" in secrets
    assert b"SECRET-card" in pickle.dumps(table_view(timeline, "sv"))


def test_a_hidden_prompt_is_a_secret_again() -> None:
    """Its words are gone from the view."""
    timeline = play(in_talk(facilitator_mode=True), reveal(3))
    assert b"ga 4" in pickle.dumps(table_view(timeline, "sv"))
    assert b"ga 4" not in pickle.dumps(table_view(play(timeline, cmd.HidePrompt), "sv"))


def test_a_view_leads_back_to_no_state() -> None:
    """It holds plain values: neither shelf nor timeline travels with it."""
    pickled = pickle.dumps(table_view(in_talk(facilitator_mode=False), "sv"))
    for name in (b"game.core.shelf", b"game.core.timeline", b"game.core.words"):
        assert name not in pickled


def test_the_card_is_on_the_table_in_play_only() -> None:
    """The closing shows no turn, though one may be waiting to be gone on with."""
    timeline = play(in_talk(facilitator_mode=False), cmd.BeginClosing)
    assert turn_of(timeline).card is not None
    assert table_view(timeline, "sv").turn is None


def test_views_need_an_open_session() -> None:
    """There is nothing to see before it."""
    for make in (table_view, facilitator_view):
        with pytest.raises(ValueError, match="no session"):
            make(Timeline(), "sv")


# --- languages


def both() -> tuple[Deck, Deck]:
    """A deck in two languages; one English card has another number of prompts, one is missing."""
    swedish = deck([card(text=f"Kort {i}") for i in range(3)])
    english = deck([card(text=f"Card {i}") for i in range(2)], language="en", title="Everyday service")
    wrong = card(text="Card 1", prompts=(), id=english.cards[1].id)
    return swedish, Deck(
        english.id, "en", english.title, "", "", "", english.themes, (english.cards[0], wrong)
    )


def test_a_card_is_shown_in_the_language_asked_for_or_whole_in_the_one_it_has() -> None:
    """Missing or of another shape: labelled, and never half of each."""
    timeline = play(opened(plan=Plan(Preset.SHORT, 3), decks=both()), cmd.Next)
    found = []
    for _ in range(3):
        timeline = play(timeline, cmd.Next)
        seen = table_view(timeline, "en").turn
        assert seen is not None
        assert seen.card is not None
        found.append((seen.card.text, seen.card.language, seen.card.is_other_language))
        timeline = next_until(timeline, lambda state: state.turn is not None and state.turn.card is None)
    assert found == [("Card 0", "en", False), ("Kort 1", "sv", True), ("Kort 2", "sv", True)]


def test_the_language_changes_in_mid_session_and_the_state_does_not() -> None:
    """It is a way of looking."""
    timeline = play(opened(decks=both()), cmd.Next, cmd.Next)
    assert table_view(timeline, "sv").deck_titles == ("Service i vardagen",)
    assert table_view(timeline, "en").deck_titles == ("Everyday service",)
    assert table_view(timeline, "de").languages == ("sv", "en")


def test_a_card_that_only_a_translation_has_is_played_too() -> None:
    """A deck's cards are those of all its versions."""
    shelf = shelf_of(secret_deck("en"), secret_deck("sv"))
    assert CardKey("hemlig/kort-4") in shelf.keys
    assert shelf.edition(CardKey("hemlig/kort-4"), "en").deck.language == "sv"


def test_in_facilitator_mode_prompts_are_numbered_as_they_came() -> None:
    """A third prompt that is revealed first is number 1 to the room: it cannot tell that there are more."""
    turn = shown(play(in_talk(facilitator_mode=True), reveal(2)))
    assert [(prompt.number, prompt.text) for prompt in turn.prompts] == [(1, "Fråga 3")]
    assert turn.prompts_hidden is None
