"""Real decks, sessions and scenes for tests: nothing here stands in for a part of the program."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pygame import Surface

from game.core import commands as cmd
from game.core.cards import Card, CardId, Deck, DeckId, Kind, Scale, Theme, ThemeId
from game.core.plan import Plan, Preset
from game.core.refusals import Refused
from game.core.state import Seat, SeatId, SessionId, State, Turn
from game.core.timeline import Timeline, advance, decide
from game.core.viewing import table_view
from game.core.words import Text, TextId
from game.i18n import translator
from game.screens.base import Answer, ClockView, Look, Preparation, SaveDraft, Scene, SetupSum

NAMES = ("Åsa", "Björn", "Fatima", "Östen", "Ann-Christin", "Märta", "Abdirahman", "Håkan")

SITUATION = (
    "Du har just skurat golvet utanför undersökningsrummet och ställt ut skylten. En läkare kommer "
    "småspringande, ser skylten, ser dig och kliver ändå rakt över det blöta. ”Förlåt, det är akut!” "
    "ropar hon utan att stanna. Kvar står två anhöriga som är sena till ett anhörigmöte och undrar om "
    "de också får gå. Vad säger du till dem? Och vad säger du till läkaren nästa gång ni möts i korridoren?"
)
PROMPTS = (
    "Hur låter det när vi säger till så att det går fram?",
    "Vad vet läkaren om ditt arbete, och du om hennes?",
    "Vem tar skadan om ingen säger något?",
    "När var det senast du som gick över någon annans golv?",
    "Vad skulle göra det lättare: en skylt, en regel eller ett ord?",
)
OPTIONS = (
    "Säger nej och förklarar varför jag inte får",
    "Ber henne vänta och letar upp sköterskan",
    "Hämtar filten och berättar det efteråt",
    "Ringer avdelningssamordnaren först",
    "Frågar en kollega som har arbetat här länge",
    "Går därifrån",
)


def words(length: int, word: str = "avdelningssamordnarens ") -> str:
    """Exactly that many characters of real, long words."""
    return (word * (length // len(word) + 1))[: length - 1].rstrip().ljust(length - 1, "n") + "?"


def card(kind: Kind = Kind.SITUATION, **changes: object) -> Card:
    """A card of a kind, with what that kind needs; any field may be given another value."""
    base = Card(
        id=CardId(f"kort-{kind}"),
        kind=kind,
        theme=ThemeId("korridoren"),
        intensity=1,
        title="Rakt över det blöta",
        text=SITUATION,
        easy="En läkare går över golvet som du just har skurat. Vad säger du?",
        image=None,
        options=OPTIONS[:4] if kind is Kind.DILEMMA else (),
        scale=Scale.AGREE if kind is Kind.STATEMENT else None,
        prompts=PROMPTS[:3],
        note="Bara för handledaren.",
        minutes=None,
    )
    return replace(base, **changes)  # type: ignore[arg-type] # The names are checked by replace itself.


def deck(cards: Sequence[Card], *, language: str = "sv", title: str = "Service i vardagen") -> Deck:
    """A deck with one theme, its cards with ids of their own."""
    numbered = tuple(replace(one, id=CardId(f"kort-{i}")) for i, one in enumerate(cards))
    theme = Theme(ThemeId("korridoren"), "I korridoren", "blue", "bed")
    return Deck(DeckId("service"), language, title, "", "", "CC-BY-4.0", (theme,), numbered)


def seats(count: int = 8, *, people: int = 1, names: Sequence[str] = NAMES) -> tuple[Seat, ...]:
    """Seats in order."""
    return tuple(
        Seat(SeatId(f"s{i}"), Text(TextId(f"namn{i}"), names[i % len(names)]), people) for i in range(count)
    )


def text(body: str) -> Text:
    """Words whose id is made from them."""
    return Text(TextId(f"text-{body}"), body)


def keys(count: int) -> tuple[int, ...]:
    """Keys that keep so many cards in the decks' order."""
    return tuple(2**53 - 1 - 2**40 * i for i in range(count))


# --- sessions without a disk

Asked = cmd.Command | Callable[[int], cmd.Command]
"""A command, or what makes one for a version: `cmd.Next`, `lambda at: cmd.HandOver(at, seat)`."""

NEXT_BOUND = 400
"""So many Nexts are enough to go anywhere in a session that a test opens."""

VERSION_BOUND = 2000
"""No test's session is that long; one that is would go on for ever."""


def opened(
    cards: Sequence[Card] | None = None,
    plan: Plan | None = None,
    *,
    count: int = 3,
    people: int = 1,
    decks: Sequence[Deck] = (),
) -> Timeline:
    """A session at its opening: six situations, three seats and three cards to play unless told."""
    shelf = tuple(decks) or (deck([card()] * 6 if cards is None else cards),)
    chosen = plan or Plan(Preset.STANDARD, 3)
    dealt = keys(sum(len(one.cards) for one in shelf))
    opening = cmd.OpenSession(SessionId("prov"), shelf, seats(count, people=people), chosen, dealt)
    return play(Timeline(), opening)


