"""X, counts of posts: how many contain a hashtag, by day, in exact buckets of the platform.

A bucket need not be a whole day: the first and last one can be cut. Since 4 May 2026 the counts
come from another index and leave reposts out; older readings are not to be joined with them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from utils.model.collecting import Asked
from utils.model.counts import Count, Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily
from utils.sources import replies as live_replies

ARCHIVES = ("recent", "all")
"""Seven days, or since March 2006 at twice the price."""
NOT_ALLOWED = "X does not accept the key for counts: check the key and its credits."


def requests(asked: Asked) -> tuple[Request, ...]:
    """The first page. ``ask.archive`` is `recent` or `all`."""
    return (_page(asked),)


def _page(asked: Asked, token: str = "") -> Request:
    archive = str(asked.collect.ask.get("archive", "recent"))
    if archive not in ARCHIVES:
        raise SourceError(f"The card asks for the archive '{archive}', not recent or all.")
    question = {
        "query": f"#{asked.tag}",
        "granularity": "day",
        "start_time": f"{asked.since:%Y-%m-%d}T00:00:00Z",
    }
    if token:
        question["next_token"] = token
    path = f"2/tweets/counts/{archive}"
    return Request(live_replies.address(asked.base, path, question), personal=True)


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """The next page, 31 days each, as long as the reply names one.

    Raises `SourceError` when a page is repeated: each costs money.
    """
    tokens = [_token(page) for page in pages]
    if not tokens[-1]:
        return None
    if tokens[-1] in tokens[:-1]:
        raise SourceError("The pages go in a circle.")
    return _page(asked, tokens[-1])


def refused(status: int) -> str:
    """What a refusal means, in words for the operator; empty if nothing special."""
    return NOT_ALLOWED if status in (401, 402, 403) else ""


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Posts by day: whole if the bucket is a day from midnight to midnight UTC that is over.

    Raises `SourceError` if a page's buckets do not add up to its total, or a day comes twice.
    """
    over = daily.today(replies, asked)
    found: dict[dt.date, Count] = {}
    for reply in replies:
        for one in _buckets(reply, asked, over):
            if found.setdefault(one.day, one) != one:
                raise SourceError("A day comes twice with different counts.")
    return Counted(asked.server, tuple(found[day] for day in sorted(found)))


def _buckets(reply: Reply, asked: Asked, over: dt.date) -> list[Count]:
    content = daily.page(reply, "data", "meta")
    buckets = [_bucket(item, asked, over) for item in daily.listed(content["data"], "field data")]
    meta = daily.record(content["meta"], "field meta", "total_tweet_count")
    total = daily.number(meta["total_tweet_count"], "total_tweet_count")
    if total != sum(one.value or 0 for one in buckets):
        raise SourceError("The counts of a page do not add up to its total.")
    return buckets


def _bucket(item: object, asked: Asked, over: dt.date) -> Count:
    bucket = daily.record(item, "bucket", "start", "end", "tweet_count")
    start, end = (daily.moment(bucket[field], field) for field in ("start", "end"))
    day = start.date()
    if not start < end <= _midnight(day) + daily.DAY:
        raise SourceError("A bucket is no part of one day.")
    whole = start == _midnight(day) and end == start + daily.DAY and day < over
    value = daily.number(bucket["tweet_count"], "tweet_count")
    return Count(asked.tag, "posts", day, float(value), whole)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), dt.UTC)


def _token(reply: Reply) -> str:
    meta = daily.record(daily.page(reply, "meta")["meta"], "field meta")
    token = meta.get("next_token")
    return token if isinstance(token, str) else ""
