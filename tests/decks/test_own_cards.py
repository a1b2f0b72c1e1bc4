"""The group's own deck: what is kept is there, what stood there stays, and nothing is half written."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.cards import OWN_CARD_CHARACTERS, CardId
from game.decks import check_paths, read_deck
from game.decks.own_cards import (
    OwnCardFault,
    OwnCardKept,
    keep_own_card,
    own_card,
    own_deck_path,
    take_out_own_card,
)
from game.i18n import translator

PROMPTS = ("Vad ville du, just då?", "Vem av oss har varit med om något liknande?")
FIRST = own_card(CardId("egen-1"), "Tvätten kom tillbaka blöt. ”Det är inte vårt fel”, sa rösten.", PROMPTS)
SECOND = own_card(CardId("egen-2"), "Nyckeln låg kvar i låset.\n\nIngen sa något.", PROMPTS)


@given(
    st.lists(st.text(min_size=1, max_size=OWN_CARD_CHARACTERS).filter(str.strip), min_size=1, max_size=5),
    st.sampled_from(["sv", "en"]),
)
def test_whatever_is_typed_is_read_back(situations: list[str], language: str) -> None:
    """Any words that a group can type are kept and read back as the card that they were."""
    cards = [own_card(CardId(f"egen-{n}"), words, PROMPTS) for n, words in enumerate(situations)]
    cards = [card for card in cards if card.text]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "decks"
        for card in cards:
            assert isinstance(keep_own_card(folder, card, language), OwnCardKept)
        if cards:
            deck = read_deck(own_deck_path(folder, language)).deck
            assert deck is not None
            assert deck.cards == tuple(cards)
            assert len(list(folder.iterdir())) == 1


def test_the_deck_is_clean(tmp_path: Path) -> None:
    """A kept card makes a deck without faults, with a title in the group's language."""
    keep_own_card(tmp_path, FIRST, "sv")
    keep_own_card(tmp_path, SECOND, "en")
    assert check_paths([tmp_path], translator("sv"))[0] == 0
    swedish, english = (read_deck(own_deck_path(tmp_path, language)).deck for language in ("sv", "en"))
    assert swedish is not None
    assert english is not None
    assert swedish.title == "Egna kort"
    assert english.title != swedish.title
    assert swedish.id != english.id


def test_keeping_twice_is_keeping_once(tmp_path: Path) -> None:
    """A card that is there already is found, not added again."""
    keep_own_card(tmp_path, FIRST, "sv")
    before = own_deck_path(tmp_path, "sv").read_bytes()
    assert keep_own_card(tmp_path, FIRST, "sv") == OwnCardKept(own_deck_path(tmp_path, "sv"))
    assert own_deck_path(tmp_path, "sv").read_bytes() == before


def test_what_people_wrote_in_the_file_stays(tmp_path: Path) -> None:
    """Comments, changed titles and cards with faults are still there after another card was added."""
    keep_own_card(tmp_path, FIRST, "sv")
    path = own_deck_path(tmp_path, "sv")
    written = path.read_text(encoding="utf-8").replace("title: Egna kort", "title: Vårt gäng  # bytt namn")
    path.write_text(written + "  - id: trasigt\n    kind: dilemma\n    text: Utan val.\n", encoding="utf-8")
    keep_own_card(tmp_path, SECOND, "sv")
    text = path.read_text(encoding="utf-8")
    assert "# bytt namn" in text
    assert "trasigt" in text
    result = read_deck(path)
    assert result.left_out == 1
    assert result.deck is not None
    assert [card.id for card in result.deck.cards] == ["egen-1", "egen-2"]


@pytest.mark.parametrize(
    "damaged", [b"title: [", b"\xff\xfe\x00", b"title: Egna kort\ncards:\n  - text: Hej\nabout: sist\n", b""]
)
def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path: Path, damaged: bytes) -> None:
    """The card goes into a new file with the next number, and the old file is as it was."""
    path = own_deck_path(tmp_path, "sv")
    path.write_bytes(damaged)
    outcome = keep_own_card(tmp_path, FIRST, "sv")
    assert isinstance(outcome, OwnCardKept)
    assert outcome.path.name == "egna-kort-2.sv.yaml"
    assert path.read_bytes() == damaged
    assert sorted(tmp_path.iterdir()) == sorted([path, outcome.path])
    assert keep_own_card(tmp_path, SECOND, "sv") == outcome


def test_a_card_is_taken_out_again(tmp_path: Path) -> None:
    """Only that card goes; with the last one the file goes too, and a card that is not there is no fault."""
    keep_own_card(tmp_path, FIRST, "sv")
    keep_own_card(tmp_path, SECOND, "sv")
    assert take_out_own_card(tmp_path, FIRST.id, "sv") is None
    deck = read_deck(own_deck_path(tmp_path, "sv")).deck
    assert deck is not None
    assert deck.cards == (SECOND,)
    assert take_out_own_card(tmp_path, FIRST.id, "sv") is None
    assert take_out_own_card(tmp_path, SECOND.id, "sv") is None
    assert list(tmp_path.iterdir()) == []


def test_a_card_between_others_is_taken_out(tmp_path: Path) -> None:
    """The card's own lines go, and those of the cards before and after it stay."""
    third = own_card(CardId("egen-3"), "Larmet gick. Ingen sprang.", ())
    for card in (FIRST, SECOND, third):
        keep_own_card(tmp_path, card, "sv")
    take_out_own_card(tmp_path, SECOND.id, "sv")
    deck = read_deck(own_deck_path(tmp_path, "sv")).deck
    assert deck is not None
    assert deck.cards == (FIRST, third)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """Where the folder should be lies a file: the card is not kept, and the reason is given."""
    (tmp_path / "decks").write_text("en fil", encoding="utf-8")
    assert keep_own_card(tmp_path / "decks", FIRST, "sv") is OwnCardFault.NOT_WRITTEN


def test_a_full_deck_is_followed_by_another(tmp_path: Path) -> None:
    """A deck that has as many cards as a deck may have is left, and the next file begins."""
    path = own_deck_path(tmp_path, "sv")
    cards = "".join(f"  - text: Kort {n}.\n" for n in range(10_000))
    path.write_text(f"title: Egna kort\ncards:\n{cards}", encoding="utf-8")
    outcome = keep_own_card(tmp_path, FIRST, "sv")
    assert isinstance(outcome, OwnCardKept)
    assert outcome.path.name == "egna-kort-2.sv.yaml"