def started(
    cards: Sequence[Card] | None = None, plan: Plan | None = None, *, count: int = 3, people: int = 1
) -> Timeline:
    """A session whose talk rules are accepted: the first seat's turn, before the draw."""
    return play(opened(cards, plan, count=count, people=people), cmd.AcceptRules(False))


def ask(timeline: Timeline, asked: Asked) -> Timeline | Refused:
    """The timeline after a command, or why it is refused."""
    assert timeline.version < VERSION_BOUND, "the session does not end"
    command = asked if isinstance(asked, cmd.Command) else asked(timeline.version)
    answer = decide(timeline, command)
    return answer if isinstance(answer, Refused) else advance(timeline, answer)


def play(timeline: Timeline, *asked: Asked) -> Timeline:
    """The timeline after commands that have to be accepted."""
    for one in asked:
        answer = ask(timeline, one)
        assert isinstance(answer, Timeline), (one, answer)
        timeline = answer
    return timeline


def refusal(timeline: Timeline, asked: Asked) -> Refused:
    """The refusal of a command that must not be accepted."""
    answer = ask(timeline, asked)
    assert isinstance(answer, Refused), (asked, "was accepted")
    return answer


def next_until(timeline: Timeline, is_there: Callable[[State], bool]) -> Timeline:
    """Press Next until the state is as wanted; AssertionError when it never is."""
    for _ in range(NEXT_BOUND):
        if is_there(state_of(timeline)):
            return timeline
        timeline = play(timeline, cmd.Next)
    raise AssertionError("Next never led there")


def state_of(timeline: Timeline) -> State:
    """The state of an opened session."""
    assert timeline.state is not None, "no session is open"
    return timeline.state


def turn_of(timeline: Timeline) -> Turn:
    """The running turn."""
    turn = state_of(timeline).turn
    assert turn is not None, "no turn runs"
    return turn


@dataclass
class Room:
    """A session that commands are given to, as the host does, without a disk."""

    decks: Sequence[Deck]
    seats: tuple[Seat, ...] = field(default_factory=seats)
    plan: Plan = field(default_factory=lambda: Plan(Preset.CALM, 3))
    look: Look = field(default_factory=Look)
    pictures: dict[str, Surface] = field(default_factory=dict)
    clock: ClockView = field(default_factory=ClockView)
    draft: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.timeline = Timeline()
        self._ids = itertools.count(1)
        self.give(cmd.OpenSession(SessionId("prov"), tuple(self.decks), self.seats, self.plan, self.keys()))

    def keys(self) -> tuple[int, ...]:
        """Keys that keep the cards in the deck's order."""
        return keys(max(1, len(self.decks[0].cards) * len(self.decks)))

    def give(self, command: cmd.Command) -> Refused | None:
        """Let the rules answer; None when the command was accepted."""
        answer = decide(self.timeline, command)
        if isinstance(answer, Refused):
            return answer
        self.timeline = advance(self.timeline, answer)
        return None

    def must(self, *commands: cmd.Command) -> None:
        """Commands that have to be accepted."""
        for command in commands:
            refused = self.give(command)
            assert refused is None, (command, refused)

    def next(self, times: int = 1) -> None:
        """Press Next so many times."""
        for _ in range(times):
            self.must(cmd.Next(self.timeline.version))

    def take(self, answers: Sequence[Answer]) -> Refused | None:
        """Take a screen's answers in their order, as the program does; the first refusal ends it."""
        for answer in answers:
            if isinstance(answer, SaveDraft):
                self.draft = dict(answer.draft)
            if isinstance(answer, cmd.Command):
                refused = self.give(answer)
                if refused is not None:
                    return refused
        return None

    def new_text(self, body: str) -> Text:
        """Words with a fresh id."""
        return Text(TextId(f"text{next(self._ids)}"), body)

    def scene(self, language: str | None = None) -> Scene:
        """What a screen is shown now."""
        shown = language or self.look.language
        view = table_view(self.timeline, shown) if self.timeline.state is not None else None
        planned = view.turn.planned_s if view is not None and view.turn is not None else None
        return Scene(
            _=translator(shown),
            look=replace(self.look, language=shown),
            view=view,
            clock=replace(self.clock, planned_s=planned),
            preparation=Preparation(),
            decks=(),
            stored=(),
            sum=lambda _: SetupSum(Preset.STANDARD, Preset.STANDARD, 3, 60, True, ()),
            new_text=self.new_text,
            new_keys=self.keys,
            new_id=lambda: f"id{next(self._ids)}",
            picture=lambda _, path: self.pictures.get(path),
            draft=self.draft,
        )
