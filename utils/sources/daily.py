"""What the shapes that count by day share: strict fields, days in UTC, zeros told from gaps.

Replies of these sources name persons. So no error here quotes a value; it names the field.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from utils.model.collecting import Asked
from utils.model.counts import Count, Metric
from utils.model.live import Reply
from utils.sources import SourceError
from utils.sources import replies as live_replies

DAY = dt.timedelta(days=1)


def record(value: Any, what: str, *fields: str) -> Mapping[str, Any]:
    """The value as a record that has these fields; raises `SourceError` naming what it lacks."""
    if not isinstance(value, dict):
        raise SourceError(f"The {what} is no record with named fields.")
    absent = [name for name in fields if name not in value]
    if absent:
        raise SourceError(f"The {what} lacks the field {', '.join(absent)}.")
    return value


def listed(value: Any, what: str) -> list[Any]:
    """The value as a list; raises `SourceError` if it is none."""
    if not isinstance(value, list):
        raise SourceError(f"The {what} is no list.")
    return value


def parsed(reply: Reply) -> Any:
    """The JSON of a reply; raises `SourceError` if it is none, is cut or too deep."""
    try:
        return live_replies.parsed(reply)
    except ValueError:
        raise SourceError("The reply is no sound JSON.") from None


def page(reply: Reply, *fields: str) -> Mapping[str, Any]:
    """A reply as a record with these fields."""
    return record(parsed(reply), "reply", *fields)


def number(value: Any, field: str) -> int:
    """A count, printed or not; raises `SourceError` for anything else, a fraction or below zero."""
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 19:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise SourceError(f"The field {field} holds no count.")
    return value


def moment(value: Any, field: str) -> dt.datetime:
    """A time as ISO 8601 prints it, in UTC; raises `SourceError` for anything else."""
    try:
        found = dt.datetime.fromisoformat(value)
        return found.astimezone(dt.UTC) if found.tzinfo else found.replace(tzinfo=dt.UTC)
    except (TypeError, ValueError, OverflowError):
        raise SourceError(f"The field {field} holds no time.") from None


def today(replies: Sequence[Reply], asked: Asked) -> dt.date:
    """The day that is not over: by our clock or the server's, whichever is behind."""
    told = [reply.served.astimezone(dt.UTC).date() for reply in replies if reply.served]
    return min([asked.today, *told])


def days(first: dt.date, last: dt.date) -> list[dt.date]:
    """Every day from the first to the last one; none if that is earlier."""
    return [first + number * DAY for number in range((last - first).days + 1)]


def counts(
    asked: Asked, metric: Metric, seen: Iterable[dt.date], first: dt.date, over: dt.date
) -> tuple[Count, ...]:
    """Posts by day, from the day of each post: every day from ``first`` on, zeros too.

    ``over`` is the day that is not over. The day before ``first`` was seen in part, if at all.
    Days in the future are left out: they come from clocks that are wrong.
    """
    tally = Counter(seen)
    before = [first - DAY] if tally[first - DAY] else []
    return tuple(
        Count(asked.tag, metric, day, float(tally[day]), whole=first <= day < over)
        for day in [*before, *days(first, over)]
    )
