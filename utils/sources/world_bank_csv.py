"""World Bank indicator rows typed over as CSV: one row a country and year.

Several files may cover the same years of the same country; they must agree.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Values by country and year; ``select.value`` names the column that holds them.

    Modelled indicators get the status `E`. Raises `ValueError` for a code that is not
    three letters, because the World Bank's own groups of countries are no places here.
    """
    column = card.data.select["value"]
    frame = tables.read_csv(raw, ["iso3", "year", column])
    strange = frame.loc[~frame["iso3"].str.fullmatch("[A-Z]{3}"), "iso3"]
    if not strange.empty:
        raise ValueError(f"Not a country code: {sorted(strange.unique())}.")
    start, end = tables.years(frame["year"])
    return tables.no_repeats(
        tables.tidy_frame(
            place=frame["iso3"],
            group_by="all",
            group="all",
            start=start,
            end=end,
            value=tables.numbers(frame[column]),
            status="E" if card.method == "modelled" else "A",
        )
    )
