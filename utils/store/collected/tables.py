"""The tables of collected reach. No column could hold a person: no name, no text, no address."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    MetaData,
    String,
    Table,
)
from sqlalchemy.types import TypeDecorator

KEY = ("source", "server", "tag", "metric", "day")
"""What makes a count one count."""


class Moment(TypeDecorator[dt.datetime]):
    """A time in UTC, kept without its zone, which SQLite does not know."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """As it is kept; raises `ValueError` for a time that does not say its zone."""
        if value is not None and value.tzinfo is None:
            raise ValueError("A time without its zone can't be kept.")
        return value.astimezone(dt.UTC).replace(tzinfo=None) if value else None

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        """As it was: a time in UTC."""
        return value.replace(tzinfo=dt.UTC) if value else None


METADATA = MetaData()
COUNTS = Table(
    "counts",
    METADATA,
    Column("source", String(60), primary_key=True),
    Column("server", String(253), primary_key=True),
    Column("tag", String(100), primary_key=True),
    Column("metric", String(20), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("value", Double, CheckConstraint("value >= 0", name="value_not_negative")),
    Column("whole", Boolean, nullable=False),
    Column("reason", String(120), nullable=False),
    Column("read", Moment, nullable=False),
)
"""One number of one day; no value is a gap. ``read`` is when it was told."""

CURSORS = Table(
    "cursors",
    METADATA,
    Column("source", String(60), primary_key=True),
    Column("server", String(253), primary_key=True),
    Column("cursor", String(64), nullable=False),
)
"""How far a long-running counter has come."""

VISITS = Table(
    "visits",
    METADATA,
    Column("source", String(60), primary_key=True),
    Column("server", String(253), primary_key=True),
    Column("tag", String(100), primary_key=True),
    Column("first", Moment, nullable=False),
    Column("last", Moment, nullable=False),
    Column("good", Moment),
    Column("kind", String(20), nullable=False),
)
"""The first, the last and the last good visit; ``kind`` is empty if the last one was good."""
