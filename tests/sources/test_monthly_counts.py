"""Counts by month: final and provisional, one or two data sets in a file."""

from __future__ import annotations

import pytest

from utils import catalog
from utils.sources import monthly_counts

AMERICA = catalog.indicator("us-suicide-deaths-monthly")
JAPAN = catalog.indicator("jp-suicides-monthly")
HEADER = "month,jurisdiction,suicide_deaths,all_cause_deaths,status,source_dataset\n"
FINAL = "2016-02,United States,3445,230021,final,2014-2019 (bxq8-mugm)\n"
SECOND = (
    '2020-04,United States,3480,322424,provisional,"2020-2023 (9dzk-mvmi), data as of 2023-07-26"\n'
)


def test_a_month_is_its_first_and_last_day_in_leap_years_too() -> None:
    row = monthly_counts.tidy((HEADER + FINAL).encode(), AMERICA).iloc[0]
    assert [str(row[day].date()) for day in ("start", "end")] == ["2016-02-01", "2016-02-29"]
    assert [row["place"], row["value"], row["status"]] == ["USA", 3445.0, "A"]


def test_the_second_data_set_is_provisional_and_has_its_own_address() -> None:
    rows = monthly_counts.tidy((HEADER + FINAL + SECOND).encode(), AMERICA)
    assert rows["status"].tolist() == ["A", "P"]
    assert ["bxq8-mugm" in rows["url"][0], "9dzk-mvmi" in rows["url"][1]] == [True, True]


def test_deaths_of_all_causes_are_not_taken() -> None:
    rows = monthly_counts.tidy((HEADER + FINAL).encode(), AMERICA)
    assert rows["value"].tolist() == [3445.0]


def test_a_file_of_one_place_needs_no_area_and_no_address() -> None:
    raw = b"month,suicide_cases,status\n2026-04,1360,provisional\n2026-05,,provisional\n"
    rows = monthly_counts.tidy(raw, JAPAN)
    assert rows["place"].tolist() == ["JPN", "JPN"]
    assert rows["status"].tolist() == ["P", "M"]
    assert "url" not in rows


@pytest.mark.parametrize("known", ["United States", "final", "2014-2019 (bxq8-mugm)"])
def test_an_unknown_area_status_or_data_set_is_named(known: str) -> None:
    raw = (HEADER + FINAL).replace(known, "Elsewhere").encode()
    with pytest.raises(ValueError, match="Elsewhere"):
        monthly_counts.tidy(raw, AMERICA)
