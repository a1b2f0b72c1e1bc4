"""Measures checking a deck of 10,000 cards beside a bare YAML load of the same file.

`python benchmarks/decks.py` makes two decks with the words of the shipped ones: one in order, and one
where every card gives the room something to say. It prints the medians of alternating runs: the load
alone, reading the deck, and checking it with all advice.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from game.core.cards import Card, Kind  # noqa: E402 - the project's folder comes first on the path
from game.decks import check_paths, read_deck  # noqa: E402 - the same
from game.i18n import translator  # noqa: E402 - the same

CARDS: Final = 10_000
RUNS: Final = 5
TEXT_CHARACTERS: Final = 330
"""As long as 10,000 cards with three prompts can be within the 8 MB of a file."""
PROMPTS: Final = 3
THEMES: Final = ("telefon", "dorren", "rummet", "vagen", "tiden", "skrift", "oss", "galler")


def shipped_cards() -> list[Card]:
    """The Swedish cards that come with the program."""
    found: list[Card] = []
    for path in sorted((ROOT / "cards").glob("*.sv.yaml")):
        deck = read_deck(path).deck
        found += [] if deck is None else deck.cards
    return found


def deck_text(cards: Sequence[Card], chance: random.Random, *, is_bad: bool) -> str:
    """A deck of `CARDS` cards as YAML."""
    sentences = [part for card in cards for part in card.text.replace("\n", " ").split(". ")]
    prompts = [prompt for card in cards for prompt in card.prompts]
    titles = [card.title for card in cards]
    lines = ["format: 1", "id: prov", "language: sv", "title: Prov", "themes:"]
    lines += [f"  {theme}: {{name: {theme}}}" for theme in THEMES]
    lines.append("cards:")
    for number in range(CARDS):
        text = ""
        while len(text) < TEXT_CHARACTERS:
            text += chance.choice(sentences).rstrip(".") + ". "
        text = text[:TEXT_CHARACTERS].replace('"', "”")
        asked = chance.sample(prompts, PROMPTS)
        if is_bad:
            text, asked[0] = text + " → ✓", "Är det rätt?"
        lines += [
            f"  - id: kort-{number}",
            f"    kind: {chance.choice((Kind.SITUATION, Kind.FACT)).value}",
            f"    theme: {THEMES[number % len(THEMES)]}",
            f"    intensity: {1 + number % 3}",
            f'    title: "{chance.choice(titles)}"',
            "    text: >-",
            f"      {text[:110]}",
            f"      {text[110:220]}",
            f"      {text[220:]}",
            "    prompts:",
            *(f'      - "{prompt}"' for prompt in asked),
        ]
    return "\n".join(lines) + "\n"


def medians_s(works: Sequence[Callable[[], object]]) -> list[float]:
    """Median seconds of each work; they take turns, so that a slow moment meets them all."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(RUNS):
        for times, work in zip(spent, works, strict=True):
            begun = time.perf_counter()
            work()
            times.append(time.perf_counter() - begun)
    return [statistics.median(times) for times in spent]


def measure(path: Path) -> None:
    """Print the figures of one deck."""
    source = path.read_bytes()
    load, read, check = medians_s(
        (
            lambda: yaml.load(source, Loader=yaml.CSafeLoader),
            lambda: read_deck(path),
            lambda: check_paths([path], translator("sv")),
        )
    )
    outcome = check_paths([path], translator("sv"))
    print(f"{path.stem}: {len(source) / 1e6:.1f} MB, {len(outcome.lines)} lines, exit {outcome.exit_code}")
    print(f"  yaml.load with CSafeLoader {load:.2f} s")
    print(f"  read_deck                  {read:.2f} s, {read / load:.2f} of it")
    print(f"  check with all advice      {check:.2f} s, {check / load:.2f} of it")


def main() -> None:
    """Make the decks, measure them and print."""
    cards = shipped_cards()
    with tempfile.TemporaryDirectory() as folder:
        for name, is_bad in (("in-order", False), ("advice-on-every-card", True)):
            path = Path(folder) / f"{name}.yaml"
            path.write_text(deck_text(cards, random.Random(7), is_bad=is_bad), encoding="utf-8")
            measure(path)


if __name__ == "__main__":
    main()
