"""Days to months: sums of what was counted, for series too sparse to be read by day."""

from __future__ import annotations

from utils.model import Evidence

DENSE = 0.6
"""A series with a figure on at least this share of its days can be read by day."""


def dense(evidence: Evidence) -> bool:
    """Whether every line has a figure on most days between its first and its last."""
    rows = evidence.rows.dropna(subset="value")
    if rows.empty:
        return False
    spans = rows.groupby(["place", "group"])["start"].agg(["min", "max", "nunique"])
    days = (spans["max"] - spans["min"]).dt.days + 1
    step = (rows["end"] - rows["start"]).dt.days.median() + 1
    return bool((spans["nunique"] * step >= DENSE * days).all())


def monthly(evidence: Evidence) -> Evidence:
    """Sums by calendar month of the days that have a figure.

    A day without a figure adds nothing: it is not known to be zero, so a sum is of what was
    found. Marked `E`, because the publisher printed days. Only for counts that may be added.
    """
    rows = evidence.rows.dropna(subset="value")
    month = rows["start"].dt.to_period("M")
    keys = ["series", "place", "group_by", "group"]
    summed = rows.groupby([*keys, month], as_index=False, sort=False).agg(
        start=("start", "first"), value=("value", "sum"), origin=("origin", "last")
    )
    first = summed["start"].dt.to_period("M")
    summed = summed.assign(
        start=first.dt.start_time.astype(rows["start"].dtype),
        end=first.dt.end_time.dt.normalize().astype(rows["start"].dtype),
        low=float("nan"),
        high=float("nan"),
        status="E",
    )
    return evidence.with_rows(summed[list(rows.columns)])
