"""The deck that one begins with: clean, whole, commented, and checked by an editor without a network."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from game.core.cards import READ_CHARACTERS, Kind
from game.decks import check_paths, new_deck_files, read_deck, room_warnings
from game.decks.schema import COLORS, ICONS, Owner, fields_of
from game.decks.starting import SCHEMA_NAMES, clean_title, starting_text, write_new_deck
from game.i18n import translator
from game.resources import cards_folder

LANGUAGES = ("sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_deck_is_clean(tmp_path: Path, language: str) -> None:
    """There is nothing to say about it, neither of the format nor of the room."""
    path = new_deck_files(tmp_path, "Vårt hus på Björken", language)
    assert path == tmp_path / f"vart-hus-pa-bjorken.{language}.yaml"
    assert check_paths([tmp_path], translator("sv")) == (0, [])
    read = read_deck(path)
    assert room_warnings([read]) == ()
    assert read.deck is not None
    assert (read.deck.title, read.deck.id, read.deck.language) == (
        *("Vårt hus på Björken", "vart-hus-pa-bjorken"),
        language,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_deck_has_a_card_of_each_kind(tmp_path: Path, language: str) -> None:
    """Each with what that kind needs, at most a page long, and none that ships already."""
    deck = read_deck(new_deck_files(tmp_path, "Ny", language)).deck
    assert deck is not None
    assert sorted(card.kind for card in deck.cards) == sorted(Kind)
    for card in deck.cards:
        assert len(card.text) <= READ_CHARACTERS
        assert 3 <= len(card.prompts) <= 5
        assert card.note
        assert card.theme
    shipped = {
        prompt
        for path in cards_folder().glob(f"*.{language}.yaml")
        for card in (read_deck(path).deck or deck).cards
        for prompt in card.prompts
    }
    assert shipped.isdisjoint(prompt for card in deck.cards for prompt in card.prompts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_is_shown_and_explained(language: str) -> None:
    """Whoever looks for a field finds it there, and every name that can be chosen."""
    text = starting_text("Ny", language)
    for owner in Owner:
        for name in fields_of(owner):
            assert re.search(rf"(?m)^\s*(# |- )?{name}:", text), name
    for name in (*COLORS, *ICONS, *Kind):
        assert name in text
    assert sum("#" in line for line in text.splitlines()) > 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_editor_finds_the_schema_beside_the_deck(tmp_path: Path, language: str) -> None:
    """Its first line names a file that is there, and the deck is valid by it."""
    path = new_deck_files(tmp_path, "Ny", language)
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema=./{SCHEMA_NAMES[language]}"
    schema = json.loads((tmp_path / SCHEMA_NAMES[language]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def test_nobodys_file_is_written_over(tmp_path: Path) -> None:
    """Neither a deck nor a schema."""
    path = new_deck_files(tmp_path, "Ny", "sv")
    path.write_text("mitt", encoding="utf-8")
    (tmp_path / SCHEMA_NAMES["sv"]).write_text("{}", encoding="utf-8")
    with pytest.raises(FileExistsError):
        new_deck_files(tmp_path, "Ny", "sv")
    new_deck_files(tmp_path, "Ny två", "sv")
    assert path.read_text(encoding="utf-8") == "mitt"
    assert (tmp_path / SCHEMA_NAMES["sv"]).read_text(encoding="utf-8") == "{}"


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    """And is not made."""
    with pytest.raises(FileNotFoundError):
        new_deck_files(tmp_path / "borta", "Ny", "sv")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_language_gets_swedish(tmp_path: Path) -> None:
    """A deck can be in any language, but comments are in two."""
    assert new_deck_files(tmp_path, "Ny", "fi").name == "ny.sv.yaml"


@settings(max_examples=150, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    title=st.one_of(
        st.text(max_size=80),
        st.sampled_from(["«title»", "«id»", "null", "a: b #c", "{x}", "漢字", "vår lek", "å" * 61]),
    )
)
def test_any_title_will_do(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    """It is cleaned and cut where it must be, and a nameless deck gets a name."""
    path = new_deck_files(tmp_path_factory.mktemp("lek"), title, "sv")
    read = read_deck(path)
    assert read.faults == ()
    assert read.deck is not None
    assert read.deck.title == clean_title(title, "sv")
    assert read.deck.title == title or not re.fullmatch("[a-zåäö]{1,60}", title)


def test_a_name_that_was_chosen_is_kept(tmp_path: Path) -> None:
    """The id still comes from the title."""
    path = write_new_deck(tmp_path / "Min fil.yaml", "Vårt hus", "sv")
    deck = read_deck(path).deck
    assert deck is not None
    assert (path.name, deck.id) == ("Min fil.yaml", "vart-hus")
