"""Every text stays in its place: all phases, sizes, themes, both languages, shortest and longest texts."""

from __future__ import annotations

import pytest

from game.core import commands as cmd
from game.core.cards import Card, Kind
from game.core.plan import Phase, Plan, Preset
from game.core.state import Mark
from game.ui.stage import SIZES
from game.ui.theme import THEMES
from tests.builders import NAMES, Room, card, deck, seats, words
from tests.screens.table_pilot import Table, outside

LONG_NAMES = tuple(f"{name} Wilhelmsdotter-Möller"[:24].ljust(24, "w") for name in NAMES)
PHASES_BY_KIND = {
    Kind.SITUATION: (
        Phase.DRAW,
        Phase.READ,
        Phase.THINK,
        Phase.PAIRS,
        Phase.ROUND,
        Phase.TALK,
        Phase.TAKEAWAY,
    ),
    Kind.STATEMENT: (Phase.VOTE,),
    Kind.DILEMMA: (Phase.VOTE,),
    Kind.OWN: (Phase.WRITE, Phase.THINK),
    Kind.FACT: (Phase.READ, Phase.TALK),
}


def longest(kind: Kind, text: int = 420) -> Card:
    """A card at every bound of the format."""
    changes: dict[str, object] = {"options": tuple(words(80, "hämtar filten och ") for _ in range(6))}
    return card(
        kind,
        title=words(60, "Undersökningsrummets vagn "),
        text=words(text, "när någon går över undersökningsrummets golv "),
        easy=words(text, "någon går på golvet "),
        prompts=tuple(words(140, "vad vet läkaren om ditt arbete ") for _ in range(8)),
        **(changes if kind is Kind.DILEMMA else {}),
    )


def shortest(kind: Kind) -> Card:
    """A card with as little as the format allows."""
    changes: dict[str, object] = {"options": ("Ja", "Nej")} if kind is Kind.DILEMMA else {}
    return card(kind, title="", text="Hur?", easy="", theme=None, prompts=("Nå?",), **changes)


def tables(one: Card, kind: Kind, *, is_long: bool) -> Table:
    """A table with that card, all names long or one seat alone."""
    at_table = seats(8, names=LONG_NAMES) if is_long else seats(1)
    return Table([one], at_table=at_table)


def fill(table: Table, phase: Phase, *, is_long: bool) -> None:
    """As full as the phase gets."""
    room = table.room
    number = room.scene().table.turn
    assert number is not None
    if phase is Phase.VOTE:
        choices = number.vote.choices if number.vote is not None else 0
        people = number.vote.people if number.vote is not None else 0
        room.must(cmd.RecordTally(1, (people, *(0,) * (choices - 1))))
    if phase is Phase.TALK:
        for prompt in range(number.prompts_hidden or 0):
            room.must(cmd.RevealPrompt(room.timeline.version, prompt))
    if phase is Phase.TAKEAWAY and is_long:
        text = room.new_text(words(160, "vi säger till innan vi går in "))
        room.must(cmd.RecordTakeaway(1, text, Mark.IMPROVE, True))
    if phase is Phase.WRITE and is_long:
        text = room.new_text(words(400, "vi är tre yrkesgrupper i samma hiss "))
        room.must(cmd.WriteOwnCard(1, text, True))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("is_long", [True, False], ids=["longest", "shortest"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_leaves_its_frame(size: tuple[int, int], is_long: bool, language: str) -> None:
    """In every phase every line stays within the frame it was set for."""
    for kind, phases in PHASES_BY_KIND.items():
        for phase in phases:
            table = tables(longest(kind) if is_long else shortest(kind), kind, is_long=is_long)
            if not is_long and phase is Phase.PAIRS:
                continue
            table.to(phase)
            fill(table, phase, is_long=is_long)
            table.room.look = type(table.room.look)(language=language)
            table.screen.shown(table.scene)
            table.screen.settle()
            for theme in THEMES:
                assert outside(table.draw(size, theme)) == [], (kind, phase, theme)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_card_of_420_characters_is_read_on_one_page(size: tuple[int, int]) -> None:
    """Text up to the format's promise is not paged in read, and at least 4.5 vh high, at 4:3 too."""
    prose = (
        "Du har just skurat golvet utanför undersökningsrummet och ställt ut skylten. En läkare kommer "
        "småspringande, ser skylten, ser dig och kliver ändå rakt över det blöta. Förlåt, det är akut, "
        "ropar hon utan att stanna. Kvar står två anhöriga som är sena till ett möte och undrar om de "
        "också får gå. Vad säger du till dem? Och vad säger du till läkaren nästa gång ni möts i "
        "korridoren eller i hissen på väg upp mot matsalen?"
    )
    table = Table([card(text=prose.ljust(420, "."), title="När skylten står där och ingen ser den")])
    table.to(Phase.READ)
    assert "1/2" not in table.draw(size).texts()


@pytest.mark.parametrize("text", [421, 800, 1200])
def test_longer_texts_are_paged_and_next_turns_the_page(text: int) -> None:
    """Next shows every page before it goes on; Back turns the page back."""
    table = Table([longest(Kind.SITUATION, text)], at_table=seats(2)).to(Phase.READ)
    seen = []
    while table.phase is Phase.READ:
        seen.append(table.written())
        table.space()
        assert len(seen) < 10
    assert len(set(seen)) == len(seen)


def test_growing_text_never_leaves_its_place() -> None:
    """The largest text size of the settings changes sizes and no frame."""
    for phase in (Phase.READ, Phase.THINK, Phase.TALK):
        table = Table([longest(Kind.SITUATION)], at_table=seats(3)).to(phase)
        fill(table, phase, is_long=True)
        table.room.look = type(table.room.look)(text_scale=1.2)
        table.screen.shown(table.scene)
        table.screen.settle()
        for size in SIZES[:4]:
            assert outside(table.draw(size)) == []


@pytest.mark.parametrize("phase", [Phase.READ, Phase.THINK, Phase.ROUND, Phase.TALK])
@pytest.mark.parametrize("length", [60, 200, 380])
def test_larger_text_is_seen_on_the_card(phase: Phase, length: int) -> None:
    """The settings' largest text is larger on the card, whatever stands on it."""
    one = card(text=words(length, "när någon går över golvet "), prompts=())
    table = Table([one], at_table=seats(3)).to(phase)
    highest = []
    for scale in (1.0, 1.2):
        table.room.look = type(table.room.look)(text_scale=scale)
        table.screen.shown(table.scene)
        entries = [entry for entry in table.draw((1920, 1080)).entries if "någon" in entry.text]
        highest.append(max(entry.ink.h for entry in entries))
    assert highest[1] > highest[0] * 1.03


def test_a_card_shown_in_its_only_language_says_so() -> None:
    """A deck that is English alone is shown whole in English, labelled, at a Swedish table."""
    room = Room([deck([card()], language="en", title="Everyday")], seats(2), Plan(Preset.STANDARD, 1))
    room.next(2)
    table = Table()
    table.room = room
    table.screen.shown(table.scene)
    table.screen.settle()
    assert "på engelska" in table.written()
