"""What an interrupted time series gives back: numbers, curves, checks in words, a verdict."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Kind = Literal["count", "rate"]
Dispersion = Literal["poisson", "quasi-poisson", "negative binomial"]
Verdict = Literal[
    "a step at this date beyond what chance gives", "no step beyond chance at this date"
]
STEP: Verdict = "a step at this date beyond what chance gives"
NO_STEP: Verdict = "no step beyond chance at this date"


@dataclass(frozen=True)
class Model:
    """What is fitted; chosen before the data are looked at.

    ``kind``: `count` (log link, may have a population) or `rate` (rates, shares, scores).
    ``season``: pairs of sine and cosine, 0 to 2; yearly for months, quarters and weeks, weekly
    for days, none for years. ``slope``: whether the trend may change as well.
    ``dispersion`` of counts: `None` takes quasi-Poisson, or negative binomial where the
    variance is more than `OVERDISPERSED` times the mean. Raises ValueError on other values.
    """

    kind: Kind
    season: int = 2
    slope: bool = False
    dispersion: Dispersion | None = None

    def __post_init__(self) -> None:
        if self.kind not in ("count", "rate") or self.season not in (0, 1, 2):
            raise ValueError("A model takes kind 'count' or 'rate' and 0, 1 or 2 season pairs.")


@dataclass(frozen=True)
class Estimate:
    """A value with its 95 % interval, which allows for the memory of the series."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class Interruption:
    """One series before and after a date that was not chosen by looking at it.

    ``level``: for counts the ratio of the level after to the level that the earlier trend and
    season give (1 is no change); for rates the difference in the unit of the values (0 is no
    change). ``slope``: change of the trend per period, as a ratio or a difference; `None`
    unless asked for. ``observed`` and ``fitted`` cover all periods used, ``counterfactual``
    (the earlier trend and season carried on) those from ``first_after`` on; all three in the
    unit of the values and indexed by the first day of the period. With a control series they
    are the difference to the control (rates) or include its movement (counts).

    ``dispersion`` is Pearson's chi-squared by degrees of freedom under Poisson, nan for rates;
    ``family`` the distribution used. ``memory`` is the correlation of neighbouring residuals
    that the intervals allow for; ``lag1`` and ``durbin_watson`` describe the raw residuals,
    ``ljung_box_p`` what is left once that memory is taken out. ``influential``: first days of
    the periods far off the curve. ``diagnostics``: all of this in plain sentences.
    """

    verdict: Verdict
    kind: Kind
    level: Estimate
    slope: Estimate | None
    event: dt.date
    first_after: dt.date
    period: str
    n_before: int
    n_after: int
    observed: pd.Series
    fitted: pd.Series
    counterfactual: pd.Series
    family: str
    dispersion: float
    memory: float
    lag1: float
    durbin_watson: float
    ljung_box_p: float
    influential: tuple[dt.date, ...]
    fragile: bool
    controlled: bool
    seasonal: bool
    diagnostics: tuple[str, ...]

    @property
    def is_step(self) -> bool:
        """Whether the verdict is a step beyond what chance gives."""
        return self.verdict == STEP
