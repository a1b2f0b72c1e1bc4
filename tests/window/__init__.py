"""Tests with a real window, keyboard and mouse."""
