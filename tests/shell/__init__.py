"""Tests of what lies between the loop and the screens."""
