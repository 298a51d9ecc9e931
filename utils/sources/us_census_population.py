"""State population estimates of the US Census Bureau: one row a state and year, on 1 July.

The file repeats the country in four regions and nine divisions, which stand beside the states.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables, us_states

# Sums of states that are not places of their own here.
REGIONS = [
    "Northeast Region",
    "Midwest Region",
    "South Region",
    "West Region",
    "New England",
    "Middle Atlantic",
    "East North Central",
    "West North Central",
    "South Atlantic",
    "East South Central",
    "West South Central",
    "Mountain",
    "Pacific",
]


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Residents on 1 July of each year, in people, as estimates (status `E`).

    Raises `ValueError` for a name that is neither a state nor a region left out here.
    """
    frame = tables.read_csv(raw, ["name", "year", "population"])
    frame = frame[~frame["name"].isin(REGIONS)].reset_index(drop=True)
    day = tables.days(frame["year"] + "-07-01", "%Y-%m-%d")
    rows = tables.tidy_frame(
        place=us_states.codes(frame["name"]),
        group_by="all",
        group="all",
        start=day,
        end=day,
        value=tables.numbers(frame["population"]),
        status="E",
    )
    return tables.no_repeats(rows)
