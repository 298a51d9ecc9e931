"""Yearly suicides in Japan: counts and rates are different series."""

from __future__ import annotations

import pytest

from utils import catalog
from utils.sources import npa_annual

RAW = b"""year,suicides_total,suicides_male,suicides_female,crude_rate_total_per_100k,\
crude_rate_male_per_100k,crude_rate_female_per_100k
2003,34427,24963,9464,27.0,40.0,14.5
2004,32325,23272,9053,25.3,,13.8
"""


def found(name: str) -> dict[tuple[str, str, int], float]:
    rows = npa_annual.tidy(RAW, catalog.indicator(name))
    keys = zip(rows["group_by"], rows["group"], rows["start"].dt.year, strict=True)
    return dict(zip(keys, rows["value"], strict=True))


def test_the_card_chooses_counts_or_rates() -> None:
    assert found("jp-suicides")["sex", "Male", 2003] == 24963
    assert found("jp-suicide-rate")["sex", "Male", 2003] == 40.0
    assert found("jp-suicide-rate")["all", "all", 2003] == 27.0


def test_the_place_is_japan_and_a_gap_stays_a_gap() -> None:
    rows = npa_annual.tidy(RAW, catalog.indicator("jp-suicide-rate"))
    assert set(rows["place"]) == {"JPN"}
    gap = rows[(rows["group"] == "Male") & (rows["start"] == "2004-01-01")]
    assert gap["status"].tolist() == ["M"]


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="suicides_female"):
        npa_annual.tidy(b"year,suicides_total,suicides_male\n", catalog.indicator("jp-suicides"))
