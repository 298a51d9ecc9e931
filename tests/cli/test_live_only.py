"""A series that is no file: absent until it is fetched, never passed on, told everywhere."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.live_house import door, move_in
from tests.download.fault_server import Server, http, says, serving
from utils import catalog
from utils.cli.__main__ import main
from utils.cli.library import SnapshotLibrary
from utils.cli.refresh import refresh
from utils.cli.refresh_accept import bundle
from utils.model import DataSpec
from utils.store import generations, snapshot

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)
SERIES = "who-suicide-rate"
CARD = catalog.indicator(SERIES)


def reply() -> bytes:
    """A WHO reply with two countries; its values are made up."""
    record = {
        "IndicatorCode": "MH_12",
        "SpatialDimType": "COUNTRY",
        "TimeDimType": "YEAR",
        "TimeDim": 2019,
        "Dim1Type": "SEX",
        "Dim1": "SEX_BTSX",
        **dict.fromkeys(("Dim2", "Dim3")),
        "NumericValue": 11.5,
        "Low": 9.5,
        "High": 12.5,
    }
    return json.dumps({"value": [{**record, "SpatialDim": c} for c in ("AFG", "ALB")]}).encode()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    with serving(says(http(reply()))) as one:
        move_in(monkeypatch.setattr, one.url, tmp_path)
        yield one


def test_before_it_is_fetched_it_is_missed_in_plain_words(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not snapshot.there(SERIES)
    assert SERIES not in SnapshotLibrary().series()
    assert main(["verify", SERIES]) == 1
    assert f"not fetched yet: make refresh ARGS={SERIES}" in capsys.readouterr().err
    assert main(["import", str(tmp_path), SERIES]) == 1
    assert f"{SERIES} is no file: fetch it with make refresh" in capsys.readouterr().err


def test_once_fetched_it_is_there_and_verified_but_never_bundled(
    server: Server,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = refresh([CARD], door(), lambda *_: None, lambda: TODAY)
    assert found.well, found.outcomes
    assert snapshot.read(SERIES).rows["place"].tolist() == ["AFG", "ALB"]
    assert SERIES in SnapshotLibrary().series()
    assert main(["verify", SERIES]) == 0
    assert "1 series checked, 0 problems" in capsys.readouterr().out
    (tmp_path / "bundle").mkdir()
    assert bundle(tmp_path / "bundle") == []
    monkeypatch.setattr(DataSpec, "gathered", False)
    assert bundle(tmp_path / "bundle") == [], "its licence alone must keep it out"
    table = generations.home(SERIES, generations.root()) / f"{SERIES}.csv"  # type: ignore[operator]
    table.write_bytes(table.read_bytes().replace(b"11.5", b"19.5"))
    assert main(["verify", SERIES]) == 1, "a changed table was not noticed"


def test_what_would_be_asked_is_shown_without_asking(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GROUNDSWELL_CONTACT", raising=False)
    monkeypatch.setenv("SOCRATA_APP_TOKEN", "canary-5ecret")
    assert main(["refresh", "--show-requests", SERIES, "us-anxiety-symptoms"]) == 0
    told = capsys.readouterr().out
    assert f"  {server.url}/api/MH_12\n" in told
    assert "key SOCRATA_APP_TOKEN as X-App-Token" in told
    assert main(["refresh", "--show-requests", "--json"]) == 0
    plans = json.loads(capsys.readouterr().out)
    every = [card.id for card in (*catalog.indicators().values(), *catalog.reach().values())
             if card.data.live is not None]  # fmt: skip
    assert [one["series"] for one in plans] == every
    assert all(url.startswith(server.url) for one in plans for url in one["addresses"])
    assert not re.search("canary", told)
    assert not server.asked
