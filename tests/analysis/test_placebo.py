"""The placebo check: chance is called chance, and a planted jump is found."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from utils.analysis import attention, placebo
from utils.analysis.attention import WEEKLY

DAYS = 730
SERIES = 400
"""Simulated series; with a true rate of 5% a rate of 8% or more has a chance of under 1%."""


def simulated(random: np.random.Generator, memory: float = 0.6) -> pd.Series:
    """Counts that drift and remember, with no event in them."""
    shocks = random.normal(size=DAYS)
    level = np.zeros(DAYS)
    for day in range(1, DAYS):
        level[day] = memory * level[day - 1] + shocks[day]
    return pd.Series(np.exp(6 + 0.25 * level), index=pd.date_range("2020-01-01", periods=DAYS))


def some_day(random: np.random.Generator) -> dt.date:
    return dt.date(2020, 3, 1) + dt.timedelta(days=int(random.integers(0, 600)))


@pytest.mark.parametrize("memory", [0.0, 0.6, 0.9])
def test_days_without_an_event_are_called_unusual_about_5_times_in_100(memory: float) -> None:
    random = np.random.default_rng(11)
    flagged = 0
    for _ in range(SERIES):
        found = placebo.check(simulated(random, memory), some_day(random))
        assert found is not None
        flagged += found.unusual
    assert flagged / SERIES < 0.08


def test_a_planted_jump_is_found() -> None:
    random = np.random.default_rng(12)
    found = 0
    for _ in range(100):
        series, day = simulated(random), some_day(random)
        series[pd.Timestamp(day)] *= 5
        check = placebo.check(series, day)
        assert check is not None
        found += check.unusual
    assert found >= 95


def test_every_day_is_measured_as_the_event_is() -> None:
    series = simulated(np.random.default_rng(13))
    day = dt.date(2020, 9, 1)
    assert placebo.ratios(series)[pd.Timestamp(day)] == pytest.approx(
        attention.around(series, day).ratio
    )


def test_weeks_are_measured_as_the_event_is() -> None:
    random = np.random.default_rng(14)
    weeks = pd.Series(
        random.uniform(50, 90, 150), index=pd.date_range("2018-01-07", periods=150, freq="W-SUN")
    )
    day = dt.date(2019, 5, 1)
    check = placebo.check(weeks, day, WEEKLY)
    assert check is not None
    assert check.ratio == pytest.approx(attention.around(weeks, day, WEEKLY).ratio)
    assert "weeks" in placebo.in_words(check, WEEKLY)


def test_other_events_are_not_ordinary_days() -> None:
    series = simulated(np.random.default_rng(15), memory=0.0)
    one, other = dt.date(2020, 9, 10), dt.date(2021, 9, 10)
    series[pd.Timestamp(one)] *= 30
    series[pd.Timestamp(other)] *= 90
    alone, both = placebo.check(series, one), placebo.check(series, one, leave_out=[other])
    assert alone is not None
    assert both is not None
    assert len(both.ratios) < len(alone.ratios)
    assert both.share < alone.share


def test_too_short_a_series_has_no_placebo() -> None:
    series = simulated(np.random.default_rng(16))[:80]
    assert placebo.check(series, dt.date(2020, 3, 1)) is None


def test_the_share_is_never_zero() -> None:
    series = simulated(np.random.default_rng(17))
    series[pd.Timestamp("2020-09-01")] *= 1000
    check = placebo.check(series, dt.date(2020, 9, 1))
    assert check is not None
    assert check.share > 0
    assert placebo.in_words(check).startswith("fewer than 1 in 100")
