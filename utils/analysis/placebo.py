"""How often a jump this large happens on ordinary days: the same statistic everywhere else.

The share is a permutation p-value over dates: (1 + days at least as large) / (1 + days), so
that it is never zero (Phipson and Smyth, Stat Appl Genet Mol Biol 2010;9:39).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.analysis.attention import DAILY, Window
from utils.language import say, units

LEAST_DAYS = 60
"""Fewer ordinary days than this say nothing about how rare a jump is."""
UNUSUAL = 0.05


@dataclass(frozen=True)
class Placebo:
    """The statistic of the event beside that of every other comparable day.

    ``ratios`` holds the ordinary days' ratios; ``share`` how many in one are at least as large
    as the event's, the event counted in.
    """

    ratio: float
    ratios: pd.Series
    share: float

    @property
    def unusual(self) -> bool:
        """Whether fewer than 5 in 100 ordinary days have a jump this large."""
        return self.share <= UNUSUAL


def ratios(series: pd.Series, window: Window = DAILY) -> pd.Series:
    """The peak-to-baseline ratio of every period, as `attention.around` measures it.

    Periods without at least half of their comparable periods have no ratio.
    """
    step = pd.Timedelta(days=window.step)
    whole = series.dropna().resample(step, origin="start").first()
    back = window.first_before - window.last_before + 1
    medians = whole.rolling(back, min_periods=-(-back // 2)).median().shift(window.last_before)
    span = window.peak_before + window.peak_after + 1
    peaks = whole.rolling(span, min_periods=1).max().shift(-window.peak_after)
    found: pd.Series = (peaks / medians).replace([np.inf, -np.inf], np.nan)
    complete = whole.index <= whole.index[-1] - step * window.peak_after
    return pd.Series(found[complete].dropna())


def check(
    series: pd.Series,
    event: dt.date,
    window: Window = DAILY,
    leave_out: Collection[dt.date] = (),
) -> Placebo | None:
    """The event against all other periods; `None` where fewer than 60 can be compared.

    Periods whose window touches one of the other events in ``leave_out`` are not ordinary and
    are left out. The event's own neighbours stay in: leaving them out would thin the upper
    tail and call too many chance days unusual.
    """
    every = ratios(series, window)
    at = _nearest(every.index, event, window)
    if at is None:
        return None
    ordinary = every[_ordinary(every.index, leave_out, window)]
    if len(ordinary) < LEAST_DAYS:
        return None
    ratio = float(every[at])
    share = (1 + int((ordinary >= ratio).sum())) / (1 + len(ordinary))
    return Placebo(ratio, ordinary, share)


def _nearest(index: pd.Index, event: dt.date, window: Window) -> pd.Timestamp | None:
    started = index[index <= pd.Timestamp(event)]
    if len(started) == 0 or (pd.Timestamp(event) - started[-1]).days >= window.step:
        return None
    return pd.Timestamp(started[-1])


def _ordinary(index: pd.Index, events: Collection[dt.date], window: Window) -> np.ndarray:
    """Days whose measured window holds no event."""
    near = np.zeros(len(index), dtype=bool)
    reach = pd.Timedelta(days=(window.peak_before + window.peak_after) * window.step)
    for event in events:
        day = pd.Timestamp(event)
        near |= (index >= day - reach) & (index <= day + reach)
    return ~near


def in_words(placebo: Placebo, window: Window = DAILY) -> str:
    """`about 3 in 100 of the 2,938 other days in this series`; `weeks` for weekly series."""
    per_hundred, many = placebo.share * 100, units.number(len(placebo.ratios), 0)
    share = "fewer than 1 in 100" if per_hundred < 1 else f"about {per_hundred:.0f} in 100"
    values = {"share": units.share(share), "many": many}
    if window.step == 1:
        return say("{share} of the {many} other days in this series", **values)
    return say("{share} of the {many} other weeks in this series", **values)


def two_sided(others: np.ndarray, own: float) -> tuple[float, float]:
    """The usual statistic, and how many in one lie at least as far from it as the event's.

    The usual one is the median with the event's own included, so that no date is privileged
    when all are ranked by their distance from it.
    """
    usual = float(np.median(np.append(others, own)))
    further = int((np.abs(others - usual) >= abs(own - usual)).sum())
    return usual, (1 + further) / (1 + len(others))
