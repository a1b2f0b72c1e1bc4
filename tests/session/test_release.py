"""Files that released versions wrote are opened by this one."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copyfile

import pytest

from game.core import commands as cmd
from game.session.database import SCHEMA_VERSION
from game.session.host import Accepted
from tests.session.building import resume
from tests.session.make_files import FILES, facts

RELEASES = sorted(FILES.glob("v*.bemotande"))


def test_every_schema_version_has_a_file() -> None:
    """A new schema version comes with a file; `python -m tests.session.make_files release`."""
    assert [path.stem for path in RELEASES] == [f"v{number}" for number in range(1, SCHEMA_VERSION + 1)]


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_a_released_file_says_what_it_said_then(release: Path, tmp_path: Path) -> None:
    """The session reads as it did when it was written, and can be gone on with."""
    path = tmp_path / release.name
    copyfile(release, path)
    host = resume(path)
    assert host.state is not None
    told = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
    assert facts(host.state, host.version) == told
    command = cmd.Next(host.version) if host.state.stage == "follow_up" else cmd.BeginFollowUp()
    assert isinstance(host.submit(command), Accepted)
    assert host.close() is None
