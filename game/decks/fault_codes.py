"""Every fault of a deck or a sheet by name, and what the words for one consist of."""

from __future__ import annotations

from enum import StrEnum, auto
from typing import NamedTuple


class FaultCode(StrEnum):
    """Every fault by name."""

    FILE_MISSING = auto()
    FILE_UNREADABLE = auto()
    NOT_A_FILE = auto()
    FILE_TOO_LARGE = auto()
    FILE_EMPTY = auto()
    NOT_UTF8 = auto()
    YAML_COLON = auto()
    YAML_TAB = auto()
    YAML_QUOTE = auto()
    YAML_INDENT = auto()
    YAML_ALIAS = auto()
    YAML_SYNTAX = auto()
    TOO_DEEP = auto()
    TOO_MANY_ALIASES = auto()
    TOO_MANY_NODES = auto()
    ALIAS_IN_ITSELF = auto()
    MERGE_KEY = auto()
    EXTRA_DOCUMENT = auto()
    NOT_A_DECK = auto()
    TAG = auto()
    KEY_NOT_TEXT = auto()
    UNKNOWN_KEY = auto()
    DUPLICATE_KEY = auto()
    MISSING = auto()
    NOT_TEXT = auto()
    NOT_A_LIST = auto()
    NOT_AN_OBJECT = auto()
    NOT_A_NUMBER = auto()
    NUMBER_OUTSIDE = auto()
    FORMAT_UNKNOWN = auto()
    UNPRINTABLE = auto()
    TOO_LONG = auto()
    SHORTENED = auto()
    UNKNOWN_CHOICE = auto()
    UNKNOWN_NAME = auto()
    BAD_ID = auto()
    BAD_THEME_ID = auto()
    DUPLICATE_ID = auto()
    BAD_LANGUAGE = auto()
    LANGUAGE_DISAGREES = auto()
    EMPTY_ENTRY = auto()
    TOO_MANY_ENTRIES = auto()
    TOO_FEW_ENTRIES = auto()
    WRONG_KIND = auto()
    UNKNOWN_THEME = auto()
    TOO_MANY_THEMES = auto()
    TOO_MANY_CARDS = auto()
    NO_CARDS = auto()
    NO_PLAYABLE_CARD = auto()
    PICTURE_OUTSIDE = auto()
    PICTURE_TYPE = auto()
    PICTURE_MISSING = auto()
    PICTURE_BROKEN = auto()
    PICTURE_TOO_LARGE = auto()
    MORE_FAULTS = auto()
    SAME_VERSION = auto()
    NO_DECK_FILES = auto()
    CARD_IN_ONE_LANGUAGE = auto()
    PROMPTS_DIFFER = auto()
    OPTIONS_DIFFER = auto()
    KIND_DIFFERS = auto()


class FaultText(NamedTuple):
    """Message ids with the same values."""

    problem: str
    remedy: str
    guess: str = ""
    """Instead of `remedy` when `{guess}` is known."""
    consequence: str = ""
    """Instead of what the severity usually costs."""
