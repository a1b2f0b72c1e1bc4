"""Words in open fields, on their way to disk: saved a second after the last key, and before any step."""

from __future__ import annotations

from collections.abc import Mapping

from game.session.host import Host, NotSaved

DELAY_S = 1.0
"""A draft is on disk at most this long after the last key."""


class HeldDraft:
    """The newest draft while it is not yet saved."""

    def __init__(self) -> None:
        self._words: Mapping[str, str] | None = None
        self._age_s = 0.0

    @property
    def words(self) -> Mapping[str, str] | None:
        """The words that wait to be saved; None when there are none."""
        return self._words

    def hold(self, draft: Mapping[str, str]) -> None:
        """Take a newer draft; an empty one clears what is on disk."""
        self._words = dict(draft)
        self._age_s = 0.0

    def forget(self) -> None:
        """Let the words go: their session is another one."""
        self._words = None

    def is_due(self, dt_s: float) -> bool:
        """Let time pass; whether the draft is to be saved now."""
        if self._words is None:
            return False
        self._age_s += dt_s
        return self._age_s >= DELAY_S

    def save(self, host: Host | None) -> NotSaved | None:
        """Save it; what the disk refused is held on to and tried again a second later."""
        if self._words is None or host is None:
            self._words = None
            return None
        fault = host.save_draft(self._words or None)
        if fault is None:
            self._words = None
        self._age_s = 0.0
        return fault
