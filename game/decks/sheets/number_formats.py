"""Numbers, dates and truth in a workbook's cells as text, much as the person at the screen sees them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime, timedelta
from enum import Enum, auto

_DATES = frozenset({*range(14, 18), *range(27, 32), 34, 35, 36, *range(50, 55), 57, 58})
_DATE_TIMES = frozenset({22})
_TIMES = frozenset({*range(18, 22), 32, 33, *range(45, 48), 55, 56})
_PERCENTS = frozenset({9, 10})
# Quoted words, escaped signs, colours and conditions say nothing of what a format shows.
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_DAY_OR_YEAR = re.compile(r"[dy]", re.IGNORECASE)
_HOUR_OR_SECOND = re.compile(r"[hs]", re.IGNORECASE)
_FIRST_DAY = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}
_LAST_SERIAL = 2_958_466
_TRUTH = {"sv": ("FALSKT", "SANT")}


class NumberFormat(Enum):
    """What a cell's format makes of a number."""

    PLAIN = auto()
    DATE = auto()
    DATE_TIME = auto()
    TIME = auto()
    PERCENT = auto()


def number_format(number: int, code: str | None) -> NumberFormat:
    """What the format with that number does; `code` is the workbook's own definition of it, if it has one."""
    if code is None:
        for numbers, known in (
            (_DATES, NumberFormat.DATE),
            (_DATE_TIMES, NumberFormat.DATE_TIME),
            (_TIMES, NumberFormat.TIME),
            (_PERCENTS, NumberFormat.PERCENT),
        ):
            if number in numbers:
                return known
        return NumberFormat.PLAIN
    shown = _WORDS.sub("", code[:500]).partition(";")[0]
    if "general" in shown.lower():
        return NumberFormat.PLAIN
    has_day, has_hour = _DAY_OR_YEAR.search(shown), _HOUR_OR_SECOND.search(shown)
    if has_day:
        return NumberFormat.DATE_TIME if has_hour else NumberFormat.DATE
    if has_hour:
        return NumberFormat.TIME
    if re.fullmatch(r"[m\W]*m[m\W]*", shown, re.IGNORECASE):  # The month alone.
        return NumberFormat.DATE
    return NumberFormat.PERCENT if "%" in shown else NumberFormat.PLAIN


def shown_number(written: str, form: NumberFormat, language: str, is_1904: bool) -> str | None:
    """The number as text; None when it is none."""
    try:
        number = float(written)
    except ValueError:
        return None
    if number != number or number in (float("inf"), float("-inf")):
        return None
    is_day = form in (NumberFormat.DATE, NumberFormat.DATE_TIME, NumberFormat.TIME)
    if is_day and 0 <= number < _LAST_SERIAL:
        with suppress(OverflowError):  # After the year 9999.
            return _shown_time(number, form, is_1904)
    if form is NumberFormat.PERCENT:
        percent = _decimal(round(number * 100, 10), language)
        return f"{percent} %" if language == "sv" else f"{percent}%"
    return _decimal(number, language)


def shown_truth(written: str, language: str) -> str:
    """`SANT`, or what Excel says in English."""
    return _TRUTH.get(language, ("FALSE", "TRUE"))[written.strip() in ("1", "true")]


def shown_iso_date(written: str) -> str:
    """A date that the file itself writes out: `2026-11-25T00:00:00` is that day."""
    day, _, time = written.strip().partition("T")
    clock = time.rstrip("Z")[:5]
    return day if clock in ("", "00:00") else f"{day} {clock}".strip()


def _shown_time(serial: float, form: NumberFormat, is_1904: bool) -> str:
    # Lotus took 1900 for a leap year, and Excel has kept its 29 February.
    early = not is_1904 and 0 < serial < 60
    moment = _FIRST_DAY[is_1904] + timedelta(days=int(serial) + early, seconds=round(serial % 1 * 86_400))
    clock = f"{moment:%H:%M}" if moment.second == 0 else f"{moment:%H:%M:%S}"
    if form is NumberFormat.TIME:
        return clock
    day = f"{moment.year:04d}-{moment:%m-%d}"
    return day if form is NumberFormat.DATE or clock == "00:00" else f"{day} {clock}"


def _decimal(number: float, language: str) -> str:
    shown = f"{number:.15g}" if abs(number) < 1e15 else f"{number:.15G}"
    return shown.replace(".", ",") if language == "sv" else shown
