"""Cards for a preview: made by the rules of play, and followed as the deck's files are edited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.core.cards import Card, CardId, Deck, Kind
from game.core.plan import Phase
from game.core.viewing import table_view
from game.decks import load_decks, read_deck
from game.i18n import translator
from game.resources import cards_folder
from game.screens.preview_source import Face
from game.shell.preview_source import DeckFile, DeckSource
from game.shell.previewing import PreviewCards
from tests.builders import card, deck, next_until, started

SV = translator("sv")
CARDS = """\
format: 1
id: prov
title: Provleken
cards:
  - id: ett
    title: Första kortet
    text: Klockan är tio i sju. Du står utanför sal 4 med vagnen.
    prompts: ["Vad ser du?", "Vad säger du?", "Och sedan?"]
    note: Bara för handledaren.
  - id: tva
    kind: dilemma
    title: Andra kortet
    text: Telefonen ringer. Ingen i rummet tittar upp.
    options: [Jag svarar., Jag väntar., Jag frågar.]
    prompts: ["Vem kan det vara?", "Vad gör du?", "Vem vet?"]
  - id: tre
    title: Tredje kortet
    text: Dörren är stängd.
    image: bilder/dorr.png
    prompts: ["Hur knackar du?", "Vad hör du?", "Vad händer sedan?"]
"""


def written(folder: Path, words: str = CARDS, name: str = "prov.sv.yaml") -> Path:
    """The deck's file."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def source(path: Path) -> DeckSource:
    """The deck as a preview follows it."""
    return DeckSource(DeckFile(path).listing)


def all_kinds() -> list[Card]:
    """One card of every kind."""
    return [card(kind) for kind in Kind]


# --- cards


def test_every_kind_shows_the_faces_it_has() -> None:
    """A dilemma and a statement have options, the others none; a card without prompts has none to show."""
    cards = PreviewCards([deck([*all_kinds(), card(prompts=())])], "sv")
    by_kind = {kind: cards.faces(index) for index, kind in enumerate(Kind)}
    voted = (Face.FRONT, Face.VOTE, Face.PROMPTS)
    plain = (Face.FRONT, Face.PROMPTS)
    votes = {Kind.STATEMENT, Kind.DILEMMA}
    assert by_kind == {kind: voted if kind in votes else plain for kind in Kind}
    assert cards.faces(len(Kind)) == (Face.FRONT,)


def test_a_face_is_the_phase_of_play() -> None:
    """Every face of every kind can be shown, in the phase in which a group sees it."""
    cards = PreviewCards([deck(all_kinds())], "sv")
    phases = {Face.FRONT: Phase.READ, Face.VOTE: Phase.VOTE, Face.PROMPTS: Phase.TALK}
    for index in range(len(cards)):
        for face in cards.faces(index):
            turn = cards.view(index, face).turn
            assert turn is not None
            assert turn.phase is phases[face]
            if face is Face.PROMPTS:
                assert (len(turn.prompts), turn.prompts_hidden) == (3, 0)
            else:
                assert turn.prompts == ()


def test_the_front_is_what_a_group_gets() -> None:
    """The card's face is the very one of a session at the same place."""
    one = card(Kind.DILEMMA)
    timeline = next_until(
        started([one]), lambda state: state.turn is not None and state.turn.card is not None
    )
    shown = PreviewCards([deck([one])], "sv").view(0, Face.FRONT).turn
    played = table_view(timeline, "sv").turn
    assert shown is not None
    assert played is not None
    assert shown.card == played.card


def test_a_face_that_the_card_lacks_is_an_error() -> None:
    """Asking for a vote on a question is a fault of the program, not a picture of something else."""
    with pytest.raises(ValueError, match="no face"):
        PreviewCards([deck([card(Kind.QUESTION)])], "sv").view(0, Face.VOTE)


