"""One line of evidence as a run of periods without holes, and its season."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from utils.analysis import comparable
from utils.analysis.comparable import Refusal
from utils.analysis.select import SelectionError
from utils.language import say, say_many
from utils.language.marks import forms
from utils.model import Card, Evidence, Indicator
from utils.model.periods import frequency_days

Numbers = npt.NDArray[np.float64]

SO_MANY = {
    "days": forms("{count} day", "{count} days"),
    "weeks": forms("{count} week", "{count} weeks"),
    "months": forms("{count} month", "{count} months"),
    "quarters": forms("{count} quarter", "{count} quarters"),
    "years": forms("{count} year", "{count} years"),
    "survey periods": forms("{count} survey period", "{count} survey periods"),
}
"""Periods that are counted, by what several of them are called."""
PATIENCE = 1.6
"""Two periods whose starts are further apart than this many times the frequency have a gap."""
LEAST_YEARS = 3
"""A calendar month has a usual level only if it was seen in this many years."""
EVENTS = ("deaths", "referrals", "courses")
"""Units that count events of a period: twice as long a period has twice as many."""
NOUNS = {
    "P1D": ("day", "days", 364),
    "P1W": ("week", "weeks", 52),
    "P1M": ("month", "months", 12),
    "P3M": ("quarter", "quarters", 4),
    "P1Y": ("year", "years", 0),
}
"""What a period is called, in one and many, and how many make a year; whole weeks for days."""


@dataclass(frozen=True, eq=False)
class Timeline:
    """The periods of one line in order; gaps are periods without a value.

    ``rows`` has the columns `start`, `end`, `value`, `low`, `high`, `days` (length) and
    `stretch` (number of registered breaks before the period). ``regular`` says whether all
    periods follow one another at the same distance.
    """

    rows: pd.DataFrame
    card: Card
    group_by: str
    regular: bool

    @property
    def noun(self) -> str:
        """What several periods are called; `survey periods` where they vary in length."""
        fallback = ("survey period", "survey periods", 0)
        return NOUNS.get(self.card.frequency if self.regular else "", fallback)[1]

    @property
    def in_a_year(self) -> int:
        """Periods in a year, 0 where there is no such number."""
        return NOUNS.get(self.card.frequency, ("", "", 0))[2] if self.regular else 0

    def index(self, day: dt.date) -> int:
        """Position of the first period that starts on ``day`` or later."""
        return int(self.rows["start"].searchsorted(pd.Timestamp(day)))


def counted(many: int, noun: str) -> str:
    """`6`, `months` -> `6 months`, in the reader's language."""
    return say_many(*SO_MANY[noun], many)


def timeline(evidence: Evidence, card: Card) -> Timeline | Refusal:
    """The run of periods of one place and group; refused where periods overlap.

    Raises `SelectionError` for more or less than one line: what is compared over time must be
    the same people all along.
    """
    rows = evidence.rows
    lines = rows.groupby(["series", "place", "group_by", "group"], sort=False).ngroups
    if lines != 1:
        raise SelectionError(
            say("Choose one place and one group; these rows hold {lines} lines.", lines=lines)
        )
    ordered = rows[["start", "end", "value", "low", "high"]].sort_values("start", kind="stable")
    starts, ends = _days(ordered["start"]), _days(ordered["end"])
    if (starts[1:] <= ends[:-1]).any():
        return Refusal(
            "S02",
            say(
                "The periods of this series overlap, so none of them lies wholly before or after "
                "a day."
            ),
            say("Choose a series whose periods follow one another."),
        )
    apart = np.diff(starts).astype("int64")
    step = frequency_days(card.frequency) or float(np.median(apart) if len(apart) else 0)
    filled = _filled(ordered, starts, apart, step)
    starts, ends = _days(filled["start"]), _days(filled["end"])
    group_by = str(rows["group_by"].iloc[0])
    cuts = np.array([one.date for one in comparable.breaks(card, group_by)], "datetime64[D]")
    filled["days"] = (ends - starts).astype("float64") + 1
    filled["stretch"] = np.searchsorted(np.sort(cuts), starts, side="right").astype("float64")
    return Timeline(filled, card, group_by, _regular(apart, step))


