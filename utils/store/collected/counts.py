"""The store of collected reach: what may be asked of it, each as one transaction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Engine

from utils.model import Evidence, ReachSeries
from utils.model.collecting import Collect
from utils.model.counts import Counted
from utils.store.collected import cursors, engine, fit, merge, migrate, visited
from utils.store.collected.merge import Written
from utils.store.collected.visited import Visited


def opened(url: str = "") -> Collected:
    """The store, its tables made or brought up to date.

    ``url`` is an address of PostgreSQL or SQLite; empty, it is what `DATABASE_URL` names, else a
    file in the folder of refreshed figures. Raises `CollectedError` without any password in it.
    """
    made = engine.engine(engine.address(url))
    migrate.upgrade(made)
    return Collected(made)


@dataclass(frozen=True)
class Collected:
    """Counts by source, server, hashtag, metric and day. Methods raise `CollectedError`."""

    engine: Engine

    @property
    def name(self) -> str:
        """The database as people may read it: without user and password."""
        return engine.shown(self.engine.url)

    def record(self, source: str, counted: Counted, read: dt.datetime, cursor: str = "") -> Written:
        """Merges what one visit found, told at ``read``; see `merge` for which reading stays.

        Raises `ValueError` for what is no count, and stores nothing of it.
        """
        fit.check(source, counted)
        fresh = merge.rows(source, counted, read)
        with engine.transaction(self.engine, f"{source} {counted.server}") as connection:
            if cursor:
                cursors.put(connection, source, counted.server, fit.cursor(cursor))
            return merge.merge(connection, fresh)

    def add(
        self,
        source: str,
        counted: Counted,
        cursor: str,
        expected_cursor: str,
        read: dt.datetime | None = None,
    ) -> Written:
        """Adds increments of a long-running counter and moves its cursor, both or neither.

        Raises `CursorMovedError` if the stored cursor is not ``expected_cursor`` (empty: none
        yet), and `ValueError` for what is no count.
        """
        fit.check(source, counted)
        fresh = merge.rows(source, counted, read or dt.datetime.now(dt.UTC))
        server = counted.server
        with engine.transaction(self.engine, f"{source} {server}") as connection:
            cursors.move(connection, source, server, fit.cursor(cursor), expected_cursor)
            return cursors.add(connection, fresh)

    def cursor(self, source: str, server: str) -> str:
        """How far a long-running counter has come; empty if it never ran."""
        with engine.transaction(self.engine, f"{source} {server}") as connection:
            return cursors.read(connection, source, server)

    def visited(
        self, source: str, server: str, tag: str, when: dt.datetime, kind: str = ""
    ) -> None:
        """Remembers a visit; ``kind`` is a word for what went wrong, empty if it went well."""
        with engine.transaction(self.engine, f"{source} {server}") as connection:
            visited.note(connection, source, server, tag, when, kind)

    def visits(self) -> tuple[Visited, ...]:
        """The first, last and last good visit of every hashtag on every server."""
        with engine.transaction(self.engine, "read") as connection:
            return visited.every(connection)

    def since(
        self, source: str, collect: Collect, server: str, tag: str, today: dt.date
    ) -> dt.date:
        """The oldest day within reach that is not whole yet, at the latest ``today``."""
        oldest = today - dt.timedelta(days=collect.look_back)
        with engine.transaction(self.engine, f"{source} {server}") as connection:
            whole = visited.whole_days(
                connection, source, server, tag, oldest, len(collect.metrics)
            )
        while oldest in whole and oldest < today:
            oldest += dt.timedelta(days=1)
        return oldest

    def close(self, source: str, collect: Collect, today: dt.date) -> Written:
        """Makes gaps of days that were not told and can't be asked for any more."""
        before = today - dt.timedelta(days=collect.look_back)
        new = 0
        for one in self.visits():
            if one.source == source:
                with engine.transaction(self.engine, f"{source} {one.server}") as connection:
                    new += visited.close(connection, one, collect.metrics, before).new
        return Written(new=new)

    def evidence(self, card: ReachSeries, today: dt.date | None = None) -> Evidence | None:
        """The days before ``today`` of a collected series, with their origins; absent if no
        hashtag has a value."""
        from utils.store.collected import given_out  # pandas, which a counter does without

        today = today or dt.datetime.now(dt.UTC).date()
        with engine.transaction(self.engine, "read") as connection:
            found = given_out.days(connection, card, today)
        return given_out.evidence(found, card, today)
