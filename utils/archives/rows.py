"""From a count to evidence: protected rows of each day, with the archive as their origin."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from utils.analysis import suppress
from utils.archives import sketch
from utils.archives.found import ANY, Cell, Counted
from utils.archives.series import METRICS, card, series_id
from utils.archives.shapes import NUMBERS
from utils.model import COLUMNS, Evidence, Origin, ReachSeries, Release, Source

ORIGIN = "own-archive"
_Z = 1.96  # of the 95 percent interval of a normal distribution


@dataclass(frozen=True)
class _Value:
    """One number, how many posts are behind it, and its relative error if it is an estimate."""

    group_by: str
    group: str
    day: dt.date
    value: float
    behind: float
    error: float = 0.0


def evidence(counted: Counted, name: str) -> list[tuple[ReachSeries, Evidence]]:
    """Every series that the archive can tell, with its card; ``name`` is that of the count."""
    made = []
    for metric in METRICS.values():
        values = list(_values(counted, metric.id))
        if values:
            rows = _rows(values, series_id(name, metric.id))
            made.append((card(counted, name, metric), Evidence(rows, (origin(counted),))))
    return made


def digest(counted: Counted) -> str:
    """One sum for the whole archive: that of the sums of its files, in order."""
    sums = "\n".join(sorted(one.sha256 for one in counted.reads))
    return hashlib.sha256(sums.encode()).hexdigest()


def source() -> Source:
    """The archive as a source: the user's own, so its terms are theirs to look up."""
    return Source(
        id=ORIGIN,
        title="An archive of posts",
        producer="The owner of the archive",
        url="",
        licence="The owner's own; check the platform's terms before you publish",
        licence_url="",
        redistributable=False,
        citation="Own archive of posts, counted with Groundswell; not checked by anybody else.",
        releases=(),
        short="Own archive",
    )


def origin(counted: Counted) -> Origin:
    """Where the rows come from: the sum of the archive's files, about how many lines they have.

    The number is rounded like every other: an exact one would give small counts away.
    """
    release = Release(ORIGIN, "", "", f"counted on {counted.asked.today}", counted.asked.today)
    lines = float(suppress.rounded(np.array([float(counted.found.lines)]))[0])
    return Origin(ORIGIN, source(), release, "", counted.asked.today, digest(counted), int(lines))


def _values(counted: Counted, metric: str) -> Iterator[_Value]:
    if metric == "posts-in-archive":
        for day, posts in sorted(counted.found.seen.items()):
            yield _Value("all", "all", day, posts, posts)
    elif metric in NUMBERS:
        for cell in counted.found.cells:
            total, behind = cell.gathered[metric]
            if behind:
                yield _Value(*_group(counted, cell.tag), cell.day, total, behind)
    elif metric == "posts" or any(cell.with_account for cell in counted.found.cells):
        yield from _counts(counted, metric)


def _counts(counted: Counted, metric: str) -> Iterator[_Value]:
    """Posts or accounts, with a nought for each day of the archive that has none."""
    known = {(cell.day, cell.tag): cell for cell in counted.found.cells}
    error = sketch.ERROR if metric == "accounts" and counted.found.estimated else 0.0
    for day in sorted(counted.found.seen):
        for tag in range(ANY, len(counted.asked.labels)):
            cell = known.get((day, tag), Cell(day, tag, 0, 0.0, 0, {}))
            value = cell.posts if metric == "posts" else cell.accounts
            behind = cell.posts if metric == "posts" else cell.with_account
            yield _Value(*_group(counted, tag), day, value, behind, error)


def _group(counted: Counted, tag: int) -> tuple[str, str]:
    return ("all", "all") if tag == ANY else ("hashtag", counted.asked.labels[tag])


def _rows(values: list[_Value], series: str) -> pd.DataFrame:
    exact = np.array([one.value for one in values], "float64")
    behind = np.array([one.behind for one in values], "float64")
    error = np.array([one.error for one in values], "float64")
    shown, withheld = suppress.protect(np.rint(exact), behind)
    spread = np.where(withheld | (error == 0), np.nan, _Z * error * shown)
    status = np.where(withheld, "Q", np.where(error > 0, "E", "A"))
    days = pd.to_datetime([one.day for one in values])
    rows = pd.DataFrame(
        {
            "series": series,
            "place": "WLD",
            "group_by": [one.group_by for one in values],
            "group": [one.group for one in values],
            "start": days,
            "end": days,
            "value": shown,
            "low": np.floor(shown - spread),
            "high": np.ceil(shown + spread),
            "status": status,
            "origin": ORIGIN,
        }
    )
    order = ["group_by", "group", "start"]
    return rows.loc[:, list(COLUMNS)].sort_values(order, ignore_index=True)
