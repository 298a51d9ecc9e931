"""X: buckets of the platform; whole are those from midnight to midnight. Numbers are made up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.made_up_replies import asked, question, reply, shown, x_bucket, x_page
from utils.sources import SourceError, x_counts

ASKED = asked("x_counts")


def test_asks_by_day_since_the_oldest_wanted_one() -> None:
    (request,) = x_counts.requests(ASKED)
    assert request.url.startswith("https://server.example/2/tweets/counts/recent?")
    assert question(request) == {
        "query": "#mentalhealthweek",
        "granularity": "day",
        "start_time": "2026-11-19T00:00:00Z",
    }
    (whole,) = x_counts.requests(asked("x_counts", archive="all"))
    assert "/2/tweets/counts/all?" in whole.url
    with pytest.raises(SourceError, match="archive 'old'"):
        x_counts.requests(asked("x_counts", archive="old"))


def test_pages_follow_by_token_but_none_is_paid_for_twice() -> None:
    pages = [reply(x_page([], "one")), reply(x_page([], "two"))]
    assert question(x_counts.following(pages, ASKED))["next_token"] == "two"
    assert x_counts.following([*pages, reply(x_page([]))], ASKED) is None
    with pytest.raises(SourceError, match="circle"):
        x_counts.following([*pages, pages[0]], ASKED)


def test_a_cut_bucket_is_part_of_its_day() -> None:
    buckets = [
        x_bucket(3, 4, start="09:30"),
        x_bucket(2, 0),
        x_bucket(1, 7),
        x_bucket(0, 2, end="09:29"),
    ]
    pages = [reply(x_page(buckets[2:], "one")), reply(x_page(buckets[:2]))]
    found = x_counts.read(pages, ASKED)
    assert shown(found.counts) == {3: (4, False), 2: (0, True), 1: (7, True), 0: (2, False)}
    assert found.server == "server.example"


def test_the_same_bucket_twice_counts_once() -> None:
    page = reply(x_page([x_bucket(1, 7)]))
    assert shown(x_counts.read([page, page], ASKED).counts) == {1: (7, True)}


def test_the_key_may_not_be_enough() -> None:
    assert "does not accept the key" in x_counts.refused(403)
    assert x_counts.refused(404) == ""


def without(field: str) -> Any:
    return {"data": [{k: v for k, v in x_bucket(1, 2).items() if k != field}], "meta": {}}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            {"errors": [{"code": 88, "message": "Rate limit exceeded"}]},
            "lacks the field data, meta",
        ),
        ({"data": [], "meta": {}}, "lacks the field total_tweet_count"),
        ({"data": [], "meta": {"total_tweet_count": 1}}, "do not add up"),
        ({"data": {}, "meta": {}}, "data is no list"),
        *[
            (without(field), f"lacks the field {field}")
            for field in ("start", "end", "tweet_count")
        ],
        (x_page([{**x_bucket(1, 2), "start": "soon"}]), "start holds no time"),
        (
            x_page([{**x_bucket(1, 2), "end": f"{x_bucket(0, 1)['start'][:11]}01:00:00Z"}]),
            "no part",
        ),
        (x_page([x_bucket(1, 2), x_bucket(1, 3)]), "a day|A day comes twice"),
        (
            {"data": [{**x_bucket(1, 2), "tweet_count": 2.5}], "meta": {}},
            "tweet_count holds no count",
        ),
    ],
)
def test_what_is_off_is_named(content: Any, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        x_counts.read([reply(content)], ASKED)
