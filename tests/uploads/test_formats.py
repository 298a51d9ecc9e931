"""Every format that is known: recognised, read, and only what may leave leaves."""

from __future__ import annotations

import pytest

from tests.uploads import made_exports
from tests.uploads.made_exports import EVERY, POSTS
from tests.uploads.reader import counts, outcome, understood, values
from utils.model import COLUMNS
from utils.model.reach import LADDER
from utils.uploads.platforms import BY_ID, FORMATS
from utils.uploads.platforms.format import Format
from utils.uploads.platforms.metrics import METRICS
from utils.uploads.platforms.words import TRANSLATIONS, plain


def test_every_format_has_a_made_up_export() -> None:
    assert set(EVERY) == set(BY_ID) - {"own-posts", "own-days"}


@pytest.mark.parametrize("format", EVERY)
def test_an_export_is_recognised_and_counted_without_a_question(format: str) -> None:
    whole = outcome(EVERY[format])
    assert whole.understanding.format == format
    assert whole.understanding.questions == ()
    assert whole.reduced is not None
    rows = whole.reduced.rows
    assert tuple(rows.columns) == COLUMNS
    assert len(rows)
    assert set(rows["group_by"]) <= {"all", "hashtag"}
    assert {one.id for one in whole.reduced.series} == set(rows["series"])
    assert len({(one.platform, one.rung, one.unit) for one in whole.reduced.series}) == len(
        whole.reduced.series
    )


POSTED = "2024-10-10"
ROUNDED = {"12 x 1000": 12_000.0, "12 x 424": 5_100.0, "12 x 15,000": 180_000.0}


@pytest.mark.parametrize(
    ("format", "series", "expected"),
    [
        ("x-activity", "upload-x-impressions", {POSTED: ROUNDED["12 x 424"]}),
        ("x-activity", "upload-x-posts", {POSTED: 10.0}),
        ("x-activity-days", "upload-x-posts-by-day", {"2015-09-30": None}),
        ("x-content", "upload-x-impressions", {POSTED: ROUNDED["12 x 1000"]}),
        ("x-days", "upload-x-reposts-by-day", {POSTED: None, "2024-10-11": 20.0}),
        ("instagram", "upload-instagram-views", {"2026-09-15": ROUNDED["12 x 15,000"]}),
        ("instagram", "upload-instagram-likes", {"2026-09-15": 12_000.0}),
        ("facebook", "upload-facebook-reactions", {"2026-09-15": 100.0}),
        ("facebook-insights", "upload-facebook-reach", {"2015-10-13": 6_000.0}),
        ("tiktok", "upload-tiktok-views", {POSTED: 14_500.0}),
        ("youtube", "upload-youtube-views", {"2025-08-28": 14_500.0}),
        (
            "youtube-days",
            "upload-youtube-views-by-day",
            {"2025-08-28": 1_200.0, "2025-08-29": 2_200.0},
        ),
        (
            "linkedin-days",
            "upload-linkedin-reposts-by-day",
            {"2024-10-13": None, "2024-10-14": 10.0},
        ),
        ("linkedin-person", "upload-linkedin-impressions", {"2024-10-14": 11_000.0}),
        ("brandwatch-mentions", "upload-brandwatch-x-posts", {"2020-01-01": 10.0}),
        ("brandwatch-mentions", "upload-brandwatch-other-sources-posts", {"2020-01-01": 10.0}),
        (
            "brandwatch-volume",
            "upload-brandwatch-posts-by-day",
            {"2018-01-01": 0.0, "2018-01-02": 100.0},
        ),
        ("sprout-posts", "upload-sprout-instagram-impressions", {"2024-10-13": 15_000.0}),
        ("sprout-days", "upload-sprout-facebook-impressions-by-day", {"2024-10-13": 12_500.0}),
        ("meltwater", "upload-meltwater-x-potential-reach", {"2024-10-13": 1_440_000.0}),
        ("talkwalker", "upload-talkwalker-blogs-posts", {"2024-10-13": 10.0}),
        ("determ", "upload-determ-potential-reach", {POSTED: 6_000.0}),
        (
            "google-trends",
            "upload-google-trends-search-index",
            {"2018-01-28": 44.0, "2018-02-04": None, "2018-02-11": 100.0},
        ),
    ],
)
def test_figures_are_those_of_the_export_by_the_rule_for_small_counts(
    format: str, series: str, expected: dict[str, float | None]
) -> None:
    assert values(counts(EVERY[format]), series) == expected


