"""The translations: fresh, whole, and of the same shape as the Swedish they come from."""

from __future__ import annotations

import gettext
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from game.i18n import LANGUAGES, translator
from tools.catalogues import (
    LOCALE,
    ROOT,
    Found,
    TextError,
    collected,
    compiled,
    english,
    main,
    swedish,
    texts,
    written,
)

SWEDISH_NAMES = ("Bemötande",)
"""Words with å, ä or ö that stay as they are in English."""


def pairs() -> list[tuple[str, str]]:
    """(Swedish, English) for every text; a plural's forms are two pairs."""
    with (LOCALE / "en" / "LC_MESSAGES" / "bemotande.po").open("rb") as file:
        catalogue = read_po(file, locale="en")
    found: list[tuple[str, str]] = []
    for message in catalogue:
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        found += [pair for pair in zip(ids, strings, strict=True) if pair[0]]
    return found


PAIRS = pairs()


def values(text: str) -> list[tuple[str, str | None, str | None]]:
    """The values that are filled in: name, format, conversion."""
    return sorted((name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None)


# --- the files


def test_the_catalogues_are_fresh_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """Every text of the program is in both catalogues, and has an English translation."""
    code = main(["--check"])
    assert (code, capsys.readouterr().out) == (0, "")


def test_the_same_texts_give_the_same_files() -> None:
    """Made twice, the files are the same, byte for byte, and tell nothing of when, where or by whom."""
    first, second = ((make(collected()) for make in (swedish, english)) for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert written(one) == written(other)
        assert compiled(one) == compiled(other)
    for path in sorted(LOCALE.rglob("bemotande.*")):
        content = path.read_bytes()
        for word in (b"-Date", b"Generated-By", b"EMAIL", b"FIRST AUTHOR", str(ROOT).encode()):
            assert word not in content, path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_compiled_catalogue_loads(language: str) -> None:
    """gettext reads the file, its plurals and its contexts."""
    with (LOCALE / language / "LC_MESSAGES" / "bemotande.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    one, many = {"sv": ("{n} löfte", "{n} löften"), "en": ("{n} promise", "{n} promises")}[language]
    assert [catalogue.ngettext("{n} löfte", "{n} löften", n) for n in (1, 2)] == [one, many]
    assert catalogue.pgettext("takt", "Kort") == {"sv": "Kort", "en": "Short"}[language]


# --- the words


def test_well_known_texts_come_out_in_english() -> None:
    """A table that chose English reads English."""
    _ = translator("en")
    assert _("Vad tar vi med oss?") == "What do we take with us?"
    assert _("Du får alltid passa") == "You can always pass"
    assert _("Mellanslag") == "Space"
    assert _("Din tur, {name}", name="Åsa") == "Your turn, Åsa"
    assert _("När {when} ska jag {will}", when="it rings", will="answer") == "When it rings, I will answer"
    assert [_.plural("{n} kort", "{n} kort", n) for n in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]
    assert _.context("takt", "Lugn") == "Calm"


def test_swedish_is_what_the_program_says() -> None:
    """In Swedish every text comes out as it is written, and follows the number."""
    _ = translator("sv")
    assert _("Vad tar vi med oss?") == "Vad tar vi med oss?"
    assert [_.plural("{n} plats", "{n} platser", n) for n in (1, 2)] == ["1 plats", "2 platser"]


def test_a_translation_fills_in_the_same_values() -> None:
    """No translation loses, adds or renames a value."""
    assert [pair for pair in PAIRS if values(pair[0]) != values(pair[1])] == []


def test_a_translation_keeps_its_line_breaks_and_its_edges() -> None:
    """Line breaks, and spaces at the ends, are part of a text's place on the screen."""

    def shape(text: str) -> tuple[int, bool, bool]:
        return text.count("\n"), text[:1].isspace(), text[-1:].isspace()

    assert [pair for pair in PAIRS if shape(pair[0]) != shape(pair[1])] == []


def test_no_swedish_is_left_in_the_english() -> None:
    """Only names keep å, ä and ö."""

    def rest(text: str) -> str:
        for name in SWEDISH_NAMES:
            text = text.replace(name, "")
        return text

    assert [there for _, there in PAIRS if re.search("[åäöÅÄÖ]", rest(there))] == []


def test_english_has_the_quotation_marks_of_english() -> None:
    """Curled marks, opened as “ and closed as ”, and a curled apostrophe."""

    def is_wrong(text: str) -> bool:
        marks = "".join(re.findall("[“”]", text))
        return bool(re.search("[\"']", text)) or marks.replace("“”", "") != ""

    assert [there for _, there in PAIRS if is_wrong(there)] == []


# --- collecting


def found_in(source: str) -> list[Found]:
    """The texts of a module."""
    return [text for _, text in texts(source)]


@pytest.mark.parametrize(
    ("call", "found"),
    [
        ('_("Paus")', [("Paus", None)]),
        ('N_("Paus")', [("Paus", None)]),
        ('self._scene._("Paus {n}", n=1)', [("Paus {n}", None)]),
        ('translator(look.language)("Paus")', [("Paus", None)]),
        ('_("Spara " "inte")', [("Spara inte", None)]),
        ('_("Ja" if is_on else "Nej")', [("Ja", None), ("Nej", None)]),
        ('_.plural("{n} rad", "{n} rader", 2)', [(("{n} rad", "{n} rader"), None)]),
        ('scene._.context("takt", "Kort")', [("Kort", "takt")]),
        ('ROWS = ((N_("Ja"), 1), (N_("Nej"), 2))', [("Ja", None), ("Nej", None)]),
        ('_(WORDS["in_use"])', []),
        ("_(words)", []),
    ],
)
def test_every_way_to_write_a_text_is_collected(call: str, found: list[Found]) -> None:
    """A text is found however it is called, and what is no text is not."""
    assert found_in(call) == found


@pytest.mark.parametrize("call", ['_(f"Kort {n}")', '_("Kort " + name)', 'N_("Kort %s" % name)'])
def test_a_text_put_together_of_parts_is_refused(call: str) -> None:
    """Such a text could never be found in a catalogue."""
    with pytest.raises(TextError, match="line 1"):
        found_in(call)


def test_a_text_has_one_plural(tmp_path: Path) -> None:
    """Two plurals of one singular would overwrite each other, so the second is refused, with its place."""
    game = tmp_path / "game"
    game.mkdir()
    (game / "one.py").write_text('_.plural("{n} person", "{n} personer", n)', encoding="utf-8")
    (game / "two.py").write_text('\n_.plural("{n} person", "Bord, {n} personer", n)', encoding="utf-8")
    with pytest.raises(TextError, match=r"game/two\.py, line 2"):
        collected(game)
