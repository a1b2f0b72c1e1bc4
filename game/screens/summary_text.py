"""The summary as plain text, for a file that a person asked for. Names are left out unless asked."""

from __future__ import annotations

from game.core.state import PromiseForm
from game.core.views import PromiseView, TableView
from game.i18n import Translator
from game.screens.promise_words import asked_by, is_table, latest, sentence, stopped
from game.screens.summary_sheets import Section, columns_of


def summary_text(view: TableView, _: Translator, *, with_names: bool) -> str:
    """All lines and promises. Without names, promises have neither owner nor asker."""
    lines = [_("Det tar vi med oss"), ", ".join(view.deck_titles), ""]
    sections = [section for column in columns_of(view, _) for section in column]
    for section in sections:
        if section.lines or section.remark:
            lines += [*_lines(section), ""]
    typed = [promise for promise in view.promises if promise.form is PromiseForm.TYPED]
    shown = list(view.promises) if with_names else typed
    if shown:
        lines.append(_("Det här lovar vi"))
        lines += [f"- {_promise(view, promise, _, with_names=with_names)}" for promise in shown]
        lines.append("")
    return "\n".join(lines)


def _lines(section: Section) -> list[str]:
    remark = [f"  {section.remark}"] if section.remark else []
    return [f"{section.heading} ({section.count})", *(f"- {line}" for line in section.lines), *remark]


def _promise(view: TableView, promise: PromiseView, _: Translator, *, with_names: bool) -> str:
    words = sentence(promise, _, is_table=is_table(view, promise))
    by = latest(promise, _)
    parts = [words, stopped(by) if by else ""]
    if not with_names:
        return " ".join(part for part in parts if part)
    asks = asked_by(promise, _)
    parts.append(stopped(asks) if asks else "")
    said = " ".join(part for part in parts if part)
    if not promise.name:
        return said
    return f"{promise.name}: {said}" if promise.form is PromiseForm.TYPED else f"{promise.name} {said}"
