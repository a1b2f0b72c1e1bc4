"""The wheel: built, installed elsewhere, and run from a folder that knows nothing of the checkout."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console command of a wheel in a virtual environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder / "dist"), str(ROOT)],
        check=True,
        capture_output=True,
    )
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    pip = [
        str(folder / "venv" / "bin" / "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "-c", str(ROOT / "constraints.txt"), str(wheel)], check=True, capture_output=True)
    return folder / "venv" / "bin" / "bemotande"


def test_the_command_knows_its_version_from_any_folder(installed: Path, tmp_path: Path) -> None:
    """`bemotande --version` works where there is no checkout."""
    done = subprocess.run([installed, "--version"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("bemotande ")


def test_the_wheel_brings_its_decks_and_plays_a_whole_session(installed: Path, tmp_path: Path) -> None:
    """Decks, fonts and translations lie in the wheel: the demo plays to its end in English."""
    done = subprocess.run(
        [installed, "demo", "--out", "pictures", "--deck", "kollegor", "--language", "en", "--cards", "1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "pictures").glob("*.png"))) > 10
    assert list((tmp_path / "pictures").rglob("*.bemotande"))


def test_the_shipped_decks_are_clean_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    """`deck check` finds nothing wrong with the decks that the wheel holds."""
    (cards,) = installed.parents[1].glob("lib/python*/site-packages/game/cards")
    done = subprocess.run(
        [installed, "deck", "check", str(cards)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
