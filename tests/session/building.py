"""Decks, seats and hosts for the tests of sessions: small, fixed, and with every kind of card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from game.core.cards import Card, CardId, Deck, DeckId, Kind, Scale, Theme, ThemeId
from game.core.plan import Plan, Preset
from game.session.host import Accepted, Host
from game.session.setup import build_open

NAMES = ("Åsa Ödla", "Bosse Bävertand", "Cirkelina")
"""Names that occur nowhere else, so that a file can be searched for them."""


def card(number: int, kind: Kind, theme: str | None, language: str) -> Card:
    """A card of that kind; its texts tell which one and in which language."""
    return Card(
        id=CardId(f"kort-{number}"),
        kind=kind,
        theme=None if theme is None else ThemeId(theme),
        intensity=1 + number % 3,
        title=f"Kort {number} {language}",
        text=f"Hur gör vi när telefonen ringer för {number}:e gången? ({language})",
        easy="",
        image=None,
        options=("Svara", "Vänta", "Fråga") if kind is Kind.DILEMMA else (),
        scale=Scale.AGREE if kind is Kind.STATEMENT else None,
        prompts=("Vad hände sedan?", "Vem märker det?") if kind is not Kind.FACT else (),
        note="Låt det vara tyst.",
        minutes=None,
    )


def deck(language: str = "sv", count: int = 12) -> Deck:
    """A deck in one language, with every kind of card in it when `count` is at least 6."""
    kinds = list(Kind)
    themes = ("telefon", "korridor", None)
    return Deck(
        id=DeckId("service"),
        language=language,
        title={"sv": "Service i vardagen", "en": "Everyday service"}[language],
        about="",
        author="",
        licence="CC-BY-4.0",
        themes=(
            Theme(ThemeId("telefon"), "I telefon", "teal", "phone"),
            Theme(ThemeId("korridor"), "I korridoren", "rust", "door"),
        ),
        cards=tuple(card(n, kinds[n % len(kinds)], themes[n % 3], language) for n in range(count)),
    )


def clock(start: datetime = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)) -> Iterator[datetime]:
    """Moments a minute apart."""
    while True:
        yield start
        start += timedelta(minutes=1)


def new_host(folder: Path, seed: int = 1) -> Host:
    """A host under a seed, with a clock of its own, that has no session yet."""
    return Host(folder, rng=Random(seed), now=clock().__next__)


def resume(path: Path, seed: int = 1) -> Host:
    """The session of a file, under the same seed and clock."""
    return Host.resume(path, rng=Random(seed), now=clock().__next__)


def open_session(
    host: Host, names: Sequence[str] = NAMES, *, cards: int = 3, preset: Preset = Preset.STANDARD
) -> Accepted:
    """Open a session in two languages with a seat for each name."""
    decks = (deck("en"), deck("sv"))
    command = build_open(host, decks, "sv", [(name, 1) for name in names], Plan(preset, cards))
    answer = host.submit(command)
    assert isinstance(answer, Accepted), answer
    return answer


def opened(folder: Path, seed: int = 1) -> Host:
    """A host with an opened session."""
    host = new_host(folder, seed)
    open_session(host)
    return host


def file_of(host: Host) -> Path:
    """The path of a session that has one."""
    assert host.path is not None
    return host.path
