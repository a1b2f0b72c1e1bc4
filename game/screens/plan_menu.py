"""Another plan in mid-session: pace, number of cards, how close the cards go, facilitator or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.core.commands import ChangePlan
from game.core.plan import Preset
from game.core.views import TableView
from game.i18n import N_
from game.screens.base import Answer, Scene
from game.screens.choice_sheet import Choice, ChoiceSheet

PACES = {
    Preset.SHORT: (N_("Kort"), N_("läs, tala")),
    Preset.STANDARD: (N_("Standard"), N_("alla steg")),
    Preset.CALM: (N_("Lugn"), N_("par först")),
}
CLOSENESS = {
    "1": (N_("Lätt"), N_("om jobbet")),
    "2": (N_("Mellan"), N_("om oss")),
    "3": (N_("Nära"), N_("om mig")),
}
FACILITATOR = {
    "yes": (N_("Ja"), N_("styr frågorna")),
    "no": (N_("Nej"), N_("ni leder själva")),
}
_CARDS_SHOWN = 5


class PlanScreen(ChoiceSheet):
    """Four rows of choices about the rest of the session. All of them can be undone."""

    def title(self, scene: Scene) -> str:
        """What the sheet is about."""
        return scene._("Hur vill ni fortsätta?")

    def choices(self, scene: Scene) -> Sequence[Choice]:
        """Pace, cards, closeness, facilitator."""
        _, plan = scene._, scene.table.plan
        return (
            Choice("pace", _("Takt"), _said(PACES, scene), plan.preset),
            Choice("cards", _("Antal kort"), _numbers(scene.table), str(plan.cards)),
            Choice("near", _("Hur nära"), _said(CLOSENESS, scene), str(plan.max_intensity)),
            Choice(
                "lead", _("Handledare"), _said(FACILITATOR, scene), "yes" if plan.facilitator_mode else "no"
            ),
        )

    def choose(self, row: str, option: str, scene: Scene) -> Sequence[Answer]:
        """Change the plan in one respect. A chosen number of cards no longer follows the minutes."""
        plan = scene.table.plan
        match row:
            case "pace":
                plan = replace(plan, preset=Preset(option))
            case "cards":
                plan = replace(plan, cards=int(option), minutes=None)
            case "near":
                plan = replace(plan, max_intensity=int(option))
            case _:
                plan = replace(plan, facilitator_mode=option == "yes")
        return (ChangePlan(plan),)


def _said(
    options: dict[Preset, tuple[str, str]] | dict[str, tuple[str, str]], scene: Scene
) -> dict[str, tuple[str, str]]:
    return {str(key): (scene._(label), scene._(detail)) for key, (label, detail) in options.items()}


def _numbers(view: TableView) -> dict[str, tuple[str, str]]:
    """Some numbers around the present one; fewer than are played already is not offered."""
    chosen = view.plan.cards
    is_running = view.turn is not None and view.turn.card is not None
    least = min(chosen, max(1, view.pile.cards_played + (1 if is_running else 0)))
    first = max(least, chosen - _CARDS_SHOWN // 2)
    return {str(n): (str(n), "") for n in range(first, first + _CARDS_SHOWN)}
