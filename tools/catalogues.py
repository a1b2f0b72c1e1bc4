"""Update the translations: collect the program's Swedish texts and compile the catalogues.

`python tools/catalogues.py` writes assets/locale/bemotande.pot, brings the English .po up to
date and compiles the .mo files. It prints what is not translated and exits with 1 then.
`--check` writes nothing and exits with 1 when a catalogue is not fresh.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "assets" / "locale"
KEYWORDS = {
    "_": None,
    "N_": None,
    "translator": None,
    "plural": (1, 2),
    "context": ((1, "c"), 2),
}


def collected() -> Catalog:
    """Every text of the program, in the order of its places."""
    catalogue = Catalog(project="bemotande", charset="utf-8")
    found = extract_from_dir(
        ROOT / "game", method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("i18n:",)
    )
    for name, _line, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalogue.add(message, locations=[(f"game/{name}", None)], auto_comments=comments, context=context)
    return catalogue


def english(template: Catalog) -> Catalog:
    """The English catalogue, brought up to date with the program's texts."""
    path = LOCALE / "en" / "LC_MESSAGES" / "bemotande.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale="en", domain="bemotande")
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def swedish(template: Catalog) -> Catalog:
    """The Swedish catalogue: the texts themselves, so that plural forms follow Swedish."""
    catalogue = Catalog(locale="sv", domain="bemotande", project="bemotande", charset="utf-8")
    for message in template:
        if message.id:
            catalogue.add(message.id, string=message.id, locations=message.locations, context=message.context)
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """A .po file's bytes, without dates, so that an unchanged catalogue is an unchanged file."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, omit_header=False, width=100, sort_output=True, include_lineno=False)
    lines = buffer.getvalue().decode("utf-8").splitlines(keepends=True)
    dated = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By', "# FIRST AUTHOR", '"Last-Translator')
    return "".join(line for line in lines if not line.startswith(dated)).encode("utf-8")


def compiled(catalogue: Catalog) -> bytes:
    """A .mo file's bytes."""
    catalogue.creation_date = catalogue.revision_date = None
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Texts that have no translation."""
    return [
        str(m.id)
        for m in catalogue
        if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)
    ]


def main() -> int:
    """Write or check the catalogues."""
    template = collected()
    catalogues = {"sv": swedish(template), "en": english(template)}
    stale: list[str] = []
    for language, catalogue in catalogues.items():
        folder = LOCALE / language / "LC_MESSAGES"
        for name, content in (("bemotande.po", written(catalogue)), ("bemotande.mo", compiled(catalogue))):
            path = folder / name
            if path.exists() and path.read_bytes() == content:
                continue
            stale.append(str(path.relative_to(ROOT)))
            if "--check" not in sys.argv:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    lacking = missing(catalogues["en"])
    for message in lacking:
        print(f"not translated: {message}")
    if "--check" in sys.argv:
        for name in stale:
            print(f"not fresh: {name}")
        return int(bool(stale or lacking))
    return int(bool(lacking))


if __name__ == "__main__":
    sys.exit(main())
