"""A small deck for real windows: known cards in a known order make known versions."""

from __future__ import annotations

from pathlib import Path

WORDS = """\
format: 1
id: prov
language: sv
title: Provleken
cards:
  - title: Första kortet
    text: Klockan är tio i sju. Du står utanför sal 4 med vagnen. Dörren är stängd.
    prompts: ["Vad ser du?", "Vad säger du, ord för ord?"]
    note: Bara för handledaren.
  - title: Andra kortet
    text: Telefonen ringer. Ingen i rummet tittar upp. Det är tredje gången.
    prompts: ["Vem kan det vara?", "Vad gör du nu?"]
    note: Bara för handledaren.
"""
NIGHT = WORDS.replace("Provleken", "Nattpasset").replace("id: prov", "id: natt")
"""Another deck, of the same cards."""


def write_deck(folder: Path) -> Path:
    """The deck's file."""
    path = folder / "prov.sv.yaml"
    path.write_text(WORDS, encoding="utf-8")
    return path
