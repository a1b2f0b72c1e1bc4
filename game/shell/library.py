"""The decks as the screens show them and as a session opens them.

Decks come from the command line, the program's own folder and the user's, and from files dropped on
the window. They are read when they are first needed, never in a frame; later readings may be done on
another thread and are then taken over whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pygame

from game.core.cards import Card, Deck, DeckId
from game.core.commands import OpenSession
from game.core.plan import Plan, Preset, ThemeKey, theme_key
from game.core.views import CardView
from game.decks import DeckListing, DeckNotFound, Library, ListingState, load_decks
from game.decks.on_disk import exists, is_folder
from game.i18n import Translator, translator
from game.resources import cards_folder
from game.screens.base import TOGETHER, DeckChoice, Preparation, SetupSum
from game.session import setup
from game.session.host import Host
from game.settings import own_decks_folder
from game.shell.deck_files import DeckFiles, held_fault
from game.shell.faults import NotPlayableError
from game.shell.pictures import loaded_picture

BACKS: Final = 6
"""How many deck backs there are."""
_USUAL_SEATS = 5
_FOR_ANYONE: Final = ("service", "kollegor")
"""The program's own decks that suit any workplace stand before those for one trade."""


class Decks:
    """Every deck that can be found, as it was at the last reading."""

    def __init__(self, arguments: Sequence[str], data_folder: Path) -> None:
        self._arguments = tuple(arguments)
        self.own_folder = own_decks_folder(data_folder)
        self._guests: tuple[Path, ...] = ()
        self._files = DeckFiles()
        self._library: Library | None = None
        self._choices: dict[str, tuple[DeckChoice, ...]] = {}
        self._backs: dict[str, int] = {}
        self._pictures: dict[tuple[str, str], pygame.Surface | None] = {}

    # --- reading

    @property
    def places(self) -> tuple[Path, ...]:
        """The files and folders that decks are looked for in; a folder may not exist yet."""
        named = (Path(argument) for argument in self._arguments if exists(Path(argument)))
        return (*named, cards_folder(), self.own_folder, *self._guests)

    def read(self, *, is_everything: bool = False) -> Library:
        """Read what has changed since the last reading. Shows nothing yet, so any one thread may do it."""
        if is_everything:
            self._files.forget()
        may_be_missing = (cards_folder(), self.own_folder)
        places = [place for place in self.places if place not in may_be_missing or is_folder(place)]
        return Library.build(places, self._files.read)

    def take(self, library: Library) -> None:
        """Show these decks from now on."""
        self._library = library
        self._choices.clear()
        self._pictures.clear()

    def add_guest(self, place: Path) -> None:
        """Look in a file or folder too, for as long as the program runs."""
        if place not in self._guests:
            self._guests = (*self._guests, place)

    # --- what there is

    def choices(self, language: str) -> tuple[DeckChoice, ...]:
        """Every deck found, refused ones too, in words of one language."""
        if language not in self._choices:
            listings = _for_anyone_first(self._found().listings)
            same_id = [listing.id for listing in listings]
            self._choices[language] = tuple(
                self._choice(listing, same_id.count(listing.id) > 1, language) for listing in listings
            )
        return self._choices[language]

    def listing(self, choice: str) -> DeckListing | None:
        """The one deck that a choice is; None when it is gone."""
        return next((listing for listing in self._found().listings if _key(listing) == choice), None)

    def choice_in(self, place: Path) -> str:
        """The choice that a file belongs to, or the first to play in a folder; empty when there is none."""
        real = _real(place)
        paths = {
            _key(listing): [_real(version.path) for version in listing.versions]
            for listing in sorted(self._found().listings, key=lambda listing: not load_decks(listing))
        }
        for key, files in paths.items():
            if real in files or any(file.parent == real for file in files):
                return key
        return ""

    def chosen_by_arguments(self, _: Translator) -> str:
        """The id of the choice that the command line names, or nothing. Raises `NotPlayableError`.

        A folder of several decks names none of them: they are shown to choose from.
        """
        if not self._arguments or any(len(self._in_folder(argument)) > 1 for argument in self._arguments):
            return ""
        return TOGETHER.join(_key(listing) for listing in self.named(_))

    def named(self, _: Translator) -> tuple[DeckListing, ...]:
        """The decks that the command line names, or all playable ones. Raises `NotPlayableError`."""
        if not self._arguments:
            return tuple(listing for listing in self._found().listings if load_decks(listing))
        found: list[DeckListing] = []
        for argument in self._arguments:
            for listing in self._in_folder(argument) or [self._named(argument, _)]:
                if any(listing.id == other.id for other in found):
                    words = _("Två lekar med samma id kan inte spelas ihop: {id}", id=listing.id)
                    raise NotPlayableError(words)
                found.append(listing)
        return tuple(found)

    def _named(self, argument: str, _: Translator) -> DeckListing:
        listing = self._found().find(argument)
        if isinstance(listing, DeckNotFound):
            raise NotPlayableError(listing.text(_))
        if listing.state is ListingState.REFUSED:
            faults = "\n".join(fault.line_text(_) for fault in listing.faults)
            raise NotPlayableError(_("Leken går inte att spela: {name}", name=argument) + "\n" + faults)
        return listing

    def _in_folder(self, argument: str) -> list[DeckListing]:
        """The decks to play in a folder that the command line names; none when it names no folder."""
        listings = self._found().listings
        if not exists(Path(argument)) or any(listing.id == argument for listing in listings):
            return []
        real = _real(Path(argument))
        return [listing for listing in listings if _real(listing.folder) == real and load_decks(listing)]

    def cards(self, choice: str) -> tuple[Card, ...]:
        """The cards of a choice, in one language."""
        return tuple(card for listing in self._chosen(choice) for card in load_decks(listing)[0].cards)

    def opening(
        self, host: Host, preparation: Preparation, total: SetupSum, language: str
    ) -> OpenSession | None:
        """The command that opens a session from a preparation; None when its deck is gone."""
        listings = self._chosen(preparation.deck)
        decks: list[Deck] = [deck for listing in listings for deck in load_decks(listing)]
        if not decks:
            return None
        plan = Plan(
            preset=total.preset,
            cards=total.cards,
            minutes=preparation.minutes if preparation.cards is None else None,
            max_intensity=preparation.max_intensity,
            weights=tuple((ThemeKey(key), weight) for key, weight in preparation.weights.items()),
            facilitator_mode=preparation.facilitator_mode,
        )
        seats = [(seat.name, seat.people) for seat in preparation.seats]
        return setup.build_open(host, decks, language, seats, plan)

    # --- pictures

    def load_picture(self, card: CardView | None) -> None:
        """Load the picture of a card before it is drawn."""
        if card is None or card.image is None or (card.deck_id, card.image) in self._pictures:
            return
        self._pictures[card.deck_id, card.image] = None
        for listing in self._found().listings:
            if listing.id == DeckId(card.deck_id):
                picture = loaded_picture(listing.folder, card.image)
                if picture is not None:
                    self._pictures[card.deck_id, card.image] = picture
                    return

    def picture(self, deck: str, path: str) -> pygame.Surface | None:
        """A picture that was loaded; None when it is missing."""
        return self._pictures.get((deck, path))

    # --- finding

    def _found(self) -> Library:
        if self._library is None:
            self._library = self.read()
        return self._library

    def _chosen(self, choice: str) -> list[DeckListing]:
        wanted = choice.split(TOGETHER)
        found = {_key(listing): listing for listing in self._found().listings}
        return [found[key] for key in wanted if key in found and load_decks(found[key])]

    def _choice(self, listing: DeckListing, is_twin: bool, language: str) -> DeckChoice:
        _ = translator(language)
        decks = load_decks(listing)
        cards = decks[0].cards if decks else ()
        refused = ""
        if listing.state is ListingState.REFUSED:
            refused = listing.faults[0].text(_) if listing.faults else _("Leken går inte att läsa.")
        held = held_fault(listing)
        seconds = setup.card_s(Preset.STANDARD, _USUAL_SEATS, cards) * len(cards)
        guests = [_real(place) for place in self._guests]
        return DeckChoice(
            id=_key(listing),
            title=listing.title(language),
            about=listing.about(language),
            cards=listing.card_count,
            minutes=listing.minutes or round(seconds / 60),
            languages=listing.languages,
            themes=tuple(
                (str(theme_key(listing.id, theme.id)), theme.name, theme.color, theme.icon)
                for theme in listing.themes(language)
            ),
            folder=str(listing.folder) if is_twin else "",
            left_out=listing.left_out,
            refused=refused,
            faults=tuple(fault.screen_text(_) for fault in listing.faults),
            # A deck that comes later must not change the colours of those that lie on the table.
            back=self._backs.setdefault(_key(listing), len(self._backs) % BACKS),
            deck_id=str(listing.id),
            held="" if held is None else held.screen_text(_),
            is_guest=any(_real(place) in guests for place in (listing.path, listing.folder)),
        )


def _for_anyone_first(listings: Sequence[DeckListing]) -> list[DeckListing]:
    """The listings in their order, but with the program's own decks for any workplace before its others."""
    own = _real(cards_folder())
    shipped = [listing for listing in listings if _real(listing.folder) == own]
    shipped.sort(key=lambda listing: (*_FOR_ANYONE, listing.id).index(listing.id))
    return [shipped.pop(0) if _real(listing.folder) == own else listing for listing in listings]


def _key(listing: DeckListing) -> str:
    return str(listing.path)


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, ValueError, RuntimeError):  # RuntimeError: a loop of symbolic links.
        return path
