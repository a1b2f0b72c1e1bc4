"""The group's own deck: situations typed in during play that the group said may be kept.

One file of the game's own in the local data folder. A card is added at its end, so that whatever
stands there already stays as it is, comments and faults included; the new file is read again and
must hold every earlier card beside the new one before it takes the old one's place. A file that
cannot be added to is left alone, and the next number begins a new one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from game.core.cards import Card, CardId, Deck, DeckId, Kind
from game.decks.on_disk import exists
from game.decks.reader import ReadResult, read_deck
from game.decks.schema import DEFAULT_INTENSITY
from game.decks.texts import UNPRINTABLE, clean_paragraphs
from game.decks.writer import card_yaml, deck_yaml
from game.decks.written_files import write_atomically
from game.i18n import N_, translator

_NAMES: Final = {"sv": "egna-kort", "en": "own-cards"}
"""A deck a language: the group's words are in one language and are never translated."""
_TITLE: Final = N_("Egna kort")
_ABOUT: Final = N_("Situationer ur er egen vardag, som ni själva har skrivit och velat spara.")
_MOST_FILES: Final = 100
# A text field takes what is pasted; a deck refuses what cannot be drawn.
_UNPRINTABLE: Final = re.compile(f"[{UNPRINTABLE}\ufeff]")


class OwnCardFault(StrEnum):
    """Why a card is not in the group's deck, or still is."""

    NOT_WRITTEN = N_(
        "Kortet kunde inte sparas bland era egna kort. Är disken full? Texten finns kvar i spelet."
    )
    NOT_TAKEN_OUT = N_(
        "Kortet gick inte att ta bort ur era egna kort. Ta bort det i filen i mappen med egna lekar."
    )


@dataclass(frozen=True, slots=True)
class OwnCardKept:
    """Where a card was kept."""

    path: Path


def own_card(id_: CardId, situation: str, prompts: Sequence[str]) -> Card:
    """A situation of the group's own as a card; the prompts are those it was talked over with."""
    return Card(
        id=id_,
        kind=Kind.SITUATION,
        theme=None,
        intensity=DEFAULT_INTENSITY,
        title="",
        text=clean_paragraphs(_UNPRINTABLE.sub(" ", situation), folded=False),
        easy="",
        image=None,
        options=(),
        scale=None,
        prompts=tuple(prompts),
        note="",
        minutes=None,
    )


def keep_own_card(folder: Path, card: Card, language: str) -> OwnCardKept | OwnCardFault:
    """Add a card to the group's deck in `folder`, or find it there already. Never raises."""
    for path in _files(folder, language):
        if _has(path, card.id):
            return OwnCardKept(path)
    for path in _files(folder, language, with_next=True):
        try:
            old = path.read_text(encoding="utf-8") if exists(path) else _heading(language)
            before = read_deck(path) if exists(path) else None
            if _swap(path, f"{old.rstrip()}\n{card_yaml(card)}", before, (*_cards(before), card)):
                return OwnCardKept(path)
        except UnicodeDecodeError:
            continue
        except OSError:
            return OwnCardFault.NOT_WRITTEN
    return OwnCardFault.NOT_WRITTEN


def take_out_own_card(folder: Path, id_: CardId, language: str) -> OwnCardFault | None:
    """Take a card out of the group's deck again; one that is not there is no fault."""
    for path in _files(folder, language):
        before = read_deck(path)
        if before.deck is None or id_ not in before.places:
            continue
        rest = tuple(card for card in before.deck.cards if card.id != id_)
        try:
            text = _without(path.read_text(encoding="utf-8"), before, id_)
            if not rest and text.strip() == _heading(language).strip():
                path.unlink()
            elif not rest or not _swap(path, text, before, rest):
                return OwnCardFault.NOT_TAKEN_OUT
        except (OSError, UnicodeDecodeError):
            return OwnCardFault.NOT_TAKEN_OUT
    return None


def own_deck_path(folder: Path, language: str) -> Path:
    """The first file of the group's own deck in a language."""
    return next(iter(_candidates(folder, language)))


def _candidates(folder: Path, language: str) -> list[Path]:
    known = language if language in _NAMES else "sv"
    endings = ("" if number == 1 else f"-{number}" for number in range(1, _MOST_FILES + 1))
    return [folder / f"{_NAMES[known]}{ending}.{known}.yaml" for ending in endings]


def _files(folder: Path, language: str, *, with_next: bool = False) -> list[Path]:
    """The files that there are, in order, and the first free one after them when it is wanted."""
    found: list[Path] = []
    for path in _candidates(folder, language):
        if not exists(path):
            return [*found, path] if with_next else found
        found.append(path)
    return found


def _has(path: Path, id_: CardId) -> bool:
    return id_ in read_deck(path).places


def _cards(result: ReadResult | None) -> tuple[Card, ...]:
    return () if result is None or result.deck is None else result.deck.cards


def _heading(language: str) -> str:
    """The file without a card."""
    known = language if language in _NAMES else "sv"
    _ = translator(known)
    return deck_yaml(Deck(DeckId(_NAMES[known]), known, _(_TITLE), _(_ABOUT), "", "", (), ()))


def _without(text: str, before: ReadResult, id_: CardId) -> str:
    """The file's text without the lines of one card."""
    lines = text.splitlines(keepends=True)
    first = before.places[id_][0]
    later = [place[0] for place in before.places.values() if place[0] > first]
    return "".join(lines[: first - 1] + (lines[min(later) - 1 :] if later else []))


def _swap(path: Path, text: str, before: ReadResult | None, cards: tuple[Card, ...]) -> bool:
    """Put a new text in a file's place if it reads as exactly those cards; False leaves the file as it is.

    Raises OSError.
    """

    def is_good(growing: Path) -> bool:
        after = read_deck(growing)
        lost = 0 if before is None else before.left_out
        return after.deck is not None and after.deck.cards == cards and after.left_out == lost

    path.parent.mkdir(parents=True, exist_ok=True)
    return write_atomically(path, text, over=True, is_good=is_good)
