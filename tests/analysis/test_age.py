"""Ages: judged by a series' own frequency, and not made young by a wrong clock."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from tests.made_up import ORIGIN, card, evidence, row
from utils.analysis.age import Age, age

END = dt.date(2020, 12, 31)
AT_ONCE = dataclasses.replace(ORIGIN, retrieved=END)
YEARLY = evidence(row(2020, 1), row(2021, None), origins=(AT_ONCE,))


def badge(days: int, **of_card: object) -> str:
    return age(YEARLY, card(**of_card), END + dt.timedelta(days=days)).badge


@pytest.mark.parametrize(
    ("frequency", "days", "expected"),
    [
        ("P1Y", 730, "fresh"),
        ("P1Y", 731, "ageing"),
        ("P1Y", 1461, "ageing"),
        ("P1Y", 1462, "old"),
        ("P1M", 60, "fresh"),
        ("P1M", 61, "ageing"),
        ("P1M", 122, "old"),
        ("P2W", 28, "fresh"),
        ("P2W", 57, "old"),
        ("irregular", 730, "fresh"),
        ("irregular", 1462, "old"),
    ],
)
def test_a_badge_counts_periods_not_days(frequency: str, days: int, expected: str) -> None:
    assert badge(days, frequency=frequency) == expected


@pytest.mark.parametrize(
    ("years", "expected"), [(2.9, "fresh"), (3.1, "ageing"), (5.9, "ageing"), (6.1, "old")]
)
def test_a_rare_survey_does_not_stay_fresh_for_a_decade(years: float, expected: str) -> None:
    assert badge(int(years * 365.25), frequency="P6Y") == expected


def test_a_series_that_ended_says_so_however_new_it_is() -> None:
    assert badge(1, discontinued=True) == "ended"


def test_the_age_is_that_of_the_last_value_not_of_the_last_row() -> None:
    assert age(YEARLY, card(), END + dt.timedelta(days=10)) == Age("fresh", "2020", 10)


def test_a_clock_in_the_past_gives_no_negative_age() -> None:
    assert age(YEARLY, card(), dt.date(1970, 1, 1)).days >= 0


def test_a_clock_in_the_past_makes_no_old_series_fresh() -> None:
    # the rows were retrieved on 3 February 2021, so that it can't be earlier than that
    old = evidence(row(2010, 1))
    assert age(old, card(), dt.date(1970, 1, 1)).badge == "old"
