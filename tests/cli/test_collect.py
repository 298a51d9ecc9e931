"""Collect from end to end: days are stored once, gaps are gaps, pages and claims go on working."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.collect_house import (
    ACCOUNTS,
    CAMPAIGN,
    DAY,
    ONE,
    OTHER,
    POSTS,
    TAG,
    TODAY,
    Mastodon,
    move_in,
    went,
)
from tests.download.fault_server import http, serving
from tests.store.collected.databases import server, url
from utils import catalog
from utils.claims import verify
from utils.claims.make import make
from utils.claims.slug import slug
from utils.cli.__main__ import main
from utils.cli.collect_plan import plan
from utils.cli.collect_publish import publish
from utils.cli.library import SnapshotLibrary
from utils.model import Claim
from utils.store import collecting, generations, lock, snapshot
from utils.store.collected import opened
from utils.store.verify import verify as checked

__all__ = ["server", "url"]
pytestmark = pytest.mark.allow_hosts(["127.0.0.1", "::1"])
LABEL = f"#RUOKDay on {ONE}"


@pytest.fixture
def house(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mastodon]:
    monkeypatch.setenv("GROUNDSWELL_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("GROUNDSWELL_MASTODON_SERVERS", f"{ONE} {OTHER}")
    monkeypatch.setenv("DATABASE_URL", url)
    one = Mastodon()
    with serving(one.answer) as server:
        move_in(monkeypatch.setattr, server.url, tmp_path)
        yield one


def days(id: str = POSTS, group: str = LABEL) -> dict[str, tuple[float, str]]:
    rows = snapshot.read(id).rows
    mine = rows[rows["group"] == group]
    return {f"{row['start']:%m-%d}": (row["value"], row["status"]) for _, row in mine.iterrows()}


def test_days_that_are_over_reach_the_pages_with_server_and_origin(house: Mastodon) -> None:
    found, told = went()
    assert [(one.server, one.result, one.written.new) for one in told] == [
        (ONE, "counted", 14),
        (OTHER, "counted", 14),
    ]
    assert found.well
    assert set(found.published.series) == {POSTS, ACCOUNTS}
    assert days() == {f"11-{day}": (float(day), "A") for day in range(19, 25)}
    assert days(ACCOUNTS)["11-19"] == (10.0, "A")
    evidence = snapshot.read(POSTS)
    assert set(evidence.rows["group"]) == {LABEL, f"#RUOKDay on {OTHER}"}
    origin = evidence.origins[0]
    assert (origin.id, origin.url, origin.retrieved, origin.rows) == (
        f"mastodon-{ONE}-2026-11", f"https://{ONE}/", TODAY.date(), 6,
    )  # fmt: skip
    mine = evidence.rows[evidence.rows["origin"] == origin.id]
    given = mine[["place", "group_by", "group", "start", "end", "value", "status"]]
    text = given.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d")
    assert hashlib.sha256(text.encode()).hexdigest() == origin.sha256
    assert checked(POSTS, snapshot.home(POSTS), passed_on=False) == []
    assert main(["verify", POSTS, ACCOUNTS]) == 0


def test_the_same_again_counts_nothing_twice(house: Mastodon) -> None:
    went()
    found, told = went(TODAY + dt.timedelta(hours=1))
    assert [(one.written.new, one.written.replaced) for one in told] == [(0, 0), (0, 0)]
    assert found.published.series == ()
    assert len(generations.numbered(generations.root())) == 1


def test_a_day_seen_in_part_is_replaced_when_it_is_over(house: Mastodon) -> None:
    went()
    assert "11-25" not in days()
    house.now, house.extra = TODAY + DAY, 100
    _, told = went(TODAY + DAY)
    assert told[0].written.new == 2  # the new day, posts and accounts
    assert days()["11-25"] == (125.0, "A")


def test_a_server_that_is_down_stops_nobody_and_its_days_become_gaps(house: Mastodon) -> None:
    went()
    house.broken[ONE] = http(b"{}", status="403 Forbidden")
    for later in (3, 9, 12):
        house.now = TODAY + later * DAY
        found, told = went(house.now)
        assert [one.result for one in told] == ["failed", "counted"]
        assert not found.well
    del house.broken[ONE]
    house.now = TODAY + 14 * DAY
    found, told = went(house.now)
    assert found.well
    mine = days()
    assert [mine[day][1] for day in ("11-24", "11-25", "12-02")] == ["A", "M", "M"]
    assert mine["12-03"] == (3.0, "A")
    assert list(mine) == sorted(mine)
    assert len(mine) == 20
    others = days(group=f"#RUOKDay on {OTHER}")
    assert {status for _, status in others.values()} == {"A"}
    one = collecting.read(generations.root()).servers[0]
    assert (one.server, one.tags, one.failed) == (ONE, 1, 0)


def test_a_failed_visit_is_remembered(house: Mastodon) -> None:
    house.broken[ONE] = http(b"{}", status="404 Not Found")
    _, told = went()
    assert (told[0].result, told[0].kind) == ("failed", "refused")
    (first, other) = opened().visits()
    assert (first.server, first.tag, first.kind, first.good) == (ONE, TAG, "refused", None)
    assert (other.kind, other.good) == ("", TODAY)
    (server, _) = collecting.read(generations.root()).servers
    assert (server.failed, server.kinds, server.good) == (1, ("refused",), "")
    assert LABEL not in set(snapshot.read(POSTS).rows["group"])


def test_a_claim_on_collected_days_holds_when_more_days_come(house: Mastodon) -> None:
    went()
    library = SnapshotLibrary()
    line = f"reach:{POSTS}:WLD:2026-11-20:hashtag={slug(LABEL)}"
    told = make(line, library, TODAY.date())
    assert isinstance(told, Claim)
    assert told.quantity.text == "20 posts"
    kept = verify.recorded(told, library)
    house.now = TODAY + 8 * DAY
    went(house.now)
    (again,) = verify.verify([kept], SnapshotLibrary(), house.now.date())
    assert (again.outcome, again.now) == ("source superseded", "20 posts")
    house.now = TODAY + 12 * DAY
    told = make(line, SnapshotLibrary(), house.now.date())
    assert isinstance(told, Claim)
    kept = verify.recorded(told, SnapshotLibrary())
    went(house.now)
    (again,) = verify.verify([kept], SnapshotLibrary(), house.now.date())
    assert again.outcome == "holds"


def test_a_campaign_gets_the_series_of_its_hashtags(house: Mastodon) -> None:
    before = {use.id for use in SnapshotLibrary().campaigns()[CAMPAIGN].series}
    assert not before & {POSTS, ACCOUNTS}
    went()
    campaigns = SnapshotLibrary().campaigns()
    mine = {use.id: use.groups for use in campaigns[CAMPAIGN].series}
    assert mine[POSTS] == (LABEL, f"#RUOKDay on {OTHER}")
    assert POSTS not in {use.id for use in campaigns["heads-together"].series}


def test_pages_get_the_counts_later_if_a_refresh_runs(house: Mastodon) -> None:
    with lock.held(generations.root()):
        found, _ = went()
    assert found.published.waits
    assert found.well
    assert POSTS not in snapshot.stored()
    assert set(publish(opened(), TODAY).series) == {POSTS, ACCOUNTS}
    assert days()["11-24"] == (24.0, "A")


def test_a_hashtag_rests_after_a_good_visit(
    house: Mastodon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went()
    address = catalog.source("mastodon").collect.base.rpartition("/")[0]  # type: ignore[union-attr]
    move_in(monkeypatch.setattr, address, tmp_path, rest_hours=6.0)
    _, told = went(TODAY + dt.timedelta(hours=5))
    assert {one.result for one in told} == {"rested"}
    _, told = went(TODAY + dt.timedelta(hours=6))
    assert {one.result for one in told} == {"counted"}


def test_it_asks_no_further_back_than_needed(house: Mastodon) -> None:
    collect = catalog.source("mastodon").collect
    assert collect
    store = opened()
    assert store.since("mastodon", collect, ONE, TAG, TODAY.date()) == TODAY.date() - 6 * DAY
    went()
    assert store.since("mastodon", collect, ONE, TAG, TODAY.date()) == TODAY.date()
    assert store.since("mastodon", collect, ONE, "else", TODAY.date()) == TODAY.date() - 6 * DAY


def test_hashtags_come_from_the_cards_and_the_command() -> None:
    assert plan(["ruok-day"]).tags == (TAG,)
    assert plan([], ["#RUOKDay", "ruokday", "Something_Else"]).tags == (TAG, "something_else")
    every = plan().tags
    assert len(every) == len(set(every)) > 20
    with pytest.raises(catalog.CardError, match="no campaign 'nobody'"):
        plan(["nobody"])
    with pytest.raises(catalog.CardError, match="can't be collected"):
        plan(sources=["cdc-brfss"])
    for tag in ("#", "two words", "2026", "a/b", "@somebody"):
        with pytest.raises(ValueError, match="no hashtag"):
            plan([], [tag])


@pytest.mark.parametrize(
    "bad",
    ["http://mastodon.social", "mastodon.social/x", "127.0.0.1", "localhost", "a b@c.d",
     "mastodon.social:443", "-a.example", " ".join(f"s{n}.example" for n in range(21))],
)  # fmt: skip
def test_servers_are_host_names_of_the_configuration(bad: str) -> None:
    name = "GROUNDSWELL_MASTODON_SERVERS"
    with pytest.raises(ValueError, match=name):
        plan(sources=["mastodon"], environment={name: bad})
    good = plan(sources=["mastodon"], environment={name: "B.example, a.example b.example"})
    assert [place.server for place in good.places] == ["b.example", "a.example"]
    usual = plan(sources=["mastodon"], environment={name: " "})
    assert [place.server for place in usual.places] == ["mastodon.social"]
