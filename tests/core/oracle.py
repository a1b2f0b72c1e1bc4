"""A second opinion on laps and piles: it follows the events with rules of its own, written from the
design and not from the program, and says when an event breaks one.

It knows no command and asks no function of the program that decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.core import events as ev
from game.core.cards import CardKey
from game.core.shelf import Shelf
from game.core.state import SeatId


class BrokenRuleError(AssertionError):
    """A rule of the game did not hold; `rule` names it."""

    def __init__(self, rule: str, detail: object = "") -> None:
        super().__init__(f"{rule}: {detail}")
        self.rule = rule


def require(holds: bool, rule: str, detail: object = "") -> None:
    """Raise BrokenRuleError unless the rule holds."""
    if not holds:
        raise BrokenRuleError(rule, detail)


@dataclass(frozen=True)
class Oracle:
    """What a careful person at the table would remember, as a value: one a version."""

    shelf: Shelf | None = None
    order: tuple[SeatId, ...] = ()
    """Seat order of everybody who ever sat down."""
    gone: frozenset[SeatId] = frozenset()
    """Who has left for good."""
    present: frozenset[SeatId] = frozenset()
    lap: tuple[SeatId, ...] = ()
    had_turn: frozenset[SeatId] = frozenset()
    leader: SeatId | None = None
    pile: frozenset[CardKey] = frozenset()
    played: frozenset[CardKey] = frozenset()
    """Cards of ended turns since the pile was last shuffled."""
    in_hand: CardKey | None = None
    last_played: CardKey | None = None
    swapped: CardKey | None = None
    """The card that was just swapped, until another is drawn."""

    def after(self, event: ev.Event) -> Oracle:
        """What is remembered after an event. Raises BrokenRuleError when it breaks a rule."""
        for part in (self._seating, self._lapping, self._drawing):
            found = part(event)
            if found is not None:
                return found
        return self

    # --- who is there

    def _seating(self, event: ev.Event) -> Oracle | None:
        match event:
            case ev.SessionOpened(decks=decks, seats=seats):
                order = tuple(seat.id for seat in seats)
                present = frozenset(seat.id for seat in seats if seat.is_present)
                return replace(self, shelf=Shelf(decks), order=order, present=present)
            case ev.SeatAdded(seat=seat):
                return replace(self, order=(*self.order, seat.id))._arriving(seat.id)
            case ev.SeatMarkedBack(seat=seat_id):
                return replace(self, gone=self.gone - {seat_id})._arriving(seat_id)
            case ev.SeatMarkedAway(seat=seat_id):
                return replace(self, present=self.present - {seat_id})
            case ev.SeatLeft(seat=seat_id):
                return replace(self, gone=self.gone | {seat_id}, present=self.present - {seat_id})
            case ev.SeatsReordered(order=order):
                require(set(order) == set(self.order) - self.gone, "a new order holds the same seats", order)
                return replace(self, order=(*order, *(seat for seat in self.order if seat in self.gone)))
        return None

    def _arriving(self, seat: SeatId) -> Oracle:
        lap = self.lap
        if lap and seat not in self.had_turn and seat != self.leader:
            lap = (*(other for other in lap if other != seat), seat)
        return replace(self, present=self.present | {seat}, lap=lap)

    # --- whose turn it is

    def _lapping(self, event: ev.Event) -> Oracle | None:
        match event:
            case ev.LapStarted(order=order):
                missed = self.present - self.had_turn if self.lap else frozenset()
                require(not missed, "everybody present has a turn before a new lap", missed)
                sitting = tuple(seat for seat in self.order if seat not in self.gone)
                require(order == sitting, "a lap follows the seat order", (order, sitting))
                return replace(self, lap=order, had_turn=frozenset())
            case ev.TurnStarted(seat=seat):
                require(seat not in self.had_turn, "nobody has two turns in a lap", seat)
                waiting = [s for s in self.lap if s in self.present and s not in self.had_turn]
                require(waiting[:1] == [seat], "the next in the lap has the turn", (waiting, seat))
                return replace(self, leader=seat)
            case ev.TurnHandedOver(to=to):
                require(to not in self.had_turn, "nobody has two turns in a lap", to)
                require(to in self.present, "a turn is handed over to somebody present", to)
                places = {self.leader: to, to: self.leader}
                lap = tuple(places.get(seat, seat) or seat for seat in self.lap)
                return replace(self, leader=to, lap=lap)
            case ev.TurnEnded() | ev.TurnPassed():
                return self._turn_over(is_passed=isinstance(event, ev.TurnPassed))
        return None

    def _turn_over(self, *, is_passed: bool) -> Oracle:
        require(self.leader is not None, "only a running turn ends")
        require(is_passed == (self.in_hand is None), "a turn is played with a card or passed", self.in_hand)
        card = self.in_hand
        return replace(
            self,
            leader=None,
            had_turn=self.had_turn | {seat for seat in (self.leader,) if seat is not None},
            played=self.played if card is None else self.played | {card},
            last_played=card or self.last_played,
            in_hand=None,
        )

    # --- what is drawn

    def _drawing(self, event: ev.Event) -> Oracle | None:
        match event:
            case ev.KeysDealt():
                require(not self.pile, "only an empty pile is shuffled again", self.pile)
                return replace(self, played=frozenset())
            case ev.PileOrdered(order=order):
                again = self.played.intersection(order)
                require(not again, "no card twice before the pile is empty", again)
                require(self.in_hand not in order, "the card in hand is not in the pile", self.in_hand)
                return replace(self, pile=frozenset(order))
            case ev.CardDrawn(card=card):
                require(card not in self.played, "no card twice before the pile is empty", card)
                require(card in self.pile, "a card is drawn from the pile", card)
                self._check_theme(card)
                return replace(self, in_hand=card, pile=self.pile - {card}, swapped=None)
            case ev.CardSwapped():
                require(bool(self.pile), "a card is swapped for another", self.in_hand)
                return self._put_back(is_swapped=True)
            case ev.CardReturned():
                return self._put_back(is_swapped=False)
        return None

    def _put_back(self, *, is_swapped: bool) -> Oracle:
        require(self.in_hand is not None, "only a card in hand goes back")
        back = frozenset(card for card in (self.in_hand,) if card is not None)
        swapped = self.in_hand if is_swapped else None
        return replace(self, in_hand=None, pile=self.pile | back, swapped=swapped)

    def _check_theme(self, card: CardKey) -> None:
        """No theme twice running while another has cards left."""
        require(card != self.swapped, "a card is swapped for another", card)
        last = self.swapped or self.last_played
        if self.shelf is None or last is None or self.shelf.theme(last) is None:
            return
        if self.shelf.theme(card) == self.shelf.theme(last):
            others = {one for one in self.pile if self.shelf.theme(one) != self.shelf.theme(last)}
            require(not others, "no theme twice running while another has cards left", others)
