"""How many distinct accounts stand behind registers of HyperLogLog."""

from __future__ import annotations

import math
from collections.abc import Mapping

from utils.archives.definition import PRECISION

SIZE = 1 << PRECISION
LONGEST = 64 - PRECISION
"""Longest run there can be: 49 bits are left for it, and one more if all are nought."""
ERROR = 1.04 / math.sqrt(SIZE)
"""Relative standard error of an estimate, 0.81 %: Flajolet and others 2007, AofA, 127-146."""


def estimate(registers: Mapping[int, int]) -> float:
    """Distinct values from how many registers hold which run; registers not named are empty.

    The estimator of O. Ertl, New cardinality estimation algorithms for HyperLogLog sketches
    (2017, arXiv:1702.01284, algorithm 6), which needs no table of corrections at either end.
    """
    full = sum(registers.values())
    total = SIZE * _tau(1 - registers.get(LONGEST, 0) / SIZE)
    for run in range(LONGEST - 1, 0, -1):
        total = 0.5 * (total + registers.get(run, 0))
    total += SIZE * _sigma((SIZE - full) / SIZE)
    return SIZE * SIZE / (2 * math.log(2) * total) if full else 0.0


def _sigma(x: float) -> float:
    """What the empty registers give."""
    y, total, before = 1.0, x, -1.0
    while total != before:
        x *= x
        before, total, y = total, total + x * y, 2 * y
    return total


def _tau(x: float) -> float:
    """What the registers that can't run longer give."""
    if x in (0, 1):
        return 0.0
    y, total, before = 1.0, 1 - x, -1.0
    while total != before:
        x = math.sqrt(x)
        y *= 0.5
        before, total = total, total - (1 - x) ** 2 * y
    return total / 3
