"""Tests of the drawing blocks."""
