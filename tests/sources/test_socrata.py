"""Socrata: counted, paged, complete; cells become those of the CSV export. Values are made up."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from utils import catalog
from utils.model.live import Reply, Request
from utils.sources import socrata

CARD = catalog.indicator("us-anxiety-symptoms")
LIVE = catalog.source("cdc-pulse-anxiety-depression").live
assert LIVE is not None


def row(state: str, start: str, end: str, **cells: Any) -> dict[str, Any]:
    """A row as SODA sends it: text only, no key for an empty cell."""
    return {
        "indicator": "Symptoms of Anxiety Disorder",
        "group": "By State" if state != "United States" else "National Estimate",
        "state": state,
        "subgroup": state,
        "time_period_start_date": f"{start}T00:00:00.000",
        "time_period_end_date": f"{end}T00:00:00.000",
        **cells,
    }


ROWS = [
    row("United States", "2020-04-23", "2020-05-05", value="11.5", low_ci="10", high_ci="12.5"),
    row("Alabama", "2020-04-23", "2020-05-05", value="9", low_ci="7.1", high_ci="11"),
    row("Alaska", "2020-04-23", "2020-05-05"),
    row("United States", "2020-05-07", "2020-05-12"),
]


def reply(content: object, url: str = "https://data.example/x.json", **headers: str) -> Reply:
    return Reply(Request(url), json.dumps(content).encode(), headers)


def read(rows: list[dict[str, Any]], count: object = None, **headers: str):  # type: ignore[no-untyped-def]
    counted = reply([{"count": str(len(rows) if count is None else count)}])
    return socrata.read([counted, reply(rows, **headers)], CARD, LIVE)


def test_asks_for_a_count_and_for_ordered_pages() -> None:
    count, page = socrata.requests(CARD, LIVE)
    asked = parse_qs(urlsplit(page.url).query)
    assert page.url.startswith("https://data.cdc.gov/resource/8pt5-q6wp.json?")
    assert asked["$order"] == [":id"]
    assert asked["indicator"] == ["Symptoms of Anxiety Disorder"]
    assert asked["$select"][0].split(",")[4:] == [
        "time_period_start_date",
        "time_period_end_date",
        "value",
        "low_ci",
        "high_ci",
    ]
    assert parse_qs(urlsplit(count.url).query)["$select"] == ["count(*)"]


@pytest.mark.parametrize(
    ("id", "source", "field"),
    [
        ("us-suicide-rate-quarterly", "nchs-vsrr-quarterly", "rate_overall"),
        ("us-suicide-rate-quarterly", "nchs-vsrr-quarterly", "rate_65_74"),
        ("us-suicide-rate-quarterly", "nchs-vsrr-quarterly", "rate_district_of_columbia"),
        ("us-depression-diagnosis", "cdc-cdi", "locationdesc"),
        ("us-medication", "cdc-pulse-care", "lowci"),
    ],
)
def test_fields_are_named_as_the_publisher_names_them(id: str, source: str, field: str) -> None:
    live = catalog.source(source).live
    assert live is not None
    _, page = socrata.requests(catalog.indicator(id), live)
    assert field in parse_qs(urlsplit(page.url).query)["$select"][0].split(",")


def test_pages_follow_until_one_is_not_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socrata, "PAGE", 2)
    count, first = socrata.requests(CARD, LIVE)
    pages = [reply(ROWS[:2], first.url)]
    second = socrata.following(pages)
    assert second is not None
    assert parse_qs(urlsplit(second.url).query)["$offset"] == ["2"]
    assert socrata.following([*pages, reply(ROWS[2:3], second.url)]) is None
    assert socrata.following([reply([{"count": "4"}], count.url)]) is None


def test_cells_become_rows_with_their_gaps() -> None:
    found = read(ROWS, **{"x-soda2-truth-last-modified": "Thu, 08 Oct 2026 10:00:00 GMT"})
    rows = found.rows.set_index(["place", found.rows["start"].dt.strftime("%Y-%m-%d")])
    assert rows.loc[("USA", "2020-04-23"), ["value", "low", "high"]].tolist() == [11.5, 10, 12.5]
    assert rows.loc[("US-AK", "2020-04-23"), "status"] == "Q"
    assert rows.loc[("USA", "2020-05-07"), "status"] == "M"
    assert str(found.updated) == "2026-10-08"


def test_repeats_across_pages_mean_that_others_are_missing() -> None:
    counted = reply([{"count": "4"}])
    with pytest.raises(ValueError, match="pages overlap"):
        socrata.read([counted, reply(ROWS[:2]), reply(ROWS[1:3])], CARD, LIVE)


def test_columns_and_types_are_remembered() -> None:
    headers = {"x-soda2-fields": '["value","state"]', "x-soda2-types": '["number","text"]'}
    assert read(ROWS, **headers).signature == "state text\nvalue number"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda rows: rows[:-1], "counts 4 rows, 3 came"),
        (lambda rows: [{**rows[0], "newest": "1"}, *rows[1:]], "not asked for: newest"),
        (lambda rows: [{**rows[0], "value": "n/a"}, *rows[1:]], "n/a"),
        (lambda rows: [{**rows[0], "value": ["1"]}, *rows[1:]], "column value holds list"),
        (lambda rows: [{**rows[0], "value": True}, *rows[1:]], "column value holds bool"),
        (lambda rows: [{**rows[0], "state": "Atlantis"}, *rows[1:]], "Atlantis"),
        (lambda rows: [{**rows[0], "group": "By Moon"}, *rows[1:]], "By Moon"),
        (lambda rows: [{**rows[0], "time_period_start_date": "soon"}, *rows[1:]], "soon"),
        (lambda rows: [{**rows[1], "value": "2"}, *rows[1:]], "Rows repeat"),
        (lambda rows: {"code": "x", "error": True, "message": "No such column: states"}, "states"),
        (lambda rows: {"errorCode": "y", "message": "Query: no-such-column; z"}, "column; z"),
        (lambda rows: "text", "no list of rows"),
        (lambda rows: [1, 2, 3, 4], "no list of rows"),
    ],
)
def test_what_is_off_is_named(change, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        read(change(ROWS), count=4)


@pytest.mark.parametrize("name", ["group", "state", "time_period_end_date", "value", "low_ci"])
def test_a_column_that_is_gone_is_told_by_name(name: str) -> None:
    with pytest.raises(ValueError, match=f"lacks the column {name}"):
        read([{key: cell for key, cell in one.items() if key != name} for one in ROWS])


@pytest.mark.parametrize("count", [[], [{"count": "many"}], [{}], [{"count": "4"}, {"count": "4"}]])
def test_a_count_that_is_none_is_an_error(count: object) -> None:
    with pytest.raises(ValueError, match="how many rows"):
        socrata.read([reply(count), reply(ROWS)], CARD, LIVE)
