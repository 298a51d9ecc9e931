"""Refresh from end to end: what passes is in use, what is odd is kept aside, nothing is lost."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.live_house import SERIES, door, move_in, records, world_bank
from tests.download.fault_server import Server, http, serving
from utils import catalog
from utils.cli import refresh_command
from utils.cli.__main__ import main
from utils.cli.refresh import Run, refresh
from utils.cli.refresh_accept import accept, age, bundle
from utils.store import generations, quarantine, snapshot, visits

pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
TODAY = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


class Publisher:
    """Says what it is told to say, and what its entity tag is."""

    def __init__(self) -> None:
        self.reply = http(world_bank(records()), 'ETag: "one"')
        self.server: Server | None = None

    def answer(self, connection, path: str) -> None:  # type: ignore[no-untyped-def]
        connection.sendall(self.reply)

    def says(self, body: bytes, *lines: str) -> None:
        self.reply = http(body, *lines)


@pytest.fixture
def publisher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Publisher]:
    monkeypatch.setenv("GROUNDSWELL_STORE", os.environ["GROUNDSWELL_STORE"])
    one = Publisher()
    with serving(one.answer) as server:
        one.server = server
        move_in(monkeypatch.setattr, server.url, tmp_path)
        yield one


def run(when: dt.datetime = TODAY) -> Run:
    return refresh([catalog.indicator(SERIES)], door(), lambda *_: None, lambda: when)


def result(found: Run) -> str:
    return found.outcomes[0].result


def in_use() -> float:
    rows = snapshot.read(SERIES).rows
    return float(rows[(rows["place"] == "USA")]["value"].iloc[0])


def test_what_comes_is_in_use_with_its_origin(publisher: Publisher) -> None:
    found = run()
    assert (result(found), found.well) == ("new", True)
    evidence = snapshot.read(SERIES)
    (origin,) = evidence.origins
    assert len(evidence) == 110
    assert in_use() == 10.0
    assert origin.url.startswith(publisher.server.url)  # type: ignore[union-attr]
    assert origin.retrieved == TODAY.date()
    assert origin.release.vintage == "live, last updated 2026-07-13"
    assert len(list((generations.root() / "raw").iterdir())) == 1
    assert SERIES in snapshot.stored()


def test_the_same_again_writes_nothing(publisher: Publisher) -> None:
    run()
    before = snapshot.stamp(SERIES)
    later = TODAY + dt.timedelta(days=2)
    assert result(run(later)) == "unchanged"
    publisher.reply = http(b"", status="304 Not Modified", length=False)
    assert result(run(later)) == "unchanged"
    assert 'If-None-Match: "one"' in publisher.server.asked[-1]  # type: ignore[union-attr]
    assert snapshot.stamp(SERIES) == before
    assert len(generations.numbered(generations.root())) == 1
    assert visits.read(generations.root())[SERIES].good == later.isoformat()


def test_a_lost_raw_reply_is_asked_for_anew(publisher: Publisher) -> None:
    run()
    for path in (generations.root() / "raw").iterdir():
        path.write_bytes(b"rot")
    assert result(run()) == "unchanged"
    assert "If-None-Match" not in publisher.server.asked[-1]  # type: ignore[union-attr]


def test_new_and_revised_values_are_told(publisher: Publisher) -> None:
    run()
    rows = records(years=range(2000, 2023))
    rows[-1]["value"] += 0.25
    publisher.says(world_bank(rows, lastupdated="2026-10-01"))
    changed = run().changed[SERIES]
    assert (len(changed.revised), changed.added, changed.gone) == (1, 5, 0)
    assert changed.revised.iloc[0][["place", "old", "new"]].tolist() == ["FRA", 14.0, 14.25]


ODD = {
    "a third of the rows": (lambda: records()[:70], "rows"),
    "one value gone": (lambda: records()[:-1], "vanished"),
    "ten times": (lambda: records(10.0), "unit"),
    "one country doubled": (
        lambda: [
            {**one, "value": one["value"] * (2.5 if one["countryiso3code"] == "JPN" else 1)}
            for one in records()
        ],
        "abrupt",
    ),
    "years ahead": (lambda: records(years=range(2000, 2029)), "future"),
    "another unit": (lambda: [{**one, "unit": "per 1,000"} for one in records()], "columns"),
}


@pytest.mark.parametrize("how", ODD)
def test_what_is_odd_waits_for_a_person(how: str, publisher: Publisher) -> None:
    run()
    make, gate = ODD[how]
    publisher.says(world_bank(make(), lastupdated="2026-10-01"))
    found = run()
    one = found.outcomes[0]
    assert (one.result, found.well) == ("quarantined", False)
    assert in_use() == 10.0
    (held,) = quarantine.waiting(generations.root())
    assert gate in [objection.gate for objection in held.objections]
    assert held.id == one.held
    assert "JPN" in one.words or how != "one country doubled"


def test_a_person_can_accept_it(publisher: Publisher) -> None:
    run()
    publisher.says(world_bank(records(10.0), lastupdated="2026-10-01"))
    held = run().outcomes[0].held
    assert result(run()) == "quarantined"
    accept(held, TODAY)
    assert in_use() == 100.0
    assert quarantine.waiting(generations.root()) == []
    assert result(run()) == "unchanged"
    with pytest.raises(generations.StoreError, match="Nothing is kept aside"):
        accept(held, TODAY)


def test_a_changed_quarantine_is_not_accepted(publisher: Publisher) -> None:
    run()
    publisher.says(world_bank(records(10.0)))
    held = run().outcomes[0].held
    table = generations.root() / "quarantine" / held / f"{SERIES}.csv"
    table.write_bytes(table.read_bytes().replace(b"100.0", b"900.0"))
    with pytest.raises(generations.StoreError, match="checksum differs"):
        accept(held, TODAY)
    assert in_use() == 10.0


NOT_DATA = {
    "an error as a success": (
        b'[{"message":[{"id":"175","key":"Gone","value":"deleted"}]}]',
        "Gone",
    ),
    "nothing": (b'[{"page":1,"pages":1,"per_page":9,"total":1}, null]', "no data"),
    "no page": (world_bank(records(), pages=0), "pages = 0"),
    "fewer than announced": (world_bank(records(), total=400), "400 rows, 110 came"),
    "another kind": (b'{"error": true}', "no list"),
    "cut": (world_bank(records())[:-40] + b"]", "no sound JSON"),
    "deep": (b"[" * 200_000, "no sound JSON"),
    "a page": (b"<html>Sign in</html>", "web page"),
    "a column gone": (
        world_bank([{k: v for k, v in one.items() if k != "date"} for one in records()]),
        "lack 'date'",
    ),
    "text for a number": (
        world_bank([{**one, "value": "n/a"} for one in records()]),
        "n/a",
    ),
    "an unknown place": (
        world_bank([{**one, "countryiso3code": "QQQ"} for one in records()[:22]]),
        "Unknown places: QQQ",
    ),
    "the same with two values": (
        world_bank([*records(), {**records()[0], "value": 1.0}]),
        "Rows repeat",
    ),
}


@pytest.mark.parametrize("how", NOT_DATA)
def test_what_is_no_data_is_refused_and_named(how: str, publisher: Publisher) -> None:
    run()
    body, words = NOT_DATA[how]
    publisher.says(body)
    found = run()
    assert result(found) == "failed"
    assert words in found.outcomes[0].words
    assert in_use() == 10.0


def test_exact_repeats_are_kept_once_and_told(publisher: Publisher) -> None:
    publisher.says(world_bank([*records(), records()[0]]))
    found = run()
    assert result(found) == "new"
    assert "1 rows came twice" in found.outcomes[0].words


@pytest.mark.parametrize("days", [-365, 365])
def test_a_clock_that_is_wrong_is_noticed(days: int, publisher: Publisher) -> None:
    run()
    publisher.says(world_bank(records(1.01)), "Date: Wed, 25 Nov 2026 12:00:00 GMT")
    found = run(TODAY + dt.timedelta(days=days))
    assert result(found) == "quarantined"
    assert "Set the clock" in found.outcomes[0].words
    told = age(SERIES, TODAY.date() + dt.timedelta(days=days))
    assert "-" not in told.split("(")[1]
    assert ("365 days" in told) == (days > 0)
    assert in_use() == 10.0


def test_a_flipped_byte_falls_back_to_the_generation_before(publisher: Publisher) -> None:
    run()
    publisher.says(world_bank(records(1.01), lastupdated="2026-10-01"))
    run()
    assert in_use() == 10.1
    newest = generations.current(generations.root())
    for name in (f"{SERIES}.csv", f"{SERIES}.origin.toml", "manifest.json"):
        path = newest / name  # type: ignore[operator]
        whole = path.read_bytes()
        path.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
        assert in_use() == 10.0, name
        path.write_bytes(whole)
        assert in_use() == 10.1


def test_three_generations_stay(publisher: Publisher) -> None:
    for number in range(6):
        publisher.says(world_bank(records(1 + number / 100), lastupdated=f"2026-10-0{number + 1}"))
        assert result(run()) == "new"
    names = [path.name for path in generations.numbered(generations.root())]
    assert names == ["000006", "000005", "000004"]
    assert (generations.root() / "CURRENT").read_text("ascii") == "000006"


def test_a_clock_a_year_off_purges_nothing_and_hides_nothing(publisher: Publisher) -> None:
    for number, days in enumerate((0, 365, -365), 1):
        publisher.says(world_bank(records(1 + number / 100), lastupdated=f"2026-10-0{number}"))
        assert result(run(TODAY + dt.timedelta(days=days))) == "new"
        assert in_use() == 10 + number / 10
    assert len(generations.numbered(generations.root())) == 3


def test_what_may_be_passed_on_can_be_bundled(publisher: Publisher, tmp_path: Path) -> None:
    run()
    (tmp_path / "bundle").mkdir()
    assert bundle(tmp_path / "bundle") == [SERIES]
    again = snapshot.read(SERIES, tmp_path / "bundle")
    assert again.origins == snapshot.read(SERIES).origins


def test_what_may_not_be_passed_on_stays_in_the_store(
    publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = dict(catalog.sources())
    id = "world-bank-wdi-suicide"
    mine[id] = dataclasses.replace(mine[id], redistributable=False)
    monkeypatch.setattr(catalog, "sources", lambda: mine)
    monkeypatch.setattr(catalog, "source", lambda id: mine[id])
    assert result(run()) == "new"
    (tmp_path / "bundle").mkdir()
    assert bundle(tmp_path / "bundle") == []
    assert list((tmp_path / "bundle").iterdir()) == []


def test_the_terminal_says_what_happened(
    publisher: Publisher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(refresh_command, "open_door", door)
    assert main(["refresh", SERIES]) == 0
    assert f"1/1 {SERIES}: new. 110 rows." in capsys.readouterr().out
    publisher.says(world_bank(records(10.0)))
    assert main(["refresh", SERIES, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["well"], told["series"][0]["result"]) == (False, "quarantined")
    assert main(["refresh", "--waiting"]) == 0
    assert "10 times as large" in capsys.readouterr().out
    report = generations.root() / "report.md"
    accepted = ["refresh", "--accept", told["series"][0]["held"], "--report", str(report)]
    assert main(accepted) == 0
    assert "| Japan | all | 2000-01-01 | 2000-12-31 | 12 | 120 |" in report.read_text("utf-8")
    assert main(["refresh", "no-such-series"]) == 1
    assert "no-such-series" in capsys.readouterr().err


def test_a_series_without_a_live_source_says_so(publisher: Publisher) -> None:
    card = catalog.indicator("us-youth-sadness")
    found = refresh([card], door(), lambda *_: None, lambda: TODAY)
    assert "no live source" in found.outcomes[0].words


def test_the_store_is_never_in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDSWELL_STORE", str(Path(__file__).parent / "store"))
    with pytest.raises(generations.StoreError, match="outside the repository"):
        generations.root()
