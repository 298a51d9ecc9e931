"""Two readings of the same day become one, whatever their order: the better one stays.

A gap gives way to a part of a day, and a part to the whole day. Of two equals the later reading
stays; of two at the same time the larger value. So storing a reading again, late or beside
another collector never counts anything twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from utils.model.counts import Counted
from utils.store.collected.tables import COUNTS, KEY

CHUNK = 500
"""Rows in one statement; SQLite takes 32,766 values."""
TOLD = ("value", "whole", "reason", "read")


@dataclass(frozen=True)
class Written:
    """What became of counts: days that were new, that changed, and that stayed as they were."""

    new: int = 0
    replaced: int = 0
    kept: int = 0


def insert(connection: Connection, table: Any) -> Any:
    """An insert that may say what to do when the row is there, in the words of the database."""
    kind = sqlite if connection.dialect.name == "sqlite" else postgresql
    return kind.insert(table)


def rows(source: str, counted: Counted, read: dt.datetime) -> list[dict[str, Any]]:
    """Counts as rows of the table, in the order of their keys."""
    found = [
        {
            "source": source,
            "server": counted.server,
            "tag": one.tag,
            "metric": one.metric,
            "day": one.day,
            "value": one.value,
            "whole": one.whole,
            "reason": one.reason,
            "read": read,
        }
        for one in counted.counts
    ]
    return sorted(found, key=lambda row: (row["tag"], row["metric"], row["day"]))


def merge(connection: Connection, fresh: Sequence[dict[str, Any]]) -> Written:
    """Merges rows of one source and server into what is there."""
    before = known(connection, fresh)
    for first in range(0, len(fresh), CHUNK):
        asked = insert(connection, COUNTS).values(list(fresh[first : first + CHUNK]))
        new, old = asked.excluded, COUNTS.c
        connection.execute(
            asked.on_conflict_do_update(
                index_elements=list(KEY),
                set_={name: new[name] for name in TOLD},
                where=_better(new, old),
            )
        )
    return written(before, known(connection, fresh))


def written(before: dict[Any, Any], after: dict[Any, Any]) -> Written:
    """What happened between two looks at the same days."""
    new = len(after.keys() - before.keys())
    replaced = sum(before[key] != after[key] for key in before)
    return Written(new, replaced, len(after) - new - replaced)


def known(connection: Connection, fresh: Sequence[dict[str, Any]]) -> dict[Any, Any]:
    """Value, whole and reason of the days at hand, by hashtag, metric and day."""
    wanted = {_key(row) for row in fresh}
    if not wanted:
        return {}
    days = [row["day"] for row in fresh]
    found = connection.execute(
        select(COUNTS).where(
            COUNTS.c.source == fresh[0]["source"],
            COUNTS.c.server == fresh[0]["server"],
            COUNTS.c.tag.in_(sorted({row["tag"] for row in fresh})),
            COUNTS.c.day.between(min(days), max(days)),
        )
    ).all()
    return {_key(row._mapping): _told(row) for row in found if _key(row._mapping) in wanted}


def _key(row: Any) -> tuple[Any, ...]:
    return row["tag"], row["metric"], row["day"]


def _told(row: Row[Any]) -> tuple[Any, ...]:
    return row.value, row.whole, row.reason


def _better(new: Any, old: Any) -> ColumnElement[bool]:
    same = _rank(new) == _rank(old)
    tied = and_(same, new.read == old.read)
    return or_(
        _rank(new) > _rank(old),
        and_(same, new.read > old.read),
        and_(tied, new.value > old.value),
        and_(tied, new.value.is_not_distinct_from(old.value), new.reason > old.reason),
    )


def _rank(columns: Any) -> ColumnElement[int]:
    return case((columns.value.is_(None), 0), (columns.whole, 2), else_=1)
