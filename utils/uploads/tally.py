"""Adds posts up by spelling of the day, platform and hashtag, batch by batch.

Nothing is interpreted here: days stay as they are spelt and numbers are summed under both
readings, until all of them were seen and `dates` and `numbers` can decide. Memory grows with
the number of different days and hashtags, not with the number of posts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from utils.model import limits
from utils.uploads import dates, hashtags, numbers
from utils.uploads.errors import UploadError
from utils.uploads.hashtags import Ints, Tags
from utils.uploads.numbers import Signs, Values
from utils.uploads.plan import Plan
from utils.uploads.platforms import networks
from utils.uploads.platforms.words import TOTALS
from utils.uploads.repeats import Seen

NETWORK_BITS = 5
TAG_BITS = 24
BETWEEN = "\x1f"
"""Stands between the first and the last day of a period."""
_LOOSE = 400_000
_MOST = 3_000_000

Floats = npt.NDArray[np.float64]


class Sums:
    """Sums by key. Columns: rows, then for each metric sum and number by point and by comma."""

    def __init__(self, metrics: int) -> None:
        self._keys = [np.empty(0, "int64")]
        self._sums = [np.empty((0, 1 + 4 * metrics))]
        self._loose = 0

    def add(self, keys: Ints, rows: Ints | None, values: Sequence[Values]) -> None:
        """Add one entry for each key; ``rows`` says which row of the batch it stands for."""
        known, place = np.unique(keys, return_inverse=True)
        count = np.bincount(place, minlength=len(known)).astype("float64")
        columns = [count]
        for one in values:
            dot = _sum(one.dot, rows, place, count)
            columns += [
                *dot,
                *(dot if one.comma is one.dot else _sum(one.comma, rows, place, count)),
            ]
        self._keys.append(known)
        self._sums.append(np.column_stack(columns))
        self._loose += len(known)
        if self._loose > _LOOSE:
            self.result()

    def result(self) -> tuple[Ints, Floats]:
        """Every key once, in order, with its sums."""
        keys, sums = np.concatenate(self._keys), np.concatenate(self._sums)
        known, place = np.unique(keys, return_inverse=True)
        if len(known) > _MOST:
            raise UploadError("hashtags")
        added = [_added(place, sums[:, i], len(known)) for i in range(sums.shape[1])]
        self._keys, self._sums = [known], [np.column_stack(added)]
        self._loose = 0
        return self._keys[0], self._sums[0]


def _sum(cells: Floats, rows: Ints | None, place: Ints, count: Floats) -> tuple[Floats, Floats]:
    cells = cells if rows is None else cells[rows]
    gaps = np.isnan(cells)
    if not gaps.any():
        return _added(place, cells, len(count)), count
    number = np.bincount(place[~gaps], minlength=len(count)).astype("float64")
    return _added(place, np.where(gaps, 0, cells), len(count)), number


def _added(place: Ints, cells: Floats, size: int) -> Floats:
    return np.bincount(place, cells, size).astype("float64")


@dataclass
class Tally:
    """What was added up so far from one table."""

    plan: Plan
    days: dict[str, int] = field(default_factory=dict)
    near: list[int] = field(default_factory=list)
    tags: Tags = field(default_factory=Tags)
    rows: int = 0
    repeats: int = 0
    signs: dict[str, Signs] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seen = Seen(self.plan.post_id)
        self.signs = {metric: Signs() for metric in self.plan.metrics}
        self.cells = Sums(len(self.plan.metrics))
        self.tagged = Sums(len(self.plan.metrics))

    def add(self, batch: Mapping[int, pa.Array]) -> None:
        """Count one batch of rows, each post once."""
        size = len(batch[self.plan.date])
        places = np.arange(size)
        if self.plan.post_id:
            fresh = self.seen.fresh(batch)
            places = np.flatnonzero(fresh)
            if len(places) < size:
                batch = {column: cells.filter(pa.array(fresh)) for column, cells in batch.items()}
        day = self._day_codes(self._spelt(batch), places)
        cells = (day << NETWORK_BITS) | self._networks(batch, len(day))
        values = [numbers.column(batch[column]) for column in self.plan.metrics.values()]
        for metric, one in zip(self.plan.metrics, values, strict=True):
            self.signs[metric].add(one.signs)
        self.cells.add(cells, None, values)
        rows, tags = self._tags(batch)
        if len(rows):
            self.tagged.add((cells[rows] << TAG_BITS) | tags, rows, values)
        self.rows += size
        self.repeats += size - len(day)

    def _spelt(self, batch: Mapping[int, pa.Array]) -> pa.Array:
        """The spelling of each row's day; a row of totals without a day says so."""
        days = dates.cut(batch[self.plan.date])
        if self.plan.label is not None:
            undated = pc.equal(days, "")
            if pc.any(undated).as_py():
                word = pc.utf8_lower(pc.utf8_trim_whitespace(batch[self.plan.label]))
                sums = pc.and_(undated, pc.is_in(word, pa.array(sorted(TOTALS), pa.string())))
                days = pc.if_else(sums, "total", days)
        if self.plan.end is not None:
            ends = dates.cut(batch[self.plan.end])
            days = pc.binary_join_element_wise(days, ends, BETWEEN)
        return days

    def _day_codes(self, spelt: pa.Array, places: Ints) -> Ints:
        coded = spelt.dictionary_encode()
        codes = coded.indices.to_numpy()
        texts = coded.dictionary.to_pylist()
        first = np.zeros(len(texts), "int64")
        first[codes[::-1]] = np.arange(len(codes))[::-1]
        numbers_ = np.empty(len(texts), "int64")
        for place, text in enumerate(texts):
            if text not in self.days:
                self.days[text] = len(self.days)
                self.near.append(self.plan.first + 1 + self.rows + int(places[first[place]]))
            numbers_[place] = self.days[text]
        if len(self.days) > limits.UPLOAD_DAYS_SEEN:
            raise UploadError("not-dates")
        return np.asarray(numbers_[codes], "int64")

    def _networks(self, batch: Mapping[int, pa.Array], size: int) -> Ints:
        if self.plan.network is None:
            return np.zeros(size, "int64")
        coded = batch[self.plan.network].dictionary_encode()
        known = np.array([networks.code(text) for text in coded.dictionary.to_pylist()], "int64")
        return np.asarray(known[coded.indices.to_numpy()], "int64")

    def _tags(self, batch: Mapping[int, pa.Array]) -> tuple[Ints, Ints]:
        none = np.empty(0, "int64")
        texts = [batch[column] for column in self.plan.texts]
        joined = texts[0] if len(texts) == 1 else None
        if len(texts) > 1:
            joined = pc.binary_join_element_wise(*texts, " ")
        found = hashtags.extract(joined, self.tags) if joined is not None else (none, none)
        if self.plan.tags is None:
            return found
        also = hashtags.listed(batch[self.plan.tags], self.tags)
        return hashtags.pairs(*(np.concatenate(both) for both in zip(found, also, strict=True)))
