"""The commands that need no window: stored sessions and the decks' notes, as text."""

from __future__ import annotations

import sys
from pathlib import Path

from game.decks import load_decks, notes_text
from game.i18n import Translator
from game.options import EXIT_FAULTS, EXIT_OK, EXIT_USAGE
from game.session.faults import WORDS as FAULT_WORDS
from game.session.faults import JournalError
from game.session.sessions import AmbiguousSession, NoSuchSession, Sessions
from game.settings import data_folder
from game.shell.faults import NotPlayableError
from game.shell.library import Decks
from game.shell.storage import in_words


def print_notes(arguments: tuple[str, ...], data_dir: Path | None, _: Translator) -> int:
    """Print the prompts and notes of the decks named, or of all: the facilitator's paper."""
    decks = Decks(arguments, data_folder(data_dir))
    try:
        listings = decks.named(_)
    except NotPlayableError as error:
        print(error, file=sys.stderr)
        return EXIT_USAGE
    for listing in listings:
        versions = load_decks(listing)
        wanted = [deck for deck in versions if deck.language == _.language] or list(versions[:1])
        print(notes_text(wanted, _), end="")
    return EXIT_OK


def list_sessions(data_dir: Path | None, _: Translator) -> int:
    """Print a line a stored session, the newest first."""
    listed = Sessions(data_folder(data_dir)).list()
    for one in listed:
        stored = in_words(one, False, _)
        print(f"{stored.id}  {one.date.isoformat()}  {stored.title}  {stored.where}")
    if not listed:
        print(_("Inga sparade spel."))
    return EXIT_OK


def delete_sessions(prefix: str, data_dir: Path | None, _: Translator) -> int:
    """Delete one stored session for good, or all of them when no id is given."""
    sessions = Sessions(data_folder(data_dir))
    if not prefix:
        total = len(sessions.list())
        kept = sessions.delete_all()
        print(_("{n} sparade spel raderade.", n=total - len(kept)))
        for one in kept:
            words = _(FAULT_WORDS[one.fault]) if one.fault is not None else ""
            print(f"{one.id}: {words}", file=sys.stderr)
        return EXIT_FAULTS if kept else EXIT_OK
    try:
        found = sessions.find(prefix)
        sessions.delete(found.id)
    except NoSuchSession:
        print(_("Det finns inget sparat spel som heter {id}.", id=prefix), file=sys.stderr)
        return EXIT_USAGE
    except AmbiguousSession as error:
        ids = ", ".join(error.ids)
        print(_("Flera spel börjar så: {ids}. Skriv fler tecken.", ids=ids), file=sys.stderr)
        return EXIT_USAGE
    except JournalError as error:
        print(_(FAULT_WORDS[error.fault]), file=sys.stderr)
        return EXIT_FAULTS
    print(_("{id} är raderat.", id=found.id))
    return EXIT_OK
