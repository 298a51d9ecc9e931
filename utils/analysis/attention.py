"""How attention rose and faded around a day: baseline, peak, ratio, excess, half-life.

All functions take a series of values by first day of period, in order, gaps absent or nan.
The defaults are for daily series; weekly ones pass `WEEKLY`.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.language import say
from utils.language.periods import label

SEED = 20_260
DRAWS = 1_000


@dataclass(frozen=True)
class Window:
    """Which periods are compared, counted in periods of the series.

    Comparable periods run from ``first_before`` to ``last_before`` periods before the event:
    four whole weeks for daily series, so that each weekday counts the same, ending a week
    before the event so that a build-up is not taken for normal. The peak is looked for from
    ``peak_before`` to ``peak_after`` periods around the event, because days begin at other
    hours elsewhere; ``after`` is how far fading and excess are followed; ``block`` is the
    length of bootstrap blocks (a week).
    """

    step: int = 1
    first_before: int = 35
    last_before: int = 8
    peak_before: int = 1
    peak_after: int = 2
    after: int = 14
    block: int = 7

    @property
    def noun(self) -> str:
        """What one period is called."""
        return "day" if self.step == 1 else "week"


DAILY = Window()
WEEKLY = Window(7, 8, 2, 0, 1, 4, 2)


@dataclass(frozen=True)
class Attention:
    """What happened around an event; nan where it can't be told.

    ``baseline`` is the median of the comparable periods, ``ratio`` the peak over it with a 95%
    block-bootstrap interval ``ratio_low`` to ``ratio_high``, ``event_ratio`` the event's own
    period over it. ``excess`` is the sum above the baseline from the event to the end of the
    window. ``half_days`` and ``back_days`` are the days from the peak until the value first
    was at or below halfway to the baseline, and inside the comparable periods' own range.
    """

    event: dt.date
    baseline: float
    peak: float
    peak_day: dt.date
    ratio: float
    ratio_low: float
    ratio_high: float
    event_ratio: float
    excess: float
    half_days: float
    back_days: float
    comparable: int


class AttentionError(ValueError):
    """An event that can't be measured in a series: says what is missing."""


def around(series: pd.Series, event: dt.date, window: Window = DAILY) -> Attention:
    """Measures one event in a series with a `DatetimeIndex`.

    Raises `AttentionError` when fewer than half of the comparable periods, or none of the
    periods from the event on, have a value, or when the baseline is zero.
    """
    known = series.dropna()
    day = _period(known, event, window)
    comparable = _comparable(known, day, window, event)
    around_it = known[
        _shift(day, -window.peak_before, window) : _shift(day, window.peak_after, window)
    ]
    if around_it.empty:
        raise AttentionError(say("There is no figure around {day}.", day=label(event, event)))
    baseline = float(comparable.median())
    if baseline <= 0:
        raise AttentionError(
            say("The baseline before {day} is zero, so there is no ratio.", day=label(event, event))
        )
    peak, peak_day = float(around_it.max()), pd.Timestamp(str(around_it.idxmax()))
    low, high = _bootstrap(comparable.to_numpy(), peak, window.block)
    after = known[peak_day : _shift(day, window.after, window)]
    top = float(comparable.quantile(0.95))
    own = known.get(day, math.nan)
    return Attention(
        event=event,
        baseline=baseline,
        peak=peak,
        peak_day=peak_day.date(),
        ratio=peak / baseline,
        ratio_low=low,
        ratio_high=high,
        event_ratio=float(own) / baseline,
        excess=float((known[day : _shift(day, window.after, window)] - baseline).sum()),
        half_days=_days_until(after, baseline + (peak - baseline) / 2),
        back_days=_days_until(after, top),
        comparable=len(comparable),
    )


def measurable(series: pd.Series, event: dt.date, window: Window = DAILY) -> bool:
    """Whether `around` can measure an event, found out without measuring it."""
    known = series.dropna()
    day = _period(known, event, window)
    first, last = (
        _shift(day, periods, window) for periods in (-window.peak_before, window.peak_after)
    )
    found = before(known, day, window)
    enough = len(found) >= (window.first_before - window.last_before + 1) / 2
    return enough and not known[first:last].empty and float(found.median()) > 0


def _comparable(known: pd.Series, day: pd.Timestamp, window: Window, event: dt.date) -> pd.Series:
    """The periods before an event, if at least half of them have a figure."""
    found = before(known, day, window)
    expected = window.first_before - window.last_before + 1
    if len(found) < expected / 2:
        raise AttentionError(
            say(
                "Only {many} of the {expected} periods before {day} have a figure, so "
                "there is no baseline.",
                many=len(found),
                expected=expected,
                day=label(event, event),
            )
        )
    return found


def before(series: pd.Series, day: pd.Timestamp, window: Window = DAILY) -> pd.Series:
    """The comparable periods before a day."""
    return series[
        _shift(day, -window.first_before, window) : _shift(day, -window.last_before, window)
    ]


def _period(series: pd.Series, event: dt.date, window: Window) -> pd.Timestamp:
    """First day of the period that holds the event; the event itself in a daily series."""
    wanted = pd.Timestamp(event)
    started = series.index[(series.index <= wanted)]
    if len(started) and (wanted - started[-1]).days < window.step:
        return pd.Timestamp(started[-1])
    return wanted


def _shift(day: pd.Timestamp, periods: int, window: Window) -> pd.Timestamp:
    return day + pd.Timedelta(days=periods * window.step)


def _days_until(after: pd.Series, level: float) -> float:
    fallen = after[after <= level]
    return float((fallen.index[0] - after.index[0]).days) if len(fallen) else math.nan


def _bootstrap(comparable: np.ndarray, peak: float, block: int) -> tuple[float, float]:
    """95% limits of `peak / median` when the comparable periods are drawn anew in blocks.

    Moving blocks keep the week's rhythm and the likeness of neighbouring days
    (Kunsch, Ann Stat 1989;17:1217-1241). The peak is one count and is taken as it is.
    """
    length = len(comparable)
    starts = max(1, length - block + 1)
    random = np.random.default_rng(SEED)
    picked = random.integers(0, starts, size=(DRAWS, -(-length // block)))
    offsets = np.arange(min(block, length))
    drawn = comparable[(picked[..., None] + offsets).reshape(DRAWS, -1)[:, :length]]
    medians = np.median(drawn, axis=1)
    medians = medians[medians > 0]
    low, high = np.quantile(peak / medians, [0.025, 0.975])
    return float(low), float(high)


def per_100k(value: float, population: float) -> float:
    """A count per 100,000 people; nan without a population."""
    return value / population * 100_000 if population else math.nan
