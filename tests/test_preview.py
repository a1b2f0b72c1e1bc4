"""A preview from the command line: pictures in a folder, and the window's sizes and events."""

from __future__ import annotations

import os
from pathlib import Path

import pygame
import pytest

from game.i18n import translator
from game.options import EXIT_FAULTS, EXIT_OK, EXIT_USAGE
from game.preview import PreviewOptions, deck_path, run_preview
from game.preview_sheets import COLUMNS, ROWS, ContactSheets
from game.preview_window import ROOMS, PreviewWindow
from game.screens.base import Look
from game.screens.preview import Face
from game.shell.storage import Storage
from game.window import Window
from tests.builders import SITUATION
from tests.window.deck import WORDS, write_deck

SIZE = (640, 360)
DILEMMA = f"""\
  - id: val
    kind: dilemma
    title: Valet
    text: {SITUATION}
    options: [Ja., Nej., Kanske.]
  - id: lang
    title: Lång
    text: {(SITUATION + " ") * 3}
"""


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a preview sets for pictures is set back."""
    monkeypatch.setenv("SDL_VIDEODRIVER", os.environ.get("SDL_VIDEODRIVER", "dummy"))
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")


def options(deck: str | Path, folder: Path, **changes: object) -> PreviewOptions:
    """Small pictures in `folder/ut`, unless told otherwise."""
    wanted = {"out": folder / "ut", "size": SIZE, "data_dir": folder / "data", **changes}
    return PreviewOptions(str(deck), **wanted)  # type: ignore[arg-type] # The names are checked by the class.


def names(folder: Path) -> list[str]:
    """The files in the folder for pictures."""
    return sorted(path.name for path in (folder / "ut").iterdir())


# --- pictures


def test_every_face_is_a_picture_of_the_size_asked_for(tmp_path: Path) -> None:
    """Fronts, their further pages, options and prompts, named by number and card, and one contact sheet."""
    deck = tmp_path / "prov.sv.yaml"
    deck.write_text(WORDS + DILEMMA, encoding="utf-8")
    assert run_preview(options(deck, tmp_path)) == EXIT_OK
    assert names(tmp_path) == [
        "01-forsta-kortet-1-card.png",
        "01-forsta-kortet-3-prompts.png",
        "02-andra-kortet-1-card.png",
        "02-andra-kortet-3-prompts.png",
        "03-val-1-card.png",
        "03-val-2-vote.png",
        "04-lang-1-card-page-2.png",
        "04-lang-1-card-page-3.png",
        "04-lang-1-card.png",
        "contact-sheet.png",
    ]
    sizes = {pygame.image.load(str(path)).get_size() for path in (tmp_path / "ut").glob("0*.png")}
    assert sizes == {SIZE}


def test_the_pictures_of_a_card_differ(tmp_path: Path) -> None:
    """The pages, the options and the prompts are not the same picture under other names."""
    deck = tmp_path / "prov.sv.yaml"
    deck.write_text(WORDS + DILEMMA, encoding="utf-8")
    run_preview(options(deck, tmp_path))
    pictures = [pygame.image.load(str(path)) for path in sorted((tmp_path / "ut").glob("0*.png"))]
    assert len({pygame.image.tobytes(picture, "RGB") for picture in pictures}) == len(pictures)


def test_language_and_theme_are_those_asked_for(tmp_path: Path) -> None:
    """A dark English preview of a deck in two languages is another picture than the light Swedish one."""
    deck = write_deck(tmp_path)
    (tmp_path / "prov.en.yaml").write_text(WORDS.replace("Första", "First"), encoding="utf-8")
    made = []
    for language, theme in (("sv", "light"), ("en", "light"), ("sv", "dark")):
        out = tmp_path / f"{language}-{theme}"
        assert run_preview(options(deck, tmp_path, out=out, language=language, theme=theme)) == EXIT_OK
        made.append(pygame.image.load(str(next(out.glob("01-*-1-card.png")))))
    assert len({pygame.image.tobytes(picture, "RGB") for picture in made}) == 3


def test_other_files_in_the_folder_are_left_alone(tmp_path: Path) -> None:
    """Only files of the same names are written over."""
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "semester.png").write_bytes(b"mine")
    assert run_preview(options(write_deck(tmp_path), tmp_path)) == EXIT_OK
    assert (tmp_path / "ut" / "semester.png").read_bytes() == b"mine"


def test_a_folder_that_cannot_be_made_is_refused_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a file lies in the way the program says so and ends with 2."""
    (tmp_path / "ut").write_text("a file")
    assert run_preview(options(write_deck(tmp_path), tmp_path)) == EXIT_USAGE
    assert "Det går inte att skriva i" in capsys.readouterr().err


def test_a_faulty_deck_is_drawn_as_far_as_it_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The good cards are drawn, every fault is told, and the code is 1."""
    deck = tmp_path / "prov.sv.yaml"
    deck.write_text(WORDS + DILEMMA.replace("kind: dilemma", "kind: dilema"), encoding="utf-8")
    assert run_preview(options(deck, tmp_path)) == EXIT_FAULTS
    assert "dilema" in capsys.readouterr().err
    assert "02-andra-kortet-1-card.png" in names(tmp_path)
    assert not any("val" in name for name in names(tmp_path))


def test_a_refused_or_missing_deck_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to draw: the fault is told, with code 1, and no folder is left behind."""
    assert run_preview(options(tmp_path / "finns-inte.yaml", tmp_path)) == EXIT_FAULTS
    assert "finns-inte.yaml" in capsys.readouterr().err
    assert not (tmp_path / "ut").exists()


