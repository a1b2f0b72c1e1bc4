"""What every screen gets and gives. A screen draws what it is shown and answers input with
commands for the rules or intents for the shell; it never changes a session itself.

A screen reads no clock: `advance` tells it how much time has passed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final

import pygame

from game.core.commands import Command
from game.core.plan import Preset
from game.core.views import TableView
from game.core.words import Text
from game.i18n import Translator
from game.ui.canvas import Canvas
from game.ui.stage import Box, Stage

# --- what a screen is shown


@dataclass(frozen=True, slots=True)
class ClockView:
    """The phase clock: seconds spent in the phase, and planned for it (None: no time)."""

    elapsed_s: float = 0.0
    planned_s: int | None = None
    is_paused: bool = False

    @property
    def share(self) -> float:
        """How much of the planned time has passed, 0–1; 0 when the phase has no time."""
        return min(1.0, self.elapsed_s / self.planned_s) if self.planned_s else 0.0


@dataclass(frozen=True, slots=True)
class Look:
    """How the shared screen looks; kept in the settings, never undone."""

    language: str = "sv"
    theme: str = "light"
    """`light`, `dark` or `contrast`."""
    text_scale: float = 1.0
    """1.0 normal, up to 1.2: card text and prompts grow where there is room."""
    is_motion_reduced: bool = False


@dataclass(frozen=True, slots=True)
class DeckChoice:
    """A deck as the welcome screen shows it, in the language of the interface."""

    id: str
    """Distinguishes decks with the same `id` in two folders too."""
    title: str
    about: str
    cards: int
    minutes: int
    """About how long the whole deck takes, standard preset."""
    languages: tuple[str, ...]
    themes: tuple[tuple[str, str, str, str], ...]
    """(theme key, name, colour, icon) in the deck's order."""
    folder: str
    """Shown only when another deck has the same id."""
    left_out: int
    """Cards left out because of faults."""
    refused: str
    """Why the deck cannot be played; empty when it can."""
    faults: tuple[str, ...]
    """Every fault in words, ready to be read on screen."""
    back: int
    """Index of the deck's back colour."""
    deck_id: str = ""
    """The `id` in the file: decks that share it cannot be played together."""
    held: str = ""
    """What is wrong with the file now, when the deck is shown as it was before that; else empty."""
    is_guest: bool = False
    """Whether it was dropped on the window, and is listed this once from where it lies."""


TOGETHER: Final = "|"
"""Joins the ids of decks that are played together."""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """A file that cards may be fetched from, as it is listed."""

    path: Path
    where: str
    """The folder, in words."""
    when: str
    """When it was last saved, in words of the interface's language."""


@dataclass(frozen=True, slots=True)
class ImportedDeck:
    """What came out of a sheet, before it is kept."""

    source: str
    """The sheet's file name."""
    title: str
    cards: int
    """0: there is nothing to keep."""
    left_out: int
    themes: tuple[str, ...]
    faults: tuple[str, ...]
    """What was left out or not understood, each with its row or cell, in words."""
    name: str
    """The file name it gets among the user's own decks."""


@dataclass(frozen=True, slots=True)
class StoredSession:
    """An unfinished, kept or unreadable session as the welcome screen shows it."""

    id: str
    title: str
    """Deck titles."""
    when: str
    """Date and time in words of the interface's language."""
    where: str
    """How far it came: "kort 3 av 6", "avslutningen", …"""
    kind: str
    """`unfinished`, `kept` (may be followed up), `in_use`, `damaged`, `newer`."""
    is_old: bool = False
    """Older than the chosen retention; offered for deletion."""


@dataclass(frozen=True, slots=True)
class SeatEntry:
    """A seat as it is being prepared: a person, or a table with a number of people."""

    name: str
    people: int = 1


@dataclass(frozen=True, slots=True)
class Preparation:
    """What has been chosen so far, before a session is opened. Screens replace it as a whole."""

    deck: str = ""
    """Id of the chosen `DeckChoice`; of several that are played together, joined by `TOGETHER`."""
    seats: tuple[SeatEntry, ...] = ()
    preset: Preset | None = None
    """None: the one that set-up proposes."""
    minutes: int = 60
    cards: int | None = None
    """None: as many as the minutes allow."""
    max_intensity: int = 2
    weights: Mapping[str, int] = field(default_factory=dict)
    """Theme key → 0–3 for themes whose weight is not 1."""
    facilitator_mode: bool = False

    @property
    def people(self) -> int:
        """How many people sit down."""
        return sum(seat.people for seat in self.seats)


@dataclass(frozen=True, slots=True)
class SetupSum:
    """What set-up's sum says of a preparation: see `game.session.setup`."""

    preset: Preset
    """The chosen preset, or the proposed one."""
    proposed: Preset
    cards: int
    minutes: int
    everyone_leads: bool
    """Whether there is a card for each seat."""
    rows: tuple[tuple[str, int], ...]
    """(phase or `opening`/`closing`, seconds) that the preset gives this group; `round` a speaker."""