def test_each_language_version_is_shown_as_it_is() -> None:
    """A card is shown in the language asked for where it has that, else labelled in the one that it has."""
    swedish = deck([card(), card(title="Bara svenska")])
    english = replace(deck([card(title="In English", prompts=("One?",))], language="en"))
    cards = PreviewCards([swedish, english], "en")
    assert [cards.title(index) for index in range(len(cards))] == ["In English", "Bara svenska"]
    shown = [cards.view(index, Face.FRONT).turn for index in range(2)]
    languages = [turn.card.language for turn in shown if turn is not None and turn.card is not None]
    assert languages == ["en", "sv"]
    assert [cards.index_of(name) for name in ("kort-0", "kort-1", "kort-7")] == [0, 1, None]


def test_shipped_decks_can_be_shown_in_all_their_languages() -> None:
    """Every face of every card of every deck that comes with the program."""
    for path in sorted(cards_folder().glob("*.yaml")):
        found = read_deck(path).deck
        assert found is not None
        cards = PreviewCards([found], found.language)
        for index in range(len(cards)):
            assert all(cards.view(index, face).turn for face in cards.faces(index)), cards.card_id(index)


def test_ten_thousand_cards_are_shown_one_at_a_time() -> None:
    """A card of a large deck is dealt alone, with the others counted on the pile."""
    one = card()
    many = tuple(replace(one, id=CardId(f"kort-{number}")) for number in range(10_000))
    large: Deck = replace(deck([]), cards=many)
    view = PreviewCards([large], "sv").view(9_000, Face.PROMPTS)
    assert view.pile.cards_left == 999
    assert view.pile.cards_planned == 1


# --- files


def test_an_edited_card_is_shown_anew(tmp_path: Path) -> None:
    """After a refresh the words are the new ones; without a change there is nothing to refresh."""
    path = written(tmp_path)
    shown = source(path)
    told = [shown.refresh()]
    written(tmp_path, CARDS.replace("Första kortet", "Nytt namn"))
    told += [shown.refresh(), shown.refresh()]
    assert told == [False, True, False]
    assert shown.cards("sv").title(0) == "Nytt namn"


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        (CARDS.replace("title: Första", 'title: "Första'), None),
        (CARDS.replace("kind: dilemma", "kind: dilema"), 11),
        (CARDS.replace("title: Provleken", "titel: Provleken"), None),
    ],
)
def test_the_last_good_state_stays_beside_the_fault(tmp_path: Path, wrong: str, line: int | None) -> None:
    """A fault that takes the deck or a card away leaves the cards as they were, and says where it is."""
    path = written(tmp_path)
    shown = source(path)
    assert shown.fault(SV) == ""
    written(tmp_path, wrong)
    assert shown.refresh()
    assert [shown.cards("sv").card_id(index) for index in range(3)] == ["ett", "tva", "tre"]
    assert "prov.sv.yaml" in shown.fault(SV)
    if line is not None:
        assert shown.fault(SV).startswith(f"Rad {line}, kolumn 11 i prov.sv.yaml: ")
    written(tmp_path)
    assert shown.refresh()
    assert shown.fault(SV) == ""


def test_a_fault_that_costs_no_card_shows_the_new_state(tmp_path: Path) -> None:
    """An unknown key is told of, and the rest of the edit is seen all the same."""
    path = written(tmp_path)
    shown = source(path)
    written(tmp_path, CARDS.replace("note:", "not:").replace("Första kortet", "Nytt namn"))
    shown.refresh()
    assert "not" in shown.fault(SV)
    assert shown.cards("sv").title(0) == "Nytt namn"


def test_a_deck_with_a_lasting_fault_is_followed_all_the_same(tmp_path: Path) -> None:
    """When one card was at fault from the beginning, edits of the others show."""
    wrong = CARDS.replace("kind: dilemma", "kind: dilema")
    path = written(tmp_path, wrong)
    shown = source(path)
    assert len(shown.cards("sv")) == 2
    written(tmp_path, wrong.replace("Första kortet", "Nytt namn"))
    shown.refresh()
    assert shown.cards("sv").title(0) == "Nytt namn"


