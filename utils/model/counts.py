"""Hashtag reach as it is collected: one number a day, and how much of that day it covers."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Metric = Literal["posts", "accounts", "views", "news share"]


@dataclass(frozen=True)
class Count:
    """One number of one day, as one server of a platform tells it.

    ``day`` is a day in UTC and ``value`` is in the unit of ``metric`` (a number of posts,
    accounts or views, or percent of news articles). ``whole`` is false while the day lasts, or
    when some of it was not seen. Absent ``value`` means a gap, and ``reason`` says why.
    """

    tag: str
    metric: Metric
    day: dt.date
    value: float | None
    whole: bool
    reason: str = ""


@dataclass(frozen=True)
class Counted:
    """What one visit to one server found, day by day; a day it can't speak about is not named."""

    server: str
    counts: tuple[Count, ...]
    notes: tuple[str, ...] = ()
