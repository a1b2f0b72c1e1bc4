"""What the keys of a preview are called on its band."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.i18n import Translator
from game.screens.foot import Hint
from game.screens.phases.card import LANGUAGES
from game.screens.preview_source import Face


def preview_hints(
    _: Translator, *, has_note: bool, has_easy: bool, languages: Sequence[str], language: str, faults: int
) -> list[Hint]:
    """The keys that do something for this card, those that are hard to guess first."""
    hints: list[Hint] = []
    if has_note:
        hints.append(Hint(("N",), _("stöd"), pygame.K_n))
    if has_easy:
        hints.append(Hint(("E",), _("lättläst"), pygame.K_e))
    if len(languages) > 1 and language in languages:
        coming = next_of(languages, language)
        words = LANGUAGES.get(coming)
        hints.append(Hint(("L",), _(words) if words else coming, pygame.K_l))
    if faults:
        hints.append(Hint(("F",), _.plural("{n} att rätta", "{n} att rätta", faults), pygame.K_f))
    return hints


def next_of(languages: Sequence[str], language: str) -> str:
    """The language that follows, round from the last to the first."""
    return languages[(languages.index(language) + 1) % len(languages)]


def space_does(_: Translator, faces: Sequence[Face], face: Face, *, has_next_page: bool) -> str:
    """What Space shows next; no faces: there is no card."""
    if not faces:
        return _("Väntar på filen")
    if has_next_page:
        return _("Nästa sida")
    if len(faces) == 1:
        return _("Nästa kort")
    match faces[(faces.index(face) + 1) % len(faces)]:
        case Face.VOTE:
            return _("Visa svaren")
        case Face.PROMPTS:
            return _("Visa följdfrågorna")
        case Face.FRONT:
            return _("Visa kortet")
