"""The guides for people who make decks: every example is read, every message, word and path is real."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import platformdirs.macos
import platformdirs.unix
import pygame
import pytest
import yaml

from game import cli
from game.core.cards import READ_CHARACTERS, Kind
from game.decks import (
    COLORS,
    ICONS,
    Owner,
    check_paths,
    import_sheet,
    read_deck,
    room_warnings,
)
from game.decks.own_cards import own_deck_path
from game.decks.room_check_pictures import STAYS
from game.decks.schema import fields_of
from game.decks.sheets.words import KIND_WORDS, SCALE_WORDS, field_of
from game.i18n import LANGUAGES, translator
from game.screens.deck_menu import DeckMenuScreen
from game.settings import APPLICATION
from game.ui.stage import Stage
from tests.screens.front_pilot import Front, choice
from tools.catalogues import collected
from tools.guide_blocks import DOCS, EXAMPLES, GUIDES, Block, blocks, faulty
from tools.guide_quotes import fresh, said_of

TEXTS = {language: path.read_text(encoding="utf-8") for language, path in GUIDES.items()}
PROSE = {
    language: re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    for language, text in TEXTS.items()
}
"""The guides without their examples."""
PARTS = [(language, block) for language in LANGUAGES for block in blocks(TEXTS[language])]
FAULTY = [(language, *pair) for language in LANGUAGES for pair in faulty(TEXTS[language])]
PICTURE_PX = (700, 600)

each_guide = pytest.mark.parametrize("language", LANGUAGES)


def parts(*sorts: str, language: str = "") -> pytest.MarkDecorator:
    """Every example of those sorts, from both guides."""
    found = [
        pytest.param(spoken, block, id=f"{spoken}-{number}-{block.sort}-{block.name}")
        for number, (spoken, block) in enumerate(PARTS)
        if block.sort in sorts and language in ("", block.language)
    ]
    return pytest.mark.parametrize(("language", "block"), found)


@pytest.fixture(autouse=True)
def _pygame() -> Iterator[None]:
    pygame.display.init()
    pygame.font.init()
    yield
    pygame.display.quit()


# --- both guides


def _shape(language: str) -> dict[str, list[str]]:
    prose = PROSE[language]
    return {
        "headings": re.findall(r"^#+", prose, re.MULTILINE),
        "blocks": [f"{block.language} {block.sort}" for block in blocks(TEXTS[language])],
        "pictures": [name.replace(f"-{language}-", "-") for name in _pictures(language)],
        "rows": [str(row.count("|")) for row in re.findall(r"^\|.*\|$", prose, re.MULTILINE)],
        "steps": re.findall(r"^(?:[0-9]+\.|- \[ \]|-) ", prose, re.MULTILINE),
    }


def _pictures(language: str) -> list[str]:
    return re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", PROSE[language])


def test_both_guides_have_the_same_parts() -> None:
    """Headings, examples, pictures, tables and steps come in the same number and order."""
    assert _shape("sv") == _shape("en")


@each_guide
def test_every_link_leads_somewhere(language: str) -> None:
    """A file that is linked is there, and so is the heading in it."""
    links = re.findall(r"\]\(([^)\s]+)\)", PROSE[language])
    assert len(links) > 20
    for link in links:
        path, _, anchor = link.partition("#")
        target = DOCS / path if path else GUIDES[language]
        assert target.is_file(), link
        if anchor:
            assert anchor in _anchors(target), link


def _anchors(path: Path) -> list[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


def test_the_guides_can_be_found() -> None:
    """The front pages and the reference lead to them."""
    for page in (DOCS / "deck-format.md", DOCS.parent / "README.md", DOCS.parent / "README.en.md"):
        assert "deck-guide" in page.read_text(encoding="utf-8"), page.name
    for language, other in (("sv", "en"), ("en", "sv")):
        assert f"]({GUIDES[other].name})" in TEXTS[language]


# --- decks and parts of decks


@parts("deck")
def test_a_whole_deck_in_the_guide_is_played_as_it_stands(
    language: str, block: Block, tmp_path: Path
) -> None:
    """Checking it gives neither a fault nor advice."""
    path = tmp_path / block.name
    path.write_text(block.text, encoding="utf-8")
    assert read_deck(path).language == language
    assert check_paths([path], translator(language)) == (0, [])


@parts("card", "themes")
def test_a_part_of_a_deck_in_the_guide_is_good_in_its_place(
    language: str, block: Block, tmp_path: Path
) -> None:
    """Put in a deck, cards and themes give neither a fault nor advice."""
    deck: dict[str, Any] = {"title": "…", "language": language}
    if block.sort == "card":
        cards: list[dict[str, Any]] = yaml.safe_load(block.text)
        used = {card["theme"] for card in cards if "theme" in card}
        deck["themes"] = {theme: {"name": theme} for theme in used}
        body = "cards:\n" + block.text
        for picture in (card["image"] for card in cards if "image" in card):
            _save_picture(tmp_path / picture)
    else:
        named = yaml.safe_load(block.text)["themes"]
        plain = [{"text": "…", "theme": theme, "prompts": ["…"]} for theme in named]
        body = block.text + yaml.safe_dump({"cards": plain})
    path = tmp_path / f"del.{language}.yaml"
    path.write_text(yaml.safe_dump({k: v for k, v in deck.items() if v}) + body, encoding="utf-8")
    assert check_paths([path], translator(language)) == (0, [])


def _save_picture(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    pygame.image.save(pygame.Surface(PICTURE_PX), str(path))


@each_guide
def test_the_pictures_that_the_guide_asks_for_are_large_enough(language: str) -> None:
    """The width, the length of the text beside it and the length of a page are those of the check."""
    for number in (PICTURE_PX[0], STAYS, READ_CHARACTERS):
        assert f"{number} " in PROSE[language]


@parts("card")
def test_a_card_with_an_id_is_the_example_decks_own(language: str, block: Block) -> None:
    """What the guide shows of a card is what the file that is linked has."""
    path = EXAMPLES / f"mellan-passen.{language}.yaml"
    whole = {card["id"]: card for card in yaml.safe_load(path.read_text(encoding="utf-8"))["cards"]}
    for card in yaml.safe_load(block.text):
        if "id" in card:
            assert card.items() <= whole[card["id"]].items()


@each_guide
def test_every_kind_has_an_example(language: str) -> None:
    """The guide shows one card of each kind."""
    cards = [yaml.safe_load(x.text)[0] for spoken, x in PARTS if spoken == language and x.sort == "card"]
    assert {card["kind"] for card in cards if "kind" in card} == {kind.value for kind in Kind}


def test_the_example_decks_are_clean() -> None:
    """The files that people may copy have neither faults nor advice, against each other included."""
    assert check_paths([EXAMPLES], translator("sv")) == (0, [])


# --- sheets


@parts("sheet")
def test_a_sheet_in_the_guide_is_imported_whole(language: str, block: Block, tmp_path: Path) -> None:
    """Every row is a card, nothing is said, and what comes out is a deck without faults."""
    sheet = tmp_path / block.name
    sheet.write_text(block.text, encoding="utf-8")
    outcome = import_sheet(sheet, language=language)
    has_headings = block.language == "csv"
    assert (outcome.faults, outcome.left_out) == ((), 0)
    assert outcome.cards == len(block.text.splitlines()) - has_headings
    path = tmp_path / f"hamtat.{language}.yaml"
    path.write_text(outcome.yaml, encoding="utf-8")
    read = read_deck(path)
    assert read.faults == ()
    if has_headings:
        assert room_warnings([read]) == ()


def _table(language: str, first: str) -> list[list[str]]:
    """The rows of the table whose first heading is that."""
    rows = re.search(rf"^\| {first} \|.*\n\|[-|]+\|\n((?:\|.*\|\n)+)", PROSE[language], re.MULTILINE)
    assert rows is not None, first
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[1].splitlines()]


@pytest.mark.parametrize(("language", "first"), [("sv", "rubrik"), ("en", "heading")])
def test_the_table_of_headings_is_what_sheets_can_have(language: str, first: str, tmp_path: Path) -> None:
    """Each field of a card has a heading in the table, and each example is understood under it."""
    rows = _table(language, first)
    fields = [field_of(Owner.CARD, heading) for heading, _words, _example in rows]
    assert {field.name for field in fields if field} == set(fields_of(Owner.CARD))
    kinds, scales = KIND_WORDS[language].values(), SCALE_WORDS[language].values()
    for heading, words, example in rows:
        field = field_of(Owner.CARD, heading)
        assert field is not None
        if field.name == "kind":
            assert all(kind in words for kind in kinds)
        if field.name == "scale":
            assert all(scale in words for scale in scales)
        sheet = tmp_path / f"{field.name}.csv"
        others = {"options": ("dilemma", "Två."), "scale": ("statement", "")}.get(field.name)
        columns = {"Text": "…", heading: example}
        if others is not None:
            columns |= {"Kind": others[0], "Option 2": others[1]}
        sheet.write_text(f"{';'.join(columns)}\n{';'.join(columns.values())}\n", encoding="utf-8")
        outcome = import_sheet(sheet, language=language)
        assert outcome.cards == 1
        assert [fault.code.name for fault in outcome.faults] in ([], ["PICTURES_GO_ALONG"]), heading


# --- what the program says


@pytest.mark.parametrize(("language", "block", "said"), FAULTY, ids=lambda one: getattr(one, "name", ""))
def test_a_faulty_example_gives_the_message_that_the_guide_quotes(
    language: str, block: Block, said: tuple[str, ...]
) -> None:
    """Word for word, with file, line and column, and nothing besides."""
    assert said_of(block, language) == said, "run tools/guide_quotes.py"
    assert said


@each_guide
def test_quotes_are_brought_up_to_date_in_their_own_places(language: str) -> None:
    """Words that have changed are written anew where they stand, and nothing else is touched."""
    guide = TEXTS[language]
    lines = [line for _block, said in faulty(guide) for line in said]
    old = guide
    for line in lines:
        old = old.replace(line, "?")
    assert old != guide
    assert fresh(old, language) == guide
    emptied = guide
    for line in lines:
        emptied = emptied.replace(f"{line}\n", "")
    assert fresh(emptied, language) == guide


@each_guide
def test_what_deck_check_says_in_brackets_is_explained(language: str, tmp_path: Path) -> None:
    """The table has every cost that the guide's own faulty decks have."""
    first = {"sv": "inom parentes", "en": "in brackets"}[language]
    explained = [re.sub("[”“].*[”]", "…", row[0]) for row in _table(language, first)]
    decks = [said for spoken, block, said in FAULTY if spoken == language and block.language == "yaml"]
    told = {re.sub("[”“].*[”]", "…", line.rpartition("(")[2].rstrip(")")) for said in decks for line in said}
    assert told <= set(explained)
    assert len(explained) == len(set(explained)) == 5


