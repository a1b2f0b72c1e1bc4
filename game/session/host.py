"""The host: the only writer of a session. A command goes in; it is accepted, refused or not saved.

What is accepted is on the disk before the timeline shows it. The host supplies what the rules
must not have: ids, times, chance. It belongs to one thread and knows no screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import TypeAlias

from game.core import events as ev
from game.core.commands import Command
from game.core.plan import Stage
from game.core.refusals import Refused
from game.core.state import PromiseId, Seat, SeatId, SessionId, State
from game.core.timeline import Timeline, advance, decide
from game.core.words import Text, TextId
from game.session import files
from game.session.chance import TEXT_ID_DIGITS, Chance
from game.session.codec import Json
from game.session.faults import WORDS, Fault, JournalDamaged, JournalError
from game.session.journal import Entry, Journal
from game.session.summary import summarise


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class Source(StrEnum):
    """Where a command came from. Nobody at a shared keyboard is identified."""

    SCREEN = "screen"
    WINDOW = "window"
    """The facilitator's window."""
    PHONE = "phone"
    PROGRAM = "program"
    """The program itself, tidying on closing."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command happened, and is on the disk."""

    events: tuple[ev.Event, ...]
    version: int
    """The session's version after it."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """The command was allowed but could not be put on the disk, so it did not happen."""

    fault: Fault

    @property
    def words(self) -> str:
        """The reason in Swedish, for a translator."""
        return WORDS[self.fault]


Answer: TypeAlias = Accepted | Refused | NotSaved


class Host:
    """One session, new or resumed. Its file appears with the first accepted command."""

    def __init__(
        self, folder: Path, *, rng: Random | None = None, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._chance = Chance(rng)
        self._now = now
        self._folder = folder
        self._timeline = Timeline()
        self._journal: Journal | None = None
        self._is_closed = False
        self._draft: dict[str, Json] = {}
        self._taken: set[str] = set()
        self._started = now().astimezone().date()
        self._session = SessionId(self._chance.new_id(self._is_session))

    @classmethod
    def resume(cls, path: Path, *, rng: Random | None = None, now: Callable[[], datetime] = utc_now) -> Host:
        """The session that a file holds, as it was.

        Raises JournalInUse, JournalTooNew (the file is untouched), JournalDamaged (the file is
        set aside) or JournalError.
        """
        journal = Journal.open(path)
        try:
            timeline, taken = replay(journal.read()), journal.text_ids()
        except JournalDamaged as error:
            raise JournalDamaged(path, error.detail, journal.set_aside()) from error
        except JournalError:
            journal.let_go()
            raise
        except (ValueError, TypeError, LookupError) as error:
            raise JournalDamaged(path, type(error).__name__, journal.set_aside()) from error
        host = cls(path.parent, rng=rng, now=now)
        assert timeline.state is not None, "a journal has a first command"
        host._session = timeline.state.session
        host._timeline = timeline
        host._journal = journal
        host._draft = journal.draft()
        host._taken = {*taken, *(seat.id for seat in timeline.state.seats)}
        host._taken |= {promise.id for state in timeline.states for promise in state.promises}
        name = files.parse_name(path)
        if name is not None:
            host._started = name[0]
        return host

    # --- what there is

    @property
    def timeline(self) -> Timeline:
        """Every version so far; views are made of it."""
        return self._timeline

    @property
    def state(self) -> State | None:
        """The present state; None before the session is opened."""
        return self._timeline.state

    @property
    def version(self) -> int:
        """How many commands were accepted."""
        return self._timeline.version

    @property
    def session_id(self) -> SessionId:
        """The session's id, which `OpenSession` takes."""
        return self._session

    @property
    def path(self) -> Path | None:
        """The session's file; None before the first accepted command. Never open it yourself."""
        return self._journal.path if self._journal is not None else None

    @property
    def journal(self) -> Journal | None:
        """The journal, to look at; the host alone writes."""
        return self._journal

    # --- what happens

    def submit(self, command: Command, source: Source = Source.SCREEN) -> Answer:
        """Have a command decided, saved and shown, in that order.

        Refused and not saved leave everything as it was; both may be tried again.
        """
        if self._is_closed:
            return NotSaved(Fault.CLOSED)
        events = decide(self._timeline, command)
        if isinstance(events, Refused):
            return events
        return self._record(events, source)

    def _record(self, events: Sequence[ev.Event], source: Source) -> Accepted | NotSaved:
        after = advance(self._timeline, events)
        assert after.state is not None, "events lead to a state"
        at, summary = self._now().astimezone(UTC), summarise(after.state)
        try:
            if self._journal is None:
                path = self._folder / files.file_name(self._started, self._session)
                self._journal = Journal.create(path, events, at=at, source=source.value, summary=summary)
            else:
                self._journal.append(after.version, events, at=at, source=source.value, summary=summary)
        except JournalError as error:
            return NotSaved(error.fault)
        self._timeline = after
        return Accepted(tuple(events), after.version)

    # --- what the rules must not choose themselves

    def new_text(self, body: str) -> Text:
        """Words with an id of their own. What cannot be written as UTF-8 becomes `?`."""
        words = body.encode("utf-8", "replace").decode("utf-8")
        return Text(TextId(self._new_id(TEXT_ID_DIGITS)), words)

    def new_seat(self, name: str, people: int = 1) -> Seat:
        """A seat for a person, or for a table of so many people. Spare spaces in the name go."""
        text = self.new_text(" ".join(name.split()))
        return Seat(SeatId(self._new_id()), text, people)

    def new_promise_id(self) -> PromiseId:
        """An id for a new promise."""
        return PromiseId(self._new_id())

    def new_keys(self, count: int) -> tuple[int, ...]:
        """Random keys: one for each card of the shelf when it is shuffled."""
        return self._chance.keys(count)

    def _new_id(self, digits: int = 8) -> str:
        made = self._chance.new_id(self._taken.__contains__, digits)
        self._taken.add(made)
        return made

    def _is_session(self, session: str) -> bool:
        """Whether the folder has a file with that id, whatever has become of it."""
        return any(self._folder.glob(f"*-{session}{files.SUFFIX}*"))

    # --- the draft: screen state that survives a kill

    @property
    def draft(self) -> Mapping[str, Json]:
        """What was being typed; empty when there is nothing."""
        return self._draft

    def save_draft(self, draft: Mapping[str, Json] | None) -> NotSaved | None:
        """Keep what is being typed; None or an empty mapping clears it."""
        if self._is_closed:
            return NotSaved(Fault.CLOSED)
        kept = dict(draft or {})
        if kept == self._draft:
            return None
        if self._journal is not None:
            try:
                self._journal.save_draft(kept)
            except JournalError as error:
                return NotSaved(error.fault)
        self._draft = kept
        return None

    # --- the end

    def close(self) -> NotSaved | None:
        """Let go of the session: one plain file again. A second call does nothing.

        When the group has chosen what to keep, words that the session no longer reaches go too.
        """
        if self._is_closed:
            return None
        self._is_closed = True
        if self._journal is None:
            return None
        unswept = self._sweep()
        try:
            self._journal.close()
        except JournalError as error:
            return NotSaved(error.fault)
        return unswept

    def _sweep(self) -> NotSaved | None:
        state = self.state
        assert self._journal is not None, "only a session with a file is swept"
        if state is None or state.stage is not Stage.DONE or state.keep is None:
            return None
        self._draft = {}
        try:
            self._journal.save_draft({})
            unreached = self._journal.texts_with_words() - state.text_ids()
        except JournalError as error:
            return NotSaved(error.fault)
        if not unreached:
            return None
        # An event of its own, so that a replay knows that earlier versions lost their words.
        answer = self._record([ev.TextsErased(tuple(sorted(unreached)))], Source.PROGRAM)
        return answer if isinstance(answer, NotSaved) else None

    def delete(self) -> NotSaved | None:
        """Remove the session and its file for good. It cannot be undone; ask first."""
        self._is_closed = True
        if self._journal is None:
            return None
        try:
            self._journal.delete()
        except JournalError as error:
            return NotSaved(error.fault)
        self._timeline = Timeline()
        self._draft = {}
        return None


def replay(entries: Sequence[Entry]) -> Timeline:
    """Fold a journal. Raises ValueError, TypeError or LookupError for events that cannot follow."""
    timeline = Timeline()
    for entry in entries:
        timeline = advance(timeline, entry.events)
    if timeline.state is None:
        raise ValueError("a journal has a first command")
    return timeline
