"""What a page says of the freshness of its figures: calm, dated, and nothing where all is well."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.opened import announced, opened, words
from tests.sources.test_who_gho_live import record
from utils import catalog
from utils.cli.refresh_series import as_evidence
from utils.model import Evidence
from utils.model.live import Found, Reply, Request
from utils.sources import who_gho_live
from utils.store import generations, publish, quarantine, snapshot, visits
from utils.store.gates import Objection
from utils.store.standing import Standing
from utils.store.visits import Visit
from utils.ui import freshness, leave, load, passing_on, sources

SERIES, WHO = "suicide-rate-world", "who-suicide-rate"
NOW = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GROUNDSWELL_STORE", str(tmp_path / "store"))
    (tmp_path / "store").mkdir()
    return tmp_path / "store"


def raised(factor: float) -> Evidence:
    """The bundled series with other values, as no publisher ever said them."""
    whole = snapshot.read(SERIES, snapshot.TABLES)
    return whole.with_rows(whole.rows.assign(value=whole.rows["value"] * factor))


def visited(store: Path, **visit: str) -> None:
    visits.write(store, {SERIES: Visit(**visit)})  # type: ignore[arg-type]


def statistics() -> AppTest:
    return opened("statistics", indicator=SERIES)


def notes(app: AppTest) -> list[str]:
    return [one for one in words(app).splitlines() if "those shown were read on" in one]


def test_nothing_is_said_where_nobody_ever_refreshed(store: Path) -> None:
    assert notes(statistics()) == []
    page = words(opened("sources", series=SERIES))
    assert "Last asked" not in page
    assert "Waiting for a person" not in page


def test_a_flipped_byte_shows_the_generation_before_and_says_so(store: Path) -> None:
    for factor in (1.1, 1.2):
        publish.publish(store, {SERIES: raised(factor)}, NOW, "test")
    assert notes(statistics()) == []
    newest = generations.current(store) / f"{SERIES}.csv"  # type: ignore[operator]
    whole = newest.read_bytes()
    newest.write_bytes(whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:])
    (note,) = notes(statistics())
    assert "The newest figures kept here are damaged; those shown were read on 22 Nov 2026." in note
    assert load.evidence(SERIES).rows["value"].equals(raised(1.1).rows["value"])
    page = words(opened("sources", series=SERIES))
    assert "newest figures kept here are damaged" in page


def test_what_waits_is_said_with_its_reason_and_what_to_do(store: Path) -> None:
    held = quarantine.keep(store, raised(10), SERIES, [Objection("unit", "10 times larger.")], NOW)
    (note,) = notes(statistics())
    assert "Newer figures came on 25 Nov 2026 and wait until a person has checked them" in note
    app = opened("sources", series=SERIES)
    assert "Waiting for a person" in words(app)
    assert "since 25 Nov 2026: 10 times larger." in words(app)
    assert f"python -m utils.cli refresh --accept {held.id}" in [one.value for one in app.code]


def test_a_visit_that_failed_is_said_until_one_succeeds(store: Path) -> None:
    visited(store, checked="2026-11-24T05:17:00+00:00", outcome="failed", words="It is *down*.")
    (note,) = notes(statistics())
    assert "The publisher was asked on 24 Nov 2026 without success" in note
    app = opened("sources", series=SERIES)
    told = "Last asked on 24 Nov 2026: no answer that could be used. It is *down*."
    assert told in words(app)
    table = app.dataframe[0].value.set_index("Series")
    title = catalog.indicator(SERIES).plain_title
    assert table.loc[title, "How it went"] == "no answer that could be used"
    assert list(table.columns[:5]) == ["Topic", "To", "How recent", "Last asked", "How it went"]
    when = "2026-11-25T05:17:00+00:00"
    visited(store, checked=when, good=when, outcome="unchanged")
    assert notes(statistics()) == []


def test_the_overview_says_it_too(store: Path) -> None:
    visited(store, checked="2026-11-24T05:17:00+00:00", outcome="failed")
    assert notes(opened("overview", topic="Suicide", home="FRA"))


@pytest.mark.parametrize(
    ("frequency", "days", "expected"),
    [
        ("P2W", 31, ""),
        ("P2W", 32, "overdue"),
        ("P3M", 91, ""),
        ("P3M", 92, "overdue"),
        ("P1Y", 366, "overdue"),
        ("irregular", 365, ""),
        ("P1Y", -365, ""),
    ],
)
def test_overdue_is_judged_by_the_card_and_never_by_a_clock_in_the_past(
    frequency: str, days: int, expected: str
) -> None:
    one = Standing("x", Visit(good=NOW.isoformat(), outcome="unchanged"))
    assert one.trouble(frequency, NOW.date() + dt.timedelta(days=days)) == expected
    assert Standing("x").trouble(frequency, NOW.date()) == ""


@pytest.mark.parametrize("years", [-1, 1])
def test_a_clock_a_year_off_claims_nothing(
    years: int, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish.publish(store, {SERIES: raised(1.1)}, NOW, "test")
    visited(store, checked=NOW.isoformat(), good=NOW.isoformat(), outcome="unchanged")
    wrong = NOW.date() + dt.timedelta(days=365 * years + years)
    for room in (freshness, leave, sources):
        monkeypatch.setattr(room, "today", lambda: wrong)
    app = statistics()
    assert "fresh" not in "".join(one.value for one in app.markdown if "badge" in one.value)
    assert [("25 Nov 2026" in note) for note in notes(app)] == ([True] if years > 0 else [])
    assert "-" not in "".join(notes(app))
    assert len(generations.numbered(store)) == 1


def who() -> Evidence:
    card, source = catalog.indicator(WHO), catalog.source("who-gho")
    assert source.live
    made_up: list[dict[str, Any]] = [
        record(place, IndicatorCode="MH_12", TimeDim=year, Dim1=sex)
        for place in ("AFG", "ALB", "FRA")
        for year in (2018, 2019)
        for sex in ("SEX_BTSX", "SEX_MLE")
    ]
    raw = json.dumps({"value": made_up}).encode()
    reply = Reply(Request("https://gho.example"), raw)
    found: Found = who_gho_live.read([reply], card, source.live)
    return as_evidence(found, card, source, [reply], NOW.date())


def test_what_nobody_fetched_is_listed_with_its_licence_and_how_to_fetch_it() -> None:
    app = opened("sources")
    (line,) = [one.value for one in app.markdown if f"ARGS={WHO}`" in one.value]
    assert "NonCommercial" in line
    assert "World Health Organization" in line
    assert set(load.unfetched()) >= {WHO, "who-suicide-rate-crude"}
    assert WHO not in load.series()
    assert "not available" in announced(opened("statistics", indicator=WHO))


def test_what_may_not_be_passed_on_is_shown_but_not_given_away(store: Path) -> None:
    publish.publish(store, {WHO: who()}, NOW, "test")
    assert WHO in load.indicators()
    app = opened("statistics", indicator=WHO, place=["AFG", "FRA"])
    assert app.get("plotly_chart")
    assert not [one.label for one in app.get("download_button") if "CSV" in one.label]
    assert "does not let this app pass its rows or pictures of them on" in words(app)
    assert json.loads(app.get("plotly_chart")[0].proto.config)["modeBarButtons"] == [[]]
    page = opened("sources", series=WHO)
    labels = [one.label for one in page.get("download_button") if "zip" in one.label]
    assert labels == [f"Download all {len(load.series()) - 1} series (zip)"]
    assert f"ARGS={WHO}`" not in words(page)


def test_only_a_barred_source_takes_the_camera_away(store: Path) -> None:
    usual = ("zoom2d", "toImage")
    assert passing_on.buttons([raised(1)], usual) == usual
    assert passing_on.buttons([raised(1), who()], usual) == ("zoom2d",)


def test_a_damaged_table_of_a_live_series_alone_breaks_no_page(store: Path) -> None:
    publish.publish(store, {WHO: who()}, NOW, "test")
    table = generations.current(store) / f"{WHO}.csv"  # type: ignore[operator]
    table.write_bytes(table.read_bytes().replace(b"11.5", b"19.5"))
    assert WHO not in load.indicators()
    assert f"ARGS={WHO}`" in words(opened("sources"))
    assert statistics().get("plotly_chart")
