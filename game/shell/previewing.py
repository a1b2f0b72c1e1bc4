"""A deck's cards as the room will see them, made from its files by the rules that play them.

A card is dealt to a session of one, in memory: what a preview shows is what a group gets, down to the
language that a card falls back to. Nothing is written and no journal is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from game.core import commands as cmd
from game.core.cards import Card, CardKey, Deck
from game.core.plan import Phase, Plan, Preset, has_vote
from game.core.refusals import Refused
from game.core.shelf import Shelf
from game.core.state import Seat, SeatId, SessionId
from game.core.timeline import Timeline, advance, decide
from game.core.viewing import table_view
from game.core.views import TableView, TurnView
from game.core.words import Text, TextId
from game.screens.preview_source import Face

_SEAT: Final = Seat(SeatId("preview"), Text(TextId("preview"), "…"), 1)
_PLAN: Final = Plan(Preset.SHORT, 1)
"""Every face that is shown comes in the shortest preset too."""


class PreviewCards:
    """The cards of a deck's language versions; a card is shown in `language` where it has that.

    Cards that only other versions have come after the others.
    """

    def __init__(self, decks: Sequence[Deck], language: str) -> None:
        self._language = language
        # As a session is opened: the language that is played first is what the others are held against.
        self._decks = tuple(sorted(decks, key=lambda deck: deck.language != language))
        self._shelf = Shelf(self._decks)
        self._by_id = [{str(card.id): card for card in deck.cards} for deck in self._decks]
        self._ids = tuple(_card_id(key) for key in self._shelf.keys)
        self._places = {card_id: index for index, card_id in enumerate(self._ids)}

    def __len__(self) -> int:
        """How many cards there are in one language or another."""
        return len(self._ids)

    def card_id(self, index: int) -> str:
        """The card's id."""
        return self._ids[index]

    def index_of(self, card_id: str) -> int | None:
        """Where a card is; None when it is gone."""
        return self._places.get(card_id)

    def title(self, index: int) -> str:
        """The card's title; empty when it has none."""
        return self._card(index).title

    def note(self, index: int) -> str:
        """The note for the facilitator; empty when there is none."""
        return self._card(index).note

    def faces(self, index: int) -> tuple[Face, ...]:
        """The faces that the card has, in the order of a turn; the front first."""
        card = self._card(index)
        vote = (Face.VOTE,) if has_vote(card) else ()
        return (Face.FRONT, *vote, *((Face.PROMPTS,) if card.prompts else ()))

    def view(self, index: int, face: Face) -> TableView:
        """What the shared screen shows of that face. Raises ValueError for a face that the card lacks."""
        # Only this card is dealt, so that a card of ten thousand takes no longer than one of ten.
        card_id = self._ids[index]
        if face not in self.faces(index):
            raise ValueError(f"card {card_id} has no face {face}")
        decks = tuple(
            replace(deck, cards=(cards[card_id],))
            for deck, cards in zip(self._decks, self._by_id, strict=True)
            if card_id in cards
        )
        session = cmd.OpenSession(SessionId("preview"), decks, (_SEAT,), _PLAN, (0,))
        timeline = _played(_played(Timeline(), session), cmd.AcceptRules(None))
        while True:
            view = table_view(timeline, self._language)
            if view.turn is not None and _is_face(view.turn, face):
                left = len(self) - index - 1
                return replace(view, pile=replace(view.pile, cards_left=left))
            timeline = _played(timeline, cmd.Next(timeline.version))

    def _card(self, index: int) -> Card:
        return self._shelf.edition(self._shelf.keys[index], self._language).card


def _card_id(key: CardKey) -> str:
    return key.split("/", 1)[1]


def _is_face(turn: TurnView, face: Face) -> bool:
    match face:
        case Face.FRONT:
            return turn.phase is Phase.READ
        case Face.VOTE:
            return turn.phase is Phase.VOTE
        case Face.PROMPTS:
            return turn.phase is Phase.TALK and bool(turn.prompts) and not turn.prompts_hidden


def _played(timeline: Timeline, command: cmd.Command) -> Timeline:
    answer = decide(timeline, command)
    if isinstance(answer, Refused):
        raise ValueError(f"{type(command).__name__} was refused: {answer.reason}")
    return advance(timeline, answer)
