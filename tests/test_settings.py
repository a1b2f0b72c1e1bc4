"""Settings: remembered, never lost by a kill, and never in the way of a start."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.settings import Look, Settings, data_folder, load_settings, save_settings

CHOSEN = Settings(language="en", look=Look.CONTRAST, text_size=130, reduced_motion=True, retention_months=6)


def test_a_first_start_has_the_standard_settings(tmp_path: Path) -> None:
    """Nothing is written by looking."""
    assert load_settings(tmp_path) == (Settings(), None)
    assert list(tmp_path.iterdir()) == []


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    """Saving and loading gives the same settings, and one file."""
    assert save_settings(tmp_path, CHOSEN)
    assert load_settings(tmp_path) == (CHOSEN, None)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    """Unknown keys survive a change of another setting."""
    (tmp_path / "settings.json").write_text('{"language": "en", "sound": {"volume": 7}}')
    settings, _ = load_settings(tmp_path)
    assert settings.unknown == {"sound": {"volume": 7}}
    assert save_settings(tmp_path, settings)
    written = json.loads((tmp_path / "settings.json").read_text())
    assert (written["sound"], written["language"]) == ({"volume": 7}, "en")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_the_standard_holds(tmp_path: Path, content: bytes) -> None:
    """The program starts, and what was there is kept under another name."""
    for number in (1, 2):
        (tmp_path / "settings.json").write_bytes(content)
        settings, aside = load_settings(tmp_path)
        assert settings == Settings()
        assert aside == tmp_path / f"settings.json.skadad-{number}"
        assert aside.read_bytes() == content
        assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"language": "de"}, Settings()),
        ({"language": ["sv"]}, Settings()),
        ({"look": "pink"}, Settings()),
        ({"look": {}}, Settings()),
        ({"text_size": 1000}, Settings(text_size=150)),
        ({"text_size": -5}, Settings(text_size=80)),
        ({"text_size": True}, Settings()),
        ({"text_size": "100"}, Settings()),
        ({"reduced_motion": "yes"}, Settings()),
        ({"retention_months": 0}, Settings(retention_months=1)),
        ({"retention_months": None}, Settings()),
    ],
)
def test_a_value_that_makes_no_sense_is_the_standard_one(
    tmp_path: Path, written: dict[str, object], expected: Settings
) -> None:
    """One wrong value does not lose the others."""
    (tmp_path / "settings.json").write_text(json.dumps({"reduced_motion": True, **written}))
    settings, aside = load_settings(tmp_path)
    assert aside is None
    kept = settings.reduced_motion or "reduced_motion" in written
    assert kept
    for field in fields(Settings):
        if field.name != "reduced_motion":
            assert getattr(settings, field.name) == getattr(expected, field.name)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=4,
)
KNOWN = [field.name for field in fields(Settings) if field.name != "unknown"]


@given(content=st.dictionaries(st.sampled_from([*KNOWN, "other"]), JSON_VALUES))
def test_no_json_keeps_the_program_from_starting(
    tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]
) -> None:
    """Whatever object the file holds, settings come out, and saving them is stable."""
    folder = tmp_path_factory.mktemp("settings")
    (folder / "settings.json").write_text(json.dumps(content))
    settings, aside = load_settings(folder)
    assert aside is None
    assert save_settings(folder, settings)
    assert load_settings(folder) == (settings, None)


def test_a_disk_that_refuses_leaves_the_old_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failed write is told, and loses nothing."""
    assert save_settings(tmp_path, CHOSEN)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert not save_settings(tmp_path, Settings())
    monkeypatch.undo()
    assert load_settings(tmp_path) == (CHOSEN, None)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_the_new_file_is_on_the_disk_before_it_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves the old settings or the new ones, never half of them."""
    assert save_settings(tmp_path, CHOSEN)
    seen: list[tuple[str, bool]] = []

    def synced(handle: int) -> None:
        seen.append(("sync", load_settings(tmp_path)[0] == CHOSEN))

    monkeypatch.setattr("os.fsync", synced)
    assert save_settings(tmp_path, Settings())
    assert seen == [("sync", True)]


def test_the_data_folder_can_be_chosen(tmp_path: Path) -> None:
    """`--data-dir` is made when it is missing, for this user alone."""
    folder = data_folder(tmp_path / "a" / "b")
    assert folder == tmp_path / "a" / "b"
    assert folder.is_dir()
    assert os.name != "posix" or folder.stat().st_mode & 0o077 == 0


def test_the_usual_data_folder_is_the_platforms(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a choice it is where the system keeps programs' data."""

    def user_data_path(name: str, *, appauthor: bool) -> Path:
        assert appauthor is False, "Windows would put a second folder around it"
        return tmp_path / name

    monkeypatch.setattr("platformdirs.user_data_path", user_data_path)
    assert data_folder() == tmp_path / "bemotande"
    assert (tmp_path / "bemotande").is_dir()


def test_settings_have_no_field_for_a_name() -> None:
    """What is remembered says nothing of who played."""
    assert set(KNOWN) == {"language", "look", "text_size", "reduced_motion", "retention_months"}
