"""A deck to begin with: a file with one card of each kind and a comment at every field, and its JSON Schema.

With the schema beside it, an editor that knows YAML checks and completes while one writes, without a network.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

from game.decks.json_schema import json_schema
from game.decks.schema import Owner, fields_of
from game.decks.texts import UNPRINTABLE, clean_line, id_from
from game.decks.writer import line_value
from game.decks.written_files import write_atomically
from game.i18n import LANGUAGES, translator
from game.resources import assets_folder

SCHEMA_NAMES = {"sv": "kortlek.schema.json", "en": "deck.schema.json"}
_NAMELESS = {"sv": "Min kortlek", "en": "My deck"}
_UNPRINTABLE = re.compile(f"[{UNPRINTABLE}]")


def new_deck_files(folder: Path, title: str, language: str) -> Path:
    """Make `<id>.<language>.yaml` in a folder, and the schema if it is missing; the deck's path.

    The id is made of the title, which is cut to what a deck's title may be. Another language than the
    interface's gets Swedish. Raises FileExistsError when there is such a file, which is left alone, and
    OSError for what a disk can do.
    """
    known = language if language in LANGUAGES else LANGUAGES[0]
    title = clean_title(title, known)
    return write_new_deck(Path(folder) / f"{_id(title, known)}.{known}.yaml", title, known)


def write_new_deck(path: Path, title: str, language: str) -> Path:
    """As `new_deck_files`, under a name that was chosen."""
    write_atomically(path, starting_text(title, language))
    schema = json.dumps(json_schema(translator(language)), ensure_ascii=False, indent=2)
    # The deck is there, which was asked for; a schema that is there already is left alone.
    with suppress(OSError):
        write_atomically(path.parent / SCHEMA_NAMES[language], schema + "\n")
    return path


def starting_text(title: str, language: str) -> str:
    """The file's text."""
    title = clean_title(title, language)
    source = (assets_folder() / "decks" / f"start.{language}.yaml").read_text(encoding="utf-8")
    return source.replace("«id»", _id(title, language)).replace("«title»", line_value(title))


def clean_title(title: str, language: str) -> str:
    """The title as a deck can have it; a nameless deck gets a name."""
    cleaned = clean_line(_UNPRINTABLE.sub("", title))[: fields_of(Owner.DECK)["title"].high]
    return cleaned.strip() or _NAMELESS[language]


def _id(title: str, language: str) -> str:
    return id_from(title) or id_from(_NAMELESS[language])
