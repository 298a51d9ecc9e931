"""`/healthz` tells a machine whether the figures are whole, and which they are."""

from __future__ import annotations

import asyncio
import json
import threading
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from tests.serve.asgi import Answer, ask, asked, scope
from utils.model import limits
from utils.serve import health
from utils.serve.health import Health
from utils.store import snapshot
from utils.ui import load


def answered(folder: Path) -> Answer:
    return ask(Starlette(routes=[Route("/healthz", Health(folder).answer)]), "/healthz")


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """Two small series, as they are stored."""
    for id in sorted(
        snapshot.stored(), key=lambda id: (snapshot.TABLES / f"{id}.csv").stat().st_size
    )[:2]:
        for end in (".csv", ".origin.toml"):
            (tmp_path / f"{id}{end}").write_bytes((snapshot.TABLES / f"{id}{end}").read_bytes())
    return tmp_path


def test_a_whole_snapshot_is_named_as_the_pages_name_it() -> None:
    answer = answered(snapshot.TABLES)
    told = json.loads(answer.body)
    assert answer.status == 200
    assert told == {"status": "ok", "app": "0.1.0", "snapshot": load.snapshot_id()}
    assert answer.headers["cache-control"] == "no-store"


def test_a_changed_table_is_named(tables: Path) -> None:
    assert answered(tables).status == 200
    first = sorted(tables.glob("*.csv"))[0]
    first.write_text(first.read_text("utf-8") + "\n", "utf-8")
    answer = answered(tables)
    assert answer.status == 503
    told = json.loads(answer.body)
    assert told["problem"] == f"1 of 2 tables have changed: {first.stem}"
    assert "snapshot" not in told


@pytest.mark.parametrize("end", [".csv", ".origin.toml"])
def test_a_missing_file_is_named_and_no_folder(tables: Path, end: str) -> None:
    gone = sorted(tables.glob(f"*{end}"))[-1]
    gone.unlink()
    answer = answered(tables)
    if end == ".csv":  # a series without a table is none
        assert answer.status == 200
    else:
        assert answer.status == 503
        assert gone.name.partition(".")[0] in answer.body.decode()
    assert str(tables) not in answer.body.decode()


def test_no_tables_are_not_well(tmp_path: Path) -> None:
    assert answered(tmp_path).status == 503


def test_what_takes_too_long_is_not_well(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(limits, "SERVER_HEALTH_SECONDS", 0.01)
    late = {"snapshot": "late"}
    monkeypatch.setattr(health, "check", lambda folder: threading.Event().wait(0.2) or late)
    answer = answered(tmp_path)
    assert answer.status == 503
    assert b"in time" in answer.body


def test_however_many_ask_one_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    looked = []
    monkeypatch.setattr(health, "check", lambda folder: looked.append(1) or {"snapshot": "x"})

    async def crowd() -> list[Answer]:
        app = Starlette(routes=[Route("/healthz", Health(tmp_path).answer)])
        together = await asyncio.gather(*(asked(app, scope("/healthz")) for _ in range(50)))
        later = [await asked(app, scope("/healthz")) for _ in range(50)]
        return together + later

    assert {one.status for one in asyncio.run(crowd())} == {200}
    assert len(looked) == 1
    monkeypatch.setattr(limits, "SERVER_HEALTH_KEPT_SECONDS", 0.0)
    asyncio.run(crowd())
    assert len(looked) > 40


def test_tables_that_did_not_change_are_not_read_again(
    monkeypatch: pytest.MonkeyPatch, tables: Path
) -> None:
    health._sum.cache_clear()
    health.check(tables)
    health.check(tables)
    assert health._sum.cache_info().misses == 2
