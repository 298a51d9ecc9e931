"""GDELT's timeline by day: shares of news, a sentence told apart from data. Values are made up."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest

from utils import catalog
from utils.model.cards import Live
from utils.model.live import Reply, Request
from utils.sources import gdelt_timeline

LIVE = Live("https://news.example", "gdelt_timeline", {})
ANY = catalog.reach()["wikipedia-en"]
CARD = dataclasses.replace(
    ANY, data=dataclasses.replace(ANY.data, live={"query": '"mental health day"'})
)
DAYS = [{"date": f"202611{day:02}T000000Z", "value": day / 10} for day in range(20, 26)]


def body(days: object = DAYS, resolution: str = "day") -> bytes:
    details = {"title": "made up", "date_resolution": resolution}
    return json.dumps(
        {"query_details": details, "timeline": [{"series": "x", "data": days}]}
    ).encode()


def read(raw: bytes, served: dt.datetime | None = None) -> Any:
    return gdelt_timeline.read([Reply(Request("x"), raw, {}, served)], CARD, LIVE).rows


def test_asks_slowly_for_days() -> None:
    (request,) = gdelt_timeline.requests(CARD, LIVE)
    assert request.spacing > 5
    assert request.url == (
        "https://news.example/api/v2/doc/doc?query=%22mental%20health%20day%22"
        "&mode=timelinevol&format=json&timespan=3months"
    )


def test_days_that_are_over() -> None:
    rows = read(body(), dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC))
    assert rows["value"].tolist() == [2.0, 2.1, 2.2, 2.3, 2.4]
    assert (rows["start"] == rows["end"]).all()


def test_escapes_that_json_does_not_know_are_no_harm() -> None:
    raw = body().replace(b"made up", b"it\\'s \\x \x01 up")
    assert len(read(raw)) == 6


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"Your query was too short or too long.", "too short or too long"),
        (b'{"timeline": []}', "no single timeline"),
        (b"[1]", "no single timeline"),
        (body([]), "no day"),
        (body(resolution="15m"), "not days"),
        (body([{"date": "20261120T000000Z"}]), "lacks 'value'"),
        (body([{"day": "20261120T000000Z", "value": 1}]), "lacks 'date'"),
        (body([*DAYS, DAYS[0]]), "Rows repeat"),
        (body([{**DAYS[0], "value": 101}]), "outside 0 to 100"),
        (body([{**DAYS[0], "value": "much"}]), "much"),
        (body([{**DAYS[0], "date": "20261120T001500Z"}]), "001500"),
    ],
)
def test_what_is_off_is_named(raw: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read(raw)
