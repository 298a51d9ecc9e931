"""Weekly page views of Wikipedia articles: one row a language, article and week.

A week is named by the Sunday on which it ends; the first begins on 1 January 2019 and has six
days. A zero may be no view or no such page: the file doesn't tell, so it is a gap.
"""

from __future__ import annotations

import pandas as pd

from utils.model import ReachSeries
from utils.sources import tables

FIRST_DAY = pd.Timestamp("2019-01-01")
WEEK = pd.Timedelta(days=6)
SUNDAY = 6


def tidy(raw: bytes, card: ReachSeries) -> pd.DataFrame:
    """Views by article and week of the `project` named in ``card.data.select``.

    Raises `ValueError` for a week that doesn't end on a Sunday.
    """
    frame = tables.read_csv(raw, ["week_ending_sunday", "project", "article_en_title", "views"])
    frame = frame[frame["project"] == card.data.select["project"]].reset_index(drop=True)
    end = tables.days(frame["week_ending_sunday"], "%Y-%m-%d")
    if (end.dt.day_of_week != SUNDAY).any():
        raise ValueError("A week ends on another day than Sunday.")
    start = end - WEEK
    views = tables.numbers(frame["views"])
    return tables.no_repeats(
        tables.tidy_frame(
            place=card.place,
            group_by="article",
            group=frame["article_en_title"].str.replace("_", " "),
            start=start.mask(start < FIRST_DAY, FIRST_DAY).astype("datetime64[s]"),
            end=end,
            value=views.mask(views == 0),
        )
    )
