"""Translations: the program's texts are written in Swedish and translated to English by gettext.

This module knows no screen and no rule. The compiled catalogues lie in `assets/locale`.
Swedish needs no catalogue for its words, because the message ids are Swedish.
"""

from __future__ import annotations

import gettext
from functools import cache

from game.resources import assets_folder

LANGUAGES = ("sv", "en")
"""The languages of the interface, the first one being the source."""


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for translation without translating it yet."""
    return message


class Translator:
    """Translates the program's texts into one language; called like gettext's `_`.

    Values are filled in with `str.format`, so `_("{n} kort", n=3)`.
    """

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, message: str, /, **values: object) -> str:
        """The text in this language, with the values filled in."""
        text = self._catalogue.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form for `n` things; `n` itself may be used in the text as `{n}`."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **values)

    def context(self, context: str, message: str, /, **values: object) -> str:
        """A text whose Swedish has several meanings; `context` tells them apart."""
        text = self._catalogue.pgettext(context, message)
        return text.format(**values) if values else text


@cache
def translator(language: str) -> Translator:
    """The translator for `sv` or `en`; any other language gets Swedish."""
    if language not in LANGUAGES:
        language = LANGUAGES[0]
    catalogue = gettext.translation(
        "bemotande", localedir=str(assets_folder() / "locale"), languages=[language], fallback=True
    )
    return Translator(language, catalogue)
