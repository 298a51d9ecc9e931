"""Figures on perceived mental health and depressive symptoms as printed, read through the snapshot.

Where no second publication of a figure was found, the last column says so: such a line
checks the import alone.
"""

from __future__ import annotations

import pytest

from utils import catalog
from utils.store import snapshot

CANADA, QUARTERS = "ca-perceived-mental-health", "ca-perceived-mental-health-social-survey"
EHIS = "eu-current-depressive-symptoms"
ALL = ("all", "all")
HUB = "Statistics Canada, Quality of Life hub, page with 2024 data"
EARLIER_HUB = "Statistics Canada, Quality of Life hub, page of 2023"
EUROSTAT = "Eurostat, hlth_ehis_mh1i"
IMPORT = "raw file: a check of the import only"
POOR_YOUNG = ("income_sex_age", "Income fifth 1 (lowest), women, 15 to 24 years")

PRINTED = [
    # series, place, (group_by, group), start, value, where printed
    (CANADA, "CAN", ALL, "2015-01-01", 72.0, HUB),
    (CANADA, "CAN", ALL, "2019-01-01", 66.6, HUB),
    (CANADA, "CAN", ALL, "2020-01-01", 64.7, HUB),
    (CANADA, "CAN", ALL, "2022-01-01", 54.8, HUB),
    (CANADA, "CAN", ALL, "2024-01-01", 53.7, HUB),
    (QUARTERS, "CAN", ALL, "2022-01-01", 47.4, EARLIER_HUB),
    (QUARTERS, "CAN", ALL, "2022-07-01", 54.5, EARLIER_HUB),
    (QUARTERS, "CAN", ALL, "2022-10-01", 47.7, EARLIER_HUB),
    (EHIS, "FRA", ALL, "2014-01-01", 7.0, EUROSTAT),
    (EHIS, "FRA", ALL, "2019-01-01", 10.8, EUROSTAT),
    (EHIS, "SWE", ALL, "2019-01-01", 10.5, EUROSTAT),
    (EHIS, "DEU", ALL, "2019-01-01", 9.1, EUROSTAT),
    (EHIS, "CYP", ALL, "2019-01-01", 2.5, EUROSTAT),
    (EHIS, "GRC", ALL, "2019-01-01", 2.6, EUROSTAT),
    (EHIS, "HUN", ALL, "2014-01-01", 10.3, EUROSTAT),
    (EHIS, "HUN", ALL, "2019-01-01", 5.4, EUROSTAT),
    (EHIS, "HRV", ALL, "2014-01-01", 3.8, EUROSTAT),
]


@pytest.mark.parametrize(("series", "place", "group", "start", "value", "where"), PRINTED)
def test_figures_are_as_printed(series, place, group, start, value, where):
    rows = snapshot.read(series).rows
    chosen = rows[
        (rows["place"] == place)
        & (rows["group_by"] == group[0])
        & (rows["group"] == group[1])
        & (rows["start"] == start)
    ]
    assert chosen["value"].tolist() == [value], where


def test_france_leads_and_rounds_to_the_printed_11_percent():
    """Drees, the statistical service of the French ministries, on the survey of 2019."""
    rows = snapshot.read(EHIS).rows
    wave = rows[(rows["group_by"] == "all") & (rows["start"] == "2019-01-01")]
    top = wave.sort_values("value").iloc[-1]
    assert (top["place"], round(top["value"])) == ("FRA", 11)


def test_the_two_canadian_surveys_share_no_row():
    yearly, quarters = snapshot.read(CANADA).rows, snapshot.read(QUARTERS).rows
    assert (len(yearly), len(quarters)) == (10, 4)
    assert not set(yearly["origin"]) & set(quarters["origin"])


def test_the_european_waves_have_27_and_25_countries():
    rows = snapshot.read(EHIS).rows
    totals = rows[rows["group_by"] == "all"].groupby("start")["place"].nunique()
    assert totals.tolist() == [25, 27]
    first = rows[(rows["group_by"] == "all") & (rows["start"] == "2014-01-01")]
    assert not {"BEL", "NLD"} & set(first["place"])


def test_the_poorest_fifth_lies_above_the_richest_in_103_of_104_pairs():
    rows = snapshot.read(EHIS).rows
    groups = rows[rows["group"].str.endswith("all from 15 to 64 years")]
    parts = groups["group"].str.split(", ", expand=True)
    wide = groups.assign(fifth=parts[0], sex=parts[1]).pivot(
        index=["place", "start", "sex"], columns="fifth", values="value"
    )
    pairs = wide[["Income fifth 1 (lowest)", "Income fifth 5 (highest)"]].dropna()
    above = pairs["Income fifth 1 (lowest)"] > pairs["Income fifth 5 (highest)"]
    assert (above.sum(), len(above)) == (103, 104)


def test_women_lie_above_men_in_203_of_260_groups():
    rows = snapshot.read(EHIS).rows
    groups = rows[rows["group"].str.endswith("all from 15 to 64 years")]
    parts = groups["group"].str.split(", ", expand=True)
    wide = groups.assign(fifth=parts[0], sex=parts[1]).pivot(
        index=["place", "start", "fifth"], columns="sex", values="value"
    )
    pairs = wide.dropna()
    assert ((pairs["women"] > pairs["men"]).sum(), len(pairs)) == (203, 260)


@pytest.mark.parametrize("series", [CANADA, QUARTERS, EHIS])
def test_every_place_is_known(series):
    assert set(snapshot.read(series).rows["place"]) <= set(catalog.places())
