"""Puts together what the screens are shown, from the parts that a director keeps."""

from __future__ import annotations

from collections.abc import Mapping

from game.core.views import TableView
from game.i18n import translator
from game.screens.base import ClockView, Look, Preparation, Scene, StoredSession
from game.session.host import Host
from game.shell.deck_work import DeckWork
from game.shell.library import Decks
from game.shell.sums import setup_sum


def make_scene(
    host: Host | None,
    view: TableView | None,
    look: Look,
    clock: ClockView,
    preparation: Preparation,
    decks: Decks,
    stored: tuple[StoredSession, ...],
    draft: Mapping[str, str] | None,
    deck_work: DeckWork,
) -> Scene:
    """The scene of an open session, or, without a host, of the screens before one.

    `draft` is the one that waits to be saved; without it the one on disk is offered.
    """
    if draft is None:
        draft = {} if host is None else {key: str(words) for key, words in host.draft.items()}
    cards = 0 if host is None or host.state is None else len(host.state.shelf.keys)

    def ids() -> Host:
        assert host is not None, "ids belong to an open session"
        return host

    return Scene(
        _=translator(look.language),
        look=look,
        view=view,
        clock=clock,
        preparation=preparation,
        decks=decks.choices(look.language),
        stored=stored,
        sum=lambda wanted: setup_sum(wanted, decks.cards(wanted.deck)),
        new_text=lambda body: ids().new_text(body),
        new_keys=lambda: ids().new_keys(cards),
        new_id=lambda: str(ids().new_promise_id()),
        picture=decks.picture,
        draft=draft,
        reading=deck_work.reading,
        sheets=deck_work.sheets,
    )
