"""Two windows around every date of a line, measured alike: the sums behind before and after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from utils.analysis.timeline import Numbers, Timeline, counts_events, relative
from utils.model import Card

Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

USUAL = {"P1D": 28, "P1W": 8, "P2W": 4, "P4W": 3, "P1M": 3, "P3M": 2, "P1Y": 3}
"""Periods on each side unless chosen otherwise; whole weeks of days, so weekdays count alike."""
OTHERWISE = 2
"""The same for series that are rarer or follow no rhythm."""
LEAST_KNOWN = 0.75
"""Share of a window's periods that must have a figure."""


@dataclass(frozen=True)
class Plan:
    """How before and after are told apart; fixed before anything is looked at.

    ``periods`` on each side; ``baseline`` is the time just before or the same time a year
    before; ``season`` asks for calendar months' usual level to be taken out; ``without_largest``
    leaves out the largest period of the two windows; ``skip`` periods from the event on are left
    out. Raises `ValueError` for a window of nothing.
    """

    periods: int
    baseline: Literal["just before", "a year before"] = "just before"
    season: bool = True
    without_largest: bool = False
    skip: int = 0

    def __post_init__(self) -> None:
        if self.periods < 1 or self.skip < 0:
            raise ValueError("A window needs at least one period, and can't begin before the day.")


@dataclass(frozen=True, eq=False)
class Compared:
    """The windows of every date; position k is the date on which period k begins.

    ``old`` and ``new`` are the positions of the periods before and after, ``known`` which of
    them count, ``inside`` whether all of them exist, ``usable`` whether a statistic may be
    shown. ``statistic`` and ``raw`` are differences, of logarithms where the card asks for
    ratios, with and without the season taken out.
    """

    old: Positions
    new: Positions
    first: Positions
    last: Positions
    inside: Flags
    usable: Flags
    before: Numbers
    after: Numbers
    known: tuple[Flags, Flags]
    raw: Numbers
    statistic: Numbers


def usual(card: Card) -> Plan:
    """The plan that is used unless somebody chooses another."""
    return Plan(USUAL.get(card.frequency, OTHERWISE))


def place(line: Timeline, day: dt.date) -> tuple[int, bool]:
    """The period at which the windows of a day meet, and whether it straddles the day."""
    at = line.index(day)
    if at and line.rows["end"].iloc[at - 1].date() >= day:
        return at - 1, True
    return at, False


def compared(line: Timeline, plan: Plan, straddled: bool, effect: Numbers | None) -> Compared:
    """The windows of every date, each date placed in its period as the event is."""
    dates, count = np.arange(len(line.rows)), plan.periods
    new = dates[:, None] + int(straddled) + plan.skip + np.arange(count)
    if plan.baseline == "a year before":
        old = new - line.in_a_year
    else:
        old = dates[:, None] + np.arange(-count, 0)
    first, last = old[:, 0], new[:, -1]
    inside = (first >= 0) & (last < len(dates))
    old, new = np.where(inside[:, None], old, 0), np.where(inside[:, None], new, 0)
    stretch = line.rows["stretch"].to_numpy()
    alike = inside & (stretch[np.where(inside, first, 0)] == stretch[np.where(inside, last, 0)])
    values = line.rows["value"].to_numpy(dtype="float64")
    known = _known(line, values, old, new, plan)
    needed = np.ceil(LEAST_KNOWN * count) - plan.without_largest
    enough = (known[0].sum(axis=1) >= max(needed, 1)) & (known[1].sum(axis=1) >= max(needed, 1))
    before, after = _levels(line, values, old, new, known)
    raw = _contrast(line, before, after)
    statistic = raw
    if effect is not None:
        adjusted = values / np.exp(effect) if relative(line.card) else values - effect
        statistic = _contrast(line, *_levels(line, adjusted, old, new, known))
    return Compared(
        old,
        new,
        first,
        last,
        inside,
        alike & enough & np.isfinite(statistic),
        before,
        after,
        known,
        raw,
        statistic,
    )


def _known(
    line: Timeline, values: Numbers, old: Positions, new: Positions, plan: Plan
) -> tuple[Flags, Flags]:
    """Which periods of the windows count: those with a figure, less the largest if asked."""
    both = np.hstack([old, new])
    known = ~np.isnan(values[both])
    if plan.without_largest:
        size = values / line.rows["days"].to_numpy() if counts_events(line.card) else values
        largest = np.argmax(np.nan_to_num(size[both], nan=-np.inf), axis=1)
        known[np.arange(len(both)), largest] = False
    return known[:, : plan.periods], known[:, plan.periods :]


def _levels(
    line: Timeline, values: Numbers, old: Positions, new: Positions, known: tuple[Flags, Flags]
) -> tuple[Numbers, Numbers]:
    """Mean of each window, or its events per day."""
    days = line.rows["days"].to_numpy(dtype="float64")
    size = days if counts_events(line.card) else np.ones_like(days)
    levels = []
    for where, here in zip((old, new), known, strict=True):
        total = np.where(here, values[where], 0).sum(axis=1)
        length = np.where(here, size[where], 0).sum(axis=1)
        levels.append(np.divide(total, length, out=np.full(len(where), np.nan), where=length > 0))
    return levels[0], levels[1]


def _contrast(line: Timeline, before: Numbers, after: Numbers) -> Numbers:
    if not relative(line.card):
        return after - before
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.log(after) - np.log(before))


def touched(line: Timeline, every: Compared, events: Collection[dt.date]) -> Flags:
    """Dates one of whose windows holds one of the events."""
    starts = line.rows["start"].to_numpy(dtype="datetime64[D]")
    ends = line.rows["end"].to_numpy(dtype="datetime64[D]")
    near = np.zeros(len(starts), dtype=bool)
    for event in events:
        day = np.datetime64(event)
        for window in (every.old, every.new):
            near |= (starts[window[:, 0]] <= day) & (day <= ends[window[:, -1]])
    return near & every.inside


def period(line: Timeline, at: int) -> tuple[dt.date, dt.date]:
    """First and last day of one period."""
    row = line.rows.iloc[at]
    return row["start"].date(), row["end"].date()


def span(line: Timeline, every: Compared, at: int) -> dict[str, dt.date]:
    """First and last day of the two windows, by the names of `BeforeAfter`."""
    old, new = every.old[at], every.new[at]
    return {
        "before_start": period(line, old[0])[0],
        "before_end": period(line, old[-1])[1],
        "after_start": period(line, new[0])[0],
        "after_end": period(line, new[-1])[1],
    }
