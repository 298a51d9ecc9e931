"""Days to months: what was found is added up, what is absent is not taken for zero."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.analysis import aggregate, select
from utils.store import snapshot


def test_january_branco_sums_by_month_as_published() -> None:
    posts = select.groups(snapshot.read("br-hashtag-posts"), ["#janeirobranco"])
    months = aggregate.monthly(posts).rows.set_index("start")["value"]
    # Counts of the scrape by year, all in January
    januaries = {year: months[pd.Timestamp(f"{year}-01-01")] for year in range(2017, 2022)}
    assert januaries == {2017: 91, 2018: 105, 2019: 88, 2020: 182, 2021: 270}
    assert months.sum() == posts.rows["value"].sum() == 782


def test_sums_cover_whole_months_and_say_that_nobody_published_them() -> None:
    posts = select.groups(snapshot.read("br-hashtag-posts"), ["#janeirobranco"])
    rows = aggregate.monthly(posts).rows
    assert (rows["start"].dt.day == 1).all()
    assert ((rows["end"] + pd.Timedelta(days=1)).dt.day == 1).all()
    assert set(rows["status"]) == {"E"}
    assert rows["low"].isna().all()


@pytest.mark.parametrize(
    ("series", "group", "dense"),
    [
        ("us-suicide-mentions", "all", True),
        ("wikipedia-en", "Suicide prevention", True),
        ("br-hashtag-posts", "#janeirobranco", False),
    ],
)
def test_only_series_with_a_figure_on_most_days_are_read_by_day(
    series: str, group: str, dense: bool
) -> None:
    assert aggregate.dense(select.groups(snapshot.read(series), [group])) is dense
