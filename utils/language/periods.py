"""Periods in the reader's language: the days of `utils.model.periods`, with its months."""

from __future__ import annotations

import calendar
import datetime as dt

from utils.language.tongue import current, in_english
from utils.language.words import say
from utils.model import periods
from utils.model.periods import frequency_days, length

__all__ = ["frequency_days", "label", "length", "parts"]


def label(start: dt.date, end: dt.date) -> str:
    """The shortest exact name of a period, as `periods.label`, both days included."""
    if in_english():
        return periods.label(start, end)
    first, last = parts(start, end)
    return say("{first} to {last}", first=first, last=last) if first else last


def parts(start: dt.date, end: dt.date, whole: bool = False) -> tuple[str, str]:
    """Both ends of a period, the first empty where one name is enough.

    ``whole`` writes months out. The forms follow `periods.label`: what both ends share is said
    once, at the end.
    """
    start, end = _date(start), _date(end)
    month = "MMMM" if whole else "MMM"
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end, month)
    last = _said(end, f"y{month}d")
    if start == end:
        return "", last
    if (start.year, start.month) == (end.year, end.month):
        return str(start.day), last
    return _said(start, f"{month}d" if start.year == end.year else f"y{month}d"), last


def _months(start: dt.date, end: dt.date, month: str) -> tuple[str, str]:
    one_year = start.year == end.year
    if (start.month, end.month) == (1, 12):
        return ("" if one_year else str(start.year)), str(end.year)
    last = _said(end, f"y{month}")
    if one_year and start.month == end.month:
        return "", last
    return _said(start, month if one_year else f"y{month}"), last


def _said(day: dt.date, skeleton: str) -> str:
    """A day by a CLDR skeleton, in the order and with the words of the language."""
    from babel.dates import format_skeleton

    return format_skeleton(skeleton, day, locale=current().language)


def _date(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day
