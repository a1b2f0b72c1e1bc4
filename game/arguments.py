"""The command line's parser in Swedish. argparse speaks English, so English needs nothing of this.

It knows no command; `game.cli` does. What argparse says is recognised by its words, because it names
its messages in no other way; words that it has changed stay English and are still true.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NoReturn

from game.i18n import LANGUAGES, Translator

_SWEDISH: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", r"det här saknas: \1"),
        (r"unrecognized arguments: (.+)", r"det här finns inte: \1"),
        (r"one of the arguments (.+) is required", r"något av det här saknas: \1"),
        (r"expected (?:at least )?one argument", r"ett värde saknas"),
        (r"expected at most one argument", r"högst ett värde"),
        (r"invalid choice: '?(.*?)'? \(choose from (.+)\)", r"”\1” går inte att välja; välj bland \2"),
        (r"invalid int value: '(.*)'", r"”\1” är inget heltal"),
        (r"not allowed with argument (.+)", r"går inte ihop med \1"),
        (r"ignored explicit argument '(.*)'", r"tar inget värde, och fick ”\1”"),
        (r"ambiguous option: (\S+) could match (.+)", r"\1 kan betyda \2; skriv mer"),
    )
)
_SIZE: Final = re.compile(r"(\d{3,5})[x×](\d{3,5})")
_ARGUMENT: Final = re.compile(r"argument (?P<name>.+?): (?P<said>.+)", re.DOTALL)


class SwedishFormatter(argparse.HelpFormatter):
    """Help with Swedish words for usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """As argparse does it, with another word in front."""
        super().add_usage(usage, actions, groups, "så här: " if prefix is None else prefix)


class SwedishParser(argparse.ArgumentParser):
    """A parser whose headings and complaints are Swedish. Parsers of commands are made of it too."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("formatter_class", SwedishFormatter)
        super().__init__(*args, **{**kwargs, "add_help": False})  # type: ignore[arg-type]  # passed on as they came
        self._positionals.title = "att ange"
        self._optionals.title = "flaggor"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def error(self, message: str) -> NoReturn:
        """Say how it is written and what is wrong, and end with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_swedish(message)}\n")


def in_swedish(message: str) -> str:
    """What argparse said, in Swedish as far as its words are known."""
    found = _ARGUMENT.fullmatch(message)
    if found is not None:
        return f"{found['name']}: {in_swedish(found['said'])}"
    for pattern, words in _SWEDISH:
        match = pattern.fullmatch(message)
        if match is not None:
            return match.expand(words).replace("'", "")
    return message


def add_common(parser: argparse.ArgumentParser, _: Translator) -> None:
    """Add what every command takes."""
    parser.add_argument("--language", choices=LANGUAGES, help=_("språk"))
    parser.add_argument("--data-dir", type=Path, metavar=_("MAPP"), help=_("mapp för sparade spel"))


def size_in(_: Translator) -> Callable[[str], tuple[int, int]]:
    """Reads a size in pixels, and says in words what is wrong with another one."""

    def read(word: str) -> tuple[int, int]:
        match = _SIZE.fullmatch(word)
        if match is None or not (320 <= int(match[1]) <= 8192 and 200 <= int(match[2]) <= 8192):
            raise argparse.ArgumentTypeError(
                _("”{word}” är ingen storlek; skriv till exempel 1920x1080, högst 8192x8192", word=word)
            )
        return int(match[1]), int(match[2])

    return read


def count_in(_: Translator) -> Callable[[str], int]:
    """Reads a number of things, and says in words what is wrong with another one."""

    def read(word: str) -> int:
        if not word.isdecimal() or not 1 <= int(word) <= 1000:
            raise argparse.ArgumentTypeError(_("”{word}” är inget antal; skriv ett tal 1–1000", word=word))
        return int(word)

    return read
