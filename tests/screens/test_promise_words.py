"""How promises are said in words: whose they are, and as one sentence."""

from __future__ import annotations

import pytest

from game.core.state import PromiseForm, PromiseId, SeatId
from game.core.views import PromiseView
from game.i18n import translator
from game.screens.promise_words import latest, sentence, title_of


def view(when: str, will: str, by: str) -> PromiseView:
    """A typed promise."""
    return PromiseView(
        PromiseId("löfte"), SeatId("plats"), "Åsa", PromiseForm.TYPED, when, will, by, None, "", None
    )


@pytest.mark.parametrize(
    ("name", "swedish", "english"),
    [
        ("Fatima", "Fatimas löfte", "Fatima’s promise"),
        ("Lars", "Lars löfte", "Lars’s promise"),
        ("Max", "Max löfte", "Max’s promise"),
        ("Bord 1", "Bord 1:s löfte", "Bord 1’s promise"),
        ("Ö", "Ö:s löfte", "Ö’s promise"),
    ],
)
def test_whose_promise_it_is(name: str, swedish: str, english: str) -> None:
    """The genitive is as people write it, after a table's number too."""
    assert title_of(name, translator("sv")) == swedish
    assert title_of(name, translator("en")) == english


@pytest.mark.parametrize(
    ("when", "will", "by"),
    [
        ("det ringer", "svara själv", "fredag"),
        ("När det ringer.", "ska jag svara själv.", "Senast fredag."),
        ("när det ringer", "Jag ska svara själv", "senast  fredag"),
    ],
)
def test_words_that_the_sentence_brings_along_are_not_said_twice(when: str, will: str, by: str) -> None:
    """Who writes "när det ringer" in the field after "När" gets one "när" all the same."""
    promise = view(when, will, by)
    assert sentence(promise, translator("sv")) == "När det ringer ska jag svara själv."
    assert latest(promise, translator("sv")) == "Senast fredag"


def test_words_that_only_begin_alike_are_kept() -> None:
    """A word such as närvaron is no när, and skaka is no ska."""
    promise = view("närvaron brister", "skaka hand", "")
    assert sentence(promise, translator("sv")) == "När närvaron brister ska jag skaka hand."
