"""When each hashtag was asked for, and what could never be told: the days nobody saw."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, and_, case, func, select

from utils.store.collected.merge import CHUNK, Written, insert
from utils.store.collected.tables import COUNTS, KEY, VISITS

MISSED = "nobody asked in time, or it was not told"
"""Why a day is a gap that can't be filled any more."""
KINDS = 20
"""Letters of a kind of failure."""


@dataclass(frozen=True)
class Visited:
    """Visits for one hashtag on one server: the first, the last, the last good one.

    ``kind`` is a word for what went wrong the last time, empty if it went well.
    """

    source: str
    server: str
    tag: str
    first: dt.datetime
    last: dt.datetime
    good: dt.datetime | None
    kind: str


def note(
    connection: Connection, source: str, server: str, tag: str, when: dt.datetime, kind: str
) -> None:
    """Remembers a visit. The latest one says how it went, in whatever order they are told."""
    row = {
        "source": source,
        "server": server,
        "tag": tag,
        "first": when,
        "last": when,
        "good": None if kind else when,
        "kind": kind[:KINDS],
    }
    asked = insert(connection, VISITS).values(row)
    new, old = asked.excluded, VISITS.c
    later = new.last >= old.last
    good = case((old.good.is_(None), new.good), (new.good > old.good, new.good), else_=old.good)
    connection.execute(
        asked.on_conflict_do_update(
            index_elements=["source", "server", "tag"],
            set_={
                "first": case((new.first < old.first, new.first), else_=old.first),
                "last": case((later, new.last), else_=old.last),
                "kind": case((later, new.kind), else_=old.kind),
                "good": good,
            },
        )
    )


def every(connection: Connection) -> tuple[Visited, ...]:
    """Every hashtag that was ever asked for, in alphabetical order."""
    order = [VISITS.c.source, VISITS.c.server, VISITS.c.tag]
    found = connection.execute(select(VISITS).order_by(*order))
    return tuple(Visited(**row._mapping) for row in found)


def close(
    connection: Connection, one: Visited, metrics: tuple[str, ...], before: dt.date
) -> Written:
    """Makes gaps of the days before ``before`` that are past telling and not there.

    They begin with the first day that was told, or that of the first visit.
    """
    new = 0
    for metric in metrics:
        fresh = [_gap(one, metric, day) for day in _absent(connection, one, metric, before)]
        for first in range(0, len(fresh), CHUNK):
            asked = insert(connection, COUNTS).values(fresh[first : first + CHUNK])
            connection.execute(asked.on_conflict_do_nothing(index_elements=list(KEY)))
        new += len(fresh)
    return Written(new=new)


def _absent(connection: Connection, one: Visited, metric: str, before: dt.date) -> list[dt.date]:
    there = {row.day for row in days(connection, one, metric)}
    day, absent = min({one.first.date(), *there}), []
    while day < before:
        if day not in there:
            absent.append(day)
        day += dt.timedelta(days=1)
    return absent


def _gap(one: Visited, metric: str, day: dt.date) -> dict[str, Any]:
    return {
        "source": one.source,
        "server": one.server,
        "tag": one.tag,
        "metric": metric,
        "day": day,
        "value": None,
        "whole": False,
        "reason": MISSED,
        "read": one.last,
    }


def days(connection: Connection, one: Visited, metric: str) -> list[Row[Any]]:
    """The days of a metric that are there, with whether each is whole."""
    mine = and_(
        COUNTS.c.source == one.source,
        COUNTS.c.server == one.server,
        COUNTS.c.tag == one.tag,
        COUNTS.c.metric == metric,
    )
    return list(connection.execute(select(COUNTS.c.day, COUNTS.c.whole).where(mine)))


def whole_days(
    connection: Connection, source: str, server: str, tag: str, since: dt.date, metrics: int
) -> set[dt.date]:
    """Days from ``since`` on that are whole in all of so many metrics."""
    mine = and_(
        COUNTS.c.source == source,
        COUNTS.c.server == server,
        COUNTS.c.tag == tag,
        COUNTS.c.whole,
        COUNTS.c.day >= since,
    )
    asked = select(COUNTS.c.day).where(mine).group_by(COUNTS.c.day)
    return set(connection.execute(asked.having(func.count() >= metrics)).scalars())
