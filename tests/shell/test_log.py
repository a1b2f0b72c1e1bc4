"""The log: small, rotating, and never in the way."""

from __future__ import annotations

from pathlib import Path

from game.shell.log import MAX_BYTES, Log


def test_a_line_tells_command_and_version(tmp_path: Path) -> None:
    """An accepted command is one line with its version."""
    Log(tmp_path).accepted("Next", 7)
    assert (tmp_path / "bemotande.log").read_text().endswith("accepted Next version=7\n")


def test_a_grown_log_is_turned_over_at_start(tmp_path: Path) -> None:
    """The old lines lie in `bemotande.1.log`, older ones in `.2`, and no more are kept."""
    for run in range(4):
        (tmp_path / "bemotande.log").write_text(f"{run}" + "x" * MAX_BYTES)
        Log(tmp_path).stopped(0)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["bemotande.1.log", "bemotande.2.log", "bemotande.log"]
    assert (tmp_path / "bemotande.1.log").read_text().startswith("3")


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    """Where the log should be lies a folder: the game goes on without a log."""
    (tmp_path / "bemotande.log").mkdir()
    Log(tmp_path).accepted("Next", 1)
    assert (tmp_path / "bemotande.log").is_dir()
