"""Yearly suicides in Japan (National Police Agency): one row a year, one column a sex.

Counts and rates lie side by side, as `suicides_male` and `crude_rate_male_per_100k`.
"""

from __future__ import annotations

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

MEASURES = {"count": "suicides_{}", "rate": "crude_rate_{}_per_100k"}
SEXES = {"total": ("all", "all"), "female": ("sex", "Female"), "male": ("sex", "Male")}


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Deaths or crude rate by year and sex; ``select.measure`` is `count` or `rate`."""
    pattern = MEASURES[card.data.select["measure"]]
    columns = {pattern.format(sex): split for sex, split in SEXES.items()}
    frame = tables.read_csv(raw, ["year", *columns])
    long = frame.melt(["year"], list(columns), "column", "printed")
    start, end = tables.years(long["year"])
    return tables.no_repeats(
        tables.tidy_frame(
            place="JPN",
            group_by=long["column"].map({name: split[0] for name, split in columns.items()}),
            group=long["column"].map({name: split[1] for name, split in columns.items()}),
            start=start,
            end=end,
            value=tables.numbers(long["printed"]),
        )
    )
