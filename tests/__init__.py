"""Tests mirror `game/`."""
