"""What the seats screen says around its cards: the remark, the line under them, hints, and pasted lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from game.core.state import MAX_SEATS
from game.i18n import Translator
from game.screens.base import SeatEntry
from game.screens.foot import Hint, help_hint
from game.screens.seating_list import Pasted
from game.ui.canvas import Canvas
from game.ui.icons import icon
from game.ui.stage import Box
from game.ui.surfaces import slip
from game.ui.text import BODY, NAME

_MOST_NAMED = 6
_LONGEST_IN_HINT = 10


def remark(seats: Sequence[SeatEntry], _: Translator) -> str:
    """How many sit down, and at tables how many people they are."""
    people = sum(seat.people for seat in seats)
    if people > len(seats):
        places = _.plural("{n} plats", "{n} platser", len(seats))
        return f"{places}, " + _.plural("{n} person", "{n} personer", people)
    return _("{n} av högst {most}", n=len(seats), most=MAX_SEATS)


def draw_fault(canvas: Canvas, words: str) -> None:
    """Why a name was not taken, on a slip under the cards."""
    content, theme = canvas.stage.content, canvas.theme
    block = canvas.layout(words, NAME, content.w - 12, max_lines=1)
    box = Box(content.x, 67.8, block.width_vh + 10.0, 6.4)
    slip(canvas, box)
    icon(canvas, "fault", box.x + 4.0, box.center_y, 3.6, theme.fault, hole=theme.slip)
    inked = replace(block, style=block.style.colored(theme.slip_ink))
    canvas.block(inked, Box(box.x + 7.4, box.y, block.width_vh + 0.4, box.h), valign="middle")


def draw_advice(canvas: Canvas, seats: Sequence[SeatEntry], _: Translator) -> None:
    """A line under the cards: what is enough, what can be done, and what when all seats are taken."""
    content = canvas.stage.content
    if len(seats) >= MAX_SEATS:
        words = _("Är ni fler? Dela er i två grupper – eller sitt vid bord.")
    elif not seats:
        words = _("Förnamn eller smeknamn räcker. Namnen stannar på den här datorn.")
    else:
        words = _("Sitter ni vid bord? Välj en plats och tryck + för fler personer.")
    canvas.shrunk(words, content.x, 68.6, BODY.colored(canvas.theme.table_ink), content.w)


def hints(taken_up: SeatEntry | None, _: Translator, *, is_empty: bool, is_typing: bool) -> list[Hint]:
    """The keys that mean something now."""
    if is_typing:
        return [
            Hint(("↵",), _("nästa namn"), pygame.K_RETURN),
            Hint(("Esc",), _("slutar skriva"), pygame.K_ESCAPE),
        ]
    back = Hint(("PgUp",), _("tillbaka"), pygame.K_PAGEUP)
    if taken_up is not None:
        name = taken_up.name
        shown = name if len(name) <= _LONGEST_IN_HINT else name[: _LONGEST_IN_HINT - 1] + "…"
        return [
            Hint(("Shift", "←", "→"), _("flyttar {name}", name=shown)),
            Hint(("Delete",), _("tar bort"), pygame.K_DELETE),
            Hint(("↵",), _("ändrar"), pygame.K_RETURN),
        ]
    if is_empty:
        return [back, help_hint(_)]
    return [Hint(("←", "→"), _("väljer plats")), back, help_hint(_)]


def about_paste(pasted: Pasted, _: Translator) -> str:
    """What to say of a pasted list: what was changed, and who did not fit; nothing when all is as written."""
    said = []
    if pasted.changed:
        pairs = [_("{before} blev {after}", before=one, after=other) for one, other in pasted.changed[:3]]
        said.append(_("Ändrade namn: {pairs}.", pairs=", ".join(pairs)))
    if pasted.left_out:
        more = " …" if len(pasted.left_out) > _MOST_NAMED else ""
        names = ", ".join(pasted.left_out[:_MOST_NAMED]) + more
        said.append(_("Fick inte plats: {names}.", names=names))
    return " ".join(said)
