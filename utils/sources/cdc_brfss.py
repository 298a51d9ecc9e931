"""BRFSS by state and year, added up from the survey's public records: one column a measure.

The table says in every row by which method the year was surveyed, holds no national row
and no intervals, and simply lacks the states that could not be published in a year.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables, us_states

LANDLINE = "landline only (2005-2010)"
RAKED = "landline + cell, raking weights (2011 on)"
FIRST_RAKED = 2011


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """The weighted share or mean of adults by state and calendar year, without intervals.

    ``card.data.select`` gives the `column` to pick. Raises `ValueError` for an unknown
    state and for a year under the wrong method, since the break of 2011 hangs on it.
    """
    column = card.data.select["column"]
    frame = tables.read_csv(raw, ["year", "state", "method_era", column])
    raked = tables.numbers(frame["year"]) >= FIRST_RAKED
    expected = pd.Series(LANDLINE, index=frame.index).mask(raked, RAKED)
    wrong = frame[frame["method_era"] != expected]
    if not wrong.empty:
        first = wrong.iloc[0]
        raise ValueError(
            f"The year {first['year']} stands under the method '{first['method_era']}'."
        )
    start, end = tables.years(frame["year"])
    rows = tables.tidy_frame(
        place=us_states.codes(frame["state"]),
        group_by="all",
        group="all",
        start=start,
        end=end,
        value=tables.numbers(frame[column]),
    )
    return tables.no_repeats(rows)
