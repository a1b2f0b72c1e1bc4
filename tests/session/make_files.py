"""Makes the files that tests compare with or open. Run by hand, and look at the difference first.

python -m tests.session.make_files shapes     the shapes of stored events
python -m tests.session.make_files release    a session file of this version, once a release
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from game.core.state import State
from game.session.codec import TYPES, encode, shape_of
from game.session.database import SCHEMA_VERSION
from game.session.host import Host
from tests.session.building import file_of, opened, resume
from tests.session.playing import RandomGroup

FILES = Path(__file__).parent / "files"
RELEASE = FILES / f"v{SCHEMA_VERSION}.bemotande"


def make_shapes() -> None:
    """Write how every event looks in JSON."""
    shapes = {name: [version, shape_of(cls)] for name, (cls, version) in TYPES.items()}
    text = json.dumps(shapes, ensure_ascii=False, indent=1)
    (FILES / "shapes.json").write_text(text + "\n", encoding="utf-8")


def facts(state: State, version: int) -> dict[str, object]:
    """What a session says to people, in a form that outlives changes of classes."""
    return {
        "version": version,
        "stage": state.stage.value,
        "keep": None if state.keep is None else state.keep.value,
        "decks": [f"{deck.title} ({deck.language})" for deck in state.shelf.decks],
        "seats": [[seat.name.body, seat.people, seat.presence.value] for seat in state.seats],
        "turns": [
            [
                turn.number,
                turn.card,
                turn.takeaway.text.body if turn.takeaway and turn.takeaway.text else None,
            ]
            for turn in state.turns
        ],
        "promises": [[p.form.value, p.will.body if p.will else None, p.outcome] for p in state.promises],
    }


def play(folder: Path, seed: int) -> tuple[Host, set[str]]:
    """A session played at random, and the types of its events."""
    host = opened(folder, seed)
    RandomGroup(host, seed).accept(170)
    assert host.journal is not None, "an opened session has a journal"
    return host, {encode(event).type for entry in host.journal.read() for event in entry.events}


def make_release() -> None:
    """Write the session of this version that has the most types of events, and what it says."""
    with tempfile.TemporaryDirectory() as folder:
        best, types = -1, set[str]()
        for seed in range(400):
            host, found = play(Path(folder) / str(seed), seed)
            kept = host.state is not None and host.state.keep == "follow_up"
            host.close()
            if kept and len(found) > len(types):
                best, types = seed, found
        host = resume(next((Path(folder) / str(best) / "").glob("*.bemotande")))
        assert host.state is not None, "a journal has a first command"
        told = facts(host.state, host.version)
        host.close()
        RELEASE.write_bytes(file_of(host).read_bytes())
        text = json.dumps(told, ensure_ascii=False, indent=1)
        RELEASE.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
        print(f"{RELEASE.name}: {RELEASE.stat().st_size} bytes, {len(types)} of {len(TYPES)} types of events")
        print("missing:", ", ".join(sorted(set(TYPES) - types)))


if __name__ == "__main__":
    {"shapes": make_shapes, "release": make_release}[sys.argv[1]]()
