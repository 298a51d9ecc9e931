"""Series with memory, trend and season in which nothing happened, for counting false alarms."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from tests.made_up import ORIGIN, card
from utils.model import COLUMNS, Evidence, Indicator

Numbers = npt.NDArray[np.float64]

DAILY = card(id="made-up-daily", frequency="P1D", unit="deaths", method="counted", decimals=0)
MONTHLY = card(id="made-up-monthly", frequency="P1M")
NOISE = {"P1D": 0.2, "P1M": 1.0}
"""Standard deviation of the memory process: on the log scale for days, in points for months."""


def remembered(random: np.random.Generator, length: int, rho: float) -> Numbers:
    """An AR(1) process in equilibrium with unit variance."""
    shocks = random.normal(size=length) * np.sqrt(1 - rho * rho)
    level = np.empty(length)
    level[0] = random.normal()
    for at in range(1, length):
        level[at] = rho * level[at - 1] + shocks[at]
    return level


def daily(random: np.random.Generator, rho: float, days: int = 1096) -> Numbers:
    """Counts of some 50 to 80 a day: week rhythm, yearly season, growth, memory, counting error."""
    day = np.arange(days)
    log = 4 + 0.15 * (day % 7 < 2) + 0.1 * np.sin(2 * np.pi * day / 365.25) + 0.3 * day / days
    mean = np.exp(log + NOISE["P1D"] * remembered(random, days, rho))
    return random.poisson(mean).astype("float64")


def monthly(random: np.random.Generator, rho: float, months: int = 120) -> Numbers:
    """Percents around 20: yearly season, growth of three points, memory."""
    month = np.arange(months)
    season = 1.5 * np.sin(2 * np.pi * month / 12) + 0.5 * np.cos(4 * np.pi * month / 12)
    return 20 + season + 3 * month / months + remembered(random, months, rho)


def line(values: Numbers, of: Indicator, start: str = "2010-01-01") -> Evidence:
    """The values as evidence, from a day on."""
    rows = _empty(of.id, of.frequency, start, len(values)).copy()
    rows["value"] = values
    return Evidence(rows, (ORIGIN,))


@cache
def _empty(id: str, frequency: str, start: str, length: int) -> pd.DataFrame:
    unit = {"P1D": "D", "P1W": "W-SUN", "P1M": "M", "P3M": "Q", "P1Y": "Y"}[frequency]
    periods = pd.period_range(start, periods=length, freq=unit)
    fixed: dict[str, Any] = {
        "series": id, "place": "AAA", "group_by": "all", "group": "all", "value": np.nan,
        "low": np.nan, "high": np.nan, "status": "A", "origin": ORIGIN.id,
    }  # fmt: skip
    days = {"start": periods.start_time, "end": periods.end_time.normalize()}
    rows = pd.DataFrame({name: day.astype("datetime64[s]") for name, day in days.items()})
    return rows.assign(**fixed)[list(COLUMNS)]


def some_day(random: np.random.Generator, rows: Evidence) -> dt.date:
    """A day in the middle eight tenths of a series, chosen without looking at it."""
    starts = rows.rows["start"]
    at = int(random.integers(len(starts) // 10, len(starts) * 9 // 10))
    return starts.iloc[at].date() + dt.timedelta(days=int(random.integers(0, 2)))


def stepped(rows: Evidence, event: dt.date, size: float, factor: bool) -> Evidence:
    """The same series, lifted from the event to its end: by a factor, or by so many units."""
    changed = rows.rows
    later = changed["start"] >= pd.Timestamp(event)
    lifted = changed["value"] * size if factor else changed["value"] + size
    return rows.with_rows(changed.assign(value=changed["value"].mask(later, lifted)))


def linked(
    random: np.random.Generator, rho: float, weight: float, lag: int, months: int = 120
) -> tuple[Numbers, Numbers]:
    """Two monthly series; the second follows the first after ``lag`` months, as far as
    ``weight`` (the correlation of the two memory processes) says."""
    first = remembered(random, months + lag, rho)
    own = remembered(random, months, rho)
    second = weight * first[:months] + np.sqrt(1 - weight**2) * own
    shape = monthly(np.random.default_rng(0), 0.0, months) - remembered(
        np.random.default_rng(0), months, 0.0
    )
    return shape + first[lag:], shape + second
