"""Charts of Our World in Data as CSV: one row a place and year, one column a measure.

`Code` is ISO alpha-3 except for the codes that Our World in Data makes itself (`OWID_…`),
and empty for continents and income groups. Headers come as `Entity` or as `entity`.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

OWN_CODES = {"OWID_WRL": "WLD", "OWID_KOS": "XKX"}
# Continents and income groups have no code and no agreed borders; the world is the benchmark.
UNCODED = {
    "Africa",
    "Asia",
    "Europe",
    "North America",
    "Oceania",
    "South America",
    "High-income countries",
    "Low-income countries",
    "Lower-middle-income countries",
    "Upper-middle-income countries",
}
# States that no longer exist, kept by the publisher beside today's countries, which hold the
# same people; Akrotiri and Dhekelia is a military base without a code of its own.
PAST_STATES = {
    "OWID_AKD",
    "OWID_CZS",
    "OWID_ERE",
    "OWID_GDR",
    "OWID_GFR",
    "OWID_SRM",
    "OWID_USS",
    "OWID_YAR",
    "OWID_YGS",
    "OWID_YPR",
}


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Values by place and year from the column named in ``card.data.select``.

    A modelled series gets the status `E`. Raises `ValueError` for a place that is unknown.
    """
    frame = tables.read_csv(raw, [])
    frame.columns = [column.lower() for column in frame.columns]
    column = card.data.select["column"].lower()
    absent = [name for name in ("entity", "code", "year", column) if name not in frame]
    if absent:
        raise ValueError(f"The reply lacks the column {', '.join(absent)}.")
    frame = _places(frame)
    start, end = tables.years(frame["year"])
    rows = tables.tidy_frame(
        place=frame["code"].replace(OWN_CODES),
        group_by="all",
        group="all",
        start=start,
        end=end,
        value=tables.numbers(frame[column]),
        status="E" if card.method == "modelled" else "A",
    )
    return tables.no_repeats(rows)


def _places(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of countries and of the world; anything that is neither known raises."""
    code = frame["code"]
    left_out = code.isin(PAST_STATES) | ((code == "") & frame["entity"].isin(UNCODED))
    known = code.isin(OWN_CODES) | code.str.fullmatch("[A-Z]{3}")
    unknown = sorted(set(frame.loc[~(known | left_out), "entity"]))
    if unknown:
        raise ValueError(f"Places without a known code: {', '.join(unknown)}.")
    return frame[known].reset_index(drop=True)
