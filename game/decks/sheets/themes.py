"""The themes of a deck in a sheet: those that are listed, and those that cards name."""

from __future__ import annotations

from game.decks.fault_codes import FaultCode
from game.decks.faults import FaultLog, Severity
from game.decks.nodes import Node, ObjectNode, Place
from game.decks.schema import MAX_THEMES
from game.decks.sheets.facts import ThemeRow
from game.decks.sheets.places import entry, object_node, text_node
from game.decks.texts import UniqueIds, clean_line, id_from

_FIELDS = ("name", "color", "icon")


class ThemeNames:
    """Theme ids by what people write for them: the id, or the name whatever its capitals."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._by_name: dict[str, str] = {}

    def add(self, id_: str, name: str) -> None:
        """Know a theme; an earlier one keeps its name."""
        self._ids.add(id_)
        self._by_name.setdefault(name, id_)
        self._by_name.setdefault(name.casefold(), id_)

    def find(self, written: str) -> str | None:
        """The id of the theme meant; an id is one theme's alone, a name may be several themes'."""
        name = clean_line(written)
        if name in self._ids:
            return name
        return self._by_name.get(name) or self._by_name.get(name.casefold())


class SheetThemes:
    """The themes of one sheet as they are met."""

    def __init__(self, listed: list[ThemeRow], log: FaultLog) -> None:
        self._log = log
        self._pairs: list[tuple[Node, Node]] = []
        self._names = ThemeNames()
        self._listed: list[str] = []
        written = (clean_line(row.fields["id"].text) for row in listed if "id" in row.fields)
        self._free = UniqueIds(written)
        for row in listed:
            self._take(row)

    def id_of(self, written: str, place: Place) -> str:
        """The id of the theme that a card names; a new one becomes a theme."""
        known = self._names.find(written)
        if known is not None:
            return known
        name = clean_line(written)
        if self._listed:
            self._log.add(
                Severity.WARNING, FaultCode.THEME_ADDED, place, {"value": name}, (name, self._listed)
            )
        fields: list[tuple[Node, Node]] = [entry("name", text_node(name, place))]
        new = self._free.take(id_from(name) or "tema")
        self._add(new, name, entry(new, object_node(place, fields), place))
        return new

    def node(self) -> ObjectNode | None:
        """All themes; None when there are none. It stands at the first theme too many, if there is one."""
        if not self._pairs:
            return None
        is_over = len(self._pairs) > MAX_THEMES
        return object_node(self._pairs[MAX_THEMES if is_over else 0][0].place, self._pairs)

    def _take(self, row: ThemeRow) -> None:
        name = row.fields.get("name")
        if (written := row.fields.get("id")) is not None:
            id_ = clean_line(written.text)
        else:
            id_ = self._free.take(id_from(name.text if name else "") or "tema")
        fields = [
            entry(known, text_node(row.fields[known].text, row.fields[known].place))
            for known in _FIELDS
            if known in row.fields
        ]
        place = written.place if written else row.place
        shown_name = clean_line(name.text) if name else id_
        if len(self._listed) < MAX_THEMES:
            self._listed.append(shown_name)
        self._add(id_, shown_name, (text_node(id_, place), object_node(place, fields)))

    def _add(self, id_: str, name: str, pair: tuple[Node, Node]) -> None:
        self._pairs.append(pair)
        self._names.add(id_, name)
