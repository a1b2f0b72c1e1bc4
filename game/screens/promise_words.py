"""How a promise is said in words: on the slips, in the summary, at the follow-up, in the text file."""

from __future__ import annotations

from game.core.state import PromiseForm
from game.core.views import PromiseView, TableView
from game.i18n import N_, Translator

_WHEN = ("när ", "when ")
_WILL = ("ska jag ", "jag ska ", "ska vi ", "vi ska ", "ska ", "jag ", "vi ", "i will ", "we will ")
_BY = ("senast ", "by ")
"""What people write although the sentence brings it along."""


def sentence(promise: PromiseView, _: Translator, *, is_table: bool = False) -> str:
    """The promise as one sentence; what it is when it was not typed. A table says "we"."""
    if promise.form is PromiseForm.PRIVATE:
        return _("behåller sitt löfte för sig själv")
    if promise.form is PromiseForm.ALOUD:
        return _("sa sitt löfte högt")
    when, will = _bare(promise.when, _WHEN), _bare(promise.will, _WILL)
    if when and will:
        words = N_("När {when} ska vi {will}") if is_table else N_("När {when} ska jag {will}")
        return stopped(_(words, when=when, will=will))
    if will:
        return stopped(_(N_("Vi ska {will}") if is_table else N_("Jag ska {will}"), will=will))
    return stopped(_("När {when}", when=when)) if when else ""


def is_table(view: TableView, promise: PromiseView) -> bool:
    """Whether the promise is a table's and not a person's."""
    return any(seat.id == promise.seat and seat.people > 1 for seat in view.seats)


def latest(promise: PromiseView, _: Translator) -> str:
    """By when; empty when nothing was said of it."""
    by = _bare(promise.by, _BY)
    return _("Senast {by}", by=by) if by else ""


def asked_by(promise: PromiseView, _: Translator) -> str:
    """Who asks about it; empty when nobody was chosen, or names are gone."""
    return _("{name} frågar", name=promise.asks_name) if promise.asks_name else ""


def owner(promise: PromiseView, _: Translator) -> str:
    """Whose promise it is; something to say when the names are gone."""
    return promise.name or _("Någon av oss")


def title_of(name: str, _: Translator, *, is_plural: bool = False) -> str:
    """Whose promise it is. Swedish adds no s after s, x and z, and a colon after a digit or a lone letter."""
    if _.language == "sv" and (name[-1:].isdigit() or len(name) == 1):
        name += ":"
    if name[-1:].casefold() in ("s", "x", "z"):
        return _("{name} löften", name=name) if is_plural else _("{name} löfte", name=name)
    return _("{name}s löften", name=name) if is_plural else _("{name}s löfte", name=name)


def _bare(words: str, starts: tuple[str, ...]) -> str:
    """Without the beginning and the full stop that the sentence brings along."""
    words = words.strip().rstrip(".").strip()
    start = next((start for start in starts if words.casefold().startswith(start)), "")
    return words[len(start) :].lstrip()


def stopped(words: str) -> str:
    """With a full stop, unless it has its own end."""
    return words if words.endswith(("?", "!", "…")) else words + "."
