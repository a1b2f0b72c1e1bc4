"""Fetches a deck from a sheet: file → tables → nodes → the reader of decks → `Deck` and its YAML.

Nothing in a file makes it raise, run code, follow a link or use unbounded time and memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from game.core.cards import Card, CardId, Deck
from game.decks.fault_codes import FaultCode
from game.decks.faults import Fault, FaultLog, Severity, closest
from game.decks.file_names import base_name
from game.decks.nodes import ListNode, Node, NotReadableError, ObjectNode, Place
from game.decks.pictures import PICTURE_BOUNDS, picture_fault
from game.decks.reader import read_nodes
from game.decks.schema import MAX_CARDS, MAX_FILE_BYTES, Owner, fields_of
from game.decks.sheets.card_rows import CardRows
from game.decks.sheets.choosing import Choice, choose, name_hidden_rows, name_unread_columns
from game.decks.sheets.decoding import decoded
from game.decks.sheets.facts import Facts, rows_above, take_rows, take_theme_sheet
from game.decks.sheets.file_kinds import FileKind, file_kind
from game.decks.sheets.formula_guard import unguard
from game.decks.sheets.outcome import ImportOutcome
from game.decks.sheets.places import WHOLE_FILE, entry, number_node, object_node, place_in, text_node, told
from game.decks.sheets.tables import NotASheetError, Table
from game.decks.sheets.text_tables import text_table
from game.decks.sheets.themes import SheetThemes
from game.decks.sheets.words import CARD_WORDS, KIND_WORDS, SCALE_WORDS
from game.decks.sheets.workbook import workbook_tables
from game.decks.source import bytes_of
from game.decks.texts import id_from, shown
from game.decks.writer import deck_yaml

MAX_SHEET_BYTES = 16 * 1024 * 1024
_INSTEAD = {
    FaultCode.NOT_A_FILE: FaultCode.SHEET_NOT_A_FILE,
    FaultCode.FILE_TOO_LARGE: FaultCode.SHEET_TOO_LARGE,
}
_MAX_YAML_BYTES = MAX_FILE_BYTES - 1024
"""Room is left for a comment above the deck."""
_LONGEST_PICTURE = fields_of(Owner.CARD)["image"].high


def read_sheet(path: Path, language: str, title: str) -> ImportOutcome:
    """The deck in a sheet; see `game.decks.sheets.import_sheet`."""
    reading = _Import(path, language, title)
    deck: Deck | None = None
    try:
        deck = reading.deck()
    except NotReadableError as error:
        reading.refuse(_INSTEAD.get(error.code, error.code), WHOLE_FILE, error.values)
    except NotASheetError as error:
        place = WHOLE_FILE if error.table is None else place_in(error.table, error.row, 1)
        reading.refuse(error.code, place, error.values)
    yaml = "" if deck is None else deck_yaml(deck)
    if len(yaml.encode()) > _MAX_YAML_BYTES:
        reading.refuse(FaultCode.IMPORT_TOO_LARGE, WHOLE_FILE, {"limit": MAX_FILE_BYTES // 1024**2})
        deck, yaml = None, ""
    return ImportOutcome(deck, yaml, reading.faults(), reading.left_out)


class _Import:
    """One file on its way to a deck; the attributes hold at any time, however far it came."""

    def __init__(self, path: Path, language: str, title: str) -> None:
        self.left_out = 0
        self._path = path
        self._log = FaultLog(path)
        self._language = language
        self._title = title
        self._name = base_name(Path(f"{path.stem}.yaml"))
        self._tables: list[Table] = []
        self._choice: Choice | None = None
        self._facts = Facts()

    def deck(self) -> Deck | None:
        """The deck; None when its reader refuses it. Raises `NotReadableError` and `NotASheetError`."""
        content = bytes_of(self._path, MAX_SHEET_BYTES)
        if not content.strip():
            raise NotASheetError(FaultCode.SHEET_EMPTY)
        if file_kind(content, self._path) is FileKind.WORKBOOK:
            self._tables = workbook_tables(content, self._language)
        else:
            self._tables = [text_table(decoded(content), self._path)]
        self._choice = choice = choose(self._tables)
        table, headings = self._tables[choice.cards], choice.headings
        unguard(table, headings)
        self._take_facts(choice)
        self.left_out = name_hidden_rows(table, headings)
        name_unread_columns(table, choice.cards, headings)
        themes = SheetThemes(self._facts.themes, self._log)
        cards = CardRows(table, choice.cards, headings, themes)
        self.left_out += cards.left_out
        if cards.unread_from:
            self._tell_too_many(cards, choice)
        if not cards.nodes:
            raise NotASheetError(FaultCode.SHEET_EMPTY)
        read = read_nodes(self._root(cards, themes), Path(f"{self._name}.yaml"), self._log)
        self.left_out += read.left_out
        if read.deck is None:
            return None
        kept = self._with_pictures(read.deck.cards, read.places, cards.pictures)
        return replace(read.deck, cards=kept)

    def refuse(self, code: FaultCode, place: Place, values: Mapping[str, str | int]) -> None:
        """Note why there is no deck."""
        self._log.add(Severity.DECK_REFUSED, code, place, values)

    def faults(self) -> tuple[Fault, ...]:
        """Everything that was found, in the order of the file."""
        self._tell_findings()
        return tuple(self._told(fault) for fault in self._log.finished())

    def _take_facts(self, choice: Choice) -> None:
        facts = self._facts
        for number in choice.deck_sheets:
            table = self._tables[number]
            take_rows(facts, table, number, table.rows, has_title=False)
        for number in choice.theme_sheets:
            take_theme_sheet(facts, number, self._tables[number])
        table = self._tables[choice.cards]
        take_rows(facts, table, choice.cards, rows_above(table, choice.headings), has_title=not self._title)
        if (said := facts.first("language")) is not None:
            self._language = said.text

    def _root(self, cards: CardRows, themes: SheetThemes) -> ObjectNode:
        """The deck's node; a field that the sheet does not give is made of the file's name."""
        pairs: list[tuple[Node, Node]] = []
        given = set()
        for name, place, value in self._facts.fields:
            if name == "title" and self._title:
                continue
            node = number_node if name == "format" else text_node
            pairs.append(entry(name, node(value.text, value.place), place))
            given.add(name)
        lone = self._facts.lone_title
        if self._title:
            pairs.append(entry("title", text_node(self._title, WHOLE_FILE)))
        elif "title" in given:
            if lone is not None:
                self._log.add(
                    Severity.WARNING, FaultCode.ROW_UNKNOWN, lone.place, {"value": shown(lone.text)}
                )
        else:
            spoken = self._name.replace("_", " ").strip()
            pairs.append(
                entry("title", text_node(lone.text, lone.place) if lone else text_node(spoken, WHOLE_FILE))
            )
        if "id" not in given:
            named = id_from(self._name) or id_from(self._title) or "kortlek"
            pairs.append(entry("id", text_node(named, WHOLE_FILE)))
        if "language" not in given:
            pairs.append(entry("language", text_node(self._language, WHOLE_FILE)))
        if (listed := themes.node()) is not None:
            pairs.append(entry("themes", listed))
        pairs.append(entry("cards", ListNode("", WHOLE_FILE, cards.nodes)))
        return object_node(WHOLE_FILE, pairs)

    def _tell_findings(self) -> None:
        for number, table in enumerate(self._tables):
            for finding in table.findings:
                place = place_in(number, finding.row, finding.column)
                is_card = self._is_text_of_card(number, finding.row, finding.column)
                severity = Severity.CARD_LEFT_OUT if is_card else finding.severity
                self._log.add(severity, finding.code, place, {"sheet": table.name, **finding.values})

    def _is_text_of_card(self, number: int, row: int, column: int) -> bool:
        """Whether something unreadable stands where a card's text should, so that the card is lost."""
        if self._choice is None or number != self._choice.cards:
            return False
        headings = self._choice.headings
        is_text = column in headings.columns.get("text", ()) and row > headings.row
        return is_text and (row, column) in self._tables[number].faulty_cells

    def _tell_too_many(self, cards: CardRows, choice: Choice) -> None:
        place = place_in(choice.cards, cards.unread_from, choice.headings.columns["text"][0])
        values = {"number": len(cards.nodes) + cards.left_out, "high": MAX_CARDS}
        self._log.add(Severity.CARD_LEFT_OUT, FaultCode.TOO_MANY_CARDS, place, values)

    def _with_pictures(
        self,
        cards: Sequence[Card],
        places: Mapping[CardId, Place],
        pictures: Mapping[Place, tuple[str, Place]],
    ) -> tuple[Card, ...]:
        """The cards with their pictures' paths; the pictures themselves may come to the deck later."""
        done: list[Card] = []
        is_told = False
        for card in cards:
            picture = pictures.get(places[card.id])
            if picture is not None:
                written, place = picture
                if self._is_good_path(written, place):
                    card = replace(card, image=written)
                    if not is_told:
                        self._log.add(
                            Severity.WARNING, FaultCode.PICTURES_GO_ALONG, place, {"value": written}
                        )
                    is_told = True
            done.append(card)
        return tuple(done)

    def _is_good_path(self, written: str, place: Place) -> bool:
        if len(written) > _LONGEST_PICTURE:
            sizes: dict[str, str | int] = {"key": "image", "length": len(written), "high": _LONGEST_PICTURE}
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.TOO_LONG, place, sizes)
            return False
        code = picture_fault(self._path.parent, written)
        if code is None or code is FaultCode.PICTURE_MISSING:
            return True
        self._log.add(Severity.ENTRY_IGNORED, code, place, {"value": written, **PICTURE_BOUNDS})
        return False

    def _told(self, fault: Fault) -> Fault:
        return told(self._in_words(fault), self._tables, self._heading_of)

    def _heading_of(self, place: Place, name: str) -> str:
        if (written := self._facts.names.get((place[0], name))) is not None:
            return written
        if self._choice is None:
            return name
        headings = self._choice.headings
        columns = headings.columns.get(name, [])
        column = place[1] if place[1] in columns else next(iter(columns), 0)
        is_card = place[0] > place_in(self._choice.cards, headings.row, 1)[0]
        return headings.names.get(column, name) if is_card else name

    def _in_words(self, fault: Fault) -> Fault:
        """The fault with what can be chosen as it is written in sheets."""
        values = dict(fault.values)
        language = self._language if self._language in KIND_WORDS else "sv"
        if fault.code in (FaultCode.COLUMN_UNKNOWN, FaultCode.COLUMN_UNNAMED):
            words, written = list(CARD_WORDS[language].values()), str(values["heading"])
        elif fault.code is FaultCode.UNKNOWN_CHOICE:
            chosen = KIND_WORDS[language] if values["key"] == "kind" else SCALE_WORDS[language]
            words, written = list(chosen.values()), str(values["value"])
        else:
            return fault
        values.pop("guess", None)
        if written and (meant := closest(written, words)):
            values["guess"] = meant
        return replace(fault, values=tuple({**values, "known": ", ".join(words)}.items()))
