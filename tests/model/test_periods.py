"""Periods in words: the shortest name from which both days can be read back."""

from __future__ import annotations

import calendar
import datetime as dt
import re

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from utils.model import periods
from utils.model.periods import MONTHS

EXAMPLES = [
    ("2019-01-01", "2019-12-31", "2019"),
    ("2019-01-01", "2020-12-31", "2019 to 2020"),
    ("2024-09-01", "2024-09-30", "Sep 2024"),
    ("2024-02-01", "2024-02-29", "Feb 2024"),
    ("2023-02-01", "2023-02-28", "Feb 2023"),
    ("2021-01-01", "2021-03-31", "Jan to Mar 2021"),
    ("2024-04-01", "2025-03-31", "Apr 2024 to Mar 2025"),
    ("2020-12-01", "2021-12-31", "Dec 2020 to Dec 2021"),
    ("2020-04-23", "2020-05-05", "23 Apr to 5 May 2020"),
    ("2020-05-07", "2020-05-12", "7 to 12 May 2020"),
    ("2020-12-28", "2021-01-03", "28 Dec 2020 to 3 Jan 2021"),
    ("2020-07-01", "2020-07-01", "1 Jul 2020"),
    ("2024-02-01", "2024-02-28", "1 to 28 Feb 2024"),
]


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(("start", "end", "expected"), EXAMPLES)
def test_a_period_has_its_shortest_exact_name(start: str, end: str, expected: str) -> None:
    assert periods.label(day(start), day(end)) == expected
    assert periods.label(pd.Timestamp(start), pd.Timestamp(f"{end} 23:59")) == expected


def read(label: str) -> tuple[dt.date, dt.date]:
    """A label as a person reads it: what the first half leaves out, the second tells."""
    first, _, last = label.partition(" to ")
    parts = [
        re.fullmatch(r"(\d{1,2})? ?([A-Z][a-z]{2})? ?(\d{4})?", half) for half in (first, last)
    ]
    ends = [part.groups() if part else (None,) * 3 for part in parts]
    if not last:
        ends[1] = ends[0]
    year = int(ends[1][2])
    months = [MONTHS.index(end[1]) + 1 if end[1] else None for end in ends]
    start_month = months[0] or (months[1] if ends[0][0] else 1)
    end_month = months[1] or 12
    start = dt.date(int(ends[0][2] or year), start_month, int(ends[0][0] or 1))
    last_day = calendar.monthrange(year, end_month)[1]
    return start, dt.date(year, end_month, int(ends[1][0] or last_day))


@given(st.dates(dt.date(1900, 1, 1)), st.dates(dt.date(1900, 1, 1)), st.booleans())
def test_both_days_can_be_read_from_the_name(start: dt.date, end: dt.date, whole: bool) -> None:
    if whole:
        start = start.replace(day=1)
        end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    assume(start <= end < dt.date(9999, 1, 1))
    assert read(periods.label(start, end)) == (start, end)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 1, 1)), st.integers(0, 45))
def test_both_days_of_a_short_period_can_be_read(start: dt.date, days: int) -> None:
    end = start + dt.timedelta(days=days)
    assert read(periods.label(start, end)) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "days"), [("2020-01-01", "2020-12-31", 366), ("2020-07-01", "2020-07-01", 1)]
)
def test_both_days_count(start: str, end: str, days: int) -> None:
    assert periods.length(day(start), day(end)) == days
    assert periods.length(pd.Timestamp(start), pd.Timestamp(end)) == days


@pytest.mark.parametrize(
    ("frequency", "days"),
    [
        ("P1Y", 365.25),
        ("P6Y", 6 * 365.25),
        ("P3M", 91.32),
        ("P2W", 14),
        ("P10D", 10),
        ("irregular", 0),
        ("P1", 0),
    ],
)
def test_a_frequency_has_a_length_in_days(frequency: str, days: float) -> None:
    assert periods.frequency_days(frequency) == pytest.approx(days)
