"""The commands: what they print, and with which code they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import __version__
from game.cli import main
from game.options import EXIT_FAULTS, EXIT_OK, EXIT_USAGE
from tests.window.deck import write_deck

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(
    "command", [[], ["play"], ["demo"], ["deck"], ["deck", "check"], ["session"], ["doctor"]]
)
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` ends well and says something."""
    with pytest.raises(SystemExit) as ended:
        main([*command, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out) > 150


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` is the package's."""
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"bemotande {__version__}\n"


def test_deck_check_is_silent_about_a_clean_deck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clean deck: nothing on either stream, and 0."""
    assert main(["deck", "check", str(write_deck(tmp_path))]) == EXIT_OK
    assert capsys.readouterr() == ("", "")


def test_deck_check_names_file_line_and_column(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt key is told on stderr with its place and a suggestion, and the code is 1."""
    path = tmp_path / "fel.sv.yaml"
    path.write_text("title: Fel\ncards:\n  - text: Ett kort.\n    promts: [Vad?]\n", encoding="utf-8")
    assert main(["deck", "check", str(path)]) == EXIT_FAULTS
    out, words = capsys.readouterr()
    assert out == ""
    assert words.startswith(f"{path}:4:5: ")
    assert "prompts" in words


def test_deck_check_of_a_missing_path_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that is not there is not clean."""
    assert main(["deck", "check", str(tmp_path / "finns-inte.yaml")]) == EXIT_FAULTS
    assert "finns-inte.yaml" in capsys.readouterr().err


def test_deck_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The schema can be read by a program."""
    assert main(["deck", "schema"]) == EXIT_OK
    assert json.loads(capsys.readouterr().out)["required"] == ["title", "cards"]


def test_session_list_of_an_empty_folder_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing stored is said in words."""
    assert main(["session", "list", "--data-dir", str(tmp_path)]) == EXIT_OK
    assert capsys.readouterr().out == "Inga sparade spel.\n"


def test_a_demo_leaves_a_session_that_can_be_listed_and_deleted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The journal of a demo is listed by its id, deleted by it, and then gone from the disk."""
    out = tmp_path / "bilder"
    deck = write_deck(tmp_path)
    code = subprocess.run(
        [
            sys.executable,
            str(ROOT / "main.py"),
            "demo",
            "--out",
            str(out),
            "--deck",
            str(deck),
            "--size",
            "640x400",
        ],
        capture_output=True,
        check=False,
    ).returncode
    assert code == EXIT_OK
    assert main(["session", "list", "--data-dir", str(out)]) == EXIT_OK
    session = capsys.readouterr().out.split()[0]
    assert main(["session", "delete", session, "--data-dir", str(out)]) == EXIT_OK
    assert list((out / "sessions").iterdir()) == []


def test_deleting_an_unknown_session_says_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An id that does not exist is named, and nothing is deleted."""
    assert main(["session", "delete", "finnsinte", "--data-dir", str(tmp_path)]) == EXIT_USAGE
    assert "finnsinte" in capsys.readouterr().err


def test_notes_hold_prompts_and_the_facilitators_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`session notes` prints a deck's prompts and notes."""
    deck = write_deck(tmp_path)
    assert main(["session", "notes", str(deck), "--data-dir", str(tmp_path)]) == EXIT_OK
    words = capsys.readouterr().out
    assert "Vad säger du, ord för ord?" in words
    assert "Bara för handledaren." in words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--resume"], "inget påbörjat spel"),
        (["--resume", "finnsinte"], "finnsinte"),
        (["service", "--resume"], "inte båda"),
        (["finns-inte.yaml"], "finns-inte"),
        (["serwice"], "service"),
        (["service", "--players", "Åsa,åsa"], "åsa 2"),
        (["service", "--players", "a,b,c,d,e,f,g,h,i"], "8"),
    ],
)
def test_what_cannot_be_played_is_said_before_a_window_opens(
    arguments: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One clear line and the code 2, whether there is a display or not."""
    assert main([*arguments, "--data-dir", str(tmp_path)]) == EXIT_USAGE
    assert words in capsys.readouterr().err


def test_without_a_display_there_is_one_clear_line(tmp_path: Path) -> None:
    """No X, no Wayland: the program says so and ends with 2."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_RUNTIME_DIR")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == EXIT_USAGE
    assert "ingen skärm" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_doctor_tells_versions_and_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a helper from afar asks for first is there."""
    assert main(["doctor", "--data-dir", str(tmp_path)]) == EXIT_OK
    words = capsys.readouterr().out
    assert __version__ in words
    assert str(tmp_path) in words


@pytest.mark.parametrize("before", [["--language", "en"], ["--language=en"]])
def test_the_language_may_stand_before_the_command(
    before: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Written first it means the same as after the command."""
    assert main([*before, "deck", "check", str(tmp_path / "nix.yaml")]) == EXIT_FAULTS
    assert "The file does not exist" in capsys.readouterr().err
