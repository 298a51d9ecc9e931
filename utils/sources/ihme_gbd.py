"""Global Burden of Disease results (IHME): CSV with `val`, `lower` and `upper`.

The tool exports location names only; copies that add `iso3` are read without a list.
Age-standardised rows stand beside ages, which are crude.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

PICKED = ("measure_name", "cause_name", "metric_name")
COLUMNS = [*PICKED, "location_name", "sex_name", "age_name", "year", "val", "lower", "upper"]
WHOLE = {"age-standardised": "Age-standardized", "crude": "All ages"}
SEXES = {"Both": "", "Female": "Female", "Male": "Male"}


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Estimates with uncertainty interval by place, year, sex and age, all with status `E`.

    ``select``: `measure_name`, `cause_name`, `metric_name` as printed, and `places`
    (location as printed -> code) where there is no column `iso3`. An age-standardised card
    takes no single ages, a crude one no age-standardised rows.
    """
    select = card.data.select
    frame = tables.read_csv(raw, COLUMNS)
    for column in PICKED:
        frame = frame[frame[column] == select[column]]
    whole = frame["age_name"] == WHOLE[card.standardisation]
    ages = ~frame["age_name"].isin(WHOLE.values()) & (card.standardisation == "crude")
    frame, whole = frame[whole | ages], whole[whole | ages]
    sex = tables.mapped(frame["sex_name"], SEXES, "sex_name")
    start, end = tables.years(frame["year"])
    return tables.no_repeats(
        tables.tidy_frame(
            place=_places(frame, select.get("places", {})),
            group_by=_splits(sex != "", ~whole),
            group=_labels(sex, frame["age_name"].where(~whole, "")),
            start=start,
            end=end,
            value=tables.numbers(frame["val"]),
            low=tables.numbers(frame["lower"]),
            high=tables.numbers(frame["upper"]),
            status="E",
        )
    )


def _places(frame: pd.DataFrame, places: dict[str, str]) -> pd.Series:
    if "iso3" in frame:
        return frame["iso3"]
    return tables.mapped(frame["location_name"], places, "location_name")


def _splits(by_sex: pd.Series, by_age: pd.Series) -> pd.Series:
    names = {(False, False): "all", (True, False): "sex", (False, True): "age"}
    pairs = zip(by_sex, by_age, strict=True)
    return pd.Series([names.get(pair, "sex_age") for pair in pairs], by_sex.index)


def _labels(sex: pd.Series, age: pd.Series) -> pd.Series:
    joined = sex + ": " + age
    label = joined.where((sex != "") & (age != ""), sex + age)
    return label.where(label != "", "all")
