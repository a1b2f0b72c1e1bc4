"""Update the translations: collect the program's Swedish texts and compile the catalogues.

`python tools/catalogues.py` brings the .po files up to date with the texts in `game/`, compiles the
.mo files, and names what lacks an English translation (it exits with 1 then).
`--check` writes nothing and exits with 1 too when a catalogue is not fresh.

Collected is what is written in `_("…")`, `N_("…")`, `_.plural("…", "…", n)`, `_.context("…", "…")` and
`translator(language)("…")`, with anything before the `_`. The files say nothing of when, by whom or with
which tools they were made, so that unchanged texts give unchanged files.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "assets" / "locale"
DOMAIN = "bemotande"
_PLAIN = {"_", "N_"}

MessageId = str | tuple[str, str]
"""A text, or its forms for one and for many."""
Found = tuple[MessageId, str | None]
"""A text and its context."""


class TextError(ValueError):
    """A text that cannot be collected: the message says where and why."""


class TidyCatalog(Catalog):
    """A catalogue whose header holds only what gettext needs, and so never changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header's fields, without dates, people and versions."""
        return [
            ("Project-Id-Version", DOMAIN),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", str(self.plural_forms)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


# --- collecting


def texts(source: str) -> Iterator[tuple[int, Found]]:
    """(line, text) for every text in a module, in its order. Raises `TextError`."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call) and node.args]
    for call in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        name = _called(call.func)
        first, *rest = call.args
        if name in _PLAIN:
            for text in _strings(first):
                yield call.lineno, (text, None)
        elif name == "plural" and rest:
            # Two `if`s in one call would leave open which form belongs to which.
            for one, many in zip(_strings(first), _strings(rest[0]), strict=True):
                yield call.lineno, ((one, many), None)
        elif name == "context" and rest:
            for context in _strings(first):
                for text in _strings(rest[0]):
                    yield call.lineno, (text, context)


def _called(function: ast.expr) -> str:
    """What the call is, by its last name: `_` for `scene._` and for `translator(language)` too."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=ast.Name(id="translator")):
            return "_"
    return ""


def _strings(node: ast.expr) -> list[str]:
    """The texts that an argument may be; none for a variable, whose texts are marked with `N_`."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*_strings(body), *_strings(other)]
        case ast.JoinedStr() | ast.BinOp():
            raise TextError(f"line {node.lineno}: a text to be translated is put together of parts")
    return []


def collected(folder: Path = ROOT / "game") -> dict[Found, list[str]]:
    """Every text of the program and the files it stands in. Raises `TextError`."""
    found: dict[Found, list[str]] = {}
    ids: dict[tuple[str, str | None], MessageId] = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        try:
            for line, (text, context) in texts(path.read_text(encoding="utf-8")):
                one = text if isinstance(text, str) else text[0]
                if ids.setdefault((one, context), text) != text:
                    raise TextError(f"line {line}: “{one}” has another plural, or none, somewhere else")
                places = found.setdefault((text, context), [])
                if name not in places:
                    places.append(name)
        except TextError as error:
            raise TextError(f"{name}, {error}") from None
    return found


# --- the catalogues


def english(found: dict[Found, list[str]]) -> Catalog:
    """The English catalogue: the program's texts with the translations that the .po file has."""
    with (LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        stored = read_po(file, locale="en", domain=DOMAIN)
    catalogue = _empty("en")
    for (text, context), places in found.items():
        message = stored.get(text, context)
        words = message.string if message is not None else ""
        if isinstance(text, tuple) != isinstance(words, tuple):
            words = ("", "") if isinstance(text, tuple) else ""
        catalogue.add(text, string=words, locations=[(place, 0) for place in places], context=context)
    return catalogue


def swedish(found: dict[Found, list[str]]) -> Catalog:
    """The Swedish catalogue: the texts themselves, so that plural forms follow Swedish."""
    catalogue = _empty("sv")
    for (text, context), places in found.items():
        catalogue.add(text, string=text, locations=[(place, 0) for place in places], context=context)
    return catalogue


def _empty(language: str) -> Catalog:
    catalogue = TidyCatalog(locale=language, domain=DOMAIN, charset="utf-8", fuzzy=False)
    catalogue.header_comment = f"# The program's texts in {catalogue.locale.english_name}."
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """A .po file's bytes, sorted by the texts; no line is wrapped but at the text's own line breaks."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, sort_output=True, include_lineno=False)
    return buffer.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """A .mo file's bytes."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def missing(catalogue: Catalog) -> list[str]:
    """Texts that have no translation."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def main(arguments: list[str]) -> int:
    """Write or check the catalogues; 0 when all is well."""
    is_check = "--check" in arguments
    try:
        found = collected()
    except TextError as error:
        print(error)
        return 1
    catalogues = {"sv": swedish(found), "en": english(found)}
    stale: list[str] = []
    for language, catalogue in catalogues.items():
        folder = LOCALE / language / "LC_MESSAGES"
        for suffix, content in (("po", written(catalogue)), ("mo", compiled(catalogue))):
            path = folder / f"{DOMAIN}.{suffix}"
            if path.exists() and path.read_bytes() == content:
                continue
            stale.append(path.relative_to(ROOT).as_posix())
            if not is_check:
                folder.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    lacking = missing(catalogues["en"])
    for text in lacking:
        print(f"not translated: {text}")
    for name in stale:
        print(f"not fresh: {name}" if is_check else f"written: {name}")
    return int(bool(lacking or (is_check and stale)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
