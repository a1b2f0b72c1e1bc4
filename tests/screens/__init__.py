"""Tests of `game.screens`."""
