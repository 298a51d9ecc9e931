"""One date as it is spelt: which numbers stand in it, and what they can be.

Knows ISO dates, `9/15/2026`, `Aug 28, 2025`, `28 de agosto de 2025`, `Sat Jan 01 2020`,
spreadsheet day numbers, and dates without a year, which nobody may complete.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Literal

from utils.uploads.platforms.words import TOTALS, plain

Shape = Literal["blank", "total", "fixed", "numeric", "serial", "no-year", "bad"]
Order = Literal["day", "month", "year"]
"""What comes first in a date such as 05/06/2024."""

LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl")
_FILLERS = frozenset(
    ("at", "um", "as", "a", "las", "le", "la", "de", "of", "del", "do", "der", "den", "uhr",
     "st", "nd", "rd", "th", "er", "o")
)  # fmt: skip
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 60_000
_DAY_ZERO = dt.date(1899, 12, 30)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})(\d{2})(\d{2})")
_EAST = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\.?")
_NO_YEAR = re.compile(r"\d{1,2}[-/]\d{1,2}|\d{1,2}\.\d{1,2}\.")


@dataclass(frozen=True)
class Spelt:
    """What one spelling is: its shape, the day if it is certain, else its three numbers."""

    shape: Shape
    day: dt.date | None = None
    numbers: tuple[int, int, int] = (0, 0, 0)
    short_year: bool = False

    def as_day(self, order: Order) -> dt.date | None:
        """The day under one order; `None` if there is no such day."""
        if self.shape != "numeric":
            return self.day
        a, b, c = self.numbers
        if order == "year":
            return _day(2000 + a, b, c) if self.short_year else None
        year = 2000 + c if self.short_year else c
        return _day(year, b, a) if order == "day" else _day(year, a, b)


def read(text: str) -> Spelt:
    """Name the shape of one date whose clock time was cut off already."""
    cell = unicodedata.normalize("NFKC", text).strip(" \t,'\"")
    if not cell or cell in ("-", "–", "—"):
        return Spelt("blank")
    if plain(cell) in TOTALS:
        return Spelt("total")
    if fixed := _ISO.fullmatch(cell) or _EAST.fullmatch(cell):
        parts = [int(part) for part in fixed.groups() if part and part.isdecimal()]
        return _sure(_day(*parts))
    if cell.isdecimal() and _FIRST_SERIAL <= int(cell[:9]) <= _LAST_SERIAL:
        return Spelt("serial", _DAY_ZERO + dt.timedelta(days=int(cell)))
    if numeric := _NUMERIC.fullmatch(cell):
        a, b, c = int(numeric[1]), int(numeric[3]), int(numeric[4])
        open_ = Spelt("numeric", None, (a, b, c), len(numeric[4]) == 2)
        orders: tuple[Order, ...] = ("day", "month", "year")
        return open_ if any(open_.as_day(order) for order in orders) else Spelt("bad")
    if _NO_YEAR.fullmatch(cell):
        return Spelt("no-year")
    return _named(cell)


def _sure(day: dt.date | None) -> Spelt:
    return Spelt("fixed", day) if day else Spelt("bad")


def _named(cell: str) -> Spelt:
    """A date with the name of its month, in any order; the year has four digits or stands last."""
    words = [_bare(word) for word in re.findall(r"\d+|[^\W\d_]+", cell)[:12]]
    numbers = [word for word in words if word.isdecimal()]
    months = [_months()[word] for word in words if word in _months()]
    others = [word for word in words if word not in numbers and word not in _months()]
    if len(months) == 2 and "mar" in words:
        months.remove(3)  # "mar. 7 mai" is a Tuesday in May
    strange = any(word not in _FILLERS and word not in _weekdays() for word in others)
    if strange or len(months) != 1 or not 1 <= len(numbers) <= 2:
        return Spelt("bad")
    if len(numbers) == 1:
        return Spelt("no-year" if len(numbers[0]) <= 2 else "bad")
    year, day = numbers if len(numbers[0]) == 4 else numbers[::-1]
    if len(year) not in (2, 4) or len(day) > 2:
        return Spelt("bad")
    return _sure(_day(int(year) + (2000 if len(year) == 2 else 0), months[0], int(day)))


@cache
def _months() -> dict[str, int]:
    """Names of months and their short forms in the languages that exports come in (CLDR)."""
    names = {"sept": 9, "set": 9, "mrz": 3}
    for number, name in _names("months"):
        names.setdefault(_bare(name), number)
    return names


@cache
def _weekdays() -> frozenset[str]:
    """Names of weekdays and their short forms; `quinta-feira` is two words."""
    return frozenset(_bare(part) for _, name in _names("days") for part in name.split("-"))


def _names(kind: Literal["months", "days"]) -> list[tuple[int, str]]:
    from babel import Locale  # slow to load, and most files have no names

    return [
        (number, name)
        for language in LANGUAGES
        for context in getattr(Locale(language), kind).values()
        for width in ("wide", "abbreviated", "short")
        for number, name in context.get(width, {}).items()
    ]


def _bare(word: str) -> str:
    """Without accents, points and capitals."""
    flat = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in flat if not unicodedata.combining(c) and c not in ".’'")


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
