"""The words for what can be wrong with a sheet that cards are fetched from.

Message ids are Swedish. This module holds texts only; `game.decks.faults` puts them together.
"""

from __future__ import annotations

from game.decks.fault_codes import FaultCode, FaultText
from game.i18n import N_

_DID_YOU_MEAN = N_("menade du ”{guess}”?")
_NOTHING_READ = N_("inga kort hämtas")
_NOT_FETCHED = N_("det hämtas inte")
_COPY_TEXT = N_("kopiera texten till ett kalkylblad eller en textfil och hämta korten därifrån")
_SAVE_AS_XLSX = N_("öppna filen i sitt program och spara den som Excel-arbetsbok (.xlsx) eller CSV")

SHEET_TEXTS: dict[FaultCode, FaultText] = {
    FaultCode.SHEET_NOT_A_FILE: FaultText(
        N_("Det här är ingen vanlig fil"),
        N_("ange en Excel-fil, en CSV-fil eller en textfil"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_TOO_LARGE: FaultText(
        N_("Filen är större än {limit} MB"),
        N_("ta bort bilder och annat som inte är kort, eller dela upp korten på flera filer"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_UNPACKS_TOO_LARGE: FaultText(
        N_("Filen rymmer mer än {limit} MB när den packas upp"),
        N_("kopiera korten till en ny, tom arbetsbok och hämta dem därifrån"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_HAS_TOO_MANY_CELLS: FaultText(
        N_("Tabellen är för stor: mer än {limit} ifyllda celler, eller mycket långa texter"),
        N_("ta bort det som inte är kort, eller dela upp korten på flera filer"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_DAMAGED: FaultText(
        N_("Arbetsboken är skadad eller ofullständig ({reason})"),
        N_("öppna den i Excel och spara den på nytt"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_LOCKED: FaultText(
        N_("Arbetsboken är låst med lösenord"),
        N_("öppna den i Excel, ta bort lösenordet och spara"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_OLD_EXCEL: FaultText(
        N_("Arbetsboken har Excels gamla format (.xls)"),
        N_("öppna den i Excel och välj Spara som, Excel-arbetsbok (.xlsx)"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_OTHER_FORMAT: FaultText(
        N_("Filens format är {kind}, och det går inte att hämta kort ur"),
        _SAVE_AS_XLSX,
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_HAS_NO_TABLE: FaultText(
        N_("Det här är en {kind}-fil och inget kalkylblad"), _COPY_TEXT, consequence=_NOTHING_READ
    ),
    FaultCode.SHEET_NOT_TEXT: FaultText(
        N_("Filen är varken kalkylblad eller text"), _SAVE_AS_XLSX, consequence=_NOTHING_READ
    ),
    FaultCode.SHEET_IS_DECK: FaultText(
        N_("Filen är redan en kortlek i YAML"),
        N_("spela den som den är, eller kontrollera den med ”deck check”"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_EMPTY: FaultText(
        N_("Det står inga kort i filen"),
        N_("skriv ett kort på varje rad, med rubriken Text överst"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.SHEET_HAS_MACROS: FaultText(
        N_("Arbetsboken har makron, och de läses och körs inte"), N_("du behöver inte göra något")
    ),
    FaultCode.SHEET_HIDDEN: FaultText(
        N_("Bladet ”{sheet}” är dolt"),
        N_("ta fram det i Excel om dess kort ska vara med"),
        consequence=_NOT_FETCHED,
    ),
    FaultCode.SHEET_NOT_READ: FaultText(
        N_("Bladet ”{sheet}” ser inte ut att handla om kort"),
        N_("skriv rubriken Text över kortens text om de ska vara med"),
        consequence=_NOT_FETCHED,
    ),
    FaultCode.SHEET_CARDS_NOT_READ: FaultText(
        N_("Bladet ”{sheet}” ser också ut att ha kort, men bara ”{used}” läses"),
        N_("flytta korten dit, eller spara bladet som en egen fil"),
        consequence=_NOT_FETCHED,
    ),
    FaultCode.NO_HEADINGS: FaultText(
        N_("Det går inte att se vilken kolumn som har kortens text"),
        N_("skriv rubriker på översta raden: Text över kortens text, och till exempel Rubrik och Tema"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.NO_TEXT_COLUMN: FaultText(
        N_("Ingen kolumn har rubriken Text"),
        N_("skriv Text över kolumnen med det som står på kortet"),
        consequence=_NOTHING_READ,
    ),
    FaultCode.COLUMN_UNKNOWN: FaultText(
        N_("Kolumn {letters} har rubriken ”{heading}”, som inte är känd"),
        N_("byt rubriken till någon av {known}"),
        _DID_YOU_MEAN,
        consequence=N_("kolumnen hämtas inte"),
    ),
    FaultCode.COLUMN_UNNAMED: FaultText(
        N_("Kolumn {letters} har ingen rubrik"),
        N_("skriv någon av {known} över den"),
        consequence=N_("kolumnen hämtas inte"),
    ),
    FaultCode.COLUMN_TWICE: FaultText(
        N_("Kolumn {letters} (”{heading}”) betyder samma sak som kolumn {first}"),
        N_("ta bort den ena, eller ge den en annan rubrik"),
        consequence=N_("kolumnen hämtas inte"),
    ),
    FaultCode.COLUMN_HIDDEN: FaultText(
        N_("Kolumn {letters} (”{heading}”) är dold"),
        N_("ta fram den i Excel om den ska vara med"),
        consequence=N_("kolumnen hämtas inte"),
    ),
    FaultCode.ROW_UNKNOWN: FaultText(
        N_("Raden står ovanför rubrikerna och går inte att tyda (”{value}”)"),
        N_("skriv till exempel Titel eller Författare i första kolumnen, eller ta bort raden"),
        consequence=N_("raden hämtas inte"),
    ),
    FaultCode.ROWS_HIDDEN: FaultText(
        N_("Rader är dolda: {rows}"),
        N_("ta fram dem i Excel, eller stäng av filtret, om de ska vara med"),
        consequence=N_("de hämtas inte"),
    ),
    FaultCode.ROW_IN_MERGED: FaultText(
        N_("Raden hör till ett kort vars text sträcker sig över flera rader, och här står ”{value}”"),
        N_("skriv det på kortets första rad, eller dela upp de sammanslagna cellerna"),
        consequence=N_("cellen hämtas inte"),
    ),
    FaultCode.CELL_ERROR: FaultText(
        N_("I cellen står felet {value}"), N_("rätta formeln eller skriv texten för hand")
    ),
    FaultCode.CELL_UNREADABLE: FaultText(
        N_("Cellen går inte att läsa"), N_("skriv om den och spara arbetsboken på nytt")
    ),
    FaultCode.FORMULA_WITHOUT_VALUE: FaultText(
        N_("I cellen står en formel vars värde inte är sparat"),
        N_("öppna arbetsboken i Excel och spara den, eller skriv texten för hand"),
    ),
    FaultCode.QUOTE_UNCLOSED: FaultText(
        N_("Ett rakt citattecken öppnas och stängs inte"),
        N_("skriv ett likadant där texten slutar, eller använd ” i stället"),
    ),
    FaultCode.THEME_ADDED: FaultText(
        N_("Temat ”{value}” står inte bland lekens teman, så det läggs till"),
        N_("rätta stavningen om det är ett av de andra"),
        _DID_YOU_MEAN,
    ),
    FaultCode.PICTURES_GO_ALONG: FaultText(
        N_("Korten har bilder, och kalkylbladet rymmer bara deras namn"),
        N_("lägg bilderna bredvid kortleken, som ”{value}”"),
    ),
    FaultCode.IMPORT_TOO_LARGE: FaultText(
        N_("Kortleken blir större än {limit} MB"),
        N_("dela upp korten på flera filer"),
        consequence=_NOTHING_READ,
    ),
}

CELL_TEXTS: dict[FaultCode, FaultText] = {
    FaultCode.MISSING: FaultText(N_("”{key}” är tom"), N_("skriv något i cellen")),
    FaultCode.NOT_A_NUMBER: FaultText(
        N_("”{key}” ska vara ett heltal, inte ”{value}”"), N_("skriv en siffra mellan {low} och {high}")
    ),
    FaultCode.UNKNOWN_CHOICE: FaultText(
        N_("”{value}” går inte att välja under ”{key}”"), N_("välj någon av {known}"), _DID_YOU_MEAN
    ),
    FaultCode.TOO_FEW_ENTRIES: FaultText(
        N_("Ett dilemma ska ha {low} till {high} val under ”{key}”, och här är {number}"),
        N_("skriv fler, eller välj en annan sorts kort"),
    ),
    FaultCode.WRONG_KIND: FaultText(
        N_("”{key}” hör till kort av sorten {kind}, inte {actual}"),
        N_("töm cellen, eller ändra kortets sort"),
        consequence=N_("cellen hämtas inte"),
    ),
    FaultCode.TOO_MANY_CARDS: FaultText(
        N_("Det finns fler än {high} kort, och resten läses inte"),
        N_("dela upp dem på flera filer"),
        consequence=N_("resten av korten lämnas utanför"),
    ),
    FaultCode.UNKNOWN_THEME: FaultText(
        N_("Temat ”{value}” får inte plats"), N_("slå ihop några teman; så länge spelas kortet utan tema")
    ),
    FaultCode.BAD_LANGUAGE: FaultText(
        N_("”{value}” är inget språk som är känt, så ”{used}” används"), N_("skriv sv eller en")
    ),
    FaultCode.DUPLICATE_KEY: FaultText(
        N_("”{key}” står två gånger, först på rad {first}"),
        N_("ta bort den ena; den första används så länge"),
    ),
}
"""Instead of the usual words when the fault stands in a cell: nobody there has keys or indentation."""
