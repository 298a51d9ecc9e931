"""Mastodon, history of a hashtag: its posts and accounts by day, as one server saw them.

The server gives about seven days, newest first, today's in part; numbers and days are text.
Unknown hashtags have a history of zeros. 404 is no such answer: a server before Mastodon 4 has
no such page at all, so it stays a refusal.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from urllib.parse import quote

from utils.model.collecting import Asked
from utils.model.counts import Count, Counted
from utils.model.hashtags import key
from utils.model.live import Reply, Request
from utils.sources import SourceError, daily

SECONDS_OF_A_DAY = 86_400
MEMBERS_ONLY = "The server shows its hashtags to members only. Take it off the list of servers."


def requests(asked: Asked) -> tuple[Request, ...]:
    """One question: the hashtag by its name, without `#`."""
    return (Request(f"{asked.base}/api/v1/tags/{quote(asked.tag, safe='')}", personal=True),)


def following(pages: Sequence[Reply], asked: Asked) -> Request | None:
    """None: there is one page."""
    return None


def refused(status: int) -> str:
    """What a refusal means, in words for the operator; empty if nothing special."""
    return MEMBERS_ONLY if status in (401, 403, 422) else ""


def read(replies: Sequence[Reply], asked: Asked) -> Counted:
    """Posts and accounts of each day the server tells; today's in part.

    Raises `SourceError` for another hashtag's history, a day that comes twice with different
    numbers, lies ahead or does not begin at midnight UTC.
    """
    content = daily.page(replies[0], "name", "history")
    if not isinstance(content["name"], str) or key(content["name"]) != asked.tag:
        raise SourceError("The reply is about another hashtag.")
    over = daily.today(replies, asked)
    found: dict[dt.date, tuple[int, int]] = {}
    for item in daily.listed(content["history"], "history"):
        day, both = _day(item)
        if day > over:
            raise SourceError("The history holds a day that lies ahead. Check the clock.")
        if found.setdefault(day, both) != both:
            raise SourceError("The history holds a day twice with different numbers.")
    return Counted(asked.server, tuple(_counts(asked, found, over)))


def _day(item: object) -> tuple[dt.date, tuple[int, int]]:
    entry = daily.record(item, "history", "day", "uses", "accounts")
    seconds = daily.number(entry["day"], "day")
    if seconds % SECONDS_OF_A_DAY or seconds > 99_999 * SECONDS_OF_A_DAY:
        raise SourceError("The field day holds no midnight UTC.")
    day = dt.date(1970, 1, 1) + dt.timedelta(days=seconds // SECONDS_OF_A_DAY)
    uses = daily.number(entry["uses"], "uses")
    accounts = daily.number(entry["accounts"], "accounts")
    if accounts > uses:
        raise SourceError("The history holds a day with more accounts than uses.")
    return day, (uses, accounts)


def _counts(asked: Asked, found: dict[dt.date, tuple[int, int]], over: dt.date) -> list[Count]:
    return [
        Count(asked.tag, metric, day, float(value), whole=day < over)
        for day, (uses, accounts) in sorted(found.items())
        for metric, value in (("posts", uses), ("accounts", accounts))
        if metric in asked.collect.metrics
    ]
