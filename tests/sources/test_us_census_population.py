"""Census estimates: states and the country on 1 July, regions left out."""

import pytest

from utils import catalog
from utils.sources import us_census_population

CARD = catalog.indicator("us-state-population")
HEAD = "region,division,state_fips,name,year,population\n"


def _tidy(*lines):
    return us_census_population.tidy((HEAD + "\n".join(lines)).encode(), CARD)


def test_country_state_district_and_puerto_rico_get_their_codes():
    rows = _tidy(
        "0,0,0,United States,2024,340110988",
        "4,9,6,California,2024,39431263",
        "3,5,11,District of Columbia,2024,702250",
        "X,X,72,Puerto Rico,2024,3203295",
    )
    assert rows["place"].tolist() == ["USA", "US-CA", "US-DC", "PRI"]
    assert rows["value"].tolist() == [340110988.0, 39431263.0, 702250.0, 3203295.0]
    assert set(rows["status"]) == {"E"}


def test_an_estimate_is_for_one_day():
    rows = _tidy("4,9,6,California,2024,39431263")
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2024-07-01", "2024-07-01"]


def test_regions_and_divisions_are_left_out():
    rows = _tidy(
        "3,0,0,South Region,2024,132665693",
        "4,9,0,Pacific,2024,53848093",
        "3,5,13,Georgia,2024,11180878",
    )
    assert rows["place"].tolist() == ["US-GA"]


def test_an_unknown_place_raises_naming_it():
    with pytest.raises(ValueError, match="Atlantis"):
        _tidy("1,1,99,Atlantis,2024,1")


def test_a_gap_stays_a_gap():
    rows = _tidy("4,9,6,California,2024,")
    assert rows["status"].tolist() == ["M"]
