"""Tells posts apart by their id, so that one that stands in a file twice counts once.

An id is never kept: of each, 64 bits of a sum are remembered while the file is read, and
forgotten with the tally. Two of a million ids share a sum in about 3 of 100 million files.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from utils.uploads.hashtags import Bools, joined

Sums = npt.NDArray[np.uint64]

SHORTEST = 6
"""Bytes of the shortest id; `-`, `0` and `n/a` stand for none."""
_PERIOD = 256
_MIX = np.uint64(0x9E3779B97F4A7C15)
_WEIGHTS = np.cumprod(np.full(_PERIOD, _MIX))


class Seen:
    """The ids met so far. ``columns`` say together what one row of figures is about."""

    def __init__(self, columns: tuple[int, ...]) -> None:
        self.columns = columns
        self._known: list[Sums] = []

    def fresh(self, batch: Mapping[int, pa.Array]) -> Bools:
        """Which rows stand for the first time. A row without a usable id always does."""
        cells = [batch[column] for column in self.columns]
        usable = _usable(cells[0])
        values = _sums(cells[0])
        for more in cells[1:]:
            values = values * _MIX + _sums(more)
        once, place = np.unique(values[usable], return_index=True)
        new = np.ones(len(once), dtype=bool)
        for known in self._known:
            found = np.minimum(np.searchsorted(known, once), len(known) - 1)
            new &= known[found] != once
        self._remember(once[new])
        fresh = ~usable
        fresh[np.flatnonzero(usable)[place[new]]] = True
        return fresh

    def _remember(self, values: Sums) -> None:
        """Sorted lists, each at least twice as long as the next, so that few are searched."""
        if not len(values):
            return
        self._known.append(values)
        while len(self._known) > 1 and 2 * len(self._known[-1]) > len(self._known[-2]):
            self._known.append(np.sort(np.concatenate([self._known.pop(), self._known.pop()])))


def _usable(cells: pa.Array) -> Bools:
    """Not too short, and not `1.8E+18`, which a spreadsheet made of many different ids."""
    long = pc.greater_equal(pc.binary_length(cells), SHORTEST)
    rounded = pc.match_substring(cells, "E+", ignore_case=True)
    return np.asarray(pc.and_not(long, rounded).to_numpy(zero_copy_only=False), dtype=bool)


def _sums(cells: pa.Array) -> Sums:
    """Bytes of each cell weighed by their place, modulo 2**64; the whole batch at once."""
    text, offsets = joined(cells)
    lengths = np.diff(offsets)
    place = np.arange(len(text)) - np.repeat(offsets[:-1], lengths)
    terms = (text.astype("uint64") + np.uint64(1)) * _WEIGHTS[place % _PERIOD]
    total = np.concatenate([np.zeros(1, "uint64"), np.cumsum(terms)])
    return np.asarray(total[offsets[1:]] - total[offsets[:-1]], dtype="uint64")
