"""Opens the database and holds transactions; what goes wrong is told without the password."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from utils.store import generations

Address = sql.URL
URL = "DATABASE_URL"
"""Environment variable with the address of a PostgreSQL database; empty counts as not set."""
FILE = "collected.sqlite"
"""The database in the folder of the store, where no other is named."""
WAIT = 30
"""Seconds to wait for another collector that is writing."""
CONNECT = 10
"""Seconds in which a database has to answer."""
POSTGRESQL = {"postgres", "postgresql", "postgresql+psycopg"}


class CollectedError(ValueError):
    """A database of collected reach that can't be used: says which, why and what to do."""


def address(url: str = "") -> Address:
    """The database to use: ``url``, else `DATABASE_URL`, else a file in the store's folder.

    Raises `CollectedError` for an address of another kind; no part of it is repeated.
    """
    named = (url or os.environ.get(URL, "")).strip()
    if not named:
        return Address.create("sqlite", database=str(generations.root() / FILE))
    try:
        found = make_url(named)
    except (ArgumentError, ValueError):
        found = None
    if found is not None and found.drivername == "sqlite" and found.database:
        return found
    if found is None or found.drivername not in POSTGRESQL or not found.database:
        raise CollectedError(
            f"{URL} is no address of a PostgreSQL database. It looks like "
            "postgresql://user:password@host:5432/name; leave it empty to use a file."
        )
    return found.set(drivername="postgresql+psycopg")


def engine(where: Address) -> Engine:
    """An engine for an address; nothing is opened yet but the folder of the file."""
    if where.drivername == "sqlite":
        Path(str(where.database)).parent.mkdir(parents=True, exist_ok=True)
        made = create_engine(where, connect_args={"timeout": WAIT}, hide_parameters=True)
        event.listen(made, "connect", _settled)
        event.listen(made, "begin", _at_once)
        return made
    return create_engine(
        where,
        connect_args={"connect_timeout": CONNECT},
        pool_pre_ping=True,
        hide_parameters=True,
    )


def _settled(connection: Any, record: Any) -> None:
    """Readers beside one writer, on disk when it says so, and transactions begun by us."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {WAIT * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _at_once(connection: Connection) -> None:
    # a transaction that reads first and writes later would be refused instead of waiting
    connection.exec_driver_sql("BEGIN IMMEDIATE")


@contextmanager
def transaction(made: Engine, alone: str) -> Iterator[Connection]:
    """All or nothing; whoever asks for the same ``alone`` waits for its turn.

    Raises `CollectedError` if the database can't be reached or fails.
    """
    try:
        with made.begin() as connection:
            if made.dialect.name == "postgresql":
                lock = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
                connection.execute(lock, {"name": f"groundswell {alone}"})
            yield connection
    except DBAPIError as error:
        raise CollectedError(_words(made, error)) from None
    except SQLAlchemyError as error:
        raise CollectedError(f"{shown(made.url)} failed: {type(error).__name__}.") from None


def _words(made: Engine, error: DBAPIError) -> str:
    said = " ".join(str(error.orig).split())
    secret = made.url.password
    if secret:
        said = said.replace(str(secret), "[hidden]")
    return (
        f"{shown(made.url)} can't be used: {said[:300]} Check that it runs and is what {URL} "
        "names. Counts that were stored before are safe."
    )


def shown(where: Address) -> str:
    """A database as people may read it: without user and password."""
    if where.drivername == "sqlite":
        return f"The file {Path(str(where.database)).name}"
    return f"The database {where.database} on {where.host or 'this machine'}"
