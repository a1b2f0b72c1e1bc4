"""How the shared screen looks: language, colours, text size, motion. Every choice shows at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.i18n import N_, Translator
from game.screens.base import Answer, ChangeLook, Scene
from game.screens.choice_sheet import Choice, ChoiceSheet

LANGUAGE_NAMES = {"sv": "Svenska", "en": "English"}
"""Each language in its own words, whatever the interface speaks."""

THEME_NAMES = {"light": N_("Ljust"), "dark": N_("Mörkt"), "contrast": N_("Hög kontrast")}
SCALES = {"1.0": N_("Vanlig"), "1.1": N_("Större"), "1.2": N_("Störst")}
MOTION = {"on": N_("Ja"), "off": N_("Nej")}


class LookScreen(ChoiceSheet):
    """Four rows of choices about the screen."""

    def title(self, scene: Scene) -> str:
        """What the sheet is about."""
        return scene._("Utseende och språk")

    def choices(self, scene: Scene) -> Sequence[Choice]:
        """Language, colours, text size, motion."""
        _, look = scene._, scene.look
        scale = min(SCALES, key=lambda one: abs(float(one) - look.text_scale))
        languages = {key: (name, "") for key, name in LANGUAGE_NAMES.items()}
        motion = "off" if look.is_motion_reduced else "on"
        return (
            Choice("language", _("Språk"), languages, look.language),
            Choice("theme", _("Färger"), _named(THEME_NAMES, _), look.theme),
            Choice("scale", _("Textstorlek"), _named(SCALES, _), scale),
            Choice("motion", _("Rörelser"), _named(MOTION, _), motion),
        )

    def choose(self, row: str, option: str, scene: Scene) -> Sequence[Answer]:
        """Change the look in one respect."""
        match row:
            case "language":
                look = replace(scene.look, language=option)
            case "theme":
                look = replace(scene.look, theme=option)
            case "scale":
                look = replace(scene.look, text_scale=float(option))
            case _:
                look = replace(scene.look, is_motion_reduced=option == "off")
        return (ChangeLook(look),)


def _named(names: Mapping[str, str], _: Translator) -> dict[str, tuple[str, str]]:
    return {key: (_(name), "") for key, name in names.items()}
