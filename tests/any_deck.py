"""Any deck that can be read: texts that begin like formulas, with every sign of YAML and CSV."""

from __future__ import annotations

from hypothesis import strategies as st

from game.core.cards import Card, CardId, Deck, DeckId, Kind, Scale, Theme, ThemeId
from game.decks import COLORS, ICONS
from game.decks.texts import clean_line, clean_paragraphs, first_unprintable

_SIGNS = "abåÄö019 -:;,.#{}[]'\"”’!&*%@,?=+|<>\\/_~`\t\n\n$^ \xa0\xad\u2028\u200d\ufeffé\u0301漢🎲"
_WORDS = (
    *("=1+2", "+46", "-x", "@namn", "'=x", "''-x", "\ttabb", "null", "~", "Yes", "no", "012", "1e5", "12:30"),
    *(
        "2026-11-25",
        "text",
        "Titel",
        "Rubrik",
        "tema",
        "Id",
        "format",
        "- a",
        "1. b",
        "• c",
        "# d",
        "<<",
        "---",
    ),
    *("_x0041_", "x005F_", "_x005F_", "#REF!", "a: b", "b #c", "a;b", 'sa "hej"', '"', '""', "sep=;", "SANT"),
    *(
        "stycke\n\nstycke",
        "rad\nrad",
        "lång " * 30 + "\n\n" + "text " * 30,
        "ord" * 40,
        "{namn}",
        "%s",
        "”Hej”",
    ),
)
_RAW = st.one_of(
    st.text(st.sampled_from(_SIGNS), max_size=30),
    st.text(max_size=12),
    st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join),
    st.sampled_from(_WORDS),
)


def lines(high: int, *, filled: bool = True) -> st.SearchStrategy[str]:
    """Any text on one line as a deck holds it."""
    cleaned = _RAW.map(lambda raw: clean_line(clean_line(raw)[:high]))
    return cleaned.filter(lambda text: not first_unprintable(text) and (bool(text) or not filled))


def paragraphs(high: int, *, filled: bool = True) -> st.SearchStrategy[str]:
    """Any text in paragraphs as a deck holds it."""
    cleaned = _RAW.map(lambda raw: clean_paragraphs(clean_paragraphs(raw, False)[:high], False))
    return cleaned.filter(lambda text: not first_unprintable(text) and (bool(text) or not filled))


_IDS = st.one_of(
    st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,4}){0,2}", fullmatch=True),
    st.sampled_from(["null", "no", "012", "1e5", "0x1f", "text", "kort-1", "12-30", "true", "2026-11-25"]),
)


@st.composite
def _cards(draw: st.DrawFn, id_: str, themes: tuple[Theme, ...]) -> Card:
    kind = draw(st.sampled_from(Kind))
    options = draw(st.lists(lines(80), min_size=2, max_size=6)) if kind is Kind.DILEMMA else []
    return Card(
        id=CardId(id_),
        kind=kind,
        theme=draw(st.sampled_from([None, *(theme.id for theme in themes)])),
        intensity=draw(st.integers(1, 3)),
        title=draw(lines(60, filled=False)),
        text=draw(paragraphs(1200)),
        easy=draw(paragraphs(1200, filled=False)),
        image=None,
        options=tuple(options),
        scale=draw(st.sampled_from(Scale)) if kind is Kind.STATEMENT else None,
        prompts=tuple(draw(st.lists(lines(140), max_size=8))),
        note=draw(paragraphs(2000, filled=False)),
        minutes=draw(st.one_of(st.none(), st.integers(1, 120))),
    )


@st.composite
def any_deck(draw: st.DrawFn) -> Deck:
    """Any deck without pictures."""
    theme_ids = draw(st.lists(st.one_of(_IDS, lines(60)), max_size=4, unique=True))
    themes = tuple(
        Theme(ThemeId(id_), draw(lines(60)), draw(st.sampled_from(COLORS)), draw(st.sampled_from(ICONS)))
        for id_ in theme_ids
    )
    ids = draw(st.lists(_IDS, min_size=1, max_size=4, unique=True))
    return Deck(
        DeckId(draw(_IDS)),
        draw(st.sampled_from(["sv", "en", "no", "pt-BR"])),
        draw(lines(60)),
        draw(paragraphs(600, filled=False)),
        draw(lines(200, filled=False)),
        draw(lines(120, filled=False)),
        themes,
        tuple(draw(_cards(id_, themes)) for id_ in ids),
    )
