"""Pictures as a room sees them: what is told of them, held against what the card really shows."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from pygame import Surface

from game.decks import FaultCode
from game.decks.room_check_pictures import GIVES_WAY, GIVES_WAY_UNTITLED, PLACE_VH, STAYS
from game.screens.phases.card import PICTURE_SHARES, Spot, _beside, fitted
from game.ui.canvas import Canvas
from game.ui.cards import CardFace, card_place, card_rects
from game.ui.stage import Stage
from game.ui.theme import THEMES
from tests.decks.room_examples import GOOD, HEAD, found_in, words_of


@pytest.mark.parametrize(
    ("size", "codes"),
    [
        ((700, 620), []),
        ((610, 400), []),
        ((600, 400), [FaultCode.PICTURE_SMALL]),
        ((64, 64), [FaultCode.PICTURE_SMALL]),
        ((540, 2000), []),
        ((3000, 2000), []),
        ((3001, 2000), [FaultCode.PICTURE_HEAVY]),
        ((3000, 700), [FaultCode.PICTURE_NARROW]),
        ((160, 700), [FaultCode.PICTURE_NARROW]),
        ((8, 800), [FaultCode.PICTURE_NARROW]),
    ],
)
def test_pictures_are_judged_by_what_the_room_sees(
    tmp_path: Path, size: tuple[int, int], codes: list[FaultCode]
) -> None:
    """Too small for the room on a card, needlessly large or a mere strip is told, where the path stands."""
    pygame.image.save(Surface(size), str(tmp_path / "bild.png"))
    found = found_in(tmp_path, HEAD + f"- {GOOD}\n  text: a\n  image: bild.png\n")
    assert found == [(code, 5, 10) for code in codes]


def test_a_picture_that_gives_way_is_told(tmp_path: Path) -> None:
    """Beside a long text the room never sees the picture, and whoever made the deck learns it."""
    pygame.image.save(Surface((800, 700)), str(tmp_path / "bild.png"))
    for title, most in (("", GIVES_WAY_UNTITLED), ("title: En titel, ", GIVES_WAY)):
        for characters, codes in ((most, []), (most + 1, [FaultCode.PICTURE_GIVES_WAY])):
            card = f"- {{{title}text: {words_of(characters)}, {GOOD}, image: bild.png}}\n"
            assert [code for code, *_ in found_in(tmp_path, HEAD + card)] == codes


def test_a_file_of_many_bytes_is_told(tmp_path: Path) -> None:
    """A picture of few pixels and many bytes makes the room wait too."""
    picture = tmp_path / "bild.png"
    pygame.image.save(Surface((800, 700)), str(picture))
    with picture.open("ab") as file:
        file.write(b"\0" * 2_200_000)
    found = found_in(tmp_path, HEAD + f"- {{text: a, {GOOD}, image: bild.png}}\n")
    assert [code for code, *_ in found] == [FaultCode.PICTURE_HEAVY]


def test_the_picture_s_place_is_that_of_the_card() -> None:
    """The size that pictures are held against is the most that the card gives them."""
    box, measures = card_place(Stage(1920, 1080), "read")
    content = card_rects(box, measures).content
    assert pytest.approx((content.w * PICTURE_SHARES[0], content.h - 4), abs=0.1) == PLACE_VH


@pytest.mark.parametrize("shape", [(1200, 800), (800, 800), (800, 1000)])
@pytest.mark.parametrize(("title", "most"), [("", GIVES_WAY_UNTITLED), ("En titel", GIVES_WAY)])
def test_a_picture_told_to_give_way_does(shape: tuple[int, int], title: str, most: int) -> None:
    """On a common screen it is not drawn; beside a text that lets it stay it is, on an old one too."""

    def is_shown(characters: int, size: tuple[int, int]) -> bool:
        stage = Stage(*size)
        canvas = Canvas(Surface((1, 1)), stage, THEMES["light"], "sv")
        spot = Spot(*card_place(stage, "read"))
        face = CardFace("Situation", "Tema", title, words_of(characters), "teal", "phone")
        spot = Spot(spot.box, fitted(canvas, spot, face))
        return _beside(canvas, spot, face, Surface(shape)) is not None

    assert not is_shown(most + 1, (1920, 1080))
    assert is_shown(STAYS, (1920, 1080))
    assert is_shown(STAYS, (1024, 768))
