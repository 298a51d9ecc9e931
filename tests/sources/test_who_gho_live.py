"""WHO's OData asked live: pages by its own links, on its own host only. Values are made up."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest

from utils import catalog
from utils.model.cards import Live
from utils.model.live import Reply, Request
from utils.sources import who_gho_live

LIVE = Live("https://gho.example", "who_gho_live", {})
ANY = catalog.indicator("suicide-rate-world")
CARD = dataclasses.replace(ANY, data=dataclasses.replace(ANY.data, live={"indicator": "MADE_UP"}))
(FIRST,) = who_gho_live.requests(CARD, LIVE)
LINK = f"{FIRST.url}?$skip=1"


def record(place: str, **cells: Any) -> dict[str, Any]:
    return {
        "Id": 1,
        "IndicatorCode": "MADE_UP",
        "SpatialDimType": "COUNTRY",
        "SpatialDim": place,
        "TimeDimType": "YEAR",
        "TimeDim": 2019,
        "Dim1Type": "SEX",
        "Dim1": "SEX_BTSX",
        "Dim2": None,
        "Dim3": None,
        "NumericValue": 11.5,
        "Low": 9.5,
        "High": 12.5,
        **cells,
    }


def page(*records: dict[str, Any], **more: Any) -> Reply:
    return Reply(Request(FIRST.url), json.dumps({"value": records, **more}).encode())


PAGES = [page(record("AFG"), **{"@odata.nextLink": LINK}), page(record("ALB"))]


def test_pages_follow_the_links_of_the_reply() -> None:
    assert FIRST.url == "https://gho.example/api/MADE_UP"
    following = who_gho_live.following(PAGES[:1])
    assert following is not None
    assert following.url == LINK
    assert who_gho_live.following(PAGES) is None


@pytest.mark.parametrize(
    "link",
    ["https://elsewhere.example/api", "http://gho.example/api/x", "https://gho.example.org/", 7],
)
def test_never_to_another_host(link: object) -> None:
    with pytest.raises(ValueError, match="elsewhere"):
        who_gho_live.following([page(record("AFG"), **{"@odata.nextLink": link})])


def test_all_pages_make_one_table_with_intervals() -> None:
    rows = who_gho_live.read(PAGES, CARD, LIVE).rows
    assert rows[["place", "value", "low", "high"]].to_numpy().tolist() == [
        ["AFG", 11.5, 9.5, 12.5],
        ["ALB", 11.5, 9.5, 12.5],
    ]


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (PAGES[:1], "not whole"),
        ([PAGES[0], page(record("AFG", Id=5))], "pages overlap"),
        ([page(record("AFG"), record("AFG", NumericValue=10.0))], "repeat"),
        ([page(record("AFG", SpatialDimType="MOON"))], "MOON"),
        ([page(record("AFG", Dim2="AGEGROUP_X"))], "AGEGROUP_X"),
        ([Reply(FIRST, b'{"error": {"message": "gone"}}')], "gone"),
        *[
            ([page({k: v for k, v in record("AFG").items() if k != name})], name)
            for name in who_gho_live.FIELDS
        ],
    ],
)
def test_what_is_off_is_named(pages: list[Reply], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        who_gho_live.read(pages, CARD, LIVE)
