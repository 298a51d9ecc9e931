"""Bluesky's Jetstream: posts with a hashtag, counted as they happen, in increments by day.

Of a new post its time and its hashtags are looked at; other events are passed over, even as a
sign that time goes on. Events are sent again after a break, so for one minute each counted post
is remembered by a number made from its address with a key that nobody knows and that ends with
the program. What is older is taken for counted.
"""

from __future__ import annotations

import datetime as dt
import json
import secrets
import time
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any

from utils.model.counts import Count, Counted
from utils.sources import SourceError, daily
from utils.sources.bluesky_record import hashtags

COLLECTION = "app.bsky.feed.post"
SECOND = 1_000_000
"""Times are microseconds since 1970."""
REWIND = 5 * SECOND
"""Asked for again after a break, because the server does not promise an exact cut."""
REMEMBERED = 60 * SECOND
LOST = 60 * SECOND
"""A longer jump of time across a break means that something was missed: posts come every second."""
LOOK_BACK = int(35.5 * 3600) * SECOND
"""Half an hour less than the server keeps. It moves an older cursor on without saying so."""
OLDEST, NEWEST = 72 * 3600 * SECOND, 3600 * SECOND
"""How far before and after our clock an event may lie; one beyond would carry the cursor away."""
BARE = 20_000
"""New posts in a row without any hashtag at all: about one in twenty has one, so that can't be."""

Flush = Callable[[Counted, str, str], None]
"""Stores increments, the new cursor and the one that must be stored now, all or nothing."""


def question(base: str, cursor: int | None) -> str:
    """Where to listen: new and changed posts only, after the cursor or from now on."""
    after = "" if cursor is None else f"&cursor={cursor}"
    return f"{base.rstrip('/')}/subscribe?wantedCollections={COLLECTION}{after}"


class Tally:
    """Counts hashtags of new posts; hands increments and cursor over together."""

    def __init__(
        self,
        server: str,
        tags: frozenset[str],
        cursor: str = "",
        now: Callable[[], float] = time.time,
    ) -> None:
        self.server, self.tags, self.stored, self.now = server, tags, cursor, now
        self.last = self.floor = int(cursor or 0)
        self.recent: dict[bytes, int] = {}
        self.secret = secrets.token_bytes(32)
        self.pending: Counter[tuple[str, dt.date]] = Counter()
        self.lost: dict[dt.date, str] = {}
        self.connected = False
        self.began = self.bare = 0

    def cursor(self) -> int | None:
        """From where to read over a new connection; absent means from now on."""
        self.connected = True
        oldest = int(self.now() * SECOND) - LOOK_BACK
        return max(self.last - REWIND, oldest) if self.last else None

    def add(self, event: str | bytes) -> bool:
        """Counts one event; returns whether it was a new post and brought time forward.

        Raises `SourceError` naming the field that an event or a new post lacks, for one far from
        our clock, and when posts have no hashtags any more, which would pass for zeros.
        """
        found = _event(event)
        if (record := _created(found)) is None:
            return False
        told = daily.number(found["time_us"], "time_us")
        if not -OLDEST <= told - self.now() * SECOND <= NEWEST:
            raise SourceError("The field time_us lies far from our clock. Check the clock.")
        tags = self._tagged(record)
        self._after_a_break(told)
        if tags and told > self.floor and self._unheard(found, told):
            self.pending.update((tag, _day(told)) for tag in tags)
        self.began, before = self.began or told, self.last
        self.last = max(before, told)
        return self.last > before

    def hand_over(self, flush: Flush) -> None:
        """Gives what was counted since the last time to ``flush``; keeps it if that raises."""
        if not self.last or str(self.last) == self.stored:
            return
        flush(self._counted(), str(self.last), self.stored)
        self.stored = str(self.last)
        self.pending.clear()
        self.lost.clear()
        self.floor = max(self.floor, self.last - REMEMBERED)
        self.recent = {post: told for post, told in self.recent.items() if told > self.floor}

    def _tagged(self, record: Mapping[str, Any]) -> frozenset[str]:
        """Which of the hashtags that are counted a post has."""
        tags = hashtags(record)
        self.bare = 0 if tags else self.bare + 1
        if self.bare > BARE:
            raise SourceError(f"{BARE:,} posts without a hashtag: the field facets has changed.")
        return tags & self.tags

    def _unheard(self, event: Mapping[str, Any], told: int) -> bool:
        """Whether a post was not counted yet; from now on it was."""
        address = repr((event.get("did"), event["commit"].get("rkey"))).encode()
        post = blake2b(address, digest_size=16, key=self.secret).digest()
        new = post not in self.recent
        self.recent[post] = max(told, self.recent.get(post, told))
        return new

    def _after_a_break(self, told: int) -> None:
        if self.connected and self.last and told - self.last > LOST:
            self.lost.update(_reasons(self.last, told))
        self.connected = False

    def _counted(self) -> Counted:
        first, last = _day(int(self.stored or self.began)), _day(self.last)
        days = {*daily.days(first, last), *(day for _, day in self.pending)}
        return Counted(
            self.server,
            tuple(self._count(tag, day) for day in sorted(days) for tag in sorted(self.tags)),
        )

    def _count(self, tag: str, day: dt.date) -> Count:
        value, reason = float(self.pending[tag, day]), self.lost.get(day, "")
        if reason == UNSEEN and not value:
            return Count(tag, "posts", day, None, False, reason)
        return Count(tag, "posts", day, value, day < _day(self.last) and not reason, reason)


UNSEEN = "Nobody was listening on this day."


def _reasons(last: int, told: int) -> Mapping[dt.date, str]:
    """Why the days between two events are not whole."""
    before, after = _moment(last), _moment(told)
    if before.date() == after.date():
        return {before.date(): f"Not read from {before:%H:%M} to {after:%H:%M} UTC."}
    between = daily.days(before.date() + daily.DAY, after.date() - daily.DAY)
    return {
        before.date(): f"Not read after {before:%H:%M} UTC.",
        **dict.fromkeys(between, UNSEEN),
        after.date(): f"Not read before {after:%H:%M} UTC.",
    }


def _event(event: str | bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(event)
    except (ValueError, RecursionError):
        raise SourceError("The event is no sound JSON.") from None
    return daily.record(found, "event", "time_us", "kind")


def _created(event: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The record of a new post; absent for anything else, such as a change or a removal."""
    if event["kind"] != "commit":
        return None
    commit = daily.record(event.get("commit"), "commit", "operation", "collection")
    if commit["operation"] != "create" or commit["collection"] != COLLECTION:
        return None
    return daily.record(commit.get("record"), "record of a post", "createdAt")


def _moment(told: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(told / SECOND, dt.UTC)


def _day(told: int) -> dt.date:
    return _moment(told).date()
