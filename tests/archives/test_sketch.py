"""Estimates of accounts stay within their stated error, from nobody to millions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from tests.archives import made
from tests.archives.made import TODAY, Post
from utils.archives import embedded, rows, series, sketch
from utils.archives.asked import ask
from utils.archives.definition import PRECISION
from utils.archives.inputs import find

DAY = dt.date(2024, 10, 10)


def registers(values: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Counter[int]:
    """What the engine makes of 63-bit sums, done with NumPy."""
    rest = values >> PRECISION
    bits = np.where(rest > 0, np.frexp(np.maximum(rest, 1).astype("float64"))[1], 0)
    most = np.zeros(sketch.SIZE, "int64")
    np.maximum.at(most, values % sketch.SIZE, 64 - PRECISION - bits)
    return Counter(most[most > 0].tolist())


@pytest.mark.parametrize("size", [1, 100, 10_000, 50_000, 1_000_000])
def test_an_estimate_is_within_three_errors(size: int) -> None:
    dice = np.random.default_rng(size)
    values = dice.integers(0, 2**49, size, dtype="int64") << 14
    values |= dice.integers(0, 2**14, size, dtype="int64")
    estimate = sketch.estimate(registers(values))
    assert abs(estimate / size - 1) < 3 * sketch.ERROR


def test_nobody_is_nobody() -> None:
    assert sketch.estimate({}) == 0


def test_the_engine_estimates_beyond_its_limit_and_says_so(tmp_path: Path) -> None:
    posts = [Post(str(n), f"account {n % 700}", DAY, "#wmhd") for n in range(1_500)]
    (tmp_path / "a.jsonl").write_bytes(made.lines(posts))
    asked = ask(["wmhd"], TODAY)
    counted = embedded.count(find([str(tmp_path)]), asked, tmp_path / "out", most=1_000)
    assert counted.found.estimated
    assert counted.found.cells[0].accounts == pytest.approx(700, rel=3 * sketch.ERROR)
    made_of = {card.id: (card, evidence) for card, evidence in rows.evidence(counted, "w")}
    card, evidence = made_of["archive-w-accounts"]
    assert series.ESTIMATED in card.caveats
    shown = evidence.rows.iloc[0]
    assert shown["status"] == "E"
    assert shown["low"] < shown["value"] < shown["high"]
    exact = embedded.count(find([str(tmp_path)]), asked, tmp_path / "out", most=1_500)
    assert not exact.found.estimated
    assert exact.found.cells[0].accounts == 700
