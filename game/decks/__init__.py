"""Decks from YAML files: reading, checking, finding, and notes to print.

Nothing here knows a screen, a session or the rules of play beyond `game.core.cards`.
"""

from __future__ import annotations

from game.decks.check import CheckOutcome, check_json, check_paths
from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, Severity
from game.decks.file_names import DECK_SUFFIXES
from game.decks.json_schema import json_schema
from game.decks.library import DeckNotFound, Library
from game.decks.listings import DeckListing, ListingState, load_decks
from game.decks.notes import notes_text
from game.decks.pictures import picture_fault
from game.decks.reader import ReadResult, read_deck
from game.decks.room_check import room_warnings
from game.decks.schema import COLORS, FIELDS, ICONS, Field, FieldType, Owner
from game.decks.sheets import SHEET_SUFFIXES, ImportOutcome, export_deck, import_sheet
from game.decks.starting import new_deck_files
from game.decks.writer import deck_yaml
from game.decks.written_files import write_atomically

__all__ = [
    "COLORS",
    "DECK_SUFFIXES",
    "FIELDS",
    "ICONS",
    "SHEET_SUFFIXES",
    "CheckOutcome",
    "DeckListing",
    "DeckNotFound",
    "Fault",
    "FaultCode",
    "Field",
    "FieldType",
    "ImportOutcome",
    "Library",
    "ListingState",
    "Owner",
    "ReadResult",
    "Severity",
    "check_json",
    "check_paths",
    "deck_yaml",
    "export_deck",
    "import_sheet",
    "json_schema",
    "load_decks",
    "new_deck_files",
    "notes_text",
    "picture_fault",
    "read_deck",
    "room_warnings",
    "write_atomically",
]
