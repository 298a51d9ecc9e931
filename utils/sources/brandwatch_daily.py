"""Daily counts of posts as Brandwatch exported them for Metzler and colleagues.

The published labels are one day early: deaths peak in them before they were in the news. The
authors suspected it. One day is added here; the corrected day is a European one.
"""

from __future__ import annotations

import pandas as pd

from utils.model import ReachSeries
from utils.sources import tables

EARLY = pd.Timedelta(days=1)
COLUMNS = ["date", "date_as_published", "partial_day"]


def tidy(raw: bytes, card: ReachSeries) -> pd.DataFrame:
    """Posts a day from the column named in ``card.data.select``.

    A day that was still going on when the counts were exported has no value and the status
    `M`. Raises `ValueError` when the file's corrected date is not one day after the published.
    """
    column = card.data.select["column"]
    frame = tables.read_csv(raw, [*COLUMNS, column])
    day = tables.days(frame["date_as_published"], "%Y-%m-%d") + EARLY
    wrong = day != tables.days(frame["date"], "%Y-%m-%d")
    if wrong.any():
        raise ValueError(f"Not one day late: {frame.loc[wrong, 'date'].iloc[0]}.")
    partial = tables.mapped(frame["partial_day"], {"0": "", "1": "partial"}, "partial_day")
    return tables.no_repeats(
        tables.tidy_frame(
            place=card.place,
            group_by="all",
            group="all",
            start=day,
            end=day,
            value=tables.numbers(frame[column]).mask(partial == "partial"),
        )
    )
