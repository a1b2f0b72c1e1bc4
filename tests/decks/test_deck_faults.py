"""Every fault: found, at its line and column, at its cost, and put into words."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
import yaml

from game.decks import FaultCode, Severity, read_deck
from game.decks.faults import TEXTS, Fault, FaultLog, closest
from game.decks.room_texts import ROOM_TEXTS
from game.decks.sheet_texts import SHEET_TEXTS
from game.i18n import translator

REFUSED, LEFT_OUT = Severity.DECK_REFUSED, Severity.CARD_LEFT_OUT
IGNORED, WARNING = Severity.ENTRY_IGNORED, Severity.WARNING

HEAD = "title: Prov\ncards:\n  - text: Ett helt kort\n"
"""Lines 1–3: a deck with one good card. What follows begins on line 4."""

DILEMMA = HEAD + "  - kind: dilemma\n    text: Två\n"

# name of the case, file, code, line, column, severity
CASES: list[tuple[str, str | bytes, FaultCode, int, int, Severity]] = [
    ("empty file", "", FaultCode.FILE_EMPTY, 1, 1, REFUSED),
    ("only a comment", "# inget här\n", FaultCode.FILE_EMPTY, 1, 1, REFUSED),
    ("latin-1", "title: Prov\nabout: på".encode("latin-1"), FaultCode.NOT_UTF8, 2, 9, REFUSED),
    ("utf-16", "title: Prov".encode("utf-16"), FaultCode.NOT_UTF8, 1, 1, REFUSED),
    ("too large", b"#" * (8 * 1024 * 1024 + 1), FaultCode.FILE_TOO_LARGE, 1, 1, REFUSED),
    ("colon in text", "title: Han sa: hej\n", FaultCode.YAML_COLON, 1, 14, REFUSED),
    ("tab", "title: x\n\tcards: y\n", FaultCode.YAML_TAB, 2, 1, REFUSED),
    ("open quote", 'title: x\nabout: "hej\ncards: []\n', FaultCode.YAML_QUOTE, 2, 8, REFUSED),
    ("indentation", "title: x\n  about: y\n z: 1\n", FaultCode.YAML_COLON, 2, 8, REFUSED),
    ("bad indentation", "themes:\n  a: 1\n b: 2\n", FaultCode.YAML_INDENT, 3, 2, REFUSED),
    ("undefined alias", "title: *nej\n", FaultCode.YAML_ALIAS, 1, 8, REFUSED),
    ("other syntax", 'title: "a\\q"\n', FaultCode.YAML_SYNTAX, 1, 10, REFUSED),
    ("cut off", "title: x\nthemes: {a: {name: b, color:", FaultCode.YAML_SYNTAX, 2, 29, REFUSED),
    ("too deep", "title: " + "[" * 30, FaultCode.TOO_DEEP, 1, 27, REFUSED),
    ("aliases", f"a: &a 1\nb: [{'*a,' * 1001}]\n", FaultCode.TOO_MANY_ALIASES, 2, 3005, REFUSED),
    ("nodes", f"[{'1,' * 500_000}]", FaultCode.TOO_MANY_NODES, 1, 1_000_000, REFUSED),
    ("alias in itself", "title: x\ncards: &a\n  - *a\n", FaultCode.ALIAS_IN_ITSELF, 3, 5, REFUSED),
    ("merge key", HEAD + "  - <<: {kind: fact}\n    text: x\n", FaultCode.MERGE_KEY, 4, 5, REFUSED),
    ("list of cards alone", "- text: x\n", FaultCode.NOT_A_DECK, 1, 1, REFUSED),
    ("second document", HEAD + "---\ntitle: y\n", FaultCode.EXTRA_DOCUMENT, 4, 1, IGNORED),
    ("new format", "format: 2\n" + HEAD, FaultCode.FORMAT_UNKNOWN, 1, 9, REFUSED),
    ("no title", "cards:\n  - text: x\n", FaultCode.MISSING, 1, 1, REFUSED),
    ("empty title", "title: ''\ncards:\n  - text: x\n", FaultCode.MISSING, 1, 8, REFUSED),
    ("no cards", "title: x\n", FaultCode.NO_CARDS, 1, 1, REFUSED),
    ("empty cards", "title: x\ncards: []\n", FaultCode.NO_CARDS, 2, 8, REFUSED),
    ("cards as text", "title: x\ncards: hej\n", FaultCode.NOT_A_LIST, 2, 8, REFUSED),
    ("no good card", "title: x\ncards:\n  - title: y\n", FaultCode.NO_PLAYABLE_CARD, 3, 3, REFUSED),
    ("long deck title", f"title: {'x' * 61}\ncards:\n  - text: x\n", FaultCode.SHORTENED, 1, 8, IGNORED),
    ("bad deck id", "id: Åh Nej\n" + HEAD, FaultCode.BAD_ID, 1, 5, IGNORED),
    ("bad language", "language: svenska\n" + HEAD, FaultCode.BAD_LANGUAGE, 1, 11, IGNORED),
    ("unknown key", "titel: y\n" + HEAD, FaultCode.UNKNOWN_KEY, 1, 1, IGNORED),
    ("duplicate key", "title: y\n" + HEAD, FaultCode.DUPLICATE_KEY, 2, 1, IGNORED),
    ("list as key", "? [a]\n: 1\n" + HEAD, FaultCode.KEY_NOT_TEXT, 1, 3, IGNORED),
    ("themes as list", "themes: [a]\n" + HEAD, FaultCode.NOT_AN_OBJECT, 1, 9, IGNORED),
    ("theme as text", "themes:\n  a: Namn\n" + HEAD, FaultCode.NOT_AN_OBJECT, 2, 6, IGNORED),
    ("same theme twice", "themes:\n  a: {}\n  a: {}\n" + HEAD, FaultCode.DUPLICATE_KEY, 3, 3, IGNORED),
    ("theme id", f"themes:\n  {'x' * 61}: {{}}\n" + HEAD, FaultCode.BAD_THEME_ID, 2, 3, IGNORED),
    ("theme key", "themes: {a: {colour: red}}\n" + HEAD, FaultCode.UNKNOWN_KEY, 1, 14, IGNORED),
    ("colour", "themes: {a: {color: gren}}\n" + HEAD, FaultCode.UNKNOWN_NAME, 1, 21, WARNING),
    ("icon", "themes: {a: {icon: telefon}}\n" + HEAD, FaultCode.UNKNOWN_NAME, 1, 20, WARNING),
    (
        "themes",
        "themes: {" + ", ".join(f"t{i}: {{}}" for i in range(25)) + "}\n" + HEAD,
        *(FaultCode.TOO_MANY_THEMES, 1, 9, IGNORED),
    ),
    ("card without text", HEAD + "  - title: Två\n", FaultCode.MISSING, 4, 5, LEFT_OUT),
    ("card with null text", HEAD + "  - text: ~\n", FaultCode.MISSING, 4, 5, LEFT_OUT),
    ("card as text", HEAD + "  - Hej\n", FaultCode.NOT_AN_OBJECT, 4, 5, LEFT_OUT),
    ("empty card", HEAD + "  -\n", FaultCode.EMPTY_ENTRY, 4, 4, IGNORED),
    ("text as list", HEAD + "  - text: [a]\n", FaultCode.NOT_TEXT, 4, 11, LEFT_OUT),
    ("tag", HEAD + "  - text: !Hej du\n", FaultCode.TAG, 4, 11, LEFT_OUT),
    ("python tag", HEAD + "  - text: !!python/name:os.system x\n", FaultCode.TAG, 4, 11, LEFT_OUT),
    ("NUL", HEAD + '  - text: "a\\0b"\n', FaultCode.UNPRINTABLE, 4, 11, LEFT_OUT),
    ("raw control", HEAD + "  - text: a\x0bb\n", FaultCode.UNPRINTABLE, 4, 11, LEFT_OUT),
    ("surrogate", HEAD + '  - text: "a\\uFFFEb"\n', FaultCode.UNPRINTABLE, 4, 11, LEFT_OUT),
    ("long text", HEAD + f"  - text: {'x' * 1201}\n", FaultCode.TOO_LONG, 4, 11, LEFT_OUT),
    ("long title", HEAD + f"  - text: x\n    title: {'x' * 61}\n", FaultCode.TOO_LONG, 5, 12, LEFT_OUT),
    ("long easy", HEAD + f"  - text: x\n    easy: {'x' * 1201}\n", FaultCode.TOO_LONG, 5, 11, IGNORED),
    ("long prompt", HEAD + f"  - text: x\n    prompts: [{'x' * 141}]\n", FaultCode.TOO_LONG, 5, 15, LEFT_OUT),
    (
        "nine prompts",
        HEAD + "  - text: x\n    prompts: [1,2,3,4,5,6,7,8,9]\n",
        FaultCode.TOO_MANY_ENTRIES,
        5,
        14,
        LEFT_OUT,
    ),
    ("prompts as text", HEAD + "  - text: x\n    prompts: hej\n", FaultCode.NOT_A_LIST, 5, 14, LEFT_OUT),
    ("empty prompt", HEAD + "  - text: x\n    prompts: [a, '']\n", FaultCode.EMPTY_ENTRY, 5, 18, IGNORED),
    ("kind", HEAD + "  - text: x\n    kind: dilema\n", FaultCode.UNKNOWN_CHOICE, 5, 11, LEFT_OUT),
    ("intensity", HEAD + "  - text: x\n    intensity: 4\n", FaultCode.NUMBER_OUTSIDE, 5, 16, LEFT_OUT),
    ("intensity word", HEAD + "  - text: x\n    intensity: hög\n", FaultCode.NOT_A_NUMBER, 5, 16, LEFT_OUT),
    ("minutes", HEAD + "  - text: x\n    minutes: 0\n", FaultCode.NUMBER_OUTSIDE, 5, 14, IGNORED),
    ("theme", HEAD + "  - text: x\n    theme: nej\n", FaultCode.UNKNOWN_THEME, 5, 12, IGNORED),
    ("dilemma without options", DILEMMA, FaultCode.TOO_FEW_ENTRIES, 4, 5, LEFT_OUT),
    ("one option", DILEMMA + "    options: [a]\n", FaultCode.TOO_FEW_ENTRIES, 6, 14, LEFT_OUT),
    (
        "seven options",
        DILEMMA + "    options: [1,2,3,4,5,6,7]\n",
        FaultCode.TOO_MANY_ENTRIES,
        6,
        14,
        LEFT_OUT,
    ),
    ("long option", DILEMMA + f"    options: [a, {'x' * 81}]\n", FaultCode.TOO_LONG, 6, 18, LEFT_OUT),
    ("options elsewhere", HEAD + "  - text: x\n    options: [a, b]\n", FaultCode.WRONG_KIND, 5, 14, IGNORED),
    ("scale elsewhere", HEAD + "  - text: x\n    scale: often\n", FaultCode.WRONG_KIND, 5, 12, IGNORED),
    (
        "scale",
        HEAD + "  - {text: x, kind: statement, scale: no}\n",
        FaultCode.UNKNOWN_CHOICE,
        4,
        39,
        LEFT_OUT,
    ),
    ("card id", HEAD + "  - text: x\n    id: Två ord\n", FaultCode.BAD_ID, 5, 9, IGNORED),
    ("same id", HEAD + "    id: a\n  - text: x\n    id: a\n", FaultCode.DUPLICATE_ID, 6, 9, IGNORED),
    ("too many cards", HEAD + "  - text: x\n" * 10_000, FaultCode.TOO_MANY_CARDS, 10_003, 5, LEFT_OUT),
    ("missing picture", HEAD + "  - text: x\n    image: b.png\n", FaultCode.PICTURE_MISSING, 5, 12, WARNING),
    (
        "picture outside",
        HEAD + "  - text: x\n    image: ../b.png\n",
        FaultCode.PICTURE_OUTSIDE,
        5,
        12,
        IGNORED,
    ),
    ("picture type", HEAD + "  - text: x\n    image: b.svg\n", FaultCode.PICTURE_TYPE, 5, 12, IGNORED),
]

TESTED_ELSEWHERE = {
    *(FaultCode.FILE_MISSING, FaultCode.FILE_UNREADABLE, FaultCode.NOT_A_FILE, FaultCode.MORE_FAULTS),
    *(FaultCode.LANGUAGE_DISAGREES, FaultCode.PICTURE_BROKEN, FaultCode.PICTURE_TOO_LARGE),
    *(FaultCode.SAME_VERSION, FaultCode.NO_DECK_FILES, FaultCode.CARD_IN_ONE_LANGUAGE),
    *(FaultCode.PROMPTS_DIFFER, FaultCode.OPTIONS_DIFFER, FaultCode.KIND_DIFFERS),
    *ROOM_TEXTS,
    *SHEET_TEXTS,
}


def _write(folder: Path, content: str | bytes) -> Path:
    path = folder / "prov.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("content", "code", "line", "column", "severity"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_fault_is_found_in_its_place(
    tmp_path: Path, content: str | bytes, code: FaultCode, line: int, column: int, severity: Severity
) -> None:
    """A faulty deck gives the fault at its line and column, and costs what it should, no more."""
    result = read_deck(_write(tmp_path, content))
    found = [(fault.code, fault.line, fault.column, fault.severity) for fault in result.faults]
    assert (code, line, column, severity) in found
    assert (result.deck is None) == (REFUSED in {fault.severity for fault in result.faults})
    assert (result.left_out > 0) == (LEFT_OUT in {fault.severity for fault in result.faults})


def test_every_fault_has_a_case() -> None:
    """No fault is without a test."""
    assert {case[2] for case in CASES} | TESTED_ELSEWHERE == set(FaultCode)


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_words(code: FaultCode) -> None:
    """Every code has a text, and its parts ask for values by name only."""
    wording = TEXTS[code]
    assert wording.problem
    assert wording.remedy
    for part in wording:
        assert all(name != "" for _, name, _, _ in string.Formatter().parse(part))


def test_faults_fill_in_all_their_values(tmp_path: Path) -> None:
    """No fault of any case fails to be put into words, and none leaves a brace behind."""
    for _, content, *_ in CASES:
        if len(content) < 100_000:
            for fault in read_deck(_write(tmp_path, content)).faults:
                text = fault.text(translator("sv"))
                assert text.count("; ") >= 1
                assert not any(f"{{{name}}}" in text for name in ("key", "value", "guess", "high", "limit"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    promts: [a]", "Nyckeln ”promts” finns inte; menade du ”prompts”?"),
        ("    följdfrågor: [a]", "Nyckeln ”följdfrågor” finns inte; menade du ”prompts”?"),
        ("    Title: a", "Nyckeln ”Title” finns inte; menade du ”title”?"),
        ("    kind: dilema", "”dilema” går inte att välja som kind; menade du ”dilemma”?"),
    ],
)
def test_a_misspelt_word_gets_a_suggestion(tmp_path: Path, line: str, expected: str) -> None:
    """What is nearly right, or the Swedish word for it, is answered with the right one."""
    (fault,) = read_deck(_write(tmp_path, f"{HEAD}  - text: x\n{line}\n")).faults
    assert fault.text(translator("sv")).startswith(expected)


def test_a_line_has_the_form_that_editors_know(tmp_path: Path) -> None:
    """A fault is rendered as file:line:column: what is wrong; what to do, with the card that it costs."""
    path = _write(tmp_path, HEAD + f"  - text: x\n    title: {'Lång ' * 13}\n")
    (fault,) = read_deck(path).faults
    assert fault.line_text(translator("sv")) == (
        f"{path}:5:12: ”title” har 64 tecken, och högst 60 får plats; korta texten "
        "(kortet ”Lång Lång Lång Lång Lång Lång Lång Lång…” lämnas utanför)"
    )


def test_nothing_in_a_file_reaches_the_terminal_unseen(tmp_path: Path) -> None:
    """Escape sequences and direction marks of a deck are not printed with its faults."""
    content = HEAD + '  - {text: x, theme: "\\e[31m\\u202Egaller", "\\e]0;x\\a": 1}\n'
    for fault in read_deck(_write(tmp_path, content)).faults:
        assert not set("\x1b\x07\u202e") & set(fault.line_text(translator("sv")))


def test_faults_beyond_the_bound_are_counted(tmp_path: Path) -> None:
    """A file with a thousand faults lists five hundred, tells how many more, and why the deck is refused."""
    keys = "".join(f"nyckel{i}: 1\n" for i in range(1000))
    faults = read_deck(_write(tmp_path, keys)).faults
    assert dict(faults[-1].values) == {"number": 500}
    assert faults[-1].code is FaultCode.MORE_FAULTS
    assert {FaultCode.MISSING, FaultCode.NO_CARDS} <= {fault.code for fault in faults}
    assert len(faults) == 503


def test_faults_come_in_the_order_of_the_file() -> None:
    """A log gives its faults by line and column, whatever order they were found in."""
    log = FaultLog(Path("x.yaml"))
    for place in ((3, 1), (1, 9), (1, 2)):
        log.add(WARNING, FaultCode.FILE_EMPTY, place)
    assert [(fault.line, fault.column) for fault in log.finished()] == [(1, 2), (1, 9), (3, 1)]


def test_only_warnings_are_no_faults() -> None:
    """Every severity but a warning makes a check fail."""
    assert [severity for severity in Severity if not severity.is_fault] == [WARNING]


def test_words_that_are_nothing_alike_get_no_suggestion() -> None:
    """A guess is made only when it is near."""
    assert closest("zebra", ["title", "cards"]) is None
    assert (
        Fault(Path("x"), 1, 1, WARNING, FaultCode.UNKNOWN_KEY, (("key", "z"), ("known", "a, b"))).text(
            translator("sv")
        )
        == "Nyckeln ”z” finns inte; ta bort den, eller använd någon av a, b (varning)"
    )


@pytest.mark.parametrize(
    "name", ["colon in text", "tab", "open quote", "bad indentation", "undefined alias", "too deep"]
)
def test_the_slow_parser_gives_the_same_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Without libyaml the same files have the same faults in the same places."""
    monkeypatch.setattr("game.decks.nodes.Loader", yaml.SafeLoader)
    content, code, line, column = next(case[1:5] for case in CASES if case[0] == name)
    (fault,) = read_deck(_write(tmp_path, content)).faults
    assert (fault.code, fault.line, fault.column) == (code, line, column)
