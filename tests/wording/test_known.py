"""A claim turned into what a text is held against, with the levels of a change."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pandas as pd
import pytest

from utils.model import (
    COLUMNS,
    Challenge,
    Claim,
    Evidence,
    Grade,
    Origin,
    Quantity,
    Release,
    Sentences,
    Source,
)
from utils.wording import numbers

DAY = dt.date(2026, 1, 1)
RELEASE = Release("r", "f.csv", "https://example.org", "v", DAY)
SOURCE = Source(
    "s", "Title", "Office", "https://example.org", "CC0", "https://example.org", True, "Office",
    (RELEASE,),
)  # fmt: skip
NAN = float("nan")


def change() -> Claim:
    """A made-up change from 10.5 to 14.2 per 100,000."""
    rows = pd.DataFrame(
        [
            ("x", "USA", "all", "all", pd.Timestamp(f"{year}-01-01"), pd.Timestamp(f"{year}-12-31"),
             value, NAN, NAN, "A", "o")
            for year, value in ((1999, 10.5), (2018, 14.2))
        ],
        columns=list(COLUMNS),
    )  # fmt: skip
    origin = Origin("o", SOURCE, RELEASE, "https://example.org", DAY, "0", 2)
    said = "The rate rose by 3.7 per 100,000, from 10.5 in 1999 to 14.2 in 2018."
    return Claim(
        "change:x", "change", "Change", "x", "USA", "1999 to 2018",
        Quantity(3.7, NAN, NAN, "per 100,000", 1, "+3.7 per 100,000", ""),
        Sentences("", said, "", ""), Evidence(rows, (origin,)), None, "line", (),
        Challenge("", ""), None, Grade("A", ("counted",)), (), (), False, False,
    )  # fmt: skip


def test_the_levels_and_the_ratio_come_from_the_rows() -> None:
    known = numbers.of(change())
    assert [one.period for one in known.stated] == ["1999 to 2018", "1999", "2018"]
    assert known.ratio == pytest.approx(14.2 / 10.5)


@pytest.mark.parametrize(
    "text",
    [
        "The rate rose by 3.7 per 100,000 between 1999 and 2018.",
        "The rate rose from 10.5 per 100,000 in 1999 to 14.2 per 100,000 in 2018, up 35%.",
    ],
)
def test_restatements_of_a_claim_agree(text: str) -> None:
    assert numbers.agrees(text, [numbers.of(change())])


@pytest.mark.parametrize(
    "text",
    [
        "The rate fell by 3.7 per 100,000 between 1999 and 2018.",
        "The rate rose by a half between 1999 and 2018.",
        "The rate was 14.2 per 100,000 in 1999.",
    ],
)
def test_near_misses_of_a_claim_do_not(text: str) -> None:
    assert not numbers.agrees(text, [numbers.of(change())])


def test_a_peak_is_of_its_own_year_and_not_of_all_years_looked_at() -> None:
    peak = dataclasses.replace(
        change(), kind="peak", quantity=Quantity(14.2, NAN, NAN, "per 100,000", 1, "14.2", "")
    )
    known = numbers.of(peak)
    assert numbers.agrees("The rate was 14.2 per 100,000 in 2018.", [known])
    assert not numbers.agrees("The rate was 14.2 per 100,000 in 1999.", [known])
