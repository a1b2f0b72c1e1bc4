"""The words for the faults of a deck file: what is wrong, and what to do about it.

Message ids are Swedish. This module holds texts only; `game.decks.faults` puts them together.
"""

from __future__ import annotations

from game.decks.fault_codes import FaultCode, FaultText
from game.i18n import N_

_DID_YOU_MEAN = N_("menade du ”{guess}”?")
_QUOTE_IT = N_("sätt hela texten inom raka citattecken, eller skriv den på egna rader under ”|”")

TEXTS: dict[FaultCode, FaultText] = {
    FaultCode.FILE_MISSING: FaultText(N_("Filen finns inte"), N_("kontrollera namn och mapp")),
    FaultCode.FILE_UNREADABLE: FaultText(
        N_("Filen går inte att läsa ({reason})"), N_("kontrollera att du har rätt att öppna den")
    ),
    FaultCode.NOT_A_FILE: FaultText(
        N_("Det här är ingen vanlig fil, eller en mapp som inte går att öppna"), N_("ange en YAML-fil")
    ),
    FaultCode.FILE_TOO_LARGE: FaultText(
        N_("Filen är större än {limit} MB"), N_("dela upp korten på flera kortlekar")
    ),
    FaultCode.FILE_EMPTY: FaultText(N_("Filen är tom"), N_("skriv åtminstone title och cards")),
    FaultCode.NOT_UTF8: FaultText(
        N_("Filen är inte sparad som UTF-8"),
        N_("öppna den i en textredigerare, välj Spara som och kodningen UTF-8"),
    ),
    FaultCode.YAML_COLON: FaultText(N_("Ett kolon står där YAML inte väntar sig det"), _QUOTE_IT),
    FaultCode.YAML_TAB: FaultText(
        N_("Raden är indragen med tabb, eller börjar med ett tecken som YAML har tagit (@ ` %)"),
        N_("dra in med mellanslag, och sätt text som börjar så inom raka citattecken"),
    ),
    FaultCode.YAML_QUOTE: FaultText(
        N_("Ett citattecken som öppnas här stängs aldrig"),
        N_("sätt ett likadant citattecken där texten slutar"),
    ),
    FaultCode.YAML_INDENT: FaultText(
        N_("Raden passar inte ihop med raderna före"),
        N_("kontrollera indragen: nycklar som hör ihop börjar i samma kolumn, och listor med ”- ”"),
    ),
    FaultCode.YAML_ALIAS: FaultText(
        N_("YAML läser ordet efter * eller & som en hänvisning, och den går inte att följa"),
        N_("sätt texten inom raka citattecken om den ska börja med * eller &"),
    ),
    FaultCode.YAML_SYNTAX: FaultText(
        N_("Filen är inte giltig YAML här ({reason})"),
        N_("kontrollera kolon, citattecken och indrag på raden"),
    ),
    FaultCode.TOO_DEEP: FaultText(
        N_("Listor och objekt ligger i varandra i mer än {limit} led"), N_("ta bort parenteser eller indrag")
    ),
    FaultCode.TOO_MANY_ALIASES: FaultText(
        N_("Filen har fler än {limit} hänvisningar med *"), N_("skriv ut texterna i stället")
    ),
    FaultCode.TOO_MANY_NODES: FaultText(
        N_("Filen har mer än {limit} värden, hänvisningar inräknade"),
        N_("dela upp korten på flera kortlekar, och skriv ut det som du har hänvisat till"),
    ),
    FaultCode.ALIAS_IN_ITSELF: FaultText(
        N_("Hänvisningen *{name} pekar på något som den själv ligger i"), N_("skriv ut texten i stället")
    ),
    FaultCode.MERGE_KEY: FaultText(
        N_("Sammanslagning med << används inte i kortlekar"), N_("skriv ut fälten på varje kort")
    ),
    FaultCode.EXTRA_DOCUMENT: FaultText(
        N_("Här börjar ett nytt dokument (---), och det läses inte"), N_("ta bort raden med ---")
    ),
    FaultCode.NOT_A_DECK: FaultText(
        N_("Filen innehåller ingen kortlek"), N_("börja med title: och cards: längst till vänster")
    ),
    FaultCode.TAG: FaultText(
        N_("”{tag}” läses som en tagg i YAML, inte som text"), N_("sätt texten inom raka citattecken")
    ),
    FaultCode.KEY_NOT_TEXT: FaultText(N_("Här står en lista eller ett objekt som nyckel"), _QUOTE_IT),
    FaultCode.UNKNOWN_KEY: FaultText(
        N_("Nyckeln ”{key}” finns inte"), N_("ta bort den, eller använd någon av {known}"), _DID_YOU_MEAN
    ),
    FaultCode.DUPLICATE_KEY: FaultText(
        N_("Nyckeln ”{key}” står två gånger, först på rad {first}"),
        N_("ta bort den ena; den första används så länge"),
    ),
    FaultCode.MISSING: FaultText(N_("”{key}” saknas eller är tom"), N_("skriv något efter {key}:")),
    FaultCode.NOT_TEXT: FaultText(
        N_("”{key}” ska vara en text men är en lista eller ett objekt"),
        _QUOTE_IT,
    ),
    FaultCode.NOT_A_LIST: FaultText(
        N_("”{key}” ska vara en lista"), N_("skriv varje del på en egen rad som börjar med ”- ”")
    ),
    FaultCode.NOT_AN_OBJECT: FaultText(
        N_("”{key}” ska ha nycklar under sig"), N_("skriv till exempel ”{example}”")
    ),
    FaultCode.NOT_A_NUMBER: FaultText(
        N_("”{key}” ska vara ett heltal, inte ”{value}”"),
        N_("skriv en siffra mellan {low} och {high}, utan citattecken"),
    ),
    FaultCode.NUMBER_OUTSIDE: FaultText(
        N_("”{key}” är {value}"), N_("skriv ett tal mellan {low} och {high}")
    ),
    FaultCode.FORMAT_UNKNOWN: FaultText(
        N_("Kortleken är skriven i format {value}, och programmet kan bara format {high}"),
        N_("uppdatera programmet, eller skriv format: {high}"),
    ),
    FaultCode.UNPRINTABLE: FaultText(
        N_("”{key}” innehåller ett tecken som inte går att visa ({character})"),
        N_("skriv om texten för hand där tecknet står; det har ofta följt med när text klistrats in"),
    ),
    FaultCode.TOO_LONG: FaultText(
        N_("”{key}” har {length} tecken, och högst {high} får plats"), N_("korta texten")
    ),
    FaultCode.SHORTENED: FaultText(
        N_("”{key}” har {length} tecken, och högst {high} får plats"), N_("korta texten; så länge kapas den")
    ),
    FaultCode.UNKNOWN_CHOICE: FaultText(
        N_("”{value}” går inte att välja som {key}"), N_("välj någon av {known}"), _DID_YOU_MEAN
    ),
    FaultCode.UNKNOWN_NAME: FaultText(
        N_("”{value}” finns inte bland namnen för {key}, så ”{used}” används"),
        N_("välj någon av {known}"),
        _DID_YOU_MEAN,
    ),
    FaultCode.BAD_ID: FaultText(
        N_("Id ”{value}” har tecken som inte går i ett id"), N_("skriv ”{used}”; det används så länge")
    ),
    FaultCode.BAD_THEME_ID: FaultText(
        N_("”{value}” går inte att ha som id för ett tema"), N_("skriv ett kort ord, till exempel telefon")
    ),
    FaultCode.DUPLICATE_ID: FaultText(
        N_("Id ”{value}” finns redan på kortet på rad {first}"),
        N_("ge kortet ett eget id; så länge heter det ”{used}”"),
    ),
    FaultCode.BAD_LANGUAGE: FaultText(
        N_("”{value}” är ingen språkkod, så ”{used}” används"), N_("skriv sv eller en")
    ),
    FaultCode.LANGUAGE_DISAGREES: FaultText(
        N_("Filnamnet säger ”{suffix}” men language är ”{value}”"), N_("byt filens namn eller ändra language")
    ),
    FaultCode.EMPTY_ENTRY: FaultText(
        N_("En del av ”{key}” är tom"), N_("skriv något på raden eller ta bort den")
    ),
    FaultCode.TOO_MANY_ENTRIES: FaultText(
        N_("”{key}” har {number} delar, och högst {high} får plats"), N_("ta bort några")
    ),
    FaultCode.TOO_FEW_ENTRIES: FaultText(
        N_("Ett dilemma ska ha {low} till {high} val under ”{key}”, och här är {number}"),
        N_("skriv fler, eller välj en annan sorts kort under kind"),
    ),
    FaultCode.WRONG_KIND: FaultText(
        N_("”{key}” hör till kort av sorten {kind}, inte {actual}"),
        N_("ta bort raden, eller skriv kind: {kind}"),
    ),
    FaultCode.UNKNOWN_THEME: FaultText(
        N_("Temat ”{value}” finns inte i kortleken"),
        N_("lägg till det under themes; så länge spelas kortet utan tema"),
        _DID_YOU_MEAN,
    ),
    FaultCode.TOO_MANY_THEMES: FaultText(
        N_("Kortleken har {number} teman, och högst {high} får plats"),
        N_("slå ihop några; resten används inte så länge"),
    ),
    FaultCode.TOO_MANY_CARDS: FaultText(
        N_("Kortleken har {number} kort, och högst {high} läses in"),
        N_("dela upp dem på flera kortlekar"),
        consequence=N_("resten av korten lämnas utanför"),
    ),
    FaultCode.NO_CARDS: FaultText(
        N_("Kortleken ”{title}” har inga kort"), N_("skriv minst ett kort under cards, med text")
    ),
    FaultCode.NO_PLAYABLE_CARD: FaultText(
        N_("Kortleken ”{title}” har inget kort som går att spela"), N_("rätta felen på korten")
    ),
    FaultCode.PICTURE_OUTSIDE: FaultText(
        N_("Bilden ”{value}” ligger inte i kortlekens mapp"),
        N_("lägg bilden i mappen och skriv vägen dit med /, till exempel bilder/luren.png"),
    ),
    FaultCode.PICTURE_TYPE: FaultText(
        N_("”{value}” är ingen bildfil som programmet kan visa"), N_("spara bilden som png, jpg eller webp")
    ),
    FaultCode.PICTURE_MISSING: FaultText(
        N_("Bilden ”{value}” finns inte, så kortet visas utan"),
        N_("kontrollera filens namn, även stora och små bokstäver"),
    ),
    FaultCode.PICTURE_BROKEN: FaultText(
        N_("Filen ”{value}” innehåller ingen png-, jpg- eller webp-bild"), N_("spara om den som en av dem")
    ),
    FaultCode.PICTURE_TOO_LARGE: FaultText(
        N_("Bilden ”{value}” är för stor"),
        N_("gör den mindre: högst {megabytes} MB och {megapixels} miljoner bildpunkter"),
    ),
    FaultCode.MORE_FAULTS: FaultText(
        N_("Ytterligare {number} fel visas inte"), N_("rätta dem ovanför först")
    ),
    FaultCode.SAME_VERSION: FaultText(
        N_("Filen har samma id (”{value}”) och språk som {other}"),
        N_("byt id i den ena; de går inte att spela tillsammans"),
    ),
    FaultCode.NO_DECK_FILES: FaultText(
        N_("I mappen finns inga kortlekar"),
        N_("lägg dit en fil som slutar på .yaml"),
        consequence=N_("inget att läsa in"),
    ),
    FaultCode.CARD_IN_ONE_LANGUAGE: FaultText(
        N_("Kortet ”{value}” finns inte i {other}"),
        N_("lägg till det där, eller rätta kortens id så att de är lika; så länge visas det på sitt språk"),
    ),
    FaultCode.PROMPTS_DIFFER: FaultText(
        N_("Kortet ”{value}” har {number} följdfrågor här och {expected} i {other}"),
        N_("gör dem lika många; så länge visas kortet på ett språk"),
    ),
    FaultCode.OPTIONS_DIFFER: FaultText(
        N_("Kortet ”{value}” har {number} val här och {expected} i {other}"),
        N_("gör dem lika många; så länge visas kortet på ett språk"),
    ),
    FaultCode.KIND_DIFFERS: FaultText(
        N_("Kortet ”{value}” är {actual} här och {expected} i {other}"), N_("skriv samma kind i båda")
    ),
}
