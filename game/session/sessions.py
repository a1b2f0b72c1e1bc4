"""The folder of sessions: what there is to resume, follow up, or delete.

Making a list changes nothing, and asks each file only for its summary. Files without our suffix,
and databases of other programs, are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Final

from game.core.plan import Stage
from game.core.state import Keep
from game.session import files
from game.session.database import glance
from game.session.faults import Fault, JournalDamaged, JournalError, JournalInUse
from game.session.host import Host, utc_now
from game.session.summary import Summary, read_summary

FOLDER: Final = "sessions"
_LEFT_BEHIND_S: Final = 60
"""A file half made for longer than this belongs to a program that was killed."""


class Status(StrEnum):
    """What can be done with a session in the list."""

    UNFINISHED = "unfinished"
    """It can be resumed; the group has not chosen what to keep."""
    KEPT = "kept"
    """It was finished and kept, and can be followed up."""
    DAMAGED = "damaged"
    """It cannot be read, or was set aside before; it can be deleted."""
    NEWER = "newer"
    IN_USE = "in_use"
    UNREADABLE = "unreadable"
    """The system does not let us read it: see `fault`."""


_STATUS_OF: Final = {
    Fault.DAMAGED: Status.DAMAGED,
    Fault.TOO_NEW: Status.NEWER,
    Fault.IN_USE: Status.IN_USE,
}


@dataclass(frozen=True, slots=True)
class Listed:
    """One session in the list. Nothing in it names a person."""

    id: str
    path: Path
    date: date
    """The day on which it began."""
    status: Status
    summary: Summary = Summary()  # noqa: RUF009 - it is frozen
    """Empty when the file cannot say."""
    fault: Fault | None = None
    """Why it cannot be resumed, if so."""

    @property
    def decks(self) -> tuple[str, ...]:
        """The titles of the decks."""
        return self.summary.decks

    @property
    def language(self) -> str:
        """The session's first language."""
        return self.summary.language

    @property
    def stage(self) -> Stage | None:
        """Where the session stands; None when the file cannot say."""
        return self.summary.stage

    @property
    def seats(self) -> int:
        """How many seats take part."""
        return self.summary.seats

    @property
    def cards_played(self) -> int:
        """How many cards were played to their end."""
        return self.summary.cards_played

    @property
    def cards_planned(self) -> int:
        """How many cards the group planned."""
        return self.summary.cards_planned

    @property
    def keep(self) -> Keep | None:
        """What the group chose to keep; None until it has."""
        return self.summary.keep


class NoSuchSession(LookupError):  # noqa: N818 - says what is the case
    """No session has an id that begins so."""


class AmbiguousSession(LookupError):  # noqa: N818 - the same
    """Several sessions have ids that begin so: see `ids`."""

    def __init__(self, prefix: str, ids: tuple[str, ...]) -> None:
        super().__init__(f"{prefix}: {', '.join(ids)}")
        self.ids = ids


class Sessions:
    """The sessions in the data folder."""

    def __init__(
        self, data_folder: Path, *, rng: Random | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        self.folder = data_folder / FOLDER
        self._rng = rng
        self._now = now
        self._clear_half_made()

    def new(self) -> Host:
        """A host for a new session; its file appears with the first command."""
        return Host(self.folder, rng=self._rng, now=self._now)

    def list(self) -> tuple[Listed, ...]:
        """Every session, the newest first."""
        found = sorted(self._each(), key=lambda listed: (listed.date, _changed_s(listed.path)), reverse=True)
        return tuple(found)

    def find(self, prefix: str) -> Listed:
        """The session whose id, or file name, is or begins with `prefix`.

        Raises NoSuchSession or AmbiguousSession.
        """
        listed = self.list()
        exact = [one for one in listed if prefix in (one.id, one.path.name)]
        close = exact or [one for one in listed if one.id.startswith(prefix.strip().lower())]
        if not close:
            raise NoSuchSession(prefix)
        if len(close) > 1:
            raise AmbiguousSession(prefix, tuple(one.id for one in close))
        return close[0]

    def resume(self, prefix: str) -> Host:
        """Go on with a session.

        Raises what `find` raises, JournalInUse, JournalTooNew, JournalDamaged (the file is set
        aside now, or was before) or JournalError.
        """
        listed = self.find(prefix)
        if files.is_set_aside(listed.path):
            raise JournalDamaged(listed.path, "set aside before", listed.path)
        return Host.resume(listed.path, rng=self._rng, now=self._now)

    def delete(self, prefix: str) -> None:
        """Remove a session for good, a damaged one too; ask first. Raises JournalError."""
        self._remove(self.find(prefix))

    def delete_all(self) -> tuple[Listed, ...]:
        """Remove every session for good; ask first. Returns those that could not be removed."""
        stayed = []
        for listed in self.list():
            try:
                self._remove(listed)
            except JournalError:
                stayed.append(listed)
        return tuple(stayed)

    def old(self, months: int) -> tuple[Listed, ...]:
        """Sessions that began more than so many months ago, to be offered for deletion."""
        limit = _months_before(self._now().astimezone().date(), months)
        return tuple(one for one in self.list() if one.date < limit and one.status is not Status.IN_USE)

    # --- inside

    def _remove(self, listed: Listed) -> None:
        if listed.status is Status.IN_USE:
            raise JournalInUse(listed.path)
        files.shred(listed.path)

    def _each(self) -> Iterator[Listed]:
        for path in self.folder.glob(f"*{files.SUFFIX}*"):
            if path.name.endswith(files.SUFFIX) and path.is_file():
                listed = self._look(path)
                if listed.fault is not Fault.NOT_OURS:
                    yield listed
            elif files.is_set_aside(path):
                name = path.name.replace(files.SUFFIX, "", 1)
                yield _listed(path, Status.DAMAGED, Fault.DAMAGED, id_from=name)

    def _look(self, path: Path) -> Listed:
        try:
            summary = read_summary(glance(path))
        except JournalError as error:
            return _listed(path, _STATUS_OF.get(error.fault, Status.UNREADABLE), error.fault)
        except ValueError:
            return _listed(path, Status.DAMAGED, Fault.DAMAGED)
        status = Status.UNFINISHED if summary.keep is None else Status.KEPT
        return _listed(path, status, None, summary)

    def _clear_half_made(self) -> None:
        """Remove what a kill left of a file on its way to its name: its words are nobody's session."""
        now_s = self._now().timestamp()
        for path in self.folder.glob(f".*{files.UNFINISHED_SUFFIX}"):
            if now_s - _changed_s(path) > _LEFT_BEHIND_S:
                with suppress(JournalError):
                    files.shred(path)


def _listed(
    path: Path,
    status: Status,
    fault: Fault | None,
    summary: Summary = Summary(),  # noqa: B008 - it is frozen
    *,
    id_from: str | None = None,
) -> Listed:
    named = files.parse_name(path)
    whole = id_from if id_from is not None else path.name.removesuffix(files.SUFFIX)
    if named is None:
        # Somebody renamed it, or got it by mail.
        return Listed(whole, path, date.fromtimestamp(_changed_s(path)), status, summary, fault)
    return Listed(whole[len("YYYY-MM-DD-") :], path, named[0], status, summary, fault)


def _changed_s(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in range(day.day, 27, -1):
        with suppress(ValueError):
            return date(year, month + 1, last)
    return date(year, month + 1, day.day)
