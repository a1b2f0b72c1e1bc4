"""Tests draw without a screen and without sound: the drivers are chosen before pygame is imported."""

from __future__ import annotations

import os

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-pictures` makes the reference pictures anew."""
    parser.addoption("--update-pictures", action="store_true", help="make the reference pictures anew")
