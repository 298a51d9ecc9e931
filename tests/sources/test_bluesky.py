"""Bluesky, by search: posts that name the hashtag, by day; a lower bound. Posts are made up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.made_up_replies import PERSON, asked, bluesky_post, question, reply, shown
from utils.sources import SourceError, bluesky_search
from utils.sources.bluesky_record import hashtags

ASKED = asked("bluesky_search")


def page(*posts: Any, cursor: str = "") -> Any:
    return reply({"posts": list(posts), "hitsTotal": 999, **({"cursor": cursor} if cursor else {})})


def test_asks_for_the_newest_since_the_oldest_wanted_day() -> None:
    (request,) = bluesky_search.requests(ASKED)
    assert request.url.startswith("https://server.example/xrpc/app.bsky.feed.searchPosts?")
    assert question(request) == {
        "q": "#mentalhealthweek",
        "sort": "latest",
        "since": "2026-11-19T00:00:00Z",
        "limit": "100",
    }
    assert request.personal


def test_pages_follow_by_cursor_but_not_in_a_circle() -> None:
    first, second = page(cursor="one"), page(cursor="two")
    assert question(bluesky_search.following([first], ASKED))["cursor"] == "one"
    assert bluesky_search.following([first, page()], ASKED) is None
    assert bluesky_search.following([first] * 30, ASKED) is None
    with pytest.raises(SourceError, match="circle"):
        bluesky_search.following([first, second, first], ASKED)


def test_every_day_is_whole_if_the_search_came_to_its_end() -> None:
    pages = [page(*[bluesky_post(n, 0) for n in range(2)], cursor="one"), page(bluesky_post(2, 4))]
    found = shown(bluesky_search.read(pages, ASKED).counts)
    assert found == {0: (2, False), 4: (1, True), **dict.fromkeys((1, 2, 3, 5, 6), (0, True))}


def test_days_that_were_not_reached_are_not_named() -> None:
    posts = bluesky_post(0, 0), bluesky_post(1, 1), bluesky_post(2, 2)
    pages = [page(*posts[:2], cursor="one"), page(posts[2], cursor="two"), page(cursor="three")]
    found = shown(bluesky_search.read(pages, ASKED).counts)
    assert found == {0: (1, False), 1: (1, True), 2: (1, False)}


def test_counts_each_post_once_and_only_with_the_hashtag() -> None:
    posts = [bluesky_post(0, 1), bluesky_post(0, 1), bluesky_post(1, 1, tag="other")]
    assert shown(bluesky_search.read([page(*posts)], ASKED).counts)[1] == (1, True)


@pytest.mark.parametrize(
    ("written", "back"),
    [("2026-11-22T00:00:00Z", 3), ("2031-01-01T00:00:00Z", 1), ("soon", 1), (None, 1)],
)
def test_a_post_counts_when_it_was_first_seen_or_written_if_earlier(
    written: Any, back: int
) -> None:
    post = bluesky_post(0, 1)
    post["record"]["createdAt"] = written
    assert shown(bluesky_search.read([page(post)], ASKED).counts)[back] == (1, True)


def test_a_search_needs_an_account() -> None:
    assert "only with an account" in bluesky_search.refused(403)
    assert bluesky_search.refused(400) == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"error": "AuthMissing", "message": PERSON}, "lacks the field posts"),
        ({"posts": PERSON}, "posts is no list"),
        *[
            (
                {"posts": [{k: v for k, v in bluesky_post(0, 1).items() if k != field}]},
                f"lacks the field {field}",
            )
            for field in ("uri", "record", "indexedAt")
        ],
        ({"posts": [{**bluesky_post(0, 1), "indexedAt": PERSON}]}, "indexedAt holds no time"),
    ],
)
def test_what_is_off_is_named(content: Any, words: str) -> None:
    with pytest.raises(SourceError, match=words) as error:
        bluesky_search.read([reply(content)], ASKED)
    assert PERSON not in str(error.value)


def test_hashtags_of_a_record_each_once_in_one_form() -> None:
    record = bluesky_post(0, 1)["record"]
    record["tags"] = ["mentalhealthweek", "#\uff2dentalHealth", 5, "", "1234"]
    assert hashtags(record) == {"mentalhealthweek", "mentalhealth"}


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {"facets": 5, "tags": {"a": 1}},
        {"facets": [None, {"features": [None, {"$type": "x", "tag": "y"}, {}]}]},
        {"facets": [{"features": [{"$type": "app.bsky.richtext.facet#tag", "tag": 7}]}]},
    ],
)
def test_a_record_of_another_kind_has_no_hashtag(record: Any) -> None:
    assert hashtags(record) == frozenset()
