"""The names and words that the demo types. Invented, like everything on the cards."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DemoWords:
    """What a group of people might call themselves, write and promise, in one language."""

    players: tuple[str, ...]
    own_card: str
    takeaways: tuple[str, ...]
    promises: tuple[tuple[str, str, str], ...]
    """(when, I will, at the latest)"""


_SV = DemoWords(
    players=("Åsa", "Björn", "Fatima", "Östen", "Ann-Christin"),
    own_card=(
        "Jag stod med vagnen i hissen när två från plan fyra klev in och pratade om nya schemat. "
        "Ingen hälsade. När jag gick av sa den ena: ”Tack för skjutsen.” Jag vet fortfarande inte "
        "om det var snällt menat."
    ),
    takeaways=(
        "Vi säger till innan vi går in, även när dörren står öppen.",
        "Den som stänger ett ärende ringer först och frågar om det blev bra.",
        "Vi hälsar på den som är ny, första dagen.",
        "Är tavlan full skriver vi upp numret i stället för att gissa.",
    ),
    promises=(
        ("jag åker hiss med en patient i säng", "hälsa och säga vart vi ska", "på fredag"),
        ("någon ringer för tredje gången", "skriva upp numret och ringa själv", "nästa vecka"),
    ),
)

_EN = DemoWords(
    players=("Asha", "Bill", "Fatima", "Owen", "Ann-Marie"),
    own_card=(
        "I was in the lift with my trolley when two people from the fourth floor got in, talking about "
        "the new rota. Nobody said hello. As I got out, one of them said, “Thanks for the ride.” "
        "I still don’t know if it was meant kindly."
    ),
    takeaways=(
        "We say something before we walk in, even when the door is open.",
        "Whoever closes a ticket rings first and asks if it worked.",
        "We say hello to the new one on the first day.",
        "When the board is full we write down the number instead of guessing.",
    ),
    promises=(
        ("I share a lift with a patient in bed", "say hello and where we are going", "Friday"),
        ("somebody rings for the third time", "write down the number and ring back myself", "next week"),
    ),
)


def demo_words(language: str) -> DemoWords:
    """The words for `en`, or else the Swedish ones."""
    return _EN if language == "en" else _SV
