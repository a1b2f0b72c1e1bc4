"""The data folder as a game needs it: stored sessions in words, the look, files people ask for."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Final

from game.core.plan import Stage
from game.core.state import Keep
from game.i18n import Translator, translator
from game.screens.base import Look, Say, StoredSession
from game.session.faults import WORDS as FAULT_WORDS
from game.session.faults import JournalError
from game.session.host import Host, utc_now
from game.session.sessions import Listed, Sessions, Status
from game.settings import Look as ThemeName
from game.settings import Settings, load_settings, save_settings

SAVED_FILES: Final = "sparat"
"""The folder, in the data folder, of what people ask to have saved."""


class Storage:
    """Sessions, settings and saved files in one data folder."""

    def __init__(
        self, folder: Path, *, rng: random.Random | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        self.folder = folder
        self._sessions = Sessions(folder, rng=rng, now=now)
        self._settings, self.damaged_settings = load_settings(folder)

    # --- sessions

    def new_host(self) -> Host:
        """The host of a session that is about to be opened."""
        return self._sessions.new()

    def resume(self, session: str) -> Host:
        """The host of a stored session. Raises `JournalError`."""
        return self._sessions.resume(session)

    def listed(self) -> tuple[Listed, ...]:
        """Every stored session, the newest first."""
        return self._sessions.list()

    def find(self, prefix: str) -> Listed:
        """The stored session whose id begins so. Raises `NoSuchSession` and `AmbiguousSession`."""
        return self._sessions.find(prefix)

    def stored(self, language: str) -> tuple[StoredSession, ...]:
        """Every stored session, the newest first, in words."""
        old = {listed.id for listed in self._sessions.old(self._settings.retention_months)}
        _ = translator(language)
        return tuple(in_words(listed, listed.id in old, _) for listed in self._sessions.list())

    def delete(self, session: str) -> str:
        """Delete a stored session for good; why it could not be, in Swedish, or nothing."""
        try:
            self._sessions.delete(session)
        except JournalError as error:
            return FAULT_WORDS[error.fault]
        return ""

    # --- settings and files

    @property
    def look(self) -> Look:
        """The look that was chosen last."""
        stored = self._settings
        return Look(stored.language, stored.look.value, stored.text_size / 100, stored.reduced_motion)

    def save_look(self, look: Look) -> bool:
        """Keep a look for the next time; False when the disk refused."""
        self._settings = Settings(
            language=look.language,
            look=ThemeName(look.theme),
            text_size=round(look.text_scale * 100),
            reduced_motion=look.is_motion_reduced,
            retention_months=self._settings.retention_months,
            unknown=self._settings.unknown,
        )
        return save_settings(self.folder, self._settings)

    def save_file(self, name: str, text: str) -> Path | None:
        """Write a file that a person asked for; never over another one. None when the disk refused."""
        folder = self.folder / SAVED_FILES
        wanted = Path(name)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for number in range(1, 1000):
                ending = "" if number == 1 else f"-{number}"
                path = folder / f"{wanted.stem}{ending}{wanted.suffix}"
                try:
                    with path.open("x", encoding="utf-8") as file:
                        file.write(text)
                except FileExistsError:
                    continue
                return path
        except OSError:
            return None
        return None

    def save_in_words(self, name: str, text: str, _: Translator) -> Say:
        """The same, and what to say about it."""
        path = self.save_file(name, text)
        if path is None:
            return Say(_("Filen kunde inte sparas. Är disken full?"), is_fault=True)
        return Say(_("Sparad: {path}", path=path))


_KINDS = {
    Status.UNFINISHED: "unfinished",
    Status.KEPT: "kept",
    Status.DAMAGED: "damaged",
    Status.NEWER: "newer",
    Status.IN_USE: "in_use",
    Status.UNREADABLE: "damaged",
}


def in_words(listed: Listed, is_old: bool, _: Translator) -> StoredSession:
    """A stored session as it is listed on screen and on the command line."""
    return StoredSession(
        id=listed.id,
        title=" + ".join(listed.decks) or listed.id,
        when=datein_words(listed.date, _),
        where=_where(listed, _),
        kind=_KINDS[listed.status],
        is_old=is_old,
    )


def datein_words(day: date, _: Translator) -> str:
    """A date as people say it: 4 december 2026."""
    months = _(
        "januari februari mars april maj juni juli augusti september oktober november december"
    ).split()
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _where(listed: Listed, _: Translator) -> str:
    if listed.fault is not None:
        return _(FAULT_WORDS[listed.fault])
    match listed.stage:
        case Stage.OPENING:
            return _("ni hade inte börjat")
        case Stage.PLAY:
            return _(
                "kort {n} av {m}",
                n=listed.cards_played + 1,
                m=max(listed.cards_planned, listed.cards_played + 1),
            )
        case Stage.CLOSING:
            return _("ni gav löften")
        case Stage.DONE if listed.keep is Keep.FOLLOW_UP:
            return _("sparat för uppföljning")
        case Stage.DONE if listed.keep is Keep.WITHOUT_NAMES:
            return _("sparat utan namn")
        case Stage.DONE:
            return _("spelat till slut")
        case Stage.FOLLOW_UP:
            return _("uppföljningen var i gång")
        case _:
            return ""
