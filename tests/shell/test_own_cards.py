"""Own cards that the group keeps, from the keys to the deck on disk and back again."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.core.plan import Phase
from game.decks import read_deck
from game.decks.own_cards import own_deck_path
from game.i18n import translator
from game.shell.own_cards import KEPT
from tests.shell.piloting import Pilot

WORDS = "Larmet tystnade. ”Var det du som stängde av?” frågade någon bakom mig."
PROMPT = "Vad ville du, just då?"
DECK = f"""\
title: Prov
cards:
  - {{id: ett, kind: own, text: Berätta om något som hände er., prompts: ["{PROMPT}"]}}
  - {{id: tva, kind: own, text: Berätta om något annat., prompts: ["{PROMPT}"]}}
"""


@pytest.fixture
def pilot(tmp_path: Path) -> Pilot:
    """A game in the write phase of an own card."""
    (tmp_path / "prov.sv.yaml").write_text(DECK, encoding="utf-8")
    pilot = Pilot(tmp_path)
    pilot.start()
    to_writing(pilot)
    return pilot


def to_writing(pilot: Pilot) -> None:
    """Next until a blank card waits for its words."""
    for _step in range(30):
        if pilot.phase() is Phase.WRITE:
            return
        pilot.space()
    raise AssertionError("no own card came up")


def kept(pilot: Pilot) -> list[str]:
    """The texts in the group's own deck."""
    path = own_deck_path(pilot.folder / "decks", "sv")
    deck = read_deck(path).deck if path.exists() else None
    return [] if deck is None else [card.text for card in deck.cards]


def type_situation(pilot: Pilot, words: str = WORDS) -> None:
    """Type a situation and leave the field; it is not recorded yet."""
    pilot.press(pygame.K_t, "t")
    pilot.write(words)
    pilot.press(pygame.K_ESCAPE)


def tick(pilot: Pilot) -> None:
    """Say that the card may be kept, or not after all."""
    pilot.press(pygame.K_DOWN)
    pilot.press(pygame.K_DOWN)
    pilot.press(pygame.K_RETURN)


def test_nothing_is_kept_unasked(pilot: Pilot) -> None:
    """A situation that was typed without the group's yes stays out of the deck."""
    type_situation(pilot)
    pilot.space()
    assert pilot.state.turns[0].own is not None
    assert kept(pilot) == []


def test_a_ticked_card_is_in_the_deck_at_once(pilot: Pilot) -> None:
    """The words, with the prompts they are talked over with, are on disk before anybody goes on."""
    type_situation(pilot)
    tick(pilot)
    assert kept(pilot) == [WORDS]
    assert translator("sv")(KEPT) in pilot.written()
    deck = read_deck(own_deck_path(pilot.folder / "decks", "sv")).deck
    assert deck is not None
    assert deck.cards[0].prompts == (PROMPT,)
    assert "Åsa" not in own_deck_path(pilot.folder / "decks", "sv").read_text(encoding="utf-8")


def test_undo_takes_it_out_again(pilot: Pilot) -> None:
    """Undone words leave the deck, and redone ones are back in it."""
    type_situation(pilot)
    tick(pilot)
    pilot.press(pygame.K_z, "z", pygame.KMOD_CTRL)
    assert kept(pilot) == []
    pilot.press(pygame.K_y, "y", pygame.KMOD_CTRL)
    assert kept(pilot) == [WORDS]


def test_words_written_after_an_undo_need_a_yes_of_their_own(pilot: Pilot) -> None:
    """An undone yes is not left standing for the next words."""
    type_situation(pilot)
    tick(pilot)
    pilot.press(pygame.K_z, "z", pygame.KMOD_CTRL)
    assert pilot.state.turn is not None
    assert pilot.state.turn.own is None
    type_situation(pilot, "Något helt annat.")
    pilot.space()
    assert kept(pilot) == []


def test_changed_words_replace_the_card(pilot: Pilot) -> None:
    """A card that is written over is in the deck once, as it stands last."""
    type_situation(pilot)
    tick(pilot)
    type_situation(pilot, " Jag svarade inte.")
    pilot.space()
    assert kept(pilot) == [f"{WORDS} Jag svarade inte."]


def test_it_stays_when_the_session_is_resumed_and_deleted(pilot: Pilot) -> None:
    """Leaving, resuming and deleting the session neither doubles nor removes what the group kept."""
    type_situation(pilot)
    tick(pilot)
    session = pilot.state.session
    pilot.director.close()
    assert pilot.director.resume(session)
    pilot.space(2)
    assert kept(pilot) == [WORDS]
    pilot.director.close()
    pilot.storage.delete(session)
    assert kept(pilot) == [WORDS]


def test_two_cards_of_one_session_are_both_kept(pilot: Pilot) -> None:
    """Each own card of a session is a card of the deck, in the order in which they were told."""
    type_situation(pilot)
    tick(pilot)
    pilot.space()
    to_writing(pilot)
    type_situation(pilot, "Dörren var redan öppen.")
    tick(pilot)
    assert kept(pilot) == [WORDS, "Dörren var redan öppen."]


def test_the_library_shows_the_groups_own_deck(pilot: Pilot) -> None:
    """On the welcome screen the deck stands with the others, ready to be played."""
    type_situation(pilot)
    tick(pilot)
    pilot.director.close()
    again = Pilot(pilot.folder)
    own = [deck for deck in again.director.scene.decks if deck.title == "Egna kort"]
    assert [(deck.cards, deck.refused, deck.faults) for deck in own] == [(1, "", ())]


def test_a_disk_that_refuses_is_said_and_the_words_stay(pilot: Pilot) -> None:
    """Without a folder for the deck the group is told, and the session still has the words."""
    (pilot.folder / "decks").write_text("en fil där mappen skulle ligga", encoding="utf-8")
    type_situation(pilot)
    tick(pilot)
    assert "Kortet kunde inte sparas bland era egna kort" in pilot.written()
    own = pilot.state.turns[0].own
    assert own is not None
    assert own.text is not None
    assert own.text.words == WORDS
