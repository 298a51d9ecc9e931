"""Before and after a day: two equal windows, and the same difference at every other date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from utils.analysis import uncertainty, window_refusals, windows
from utils.analysis.comparable import Refusal
from utils.analysis.placebo import UNUSUAL, two_sided
from utils.analysis.timeline import (
    Timeline,
    counts_events,
    relative,
    season,
    timeline,
)
from utils.analysis.uncertainty import IntervalKind
from utils.analysis.windows import Compared, Plan
from utils.model import Card, Evidence

LEAST_DATES = 19
"""Other dates needed. With fewer, even the largest difference of all has a share of more than
1 in 20, so nothing could ever be called unusual at 5 in 100."""
Verdict = Literal["larger than at most other dates", "not unusual"]


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """Two windows around a day and how unusual their difference is in the same series.

    ``before`` and ``after`` are levels as the source has them: a mean of the periods' values, or
    events per day where ``measure`` says so. ``raw`` is their difference, or their ratio where
    ``scale`` is `ratio`. ``statistic`` is the same with the usual level of calendar months taken
    out where ``season_removed``, else it is ``raw``. ``low`` and ``high`` bound it (nan when
    ``interval`` is `none`). ``placebo`` holds the statistic of all other dates by the first day
    of the period at which the windows meet, ``usual`` its median with the event's included, and
    ``share`` how many in one of them are at least as far from ``usual``, the event counted in.
    ``separate`` is how many windows of this length fit side by side: other dates next to each
    other share most of their days. ``straddling`` is the period left out because the event lies
    inside it, ``touched`` names other events inside the event's own windows.
    """

    event: dt.date
    plan: Plan
    measure: Literal["mean", "rate per day"]
    scale: Literal["difference", "ratio"]
    noun: str
    before_start: dt.date
    before_end: dt.date
    after_start: dt.date
    after_end: dt.date
    before: float
    after: float
    before_periods: int
    after_periods: int
    raw: float
    statistic: float
    low: float
    high: float
    interval: IntervalKind
    placebo: pd.Series
    usual: float
    share: float
    separate: int
    season_removed: bool
    straddling: tuple[dt.date, dt.date] | None
    touched: tuple[dt.date, ...]

    @property
    def unusual(self) -> bool:
        """Whether at most 5 in 100 dates have a difference as far from the usual one."""
        return self.share <= UNUSUAL

    @property
    def verdict(self) -> Verdict:
        """All that may be said; it does not say why."""
        return "larger than at most other dates" if self.unusual else "not unusual"

    @property
    def sign(self) -> int:
        """1 up, -1 down, 0 level: the direction of ``statistic``."""
        return int(np.sign(np.log(self.statistic) if self.scale == "ratio" else self.statistic))


def compare(
    evidence: Evidence,
    card: Card,
    event: dt.date,
    plan: Plan | None = None,
    leave_out: Collection[dt.date] = (),
) -> BeforeAfter | Refusal:
    """The windows before and after ``event`` in one line, against all other dates.

    A period that begins on the day of the event is the first one after it; one that begins
    earlier and ends on or after that day belongs to neither side. Other dates are placed in the
    periods as the event is. Left out are dates whose windows cross a registered break, and
    dates whose windows hold one of the other events in ``leave_out``; the event's own neighbours
    stay in, as in `placebo.check`. The share follows Phipson and Smyth (Stat Appl Genet Mol
    Biol 2010;9:39). Refused: windows across a break (S15, with the producer's reason), too few
    periods around the event, fewer than `LEAST_DATES` other dates. Raises `SelectionError` if
    the rows hold more than one place or group.
    """
    line = timeline(evidence, card)
    if isinstance(line, Refusal):
        return line
    plan = plan or windows.usual(card)
    effect = season(line) if plan.season else None
    at, straddled = windows.place(line, event)
    every = windows.compared(line, plan, straddled, effect)
    refusal = window_refusals.own(line, plan, every, at, event)
    if refusal:
        return refusal
    others = [day for day in leave_out if windows.place(line, day)[0] != at]
    ordinary = every.usable & ~windows.touched(line, every, others)
    ordinary[at] = False
    if ordinary.sum() < LEAST_DATES:
        return window_refusals.few(int(ordinary.sum()), LEAST_DATES)
    return _found(line, plan, every, at, straddled, event, ordinary, others, effect is not None)


def _found(
    line: Timeline,
    plan: Plan,
    every: Compared,
    at: int,
    straddled: bool,
    event: dt.date,
    ordinary: np.ndarray,
    others: Collection[dt.date],
    season_removed: bool,
) -> BeforeAfter:
    statistics, own = every.statistic[ordinary], float(every.statistic[at])
    usual, share = two_sided(statistics, own)
    low, high, kind = uncertainty.interval(line, every, at, statistics, usual)
    shown = np.exp if relative(line.card) else np.asarray
    return BeforeAfter(
        event=event,
        plan=plan,
        measure="rate per day" if counts_events(line.card) else "mean",
        scale="ratio" if relative(line.card) else "difference",
        noun=line.noun,
        **windows.span(line, every, at),
        before=float(every.before[at]),
        after=float(every.after[at]),
        before_periods=int(every.known[0][at].sum()),
        after_periods=int(every.known[1][at].sum()),
        raw=float(shown(every.raw[at])),
        statistic=float(shown(own)),
        low=float(shown(low)),
        high=float(shown(high)),
        interval=kind,
        placebo=pd.Series(shown(statistics), index=pd.DatetimeIndex(line.rows["start"][ordinary])),
        usual=float(shown(usual)),
        share=share,
        separate=int(ordinary.sum() // max(1, every.last[at] - every.first[at] + 1)) + 1,
        season_removed=season_removed,
        straddling=windows.period(line, at) if straddled else None,
        touched=tuple(day for day in others if windows.touched(line, every, [day])[at]),
    )
