"""Figures of the Wellcome Global Monitor as they were printed, read through the snapshot.

The first four were compared with the publisher's chart; the others were found nowhere else
and check the import alone.
"""

from __future__ import annotations

import pytest

from utils import catalog
from utils.store import snapshot

COMFORT, RESEARCH = "not-comfortable-speaking", "research-funding-extremely-important"
FRIENDS, MEDICATION = "talked-to-friends-or-family", "took-prescribed-medication"
PROFESSIONAL = "talked-to-mental-health-professional"
SERIES = [COMFORT, RESEARCH, FRIENDS, PROFESSIONAL, MEDICATION]
CHART = "Our World in Data, Wellcome Global Monitor 2020"
IMPORT = "raw file: a check of the import only"

PRINTED = [
    # series, place, value to the decimals shown, where printed
    (COMFORT, "WLD", 27.9, CHART),
    (COMFORT, "USA", 34.2, CHART),
    (COMFORT, "GBR", 27.6, CHART),
    (COMFORT, "JPN", 47.1, CHART),
    (COMFORT, "DZA", 11.4, IMPORT),
    (RESEARCH, "WLD", 49.3, IMPORT),
    (RESEARCH, "XKX", 76.8, IMPORT),
    (RESEARCH, "ALB", 74.5, IMPORT),
    (FRIENDS, "WLD", 78.0, IMPORT),
    (FRIENDS, "ARG", 72.0, IMPORT),
    (FRIENDS, "XKX", 76.0, IMPORT),
    (PROFESSIONAL, "WLD", 43.4, IMPORT),
    (PROFESSIONAL, "ARG", 48.3, IMPORT),
    (PROFESSIONAL, "ALB", 34.5, IMPORT),
    (MEDICATION, "WLD", 48.9, IMPORT),
    (MEDICATION, "ARG", 37.7, IMPORT),
    (MEDICATION, "XKX", 37.2, IMPORT),
]


@pytest.mark.parametrize(("series", "place", "value", "where"), PRINTED)
def test_figures_are_as_printed(series, place, value, where):
    rows = snapshot.read(series).rows
    chosen = rows[rows["place"] == place]
    assert len(chosen) == 1
    assert f"{chosen['start'].item():%F}" == "2020-01-01"
    assert round(chosen["value"].item(), catalog.indicator(series).decimals) == value, where


@pytest.mark.parametrize("series", SERIES)
def test_112_countries_and_the_world_and_no_continent(series):
    places = set(snapshot.read(series).rows["place"])
    assert len(places) == 113
    assert "WLD" in places
    assert places <= set(catalog.places())


@pytest.mark.parametrize("series", [FRIENDS, PROFESSIONAL, MEDICATION])
def test_countries_where_the_question_was_not_asked_are_gaps(series):
    rows = snapshot.read(series).rows
    assert rows.loc[rows["place"] == "DZA", "status"].tolist() == ["M"]
    assert (rows["status"] == "M").sum() == 10