def test_a_missing_or_faulty_file_becomes_a_deck(tmp_path: Path) -> None:
    """Nothing can be shown of a file that is not there, or refused; when it is mended the cards are there."""
    path = tmp_path / "prov.sv.yaml"
    shown = source(path)
    seen = []
    for words in ("", "title: [", CARDS):
        if words:
            written(tmp_path, words)
            shown.refresh()
        seen.append((shown.languages, len(shown.cards("sv")), bool(shown.fault(SV))))
    assert seen == [((), 0, True), ((), 0, True), (("sv",), 3, False)]


def test_a_removed_file_leaves_its_cards_to_be_seen(tmp_path: Path) -> None:
    """Somebody who moves a file away keeps the card on the screen, with what has happened."""
    path = written(tmp_path)
    shown = source(path)
    path.unlink()
    shown.refresh()
    assert len(shown.cards("sv")) == 3
    assert "finns inte" in shown.fault(SV)


def test_a_deck_that_is_gone_from_the_library_says_so(tmp_path: Path) -> None:
    """In the game a deck may vanish from the list; the preview of it says so."""
    listing = DeckFile(written(tmp_path)).listing()
    given = [listing, None]
    shown = DeckSource(lambda: given.pop(0) if len(given) > 1 else given[0], back=3)
    assert shown.back == 3
    assert load_decks(listing)
    assert shown.refresh()
    assert "prov.sv.yaml" in shown.fault(SV)
    assert shown.faults(SV) == (shown.fault(SV),)
    assert len(shown.cards("sv")) == 3


def test_a_language_version_that_appears_is_taken_up(tmp_path: Path) -> None:
    """A second file with the same id is another language of the deck, once it is there."""
    shown = source(written(tmp_path))
    before = shown.languages
    written(tmp_path, CARDS.replace("Första kortet", "First card"), "prov.en.yaml")
    shown.refresh()
    assert (before, shown.languages) == (("sv",), ("sv", "en"))
    assert shown.cards("en").title(0) == "First card"


def test_advice_is_that_of_the_card_alone(tmp_path: Path) -> None:
    """A card with one prompt gets its advice; the cards beside it, which have three, get none."""
    shown = source(written(tmp_path, CARDS.replace('["Vem kan det vara?", "Vad gör du?", "Vem vet?"]', "[]")))
    advice = {name: shown.advice(name, "sv", SV) for name in ("ett", "tva", "tre", "finns-inte")}
    # The third card's picture is missing: a warning, which is about the card too.
    assert [len(words) for words in advice.values()] == [0, 1, 1, 0]
    assert any(advice["tva"][0] in words for words in shown.faults(SV))


def test_a_held_deck_gives_no_advice_with_stale_lines(tmp_path: Path) -> None:
    """While the file is refused, only what is wrong now is listed."""
    path = written(tmp_path, CARDS.replace('["Vem kan det vara?", "Vad gör du?", "Vem vet?"]', "[]"))
    shown = source(path)
    assert len(shown.faults(SV)) > 1
    written(tmp_path, CARDS.replace("title: Första", 'title: "Första'))
    shown.refresh()
    assert len(shown.faults(SV)) == 1


def test_a_changed_picture_is_loaded_anew(tmp_path: Path) -> None:
    """A picture is shown as its file is, appears when it is there, and stays in the deck's folder."""
    shown = source(written(tmp_path))
    assert shown.picture("prov", "bilder/dorr.png") is None
    (tmp_path / "bilder").mkdir()
    for color in ((200, 10, 10), (10, 10, 200)):
        made = pygame.Surface((40 + color[0], 30))
        made.fill(color)
        pygame.image.save(made, str(tmp_path / "bilder" / "dorr.png"))
        loaded = shown.picture("prov", "bilder/dorr.png")
        assert loaded is not None
        assert loaded.get_at((5, 5))[:3] == color
        assert shown.picture("prov", "bilder/dorr.png") is loaded
    assert shown.picture("prov", "../prov.png") is None
