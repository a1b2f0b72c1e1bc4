"""The draw: weights, the ceiling, themes and the pile; swapping; and one more card."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core import commands as cmd
from game.core.cards import Card, CardKey, Kind, ThemeId
from game.core.draw import KEY_LIMIT, deal, eligible, next_card, pile_order
from game.core.plan import Phase, Plan, Preset, Stage, ThemeKey
from game.core.refusals import Refusal
from game.core.shelf import Shelf
from game.core.state import OwnCard, SessionId, State
from game.core.timeline import Timeline
from game.core.viewing import table_view
from tests.builders import (
    Asked,
    card,
    deck,
    keys,
    next_until,
    play,
    refusal,
    seats,
    started,
    state_of,
    text,
    turn_of,
)

PHONE, HALL, FOOD = ThemeKey("service/telefon"), ThemeKey("service/korridor"), ThemeKey("service/mat")


def of(theme: str | None, intensity: int = 1, kind: Kind = Kind.FACT) -> Card:
    """A card of a theme."""
    return card(kind, theme=None if theme is None else ThemeId(theme), intensity=intensity)


def plan(cards: int = 3, **changes: object) -> Plan:
    """A short plan."""
    return Plan(Preset.SHORT, cards, **changes)  # type: ignore[arg-type]  # fields of Plan


def turn_over(timeline: Timeline) -> Timeline:
    """Play the turn to its end."""
    played = state_of(timeline).cards_played
    return next_until(timeline, lambda state: state.cards_played > played)


def drawn(timeline: Timeline, count: int) -> list[str]:
    """The ids of the next cards that are played to their end."""
    found = []
    for _ in range(count):
        timeline = turn_over(timeline)
        found.append(id_of(state_of(timeline).past[-1].card))
    return found


def id_of(key: CardKey | None) -> str:
    """`kort-3` of `service/kort-3`."""
    assert key is not None
    return key.partition("/")[2]


def in_hand(timeline: Timeline) -> str:
    """The id of the card in hand."""
    return id_of(turn_of(timeline).card)


# --- the order of the pile


def test_the_keys_that_the_shell_gives_decide_the_order() -> None:
    """The greatest key comes first; the same keys give the same order."""
    shelf, rng = Shelf((deck([of(None)] * 30),)), Random(7)
    dealt = deal(shelf, [rng.randrange(KEY_LIMIT) for _ in range(30)])
    order = pile_order(shelf, plan(), dealt)
    assert [dealt[key] for key in order] == sorted(dealt.values(), reverse=True)
    assert pile_order(shelf, plan(), dealt) == order


def test_too_few_keys_are_a_mistake_of_the_shell() -> None:
    """Every card needs a key."""
    with pytest.raises(ValueError, match="3 cards need"):
        deal(Shelf((deck([of(None)] * 3),)), keys(2))


def test_a_weight_makes_a_theme_come_more_often_among_the_first() -> None:
    """With weight 3 against 1, about three first cards of four are of the heavier theme."""
    shelf = Shelf((deck([of("telefon"), of("mat")]),))
    heavy, rng = plan(weights=((PHONE, 3),)), Random(11)
    first: Counter[str] = Counter()
    for _ in range(4000):
        dealt = deal(shelf, [rng.randrange(KEY_LIMIT) for _ in range(2)])
        first[pile_order(shelf, heavy, dealt)[0]] += 1
    assert 2850 < first[CardKey("service/kort-0")] < 3150


@given(st.integers(0, 2**32), st.integers(1, 3), st.lists(st.integers(0, 3), min_size=3, max_size=3))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_the_pile_holds_each_card_that_is_let_in_once(seed: int, ceiling: int, weights: list[int]) -> None:
    """Weight 0 and intensity above the ceiling stay out; cards without a theme weigh 1; used are gone."""
    rng = Random(seed)
    cards = [of(rng.choice(["telefon", "korridor", "mat", None]), rng.randrange(1, 4)) for _ in range(12)]
    shelf = Shelf((deck(cards),))
    chosen = plan(max_intensity=ceiling, weights=tuple(zip((PHONE, HALL, FOOD), weights, strict=True)))
    dealt = deal(shelf, [rng.randrange(KEY_LIMIT) for _ in range(12)])
    used = tuple(rng.sample(shelf.keys, 4))
    order = pile_order(shelf, chosen, dealt, used)
    zero = {theme for theme, weight in chosen.weights if weight == 0}
    expected = {
        key
        for key in shelf.keys
        if shelf.card(key).intensity <= ceiling and shelf.theme(key) not in zero and key not in used
    }
    assert len(order) == len(set(order))
    assert set(order) == expected


def test_extreme_keys_are_ordered_too() -> None:
    """The least and the greatest key are numbers like others."""
    shelf = Shelf((deck([of(None)] * 2),))
    assert pile_order(shelf, plan(), deal(shelf, (0, KEY_LIMIT - 1))) == tuple(reversed(shelf.keys))


def test_a_session_without_a_card_to_play_is_refused() -> None:
    """Focus and ceiling must leave something, at the opening and when they change."""
    shelf = (deck([of("telefon", 2), of("mat", 2)]),)
    nothing = plan(max_intensity=1)
    opening = cmd.OpenSession(SessionId("prov"), shelf, seats(2), nothing, keys(2))
    assert refusal(Timeline(), opening).reason is Refusal.NO_CARDS
    timeline = started(shelf[0].cards, plan())
    assert refusal(timeline, cmd.ChangePlan(nothing)).reason is Refusal.NO_CARDS


@pytest.mark.parametrize(
    "bad",
    [
        plan(0),
        plan(max_intensity=0),
        plan(max_intensity=4),
        plan(weights=((PHONE, -1),)),
        plan(weights=((PHONE, 4),)),
        plan(minutes=0),
    ],
)
def test_a_plan_out_of_bounds_is_refused(bad: Plan) -> None:
    """At least one card and one minute, intensity 1–3, weights 0–3."""
    assert refusal(started(), cmd.ChangePlan(bad)).reason is Refusal.BAD_PLAN


# --- themes


def test_no_theme_comes_twice_running_while_another_has_cards_left() -> None:
    """The first card of another theme is preferred, and the rest keep their order."""
    cards = [of("telefon"), of("telefon"), of("telefon"), of("mat"), of("mat")]
    assert drawn(started(cards, plan(5)), 5) == ["kort-0", "kort-3", "kort-1", "kort-4", "kort-2"]


def test_a_theme_comes_again_when_nothing_else_is_left() -> None:
    """The rule gives way to an empty pile."""
    assert drawn(started([of("mat")] * 3, plan()), 3) == ["kort-0", "kort-1", "kort-2"]


def test_cards_without_a_theme_are_never_of_the_same_theme() -> None:
    """They come in order."""
    assert drawn(started([of(None)] * 3, plan()), 3) == ["kort-0", "kort-1", "kort-2"]


def test_passed_turns_do_not_change_the_theme_that_came_last() -> None:
    """A card that was read and passed was not played."""
    timeline = started([of("telefon"), of("telefon"), of("mat")], plan())
    timeline = next_until(timeline, lambda state: state.cards_played == 1)
    timeline = play(timeline, cmd.Next, cmd.PassTurn)
    assert drawn(timeline, 2) == ["kort-2", "kort-1"]


def test_an_empty_pile_has_no_next_card() -> None:
    """Nothing is drawn from nothing."""
    assert next_card(Shelf((deck([of(None)]),)), (), None) is None


# --- no card twice


def test_no_card_comes_twice_before_the_pile_is_empty() -> None:
    """Twelve turns of twelve cards show each of them."""
    names = [None, "telefon", "mat", "korridor"] * 3
    assert len(set(drawn(started([of(name) for name in names], plan(12)), 12))) == 12


def test_changed_weights_reorder_the_rest_and_bring_nothing_back() -> None:
    """What was played stays away; the new focus comes first among the rest."""
    cards = [of("telefon"), of("mat"), of("mat"), of("korridor"), of("korridor")]
    timeline = next_until(started(cards, plan(5)), lambda state: state.cards_played == 1)
    timeline = play(timeline, cmd.ChangePlan(plan(5, weights=((FOOD, 0),))))
    assert state_of(timeline).pile == (CardKey("service/kort-3"), CardKey("service/kort-4"))


def test_a_changed_ceiling_reorders_the_rest() -> None:
    """Cards above it leave the pile, and come back when it is raised."""
    timeline = started([of(None, 1), of(None, 3), of(None, 2)], plan())
    lower = play(timeline, cmd.ChangePlan(plan(max_intensity=1)))
    assert len(state_of(lower).pile) == 1
    assert state_of(play(lower, cmd.ChangePlan(plan()))).pile == state_of(timeline).pile


def test_another_preset_leaves_the_pile_as_it_is() -> None:
    """Only focus and ceiling order it anew, so that a swapped card stays under it."""
    timeline = play(started([of(None)] * 4, plan()), cmd.Next, cmd.SwapCard)
    after = play(timeline, cmd.ChangePlan(Plan(Preset.CALM, 5)))
    assert state_of(after).pile == state_of(timeline).pile


def test_a_swapped_card_stays_under_the_pile_when_it_is_ordered_anew() -> None:
    """A new focus does not bring up what the group put away."""
    timeline = play(started([of(None)] * 4, plan()), cmd.Next, cmd.SwapCard)
    after = play(timeline, cmd.ChangePlan(plan(weights=((FOOD, 2),))))
    assert state_of(after).pile[-1] == CardKey("service/kort-0")


# --- swapping


def test_a_swapped_card_goes_under_the_pile() -> None:
    """Another is read, no reason asked; the first one comes back last."""
    timeline = play(started([of(None)] * 3, plan()), cmd.Next, cmd.SwapCard)
    assert (in_hand(timeline), turn_of(timeline).phase) == ("kort-1", Phase.READ)
    assert drawn(timeline, 3) == ["kort-1", "kort-2", "kort-0"]


def test_swapping_is_refused_when_the_pile_is_empty() -> None:
    """The last card is played or passed; the view says that it cannot be swapped."""
    timeline = next_until(started([of(None)] * 2, plan(2)), lambda state: state.cards_played == 1)
    timeline = play(timeline, cmd.Next)
    assert refusal(timeline, cmd.SwapCard).reason is Refusal.PILE_EMPTY
    assert not table_view(timeline, "sv").pile.can_swap


def test_swapping_belongs_to_read() -> None:
    """Once the group thinks about the card, it is theirs."""
    timeline = started([card()] * 3, Plan(Preset.STANDARD, 2))
    assert refusal(timeline, cmd.SwapCard).reason is Refusal.WRONG_PHASE
    assert refusal(play(timeline, cmd.Next, cmd.Next), cmd.SwapCard).reason is Refusal.WRONG_PHASE


def test_swapping_gives_the_last_card_even_if_its_theme_is_the_same() -> None:
    """With nothing else left, the theme does not stand in the way."""
    timeline = play(started([of("mat")] * 2, plan(2)), cmd.Next, cmd.SwapCard)
    assert in_hand(timeline) == "kort-1"
    assert in_hand(play(timeline, cmd.SwapCard)) == "kort-0"


def test_a_swap_avoids_the_theme_of_the_turn_before_and_of_the_swapped_card() -> None:
    """Otherwise the group would have the same theme two turns running."""
    cards = [of("telefon"), of("mat"), of("telefon"), of("mat"), of("korridor")]
    timeline = next_until(started(cards, plan(5)), lambda state: state.cards_played == 1)
    timeline = play(timeline, cmd.Next)
    assert in_hand(timeline) == "kort-1"
    assert in_hand(play(timeline, cmd.SwapCard)) == "kort-4"


def test_swapped_cards_come_after_all_others() -> None:
    """Three swaps of four cards leave the untouched one first, and then the oldest swap."""
    timeline = play(started([of(None)] * 4, plan(4)), cmd.Next, cmd.SwapCard, cmd.SwapCard)
    assert drawn(timeline, 4) == ["kort-2", "kort-3", "kort-0", "kort-1"]


def test_what_was_left_behind_for_a_swapped_card_goes_with_it() -> None:
    """A tally or a situation never sticks to another card; undo brings both back."""
    cards = [of(None, kind=Kind.OWN), of(None, kind=Kind.STATEMENT), of(None, kind=Kind.DILEMMA)]
    written = play(started(cards, plan()), cmd.Next, cmd.WriteOwnCard(1, text("Sopbilen"), True))
    swapped = play(written, cmd.SwapCard)
    assert turn_of(swapped).own is None
    assert turn_of(play(swapped, cmd.Undo())).own == OwnCard(text("Sopbilen"), keep=True)
    counted = play(swapped, cmd.RecordTally(1, (0, 1, 1, 0)), cmd.SwapCard)
    assert turn_of(counted).tally is None


def lowered(timeline: Timeline) -> Timeline:
    """The same with the ceiling at 1."""
    return play(timeline, cmd.ChangePlan(plan(max_intensity=1)))


@pytest.mark.parametrize("asked", [cmd.SwapCard, cmd.StepBack, cmd.PassTurn])
def test_a_card_above_a_new_ceiling_does_not_come_back(asked: Asked) -> None:
    """Put away by swap, back or pass, it stays out of the pile."""
    timeline = lowered(play(started([of(None, 3), of(None), of(None)], plan()), cmd.Next))
    assert in_hand(timeline) == "kort-0"
    state = state_of(play(timeline, asked))
    assert CardKey("service/kort-0") not in state.pile
    assert eligible(state.shelf, state.plan) == (CardKey("service/kort-1"), CardKey("service/kort-2"))


# --- the planned end, and one more


def one_more(version: int) -> cmd.Command:
    """One more card, with keys that turn the pile around."""
    return cmd.OneMoreCard(version, keys(8)[::-1])


def at_end(state: State) -> bool:
    """On the draw screen after the last planned card."""
    return state.turn is not None and state.turn.phase is Phase.DRAW and state.is_at_end


def test_next_after_the_planned_number_of_cards_is_closing() -> None:
    """On the draw screen; the view says that the end is reached."""
    timeline = next_until(started([of(None)] * 5, plan(2)), at_end)
    assert state_of(timeline).cards_played == 2
    assert table_view(timeline, "sv").pile.is_at_end
    assert state_of(play(timeline, cmd.Next)).stage is Stage.CLOSING


def test_next_with_an_empty_pile_is_closing() -> None:
    """Though more cards were planned."""
    timeline = next_until(started([of(None)] * 2, plan(5)), at_end)
    assert state_of(timeline).cards_played == 2
    assert state_of(play(timeline, cmd.Next)).stage is Stage.CLOSING


def test_one_more_card_is_drawn_past_the_end() -> None:
    """N draws at once, and after that card the end is reached again."""
    timeline = play(next_until(started([of(None)] * 5, plan(2)), at_end), one_more)
    assert (in_hand(timeline), turn_of(timeline).phase) == ("kort-2", Phase.READ)
    timeline = next_until(timeline, at_end)
    assert state_of(timeline).cards_played == 3


def test_one_more_card_shuffles_an_empty_pile_again() -> None:
    """All cards are in it, ordered by the new keys."""
    timeline = play(next_until(started([of(None)] * 3, plan(3)), at_end), one_more)
    assert in_hand(timeline) == "kort-2"
    assert len(state_of(timeline).pile) == 2


def test_one_more_from_an_empty_pile_follows_the_plan_as_it_is_now() -> None:
    """The ceiling holds for the shuffled pile, too."""
    timeline = lowered(next_until(started([of(None, 3), of(None)], plan(2)), at_end))
    timeline = play(timeline, one_more)
    assert (in_hand(timeline), state_of(timeline).pile) == ("kort-1", ())


def test_one_more_card_is_for_the_end_and_the_draw_screen() -> None:
    """Before, there are cards enough; in the turn, there is a card already."""
    timeline = started([of(None)] * 5, plan(2))
    assert refusal(timeline, one_more).reason is Refusal.PLAN_NOT_REACHED
    assert refusal(play(timeline, cmd.Next), one_more).reason is Refusal.WRONG_PHASE


def test_fewer_planned_cards_than_were_played_is_the_end() -> None:
    """The running turn is finished, then Next is closing; one more is one more than were played."""
    timeline = next_until(started([of(None)] * 6, plan(5)), lambda state: state.cards_played == 3)
    timeline = play(timeline, cmd.Next, cmd.ChangePlan(plan(1)))
    timeline = next_until(timeline, at_end)
    assert state_of(timeline).cards_played == 4
    assert state_of(play(timeline, one_more)).plan.cards == 5


def test_more_planned_cards_take_the_end_back() -> None:
    """The group plays on."""
    timeline = next_until(started([of(None)] * 6, plan(1)), at_end)
    timeline = play(timeline, cmd.ChangePlan(plan(2)), cmd.Next)
    assert turn_of(timeline).phase is Phase.READ
