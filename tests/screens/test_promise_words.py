"""How promises are said in words: whose they are."""

from __future__ import annotations

import pytest

from game.i18n import translator
from game.screens.promise_words import title_of


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
