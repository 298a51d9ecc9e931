"""What posts about suicide were about: daily samples sorted into categories by a classifier.

At most about 10,000 posts a day were sampled, so only the shares mean anything. A category
without a post has no row on that day.
"""

from __future__ import annotations

import pandas as pd

from utils.model import ReachSeries
from utils.sources import tables

CATEGORIES = {
    "awareness": "Awareness",
    "coping": "Coping",
    "prevention": "Prevention",
    "suicidal_ideation_attempts": "Suicidal thoughts and attempts",
    "suicide_case_reports": "Reports of a death",
    "other_or_off_topic": "Other or off topic",
}
SMALLEST_DAY = 500
"""Days with fewer sampled posts are what a change of the clock left over: 69 posts on
26 March 2017, at least 975 on every other day."""
ROUNDING = 1e-4
COLUMNS = ["date", "category", "sample_posts", "sample_total_day", "share_of_sample_pct"]


def tidy(raw: bytes, card: ReachSeries) -> pd.DataFrame:
    """Percent of the day's sample in each category, six rows for each day that is there.

    A category without a row is missing (`M`) and never zero; so is a whole day with too small
    a sample. Raises `ValueError` for an unknown category or a share that its counts deny.
    """
    frame = tables.read_csv(raw, COLUMNS)
    frame["group"] = tables.mapped(frame["category"], CATEGORIES, "category")
    posts, total, share = (tables.numbers(frame[name]) for name in COLUMNS[2:])
    off = (100 * posts / total - share).abs() > ROUNDING
    if off.any():
        raise ValueError(f"A share is not that of its counts: {frame[off].iloc[0].tolist()}.")
    frame["share"] = share.mask(total < SMALLEST_DAY)
    if frame.duplicated(["date", "group"]).any():
        raise ValueError("A category stands twice on one day.")
    days, labels = frame["date"].unique(), CATEGORIES.values()
    grid = pd.MultiIndex.from_product([days, labels], names=["date", "group"])
    whole = frame.set_index(["date", "group"])["share"].reindex(grid).reset_index()
    day = tables.days(whole["date"], "%Y-%m-%d")
    return tables.no_repeats(
        tables.tidy_frame(
            place=card.place,
            group_by="category",
            group=whole["group"],
            start=day,
            end=day,
            value=whole["share"],
        )
    )
