"""Two exports that overlap: periods are replaced, never added.

What is the same is known by its place: series (platform, metric, kind of export), period,
hashtag. The newer file is right about every period that it covers. Nothing of the posts is
needed for that, so nothing of them is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from utils.language.phrase import phrase
from utils.uploads import publish
from utils.uploads.errors import UploadError
from utils.uploads.outcome import Reduced

_KEY = ["series", "group_by", "group", "start"]


@dataclass(frozen=True)
class Combined:
    """The counts of both files, and what became of the periods.

    ``added`` counts periods that only the newer file has, ``kept`` those that only the older
    has; ``same`` and ``changed`` those of both, where the newer file counts. ``lower`` names
    the first days of changed periods that lost posts or views: a file that was cut, or posts
    deleted since.
    """

    reduced: Reduced
    added: int
    kept: int
    same: int
    changed: int
    lower: tuple[str, ...]


def combine(old: Reduced, new: Reduced) -> Combined:
    """Put a newer export on top of an older one. Idempotent: the same file twice changes nothing.

    Raises `UploadError` if they count in periods of different length, or hold a search index,
    whose scale is another in every download.
    """
    if any(one.rung == "search index" for one in (*old.series, *new.series)):
        raise UploadError("index")
    if old.period != new.period:
        raise UploadError("period")
    before, after = _numbers(old), _numbers(new)
    both = before.index.intersection(after.index)
    fell = before[both].fillna(0) > after[both].fillna(0)
    differ = _differ(old, new)
    lower = tuple(sorted({f"{day:%Y-%m-%d}" for _, day in both[fell.to_numpy()]}))
    series = {one.id: one for one in (*old.series, *new.series)}
    whole = replace(
        new,
        table=publish.together([_without(old.table, new.table), new.table]),
        series=tuple(series.values()),
        not_used=(*old.not_used, *new.not_used),
        notes=tuple(dict.fromkeys((*old.notes, *new.notes))),
        used=phrase("{first}, then {second}", first=old.used, second=new.used),
    )
    return Combined(
        whole,
        added=len(after.index.difference(before.index)),
        kept=len(before.index.difference(after.index)),
        same=len(both) - len(differ & set(both)),
        changed=len(differ & set(both)),
        lower=lower,
    )


def _numbers(one: Reduced) -> pd.Series[float]:
    """What is shown for all posts, by series and first day."""
    rows = one.rows
    whole = rows[rows["group_by"] != "hashtag"]
    return whole.groupby(["series", "start"])["value"].sum(min_count=1)


def _differ(old: Reduced, new: Reduced) -> set[tuple[str, pd.Timestamp]]:
    """Series and first days of which any figure, a hashtag's included, is not the same."""
    frames = [one.rows.set_index(_KEY)["value"].rename(n) for n, one in (("a", old), ("b", new))]
    joined = pd.concat(frames, axis=1).fillna(-1).reset_index()
    other = joined[joined["a"] != joined["b"]]
    return set(zip(other["series"], other["start"], strict=True))


def _without(old: pa.Table, new: pa.Table) -> pa.Table:
    """The old rows of series and periods that the new table does not cover."""
    covered = _places(new)
    return old.filter(pc.invert(pc.is_in(_places(old), pc.unique(covered))))


def _places(table: pa.Table) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(
        table["series"].cast(pa.string()), table["start"].cast(pa.string()), " "
    )
