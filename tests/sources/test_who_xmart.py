"""WHO xMart asked live: counted pages, countries by number, one age. Values are made up."""

from __future__ import annotations

import dataclasses
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from utils import catalog
from utils.model.live import Reply, Request
from utils.sources import m49, who_xmart

CARD = catalog.indicator("who-suicide-rate-crude")
LIVE = catalog.source("who-xmart").live
assert LIVE is not None
(FIRST,) = who_xmart.requests(CARD, LIVE)


def record(key: int, country: object = "608", **cells: Any) -> dict[str, Any]:
    return {
        "Sys_PK": key,
        "IND_ID": "16BBF41SDGSUICIDE",
        "DIM_TIME": "2021",
        "DIM_TIME_TYPE": "YEAR",
        "DIM_GEO_CODE_M49": country,
        "DIM_GEO_CODE_TYPE": "COUNTRY",
        "DIM_PUBLISH_STATE_CODE": "PUBLISHED",
        "DIM_SEX": "TOTAL",
        "DIM_AGE": "TOTAL",
        "RATE_PER_100000_N": 11.5,
        "RATE_PER_100000_NL": 9.5,
        "RATE_PER_100000_NU": 12.5,
        **cells,
    }


def page(*records: dict[str, Any], count: object = None) -> Reply:
    content = {"@odata.count": len(records) if count is None else count, "value": records}
    return Reply(Request(FIRST.url), json.dumps(content).encode())


PAGES = [page(record(1), record(2, "4"), count=3), page(record(3, DIM_SEX="FEMALE"), count=3)]


def read(*pages: Reply) -> Any:
    return who_xmart.read(pages, CARD, LIVE)  # type: ignore[arg-type]


def test_asks_for_countries_in_a_stable_order_with_their_number() -> None:
    asked = parse_qs(urlsplit(FIRST.url).query)
    assert FIRST.url.startswith("https://xmart-api-public.who.int/DATA_/RELAY_WHS?")
    assert asked["$filter"] == ["IND_ID eq '16BBF41SDGSUICIDE' and DIM_GEO_CODE_TYPE eq 'COUNTRY'"]
    assert (asked["$orderby"], asked["$count"], asked["$skip"]) == (["Sys_PK"], ["true"], ["0"])


def test_pages_follow_until_all_rows_came() -> None:
    following = who_xmart.following(PAGES[:1])
    assert following is not None
    assert parse_qs(urlsplit(following.url).query)["$skip"] == ["2"]
    assert who_xmart.following(PAGES) is None
    assert who_xmart.following([page(count=3)]) is None, "an empty page would be asked for ever"


def test_values_with_their_interval_by_country_and_sex() -> None:
    found = read(
        *PAGES,
    )
    rows = found.rows[["place", "group", "value", "low", "high", "status"]]
    assert rows.to_numpy().tolist() == [
        ["PHL", "all", 11.5, 9.5, 12.5, "E"],
        ["AFG", "all", 11.5, 9.5, 12.5, "E"],
        ["PHL", "Female", 11.5, 9.5, 12.5, "E"],
    ]
    assert "RATE_PER_100000_N" in found.signature.split("\n")
    assert "Sys_PK" not in found.signature


def test_other_ages_are_left_out() -> None:
    assert len(read(page(record(1), record(2, DIM_AGE="Y10T19"))).rows) == 1


def lacks(name: str) -> Reply:
    return page({key: cell for key, cell in record(1).items() if key != name})


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (PAGES[:1], "3 rows are announced, 2 came"),
        ([PAGES[0], page(record(2), count=3)], "pages overlap"),
        ([PAGES[0], page(record(3), count=4)], "changed while they were read"),
        ([page(record(1, IND_ID="OTHER"))], "IND_ID: OTHER"),
        ([page(record(1, DIM_TIME_TYPE="QUARTER"))], "DIM_TIME_TYPE: QUARTER"),
        ([page(record(1, DIM_TIME="2021-Q1"))], "2021-Q1"),
        ([page(record(1, DIM_GEO_CODE_TYPE="MOON"))], "DIM_GEO_CODE_TYPE: MOON"),
        ([page(record(1, "999"))], "DIM_GEO_CODE_M49: 999"),
        ([page(record(1, DIM_SEX="OTHER"))], "DIM_SEX: OTHER"),
        ([page(record(1, DIM_AGE="Y10T19"))], "No row has DIM_AGE TOTAL; there are Y10T19"),
        ([page(record(1, DIM_PUBLISH_STATE_CODE="DRAFT"))], "DIM_PUBLISH_STATE_CODE: DRAFT"),
        ([page(record(1), record(2))], "repeat"),
        ([page(record(1, RATE_PER_100000_N="much"))], "much"),
        ([page()], "no row for this indicator"),
        ([page(record(1), count=-1)], "@odata.count = -1"),
        ([Reply(FIRST, b'{"value": [1], "@odata.count": 1}')], "no record"),
        ([Reply(FIRST, b'{"error": {"message": "gone"}}')], "gone"),
        *[
            ([lacks(name)], name)
            for name in (*who_xmart.FIELDS, "DIM_AGE", "RATE_PER_100000_N", "RATE_PER_100000_NU")
        ],
    ],
)
def test_what_is_off_is_named(pages: list[Reply], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        read(*pages)


def test_an_indicator_without_ages_needs_no_age() -> None:
    ask = {"indicator": "16BBF41SDGSUICIDE", "value": "RATE_PER_100000_N"}
    card = dataclasses.replace(CARD, data=dataclasses.replace(CARD.data, live=ask))
    assert len(who_xmart.read([lacks("DIM_AGE")], card, LIVE).rows) == 1  # type: ignore[arg-type]


def test_every_numbered_country_is_a_place() -> None:
    assert set(m49.CODES.values()) <= set(catalog.places())
    assert len(set(m49.CODES.values())) == len(m49.CODES)
    assert (m49.place(840), m49.place("4"), m49.place("826")) == ("USA", "AFG", "GBR")
