"""The commands. No logic: each one imports what it needs and hands its options on.

`python main.py` and `bemotande` are the same; without a command's name they mean `play`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from game import __version__
from game.arguments import SwedishParser, add_common, count_in, size_in
from game.cli_decks import add_deck
from game.i18n import LANGUAGES, Translator, translator
from game.options import EXIT_OK, EXIT_USAGE, NoDataFolderError, Options

COMMANDS = ("play", "demo", "deck", "session", "doctor")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit code: 0 well, 1 faults found, 2 cannot be done, 70 a failure of the program."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    arguments = list(sys.argv[1:] if argv is None else argv)
    _make_output_utf8()
    language = _language(arguments)
    _ = translator(language)
    if arguments[:1] == ["--language"] and len(arguments) > 2:
        # People write it first as well, and every command knows it.
        arguments = [*arguments[2:], *arguments[:2]]
    elif len(arguments) > 1 and arguments[0].startswith("--language="):
        arguments = [*arguments[1:], arguments[0]]
    asked = [word for word in arguments if not word.startswith("-")]
    general = {"-h", "--help", "--version"}
    if not (asked and asked[0] in COMMANDS and arguments[0] == asked[0]) and not general & set(arguments[:1]):
        arguments = ["play", *arguments]
    parsed = _parser(_).parse_args(arguments)
    parsed.language = parsed.language or (language if os.environ.get("BEMOTANDE_LANGUAGE") else None)
    try:
        return int(parsed.run(parsed, _))
    except NoDataFolderError as error:
        why = f"{error.filename}: {error.strerror}"
        print(_("Det går inte att skriva i datamappen: {why}", why=why), file=sys.stderr)
        return EXIT_USAGE
    except BrokenPipeError:
        # The reader of our output has seen enough (`bemotande deck schema | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK


def _make_output_utf8() -> None:
    """Swedish on a Windows console that is set to something else must not stop the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _language(arguments: Sequence[str]) -> str:
    """The language of messages: `--language`, then BEMOTANDE_LANGUAGE, then Swedish."""
    for place, word in enumerate(arguments):
        if word == "--language" and place + 1 < len(arguments) and arguments[place + 1] in LANGUAGES:
            return arguments[place + 1]
        if word.startswith("--language=") and word.removeprefix("--language=") in LANGUAGES:
            return word.removeprefix("--language=")
    wished = os.environ.get("BEMOTANDE_LANGUAGE", "")
    return wished if wished in LANGUAGES else LANGUAGES[0]


# --- the parser


def _parser(_: Translator) -> argparse.ArgumentParser:
    make = SwedishParser if _.language == "sv" else argparse.ArgumentParser
    parser = make(
        prog="bemotande",
        description=_("Ett samtalsspel med kort om bemötande, för en grupp runt en gemensam skärm."),
        epilog=_("Utan kommando startar spelet: ”bemotande” är detsamma som ”bemotande play”."),
    )
    parser.add_argument(
        "--version", action="version", version=f"bemotande {__version__}", help=_("visa versionen")
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("KOMMANDO"))
    _add_play(commands.add_parser("play", help=_("spela (det som händer utan kommando)")), _)
    _add_demo(commands.add_parser("demo", help=_("låt spelet spela självt och spara bilder")), _)
    add_deck(commands.add_parser("deck", help=_("gör, kontrollera och flytta lekar")), _)
    _add_session(commands.add_parser("session", help=_("sparade spel: lista, radera, skriv ut stöd")), _)
    doctor = commands.add_parser("doctor", help=_("visa versioner, skärmar, mappar och ledigt utrymme"))
    add_common(doctor, _)
    doctor.set_defaults(run=_doctor)
    return parser


def _add_play(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument("decks", nargs="*", metavar=_("LEK"), help=_("en leks fil, mapp eller id"))
    parser.add_argument("--players", default="", metavar='"Anna,Björn"', help=_("namn, med komma emellan"))
    parser.add_argument("--facilitator", action="store_true", help=_("med handledare"))
    parser.add_argument(
        "--preset", choices=("short", "standard", "calm"), help=_("takt: kort, standard, lugn")
    )
    parser.add_argument("--cards", type=count_in(_), metavar="N", help=_("antal kort"))
    parser.add_argument("--minutes", type=count_in(_), metavar="N", help=_("minuter för hela träffen"))
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), help=_("utseende"))
    parser.add_argument("--reduced-motion", action="store_true", default=None, help=_("utan rörelser"))
    parser.add_argument("--windowed", action="store_true", help=_("i ett fönster"))
    parser.add_argument("--size", type=size_in(_), metavar="1920x1080", help=_("fönstrets storlek"))
    parser.add_argument("--seed", type=int, metavar="N", help=_("samma blandning varje gång"))
    parser.add_argument(
        "--resume", nargs="?", const="", metavar="ID", help=_("fortsätt det senaste spelet, eller det med id")
    )
    add_common(parser, _)
    parser.set_defaults(run=_play)


