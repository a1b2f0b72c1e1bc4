"""How a game begins, as the command line asked: welcome, a fresh session, or a stored one."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass

from game.core.seating import check_name
from game.core.state import MAX_SEATS
from game.i18n import Translator
from game.options import Options
from game.screens.base import Preparation, SeatEntry
from game.screens.refusals import words_for
from game.session.sessions import AmbiguousSession, Listed, NoSuchSession, Status
from game.shell.contract import Begin
from game.shell.director import Director
from game.shell.faults import NotPlayableError
from game.shell.library import Decks
from game.shell.storage import Storage


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where the director begins, and what it is told to do first."""

    begin: Begin
    start: Callable[[Director], None]


def begin(options: Options, decks: Decks, storage: Storage, _: Translator) -> Beginning:
    """Look at the options before a window opens. Raises `NotPlayableError`."""
    if options.is_resuming:
        return _resume(options, storage, _)
    deck = decks.chosen_by_arguments(_)
    preparation = _preparation(options, deck, _)
    if deck and preparation.seats:
        return Beginning(Begin(preparation), lambda director: _start(director, preparation, storage, _))
    screen = "seats" if deck and len(options.decks) == 1 else "welcome"
    return Beginning(Begin(preparation, screen), lambda _director: None)


def _resume(options: Options, storage: Storage, _: Translator) -> Beginning:
    if options.decks:
        raise NotPlayableError(_("Välj antingen en lek eller --resume, inte båda."))
    listed = _stored_session(options.session, storage, _)
    return Beginning(Begin(Preparation()), lambda director: _go_on(director, listed.id))


def _go_on(director: Director, session: str) -> None:
    director.resume(session)


def _stored_session(wanted: str, storage: Storage, _: Translator) -> Listed:
    if not wanted:
        listed = storage.listed()
        unfinished = [one for one in listed if one.status is Status.UNFINISHED]
        if not unfinished and any(one.status is Status.IN_USE for one in listed):
            raise NotPlayableError(_("Det påbörjade spelet är redan öppet i ett annat fönster."))
        if not unfinished:
            raise NotPlayableError(_("Det finns inget påbörjat spel att fortsätta."))
        return unfinished[0]
    try:
        return storage.find(wanted)
    except AmbiguousSession as error:
        ids = ", ".join(error.ids)
        raise NotPlayableError(_("Flera spel börjar så: {ids}. Skriv fler tecken.", ids=ids)) from error
    except NoSuchSession as error:
        near = difflib.get_close_matches(wanted, [one.id for one in storage.listed()], n=1)
        hint = _(" Menade du {id}?", id=near[0]) if near else ""
        words = _("Det finns inget sparat spel som heter {id}.", id=wanted)
        raise NotPlayableError(words + hint) from error


def _preparation(options: Options, deck: str, _: Translator) -> Preparation:
    if len(options.players) > MAX_SEATS:
        raise NotPlayableError(_("Högst {n} platser får rum runt bordet.", n=MAX_SEATS))
    for place, name in enumerate(options.players):
        refused = check_name(name, options.players[:place])
        if refused is not None:
            raise NotPlayableError(f"{name}: {words_for(refused, _)}")
    plain = Preparation()
    return Preparation(
        deck=deck,
        seats=tuple(SeatEntry(" ".join(name.split())) for name in options.players),
        preset=options.preset,
        minutes=options.minutes or plain.minutes,
        cards=options.cards,
        facilitator_mode=options.is_facilitated,
    )


def _start(director: Director, preparation: Preparation, storage: Storage, _: Translator) -> None:
    kept = [one for one in storage.listed() if one.status is Status.UNFINISHED]
    if director.start(preparation) and kept:
        director.say(_("Ett påbörjat spel är sparat. Ni hittar det på startbilden."))
