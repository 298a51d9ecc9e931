"""Collected reach on the pages: nothing breaks before there is any, and each server stays apart."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.opened import PAGES, opened, sound, words
from utils import catalog
from utils.cli.collect_publish import publish
from utils.model.counts import Count, Counted
from utils.store import generations, snapshot
from utils.store.collected import opened as store_opened
from utils.ui import load, sources

TODAY = dt.datetime(2026, 9, 30, 12, tzinfo=dt.UTC)
POSTS, CAMPAIGN = "mastodon-posts", "ruok-day"
ONE, OTHER = "one.example", "other.example"
LABEL = f"#RUOKDay on {ONE}"


def counted(server: str, days: int) -> Counted:
    """So many days before today, of one hashtag; a gap, and a day in part. Values are made up."""
    found = []
    for back in range(days):
        day = TODAY.date() - dt.timedelta(days=back)
        for metric in ("posts", "accounts"):
            value = None if back == 3 else float(40 if back == 20 else 5 + back % 3)
            whole = value is not None and back not in (0, 2)
            found.append(Count("ruokday", metric, day, value, whole))  # type: ignore[arg-type]
    return Counted(server, tuple(found))


@pytest.fixture
def collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GROUNDSWELL_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("DATABASE_URL", "")
    store = store_opened()
    for server, days in ((ONE, 40), (OTHER, 2)):
        store.record("mastodon", counted(server, days), TODAY)
        store.visited("mastodon", server, "ruokday", TODAY)
    store.visited("mastodon", OTHER, "wmhd", TODAY, "refused")
    assert publish(store, TODAY).series
    # from here on the database may be away: pages never ask it
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:secret@/x?host=/nonexistent")
    return tmp_path / "store"


def section() -> None:
    """The part of the sources page, without the table of every series, which takes long."""
    import streamlit as st

    from utils import catalog
    from utils.ui import collecting, load, sources

    st.title("Sources")
    collecting.sources()
    if "mastodon-posts" in load.series():
        sources.detail(catalog.reach()["mastodon-posts"])
        sources.packages(catalog.reach()["mastodon-posts"])


def part() -> AppTest:
    return sound(AppTest.from_function(section, default_timeout=30).run())


def shown() -> str:
    return words(part())


def downloads(app: AppTest) -> list[str]:
    """Buttons that hand out rows; the QR code of a link holds none."""
    every = [one.proto.label for one in app.get("download_button")]
    return [label for label in every if not label.startswith("QR")]


def test_before_anything_is_collected_the_page_says_how_to_begin() -> None:
    assert POSTS not in load.series()
    assert POSTS not in {use.id for use in load.campaigns()[CAMPAIGN].series}
    said = shown()
    assert "Reach that is collected day by day" in said
    assert "Mastodon: posts by day" in said
    assert "Nothing collected yet" in said
    assert "python -m utils.cli collect --once --source mastodon" in said
    assert "**Cost:** free" in said
    assert "read on 22 Nov 2026" in said


def test_what_is_collected_is_listed_with_its_visits(collected: Path) -> None:
    said = shown()
    assert "Posts with a hashtag on Mastodon servers, by day" in said
    assert f"{ONE}: 1 hashtag asked, last on 30 Sep 2026 at 12:00 UTC, last with" in said
    assert "1 failed the last time (refused)." in said
    assert "every row names an origin" in said  # the checks that passed
    assert "is missing" not in said
    assert "collected day by day, September 2026" in said


def test_the_campaign_shows_it_and_servers_stay_apart(collected: Path) -> None:
    campaign = load.campaigns()[CAMPAIGN]
    (use,) = (use for use in campaign.series if use.id == POSTS)
    assert use.groups == (LABEL, f"#RUOKDay on {OTHER}")
    for part in (LABEL, f"#RUOKDay on {OTHER}", "each"):
        said = words(opened("campaigns", campaign=CAMPAIGN, measure=POSTS, part=part))
        assert "One server's view of the network" in said
    rows = snapshot.read(POSTS).rows.set_index(["group", "start"])
    there = rows.loc[LABEL]
    assert len(there) == 39
    assert there.loc["2026-09-28", "status"] == "P"
    assert there.loc["2026-09-27", "status"] == "M"
    assert "2026-09-30" not in there.index


def test_it_stands_beside_statistics(collected: Path) -> None:
    app = opened("side_by_side", campaign=CAMPAIGN)
    assert "Mastodon" in str([one.options for one in (*app.selectbox, *app.multiselect)])


def test_a_table_that_was_changed_is_left_out_and_no_page_breaks(collected: Path) -> None:
    table = generations.current(collected) / f"{POSTS}.csv"  # type: ignore[operator]
    table.write_bytes(table.read_bytes().replace(b",40.0,", b",41.0,"))
    assert POSTS not in load.series()
    assert "--source mastodon\n" not in shown()  # accounts are still there
    opened("campaigns", campaign=CAMPAIGN)


def test_what_may_not_be_passed_on_has_no_download(
    collected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = downloads(part())
    assert len(every) == 2
    assert len(downloads(opened("campaigns", campaign=CAMPAIGN, measure=POSTS))) == 2
    real = catalog.source
    barred = dataclasses.replace(real("mastodon"), redistributable=False)
    monkeypatch.setattr(catalog, "source", lambda id: barred if id == "mastodon" else real(id))
    load._evidence.clear()
    sources._passed_on.clear()
    app = part()
    assert "does not let this app pass its rows" in words(app)
    (left,) = downloads(app)
    numbers = [int(re.findall(r"\d+", label)[0]) for label in (every[1], left)]
    assert numbers[0] - numbers[1] == 2  # posts and accounts
    page = opened("campaigns", campaign=CAMPAIGN, measure=POSTS)
    assert downloads(page) == []
    assert "does not let this app pass its rows" in words(page)
    load._evidence.clear()
    sources._passed_on.clear()


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_every_page_stands_with_collected_reach(page: str, collected: Path) -> None:
    opened(page)
    opened(page, series=POSTS, campaign=CAMPAIGN, measure=POSTS, part=LABEL)