def _add_demo(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument(
        "--out", type=Path, default=Path("demo-out"), metavar=_("MAPP"), help=_("mapp för bilder")
    )
    parser.add_argument(
        "--size", type=size_in(_), default=(1280, 720), metavar="1280x720", help=_("bildernas storlek")
    )
    parser.add_argument("--deck", default="service", metavar=_("LEK"), help=_("en leks fil eller id"))
    parser.add_argument("--players", default="", metavar='"Anna,Björn"', help=_("namn, med komma emellan"))
    parser.add_argument("--preset", choices=("short", "standard", "calm"), default="calm", help=_("takt"))
    parser.add_argument("--cards", type=count_in(_), default=6, metavar="N", help=_("antal kort"))
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help=_("utseende"))
    parser.add_argument("--facilitator", action="store_true", help=_("med handledare"))
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=_("samma blandning varje gång"))
    parser.add_argument("--language", choices=LANGUAGES, help=_("språk"))
    parser.set_defaults(run=_demo)


def _add_session(parser: argparse.ArgumentParser, _: Translator) -> None:
    commands = parser.add_subparsers(dest="session_command", required=True, metavar=_("KOMMANDO"))
    listing = commands.add_parser("list", help=_("lista sparade spel"))
    add_common(listing, _)
    listing.set_defaults(run=_session_list)
    notes = commands.add_parser("notes", help=_("lekarnas frågor och stöd, att skriva ut"))
    notes.add_argument("decks", nargs="*", metavar=_("LEK"), help=_("en leks fil eller id; annars alla"))
    add_common(notes, _)
    notes.set_defaults(run=_session_notes)
    delete = commands.add_parser("delete", help=_("radera sparade spel för gott"))
    which = delete.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", default="", metavar="ID", help=_("spelets id, eller dess början"))
    which.add_argument("--all", action="store_true", help=_("alla"))
    add_common(delete, _)
    delete.set_defaults(run=_session_delete)


# --- the commands


def _play(parsed: argparse.Namespace, _: Translator) -> int:
    from game.app import play
    from game.core.plan import Preset

    return play(
        Options(
            decks=tuple(parsed.decks),
            players=_names(parsed.players),
            is_facilitated=parsed.facilitator,
            preset=None if parsed.preset is None else Preset(parsed.preset),
            cards=parsed.cards,
            minutes=parsed.minutes,
            theme=parsed.theme,
            is_motion_reduced=parsed.reduced_motion,
            language=parsed.language,
            is_windowed=parsed.windowed,
            size=parsed.size,
            seed=parsed.seed,
            data_dir=parsed.data_dir,
            is_resuming=parsed.resume is not None,
            session=parsed.resume or "",
        )
    )


def _names(words: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in words.split(",") if name.strip())


def _demo(parsed: argparse.Namespace, _: Translator) -> int:
    from game.core.plan import Preset
    from game.demo import DemoOptions, run_demo

    return run_demo(
        DemoOptions(
            out=parsed.out,
            size=parsed.size,
            deck=parsed.deck,
            players=_names(parsed.players),
            preset=Preset(parsed.preset),
            cards=parsed.cards,
            theme=parsed.theme,
            is_facilitated=parsed.facilitator,
            seed=parsed.seed,
            language=parsed.language or LANGUAGES[0],
        )
    )


def _session_list(parsed: argparse.Namespace, _: Translator) -> int:
    from game.commands import list_sessions

    return list_sessions(parsed.data_dir, _)


def _session_notes(parsed: argparse.Namespace, _: Translator) -> int:
    from game.commands import print_notes

    return print_notes(tuple(parsed.decks), parsed.data_dir, _)


def _session_delete(parsed: argparse.Namespace, _: Translator) -> int:
    from game.commands import delete_sessions

    if not parsed.all and not parsed.id:
        return EXIT_USAGE
    return delete_sessions("" if parsed.all else parsed.id, parsed.data_dir, _)


def _doctor(parsed: argparse.Namespace, _: Translator) -> int:
    from game.doctor import doctor

    return doctor(parsed.data_dir, _)
