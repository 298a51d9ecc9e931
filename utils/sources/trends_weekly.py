"""Search interest by week from one download of Google Trends: a scale from 0 to 100 of its own.

Another download is scaled anew, so two may never be joined: one card, one release.
"""

from __future__ import annotations

import pandas as pd

from utils.model import ReachSeries
from utils.sources import tables

WEEK = pd.Timedelta(days=6)
TOP = 100
GEOGRAPHIES = {"US": "USA"}


def tidy(raw: bytes, card: ReachSeries) -> pd.DataFrame:
    """The index by term and week, Sunday to Saturday.

    Raises `ValueError` for several releases, another place than the card's, a value outside
    0 to 100, or a download whose highest week is not 100: then it isn't whole.
    """
    if len(card.data.releases) != 1:
        raise ValueError("Two downloads have two scales. Keep one.")
    frame = tables.read_csv(raw, ["week_start", "term", "geo", "interest_0_100"])
    place = tables.mapped(frame["geo"], GEOGRAPHIES, "geo")
    if set(place) != {card.place}:
        raise ValueError(f"The file is about {sorted(set(place))}, the card about {card.place}.")
    value = tables.numbers(frame["interest_0_100"])
    if value.min() < 0 or value.max() != TOP:
        raise ValueError(f"The index runs from {value.min():g} to {value.max():g}.")
    start = tables.days(frame["week_start"], "%Y-%m-%d")
    return tables.no_repeats(
        tables.tidy_frame(
            place=place,
            group_by="term",
            group=frame["term"],
            start=start,
            end=start + WEEK,
            value=value,
        )
    )
