"""Page views by day become whole weeks; a day that is missing is never a low number."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest

from utils import catalog
from utils.model.live import Reply, Request
from utils.sources import wikimedia_pageviews

LIVE = catalog.source("wikimedia-pageviews").live
assert LIVE is not None
WHOLE = catalog.reach()["wikipedia-en"]
ONE = {"project": "en.wikipedia", "articles": {"Made up": "Made up"}}
CARD = dataclasses.replace(WHOLE, data=dataclasses.replace(WHOLE.data, live=ONE))


def days(first: str, many: int, without: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """So many days, one view more each day. The numbers are made up."""
    start = dt.date.fromisoformat(first)
    return [
        {
            "project": "en.wikipedia",
            "article": "Made_up",
            "granularity": "daily",
            "timestamp": f"{start + dt.timedelta(days=number):%Y%m%d}00",
            "access": "all-access",
            "agent": "user",
            "views": 100 + number,
        }
        for number in range(many)
        if number not in without
    ]


def read(items: object) -> Any:
    reply = Reply(Request("https://wiki.example/"), json.dumps({"items": items}).encode())
    return wikimedia_pageviews.read([reply], CARD, LIVE).rows


def test_asks_each_article_by_its_title() -> None:
    found = wikimedia_pageviews.requests(WHOLE, LIVE)
    assert len(found) == 50
    assert found[0].url == (
        "https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/en.wikipedia/all-access/"
        "user/Acute_stress_disorder/daily/20190101/20991231"
    )
    live = {"project": "fr.wikipedia", "articles": {"A": "Trouble/dépression"}}
    card = dataclasses.replace(CARD, data=dataclasses.replace(CARD.data, live=live))
    assert "/Trouble%2Fd%C3%A9pression/daily" in wikimedia_pageviews.requests(card, LIVE)[0].url


def test_the_articles_are_those_of_the_table() -> None:
    asked = set((WHOLE.data.live or {})["articles"])
    lines = (catalog.cards.DATA / "tables" / "wikipedia-en.csv").read_text("utf-8").splitlines()
    assert asked == {line.split(",")[2] for line in lines[1:]}


def test_whole_weeks_only() -> None:
    rows = read(days("2019-01-01", 16))  # six days, seven days, and three of the next week
    assert rows["value"].tolist() == [sum(range(100, 106)), sum(range(106, 113))]
    assert rows["start"].dt.strftime("%Y-%m-%d").tolist() == ["2019-01-01", "2019-01-07"]
    assert rows["end"].dt.strftime("%Y-%m-%d").tolist() == ["2019-01-06", "2019-01-13"]


@pytest.mark.parametrize("without", [(8,), tuple(range(6, 13))])
def test_a_missing_day_makes_its_week_a_gap(without: tuple[int, ...]) -> None:
    rows = read(days("2019-01-01", 20, without))
    assert rows["status"].tolist() == ["A", "M", "A"]
    assert rows["value"].isna().tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda items: [{**items[0], "article": "Other"}, *items[1:]], "another article"),
        (lambda items: [{**items[0], "agent": "all-agents"}, *items[1:]], "another agent"),
        (lambda items: [{**items[0], "views": "7"}, *items[1:]], "no counts"),
        (lambda items: [{**items[0], "views": -7}, *items[1:]], "no counts"),
        (lambda items: [{**items[1], "views": 7}, *items[1:]], "a day twice"),
        (lambda items: [{**items[0], "timestamp": "soon"}, *items[1:]], "soon"),
        (lambda items: [], "lacks any day"),
        (lambda items: None, "no list 'items'"),
        *[
            (
                lambda items, name=name: [
                    {k: v for k, v in one.items() if k != name} for one in items
                ],
                name,
            )
            for name in wikimedia_pageviews.FIELDS
        ],
    ],
)
def test_what_is_off_is_named(change, words: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=words):
        read(change(days("2019-01-01", 13)))


def test_the_same_day_twice_counts_once() -> None:
    items = days("2019-01-01", 6)
    assert read([*items, items[0]])["value"].tolist() == [sum(range(100, 106))]
