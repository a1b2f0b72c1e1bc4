"""Pictures of cards: loaded from the deck's folder, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.shell.pictures import loaded_picture


def test_only_a_sound_picture_in_the_decks_folder_is_loaded(tmp_path: Path) -> None:
    """What is missing, damaged or outside the folder, whatever a journal says, is no picture."""
    folder = tmp_path / "lekar"
    folder.mkdir()
    for place in (folder, tmp_path):
        pygame.image.save(pygame.Surface((40, 30)), str(place / "dorr.png"))
    (folder / "trasig.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    loaded = loaded_picture(folder, "dorr.png")
    assert loaded is not None
    assert loaded.get_size() == (40, 30)
    others = ("borta.png", "trasig.png", "../dorr.png", str(folder / "dorr.png"))
    assert [loaded_picture(folder, path) for path in others] == [None] * 4
