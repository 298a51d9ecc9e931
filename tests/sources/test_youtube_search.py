"""YouTube: searched week by week, then asked for views; a reading a day. Numbers are made up."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sources.made_up_replies import (
    PERSON,
    asked,
    question,
    reply,
    shown,
    youtube_page,
    youtube_views,
)
from utils.model.live import Reply, Request
from utils.sources import SourceError, youtube_search

ASKED = asked("youtube_search", back=24)  # on the 25th, so four weeks back to the first
USUAL = asked("youtube_search", back=2)  # on a Wednesday
EMPTY, VIEWS = youtube_page(), youtube_views()


def walked(*contents: object) -> tuple[list[Reply], Request | None]:
    """Replies given in turn to what is asked, and the question after them."""
    pages: list[Reply] = []
    request: Request | None = youtube_search.requests(ASKED)[0]
    for content in contents:
        assert request is not None
        pages.append(reply(content, request.url))
        request = youtube_search.following(pages, ASKED)
    return pages, request


def found(items: object) -> dict[str, object]:
    """A page of a search with these results."""
    return {"kind": "youtube#searchListResponse", "items": items}


def test_asks_for_the_newest_week_and_for_no_word_about_a_person() -> None:
    (request,) = youtube_search.requests(ASKED)
    assert request.url.startswith("https://server.example/search?")
    assert question(request) == {
        "part": "snippet",
        "type": "video",
        "order": "date",
        "q": "#mentalhealthweek",
        "maxResults": "50",
        "publishedAfter": "2026-11-19T00:00:00Z",
        "publishedBefore": "2026-11-26T00:00:00Z",
        "fields": "kind,nextPageToken,items(id/videoId,snippet/publishedAt)",
    }
    assert request.personal
    assert "key" not in question(request)


def test_goes_back_week_by_week_as_far_as_wanted_and_then_asks_for_views() -> None:
    _, second = walked(youtube_page(("a", 1), token="more"))
    assert question(second)["pageToken"] == "more"
    _, third = walked(youtube_page(("a", 1), token="more"), EMPTY)
    assert question(third)["publishedAfter"] == "2026-11-12T00:00:00Z"
    assert "pageToken" not in question(third)
    _, last = walked(EMPTY, EMPTY, EMPTY)
    assert question(last)["publishedAfter"] == "2026-11-01T00:00:00Z"
    assert question(last)["publishedBefore"] == "2026-11-05T00:00:00Z"
    _, views = walked(youtube_page(("a", 1), ("b", 2)), EMPTY, EMPTY, EMPTY)
    assert question(views) == {
        "part": "statistics",
        "id": "a,b",
        "fields": "kind,items(id,statistics/viewCount)",
    }
    assert walked(EMPTY, EMPTY, EMPTY, EMPTY)[1] is None


def test_views_are_asked_for_in_groups() -> None:
    many = youtube_page(*[(f"v{number}", 1) for number in range(70)])
    _, first = walked(many, EMPTY, EMPTY, EMPTY)
    _, second = walked(many, EMPTY, EMPTY, EMPTY, youtube_views())
    assert len(question(first)["id"].split(",")) == 50
    assert question(second)["id"].split(",") == [f"v{number}" for number in range(50, 70)]
    assert walked(many, EMPTY, EMPTY, EMPTY, youtube_views(), youtube_views())[1] is None


def test_counts_videos_by_day_and_reads_their_views() -> None:
    week = youtube_page(("a", 0), ("b", 1), ("b", 1), ("c", 1))
    pages, end = walked(
        week, youtube_page(("d", 9)), EMPTY, EMPTY, youtube_views(a="5", b="70", d="900")
    )
    assert end is None
    found = youtube_search.read(pages, ASKED)
    posts = shown(found.counts)
    assert [posts[back] for back in (0, 1, 2, 9)] == [(1, False), (2, True), (0, True), (1, True)]
    assert shown(found.counts, "views") == {0: (75, True)}  # those since Monday
    assert found.notes == ("Some videos do not show their views and are not in the total.",)


def test_a_week_that_was_cut_leaves_its_days_and_the_views_open() -> None:
    full = [youtube_page((f"v{number}", 0), token=f"t{number}") for number in range(10)]
    pages, request = walked(*full, EMPTY, EMPTY, youtube_page(("a", 22)))
    assert question(request)["part"] == "statistics"
    found = youtube_search.read([*pages, reply(youtube_views(v1="4"), "https://x/videos")], ASKED)
    assert {back for back, _ in shown(found.counts).items()} == set(range(7, 25))
    assert shown(found.counts, "views") == {}
    assert "more videos than the search shows" in found.notes[0]


def test_an_ordinary_day_takes_one_search() -> None:
    request = youtube_search.requests(USUAL)[0]
    assert question(request)["publishedAfter"] == "2026-11-23T00:00:00Z"
    assert youtube_search.following([reply(EMPTY, request.url)], USUAL) is None
    monday = asked("youtube_search", back=0)
    assert question(youtube_search.requests(monday)[0])["publishedAfter"] == "2026-11-23T00:00:00Z"


@pytest.mark.parametrize(
    ("search", "views", "words"),
    [
        (found(PERSON), VIEWS, "items is no list"),
        (found([{"snippet": {}}]), VIEWS, "lacks the field id"),
        (found([{"id": {}, "snippet": {}}]), VIEWS, "lacks the field videoId"),
        (found([{"id": {"videoId": PERSON}}]), VIEWS, "lacks the field snippet"),
        (found([{"id": {"videoId": PERSON}, "snippet": {}}]), VIEWS, "lacks the field publishedAt"),
        ({"items": []}, VIEWS, "lacks the field kind"),
        (VIEWS, VIEWS, "another kind of reply"),
        (youtube_page(("a", 1)), {}, "lacks the field kind"),
        (youtube_page(("a", 1)), EMPTY, "another kind of reply"),
        (youtube_page(("a", 1)), youtube_views(a="many"), "viewCount holds no count"),
        (youtube_page(("a", 1)), youtube_views(other="1"), "was not asked for"),
    ],
)
def test_what_is_off_is_named(search: Any, views: Any, words: str) -> None:
    asked_for = youtube_search.requests(ASKED)[0]
    pages = [reply(search, asked_for.url), reply(views, "https://server.example/videos?id=a")]
    with pytest.raises(SourceError, match=words) as error:
        youtube_search.read(pages, ASKED)
    assert PERSON not in str(error.value)


def test_the_key_may_be_used_up() -> None:
    assert "100 searches of the day" in youtube_search.refused(403)
