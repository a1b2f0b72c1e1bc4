"""Reads a deck's themes, and gives a colour and an icon to those that name none."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from game.core.cards import Theme, ThemeId
from game.decks.fault_codes import FaultCode
from game.decks.faults import FaultLog, Severity
from game.decks.nodes import Node, ObjectNode, Place, Scalar
from game.decks.object_reader import ObjectReader
from game.decks.places import FieldPlaces
from game.decks.schema import COLORS, ICONS, MAX_THEME_ID_CHARACTERS, MAX_THEMES, Owner
from game.decks.texts import clean_line, first_unprintable


class ThemesReader:
    """The themes of one deck, once read."""

    def __init__(self, deck: ObjectReader, log: FaultLog) -> None:
        self.themes: dict[str, Theme] = {}
        self.places: dict[ThemeId, tuple[Place, FieldPlaces]] = {}
        self.are_all_known = True
        """Whether every theme was read, so that a card with another one is at fault."""
        self._deck = deck
        self._log = log
        self._read()

    def _read(self) -> None:
        node = self._deck.node("themes")
        if node is None:
            return
        if not isinstance(node, ObjectNode) or node.tag:
            self._deck.fault("themes", FaultCode.NOT_AN_OBJECT, {"example": "telefon: {name: I telefon}"})
            self.are_all_known = False
            return
        if len(node.pairs) > MAX_THEMES:
            self._deck.fault(
                "themes", FaultCode.TOO_MANY_THEMES, {"number": len(node.pairs), "high": MAX_THEMES}
            )
            self.are_all_known = False
        read: dict[str, ObjectReader] = {}
        starts: dict[str, Place] = {}
        for key, value in node.pairs[:MAX_THEMES]:
            theme_id = self._theme_id(key, starts)
            if theme_id is not None:
                starts[theme_id] = key.place
                read[theme_id] = self._theme(theme_id, value)
        self._finish(read)
        self.places = {ThemeId(x): (starts[x], fields.places()) for x, fields in read.items()}

    def _theme_id(self, key: Node, starts: Mapping[str, Place]) -> str | None:
        if not isinstance(key, Scalar):
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.KEY_NOT_TEXT, key.place)
            return None
        theme_id = clean_line(key.value[: 4 * MAX_THEME_ID_CHARACTERS])
        if theme_id in starts:
            values: dict[str, str | int] = {"key": theme_id, "first": starts[theme_id][0]}
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.DUPLICATE_KEY, key.place, values)
            return None
        if not theme_id or first_unprintable(theme_id) or len(theme_id) > MAX_THEME_ID_CHARACTERS:
            self._log.add(Severity.ENTRY_IGNORED, FaultCode.BAD_THEME_ID, key.place, {"value": key.value})
            self.are_all_known = False
            return None
        return theme_id

    def _theme(self, theme_id: str, value: Node) -> ObjectReader:
        if not isinstance(value, ObjectNode) or value.tag:
            if not (isinstance(value, Scalar) and value.is_null):
                values = {"key": theme_id, "example": f"{theme_id}: {{name: …}}"}
                self._log.add(Severity.ENTRY_IGNORED, FaultCode.NOT_AN_OBJECT, value.place, values)
            value = ObjectNode("", value.place)  # The theme is still there, under its id.
        return ObjectReader(Owner.THEME, value, self._log)

    def _finish(self, read: Mapping[str, ObjectReader]) -> None:
        colors = {theme.written("color") for theme in read.values()}
        icons = {theme.written("icon") for theme in read.values()}
        for theme_id, theme in read.items():
            color = theme.name("color", _unused(COLORS, colors, theme_id))
            icon = theme.name("icon", _unused(ICONS, icons, theme_id))
            colors.add(color)
            icons.add(icon)
            name = theme.text("name") or theme_id
            self.themes[theme_id] = Theme(ThemeId(theme_id), name, color, icon)


def _unused(names: tuple[str, ...], taken: set[str | None], theme_id: str) -> str:
    """A name that no theme has yet, or any when all are taken: the same one for the same file every time."""
    start = zlib.crc32(theme_id.encode("utf-8", "replace")) % len(names)
    in_turn = names[start:] + names[:start]
    return next((name for name in in_turn if name not in taken), in_turn[0])
