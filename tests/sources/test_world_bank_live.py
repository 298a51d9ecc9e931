"""The World Bank asked live: pages until all rows came, in its own words when it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.live_house import records, world_bank
from utils import catalog
from utils.model.live import Reply, Request
from utils.sources import world_bank_live

CARD = catalog.indicator("suicide-rate-world")
LIVE = catalog.source("world-bank-wdi-suicide").live
assert LIVE is not None
ROWS = records(years=range(2000, 2003))


def page(rows: list[dict[str, Any]], **meta: Any) -> Reply:
    url = "https://bank.example/v2/x?per_page=6&page=1"
    return Reply(Request(url), world_bank(rows, **{"total": 15, "pages": 3, **meta}))


PAGES = [page(ROWS[:6], page=1), page(ROWS[6:12], page=2), page(ROWS[12:], page=3)]


def test_asks_for_every_country_of_one_indicator() -> None:
    (request,) = world_bank_live.requests(CARD, LIVE)
    assert request.url == (
        "https://api.worldbank.org/v2/country/all/indicator/SH.STA.SUIC.P5"
        "?format=json&per_page=10000&date=2000:2030&page=1"
    )


def test_pages_follow_until_the_last() -> None:
    second = world_bank_live.following(PAGES[:1])
    assert second is not None
    assert second.url.endswith("per_page=6&page=2")
    assert world_bank_live.following(PAGES) is None


def test_endless_pages_end() -> None:
    many = [page(ROWS[:6], pages=10**9)] * world_bank_live.MOST_PAGES
    assert world_bank_live.following(many) is None


def test_all_pages_make_one_table() -> None:
    found = world_bank_live.read(PAGES, CARD, LIVE)
    assert len(found.rows) == 15
    assert set(found.rows["status"]) == {"E"}
    assert str(found.updated) == "2026-07-13"
    assert found.signature == "unit ''"


def test_groups_of_countries_and_empty_years_are_left_out() -> None:
    group = {**ROWS[0], "country": {"id": "XC", "value": "Euro area"}, "countryiso3code": "EMU"}
    none = {**ROWS[0], "country": {"id": "XX", "value": "None"}, "countryiso3code": ""}
    empty = {**ROWS[0], "date": "2025", "value": None}
    rows = [*ROWS, group, none, empty]
    reply = page(rows, total=len(rows), pages=1)
    assert len(world_bank_live.read([reply], CARD, LIVE).rows) == 15


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        ([PAGES[0], PAGES[2]], "Pages 1, 3 of 3"),
        ([PAGES[0], PAGES[1], PAGES[1]], "Pages 1, 2, 2 of 3"),
        ([*PAGES[:2], page(ROWS[6:9], page=3)], "pages overlap"),
        ([*PAGES[:2], page(ROWS[12:14], page=3)], "15 rows, 14 came"),
        ([*PAGES[:2], page(ROWS[12:], page=3, lastupdated="2026-07-14")], "changed while"),
        ([page(ROWS, pages=0)], "pages = 0"),
        ([page(ROWS, pages="3")], "pages = '3'"),
        ([page([{**ROWS[0], "indicator": {"id": "SP.POP.TOTL"}}], pages=1, total=1)], "SP.POP"),
    ],
)
def test_what_is_not_whole_is_refused(pages: list[Reply], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        world_bank_live.read(pages, CARD, LIVE)


@pytest.mark.parametrize("name", ["indicator", "country", "countryiso3code", "date", "value"])
def test_a_renamed_column_is_told_by_name(name: str) -> None:
    rows = [{k if k != name else "other": v for k, v in one.items()} for one in ROWS]
    with pytest.raises(ValueError, match=f"lack '{name}'"):
        world_bank_live.read([page(rows, pages=1)], CARD, LIVE)
