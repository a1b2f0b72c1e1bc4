"""Every reason for a refusal in words that a group understands, with what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.core.refusals import Refusal, Refused
from game.i18n import N_, Translator

WORDS: Final[Mapping[Refusal, str]] = {
    Refusal.STALE: N_("Någon hann före. Titta på skärmen och tryck igen om det behövs."),
    Refusal.ALREADY_OPEN: N_("Spelet är redan i gång."),
    Refusal.NOT_OPEN: N_("Spelet har inte börjat än."),
    Refusal.WRONG_STAGE: N_("Det går inte just nu."),
    Refusal.WRONG_PHASE: N_("Det går inte i det här steget."),
    Refusal.NOTHING_TO_TAKE_BACK: N_("Här finns inget steg att ta tillbaka. Ctrl+Z ångrar det senaste."),
    Refusal.NOTHING_TO_UNDO: N_("Det finns inget att ångra."),
    Refusal.NOTHING_TO_REDO: N_("Det finns inget att göra om."),
    Refusal.CANNOT_BE_UNDONE: N_("Det som är raderat går inte att få tillbaka."),
    Refusal.PILE_EMPTY: N_("Högen är slut, så kortet går inte att byta."),
    Refusal.NO_CARDS: N_("Inga kort passar de valen. Ta med fler teman eller höj hur nära korten får gå."),
    Refusal.NOBODY_PRESENT: N_(
        "Ingen är med vid bordet. Tryck D och säg vem som är tillbaka, eller avsluta."
    ),
    Refusal.NO_SEATS: N_("Skriv minst ett namn först."),
    Refusal.TOO_MANY_SEATS: N_("Åtta platser är fulla. Är ni fler kan en plats vara ett bord."),
    Refusal.NAME_EMPTY: N_("Skriv ett namn först."),
    Refusal.NAME_TAKEN: N_("Det finns redan någon som heter så. Prova ”{suggestion}”."),
    Refusal.TEXT_TOO_LONG: N_("Texten är för lång. Korta den lite."),
    Refusal.UNKNOWN_SEAT: N_("Den platsen finns inte längre."),
    Refusal.SEAT_AWAY: N_("Den personen är borta just nu."),
    Refusal.SEAT_PRESENT: N_("Den personen är redan med."),
    Refusal.SEAT_HAD_TURN: N_("Den personen har redan haft sin tur det här varvet."),
    Refusal.SAME_SEAT: N_("Välj någon annan."),
    Refusal.BAD_ORDER: N_("Ordningen stämmer inte med dem som sitter vid bordet."),
    Refusal.BAD_PLAN: N_("De valen går inte ihop. Välj minst ett kort."),
    Refusal.UNKNOWN_TURN: N_("Det kortet är inte draget."),
    Refusal.NO_VOTE: N_("På det här kortet visar ingen något val."),
    Refusal.BAD_TALLY: N_("Antalet går inte att läsa. Räkna om och fyll i igen."),
    Refusal.TALLY_TOO_HIGH: N_("Nu är det fler val än personer. Ta bort ett först."),
    Refusal.NO_SUCH_PROMPT: N_("Kortet har ingen fråga med det numret."),
    Refusal.PROMPT_OPEN: N_("Den frågan ligger redan framme."),
    Refusal.NO_PROMPT_OPEN: N_("Ingen fråga ligger framme."),
    Refusal.NO_SPEAKER: N_("Ingen har ordet just nu."),
    Refusal.NOT_AN_OWN_CARD: N_("Bara egna kort går att skriva på."),
    Refusal.PLAN_NOT_REACHED: N_("Det finns kort kvar i planen. Tryck mellanslag så kommer nästa."),
    Refusal.NO_SUCH_PROMISE: N_("Det finns inget löfte där."),
    Refusal.EMPTY_PROMISE: N_("Skriv löftet först, eller tryck mellanslag om det sägs högt."),
    Refusal.PRIVATE_HAS_WORDS: N_("Ett löfte som du behåller för dig själv skrivs inte."),
    Refusal.ALREADY_CHOSEN: N_("Det är redan valt."),
    Refusal.UNKNOWN_TEXT: N_("Den texten finns inte längre."),
}


def words_for(refused: Refused, _: Translator) -> str:
    """Why a command was refused, in the interface's language."""
    return _(WORDS[refused.reason]).replace("{suggestion}", refused.suggestion)
