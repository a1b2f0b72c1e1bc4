"""Good sheets of every kind to begin with, as programs and as people write them."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

from game.core.cards import Deck
from game.decks import export_deck, read_deck
from game.resources import cards_folder


def sources(folder: Path) -> list[tuple[str, bytes]]:
    """Sheets to begin with, by the ending of their names; `folder` is used to write them."""
    deck = read_deck(cards_folder() / "service.sv.yaml").deck
    assert deck is not None
    few = Deck(deck.id, deck.language, deck.title, deck.about, "", "", deck.themes, deck.cards[:7])
    found: list[tuple[str, bytes]] = []
    for suffix in (".xlsx", ".csv"):
        export_deck(few, folder / f"källa{suffix}", over=True)
        found.append((suffix, (folder / f"källa{suffix}").read_bytes()))
    by_hand = (
        'Rubrik,Text,Tema,Fråga 1,Fråga 2,Bild\nLuren,"Det ringer, igen.",Telefon,Vem är det?,,a.png\n'
        'Dörren,"Den är\nstängd.",Dörren,Vad gör du?,Vad säger du?,\n,,,,,\nHissen,Någon väntar.,Hissen,,,\n'
    )
    lines = "Telefonen ringer tre gånger.\nIngen tittar upp.\nDörren är stängd.\n"
    paragraphs = "Telefonen ringer.\nIngen tittar upp.\n\nDörren är stängd.\n\nHissen kommer.\n"
    found += [(".csv", by_hand.encode("cp1252")), (".csv", by_hand.replace(",", "\t").encode("utf-16"))]
    found += [(".txt", lines.encode()), (".txt", paragraphs.encode("utf-8-sig")), (".xlsx", _by_hand())]
    return found


def _by_hand() -> bytes:
    """A workbook with formulas, dates, merged cells, something hidden and a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Våra kort"])
    sheet.append([])
    sheet.append(["Text", "Tema", "Nivå", "Frågor", "Datum"])
    for number in range(1, 6):
        sheet.append(
            [f"Kort {number} om något som hände.", "Telefon", number % 3 + 1, "Vem?\nVad?", 45_000 + number]
        )
    sheet["A4"], sheet["B5"], sheet["C6"] = "=1+1", True, "#REF!"
    sheet["E4"].number_format = "yyyy-mm-dd"
    sheet.merge_cells("B6:B7")
    sheet.merge_cells("A7:A8")
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["E"].hidden = True
    sheet["A3"].font = Font(bold=True)
    book.create_sheet("Annat").append(["hej", 1])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
