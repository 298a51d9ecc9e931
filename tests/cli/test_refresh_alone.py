"""One source down never holds up another; a key is nowhere to be found afterwards."""

from __future__ import annotations

import datetime as dt
import logging
import os
import socket
import traceback
from pathlib import Path

import pytest

from tests.cli.live_house import SERIES, door, move_in, records, world_bank
from tests.download.fault_server import http, says, serving
from utils import catalog
from utils.catalog import cards
from utils.cli import refresh_command
from utils.cli.__main__ import main
from utils.cli.refresh import cards as live_cards
from utils.cli.refresh import refresh, secrets
from utils.store import generations, snapshot

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
CANARY = "canary-5ecret-0f-this-test"
LIVE = [card.id for card in live_cards([])]
BANK = "world-bank-wdi-suicide"


def closed() -> str:
    with socket.create_server(("127.0.0.1", 0)) as once:
        return f"http://127.0.0.1:{once.getsockname()[1]}"


@pytest.mark.parametrize("id", [id for id in LIVE if id != SERIES])
def test_a_source_that_is_down_keeps_its_figures_and_stops_nobody(
    id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    real = snapshot.TABLES
    nobody = closed()
    with serving(says(http(world_bank(records())))) as server:
        move_in(monkeypatch.setattr, lambda one: server.url if one == BANK else nobody, tmp_path)
        bundled = (real / f"{id}.csv").is_file()
        for end in generations.ENDINGS if bundled else ():
            (tmp_path / "tables" / f"{id}{end}").write_bytes((real / f"{id}{end}").read_bytes())
        known = {**catalog.indicators(), **catalog.reach()}
        found = refresh([known[id], known[SERIES]], door(), lambda *_: None, lambda: TODAY)
    assert [one.result for one in found.outcomes] == ["failed", "new"]
    assert found.outcomes[0].kind == "unreachable"
    assert not found.well
    if bundled:
        assert snapshot.read(id).rows.equals(snapshot.read(id, real).rows)
    else:
        assert not snapshot.there(id)
    assert len(snapshot.read(SERIES)) == 110


WRONG = {
    "refused": http(f"no such key: {CANARY}".encode(), status="403 No"),
    "echo": http(f'[{{"count": "{CANARY}"}}]'.encode()),
    "echo in an error": http(f'{{"message": "bad token {CANARY}", "error": true}}'.encode()),
    "echo in a header": http(b'[{"count": "1"}]', f"ETag: {CANARY}"),
    "down": http(b"", status="503 Down"),
    "cut": http(b"[{", "Content-Length: 99", length=False),
    "elsewhere": http(b"", f"Location: http://example.org/?key={CANARY}", status="302 Moved"),
    "page": http(f"<html>{CANARY}</html>".encode()),
    "nonsense": f"{CANARY}\r\n\r\n".encode(),
    "silence": b"",
}


@pytest.mark.parametrize("how", WRONG)
def test_a_key_is_in_no_file_no_line_and_no_log(
    how: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    monkeypatch.setenv("SOCRATA_APP_TOKEN", CANARY)
    monkeypatch.setattr(refresh_command, "open_door", lambda: door(secrets()))
    with serving(says(WRONG[how])) as server:
        move_in(monkeypatch.setattr, server.url, tmp_path)
        told = ""
        for id in LIVE:
            try:
                main(["refresh", id, "--json", "--report", str(tmp_path / "report.md")])
            except Exception:
                told += traceback.format_exc()
        assert any(f"X-App-Token: {CANARY}" in asked for asked in server.asked)
    told += "".join(capfd.readouterr()) + caplog.text
    assert told
    assert CANARY not in told
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path.name for path in files if CANARY.encode() in path.read_bytes()]


def test_a_key_goes_only_to_the_source_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    monkeypatch.setenv("SOCRATA_APP_TOKEN", CANARY)
    with serving(says(http(world_bank(records())))) as server:
        move_in(monkeypatch.setattr, server.url, tmp_path)
        refresh([catalog.indicator(SERIES)], door(secrets()), lambda *_: None, lambda: TODAY)
    assert server.asked
    assert CANARY not in "".join(server.asked)


def test_every_live_source_is_asked_over_https_and_may_be_cited() -> None:
    for one in cards.sources().values():
        if one.live:
            assert one.live.base.startswith("https://")
            assert bool(one.live.credential) == bool(one.live.header)


def test_a_run_that_takes_too_long_begins_nothing_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    with serving(says(http(world_bank(records())))) as server:
        move_in(monkeypatch.setattr, server.url, tmp_path)
        one = catalog.indicator(SERIES)
        found = refresh([one, one], door(), lambda *_: None, lambda: TODAY, minutes=-1)
    assert {one.kind for one in found.outcomes} == {"too late"}
    assert not server.asked
