"""The commands on decks. No logic: each one imports what it needs and hands its options on."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.arguments import add_common, size_in
from game.i18n import LANGUAGES, Translator
from game.options import EXIT_OK


def add_deck(parser: argparse.ArgumentParser, _: Translator) -> None:
    """Add everything that `deck` can do."""
    commands = parser.add_subparsers(dest="deck_command", required=True, metavar=_("KOMMANDO"))
    _add_check(commands.add_parser("check", help=_("hitta alla fel i lekar")), _)
    _add_new(commands.add_parser("new", help=_("börja på en egen lek")), _)
    _add_preview(commands.add_parser("preview", help=_("titta igenom en leks kort")), _)
    _add_import(commands.add_parser("import", help=_("hämta kort från Excel, CSV eller text")), _)
    _add_export(commands.add_parser("export", help=_("spara en lek som Excel eller CSV")), _)
    schema = commands.add_parser("schema", help=_("skriv ut lekarnas JSON Schema"))
    add_common(schema, _)
    schema.set_defaults(run=_schema)


def _add_check(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument("paths", nargs="+", type=Path, metavar=_("SÖKVÄG"), help=_("filer och mappar"))
    parser.add_argument("--json", action="store_true", help=_("skriv ut det som JSON, för andra program"))
    add_common(parser, _)
    parser.set_defaults(run=_check)


def _add_new(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument("title", metavar=_("NAMN"), help=_("vad leken ska heta"))
    parser.add_argument("-o", "--out", type=Path, metavar=_("FIL"), help=_("filen eller mappen att skriva i"))
    add_common(parser, _)
    parser.set_defaults(run=_new)


def _add_preview(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument("deck", metavar=_("LEK"), help=_("en leks fil eller id"))
    parser.add_argument("--out", type=Path, metavar=_("MAPP"), help=_("spara bilder i en mapp i stället"))
    parser.add_argument("--size", type=size_in(_), metavar="1920x1080", help=_("rummets storlek"))
    parser.add_argument("--theme", choices=("light", "dark", "contrast"), help=_("utseende"))
    add_common(parser, _)
    parser.set_defaults(run=_preview)


def _add_import(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument("file", type=Path, metavar=_("FIL"), help=_("en .xlsx, .csv eller .txt"))
    parser.add_argument(
        "-o", "--out", type=Path, metavar="LEK.sv.yaml", help=_("filen eller mappen att skriva i")
    )
    parser.add_argument("--title", default="", metavar=_("NAMN"), help=_("vad leken ska heta"))
    parser.add_argument("--force", action="store_true", help=_("skriv över en fil som finns"))
    add_common(parser, _)
    parser.set_defaults(run=_import)


def _add_export(parser: argparse.ArgumentParser, _: Translator) -> None:
    parser.add_argument("deck", metavar=_("LEK"), help=_("en leks fil eller id"))
    parser.add_argument(
        "-o", "--out", type=Path, metavar="LEK.xlsx", help=_("en .xlsx eller .csv att skriva")
    )
    parser.add_argument("--force", action="store_true", help=_("skriv över en fil som finns"))
    add_common(parser, _)
    parser.set_defaults(run=_export)


# --- the commands


def _check(parsed: argparse.Namespace, _: Translator) -> int:
    from game.deck_commands import check

    return check(parsed.paths, parsed.json, _)


def _new(parsed: argparse.Namespace, _: Translator) -> int:
    from game.deck_commands import new_deck

    return new_deck(parsed.title, parsed.out, parsed.language or LANGUAGES[0], _)


def _preview(parsed: argparse.Namespace, _: Translator) -> int:
    from game.preview import PreviewOptions, run_preview

    return run_preview(
        PreviewOptions(
            deck=parsed.deck,
            out=parsed.out,
            size=parsed.size,
            language=parsed.language,
            theme=parsed.theme,
            data_dir=parsed.data_dir,
        )
    )


def _import(parsed: argparse.Namespace, _: Translator) -> int:
    from game.deck_commands import import_deck

    language = parsed.language or LANGUAGES[0]
    return import_deck(parsed.file, parsed.out, parsed.title, language, parsed.force, _)


def _export(parsed: argparse.Namespace, _: Translator) -> int:
    from game.deck_commands import export

    return export(parsed.deck, parsed.out, parsed.language, parsed.data_dir, parsed.force, _)


def _schema(_parsed: argparse.Namespace, _: Translator) -> int:
    import json

    from game.decks.json_schema import json_schema

    print(json.dumps(json_schema(_), ensure_ascii=False, indent=2))
    return EXIT_OK