@dataclass(frozen=True)
class Scene:
    """Everything a screen may know when it draws or answers. Made anew when something changes."""

    _: Translator
    look: Look
    view: TableView | None
    clock: ClockView
    preparation: Preparation
    decks: tuple[DeckChoice, ...]
    stored: tuple[StoredSession, ...]
    sum: Callable[[Preparation], SetupSum]
    new_text: Callable[[str], Text]
    """Words with a fresh id, for a command."""
    new_keys: Callable[[], tuple[int, ...]]
    """Fresh random keys for every card of the session."""
    new_id: Callable[[], str]
    picture: Callable[[str, str], pygame.Surface | None]
    """(deck id, relative path) → the picture, loaded once outside the frame; None when missing."""
    draft: Mapping[str, str] = field(default_factory=dict)
    """Words typed and not yet saved, offered when a session is resumed."""
    reading: str = ""
    """What is being read just now, in words; empty when nothing is, or only for a moment."""
    sheets: tuple[SheetChoice, ...] = ()
    """Files that cards may be fetched from, the newest first, once they have been looked for."""

    @property
    def table(self) -> TableView:
        """The view, for screens that exist only in a session."""
        assert self.view is not None, "this screen belongs to an open session"
        return self.view


# --- what a screen gives


@dataclass(frozen=True, slots=True)
class Intent:
    """The base of what a screen asks of the shell."""


@dataclass(frozen=True, slots=True)
class Push(Intent):
    """Put a screen on top of this one."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop(Intent):
    """Take this screen away; the one under it gets the result."""

    result: object = None


@dataclass(frozen=True, slots=True)
class Prepare(Intent):
    """Replace the preparation."""

    preparation: Preparation


@dataclass(frozen=True, slots=True)
class GoTo(Intent):
    """Go to one of the screens before a session: `welcome`, `seats`, `setup`."""

    name: str


@dataclass(frozen=True, slots=True)
class StartSession(Intent):
    """Open a session from the preparation."""


@dataclass(frozen=True, slots=True)
class ResumeSession(Intent):
    """Open a stored session where it stood; a kept one at its follow-up."""

    id: str


@dataclass(frozen=True, slots=True)
class DeleteSession(Intent):
    """Delete a session for good; the screen has asked. Empty id: the open one."""

    id: str = ""


@dataclass(frozen=True, slots=True)
class LeaveSession(Intent):
    """Close the session, which is kept as it stands, and go to the welcome screen."""


@dataclass(frozen=True, slots=True)
class QuitGame(Intent):
    """Close the session, which is kept, and the program; the screen has asked."""


@dataclass(frozen=True, slots=True)
class ChangeLook(Intent):
    """Another language, theme, text size or motion."""

    look: Look


@dataclass(frozen=True, slots=True)
class SaveDraft(Intent):
    """The words in the open fields, saved within a second; an empty mapping clears them."""

    draft: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ToggleClock(Intent):
    """Pause the phase clock, or let it go on."""


@dataclass(frozen=True, slots=True)
class ToggleFullScreen(Intent):
    """Full screen or window."""


@dataclass(frozen=True, slots=True)
class Blank(Intent):
    """Blank the shared screen until the next key or click."""


@dataclass(frozen=True, slots=True)
class Say(Intent):
    """Show a short notice for a few seconds; a fault stays until the next key."""

    words: str
    is_fault: bool = False


@dataclass(frozen=True, slots=True)
class SaveFile(Intent):
    """Save text that a person asked for (the summary, a deck's faults) in the data folder."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ShowAnew(Intent):
    """Something that screens show has changed, such as a deck's file."""


@dataclass(frozen=True, slots=True)
class DeckIntent(Intent):
    """The base of what a screen asks about decks and their files: see `game.screens.deck_intents`."""


Answer = Command | Intent


class Screen:
    """One screen of the stack. The base does nothing and is always settled."""

    step: Enum | None = None
    """Which of several pictures the screen shows, where it has more than one."""
    is_overlay = False
    """Whether the screen under it is drawn first."""
    is_modal = False
    """Whether it takes every key: of those that mean the same everywhere only full screen passes it."""

    def handle(self, event: pygame.Event, scene: Scene, stage: Stage) -> Sequence[Answer]:
        """Answer an event that the screens above did not take."""
        return ()

    def draw(self, canvas: Canvas, scene: Scene) -> None:
        """Draw the screen as it stands. Must not change what a second call would draw."""

    def advance(self, dt_s: float, scene: Scene) -> bool:
        """Let time pass; whether something moved and must be drawn."""
        return False

    def stale(self, scene: Scene, stage: Stage) -> Box | None:
        """The part that shows the time, once it shows it too badly; None while it can stay as it is."""
        return None

    def shown(self, scene: Scene) -> None:
        """The scene changed (a new view, another language, a first showing)."""

    def resumed(self, result: object, scene: Scene) -> Sequence[Answer]:
        """The screen above was popped with this result."""
        return ()

    def settle(self) -> None:
        """Finish every animation at once."""

    @property
    def is_moving(self) -> bool:
        """Whether frames are wanted because something moves."""
        return False

    @property
    def takes_text(self) -> bool:
        """Whether a text field is open, so that printable keys are text."""
        return False
