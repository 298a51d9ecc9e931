"""Population figures as they were printed, read through the snapshot.

Where no second publication of a figure was found, the last column says so: such a line
checks the import alone.
"""

from __future__ import annotations

import pytest

from utils import catalog
from utils.store import snapshot

WORLD, STATES = "population", "us-state-population"
OWID = "Our World in Data, population"
CENSUS = "US Census Bureau, Vintage 2024"
IMPORT = "raw file: a check of the import only"

PRINTED = [
    # series, place, start, value, where printed
    (WORLD, "WLD", "2021-01-01", 7909295104, OWID),
    (WORLD, "USA", "2021-01-01", 336997632, OWID),
    (WORLD, "AFG", "1990-01-01", 10694804, IMPORT),
    (STATES, "USA", "2024-07-01", 340110988, CENSUS),
    (STATES, "USA", "2021-07-01", 332099760, IMPORT),
    (STATES, "US-CA", "2024-07-01", 39431263, CENSUS),
    (STATES, "US-TX", "2024-07-01", 31290831, IMPORT),
    (STATES, "US-WY", "2024-07-01", 587618, IMPORT),
    (STATES, "PRI", "2024-07-01", 3203295, IMPORT),
]


@pytest.mark.parametrize(("series", "place", "start", "value", "where"), PRINTED)
def test_figures_are_as_printed(series, place, start, value, where):
    rows = snapshot.read(series).rows
    chosen = rows[(rows["place"] == place) & (rows["start"] == start)]
    assert chosen["value"].tolist() == [value], where


def test_the_states_and_the_district_add_up_to_the_country():
    rows = snapshot.read(STATES).rows
    total = rows[rows["place"] == "USA"].set_index("start")["value"]
    states = rows[rows["place"].str.startswith("US-")]
    assert states.groupby("start")["place"].nunique().tolist() == [51] * 5
    assert states.groupby("start")["value"].sum().eq(total).all()


def test_past_states_are_not_counted_twice():
    rows = snapshot.read(WORLD).rows
    latest = rows[rows["start"] == "2021-01-01"]
    parts = latest.loc[latest["place"] != "WLD", "value"].sum()
    whole = latest.loc[latest["place"] == "WLD", "value"].item()
    assert abs(parts / whole - 1) < 0.001


@pytest.mark.parametrize("series", [WORLD, STATES])
def test_every_place_is_known_and_every_row_an_estimate(series):
    rows = snapshot.read(series).rows
    assert set(rows["place"]) <= set(catalog.places())
    assert set(rows["status"]) == {"E"}
