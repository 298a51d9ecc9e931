"""Counts beside people: the arithmetic, what has no denominator, and both origins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.made_up import ORIGIN, evidence, row
from utils.analysis import scale

PEOPLE = replace(ORIGIN, id="made-up-people")
POPULATION = evidence(
    row(2020, 2_000_000.0, origin=PEOPLE.id),
    row(2021, None, origin=PEOPLE.id),
    row(2020, 0.5e6, place="BBB", origin=PEOPLE.id),
    origins=(PEOPLE,),
)


def test_a_count_is_divided_by_the_people_of_its_place_and_year() -> None:
    counts = evidence(row("2020-03-01", 50.0, low=40.0, high=60.0), row(2020, 5.0, place="BBB"))
    found = scale.per_100k(counts, POPULATION).rows
    assert found["value"].tolist() == pytest.approx([2.5, 1.0])
    assert found[["low", "high"]].iloc[0].tolist() == pytest.approx([2.0, 3.0])
    assert found["status"].tolist() == ["E", "E"]


def test_what_has_no_denominator_is_left_open_and_says_so() -> None:
    counts = evidence(row(2021, 50.0), row(2020, 50.0, place="CCC"), row(2020, 9.0, status="P"))
    found = scale.per_100k(counts, POPULATION).rows
    assert found["value"].isna().tolist() == [True, True, False]
    assert found["status"].tolist() == ["M", "M", "P"], "a warning of the source is kept"


def test_both_origins_travel_along() -> None:
    found = scale.per_100k(evidence(row(2020, 50.0)), POPULATION)
    assert [one.id for one in found.origins] == [ORIGIN.id, PEOPLE.id]
