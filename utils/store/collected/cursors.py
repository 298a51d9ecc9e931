"""A long-running counter: increments and its place in the stream move together or not at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, select, update

from utils.store.collected.merge import Written, insert, known, written
from utils.store.collected.tables import COUNTS, CURSORS, KEY

BEGAN = "counting began within this day"
"""Why the first day of a hashtag is never whole."""


class CursorMovedError(RuntimeError):
    """Another counter is at work on the same stream, or this one is behind: it has to stop."""


def read(connection: Connection, source: str, server: str) -> str:
    """The stored cursor; empty if there is none."""
    mine = and_(CURSORS.c.source == source, CURSORS.c.server == server)
    return connection.execute(select(CURSORS.c.cursor).where(mine)).scalar() or ""


def put(connection: Connection, source: str, server: str, cursor: str) -> None:
    """Stores a cursor, whatever was there."""
    row = {"source": source, "server": server, "cursor": cursor}
    asked = insert(connection, CURSORS).values(row)
    connection.execute(
        asked.on_conflict_do_update(
            index_elements=["source", "server"], set_={"cursor": asked.excluded.cursor}
        )
    )


def move(connection: Connection, source: str, server: str, cursor: str, expected: str) -> None:
    """Moves a cursor that is where it is expected; raises `CursorMovedError` if it is not."""
    if expected:
        mine = and_(CURSORS.c.source == source, CURSORS.c.server == server)
        asked = update(CURSORS).where(mine, CURSORS.c.cursor == expected).values(cursor=cursor)
    else:
        row = {"source": source, "server": server, "cursor": cursor}
        asked = insert(connection, CURSORS).values(row).on_conflict_do_nothing()
    if connection.execute(asked.returning(CURSORS.c.cursor)).first() is None:
        raise CursorMovedError(
            f"Another counter of {source} on {server} has counted since. Nothing was stored; "
            "run one counter for a server, and start it again."
        )


def add(connection: Connection, fresh: Sequence[dict[str, Any]]) -> Written:
    """Adds increments to what is there.

    A reason once given stays, and a day with a reason never becomes whole.
    """
    if not fresh:
        return Written()
    before = known(connection, fresh)
    asked = insert(connection, COUNTS).values(_begun(connection, fresh))
    new, old = asked.excluded, COUNTS.c
    reason = case((old.reason != "", old.reason), else_=new.reason)
    connection.execute(
        asked.on_conflict_do_update(
            index_elements=list(KEY),
            set_={
                "value": _sum(new.value, old.value),
                "reason": reason,
                "whole": and_(new.whole, reason == ""),
                "read": new.read,
            },
        )
    )
    return written(before, known(connection, fresh))


def _sum(new: Any, old: Any) -> ColumnElement[float]:
    """Their sum; no value if there is none in either."""
    nothing = and_(new.is_(None), old.is_(None))
    return case((nothing, None), else_=func.coalesce(new, 0.0) + func.coalesce(old, 0.0))


def _begun(connection: Connection, fresh: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows; a day that follows no counted day was not counted from its beginning."""
    step = dt.timedelta(days=1)
    asked = [{**row, "day": row["day"] + back * step} for row in fresh for back in (0, -1)]
    there = {*known(connection, asked)}
    mine = {(row["tag"], row["metric"], row["day"]) for row in fresh}
    done = []
    for row in fresh:
        tag, metric, day = row["tag"], row["metric"], row["day"]
        begun = (tag, metric, day) in there or (tag, metric, day - step) in there | mine
        reason = row["reason"] if begun else row["reason"] or BEGAN
        done.append({**row, "reason": reason, "whole": row["whole"] and not reason})
    return done
