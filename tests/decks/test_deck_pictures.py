"""Pictures on cards: inside the deck's folder, of a known type, within bounds."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.decks import FaultCode, Severity, read_deck
from game.decks.pictures import MAX_PICTURE_BYTES, picture_fault


def _picture(path: Path, size: tuple[int, int] = (3, 2)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(pygame.Surface(size), str(path))
    return path


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "bilder/å b.JPEG"])
def test_a_picture_in_the_folder_is_kept(tmp_path: Path, name: str) -> None:
    """A real picture, also in a folder below, stays on its card."""
    _picture(tmp_path / name)
    deck_file = tmp_path / "x.yaml"
    deck_file.write_text(f"title: x\ncards:\n- text: a\n  image: {name}\n", encoding="utf-8")
    result = read_deck(deck_file)
    assert result.faults == ()
    assert result.deck is not None
    assert result.deck.cards[0].image == name


def test_a_missing_picture_is_a_warning_and_the_card_stays(tmp_path: Path) -> None:
    """The card is shown without its picture."""
    deck_file = tmp_path / "x.yaml"
    deck_file.write_text("title: x\ncards:\n- text: a\n  image: b.png\n", encoding="utf-8")
    result = read_deck(deck_file)
    assert result.deck is not None
    assert result.deck.cards[0].image is None
    assert [fault.severity for fault in result.faults] == [Severity.WARNING]


OUTSIDE = (
    *("../out.png", "a/../../out.png", "/etc/out.png", "C:/out.png", "C:\\out.png", "..\\out.png"),
    *("http://x/out.png", "file:///out.png", "a/../in.png", "..", "//server/out.png"),
)


@pytest.mark.parametrize("path", OUTSIDE)
def test_paths_out_of_the_folder_are_refused(tmp_path: Path, path: str) -> None:
    """No way of writing a path leads out of the deck's folder, whether or not something is there."""
    folder = tmp_path / "deck"
    _picture(tmp_path / "out.png")
    _picture(folder / "in.png")
    (folder / "a").mkdir()
    assert picture_fault(folder, path) in {FaultCode.PICTURE_OUTSIDE, FaultCode.PICTURE_TYPE}


def test_symbolic_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """A link to a file or through a folder outside is an escape; a link that stays inside is none."""
    folder = tmp_path / "deck"
    _picture(tmp_path / "out.png")
    _picture(folder / "in.png")
    try:
        (folder / "link.png").symlink_to(tmp_path / "out.png")
        (folder / "up").symlink_to(tmp_path, target_is_directory=True)
        (folder / "loop.png").symlink_to(folder / "loop.png")
        (folder / "same.png").symlink_to(folder / "in.png")
    except OSError:
        pytest.skip("this account may not make symbolic links")
    assert picture_fault(folder, "link.png") is FaultCode.PICTURE_OUTSIDE
    assert picture_fault(folder, "up/out.png") is FaultCode.PICTURE_OUTSIDE
    assert picture_fault(folder, "loop.png") is FaultCode.PICTURE_MISSING
    assert picture_fault(folder, "same.png") is None


def test_a_deck_reached_by_a_link_keeps_its_pictures(tmp_path: Path) -> None:
    """A folder that is itself a link is the deck's folder all the same."""
    _picture(tmp_path / "real" / "a.png")
    try:
        (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    except OSError:
        pytest.skip("this account may not make symbolic links")
    assert picture_fault(tmp_path / "link", "a.png") is None


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.png", b"", FaultCode.PICTURE_BROKEN),
        ("a.png", b"GIF89a" + b"\0" * 50, FaultCode.PICTURE_BROKEN),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10", FaultCode.PICTURE_BROKEN),
        ("a.jpg", b"\xff\xd8" + b"\xff" * 5000, FaultCode.PICTURE_BROKEN),
        ("a.webp", b"RIFF\0\0\0\0WEBPVP8 ", FaultCode.PICTURE_BROKEN),
        ("a.png", b"\0" * (MAX_PICTURE_BYTES + 1), FaultCode.PICTURE_TOO_LARGE),
    ],
)
def test_files_that_are_no_pictures_are_refused(
    tmp_path: Path, name: str, content: bytes, code: FaultCode
) -> None:
    """An ending alone makes no picture, and size is bounded."""
    (tmp_path / name).write_bytes(content)
    assert picture_fault(tmp_path, name) is code


def test_few_bytes_that_unpack_to_many_pixels_are_refused(tmp_path: Path) -> None:
    """Png, jpg and webp files of many million pixels are refused by their head alone."""
    side = 30_000
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + side.to_bytes(4, "big") * 2
    jpg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08" + side.to_bytes(2, "big") * 2 + b"\x03"
    extended = b"RIFF\0\0\0\0WEBPVP8X" + b"\0" * 8 + (side - 1).to_bytes(3, "little") * 2
    lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (16_000 | 16_000 << 14).to_bytes(4, "little") + b"\0" * 8
    lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + (16_000).to_bytes(2, "little") * 2
    heads = {"a.png": png, "b.jpg": jpg, "c.webp": extended, "d.webp": lossless, "e.webp": lossy}
    for name, head in heads.items():
        (tmp_path / name).write_bytes(head)
        assert picture_fault(tmp_path, name) is FaultCode.PICTURE_TOO_LARGE, name


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    """A folder with a picture's name is refused."""
    (tmp_path / "a.png").mkdir()
    assert picture_fault(tmp_path, "a.png") is FaultCode.PICTURE_TYPE