def test_an_unknown_deck_is_told_with_what_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt id ends with 2 and a suggestion."""
    assert run_preview(options("servise", tmp_path)) == EXIT_USAGE
    assert "service" in capsys.readouterr().err


def test_a_deck_is_found_by_file_folder_and_id(tmp_path: Path) -> None:
    """A file need not exist, a folder of one deck will do, and the user's own decks have ids too."""
    own = tmp_path / "data" / "decks"
    own.mkdir(parents=True)
    write_deck(own)
    _ = translator("sv")
    found = [deck_path(options(deck, tmp_path), _) for deck in (tmp_path / "ny.sv.yaml", own, "prov")]
    assert found == [tmp_path / "ny.sv.yaml", own / "prov.sv.yaml", own / "prov.sv.yaml"]


def test_long_decks_tell_how_far_they_have_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every fiftieth card is told, and sheets hold a bounded number of cards."""
    cards = "".join(f"  - id: k{number}\n    text: Kort nummer {number}.\n" for number in range(1, 104))
    deck = tmp_path / "lang.sv.yaml"
    deck.write_text("title: Lång\ncards:\n" + cards, encoding="utf-8")
    assert run_preview(options(deck, tmp_path, size=(320, 200))) == EXIT_OK
    told = [line for line in capsys.readouterr().err.splitlines() if " kort av " in line]
    assert told == ["50 kort av 103", "100 kort av 103"]
    assert "103-k103-1-card.png" in names(tmp_path)
    assert [name for name in names(tmp_path) if "sheet" in name] == [
        "contact-sheet-2.png",
        "contact-sheet.png",
    ]


def test_a_contact_sheet_holds_so_many_and_no_more(tmp_path: Path) -> None:
    """A full sheet is written at once; the last one is as small as what is left."""
    pygame.font.init()
    sheets = ContactSheets(tmp_path, "Provleken", COLUMNS * ROWS + 1, Look())
    picture = pygame.Surface((320, 200), 0, 32)
    written = [sheets.add(picture, number, "Titel") for number in range(COLUMNS * ROWS + 1)]
    assert (sum(written), written[-2], sheets.finish(), sheets.finish()) == (1, 1, 1, 0)
    full, rest = (
        pygame.image.load(str(tmp_path / f"contact-sheet{ending}.png")).get_size() for ending in ("", "-2")
    )
    assert full[0] < 2700
    assert full[1] < 4000
    assert rest[0] < full[0] / COLUMNS + 60


# --- the window


@pytest.fixture
def shown(tmp_path: Path) -> PreviewWindow:
    """A window of 1280×720 without a display."""
    pygame.display.init()
    pygame.font.init()
    window = Window(windowed=True, size=SIZE)
    return PreviewWindow(window, write_deck(tmp_path), Storage(tmp_path / "data"), Look(), None)


def key(code: int, unicode: str = "", mod: int = 0) -> pygame.Event:
    """A key down."""
    return pygame.Event(pygame.KEYDOWN, key=code, mod=mod, unicode=unicode, scancode=0)


def test_sizes_go_round(shown: PreviewWindow) -> None:
    """S shows each size that rooms have and then the window's own again; Shift and S goes back."""
    seen = []
    for _ in range(len(ROOMS) + 1):
        shown.take(key(pygame.K_s, "s"))
        shown.draw()
        seen.append(shown.room)
    assert seen == [*ROOMS, SIZE]
    shown.take(key(pygame.K_s, "S", pygame.KMOD_LSHIFT))
    assert shown.room == ROOMS[-1]
    shown.draw()
    assert all(words in pygame.display.get_caption()[0] for words in ("3840 × 2160", "förminskad"))


def test_a_larger_room_is_drawn_whole_and_scaled_into_the_window(shown: PreviewWindow) -> None:
    """A 4:3 room stands in the window's middle with a plain border beside it."""
    surface = pygame.display.get_surface()
    shown.take(key(pygame.K_s, "s"))
    shown.draw()
    assert surface is not None
    border = {tuple(surface.get_at((x, y)))[:3] for x in (0, 79, 560, 639) for y in (0, 180, 359)}
    assert border == {(24, 24, 24)}
    assert tuple(surface.get_at((81, 358)))[:3] != (24, 24, 24)


def test_a_click_lands_where_it_is_seen(shown: PreviewWindow) -> None:
    """In a scaled room the yellow button is pressed where it is shown, by mouse and by finger."""
    shown.take(key(pygame.K_s, "s"))
    shown.draw()
    # 93 % across the room of 480 by 360 in the middle of a window of 640 by 360.
    x, y = 80 + round(0.8 * 480), round(0.94 * 360)
    shown.take(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False))
    assert shown.screen.face is Face.PROMPTS
    shown.draw()
    touch = pygame.Event(pygame.FINGERDOWN, x=x / 640, y=y / 360, dx=0, dy=0, finger_id=1, touch_id=1)
    shown.take(touch)
    assert [shown.screen.face] == [Face.FRONT]


def test_help_and_the_list_of_faults_lie_over_the_card(shown: PreviewWindow, tmp_path: Path) -> None:
    """What is opened by a key goes away by Esc; the list is saved in the data folder."""
    shown.take(key(pygame.K_F1))
    shown.draw()
    shown.take(key(pygame.K_ESCAPE))
    write_deck(tmp_path).write_text(WORDS + "    fel: ja\n", encoding="utf-8")
    shown.take(pygame.Event(pygame.WINDOWFOCUSGAINED))
    shown.take(key(pygame.K_f, "f"))
    shown.take(key(pygame.K_s, "s"))
    shown.draw()
    (saved,) = (tmp_path / "data" / "sparat").iterdir()
    assert "prov.sv.yaml, rad" in saved.read_text(encoding="utf-8")
    shown.take(key(pygame.K_ESCAPE))
    shown.take(key(pygame.K_RIGHT))
    assert shown.screen.card_id == "andra-kortet"
