"""How sure a difference of two windows is: sampling error, or the moves of the series itself."""

from __future__ import annotations

from typing import Literal

import numpy as np

from utils.analysis.change import mover
from utils.analysis.timeline import Numbers, Timeline, relative
from utils.analysis.windows import Compared

Estimate = tuple[float, float, float]
IntervalKind = Literal["sampling error of the source", "movement at other dates", "none"]

LEAST_FOR_INTERVAL = 39
"""Other dates needed to tell where the middle 95 in 100 of them lie: one in 40 on each side."""


def interval(
    line: Timeline, every: Compared, at: int, others: Numbers, usual: float
) -> tuple[float, float, IntervalKind]:
    """95% limits of the statistic at one date, on the scale on which it is compared.

    Where the source gives intervals: square-and-add limits of each window's mean and of their
    difference (`change.mover`), for samples drawn independently. Else the statistic less the
    middle 95 in 100 of its movement at the other dates, ``others``, around ``usual``: all shifts
    of the series that would leave the event's difference an ordinary one. This keeps the
    series' own memory, which drawing anew from a window of a few periods can't.
    """
    own = float(every.statistic[at])
    means = None if relative(line.card) else bounds(line, every, at)
    if means is not None:
        low, high = mover(means[1], means[0])
        season = own - float(every.raw[at])
        return low + season, high + season, "sampling error of the source"
    if len(others) < LEAST_FOR_INTERVAL:
        return np.nan, np.nan, "none"
    lower, upper = np.quantile(others - usual, [0.025, 0.975])
    return own - float(upper), own - float(lower), "movement at other dates"


def bounds(line: Timeline, every: Compared, at: int) -> tuple[Estimate, Estimate] | None:
    """Mean of each window with limits from the source's own; `None` where it gives none.

    For a mean of n independent estimates the distances to their limits are squared, added and
    divided by n squared (Zou and Donner, Stat Med 2008;27:1693-1702), without weights, because
    a share and the error that would weight it aren't independent.
    """
    found = []
    for window, known in zip((every.old, every.new), every.known, strict=True):
        rows = line.rows.iloc[window[at][known[at]]]
        if rows[["low", "high"]].isna().any(axis=None):
            return None
        mean = float(rows["value"].mean())
        down = float(np.sqrt(((rows["value"] - rows["low"]) ** 2).sum()) / len(rows))
        up = float(np.sqrt(((rows["high"] - rows["value"]) ** 2).sum()) / len(rows))
        found.append((mean, mean - down, mean + up))
    return found[0], found[1]
