"""The decks as the screens show them and as a session opens them.

Decks come from the command line, the program's own folder and the user's. They are read when
they are first needed, never in a frame.
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
from game.decks import DeckListing, DeckNotFound, Library, ListingState, load_decks, picture_fault
from game.i18n import Translator, translator
from game.resources import cards_folder
from game.screens.base import DeckChoice, Preparation, SetupSum
from game.session import setup
from game.session.host import Host
from game.shell.faults import NotPlayableError

BACKS: Final = 6
"""How many deck backs there are."""
TOGETHER: Final = "|"
"""Joins the ids of decks that are played together."""
_USUAL_SEATS = 5


class Decks:
    """Every deck that can be found, read once until it is asked to read again."""

    def __init__(self, arguments: Sequence[str], data_folder: Path) -> None:
        self._arguments = tuple(arguments)
        self.own_folder = data_folder / "decks"
        self._library: Library | None = None
        self._choices: dict[str, tuple[DeckChoice, ...]] = {}
        self._pictures: dict[tuple[str, str], pygame.Surface | None] = {}

    def read_again(self) -> None:
        """Forget what was read, so that changed files are seen."""
        self._library = None
        self._choices.clear()
        self._pictures.clear()

    def choices(self, language: str) -> tuple[DeckChoice, ...]:
        """Every deck found, refused ones too, in words of one language."""
        if language not in self._choices:
            listings = self._found().listings
            same_id = [listing.id for listing in listings]
            self._choices[language] = tuple(
                _choice(listing, place, same_id.count(listing.id) > 1, language)
                for place, listing in enumerate(listings)
            )
        return self._choices[language]

    def chosen_by_arguments(self, _: Translator) -> str:
        """The id of the choice that the command line names, or nothing. Raises `NotPlayableError`."""
        return TOGETHER.join(_key(listing) for listing in self.named(_)) if self._arguments else ""

    def named(self, _: Translator) -> tuple[DeckListing, ...]:
        """The decks that the command line names, or all playable ones. Raises `NotPlayableError`."""
        if not self._arguments:
            return tuple(listing for listing in self._found().listings if load_decks(listing))
        found: list[DeckListing] = []
        for argument in self._arguments:
            listing = self._found().find(argument)
            if isinstance(listing, DeckNotFound):
                raise NotPlayableError(listing.text(_))
            if listing.state is ListingState.REFUSED:
                faults = "\n".join(fault.line_text(_) for fault in listing.faults)
                raise NotPlayableError(_("Leken går inte att spela: {name}", name=argument) + "\n" + faults)
            if any(listing.id == other.id for other in found):
                raise NotPlayableError(_("Två lekar med samma id kan inte spelas ihop: {id}", id=listing.id))
            found.append(listing)
        return tuple(found)

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
            path = listing.folder / card.image
            # A journal may come from elsewhere, so its path is checked as a deck's would be.
            if listing.id == DeckId(card.deck_id) and picture_fault(listing.folder, card.image) is None:
                try:
                    self._pictures[card.deck_id, card.image] = pygame.image.load(str(path))
                except (pygame.error, OSError):
                    continue
                return

    def picture(self, deck: str, path: str) -> pygame.Surface | None:
        """A picture that was loaded; None when it is missing."""
        return self._pictures.get((deck, path))

    # --- finding

    def _found(self) -> Library:
        if self._library is None:
            named = [Path(argument) for argument in self._arguments if Path(argument).exists()]
            folders = [folder for folder in (cards_folder(), self.own_folder) if folder.is_dir()]
            self._library = Library.build([*named, *folders])
        return self._library

    def _chosen(self, choice: str) -> list[DeckListing]:
        wanted = choice.split(TOGETHER)
        found = {_key(listing): listing for listing in self._found().listings}
        return [found[key] for key in wanted if key in found and load_decks(found[key])]


def _key(listing: DeckListing) -> str:
    return str(listing.path)


def _choice(listing: DeckListing, place: int, is_twin: bool, language: str) -> DeckChoice:
    _ = translator(language)
    decks = load_decks(listing)
    cards = decks[0].cards if decks else ()
    refused = ""
    if listing.state is ListingState.REFUSED:
        refused = listing.faults[0].text(_) if listing.faults else _("Leken går inte att läsa.")
    seconds = setup.card_s(Preset.STANDARD, _USUAL_SEATS, cards) * len(cards)
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
        back=place % BACKS,
    )
