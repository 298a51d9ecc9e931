"""Suicide by state: two layouts of one agency in one series."""

from __future__ import annotations

from dataclasses import replace

import pytest

from utils import catalog
from utils.sources import nchs_states

RATE = catalog.indicator("us-suicide-rate-by-state")
DEATHS = catalog.indicator("us-suicide-deaths-by-state")
LEADING = b"""Year,Cause Name,State,Deaths,Age-adjusted Death Rate
2017,Suicide,United States,"47,173",14.0
2017,Stroke,United States,"146,383",37.6
2017,Suicide,District of Columbia,47,6.6
"""
STATS = b"year,state,deaths,age_adjusted_rate_per_100k\n2019,WY,170,29.3\n"


def test_names_and_postal_codes_become_the_same_kind_of_place() -> None:
    assert nchs_states.tidy(LEADING, RATE)["place"].tolist() == ["USA", "US-DC"]
    assert nchs_states.tidy(STATS, RATE)["place"].tolist() == ["US-WY"]


def test_the_card_chooses_deaths_or_rate() -> None:
    assert nchs_states.tidy(LEADING, RATE)["value"].tolist() == [14.0, 6.6]
    assert nchs_states.tidy(LEADING, DEATHS)["value"].tolist() == [47173.0, 47.0]
    assert nchs_states.tidy(STATS, DEATHS)["value"].tolist() == [170.0]


def test_the_files_end_where_the_publisher_ends() -> None:
    rows = nchs_states.tidy(STATS, RATE)
    assert [str(rows[day].iloc[0].date()) for day in ("start", "end")] == [
        "2019-01-01",
        "2019-12-31",
    ]


def test_an_unknown_state_is_named() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        nchs_states.tidy(LEADING.replace(b"District of Columbia", b"Atlantis"), RATE)


def test_an_unknown_measure_or_layout_is_named() -> None:
    card = replace(RATE, data=replace(RATE.data, select={"measure": "years"}))
    with pytest.raises(ValueError, match="years"):
        nchs_states.tidy(STATS, card)
    with pytest.raises(ValueError, match="age_adjusted_rate_per_100k"):
        nchs_states.tidy(b"year,state\n2019,WY\n", RATE)
