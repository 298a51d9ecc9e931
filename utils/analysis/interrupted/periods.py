"""The time axis of a series: which periods it has, numbered so that gaps stay gaps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import pandas as pd

CYCLES = {"day": 7.0, "week": 365.25 / 7, "month": 12.0, "quarter": 4.0, "year": 1.0}
"""Periods in one season: the week for days, the year for all else."""
_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "quarter": (90, 92), "year": (365, 366)}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, eq=False)
class Axis:
    """``number`` counts periods from the first (a gap is a jump), ``phase`` within the season."""

    period: str
    number: np.ndarray
    phase: np.ndarray
    after: np.ndarray


def axis(index: pd.DatetimeIndex, event: dt.date) -> Axis | None:
    """The axis of sorted first days of periods; `None` where they are not of one regular kind.

    The period that holds the event counts as after it when at least half of it is left.
    """
    steps = np.diff(index.to_numpy()).astype("timedelta64[D]").astype(int)
    usual = float(np.median(steps)) if len(steps) else 0.0
    period = next((name for name, (a, b) in _DAYS.items() if a <= usual <= b), None)
    if period is None:
        return None
    absolute = _numbers(index, period)
    if absolute is None:
        return None
    number = absolute - absolute[0]
    at = int(index.searchsorted(pd.Timestamp(event), side="right")) - 1
    after = np.arange(len(index)) > at
    if at >= 0:
        ends = _next(index[at], period)
        half = index[at] + (ends - index[at]) / 2
        after[at] = pd.Timestamp(event) <= half
    return Axis(period, number, _phase(index, absolute, period), after)


def days(period: str) -> int:
    """The most days that a period can have."""
    return _DAYS[period][1]


def _numbers(index: pd.DatetimeIndex, period: str) -> np.ndarray | None:
    if period in ("day", "week"):
        length, exact = _DAYS[period][0], (index - pd.Timestamp(0)).days.to_numpy()
    else:
        if len(set(index.day)) > 1:
            return None
        length, exact = _MONTHS[period], (index.year * 12 + index.month - 1).to_numpy()
    if ((exact - exact[0]) % length).any():
        return None
    return np.asarray(exact // length, dtype=float)


def _next(start: pd.Timestamp, period: str) -> pd.Timestamp:
    months = _MONTHS.get(period)
    step = pd.DateOffset(months=months) if months else pd.DateOffset(days=_DAYS[period][0])
    return pd.Timestamp(start + step)


def _phase(index: pd.DatetimeIndex, absolute: np.ndarray, period: str) -> np.ndarray:
    # months count from January = 1, as in the tutorials that print their seasonal terms
    if period == "week":
        return np.asarray(index.day_of_year / 7.0, dtype=float)
    return (absolute + (period == "month")) % CYCLES[period]
