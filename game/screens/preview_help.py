"""All keys of a preview, as the help of the game shows its own."""

from __future__ import annotations

from typing import Final

from game.i18n import N_
from game.screens.base import Scene
from game.screens.help import Groups, HelpScreen

GROUPS: Final[Groups] = (
    (
        N_("Bläddra"),
        (
            (("←", "→"), N_("förra och nästa kort")),
            (("Home", "End"), N_("första och sista kortet")),
            (("1", "–", "9", "↵"), N_("till kortet med numret")),
        ),
    ),
    (
        N_("Kortet"),
        (
            ((N_("Mellanslag"),), N_("svaren, följdfrågorna, kortet")),
            (("↑", "↓"), N_("sida i en lång text")),
            (("E",), N_("lättläst text")),
            (("L",), N_("nästa språk")),
        ),
    ),
    (
        N_("För dig som gör leken"),
        (
            (("N",), N_("stödet, som rummet aldrig ser")),
            (("F",), N_("allt att rätta, med rad och kolumn")),
        ),
    ),
    (
        N_("Fönstret"),
        (
            (("S",), N_("nästa storlek som rum har")),
            (("F11",), N_("helskärm")),
            (("Esc",), N_("stänger")),
        ),
    ),
)

SAVE = N_("Spara filen i din redigerare, så ritas kortet om.")


class PreviewHelp(HelpScreen):
    """The keys, and how a deck is edited while it is shown."""

    note = SAVE

    def groups_for(self, scene: Scene) -> Groups:
        """The same groups at any time."""
        return GROUPS
