"""Our World in Data: own codes, uncoded regions, past states, headers in either case."""

import pytest

from utils import catalog
from utils.sources import owid_csv

ATTITUDE = catalog.indicator("talked-to-friends-or-family")
POPULATION = catalog.indicator("population")
COLUMN = "pct_talked_to_friends_family"


def _tidy(*lines, card=ATTITUDE, column=COLUMN, head="entity,code,year"):
    text = "\n".join([f"{head},{column}", *lines])
    return owid_csv.tidy(text.encode(), card)


def test_the_column_named_on_the_card_is_read_by_place_and_year():
    rows = _tidy("Albania,ALB,2020,86.525", "Japan,JPN,2020,70")
    assert rows["place"].tolist() == ["ALB", "JPN"]
    assert rows["value"].tolist() == [86.525, 70.0]
    assert rows["status"].tolist() == ["A", "A"]
    assert [f"{rows[edge][0]:%F}" for edge in ("start", "end")] == ["2020-01-01", "2020-12-31"]


def test_world_and_kosovo_get_our_codes():
    rows = _tidy("World,OWID_WRL,2020,78.02", "Kosovo,OWID_KOS,2020,76.028")
    assert rows["place"].tolist() == ["WLD", "XKX"]


def test_continents_income_groups_and_past_states_are_left_out():
    rows = _tidy(
        "Africa,,2020,79.29",
        "High-income countries,,2020,79.206",
        "USSR,OWID_USS,2020,1",
        "Albania,ALB,2020,86.525",
    )
    assert rows["place"].tolist() == ["ALB"]


@pytest.mark.parametrize("line", ["Atlantis,,2020,1", "Atlantis,OWID_ATL,2020,1"])
def test_an_unknown_place_raises_naming_it(line):
    with pytest.raises(ValueError, match="Atlantis"):
        _tidy(line)


def test_a_gap_stays_a_gap():
    rows = _tidy("Algeria,DZA,2020,")
    assert rows["value"].isna().tolist() == [True]
    assert rows["status"].tolist() == ["M"]


def test_headers_may_have_capitals():
    assert len(_tidy("Albania,ALB,2020,1", head="Entity,Code,Year")) == 1


def test_a_modelled_series_is_marked_as_estimated():
    rows = _tidy("World,OWID_WRL,2021,7909295104", card=POPULATION, column="population")
    assert rows["status"].tolist() == ["E"]
    assert rows["value"].tolist() == [7909295104.0]


def test_a_missing_column_raises_naming_it():
    with pytest.raises(ValueError, match=COLUMN):
        _tidy("Albania,ALB,2020,1", column="another")
