"""WHO GHO OData: the recorded layout with made-up values; no WHO figure is kept here."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from utils import catalog
from utils.model import DataSpec, Indicator
from utils.sources import who_gho_odata

WORLD = catalog.indicator("suicide-rate-world")
CARD = replace(WORLD, data=DataSpec("who_gho_odata", (), {"indicator": "MADE_UP"}))
AGED = replace(
    WORLD,
    data=DataSpec("who_gho_odata", (), {"indicator": "MADE_UP", "Dim2": "AGEGROUP_YEARSALL"}),
)


def record(**changes: Any) -> dict[str, Any]:
    made_up = {
        "Id": 1,
        "IndicatorCode": "MADE_UP",
        "SpatialDimType": "COUNTRY",
        "SpatialDim": "AFG",
        "TimeDimType": "YEAR",
        "TimeDim": 2019,
        "Dim1Type": "SEX",
        "Dim1": "SEX_BTSX",
        "Dim2Type": None,
        "Dim2": None,
        "Dim3Type": None,
        "Dim3": None,
        "Value": "111.1 [99.9-122.2]",
        "NumericValue": 111.11111,
        "Low": 99.9,
        "High": 122.2,
    }
    return made_up | changes


def tidy(*records: dict[str, Any], card: Indicator = CARD, **reply: Any) -> pd.DataFrame:
    return who_gho_odata.tidy(json.dumps({"value": records, **reply}).encode(), card)


def test_numbers_and_interval_are_read_from_their_own_fields() -> None:
    row = tidy(record()).iloc[0]
    assert row[["place", "group_by", "status"]].tolist() == ["AFG", "all", "E"]
    assert row[["value", "low", "high"]].tolist() == [111.11111, 99.9, 122.2]
    assert [str(row[day].date()) for day in ("start", "end")] == ["2019-01-01", "2019-12-31"]


def test_old_and_new_codes_of_the_sexes() -> None:
    rows = tidy(record(Dim1="SEX_MLE"), record(Dim1="FMLE"), record(Dim1="BTSX"))
    assert rows["group"].tolist() == ["Male", "Female", "all"]


def test_a_null_is_a_gap() -> None:
    row = tidy(record(NumericValue=None, Low=None, High=None)).iloc[0]
    assert row["status"] == "M"


def test_the_world_is_a_place_and_regions_are_left_out() -> None:
    rows = tidy(
        record(SpatialDimType="GLOBAL", SpatialDim="GLOBAL"),
        record(SpatialDimType="REGION", SpatialDim="EMR"),
        record(SpatialDimType="WORLDBANKINCOMEGROUP", SpatialDim="WB_LI"),
    )
    assert rows["place"].tolist() == ["WLD"]


def test_age_groups_must_be_chosen_because_they_repeat_rows() -> None:
    ages = [record(Dim2="AGEGROUP_YEARSALL"), record(Dim2="AGEGROUP_YEARS15-29")]
    with pytest.raises(ValueError, match="AGEGROUP_YEARS15-29"):
        tidy(*ages)
    assert len(tidy(*ages, card=AGED)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"IndicatorCode": "OTHER"},
        {"TimeDimType": "MONTH"},
        {"Dim1": "SEX_OTHER"},
        {"Dim3": "SOMETHING"},
        {"SpatialDimType": "CITY"},
    ],
)
def test_anything_unknown_is_named(changes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(changes.values()))):
        tidy(record(**changes))


def test_the_same_record_under_two_ids_is_refused() -> None:
    with pytest.raises(ValueError, match="AFG"):
        tidy(record(Id=1), record(Id=2, NumericValue=1.0))


def test_one_page_of_several_is_refused() -> None:
    with pytest.raises(ValueError, match="nextLink"):
        tidy(record(), **{"@odata.nextLink": "https://next.test"})