def test_hashtags_of_text_and_of_a_column_of_hashtags_are_counted_once_each() -> None:
    found = counts(EVERY["brandwatch-mentions"])
    on_x = values(found, "upload-brandwatch-x-posts", "#mentalhealth")
    assert on_x == values(found, "upload-brandwatch-x-posts", "#BellLetsTalk")
    assert on_x == {"2020-01-01": 10.0}


def test_searches_keep_their_own_weeks() -> None:
    rows = counts(EVERY["google-trends"]).rows
    assert rows["start"].dt.day_name().unique().tolist() == ["Sunday"]
    assert set((rows["end"] - rows["start"]).dt.days) == {6}


@pytest.mark.parametrize(
    ("heading", "cells", "last"),
    [("Day", ["2024-02-28"], "2024-02-28"), ("Month", ["2024-02"], "2024-02-29"),
     ("Monat", ["2024-02"], "2024-02-29")],
)  # fmt: skip
def test_searches_by_day_and_month(heading: str, cells: list[str], last: str) -> None:
    head = f"Category: All categories\n\n{heading},a: (Canada),b: (Canada)\n"
    whole = counts((head + "".join(f"{cell},44,<1\n" for cell in cells)).encode())
    assert whole.rows["end"].dt.strftime("%Y-%m-%d").unique().tolist() == [last]
    assert whole.rows["group_by"].unique().tolist() == ["term"]
    assert whole.rows["group"].tolist() == ["a", "b"]
    assert whole.rows["status"].tolist() == ["A", "Q"]


def test_volumes_with_tabs_are_read_too() -> None:
    volume = counts(made_exports.VOLUME_TABS)
    assert values(volume, "upload-brandwatch-posts-by-day") == {
        "2018-01-01": None, "2018-01-02": 350.0, "2018-01-03": 50.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("export", "format", "tag"),
    [
        (made_exports.X_CONTENT_PORTUGUESE, "x-content", "#SetembroAmarelo"),
        (made_exports.TIKTOK_SPANISH, "tiktok", "#SaludMental"),
    ],
)
def test_translated_headings_are_recognised(export: bytes, format: str, tag: str) -> None:
    whole = counts(export)
    assert whole.format == format
    assert tag in set(whole.rows["group"])


def test_a_portuguese_export_shows_how_it_reads_numbers() -> None:
    understanding = understood(made_exports.X_CONTENT_PORTUGUESE)
    assert understanding.numbers.startswith("A comma begins the decimals")
    impressions = values(counts(made_exports.X_CONTENT_PORTUGUESE), "upload-x-impressions")
    assert impressions == {POSTED: 15_000.0}, "12 x 1,234; as decimals it would be 15"


def test_reach_views_and_engagements_are_never_one_series() -> None:
    rungs = {one.id: one.rung for one in counts(EVERY["instagram"]).series}
    assert rungs["upload-instagram-views"] == "measured views"
    assert rungs["upload-instagram-reach"] == "modelled reach"
    assert rungs["upload-instagram-likes"] == "interactions"
    assert rungs["upload-instagram-posts"] == LADDER[0]
    monitored = {one.id: one.rung for one in counts(EVERY["meltwater"]).series}
    assert monitored["upload-meltwater-x-potential-reach"] == "follower-sum ceiling"


def test_posts_of_a_day_and_what_a_day_brought_have_series_of_their_own() -> None:
    posted = {one.id for one in counts(EVERY["x-content"]).series}
    received = {one.id for one in counts(EVERY["x-days"]).series}
    assert not posted & received


@pytest.mark.parametrize("format", FORMATS, ids=lambda one: one.id)
def test_every_metric_is_known_and_headings_are_spelt_for_comparing(format: Format) -> None:
    assert not set(format.metrics) - set(METRICS)
    names = [name for spelt in format.metrics.values() for name in spelt]
    assert all(plain(name) == name for name in names)


def test_translations_are_spelt_for_comparing() -> None:
    assert all(plain(name) == name for names in TRANSLATIONS.values() for name in names)


def test_order_of_columns_does_not_matter() -> None:
    rows = [["Likes", "Reposts", "Bookmarks", "Date", "Impressions"], [40, 5, 10, "2024-10-10", 99]]
    turned = [list(reversed(row)) for row in rows]
    one, other = (counts(made_exports.csv(table)) for table in (rows, turned))
    assert values(one, "upload-x-likes-by-day") == values(other, "upload-x-likes-by-day")


def test_made_up_exports_hold_enough_posts_to_show() -> None:
    assert POSTS >= 10
