"""The stores of drawn things."""

from __future__ import annotations

from game.ui.caching import Store


def test_what_was_used_last_is_kept() -> None:
    """When room is needed, what has not been asked for longest goes, and is made again when asked for."""
    made: list[str] = []
    store: Store[str] = Store(6, len)

    def ask(word: str) -> str:
        def make() -> str:
            made.append(word)
            return word

        return store.get(word, make)

    assert [ask(word) for word in ("ett", "två", "ett", "tre", "ett", "två")][-1] == "två"
    assert made == ["ett", "två", "tre", "två"]
    assert store.held_bytes == 6


def test_what_is_too_large_is_never_kept() -> None:
    """One thing larger than the store pushes nothing out."""
    store: Store[bytes] = Store(4, len)
    store.get("small", lambda: b"1234")
    assert store.get("large", lambda: b"123456") == b"123456"
    assert store.get("small", lambda: b"other") == b"1234"
