"""Tests of keeping sessions."""