# --- words and keys on the screens


@each_guide
def test_words_in_bold_are_on_the_screens(language: str) -> None:
    """They are the program's texts in that language, to the letter."""
    known = _program_texts(language)
    bold = re.findall(r"\*\*(.+?)\*\*", PROSE[language])
    assert len(bold) > 20
    assert [words for words in bold if words not in known] == []


def _program_texts(language: str) -> set[str]:
    _ = translator(language)
    found: set[str] = set()
    for text, _context in collected():
        if isinstance(text, tuple):
            is_plain = "{" not in "".join(text).replace("{n}", "")
            found |= {_.plural(*text, number) for number in (1, 2) if is_plain}
        else:
            found.add(_(text))
    return found


@each_guide
def test_the_digits_of_the_menu_are_the_menus(language: str) -> None:
    """A digit with words after it is that row of the sheet for decks of one's own."""
    front = Front(DeckMenuScreen(choice()), decks=[choice()])
    front.look = type(front.look)(language=language)
    screen = front.screen
    assert isinstance(screen, DeckMenuScreen)
    rows = {row.cap: row.label for row in screen.rows(front.scene)}
    told = re.findall(r"<kbd>([0-9])</kbd>, \*\*(.+?)\*\*", PROSE[language])
    assert {digit for digit, _words in told} == {"1", "2", "3", "4", "6"}
    assert [(digit, words) for digit, words in told if rows[digit] != words] == []
    assert screen.boxes(screen.rows(front.scene), Stage(1280, 720)).keys() >= {"make", "fetch"}


