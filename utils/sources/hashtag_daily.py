"""Posts with a hashtag by day, counted from a scrape: one row a hashtag and day.

A day without a post has no row. It stays absent, because nobody knows whether the scrape was
complete: no row is not the same as no post.
"""

from __future__ import annotations

import pandas as pd

from utils.model import ReachSeries
from utils.sources import tables


def tidy(raw: bytes, card: ReachSeries) -> pd.DataFrame:
    """One measure by hashtag and day from the column named in ``card.data.select``.

    Raises `ValueError` for a hashtag that the card doesn't list, or lists without a row.
    """
    column = card.data.select["column"]
    frame = tables.read_csv(raw, ["date", "hashtag", column])
    apart = sorted(set(frame["hashtag"]) ^ set(card.hashtags))
    if apart:
        raise ValueError(f"On the card or in the file, but not in both: {', '.join(apart)}.")
    day = tables.days(frame["date"], "%Y-%m-%d")
    value = tables.numbers(frame[column])
    if value.isna().any():
        raise ValueError(f"A day stands there without its {column}.")
    return tables.no_repeats(
        tables.tidy_frame(
            place=card.place,
            group_by="hashtag",
            group=frame["hashtag"],
            start=day,
            end=day,
            value=value,
        )
    )
