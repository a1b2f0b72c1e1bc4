"""Large blocks go back to the system: after a movement the program is as small as before."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

MOVES = """
from game.memory import give_back_large_blocks
import pygame

def held_mb():
    with open("/proc/self/statm", encoding="ascii") as pages:
        return int(pages.read().split()[1]) * 4096 / 1e6

given = give_back_large_blocks()
pygame.Surface((1920, 1080), 0, 32)
before = held_mb()
pictures = [pygame.Surface((1920, 1080), 0, 32) for _ in range(4)]
small = [bytes(3000 + n) for n in range(50)]  # Would lie above what is freed, and hold it.
del pictures
print(given, round(held_mb() - before))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps large blocks")
def test_large_pictures_leave_nothing_behind() -> None:
    """Four pictures of a window, freed under small blocks, do not stay with the program (else 33 MB do)."""
    said = subprocess.run([sys.executable, "-c", MOVES], capture_output=True, text=True, check=True).stdout
    given, left_mb = said.splitlines()[-1].split()
    assert given == "True"
    assert int(left_mb) < 4
