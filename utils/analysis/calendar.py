"""When awareness days are: known dates first, else a rule, both as days without a clock.

Rules are a small language: `fixed(9,10)`, `month(5)`, `nth_weekday(2,thu,1)`,
`week_containing(9,10)` and `first_full_week(10)` (Sunday to Saturday), `first_week(5)` (from
the first Monday), `mon_sun_containing(rule)`, `thursday_of(rule)`, `offset(rule,days)`,
`list` (known dates only) and `list_or_…` (known dates, else the rule).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from utils.model.reach import AwarenessEvent

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """First and last day of an event in one year, and whether they were announced."""

    start: dt.date
    end: dt.date
    basis: Literal["known", "rule"]


class RuleError(ValueError):
    """A rule of the calendar that can't be read: names the rule."""


def span(event: AwarenessEvent, year: int) -> Span | None:
    """The event in one year, or `None` when nobody can know: no date announced and no rule."""
    for start, end in known(event.known_dates):
        if start.year == year:
            return Span(start, end, "known")
    rule = event.rule
    if rule == "list":
        return None
    days = _rule(rule.removeprefix("list_or_"), year)
    return Span(*days, "rule")


def ahead(event: AwarenessEvent, today: dt.date) -> Span | None:
    """The next time the event is on, today included; `None` when no date is known."""
    for year in (today.year, today.year + 1):
        found = span(event, year)
        if found and found.end >= today:
            return found
    return None


def known(text: str) -> list[tuple[dt.date, dt.date]]:
    """Dates as the table holds them: `2021-02-01/2021-02-07;2024-05;2025-02-06`.

    A month is its first and last day. Text that gives no date ("2003 on") is passed over.
    """
    spans = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        if re.fullmatch(r"\d{4}-\d{2}", part):
            spans.append(_month(int(part[:4]), int(part[5:])))
        elif re.fullmatch(r"\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?", part):
            first, _, last = part.partition("/")
            spans.append((dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)))
    return spans


def _rule(rule: str, year: int) -> tuple[dt.date, dt.date]:
    match = re.fullmatch(r"(\w+)\((.*)\)", rule)
    if not match:
        raise RuleError(f"The calendar's rule '{rule}' can't be read.")
    name, inner = match[1], match[2]
    simple: dict[str, Callable[..., tuple[dt.date, dt.date]]] = {
        "fixed": _fixed,
        "month": _month,
        "nth_weekday": _nth_weekday,
        "week_containing": _week_containing,
        "first_full_week": _first_full_week,
        "first_week": _first_week,
    }
    if name in simple:
        return simple[name](year, *[_number(part) for part in inner.split(",")])
    if name == "mon_sun_containing":
        monday = _back_to(_rule(inner, year)[0], 0)
        return monday, monday + 6 * DAY
    if name == "thursday_of":
        first = _rule(inner, year)[0]
        thursday = first + ((3 - first.weekday()) % 7) * DAY
        return thursday, thursday
    if name == "offset":
        base, _, days = inner.rpartition(",")
        first, last = _rule(base, year)
        return first + int(days) * DAY, last + int(days) * DAY
    raise RuleError(f"The calendar's rule '{rule}' is unknown.")


def _number(text: str) -> int:
    text = text.strip()
    return WEEKDAYS.index(text) if text in WEEKDAYS else int(text)


def _fixed(year: int, month: int, day: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, day), dt.date(year, month, day)


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _nth_weekday(year: int, month: int, weekday: int, n: int) -> tuple[dt.date, dt.date]:
    first = dt.date(year, month, 1)
    day = first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * DAY
    return day, day


def _week_containing(year: int, month: int, day: int) -> tuple[dt.date, dt.date]:
    sunday = _back_to(dt.date(year, month, day), 6)
    return sunday, sunday + 6 * DAY


def _first_full_week(year: int, month: int) -> tuple[dt.date, dt.date]:
    sunday, _ = _nth_weekday(year, month, 6, 1)
    return sunday, sunday + 6 * DAY


def _first_week(year: int, month: int) -> tuple[dt.date, dt.date]:
    monday, _ = _nth_weekday(year, month, 0, 1)
    return monday, monday + 6 * DAY


def _back_to(day: dt.date, weekday: int) -> dt.date:
    return day - ((day.weekday() - weekday) % 7) * DAY
