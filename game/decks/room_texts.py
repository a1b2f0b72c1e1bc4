"""The words for what is legal in a deck but bad in a room: what it is, and what to do about it.

Message ids are Swedish. They are advice from somebody who wants the evening to go well, not faults.
"""

from __future__ import annotations

from game.decks.fault_codes import FaultCode, FaultText
from game.i18n import N_

_ADVICE = N_("råd")


def _advice(problem: str, remedy: str) -> FaultText:
    return FaultText(problem, remedy, consequence=_ADVICE)


ROOM_TEXTS: dict[FaultCode, FaultText] = {
    FaultCode.LONG_TEXT: _advice(
        N_("”{key}” är {words} ord för lång för att läsas på håll, så den blir upp till {pages} sidor"),
        N_("korta till högst {high} tecken, eller låt en del bli en följdfråga"),
    ),
    FaultCode.MANY_LINES: _advice(
        N_("”{key}” har så många rader och stycken att den inte ryms på en sida"),
        N_("skriv ihop raderna, till exempel med ”>-”"),
    ),
    FaultCode.MANY_WORDS: _advice(
        N_("Texten har {words} ord, mer än kort av sorten {kind} brukar behöva"),
        N_("korta gärna till {high} ord, så hinner alla ta in den"),
    ),
    FaultCode.CROWDED_VOTE: _advice(
        N_("{number} långa val får inte plats bredvid texten på en skärm i formatet 4:3"),
        N_("korta valen till högst {high} tecken, eller ta bort ett"),
    ),
    FaultCode.NO_PROMPTS: _advice(
        N_("Kortet har inga följdfrågor, så samtalet får klara sig utan hjälp"),
        N_("skriv tre till fem under prompts"),
    ),
    FaultCode.CLOSED_PROMPT: _advice(
        N_("Följdfrågan ”{value}” går att svara på med ett ord"),
        N_("börja med Vad, Hur, När eller Vem, så får den fler att berätta"),
    ),
    FaultCode.MISSING_GLYPHS: _advice(
        N_("”{key}” har tecken som blir tomma rutor på skärmen: {characters}"),
        N_("byt ut dem mot ord eller vanliga tecken"),
    ),
    FaultCode.PICTURE_SMALL: _advice(
        N_("Bilden ”{value}” är {width} × {height} bildpunkter, så den blir suddig på en stor skärm"),
        N_("ta en som är minst {wide} × {tall}"),
    ),
    FaultCode.PICTURE_HEAVY: _advice(
        N_("Bilden ”{value}” är onödigt stor ({width} × {height}, {kilobytes} kB), så kortet dröjer"),
        N_("spara den mindre; {wide} × {tall} räcker också på den skarpaste skärmen"),
    ),
    FaultCode.PICTURE_NARROW: _advice(
        N_("Bilden ”{value}” är så smal ({width} × {height}) att det är svårt att se vad den föreställer"),
        N_("beskär den, så att den längre sidan är högst {times} gånger den kortare"),
    ),
    FaultCode.PICTURE_GIVES_WAY: _advice(
        N_("Texten är så lång att bilden ”{value}” inte får plats bredvid den, så rummet får inte se den"),
        N_("korta texten till högst {high} tecken, eller ta bort bilden"),
    ),
    FaultCode.THEME_UNUSED: _advice(
        N_("Temat ”{value}” har inga kort"), N_("ge det några, eller ta bort det")
    ),
    FaultCode.THEME_DOMINATES: _advice(
        N_("Temat ”{value}” har {number} av lekens {total} kort"),
        N_("dela upp det, så att samma tema inte kommer gång på gång"),
    ),
    FaultCode.THEME_LONELY: _advice(
        N_("Temat ”{value}” har bara ett kort, och de andra har fler"),
        N_("skriv några till, eller slå ihop det med ett annat tema"),
    ),
    FaultCode.CARD_WITHOUT_THEME: _advice(
        N_("Kortet har inget tema, och de flesta andra har"), N_("skriv theme på kortet")
    ),
    FaultCode.CARDS_WITHOUT_THEME: _advice(
        N_("{number} av {total} kort har inget tema; det här är det första"),
        N_("ge alla kort ett tema, eller inget kort"),
    ),
    FaultCode.NO_EVERYDAY_CARD: _advice(
        N_("Inget kort har intensity 1, och en ny grupp behöver få börja lätt"),
        N_("skriv några vardagliga kort, eller sänk några"),
    ),
    FaultCode.FIELD_IN_ONE_LANGUAGE: _advice(
        N_("Kortet ”{value}” har ”{key}” i {other} men inte här"), N_("skriv det här också")
    ),
    FaultCode.FIELD_DIFFERS: _advice(
        N_("Kortet ”{value}” har {key}: {actual} här och {expected} i {other}"),
        N_("skriv samma i båda; annars följer leken {reference}"),
    ),
    FaultCode.THEME_IN_ONE_LANGUAGE: _advice(
        N_("Temat ”{value}” finns inte i {other}"), N_("lägg till det där, eller rätta temats id")
    ),
    FaultCode.THEME_LOOKS_DIFFERENT: _advice(
        N_("Temat ”{value}” har en annan {key} i {other}"),
        N_("skriv samma i båda, så att kortet ser likadant ut när ni byter språk"),
    ),
}
