"""Cuts a line where it must not be joined: gaps, breaks, and the change to provisional.

A line has a hundred points, not a million, so it is walked through in plain Python: a frame for
each piece took a hundred times as long as the piece.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass

import pandas as pd

from utils.analysis import comparable
from utils.analysis.lines import Line
from utils.model import Card
from utils.model.periods import frequency_days

PATIENCE = 1.6
"""Two periods further apart than this many times the frequency have a gap between them."""


@dataclass(frozen=True, eq=False)
class Points:
    """A line column by column, as plain values; ``x`` is where each point is drawn (ISO 8601)."""

    start: list[pd.Timestamp]
    end: list[pd.Timestamp]
    x: list[str]
    value: list[float]
    low: list[float]
    high: list[float]
    status: list[str]

    def bounded(self, at: int) -> bool:
        """Whether a point has an interval."""
        return self.low[at] == self.low[at] and self.high[at] == self.high[at]


@dataclass(frozen=True, eq=False)
class Segment:
    """Positions of points that may be joined; ``dashed`` where the later ones are provisional."""

    at: tuple[int, ...]
    dashed: bool


def points(line: Line) -> Points:
    """The rows of a line, in order of time."""
    rows = line.rows
    return Points(
        rows["start"].tolist(),
        rows["end"].tolist(),
        [day.isoformat() for day in middle(rows)],
        rows["value"].tolist(),
        rows["low"].tolist(),
        rows["high"].tolist(),
        rows["status"].tolist(),
    )


def segments(line: Line, card: Card, found: Points | None = None) -> list[Segment]:
    """The joinable pieces of a line, in order of time; rows without a value are gaps."""
    if line.rows.empty:
        return []
    found = found or points(line)
    split = str(line.rows["group_by"].iloc[0])
    cuts = [pd.Timestamp(one.date) for one in comparable.breaks(card, split)]
    side = [bisect_right(cuts, start) for start in found.start]
    most = PATIENCE * frequency_days(card.frequency)
    pieces: list[list[int]] = [[]]
    for at, value in enumerate(found.value):
        apart = at and (found.start[at] - found.start[at - 1]).days > most
        if value != value or apart or (at and side[at] != side[at - 1]):
            pieces.append([])
        if value == value:
            pieces[-1].append(at)
    return [one for piece in pieces if piece for one in _by_status(piece, found.status)]


def _by_status(piece: list[int], status: list[str]) -> list[Segment]:
    """Final and provisional stretches; they share the point where one becomes the other."""
    runs = [
        (tuple(run), loose) for loose, run in itertools.groupby(piece, lambda at: status[at] == "P")
    ]
    before = [(), *(run[-1:] for run, _ in runs)]
    return [Segment((*last, *run), loose) for last, (run, loose) in zip(before, runs, strict=False)]


def middle(rows: pd.DataFrame) -> pd.Series:
    """The middle of each period: where its point is drawn."""
    return rows["start"] + (rows["end"] - rows["start"]) / 2
