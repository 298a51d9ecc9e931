"""Suicide series of different publications against each other, and what each may hold."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
import pytest

from utils.store import snapshot


def rows(series: str) -> pd.DataFrame:
    return snapshot.read(series).rows


def sums(series: str, years: Iterable[int]) -> list[float]:
    frame = rows(series)
    return [float(frame.loc[frame["start"].dt.year == year, "value"].sum()) for year in years]


def test_months_add_up_to_the_years_of_another_publication() -> None:
    years = rows("us-suicide-deaths-by-state").query("place == 'USA'").set_index("start")["value"]
    assert sums("us-suicide-deaths-monthly", range(2014, 2018)) == years["2014":"2017"].tolist()
    assert sums("us-suicide-deaths-monthly", [2019]) == [47511.0]  # NCHS, VSRR 16, November 2021
    japan = rows("jp-suicides").query("group_by == 'all'").set_index("start")["value"]
    assert sums("jp-suicides-monthly", range(2008, 2021)) == japan["2008":"2020"].tolist()


def test_states_of_2019_add_up_but_for_the_district_of_columbia() -> None:
    assert sums("us-suicide-deaths-by-state", [2019]) == [47467.0]


def test_rates_of_two_publications_of_one_agency_agree_but_for_one_rounding() -> None:
    long = rows("us-suicide-rate").query("group_by == 'all'").set_index("start")["value"]
    states = rows("us-suicide-rate-by-state").query("place == 'USA'").set_index("start")["value"]
    apart = states.ne(long["1999":"2017"])
    # 11.0 among the leading causes, 10.9 in Health, United States; as printed in both
    assert states.index[apart].year.tolist() == [2002]
    assert [states["2002-01-01"], long["2002-01-01"]] == [11.0, 10.9]


def test_men_and_women_add_up() -> None:
    frame = rows("jp-suicides").pivot(index="start", columns="group", values="value")
    assert (frame["Female"] + frame["Male"]).tolist() == frame["all"].tolist()


@pytest.mark.parametrize(
    ("series", "statuses"),
    [
        ("us-suicide-rate", {"A", "M", "Q"}),
        ("us-suicide-deaths-monthly", {"A", "P"}),
        ("us-suicide-rate-quarterly", {"P", "M"}),
        ("suicide-rate-world", {"E"}),
        ("jp-suicides-monthly", {"A", "P"}),
        ("eng-suicides-quarterly", {"P"}),
        ("au-suicide-rate", {"A", "P"}),
    ],
)
def test_statuses(series: str, statuses: set[str]) -> None:
    assert set(rows(series)["status"]) == statuses


def test_a_year_that_nobody_brought_stays_away() -> None:
    years = set(rows("us-suicide-rate-by-state")["start"].dt.year)
    assert 2018 not in years
    assert not set(rows("us-suicide-rate-by-state").query("start == '2019-01-01'")["place"]) & {
        "USA",
        "US-DC",
    }


def test_all_countries_in_six_years_and_some_in_every_year() -> None:
    counts = rows("suicide-rate-world").groupby(rows("suicide-rate-world")["start"].dt.year).size()
    assert counts[[2000, 2010, 2015, 2019, 2020, 2021]].tolist() == [183] * 6
    assert set(counts.drop([2000, 2010, 2015, 2019, 2020, 2021])) == {57}
