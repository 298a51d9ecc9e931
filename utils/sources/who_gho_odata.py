"""WHO Global Health Observatory, OData reply of `ghoapi.azureedge.net/api/<indicator>`.

`Value` is text for the eye ("16.0 [9.0-26.4]"); the numbers are `NumericValue`, `Low` and
`High`. Countries and regions stand in one list, and an age group in `Dim2` repeats rows.
"""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

SEXES = {"BTSX": ("all", "all"), "MLE": ("sex", "Male"), "FMLE": ("sex", "Female")}
"""Newer replies write `SEX_BTSX`, older ones `BTSX`."""
NOT_TAKEN = {"REGION", "WORLDBANKINCOMEGROUP"}
"""Groups of countries as WHO and the World Bank draw them: no places of ours."""


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Values with their uncertainty interval by country, year and sex.

    ``select``: `indicator`, and `Dim2` where the rows carry an age group. Raises
    `ValueError` for one page of several, another indicator, and any unknown dimension.
    """
    reply = json.loads(raw.decode("utf-8-sig"))
    if "@odata.nextLink" in reply:
        raise ValueError("This is one page of several: the reply has an @odata.nextLink.")
    select = card.data.select
    records = [row for row in reply["value"] if row["SpatialDimType"] not in NOT_TAKEN]
    _only(records, "IndicatorCode", {select["indicator"]})
    _only(records, "TimeDimType", {"YEAR"})
    _only(records, "Dim3", {None})
    if "Dim2" not in select:
        _only(records, "Dim2", {None})
    records = [row for row in records if row["Dim2"] == select.get("Dim2")]
    splits = [_sex(row) for row in records]
    start, end = tables.years(pd.Series([str(row["TimeDim"]) for row in records], dtype="str"))
    return tables.no_repeats(
        tables.tidy_frame(
            place=[_place(row) for row in records],
            group_by=[split[0] for split in splits],
            group=[split[1] for split in splits],
            start=start,
            end=end,
            value=_numbers(records, "NumericValue"),
            low=_numbers(records, "Low"),
            high=_numbers(records, "High"),
            status="E" if card.method == "modelled" else "A",
        )
    )


def _only(records: list[dict[str, Any]], key: str, allowed: set[Any]) -> None:
    strange = {row[key] for row in records} - allowed
    if strange:
        raise ValueError(f"Unknown value in {key}: {sorted(map(str, strange))}.")


def _sex(row: dict[str, Any]) -> tuple[str, str]:
    code = str(row["Dim1"]).removeprefix("SEX_")
    if row["Dim1Type"] != "SEX" or code not in SEXES:
        raise ValueError(f"Unknown value in Dim1: {row['Dim1Type']} {row['Dim1']}.")
    return SEXES[code]


def _place(row: dict[str, Any]) -> str:
    match row["SpatialDimType"]:
        case "COUNTRY":
            return str(row["SpatialDim"])
        case "GLOBAL":
            return "WLD"
        case other:
            raise ValueError(f"Unknown kind of area: {other} {row['SpatialDim']}.")


def _numbers(records: list[dict[str, Any]], key: str) -> pd.Series:
    return pd.Series([row[key] for row in records], dtype="float64")