def _days(column: pd.Series) -> npt.NDArray[np.datetime64]:
    return column.to_numpy().astype("datetime64[D]")


def _regular(apart: npt.NDArray[np.int64], step: float) -> bool:
    """Whether starts are a step apart, or several where periods are missing."""
    if not step or not len(apart):
        return False
    whole = np.maximum(np.round(apart / step), 1) * step
    return bool((np.abs(apart - whole) <= 0.25 * step).mean() > 0.9)


def _filled(
    kept: pd.DataFrame,
    starts: npt.NDArray[np.datetime64],
    apart: npt.NDArray[np.int64],
    step: float,
) -> pd.DataFrame:
    """The rows with empty periods where some are missing, evenly spread over the hole."""
    holes = []
    for at in np.flatnonzero(apart > PATIENCE * step) if step else ():
        count = round(float(apart[at]) / step) - 1
        for number in range(1, count + 1):
            start = starts[at] + np.timedelta64(round(number * int(apart[at]) / (count + 1)), "D")
            holes.append((start, start + np.timedelta64(max(round(step) - 1, 0), "D")))
    if not holes:
        return kept.reset_index(drop=True)
    empty = pd.DataFrame(holes, columns=["start", "end"]).astype(kept[["start", "end"]].dtypes)
    both = pd.concat([kept, empty.reindex(columns=kept.columns).astype(kept.dtypes)])
    return both.sort_values("start", kind="stable", ignore_index=True)


def counts_events(card: Card) -> bool:
    """Whether values grow with the length of the period, so that a rate per day is compared."""
    return card.unit in EVENTS if isinstance(card, Indicator) else card.additive


def relative(card: Card) -> bool:
    """Whether two levels are compared by their ratio: counts, and indices without a unit."""
    if isinstance(card, Indicator):
        return counts_events(card) or card.unit == "people"
    return counts_events(card) or card.rung == "search index"


def level(line: Timeline) -> Numbers:
    """The values as they are compared: per day for counts of events, else as they stand."""
    values = line.rows["value"].to_numpy(dtype="float64")
    return values / line.rows["days"].to_numpy() if counts_events(line.card) else values


def season(line: Timeline, least_years: int = LEAST_YEARS) -> Numbers | None:
    """How far the calendar month of each period usually lies above the rest; `None` if unknown.

    Least squares of the level on calendar months (of the period's middle), a straight line and
    one level per stretch between breaks; the month effects are centred over the periods. For
    ratios the logarithm of level + 0.5 is taken, so the result is an effect on the log scale.
    Known only where each month that occurs was seen in ``least_years`` years.
    """
    rows, levels = line.rows, level(line)
    middle = rows["start"] + (rows["end"] - rows["start"]) / 2
    month, known = middle.dt.month.to_numpy(), ~np.isnan(levels)
    years = pd.Series(middle.dt.year.to_numpy()[known]).groupby(month[known]).nunique()
    months = np.asarray(years.index)
    if len(months) < 2 or years.min() < least_years or not np.isin(month, months).all():
        return None
    if relative(line.card):
        levels = np.log(levels + 0.5)
    dummies = (month[:, None] == months[None, :]).astype("float64")
    shifts = (rows["stretch"].to_numpy()[:, None] == np.unique(rows["stretch"])[None, 1:]) * 1.0
    time = np.linspace(-1, 1, len(rows))[:, None]
    design = np.hstack([dummies, time, shifts])[known]
    effects, *_ = np.linalg.lstsq(design, levels[known], rcond=None)
    by_row = dummies @ effects[: len(months)]
    return np.asarray(by_row - by_row[known].mean())
