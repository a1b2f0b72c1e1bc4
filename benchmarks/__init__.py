"""Measurements of the real program. Figures are for notes and decisions, never asserted in tests."""
