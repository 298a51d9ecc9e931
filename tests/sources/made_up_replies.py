"""Replies as the platforms print them, made up; every name of a person in them is a canary."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

from utils.model.collecting import Asked, Collect
from utils.model.live import Reply, Request

TAG = "mentalhealthweek"
NOW = dt.datetime(2026, 11, 25, 9, 30, tzinfo=dt.UTC)
TODAY = NOW.date()
PERSON = "canary-person"
"""Stands wherever a reply could name a person: account, id, text, address of a post."""
METRICS = {
    "mastodon_tag": ("posts", "accounts"),
    "youtube_search": ("posts", "views"),
    "gdelt_share": ("news share",),
    "wikimedia_article": ("views",),
}
ASKS: dict[str, dict[str, Any]] = {
    "gdelt_share": {"phrases": {TAG: '"mental health week"'}},
    "wikimedia_article": {"project": "en.wikipedia", "articles": {TAG: "Made up"}},
}


def collect(shape: str, base: str, **ask: Any) -> Collect:
    """What a card says about a source of this shape."""
    return Collect(
        shape=shape,
        base=base,
        metrics=METRICS.get(shape, ("posts",)),  # type: ignore[arg-type]
        look_back=6,
        limits="",
        terms="",
        terms_url="",
        looked_at=TODAY,
        cost="",
        ask={**ASKS.get(shape, {}), **ask},
    )


def asked(
    shape: str,
    base: str = "https://server.example",
    back: int = 6,
    now: dt.datetime = NOW,
    **ask: Any,
) -> Asked:
    """A question about the hashtag, back to so many days before today."""
    server = urlsplit(base).hostname or ""
    since = now.date() - dt.timedelta(days=back)
    return Asked(shape, collect(shape, base, **ask), server, TAG, now, since)


def day(back: int) -> dt.date:
    """So many days before today."""
    return TODAY - dt.timedelta(days=back)


def reply(content: object, url: str = "https://server.example/x", **headers: str) -> Reply:
    """A reply with this JSON, or these bytes."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Reply(Request(url), body, headers)


def question(request: Request | None) -> dict[str, str]:
    """What an address asks, by name."""
    assert request is not None
    return {name: found[0] for name, found in parse_qs(urlsplit(request.url).query).items()}


def shown(counts: Any, metric: str = "posts") -> dict[int, tuple[float | None, bool]]:
    """Value and wholeness by days before today."""
    return {
        (TODAY - one.day).days: (one.value, one.whole) for one in counts if one.metric == metric
    }


def mastodon_history(days: int = 7, **change: Any) -> dict[str, Any]:
    """A hashtag with its history, today first: 10 posts today, 11 yesterday, …"""
    midnight = dt.datetime.combine(TODAY, dt.time(), dt.UTC)
    history = [
        {
            "day": str(int((midnight - dt.timedelta(days=back)).timestamp())),
            "uses": str(10 + back),
            "accounts": str(3 + back),
        }
        for back in range(days)
    ]
    return {
        "id": "802",
        "name": "MentalHealthWeek",
        "url": "https://server.example/tags/MentalHealthWeek",
        "history": history,
        **change,
    }


def mastodon_post(number: int, back: int, hour: int = 8) -> dict[str, Any]:
    """A post of so many days ago."""
    return {
        "id": f"{PERSON}-{number}",
        "created_at": f"{day(back)}T{hour:02}:00:00.000Z",
        "content": f"<p>{PERSON}</p>",
        "account": {"acct": PERSON, "url": f"https://server.example/@{PERSON}"},
        "tags": [{"name": TAG}],
    }


def bluesky_post(number: int, back: int, tag: str = "MentalHealthWeek") -> dict[str, Any]:
    """A post of so many days ago, as the search shows it."""
    when = f"{day(back)}T08:00:00.000Z"
    feature = {"$type": "app.bsky.richtext.facet#tag", "tag": tag}
    return {
        "uri": f"at://did:plc:{PERSON}/app.bsky.feed.post/{number}",
        "cid": "c",
        "author": {"did": f"did:plc:{PERSON}", "handle": f"{PERSON}.example"},
        "record": {
            "$type": "app.bsky.feed.post",
            "createdAt": when,
            "text": PERSON,
            "facets": [{"features": [feature], "index": {"byteStart": 0, "byteEnd": 4}}],
        },
        "indexedAt": when,
        "likeCount": 3,
    }


def x_bucket(back: int, count: int, start: str = "00:00", end: str = "") -> dict[str, Any]:
    """A bucket of one day; ``start`` and ``end`` cut it."""
    last = f"{day(back)}T{end}:00.000Z" if end else f"{day(back - 1)}T00:00:00.000Z"
    return {"end": last, "start": f"{day(back)}T{start}:00.000Z", "tweet_count": count}


def x_page(buckets: list[dict[str, Any]], token: str = "") -> dict[str, Any]:
    """A page of buckets with its total."""
    total = sum(one["tweet_count"] for one in buckets)
    meta = {"total_tweet_count": total, **({"next_token": token} if token else {})}
    return {"data": buckets, "meta": meta}


def youtube_page(*videos: tuple[str, int], token: str = "") -> dict[str, Any]:
    """A page of a search: videos by id and days before today."""
    items = [
        {"id": {"videoId": id}, "snippet": {"publishedAt": f"{day(back)}T12:00:00Z"}}
        for id, back in videos
    ]
    more = {"nextPageToken": token} if token else {}
    return {"kind": "youtube#searchListResponse", "items": items, **more}


def youtube_views(**views: str | None) -> dict[str, Any]:
    """The statistics of videos; a hidden number is absent."""
    return {
        "kind": "youtube#videoListResponse",
        "items": [
            {"id": id, "statistics": {"viewCount": told} if told is not None else {}}
            for id, told in views.items()
        ],
    }


def gdelt(days: int = 5) -> dict[str, Any]:
    """A timeline of shares up to today: 0.0 percent today, 0.1 yesterday, …"""
    data = [{"date": f"{day(back):%Y%m%d}T000000Z", "value": back / 10} for back in range(days)]
    details = {"title": "made up", "date_resolution": "day"}
    return {"query_details": details, "timeline": [{"series": "x", "data": data}]}


def wikimedia(*backs: int) -> dict[str, Any]:
    """Views of an article on these days before today: 100 and as many as days."""
    return {
        "items": [
            {
                "project": "en.wikipedia",
                "article": "Made_up",
                "granularity": "daily",
                "timestamp": f"{day(back):%Y%m%d}00",
                "access": "all-access",
                "agent": "user",
                "views": 100 + back,
            }
            for back in sorted(backs, reverse=True)
        ]
    }
