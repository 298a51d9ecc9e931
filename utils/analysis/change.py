"""Change between two periods, with an interval and a verdict; never across a break."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from utils.analysis.comparable import Refusal, refuse_periods
from utils.model import Evidence, Indicator
from utils.model.evidence import Row

SUBNATIONAL = "-"
"""In the codes of states and regions. Their yearly suicide figures are small enough to move by
chance, so without an interval no direction is claimed (rule S20)."""
EVENTS = ("deaths", "referrals", "courses")
"""Units in which a counted series counts events, which scatter like a Poisson count."""
Z = 1.959964
"""Normal deviate of a 95% interval."""
Verdict = Literal["higher", "lower", "the same", "unclear", "untested"]


@dataclass(frozen=True)
class Change:
    """Two values of one line, their difference and what may be said about it.

    ``low`` and ``high`` bound the difference; they are nan where a source gives no interval and
    the values are no counts of events. ``verdict`` is `unclear` where the interval of the
    difference holds zero and `untested` where there is no interval to test with.
    """

    first: Row
    second: Row
    difference: float
    low: float
    high: float
    verdict: Verdict


def between(card: Indicator, first: Row, second: Row) -> Change | Refusal:
    """The change from one row to a later row of the same place and group."""
    refusal = refuse_periods(card, first["group_by"], first["start"], second["start"])
    return refusal or apart(card, first, second)


def apart(card: Indicator, first: Row, second: Row) -> Change:
    """The difference of two rows, second less first, such as two groups in one period.

    Events that were counted one by one get the interval of the difference of two Poisson
    counts. A rate whose count is not in its row has none and stays untested.
    """
    difference = _exact(second["value"] - first["value"], card.decimals)
    low, high = mover(_bounded(card, second), _bounded(card, first))
    equal = card.counted and difference == 0
    verdict: Verdict = "the same" if equal else _verdict(low, high)
    return Change(first, second, difference, low, high, verdict)


def _bounded(card: Indicator, row: Row) -> tuple[float, float, float]:
    """A value with its interval; that of its Poisson count where events were counted."""
    small = card.about_suicide and SUBNATIONAL in row["place"]
    counted = card.counted and card.unit in EVENTS and not small
    if counted and math.isnan(row["low"]):
        return poisson(row["value"])
    return row["value"], row["low"], row["high"]


def poisson(count: float) -> tuple[float, float, float]:
    """A count of events with its 95% score limits, `x + z²/2 ± z √(x + z²/4)`.

    Barker, Am Stat 2002;56:85-89, compares them with eight others. `mover` makes the interval
    of a difference of two of them.
    """
    middle, half = count + Z * Z / 2, Z * math.sqrt(count + Z * Z / 4)
    return count, middle - half, middle + half


def mover(
    second: tuple[float, float, float], first: tuple[float, float, float]
) -> tuple[float, float]:
    """Bounds of `second - first` from the two estimates' own intervals (value, low, high).

    Square-and-add ("MOVER") limits of Zou and Donner, Stat Med 2008;27:1693-1702, for
    independent estimates; both intervals must have the same level. nan if a bound is absent.
    """
    (a, a_low, a_high), (b, b_low, b_high) = second, first
    difference = a - b
    return (
        difference - math.hypot(a - a_low, b_high - b),
        difference + math.hypot(a_high - a, b - b_low),
    )


def _verdict(low: float, high: float) -> Verdict:
    if math.isnan(low) or math.isnan(high):
        return "untested"
    if low > 0:
        return "higher"
    if high < 0:
        return "lower"
    return "the same" if low == high == 0 else "unclear"


def _exact(difference: float, decimals: int) -> float:
    # two printed values differ by a printed value: 0.1 + 0.2 must not show as 0.30000000000000004
    return round(difference, decimals + 6)


def since(evidence: Evidence, card: Indicator, start: dt.date) -> Evidence:
    """Every value minus the value of the period that starts on ``start``, line by line.

    Rows on the other side of a break are left without a value and marked `B`; lines that
    have no value in the base period are left without values and marked `M`.
    """
    rows = evidence.rows
    base = rows[rows["start"] == pd.Timestamp(start)].set_index(["place", "group"])
    base = base[~base.index.duplicated()]
    keys = pd.MultiIndex.from_frame(rows[["place", "group"]])
    first = base.reindex(keys)[["value", "low", "high"]].set_axis(rows.index)
    difference = (rows["value"] - first["value"]).round(card.decimals + 6)
    down = ((rows["value"] - rows["low"]) ** 2 + (first["high"] - first["value"]) ** 2) ** 0.5
    up = ((rows["high"] - rows["value"]) ** 2 + (first["value"] - first["low"]) ** 2) ** 0.5
    # a figure does not differ from itself, however uncertain; without an interval it gets none
    is_base = (rows["start"] == pd.Timestamp(start)) & rows["low"].notna()
    broken = _across(rows, card, start)
    status = rows["status"].mask(rows["value"].notna() & difference.isna(), "M").mask(broken, "B")
    changed = rows.assign(
        value=difference.mask(broken),
        low=(difference - down).mask(is_base, difference).mask(broken),
        high=(difference + up).mask(is_base, difference).mask(broken),
        status=status,
    )
    return evidence.with_rows(changed)


def _across(rows: pd.DataFrame, card: Indicator, start: dt.date) -> pd.Series:
    """Which rows lie on the other side of a registered break than ``start``."""
    pairs = rows[["group_by", "start"]].drop_duplicates()
    refused = [
        refuse_periods(card, split, day, start) is not None
        for split, day in pairs.itertuples(index=False)
    ]
    lookup = pairs.assign(refused=refused)
    merged = rows[["group_by", "start"]].merge(lookup, on=["group_by", "start"], how="left")
    return pd.Series(merged["refused"].to_numpy(), index=rows.index)
