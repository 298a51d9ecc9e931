"""Periods in words: never a bare wave number, always first and last day."""

from __future__ import annotations

import calendar
import datetime as dt
import re

DAYS = {"D": 1, "W": 7, "M": 30.44, "Y": 365.25}
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def label(start: dt.date, end: dt.date) -> str:
    """The shortest exact name of a period, both days included.

    `2019`, `Sep 2024`, `Jan to Mar 2021`, `Apr 2024 to Mar 2025`, `23 Apr to 5 May 2020`.
    """
    start, end = _date(start), _date(end)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if start == end:
        return _day(start, with_year=True)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_day(end, with_year=True)}"
    return f"{_day(start, with_year=start.year != end.year)} to {_day(end, with_year=True)}"


def _months(start: dt.date, end: dt.date) -> str:
    last = f"{MONTHS[end.month - 1]} {end.year}"
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = MONTHS[start.month - 1]
    return f"{first} to {last}" if start.year == end.year else f"{first} {start.year} to {last}"


def _day(day: dt.date, *, with_year: bool) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")


def _date(day: dt.date) -> dt.date:
    # pandas hands over Timestamps, which are dates with a clock nobody asked for
    return day.date() if isinstance(day, dt.datetime) else day


def length(start: dt.date, end: dt.date) -> int:
    """Days in the period, first and last day included."""
    return (_date(end) - _date(start)).days + 1


def frequency_days(frequency: str) -> float:
    """Length of an ISO 8601 duration such as `P4W` in days; `irregular` -> 0."""
    match = re.fullmatch(r"P(\d+)([DWMY])", frequency)
    return int(match[1]) * DAYS[match[2]] if match else 0.0
