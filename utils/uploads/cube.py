"""Exact sums by period, platform and hashtag. They never leave this room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from utils.model import limits
from utils.uploads.hashtags import Bools, Ints
from utils.uploads.numbers import Style
from utils.uploads.outcome import Period
from utils.uploads.tally import NETWORK_BITS, TAG_BITS, Floats, Tally

ALL = -1
"""Stands for all posts where else the number of a hashtag stands."""
PERIODS: tuple[Period, ...] = ("day", "week", "month")
ENOUGH = 0.5
"""Share of periods that must have ten posts for a length of period to be chosen."""
_UNIX = dt.date(1970, 1, 1).toordinal()
_MONDAY = 3  # 1 January 1970 was a Thursday
_NEVER = -(10**6)

Spans = Mapping[int, tuple[dt.date, dt.date]]
"""First and last day by number of spelling; a spelling that is no day is absent."""


@dataclass(frozen=True)
class Cube:
    """One entry for each period, platform and hashtag. Days count from 1970.

    ``behind`` is the number of rows, ``metrics`` the sum of each metric and how many had it.
    """

    start: Ints
    end: Ints
    network: Ints
    tag: Ints
    behind: Floats
    metrics: Mapping[str, tuple[Floats, Floats]]

    def only(self, kept: Bools) -> Cube:
        """The entries that are marked."""
        metrics = {name: (value[kept], n[kept]) for name, (value, n) in self.metrics.items()}
        start, end, network, tag = (one[kept] for one in self._cells)
        return Cube(start, end, network, tag, self.behind[kept], metrics)

    def joined(self) -> Cube:
        """Entries of the same period, platform and hashtag added up."""
        order = np.lexsort((self.tag, self.network, self.end, self.start))
        cells = [one[order] for one in self._cells]
        new = np.ones(len(order), dtype=bool)
        new[1:] = np.any([one[1:] != one[:-1] for one in cells], axis=0)
        place = np.empty(len(order), "int64")
        place[order] = np.cumsum(new) - 1

        def added(values: Floats) -> Floats:
            return np.bincount(place, values, int(new.sum())).astype("float64")

        metrics = {name: (added(value), added(n)) for name, (value, n) in self.metrics.items()}
        start, end, network, tag = (one[new] for one in cells)
        return Cube(start, end, network, tag, added(self.behind), metrics)

    @property
    def _cells(self) -> tuple[Ints, Ints, Ints, Ints]:
        return self.start, self.end, self.network, self.tag


def build(tally: Tally, spans: Spans, styles: Mapping[str, Style]) -> Cube:
    """The sums of every spelling that is a day, numbers read with the decided decimal sign.

    Hashtags that ten posts do not carry are left behind here.
    """
    keys, sums = tally.cells.result()
    tagged, tag_sums = tally.tagged.result()
    tagged_as = tagged & ((1 << TAG_BITS) - 1)
    posts = np.bincount(tagged_as, tag_sums[:, 0]) if len(tagged) else np.empty(0)
    common = posts[tagged_as] >= limits.SMALLEST_COUNT
    cells = np.concatenate([keys, tagged[common] >> TAG_BITS])
    tags = np.concatenate([np.full(len(keys), ALL), tagged_as[common]])
    values = np.concatenate([sums, tag_sums[common]])
    first, last = _bounds(cells >> NETWORK_BITS, spans, len(tally.days))
    metrics = {}
    for place, metric in enumerate(tally.plan.metrics):
        column = 1 + 4 * place + (2 if styles.get(metric) == "comma" else 0)
        metrics[metric] = (values[:, column], values[:, column + 1])
    network = cells & ((1 << NETWORK_BITS) - 1)
    whole = Cube(first, last, network, tags, values[:, 0], metrics)
    return whole.only(first > _NEVER).joined()


def _bounds(days: Ints, spans: Spans, size: int) -> tuple[Ints, Ints]:
    first, last = np.full(size, _NEVER), np.full(size, _NEVER)
    for number, (start, end) in spans.items():
        first[number], last[number] = start.toordinal() - _UNIX, end.toordinal() - _UNIX
    return first[days], last[days]


def widen(cube: Cube, period: Period) -> Cube:
    """The same sums by week (from Monday) or month; days and given periods stay as they are."""
    if period in ("day", "as given"):
        return cube
    if period == "week":
        start = cube.start - (cube.start + _MONDAY) % 7
        end = start + 6
    else:
        months = cube.start.astype("datetime64[D]").astype("datetime64[M]")
        start = months.astype("datetime64[D]").astype("int64")
        end = (months + 1).astype("datetime64[D]").astype("int64") - 1
    return Cube(start, end, cube.network, cube.tag, cube.behind, cube.metrics).joined()


def best_period(cube: Cube, *, posts: bool) -> Period:
    """The shortest period at which half of what there is can be shown.

    An account that posts twice a day would have every day withheld, but has months of sixty.
    Only posts decide: totals that a platform printed by day stay days, and files that bring
    their own longer periods keep them.
    """
    if (cube.end > cube.start).any():
        return "as given"
    if not posts:
        return "day"
    everything = cube.only(cube.tag == ALL)
    for period in PERIODS[:-1]:
        enough = widen(everything, period).behind >= limits.SMALLEST_COUNT
        if enough.mean() >= ENOUGH:
            return period
    return PERIODS[-1]
