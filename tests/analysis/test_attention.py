"""Attention around an event: against hand-computed figures and against what was published."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd
import pytest

from utils.analysis import attention
from utils.analysis.attention import DAILY, WEEKLY, AttentionError
from utils.store import snapshot

EVENT = dt.date(2020, 3, 10)


def flat(**special: float) -> pd.Series:
    """Sixty days of 100 with other values on days named like `d2020_03_10`."""
    series = pd.Series(100.0, index=pd.date_range("2020-01-20", periods=75))
    for day, value in special.items():
        series[pd.Timestamp(day[1:].replace("_", "-"))] = value
    return series


def test_a_hand_made_jump_is_measured_exactly() -> None:
    series = flat(d2020_03_10=400.0, d2020_03_11=260.0, d2020_03_12=240.0, d2020_03_13=100.0)
    found = attention.around(series, EVENT)
    assert (found.baseline, found.peak, found.peak_day) == (100.0, 400.0, EVENT)
    assert (found.ratio, found.event_ratio) == (4.0, 4.0)
    assert (found.ratio_low, found.ratio_high) == (4.0, 4.0)  # a flat baseline has no doubt
    assert found.excess == 300 + 160 + 140
    assert found.half_days == 2  # 240 is the first at or below (400 + 100) / 2 = 250
    assert found.back_days == 3
    assert found.comparable == 28


def test_the_peak_may_fall_on_a_neighbouring_day_but_not_further_away() -> None:
    assert attention.around(flat(d2020_03_12=300.0), EVENT).ratio == 3.0
    assert attention.around(flat(d2020_03_09=300.0), EVENT).ratio == 3.0
    assert attention.around(flat(d2020_03_13=300.0), EVENT).ratio == 1.0


def test_a_build_up_in_the_week_before_does_not_raise_the_baseline() -> None:
    build_up = {f"d2020_03_0{day}": 900.0 for day in range(3, 9)}
    assert attention.around(flat(**build_up), EVENT).baseline == 100.0


def test_what_never_falls_has_no_half_life() -> None:
    series = flat()
    series[pd.Timestamp(EVENT) :] = 500.0
    found = attention.around(series, EVENT)
    assert math.isnan(found.half_days)
    assert math.isnan(found.back_days)


def test_a_gap_is_not_a_zero() -> None:
    series = flat(d2020_03_10=300.0)
    holed = series.drop(pd.date_range("2020-02-05", "2020-02-10"))
    assert attention.around(holed, EVENT).baseline == 100.0
    assert attention.around(holed, EVENT).comparable == 22


@pytest.mark.parametrize(
    ("series", "words"),
    [
        (flat()[:"2020-02-10"], "no figure|no baseline|Only"),
        (flat()["2020-02-25":], "Only 7 of the 28"),
        (flat() * 0, "baseline before 10 Mar 2020 is zero"),
    ],
)
def test_an_event_that_cannot_be_measured_says_why(series: pd.Series, words: str) -> None:
    with pytest.raises(AttentionError, match=words):
        attention.around(series, EVENT)


def test_a_weekly_series_finds_the_week_that_holds_the_event() -> None:
    weeks = pd.Series(50.0, index=pd.date_range("2020-01-05", periods=16, freq="W-SUN"))
    weeks[pd.Timestamp("2020-03-08")] = 125.0
    found = attention.around(weeks, EVENT, WEEKLY)
    assert (found.peak_day, found.ratio) == (dt.date(2020, 3, 8), 2.5)


def test_the_interval_is_the_same_every_time_and_widens_with_the_noise() -> None:
    noise = np.random.default_rng(5).normal(0, 1, 75)
    quiet, loud = flat() + 2 * noise, flat() + 20 * noise
    first, again = attention.around(quiet, EVENT), attention.around(quiet, EVENT)
    wide = attention.around(loud, EVENT)
    assert (first.ratio_low, first.ratio_high) == (again.ratio_low, again.ratio_high)
    assert wide.ratio_high - wide.ratio_low > first.ratio_high - first.ratio_low


# Metzler et al., J Med Internet Res 2022;24:e34705, daily US posts on suicide, retweets included:
# 10 September over the median of the days 35 to 8 before.
PUBLISHED = {2013: 4.8, 2014: 3.5, 2015: 5.0, 2016: 3.1, 2017: 3.4, 2018: 5.7, 2019: 4.7, 2020: 4.4}


@pytest.mark.parametrize(("year", "ratio"), PUBLISHED.items())
def test_world_suicide_prevention_day_rises_as_published(year: int, ratio: float) -> None:
    rows = snapshot.read("us-suicide-mentions-with-retweets").rows.dropna(subset="value")
    series = pd.Series(rows["value"].to_numpy(), index=pd.DatetimeIndex(rows["start"]))
    found = attention.around(series, dt.date(year, 9, 10), DAILY)
    assert round(found.event_ratio, 1) == ratio
    assert found.half_days <= 3


def test_per_100_000_needs_a_population() -> None:
    assert attention.per_100k(50, 1_000_000) == 5
    assert math.isnan(attention.per_100k(50, 0))


@pytest.mark.parametrize(("window", "step"), [(DAILY, "D"), (WEEKLY, "W")])
def test_what_is_called_measurable_is_what_can_be_measured(
    window: attention.Window, step: str
) -> None:
    series = pd.Series(5.0, index=pd.date_range("2020-01-05", periods=60, freq=step))
    series.iloc[20:40] = np.nan
    series.iloc[45:52] = 0.0
    for day in pd.date_range("2019-12-20", series.index[-1] + pd.Timedelta(days=30), freq="3D"):
        try:
            attention.around(series, day.date(), window)
        except AttentionError:
            can = False
        else:
            can = True
        assert attention.measurable(series, day.date(), window) == can, day
