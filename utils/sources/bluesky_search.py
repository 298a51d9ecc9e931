"""Bluesky, search for posts: those with a hashtag, counted by day. A lower bound.

Search answers only with an account, may not show everything, and its own total is a guess that
is not read. The staff ask not to collect in bulk this way, so a visit reads few pages.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from utils.model.collecting import Asked
from utils.model.counts import Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily
from utils.sources import replies as live_replies
from utils.sources.bluesky_record import hashtags

PATH = "xrpc/app.bsky.feed.searchPosts"
MOST_PAGES = 30
"""Pages of one visit, 100 posts each."""
NO_ACCOUNT = "Bluesky answers a search only with an account: check its name and app password."


def requests(asked: Asked) -> tuple[Request, ...]:
    """The newest page of the posts since the oldest wanted day."""
    return (_page(asked),)


def _page(asked: Asked, cursor: str = "") -> Request:
    question = {
        "q": f"#{asked.tag}",
        "sort": "latest",
        "since": f"{asked.since:%Y-%m-%d}T00:00:00Z",
        "limit": "100",
    }
    if cursor:
        question["cursor"] = cursor
    return Request(live_replies.address(asked.base, PATH, question), personal=True)


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """The next page, until there is none; raises `SourceError` when a page is repeated."""
    cursor = _cursor(pages[-1])
    if not cursor or len(pages) >= MOST_PAGES:
        return None
    if cursor in [_cursor(page) for page in pages[:-1]]:
        raise SourceError("The pages go in a circle.")
    return _page(asked, cursor)


def refused(status: int) -> str:
    """What a refusal means, in words for the operator; empty if nothing special."""
    return NO_ACCOUNT if status in (401, 403) else ""


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Posts by day. Whole are the days that the pages passed, all if there was no further page.

    A post counts on the day it is sorted under: when it says it was written, or when it was
    first seen if that is earlier. One whose record does not name the hashtag is not counted.
    """
    found = {str(post["uri"]): post for reply in replies for post in _posts(reply)}
    times = {uri: _time(post) for uri, post in found.items()}
    tagged = [uri for uri, post in found.items() if asked.tag in hashtags(post["record"])]
    cut = bool(_cursor(replies[-1]))
    first = max(asked.since, _reached(replies, asked) + daily.DAY) if cut else asked.since
    seen = [times[uri].date() for uri in tagged]
    over = daily.today(replies, asked)
    return Counted(asked.server, daily.counts(asked, "posts", seen, first, over))


def _reached(replies: Sequence[Reply], asked: Asked) -> dt.date:
    """The newest day of the last page that has posts: the days after it were passed."""
    pages = [posts for reply in replies if (posts := _posts(reply))]
    return max(_time(post).date() for post in pages[-1]) if pages else asked.today


def _posts(reply: Reply) -> list[Mapping[str, Any]]:
    posts = daily.listed(daily.page(reply, "posts")["posts"], "field posts")
    return [daily.record(post, "post", "uri", "record", "indexedAt") for post in posts]


def _time(post: Mapping[str, Any]) -> dt.datetime:
    """When it was first seen, or written if that is earlier; the author's clock may be wrong."""
    first_seen = daily.moment(post["indexedAt"], "indexedAt")
    try:
        return min(first_seen, daily.moment(post["record"]["createdAt"], "createdAt"))
    except (KeyError, TypeError, ValueError):
        return first_seen


def _cursor(reply: Reply) -> str:
    cursor = daily.page(reply).get("cursor")
    return cursor if isinstance(cursor, str) else ""
