"""Why a game cannot begin as it was asked to."""

from __future__ import annotations


class NotPlayableError(Exception):
    """What was asked for cannot be played; the message says why and what to do, in words for people."""
