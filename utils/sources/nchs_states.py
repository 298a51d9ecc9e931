"""Suicide by state (CDC/NCHS): the Leading Causes of Death export and "Stats of the States".

The first prints state names and all years to 2017, the second postal codes and one year.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables, us_states

LEADING = {
    "year": "Year",
    "state": "State",
    "deaths": "Deaths",
    "rate": "Age-adjusted Death Rate",
}
STATS = {
    "year": "year",
    "state": "state",
    "deaths": "deaths",
    "rate": "age_adjusted_rate_per_100k",
}


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Deaths or age-adjusted rate by state and year; ``select.measure`` is `deaths` or `rate`.

    Raises `ValueError` for an unknown state, and for a measure of another name.
    """
    frame = tables.read_csv(raw, [])
    names = LEADING if LEADING["rate"] in frame else STATS
    frame = tables.read_csv(raw, list(names.values()))
    if "Cause Name" in frame:
        # the full export holds ten causes and their total
        frame = frame[frame["Cause Name"] == "Suicide"]
    measure = card.data.select["measure"]
    if measure not in ("deaths", "rate"):
        raise ValueError(f"There is no measure '{measure}'; choose deaths or rate.")
    start, end = tables.years(frame[names["year"]])
    return tables.no_repeats(
        tables.tidy_frame(
            place=us_states.codes(frame[names["state"]]),
            group_by="all",
            group="all",
            start=start,
            end=end,
            # the publisher's own export writes 1,234
            value=tables.numbers(frame[names[measure]].str.replace(",", "")),
        )
    )
