"""Dates of a whole column: what its values prove about their order; asks where they prove nothing.

The clock and its zone are cut off first: a day is the day that the file prints.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa
import pyarrow.compute as pc

from utils.model import limits
from utils.uploads import spelling
from utils.uploads.errors import UploadError
from utils.uploads.spelling import Order, Spelt

Trouble = Literal["blank", "total", "bad", "early", "late"]
"""Why a spelling has no day: it is empty, a total, unreadable, before 2004, or in the future."""

Form = Literal["fixed", "numeric", "serial"]
"""Certain in itself, three numbers whose order is open, or days as a spreadsheet counts them."""

_ISO = r"^(?:\d{4}-\d{2}-\d{2}(?:[T ]|$)|$)"
_CLOCK = (
    r"(?:[T ,]|^)*\b\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp]\.?\s?[Mm]\b\.?)?"
    r"(?:\s?(?:Z|UTC|GMT|[A-Z]{3,4}\b|[+-]\d{2}:?\d{2}))?"
)
_EPOCHS = {r"^\d{13}$": 86_400_000, r"^\d{10}$": 86_400}


def cut(cells: pa.Array) -> pa.Array:
    """Only the day of each cell, as spelt; seconds since 1970 become a day in UTC."""
    if pc.all(pc.match_substring_regex(cells, _ISO)).as_py():
        return pc.utf8_slice_codeunits(cells, 0, 10)
    days = pc.utf8_trim_whitespace(cells)
    days = pc.replace_substring_regex(days, r"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})T.*$", r"\1")
    days = pc.replace_substring_regex(days, _CLOCK, " ")
    days = pc.replace_substring_regex(days, r"^(\d{5})[.,]\d+$", r"\1")
    for pattern, length in _EPOCHS.items():
        found = pc.match_substring_regex(days, pattern)
        if pc.any(found).as_py():
            numbers = pc.if_else(found, days, "0").cast(pa.int64())
            spelt = pc.divide(numbers, length).cast(pa.int32()).cast(pa.date32()).cast(pa.string())
            days = pc.if_else(found, spelt, days)
    return pc.utf8_trim_whitespace(days)


@dataclass(frozen=True)
class Decision:
    """What the spellings of a column are.

    ``orders`` holds more than one entry where several fit and give different days: then the
    reader must ask, and ``days`` follows the first of them.
    """

    days: Mapping[str, dt.date]
    troubles: Mapping[str, Trouble]
    orders: tuple[Order, ...]
    form: Form


def decide(spellings: Iterable[str], today: dt.date, chosen: str = "") -> Decision:
    """Read every spelling under the order that all of them allow, or under the chosen one.

    Raises `UploadError` where dates have no year, where no order fits, or where nothing is a
    date.
    """
    spelt = {text: spelling.read(text) for text in spellings}
    form = _form(spelt.values())
    for text, one in spelt.items():
        if one.shape not in ("blank", "total", form):
            spelt[text] = Spelt("bad")
    orders = _orders(spelt.values(), today) if form == "numeric" else ()
    if chosen and orders:
        orders = tuple(order for order in orders if order == chosen)
        if not orders:
            raise UploadError("answer")
    days: dict[str, dt.date] = {}
    troubles: dict[str, Trouble] = {}
    for text, one in spelt.items():
        day = one.as_day(orders[0] if orders else "day")
        trouble = _trouble(one, day, today)
        if trouble:
            troubles[text] = trouble
        elif day:
            days[text] = day
    return Decision(days, troubles, orders, form)


def _form(spelt: Iterable[Spelt]) -> Form:
    counts = {"fixed": 0, "numeric": 0, "serial": 0, "no-year": 0, "bad": 0}
    for one in spelt:
        if one.shape in counts:
            counts[one.shape] += 1
    dated = counts["fixed"] + counts["numeric"] + counts["serial"]
    if counts["no-year"] > dated:
        raise UploadError("no-year")
    if not dated or counts["bad"] > 3 * dated:
        raise UploadError("not-dates")
    forms: tuple[Form, ...] = ("fixed", "numeric", "serial")
    best = max(forms, key=lambda form: counts[form])
    if dated - counts[best] > limits.UPLOAD_UNREAD_SHARE * dated:
        raise UploadError("mixed-dates")
    return best


def _orders(spelt: Iterable[Spelt], today: dt.date) -> tuple[Order, ...]:
    """The orders under which all but one in a hundred dates exist and are possible."""
    numeric = [one for one in spelt if one.shape == "numeric"]
    candidates: tuple[Order, ...] = ("day", "month", "year")
    read = {order: [one.as_day(order) for one in numeric] for order in candidates}
    wrong = {
        order: sum(day is None or _outside(day, today) != "" for day in days)
        for order, days in read.items()
    }
    most = limits.UPLOAD_UNREAD_SHARE * len(numeric)
    possible = [order for order in candidates if wrong[order] <= most]
    if not possible:
        # no order fits: either both occur, or the dates lie outside the years we take
        existing = [o for o in candidates if sum(day is None for day in read[o]) <= most]
        if len(existing) != 1:
            raise UploadError("mixed-dates")
        return tuple(existing)
    same = all(read[order] == read[possible[0]] for order in possible)
    return tuple(possible[:1] if same else possible)


def _trouble(one: Spelt, day: dt.date | None, today: dt.date) -> Trouble | Literal[""]:
    if one.shape == "blank" or one.shape == "total":
        return one.shape
    return "bad" if day is None else _outside(day, today)


def _outside(day: dt.date, today: dt.date) -> Literal["", "early", "late"]:
    if day.year < limits.UPLOAD_FIRST_YEAR:
        return "early"
    return "late" if day > today + dt.timedelta(days=1) else ""