# --- what the guides say of the format and of folders


@each_guide
def test_the_fields_colours_and_icons_are_the_formats(language: str) -> None:
    """The table has every field of a card, and the lists every colour and icon."""
    first = {"sv": "fält", "en": "field"}[language]
    assert {row[0].strip("`") for row in _table(language, first)} == set(fields_of(Owner.CARD))
    assert all(f"`{name}`" in PROSE[language] for name in (*COLORS, *ICONS))


@each_guide
def test_the_folders_are_where_decks_lie(language: str) -> None:
    """The paths are those of the platform, and the file of kept cards has the name that it gets."""
    first = {"sv": "dator", "en": "computer"}[language]
    told = {row[0]: row[1].strip("`") for row in _table(language, first)}
    home = str(Path.home())
    unix = platformdirs.unix.Unix(APPLICATION, appauthor=False).user_data_path
    macos = platformdirs.macos.MacOS(APPLICATION, appauthor=False).user_data_path
    assert told["macOS"] == f"{macos / 'decks'}".replace(home, "~")
    assert told["Linux"] == "~/.local/share/bemotande/decks"
    assert unix.name == APPLICATION == "bemotande"
    assert told["Windows"] == rf"%LOCALAPPDATA%\{APPLICATION}\decks"
    assert f"`{own_deck_path(Path(), language).name}`" in PROSE[language]


# --- commands


def _commands(language: str) -> list[str]:
    lines = [
        line
        for spoken, block in PARTS
        if spoken == language and block.language == "sh"
        for line in block.text.splitlines()
    ]
    assert all(line.startswith("python main.py deck ") for line in lines)
    return lines


@each_guide
def test_every_command_in_the_guide_can_be_run(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder with the guide's files each one ends well; one that opens a window is only read."""
    for path in EXAMPLES.iterdir():
        shutil.copy(path, tmp_path)
    for spoken, block in PARTS:
        if spoken == language and block.sort == "sheet":
            (tmp_path / block.name).write_text(block.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    done = set()
    for line in _commands(language):
        arguments = shlex.split(line)[2:]
        cli._parser(translator(language)).parse_args(arguments)
        done.add(arguments[1])
        if arguments[1] != "preview":
            assert cli.main(arguments) == 0, line
    assert done == {"preview", "check", "new", "export", "import"}
    made = {path.name for path in tmp_path.iterdir()} - before
    decks = [name for name in made if name.endswith(".yaml")]
    assert len(decks) == 3
    assert any(name.endswith(".xlsx") for name in made)
    assert check_paths([tmp_path / name for name in decks], translator(language))[0] == 0
