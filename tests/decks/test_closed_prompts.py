"""Prompts that can be answered with one word: told apart from open ones by how they begin."""

from __future__ import annotations

import pytest

from game.decks import Library, load_decks
from game.decks.closed_prompts import is_closed
from game.resources import cards_folder
from tests.decks.prompt_examples import CLOSED_EN, CLOSED_SV, MISSED, OPEN_EN, OPEN_SV

SHIPPED = [
    (deck.language, card.id, prompt)
    for listing in Library.build([cards_folder()]).listings
    for deck in load_decks(listing)
    for card in deck.cards
    for prompt in card.prompts
]


@pytest.mark.parametrize("prompt", CLOSED_SV)
def test_closed_swedish_prompts_are_found(prompt: str) -> None:
    """Verb-first questions are closed, after a conjunction, a side clause or a quotation too."""
    assert is_closed(prompt, "sv") == (prompt not in MISSED)


@pytest.mark.parametrize("prompt", OPEN_SV)
def test_open_swedish_prompts_are_left_alone(prompt: str) -> None:
    """Question words, invitations, and closed questions that go on with an open one are open."""
    assert not is_closed(prompt, "sv")


@pytest.mark.parametrize("prompt", CLOSED_EN)
def test_closed_english_prompts_are_found(prompt: str) -> None:
    """Questions that begin with an auxiliary verb are closed."""
    assert is_closed(prompt, "en") == (prompt not in MISSED)


@pytest.mark.parametrize("prompt", OPEN_EN)
def test_open_english_prompts_are_left_alone(prompt: str) -> None:
    """The same as in Swedish is open in English."""
    assert not is_closed(prompt, "en")


def test_no_shipped_prompt_is_thought_closed() -> None:
    """Over a thousand prompts by people who know the guide give no false alarm."""
    assert len(SHIPPED) > 500
    assert [prompt for prompt in SHIPPED if is_closed(prompt[2], prompt[0])] == []


@pytest.mark.parametrize("prompt", ["", "?", "??", "”?”", "…?", "Är", "Är?", "är du?", "ÄR DU MED?", "¤?"])
def test_odd_prompts_are_judged_without_ado(prompt: str) -> None:
    """Whatever stands there, an answer comes, and only a verb makes a prompt closed."""
    assert is_closed(prompt, "sv") == (prompt.upper().startswith("ÄR") and "?" in prompt)


def test_other_languages_are_not_judged() -> None:
    """Nothing is said of a language whose beginnings are not known; a region changes nothing."""
    assert not is_closed("Onko se oikein?", "fi")
    assert is_closed("Är det rätt?", "sv-FI")
