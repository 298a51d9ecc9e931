"""Both databases for every test: a SQLite file and a real PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.store.collected import postgres


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """One PostgreSQL for all tests of a run."""
    folder = postgres.programs()
    if folder is None:
        if os.environ.get(postgres.NEEDED):
            pytest.fail(f"{postgres.NEEDED} is set, but there is no PostgreSQL: apt-get install it")
        pytest.skip("no PostgreSQL here: apt-get install postgresql")
    with postgres.running(folder) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'collected.sqlite'}"
    server = str(request.getfixturevalue("server"))
    name = f"t{os.getpid()}_{abs(hash(request.node.nodeid)) % 10**12}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")
