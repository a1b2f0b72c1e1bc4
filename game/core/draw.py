"""The order of the pile, made from weights, the ceiling and recorded random keys.

A weighted order without replacement (Efraimidis and Spirakis, 2006): a card with weight w and
a uniform random number u gets log(u) / w, and the greatest come first. The rule that no theme
comes twice running is applied when a card is drawn, because it depends on what was drawn last.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from math import log

from game.core.cards import CardKey
from game.core.plan import Plan
from game.core.shelf import Shelf

KEY_LIMIT = 2**53
"""Random keys are whole numbers from 0 up to, and not including, this."""


def eligible(shelf: Shelf, plan: Plan) -> tuple[CardKey, ...]:
    """The cards that the plan's focus and ceiling let in, in the decks' order."""
    return tuple(
        key
        for key in shelf.keys
        if shelf.card(key).intensity <= plan.max_intensity and plan.weight(shelf.theme(key)) > 0
    )


def deal(shelf: Shelf, keys: Sequence[int]) -> dict[CardKey, int]:
    """A random key for every card of the shelf. Needs at least as many keys as cards."""
    if len(keys) < len(shelf.keys):
        raise ValueError(f"{len(shelf.keys)} cards need as many random keys, not {len(keys)}")
    return dict(zip(shelf.keys, keys, strict=False))


def pile_order(
    shelf: Shelf,
    plan: Plan,
    keys: Mapping[CardKey, int],
    used: Container[CardKey] = (),
    under: Iterable[CardKey] = (),
) -> tuple[CardKey, ...]:
    """The eligible cards that are not used, in drawing order; those in `under` lie last."""
    cards = [key for key in eligible(shelf, plan) if key not in used]
    below = [key for key in under if key in cards]
    above = [key for key in cards if key not in below]

    def rank(key: CardKey) -> float:
        u = (keys[key] + 1) / (KEY_LIMIT + 1)
        return -log(u) / plan.weight(shelf.theme(key))

    return (*sorted(above, key=rank), *below)


def next_card(
    shelf: Shelf, pile: Sequence[CardKey], last: CardKey | None, under: Container[CardKey] = ()
) -> CardKey | None:
    """The card to draw: the first whose theme is not the last one's, if there is such a card.

    Swapped cards come only when nothing else of another theme is left.
    """
    if not pile:
        return None
    if last is None or last not in shelf:
        return pile[0]
    theme = shelf.theme(last)
    other = [key for key in pile if shelf.theme(key) != theme or theme is None]
    fresh = [key for key in other if key not in under]
    return (fresh or other or list(pile))[0]
