"""NHS monthly files asked live: one a month, each about its month. Values are made up."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from utils import catalog
from utils.model.cards import Live
from utils.model.live import Reply, Request
from utils.sources import nhs_monthly_live

CARD = catalog.indicator("gb-talking-therapies-referrals-monthly")
MONTHS = {"2025-06": "CE/june.csv", "2023-05": "5A/may.csv"}
LIVE = Live("https://files.example", "nhs_monthly_live", {"months": MONTHS})
HEAD = (
    "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,"
    "ORG_NAME2,MEASURE_ID,MEASURE_NAME,MEASURE_VALUE_SUPPRESSED"
)
MAY = "01/05/2023,31/05/2023,{kind},all,x,all,x,{id},{measure},{value}"
JUNE = MAY.replace("01/05/2023,31/05/2023", "2025-06-01,2025-06-30")


def month(line: str, head: str = HEAD, **cells: str) -> str:
    usual = {"kind": "England", "id": "M001", "measure": "Count_ReferralsReceived", "value": "11"}
    mine = {**usual, **cells}
    rows = [
        line.format(**mine),
        line.format(**{**usual, "kind": "Provider", "value": "5"}),
        line.format(**{**mine, "id": "M002", "measure": "Count_SelfReferrals", "value": "7"}),
    ]
    return "\n".join([head, *rows]) + "\n"


def read(may: str, june: str, live: Live = LIVE) -> Any:
    replies = [
        Reply(Request("x"), text.encode(), {"last-modified": f"Thu, 1{n} Sep 2025 08:30:00 GMT"})
        for n, text in enumerate((may, june), 1)
    ]
    return nhs_monthly_live.read(replies, CARD, live)


def test_asks_for_every_month_in_order() -> None:
    assert [one.url for one in nhs_monthly_live.requests(CARD, LIVE)] == [
        "https://files.example/5A/may.csv",
        "https://files.example/CE/june.csv",
    ]


def test_months_in_both_layouts_of_days_make_one_series() -> None:
    found = read(month(MAY), month(JUNE, value="12"))
    rows = found.rows
    assert rows["value"].tolist() == [11.0, 12.0]
    assert [f"{day:%Y-%m-%d}" for day in rows["end"]] == ["2023-05-31", "2025-06-30"]
    assert set(rows["place"]) == {"GB-ENG"}
    assert str(found.updated) == "2025-09-12"


@pytest.mark.parametrize(("printed", "status"), [("*", "Q"), ("-", "M"), ("", "M")])
def test_a_figure_that_is_not_printed_says_why(printed: str, status: str) -> None:
    rows = read(month(MAY), month(JUNE, value=printed)).rows
    assert rows["status"].tolist() == ["A", status]
    assert rows["value"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("june", "words"),
    [
        (month(JUNE, measure="Count_Referrals"), "0 rows of England"),
        (month(JUNE, kind="ENGLAND"), "No row has GROUP_TYPE England; there are ENGLAND, Provider"),
        (month(JUNE, id="M999"), "Count_ReferralsReceived is now MEASURE_ID M999"),
        (month(JUNE, value="11 000"), "11 000"),
        (month(MAY), "The file is about 2023-05-01 to 2023-05-31"),
        (month(JUNE.replace("2025-06-01", "June")), "Not a day in a layout that is known: June"),
        *[
            (month(JUNE, HEAD.replace(name, "OTHER")), f"lacks the column {name}")
            for name in nhs_monthly_live.COLUMNS
        ],
    ],
)
def test_what_is_off_is_named_with_its_month(june: str, words: str) -> None:
    with pytest.raises(ValueError, match=f"^2025-06: .*{words}"):
        read(month(MAY), june)


def test_a_measure_twice_is_refused() -> None:
    twice = month(JUNE).replace("Count_SelfReferrals", "Count_ReferralsReceived")
    with pytest.raises(ValueError, match="2 rows of England"):
        read(month(MAY), twice)


def test_the_same_month_at_two_addresses_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-06: The file is about"):
        read(month(MAY), month(MAY))


def test_the_card_names_every_month_once_without_a_hole() -> None:
    live = catalog.source("nhs-talking-therapies-monthly").live
    assert live is not None
    months = sorted(live.ask["months"])
    first, last = (int(text[:4]) * 12 + int(text[5:]) for text in (months[0], months[-1]))
    assert len(months) == last - first + 1
    assert len(set(live.ask["months"].values())) == len(months)
    assert dataclasses.asdict(live)["base"] == "https://files.digital.nhs.uk"
