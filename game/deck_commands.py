"""The commands on decks that need no window: check, begin, fetch from a sheet, save as a sheet."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from game.core.cards import Deck
from game.decks import (
    DECK_SUFFIXES,
    DeckNotFound,
    Fault,
    ImportOutcome,
    Library,
    ReadResult,
    check_json,
    check_paths,
    export_deck,
    import_sheet,
    new_deck_files,
    read_deck,
    write_atomically,
)
from game.decks.disk_reasons import disk_reason
from game.decks.file_names import base_name, language_suffix
from game.decks.schema import Owner, fields_of
from game.decks.sheets import EXPORT_SUFFIXES
from game.decks.starting import write_new_deck
from game.decks.texts import clean_line, first_unprintable, shown
from game.i18n import LANGUAGES, Translator
from game.options import EXIT_FAULTS, EXIT_OK, EXIT_USAGE
from game.resources import cards_folder
from game.settings import data_folder, own_decks_folder


def check(paths: Sequence[Path], as_json: bool, _: Translator) -> int:
    """Say everything that is wrong with decks: as lines on stderr, or as JSON on stdout."""
    if as_json:
        code, report = check_json(paths, _)
        print(report)
        return code
    code, lines = check_paths(paths, _)
    for line in lines:
        print(line, file=sys.stderr)
    return code


def new_deck(title: str, out: Path | None, language: str, _: Translator) -> int:
    """Write a deck to begin with, named after its title or as `out` says."""
    most = fields_of(Owner.DECK)["title"].high
    named = clean_line(title)
    if not named or len(named) > most or first_unprintable(named):
        return _refuse(_("Namnet ska ha 1–{most} tecken, och det här har {n}", most=most, n=len(named)))
    try:
        if out is None or out.is_dir():
            path = new_deck_files(out or Path(), named, language)
        elif not _is_deck_name(out):
            return _refuse(_name_of_deck(out, _))
        else:
            path = write_new_deck(out, named, language)
    except OSError as error:
        return _refuse(_not_written(error, _))
    print(_("{path} är skriven. Öppna den i en textredigerare och skriv dina egna kort.", path=path))
    return EXIT_OK


def import_deck(
    sheet: Path, out: Path | None, title: str, language: str, is_forced: bool, _: Translator
) -> int:
    """Fetch a deck from a sheet and write it as YAML; what was not understood is told on stderr."""
    if out is not None and not out.is_dir() and not _is_deck_name(out):
        return _refuse(_name_of_deck(out, _))
    outcome = import_sheet(sheet, language=language, title=title)
    _tell(outcome.faults, _)
    if outcome.deck is None:
        return EXIT_FAULTS
    path = _place_of(outcome.deck, sheet, out)
    comment = _("Hämtad ur {name}", name=shown(sheet.name, 100))
    try:
        write_atomically(path, f"# {comment}\n{outcome.yaml}", over=is_forced)
    except OSError as error:
        return _refuse(_not_written(error, _, has_force=True))
    written = read_deck(path)
    _tell(written.faults, _)
    return _sum_up(outcome, written, path, _)


def export(
    argument: str,
    out: Path | None,
    language: str | None,
    data_dir: Path | None,
    is_forced: bool,
    _: Translator,
) -> int:
    """Write a deck as a workbook or a table, so that it can be worked on in Excel and fetched again."""
    version = _version(argument, language, data_dir, _)
    if isinstance(version, str):
        return _refuse(version)
    _tell(version.faults, _)
    deck = version.deck
    if deck is None:
        return EXIT_FAULTS
    path = Path(f"{deck.id}.{deck.language}.xlsx") if out is None else out
    if path.suffix.lower() not in EXPORT_SUFFIXES:
        example = f"{deck.id}.xlsx"
        return _refuse(
            _(
                "{path}: leken sparas som .xlsx eller .csv; skriv till exempel {example}",
                path=path,
                example=example,
            )
        )
    try:
        export_deck(deck, path, over=is_forced)
    except OSError as error:
        return _refuse(_not_written(error, _, has_force=True))
    print(_.plural("{n} kort sparat i {path}", "{n} kort sparade i {path}", len(deck.cards), path=path))
    if any(card.image for card in deck.cards):
        print(_("Bilderna ligger kvar i lekens mapp. Skicka med den om någon annan ska ha dem."))
    return EXIT_FAULTS if version.left_out else EXIT_OK


# --- parts


def _version(argument: str, language: str | None, data_dir: Path | None, _: Translator) -> ReadResult | str:
    """The one version of a deck that a path or an id and a language name, or why there is none."""
    path = Path(argument)
    if path.is_file():
        return read_deck(path)
    own = own_decks_folder(data_folder(data_dir))
    listing = Library.build(folder for folder in (cards_folder(), own) if folder.is_dir()).find(argument)
    if isinstance(listing, DeckNotFound):
        return listing.text(_)
    wanted = language or _.language
    for version in listing.versions:
        if version.language == wanted:
            return version
    if language is None:
        return listing.versions[0]
    words = {"id": listing.id, "language": language, "languages": ", ".join(listing.languages)}
    return _("{id} finns inte på språket {language}, bara på {languages}", **words)


def _place_of(deck: Deck, sheet: Path, out: Path | None) -> Path:
    """Where a fetched deck is written: beside nothing of anybody's, under the sheet's name."""
    if out is not None and not out.is_dir():
        return out
    stem = base_name(Path(f"{sheet.stem}.yaml")) or str(deck.id)
    return (out or Path()) / f"{stem}.{deck.language}.yaml"


def _sum_up(outcome: ImportOutcome, written: ReadResult, path: Path, _: Translator) -> int:
    said = _.plural("{n} kort hämtat till {path}", "{n} kort hämtade till {path}", outcome.cards, path=path)
    if outcome.left_out:
        said += ", " + _.plural("{n} lämnat utanför", "{n} lämnade utanför", outcome.left_out)
    print(said)
    is_fine = written.deck is not None and not any(fault.severity.is_fault for fault in outcome.faults)
    return EXIT_OK if is_fine else EXIT_FAULTS


def _is_deck_name(path: Path) -> bool:
    return path.suffix.lower() in DECK_SUFFIXES


def _name_of_deck(path: Path, _: Translator) -> str:
    language = language_suffix(path) or LANGUAGES[0]
    example = path.with_name(f"{path.stem or 'lek'}.{language}.yaml")
    words = {"path": path, "example": example}
    return _("{path}: en kortleks namn slutar på .yaml; skriv till exempel {example}", **words)


def _not_written(error: OSError, _: Translator, *, has_force: bool = False) -> str:
    path = error.filename
    if isinstance(error, FileExistsError) and has_force:
        return _("{path} finns redan; välj ett annat namn med -o, eller skriv över med --force", path=path)
    if isinstance(error, FileExistsError):
        return _("{path} finns redan; välj ett annat namn, eller flytta på den", path=path)
    return _("Det går inte att skriva filen: {why}", why=f"{path}: {disk_reason(error, _)}")


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return EXIT_USAGE


def _tell(faults: Iterable[Fault], _: Translator) -> None:
    for fault in faults:
        print(fault.line_text(_), file=sys.stderr)
