"""Several decks played together, as one choice: what they are called, and what they come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from game.screens.base import TOGETHER, DeckChoice, Scene

BETWEEN = " + "


def chosen_deck(scene: Scene) -> DeckChoice | None:
    """What the preparation has chosen: a deck, or several as one; None when one of them is gone."""
    ids = scene.preparation.deck.split(TOGETHER)
    by_id = {deck.id: deck for deck in scene.decks}
    if any(id_ not in by_id for id_ in ids):
        return None
    return joined([by_id[id_] for id_ in ids])


def joined(decks: Sequence[DeckChoice]) -> DeckChoice:
    """At least one deck as one choice. Themes whose names clash are told apart by their deck's title."""
    first = decks[0]
    if len(decks) == 1:
        return first
    named = Counter(theme[1] for deck in decks for theme in deck.themes)
    return replace(
        first,
        id=TOGETHER.join(deck.id for deck in decks),
        title=BETWEEN.join(deck.title for deck in decks),
        about="",
        cards=sum(deck.cards for deck in decks),
        minutes=sum(deck.minutes for deck in decks),
        languages=tuple(code for code in first.languages if all(code in deck.languages for deck in decks)),
        themes=tuple(
            (key, _told_apart(name, deck) if named[name] > 1 else name, color, icon)
            for deck in decks
            for key, name, color, icon in deck.themes
        ),
        folder="",
        left_out=sum(deck.left_out for deck in decks),
        faults=(),
        held="",
        is_guest=any(deck.is_guest for deck in decks),
    )


def _told_apart(name: str, deck: DeckChoice) -> str:
    return f"{name} ({deck.title})"


def theme_and_deck(scene: Scene, theme: tuple[str, str, str, str]) -> tuple[str, str]:
    """A theme's own name, and its deck's title where `joined` had to add it; else nothing."""
    key, name, *_rest = theme
    for deck in scene.decks:
        for own_key, own_name, *_more in deck.themes:
            if own_key == key and name == _told_apart(own_name, deck):
                return own_name, deck.title
    return name, ""


def twin_among(deck: DeckChoice, others: Sequence[DeckChoice]) -> DeckChoice | None:
    """Another deck that has the same id in its file, and so cannot be played together with this one."""
    return next((other for other in others if other.id != deck.id and other.deck_id == deck.deck_id), None)
