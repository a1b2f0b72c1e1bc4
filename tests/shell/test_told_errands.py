"""Errands that take a while are told of, and one that is under way is not begun again."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from game.screens.base import Say
from game.shell.told_errands import SAYS_AFTER_S, ToldErrands


@dataclass(frozen=True)
class Asked:
    """What asks for an errand."""

    name: str = ""


def test_only_what_takes_long_is_told() -> None:
    """A short errand flickers by without words; a long one has them until it is taken up."""
    errands, gate = ToldErrands(), threading.Event()
    errands.run(gate.wait, lambda _done: (), "Läser om …")
    assert not errands.tell(SAYS_AFTER_S / 2)
    told = [errands.told]
    assert errands.tell(SAYS_AFTER_S)
    told.append(errands.told)
    assert not errands.tell(1.0)
    gate.set()
    errands.finish()
    assert errands.tell(0.0)
    told.append(errands.told)
    assert told == ["", "Läser om …", ""]
    errands.stop()


def test_the_same_is_not_begun_twice() -> None:
    """A second press on the same thing does nothing; once it is done it can be done again."""
    errands, gate, begun = ToldErrands(), threading.Event(), []

    def work() -> str:
        begun.append("x")
        gate.wait()
        return "klart"

    for name in ("a", "b"):
        errands.once(Asked(name), work, lambda words: (Say(words),), "")
    gate.set()
    assert errands.finish() == [Say("klart")]
    errands.once(Asked(), work, lambda words: (Say(words),), "")
    assert errands.finish() == [Say("klart")]
    assert len(begun) == 2
    errands.stop()
