"""Where a native line must stay open: missing periods, and dates on which the counting changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

import pandas as pd

from utils.analysis import comparable
from utils.analysis.lines import Line
from utils.model import Break, Card, Evidence, periods

PATIENCE = 1.6
"""As in the app: periods further apart than this many times the frequency have a gap between."""


def blanks(
    found: list[Line], card: Card, evidence: Evidence, days: Iterable[dt.date]
) -> set[dt.date]:
    """Days that need an empty category, because an office chart joins whatever is adjacent.

    ``days`` are the categories that there are; where one of them lies in the gap already, the
    line is open there. Periods a day apart leave no room for one, so they stay joined.
    """
    known = set(days)
    for line in found:
        for before, after in _cuts(line, card, evidence):
            middle = before + (after - before) // 2
            if middle > before and not any(before < day < after for day in known):
                known.add(middle)
    return known - set(days)


def _cuts(line: Line, card: Card, evidence: Evidence) -> Iterator[tuple[dt.date, dt.date]]:
    """First days of two periods in a row that may not be joined."""
    rows = line.rows
    apart = rows["start"].diff().dt.days > PATIENCE * periods.frequency_days(card.frequency)
    broken = comparable.stretch(card, evidence.with_rows(rows)).diff().fillna(0) != 0
    starts = [pd.Timestamp(one).date() for one in rows["start"]]
    for n in range(1, len(rows)):
        if apart.iloc[n] or broken.iloc[n]:
            yield starts[n - 1], starts[n]


def breaks(card: Card, evidence: Evidence) -> tuple[Break, ...]:
    """The registered breaks that lie inside the time shown, in order of date."""
    rows = evidence.rows.dropna(subset="value")
    if rows.empty:
        return ()
    first, last = (pd.Timestamp(rows["start"].agg(end)).date() for end in ("min", "max"))
    return comparable.crossed(card, str(rows["group_by"].iloc[0]), first, last)


def note(card: Card, evidence: Evidence) -> str:
    """Why the line is open at a break, in the producer's words; empty without one."""
    found = breaks(card, evidence)
    told = "; ".join(f"{one.date.day} {one.date:%B %Y}, {one.label}" for one in found)
    return f"The line is open where figures can't be compared: {told}." if told else ""
