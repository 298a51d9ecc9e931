"""Mastodon, timeline of a hashtag: the posts one server knows, counted by day.

Read from the newest backwards, as far as the `Link` header leads. Of a post only its time is
looked at, and its id for as long as the reading lasts, so that none is counted twice.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote, urlsplit

from utils.model.collecting import Asked
from utils.model.counts import Counted
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily
from utils.sources.mastodon_tag import refused as refused

MOST_PAGES = 100
"""Pages of one visit, 40 posts each; what lies further back is left to the next visit."""
LINK = re.compile(r"<([^<>\s]*)>([^<]*)")
SCOPES = {"all": "", "local": "&local=true", "remote": "&remote=true"}


def requests(asked: Asked) -> tuple[Request, ...]:
    """The newest page. ``ask.scope`` is `all`, `local` (its own members) or `remote`."""
    scope = SCOPES[str(asked.collect.ask.get("scope", "all"))]
    path = f"/api/v1/timelines/tag/{quote(asked.tag, safe='')}?limit=40{scope}"
    return (Request(asked.base + path, personal=True),)


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """The page that the server links to, until a day before the oldest wanted one is reached.

    Raises `SourceError` for a link that leads to another server.
    """
    link = _next(pages[-1])
    posts = _posts(pages[-1])
    reached = bool(posts) and _newest(posts) < asked.since
    if not link or not posts or reached or len(pages) >= MOST_PAGES:
        return None
    if urlsplit(link)[:2] != urlsplit(asked.base)[:2]:
        raise SourceError("The next page is said to lie on another server.")
    return Request(link, personal=True)


def absent(status: int, asked: Asked) -> Counted | None:
    """A server that does not know the hashtag has no post with it: 404 is zeros, not a failure."""
    return _counted(asked, [], asked.since, asked.today) if status == 404 else None


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Posts by day: whole are the days after the one that paging came to, and before today.

    All of them from ``asked.since`` on, if the server says that nothing is older.
    """
    posts = {str(post["id"]): _time(post) for reply in replies for post in _posts(reply)}
    last = _posts(replies[-1])
    ended = not last or not _next(replies[-1])
    first = asked.since if ended else max(asked.since, _newest(last) + daily.DAY)
    return _counted(asked, list(posts.values()), first, daily.today(replies, asked))


def _counted(asked: Asked, times: Sequence[dt.datetime], first: dt.date, over: dt.date) -> Counted:
    seen = [time.date() for time in times]
    return Counted(asked.server, daily.counts(asked, "posts", seen, first, over))


def _posts(reply: Reply) -> list[Mapping[str, Any]]:
    posts = daily.listed(daily.parsed(reply), "reply")
    return [daily.record(post, "post", "id", "created_at") for post in posts]


def _newest(posts: Sequence[Mapping[str, Any]]) -> dt.date:
    """The newest day of a page: all of the days after it lie on the pages before.

    Not the last one's day, because another server's post may come with a wrong date.
    """
    return max(_time(post).date() for post in posts)


def _time(post: Mapping[str, Any]) -> dt.datetime:
    return daily.moment(post["created_at"], "created_at")


def _next(reply: Reply) -> str:
    for address, rest in LINK.findall(reply.headers.get("link", "")):
        if re.search(r';\s*rel="?next"?', rest):
            return str(address)
    return ""
