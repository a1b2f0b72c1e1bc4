"""The command line in Swedish: what argparse says in English is not what people read."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli import main
from game.options import EXIT_USAGE

_ENGLISH = ("usage:", "error:", "argument ", "options:", "show ", "choose", "required", "expected", "invalid")


@pytest.mark.parametrize(
    "command", [[], ["play"], ["demo"], ["deck"], ["deck", "check"], ["session", "delete"], ["doctor"]]
)
def test_help_is_swedish_throughout(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Headings, usage and the words for `--help` and `--version` too."""
    with pytest.raises(SystemExit):
        main([*command, "--help"])
    said = capsys.readouterr().out
    assert "så här: bemotande" in said
    assert [word for word in _ENGLISH if word in said] == []


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["--preset", "fort"], "--preset: ”fort” går inte att välja; välj bland short, standard, calm"),
        (
            ["--size", "stor"],
            "--size: ”stor” är ingen storlek; skriv till exempel 1920x1080, högst 8192x8192",
        ),
        (["--size", "10x10"], "--size: ”10x10” är ingen storlek"),
        (["--cards", "0"], "--cards: ”0” är inget antal; skriv ett tal 1–1000"),
        (["--cards"], "--cards: ett värde saknas"),
        (["--seed", "x"], "--seed: ”x” är inget heltal"),
        (["--windowed=3"], "--windowed: tar inget värde, och fick ”3”"),
        (["--re"], "--re kan betyda --reduced-motion, --resume; skriv mer"),
        (["doctor", "--okand"], "det här finns inte: --okand"),
        (["deck", "check"], "det här saknas: SÖKVÄG"),
        (["session", "delete"], "något av det här saknas: ID --all"),
        (["session", "delete", "3c", "--all"], "--all: går inte ihop med ID"),
    ],
)
def test_what_is_wrong_is_said_in_swedish(
    command: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """How it is written, then what is wrong, and 2."""
    with pytest.raises(SystemExit) as ended:
        main(command)
    out, words = capsys.readouterr()
    assert (ended.value.code, out) == (EXIT_USAGE, "")
    assert said in words
    assert [word for word in _ENGLISH if word in words] == []


def test_english_is_argparse_own(capsys: pytest.CaptureFixture[str]) -> None:
    """In English nothing is put between argparse and people."""
    with pytest.raises(SystemExit):
        main(["--language", "en", "--preset", "fort"])
    assert "error: argument --preset: invalid choice" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["service", "--players", "A,B"], ["session", "list"]])
def test_a_data_folder_that_cannot_be_made_is_said(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file where the folder should be is no crash but a sentence and 2."""
    in_the_way = tmp_path / "fil"
    in_the_way.touch()
    assert main([*command, "--data-dir", str(in_the_way)]) == EXIT_USAGE
    assert f"Det går inte att skriva i datamappen: {in_the_way}" in capsys.readouterr().err


def test_the_demo_of_an_unknown_deck_is_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says that there is none of that name."""
    assert main(["demo", "--deck", "servise", "--out", str(tmp_path)]) == EXIT_USAGE
    assert "menade du ”service”?" in capsys.readouterr().err
