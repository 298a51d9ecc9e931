"""How often chance is called a step, and how often a planted step is found: the table of the docs.

`python -m tests.analysis.test_interrupted_simulated` writes the table anew.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from utils.analysis.comparable import Refusal
from utils.analysis.interrupted import Model, analyse, table
from utils.analysis.interrupted.result import Kind

DOCS = Path(__file__).resolve().parents[2] / "docs" / "interrupted.md"
SPREAD = 0.1
"""Standard deviation of the remembering errors, as a share of the level."""


@dataclass(frozen=True)
class Case:
    """Months in all and before the date, memory, and the planted step as a ratio."""

    kind: Kind
    rho: float
    months: int
    before: int
    ratio: float = 1.0
    series: int = 1000


@dataclass(frozen=True)
class Measured:
    """Shares: flagged of all, flagged of answered, answered; and Newey-West beyond 2 errors."""

    flagged: float
    of_answered: float
    answered: float
    newey_west: float

    def row(self, case: Case) -> str:
        shares = (self.flagged, self.of_answered, self.answered, self.newey_west)
        cells = [case.kind, f"{case.rho}", f"{case.before} + {case.months - case.before}"]
        cells += [f"{case.ratio}", f"{case.series:,}"]
        return "| " + " | ".join([*cells, *(f"{100 * share:.1f}" for share in shares)]) + " |"


KINDS: tuple[Kind, ...] = ("count", "rate")
CHANCE = [
    Case(kind, rho, months, before, series=series)
    for months, before, memories, series in (
        (60, 36, (0.3, 0.6), 1000),
        (60, 36, (0.0, 0.8), 400),
        (36, 18, (0.3, 0.6), 400),
        (120, 80, (0.3, 0.6), 400),
    )
    for kind in KINDS
    for rho in memories
]
PLANTED = [
    Case(kind, rho, months, before, ratio, series=100)
    for kind in KINDS
    for months, before in ((60, 36), (120, 80))
    for rho in (0.3, 0.6)
    for ratio in (1.1, 1.2, 1.5)
]


def simulated(random: np.random.Generator, case: Case) -> tuple[pd.Series, dt.date]:
    """Months with a trend, a season and first-order memory; counts have a mean of about 300."""
    month = np.arange(case.months)
    shocks = random.normal(size=case.months)
    error = shocks.copy()
    for at in range(1, case.months):
        error[at] = case.rho * error[at - 1] + np.sqrt(1 - case.rho**2) * shocks[at]
    season = 0.1 * np.sin(2 * np.pi * month / 12 + random.uniform(0, 2 * np.pi))
    trend = random.normal(0, 0.15) * month / case.months
    index = pd.date_range("2015-01-01", periods=case.months, freq="MS")
    smooth = season + 0.05 * np.cos(4 * np.pi * month / 12) + trend + SPREAD * error
    step = month >= case.before
    if case.kind == "count":
        values = random.poisson(300 * np.exp(smooth + np.log(case.ratio) * step)).astype(float)
    else:
        values = 20 * (1 + smooth + (case.ratio - 1) * step)
    return pd.Series(values, index), index[case.before].date()


def measured(case: Case, seed: int = 2017, compare: bool = True) -> Measured:
    """The verdicts of many independent series, and those of Newey-West errors if asked for."""
    random = np.random.default_rng(seed)
    flagged = answered = newey_west = 0
    for _ in range(case.series):
        values, day = simulated(random, case)
        found = analyse(values, day, Model(case.kind))
        if not isinstance(found, Refusal):
            answered += 1
            flagged += found.is_step
        if not compare:
            continue
        usual = table(values, day, Model(case.kind), "newey-west").loc["step"]
        newey_west += abs(usual["estimate"]) > 2 * usual["error"]
    every = case.series
    return Measured(
        flagged / every, flagged / max(1, answered), answered / every, newey_west / every
    )


@pytest.mark.parametrize("rho", [0.3, 0.6])
@pytest.mark.parametrize("kind", KINDS)
def test_chance_is_rarely_called_a_step(kind: Kind, rho: float) -> None:
    # with a true share of 5 in 100, 15 or more of 150 have a chance of about 1 in 100
    found = measured(Case(kind, rho, 60, 36, series=150), seed=1, compare=False)
    assert found.flagged < 0.10
    assert found.answered > 0.8


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_step_is_mostly_found(kind: Kind) -> None:
    found = measured(Case(kind, 0.3, 60, 36, ratio=1.5, series=40), seed=2, compare=False)
    assert found.flagged > 0.8


def test_newey_west_errors_would_call_chance_a_step_too_often() -> None:
    # the reason why the verdict does not use them
    found = measured(Case("rate", 0.6, 36, 18, series=60), seed=3)
    assert found.newey_west > 0.1


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("case", [*CHANCE, *PLANTED], ids=str)
def test_the_table_in_the_docs_is_what_is_measured(case: Case) -> None:
    found = measured(case)
    assert found.row(case) in DOCS.read_text("utf-8")
    if case.ratio == 1.0 and case.rho <= 0.6:
        # three years are too short to measure memory well: the docs say so
        assert found.flagged <= (0.05 if case.months >= 60 else 0.08)


def test_the_docs_have_a_row_for_every_case() -> None:
    rows = re.findall(r"^\| (?:count|rate) \| .*\|$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert len(rows) == len(CHANCE) + len(PLANTED)


if __name__ == "__main__":
    for one in [*CHANCE, *PLANTED]:
        sys.stdout.write(measured(one).row(one) + "\n")
        sys.stdout.flush()
