"""Perceived mental health as typed over from Statistics Canada's Quality of Life hub.

One table holds two surveys that must never share a line: years of the Canadian Community
Health Survey and quarters of the Canadian Social Survey. Each row names its own page.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

COLUMNS = ["period", "survey", "measure", "percent", "source_url"]
PERIODS = {
    "Canadian Community Health Survey": tables.years,
    "Canadian Social Survey": tables.quarters,
}
MEASURE = "Very good or excellent"


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Percent of the population by period, for the survey in ``card.data.select``.

    Raises `ValueError` for a survey or measure that is unknown.
    """
    frame = tables.read_csv(raw, COLUMNS)
    survey = card.data.select["survey"]
    tables.mapped(frame["survey"], dict.fromkeys(PERIODS, ""), "survey")
    tables.mapped(frame["measure"], {MEASURE: ""}, "measure")
    frame = frame[frame["survey"] == survey].reset_index(drop=True)
    start, end = PERIODS[survey](frame["period"])
    rows = tables.tidy_frame(
        place=pd.Series("CAN", index=frame.index),
        group_by="all",
        group="all",
        start=start,
        end=end,
        value=tables.numbers(frame["percent"]),
        url=frame["source_url"],
    )
    return tables.no_repeats(rows)
