"""Exports that overlap: recognised, replaced, never added."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.uploads import made_exports
from tests.uploads.made_exports import csv
from tests.uploads.reader import counts, values
from utils.uploads.errors import UploadError
from utils.uploads.merging import combine
from utils.uploads.outcome import Reduced

HEADINGS = ["Date", "Post text", "Impressions", "Likes"]


def export(days: dict[int, int], tag: str = "#made_up", period: str = "day") -> Reduced:
    """Some posts on some days of January 2024."""
    rows = [[f"2024-01-{day:02}", tag, 100, 2] for day, n in days.items() for _ in range(n)]
    return counts(csv([HEADINGS, *rows]), {"period": period})


def test_the_same_file_twice_changes_nothing() -> None:
    one = export({1: 20, 2: 5, 3: 40})
    twice = combine(one, one)
    assert values(twice.reduced, "upload-x-posts") == {
        "2024-01-01": 20.0, "2024-01-02": None, "2024-01-03": 40.0,
    }  # fmt: skip
    assert (twice.added, twice.kept, twice.changed) == (0, 0, 0)
    assert twice.same == 3 * len(one.series)
    assert twice.reduced.rows.drop_duplicates().shape == one.rows.shape


def test_days_of_both_files_are_replaced_and_the_others_kept() -> None:
    both = combine(export({1: 20, 2: 30}), export({2: 50, 3: 40}))
    assert values(both.reduced, "upload-x-posts") == {
        "2024-01-01": 20.0, "2024-01-02": 50.0, "2024-01-03": 40.0,
    }  # fmt: skip
    series = len(both.reduced.series)
    assert (both.added, both.kept, both.same, both.changed) == (series, series, 0, series)
    assert both.lower == ()


def test_days_that_lost_posts_are_named() -> None:
    assert combine(export({1: 20, 2: 30}), export({2: 10, 3: 40})).lower == ("2024-01-02",)


def test_a_hashtag_that_the_newer_file_no_longer_has_goes_with_its_day() -> None:
    both = combine(export({1: 20, 2: 30}, "#old"), export({2: 30}, "#new"))
    assert values(both.reduced, "upload-x-posts", "#old") == {"2024-01-01": 20.0}
    assert values(both.reduced, "upload-x-posts", "#new") == {"2024-01-02": 30.0}
    assert both.changed == len(both.reduced.series)


def test_other_platforms_and_kinds_of_export_stand_beside_each_other() -> None:
    both = combine(counts(made_exports.X_CONTENT), counts(made_exports.TIKTOK))
    assert both.changed == both.same == 0
    ids = [one.id for one in both.reduced.series]
    assert len(ids) == len(set(ids))
    assert {"upload-x-posts", "upload-tiktok-posts"} <= set(ids)


def test_periods_of_different_length_are_refused() -> None:
    with pytest.raises(UploadError) as caught:
        combine(export({1: 20}), export({1: 20}, period="month"))
    assert caught.value.code == "period"


def test_two_downloads_of_a_search_index_are_refused() -> None:
    trends = counts(made_exports.TRENDS)
    with pytest.raises(UploadError) as caught:
        combine(trends, trends)
    assert caught.value.code == "index"


DAYS = st.dictionaries(st.integers(1, 9), st.integers(1, 30), min_size=1, max_size=6)


@settings(max_examples=40, deadline=None)
@given(DAYS, DAYS)
def test_no_day_is_counted_twice_and_none_is_lost(old: dict[int, int], new: dict[int, int]) -> None:
    both = combine(export(old), export(new)).reduced
    shown = values(both, "upload-x-posts")
    assert sorted(shown) == [f"2024-01-{day:02}" for day in sorted({**old, **new})]
    alone = {**values(export(old), "upload-x-posts"), **values(export(new), "upload-x-posts")}
    assert shown == alone
    keys = both.rows[["series", "place", "group_by", "group", "start", "end"]]
    assert not keys.duplicated().any()
