"""World Bank API v2: the recorded layout with made-up values."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from utils import catalog
from utils.model import DataSpec
from utils.sources import world_bank_v2

WORLD = catalog.indicator("suicide-rate-world")
CARD = replace(WORLD, data=DataSpec("world_bank_v2", (), {"indicator": "MADE.UP"}))
META = {
    "page": 1,
    "pages": 1,
    "per_page": 20000,
    "total": 2,
    "sourceid": "2",
    "lastupdated": "2026-07-13",
}


def row(code: str, id: str, name: str, value: float | None, year: str = "2021") -> dict[str, Any]:
    return {
        "indicator": {"id": "MADE.UP", "value": "A made-up indicator"},
        "country": {"id": id, "value": name},
        "countryiso3code": code,
        "date": year,
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


def tidy(rows: Any, meta: Any = META) -> pd.DataFrame:
    return world_bank_v2.tidy(json.dumps([meta, rows]).encode(), CARD)


def test_countries_and_years_become_rows_and_a_null_a_gap() -> None:
    rows = tidy([row("MEX", "MX", "Mexico", 111.1), row("MEX", "MX", "Mexico", None, "2020")])
    assert rows["place"].tolist() == ["MEX", "MEX"]
    assert rows["status"].tolist() == ["E", "M"]
    assert [str(day.date()) for day in rows["start"]] == ["2021-01-01", "2020-01-01"]
    assert rows["value"].iloc[0] == 111.1


def test_groups_of_countries_are_left_out_but_for_the_world_and_the_union() -> None:
    rows = tidy(
        [
            row("EMU", "XC", "Euro area", None),
            row("", "XD", "High income", 5.0),
            row("", "XX", "Not classified", 5.0),
            row("WLD", "1W", "World", 222.2),
            row("EUU", "EU", "European Union", 333.3),
            row("XKX", "XK", "Kosovo", 444.4),
        ]
    )
    assert rows["place"].tolist() == ["WLD", "EU27", "XKX"]


def test_an_area_without_a_code_is_named() -> None:
    with pytest.raises(ValueError, match="Atlantis"):
        tidy([row("", "QQ", "Atlantis", 5.0)])


def test_an_error_comes_with_status_200_and_is_told() -> None:
    message = {"id": "120", "key": "Invalid value", "value": "The parameter is not valid"}
    with pytest.raises(ValueError, match="Invalid value: The parameter is not valid"):
        world_bank_v2.tidy(json.dumps([{"message": [message]}]).encode(), CARD)


def test_no_data_is_told() -> None:
    with pytest.raises(ValueError, match="no data"):
        tidy(None)


def test_one_page_of_several_is_refused() -> None:
    with pytest.raises(ValueError, match="Page 1 of 3"):
        tidy([row("MEX", "MX", "Mexico", 111.1)], {**META, "pages": 3})


def test_another_indicator_is_refused() -> None:
    other = {**row("MEX", "MX", "Mexico", 111.1), "indicator": {"id": "OTHER", "value": ""}}
    with pytest.raises(ValueError, match="OTHER"):
        tidy([other])


def test_a_mark_before_the_text_does_no_harm() -> None:
    body = json.dumps([META, [row("MEX", "MX", "Mexico", 111.1)]])
    assert len(world_bank_v2.tidy(b"\xef\xbb\xbf" + body.encode(), CARD)) == 1
