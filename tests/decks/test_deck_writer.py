"""What is written as YAML is read as the same deck, looks as people write it, and is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from game.core.cards import Deck
from game.decks import read_deck
from game.decks.writer import deck_yaml
from game.decks.written_files import write_atomically
from game.resources import cards_folder
from tests.any_deck import any_deck

_PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (8).to_bytes(4, "big") * 2
_ANY = settings(max_examples=150, deadline=None, suppress_health_check=[*HealthCheck])


def _read(path: Path, text: str) -> Deck:
    path.write_text(text, encoding="utf-8")
    result = read_deck(path)
    assert result.deck is not None
    assert result.faults == ()
    return result.deck


@_ANY
@given(deck=any_deck())
def test_a_written_deck_is_read_as_the_same(tmp_path_factory: pytest.TempPathFactory, deck: Deck) -> None:
    """Whatever its texts hold, without a fault or a warning; and any other reader of YAML takes it too."""
    text = deck_yaml(deck, "Ett huvud\npå två rader")
    assert _read(tmp_path_factory.mktemp("lek") / "x.yaml", text) == deck
    assert yaml.safe_load(text)["title"] == deck.title
    assert yaml.safe_load(text)["cards"][0]["id"] == deck.cards[0].id


@pytest.mark.parametrize("path", sorted(cards_folder().glob("*.yaml")), ids=lambda path: path.name)
def test_a_shipped_deck_comes_through_the_writer(path: Path, tmp_path: Path) -> None:
    """The same deck, in lines that fit a screen, and nothing in them has to be escaped."""
    deck = read_deck(path).deck
    assert deck is not None
    text = deck_yaml(deck)
    assert _read(tmp_path / path.name, text) == deck
    assert max(len(line) for line in text.splitlines() if not line.lstrip().startswith("- ")) <= 118
    assert "\\" not in text


def test_a_deck_is_written_as_people_write_it(tmp_path: Path) -> None:
    """Fields in order, bare words where they are clear, wrapped paragraphs and kept line breaks."""
    source = (
        "title: Vårt hus\nid: vart-hus\nlanguage: sv\n"
        "themes: {dorren: {name: Vid dörren, color: red, icon: door}}\n"
        "cards:\n- {id: nej, text: 'no', theme: dorren}\n"
        "- id: tva\n  text: |\n    En rad.\n    En till.\n  prompts: ['Vad sa hon?']\n  minutes: 8\n"
    )
    deck = _read(tmp_path / "a.yaml", source)
    deck = replace(deck, about="ord " * 30 + "slut.\n\nNytt stycke.")
    assert deck_yaml(deck, "Hej") == (
        "# Hej\nformat: 1\nid: vart-hus\nlanguage: sv\ntitle: Vårt hus\nabout: >-\n"
        f"  {'ord ' * 28}ord\n  ord slut.\n\n  Nytt stycke.\n"
        "themes:\n  dorren: {name: Vid dörren, color: red, icon: door}\n\ncards:\n"
        '  - id: nej\n    kind: situation\n    theme: dorren\n    intensity: 1\n    text: "no"\n\n'
        "  - id: tva\n    kind: situation\n    intensity: 1\n    text: |-\n      En rad.\n      En till.\n"
        '    prompts:\n      - "Vad sa hon?"\n    minutes: 8\n'
    )


def test_a_picture_keeps_its_path(tmp_path: Path) -> None:
    """A card's picture is written as it was read."""
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "Luren 1.png").write_bytes(_PNG)
    deck = _read(tmp_path / "a.yaml", "title: a\ncards: [{text: b, image: bilder/Luren 1.png}]\n")
    assert deck.cards[0].image == "bilder/Luren 1.png"
    assert _read(tmp_path / "b.yaml", deck_yaml(deck)) == deck


# --- on the disk


def test_a_file_is_written_with_its_line_breaks(tmp_path: Path) -> None:
    """Text is UTF-8 and is not changed on its way; bytes stay bytes; the usual rights apply."""
    write_atomically(tmp_path / "a.yaml", "å\nb\r\n")
    write_atomically(tmp_path / "b", b"\xff\n")
    assert (tmp_path / "a.yaml").read_bytes() == "å\nb\r\n".encode()
    assert (tmp_path / "b").read_bytes() == b"\xff\n"
    (tmp_path / "c").touch()
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "c").stat().st_mode


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    """Unless it may be replaced, nobody's file is; a link that leads nowhere is somebody's too."""
    path = tmp_path / "a.yaml"
    path.write_text("gammal", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "borta.yaml")
    for taken in (path, tmp_path / "link.yaml"):
        with pytest.raises(FileExistsError):
            write_atomically(taken, "ny")
    assert path.read_text(encoding="utf-8") == "gammal"
    write_atomically(path, "ny", over=True)
    assert path.read_text(encoding="utf-8") == "ny"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.yaml", "link.yaml"]


def _no_links(*_arguments: object) -> None:
    raise PermissionError


def _name_taken(path: Path) -> Callable[..., None]:
    def link(*_arguments: object) -> None:
        path.write_text("deras", encoding="utf-8")
        raise FileExistsError

    return link


def test_a_disk_without_hard_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a memory stick the file still gets its place, and an existing one still does not lose it."""
    monkeypatch.setattr(os, "link", _no_links)
    write_atomically(tmp_path / "a", "ny")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "ny"
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path / "a", "nyare")
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


def test_a_name_taken_in_the_meantime_is_not_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two programs that write the same name: the second one is told, and the first one's words stay."""
    path = tmp_path / "a"
    monkeypatch.setattr(os, "link", _name_taken(path))
    with pytest.raises(FileExistsError):
        write_atomically(path, "ny")
    assert path.read_text(encoding="utf-8") == "deras"
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failing_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    """Half a file is no file: what was there before is all that there is after."""
    path = tmp_path / "a"
    path.write_text("gammal", encoding="utf-8")

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, "ny", over=True)
    assert path.read_text(encoding="utf-8") == "gammal"
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    """The folder is not made behind anybody's back."""
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "borta" / "a", "ny")
