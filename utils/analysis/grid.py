"""Two lines on one rhythm, as changes with the season taken out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from utils.analysis.comparable import Refusal
from utils.analysis.timeline import (
    NOUNS,
    Numbers,
    Timeline,
    counts_events,
    level,
    relative,
    timeline,
)
from utils.language import say
from utils.model import Card, Evidence

COVERED = 0.75
"""Share of a coarser period's days that finer periods with a figure must cover."""
LEAST_CYCLES = 2
"""Years in which a calendar month must have been seen before its usual change is known."""
How = Literal["sum", "mean"]


@dataclass(frozen=True)
class Grid:
    """The rhythm that two series share, and the first and last day of what they share."""

    frequency: str
    start: dt.date
    end: dt.date

    @property
    def one(self) -> str:
        """What a period is called."""
        return NOUNS[self.frequency][0]

    @property
    def noun(self) -> str:
        """What several periods are called."""
        return NOUNS[self.frequency][1]


@dataclass(frozen=True, eq=False)
class Shared:
    """Changes of two lines without their season, and what was taken out (`without_season`)."""

    first: Numbers
    second: Numbers
    seasons: tuple[Numbers, ...]
    grid: Grid


def aggregate(line: Timeline, spans: pd.DataFrame, how: How) -> Numbers | Refusal:
    """Values of the finer periods brought to coarser ``spans`` (columns `start`, `end`).

    A finer period belongs to the span that holds its middle. Means are weighted by days, and
    sums are of what was counted. nan where less than three quarters of a span's days are
    covered. Only what counts events may be summed: an index, a share or a rate may not (S23).
    """
    if how == "sum" and not counts_events(line.card):
        return Refusal(
            "S23",
            say(
                "“{title}” is not a count, so its periods may not be added up.",
                title=line.card.plain_title,
            ),
            say("Use the mean of the periods."),
        )
    rows = line.rows.dropna(subset="value")
    middle = rows["start"] + (rows["end"] - rows["start"]) / 2
    at = spans["start"].searchsorted(middle, side="right") - 1
    inside = (at >= 0) & (middle < spans["end"].iloc[at].to_numpy() + pd.Timedelta(days=1))
    values = rows["value"] if how == "sum" else rows["value"] * rows["days"]
    table = pd.DataFrame({"at": at, "value": values, "days": rows["days"]})[inside.to_numpy()]
    total = table.groupby("at")[["value", "days"]].sum().reindex(range(len(spans)))
    length = ((spans["end"] - spans["start"]).dt.days + 1).to_numpy()
    covered = (total["days"] / length).fillna(0).to_numpy() >= COVERED
    out = total["value"] if how == "sum" else total["value"] / total["days"]
    return np.where(covered, out.to_numpy(dtype="float64"), np.nan)


def shared(one: Evidence, one_card: Card, other: Evidence, other_card: Card) -> Shared | Refusal:
    """Changes of two lines in the longest run that both have, on the coarser rhythm.

    Counts of events are summed and set per day of the coarser period; all else is averaged.
    """
    lines = []
    for evidence, card in ((one, one_card), (other, other_card)):
        line = timeline(evidence, card)
        if isinstance(line, Refusal):
            return line
        if not line.regular or card.frequency not in NOUNS:
            return _irregular(card)
        lines.append(line)
    order = list(NOUNS)
    coarse = max(lines, key=lambda line: order.index(line.card.frequency))
    spans = coarse.rows[["start", "end"]]
    levels = [_levels(line, coarse) for line in lines]
    changes = [_changes(values, line) for values, line in zip(levels, lines, strict=True)]
    unbroken = np.all([_unbroken(line, spans) for line in lines], axis=0)
    first, last = _longest(np.isfinite(changes).all(axis=0) & unbroken)
    kept = spans.iloc[first:last]
    seasons = _seasons(kept, coarse.card.frequency)
    if last == first or seasons is None:
        return _short()
    days = kept["start"].iloc[0].date(), kept["end"].iloc[-1].date()
    one_left, other_left = (without_season(series[first:last], seasons) for series in changes)
    return Shared(one_left, other_left, tuple(seasons), Grid(coarse.card.frequency, *days))


def _irregular(card: Card) -> Refusal:
    return Refusal(
        "S02",
        say(
            "The periods of “{title}” don't follow one another at one distance.",
            title=card.plain_title,
        ),
        say("Choose a series by day, week, month, quarter or year."),
    )


def _short() -> Refusal:
    return Refusal(
        "S03",
        say(
            "The two share too little time: without two of every calendar month the season can't "
            "be told from a change."
        ),
        say("Choose series that overlap for longer."),
    )


def _levels(line: Timeline, coarse: Timeline) -> Numbers:
    if line is coarse:
        return level(line)
    # counts per day: their sum over the days that were counted
    per_day = level(line)
    averaged = Timeline(line.rows.assign(value=per_day), line.card, line.group_by, line.regular)
    found = aggregate(averaged, coarse.rows[["start", "end"]], "mean")
    assert not isinstance(found, Refusal)
    return found


def _unbroken(line: Timeline, spans: pd.DataFrame) -> np.ndarray:
    """Spans that no registered break of a line parts from the one before, nor cuts in two."""
    starts, stretch = line.rows["start"], line.rows["stretch"].to_numpy()
    first, last = (
        stretch[np.clip(starts.searchsorted(spans[edge], side="right") - 1, 0, None)]
        for edge in ("start", "end")
    )
    return np.append(True, first[:-1] == last[1:])


def _changes(levels: Numbers, line: Timeline) -> Numbers:
    """Differences; of logarithms where two levels are compared by their ratio."""
    if relative(line.card):
        levels = np.log(levels + 0.5)
    return np.diff(levels, prepend=np.nan)


def _longest(good: np.ndarray) -> tuple[int, int]:
    """Start and end (exclusive) of the longest run of true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], good.astype(int), [0]])))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    return max(runs, key=lambda run: run[1] - run[0]) if runs else (0, 0)


def _seasons(spans: pd.DataFrame, frequency: str) -> list[Numbers] | None:
    """Membership of each change in its calendar month, and weekday for days; `None` if too few.

    Each is a matrix of changes by months (or weekdays) of ones and noughts.
    """
    if frequency == "P1Y":
        return [np.ones((len(spans), 1))]
    middle = spans["start"] + (spans["end"] - spans["start"]) / 2
    month, year = middle.dt.month.to_numpy(), middle.dt.year.to_numpy()
    met = [len(set(year[month == one])) for one in np.unique(month)]
    if not met or min(met) < LEAST_CYCLES:
        return None
    labels = [month, middle.dt.day_of_week.to_numpy()] if frequency == "P1D" else [month]
    return [(one[:, None] == np.unique(one)) * 1.0 for one in labels]


def without_season(changes: Numbers, seasons: Sequence[Numbers]) -> Numbers:
    """Less the mean of each month and weekday; ``changes`` are one series, or one a row."""
    for members in seasons:
        means = changes @ members / members.sum(axis=0)
        changes = changes - means @ members.T
    return changes
