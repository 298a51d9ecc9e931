"""World Bank API v2, `/country/all/indicator/<id>?format=json`: a list of meta and rows.

Errors arrive with HTTP 200 as a list of one message; no data gives `[meta, null]`; groups
of countries stand among the countries, some of them without a three-letter code.
"""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from utils.model import Indicator
from utils.sources import tables

TAKEN = {"1W": "WLD", "EU": "EU27"}
GROUPS = """
1A 4E 7E 8S B8 F1 OE S1 S2 S3 S4 T2 T3 T4 T5 T6 T7 V1 V2 V3 V4 XC XD XE XF XG XH XI XJ
XL XM XN XO XP XQ XT XU XX XY Z4 Z7 ZF ZG ZH ZI ZJ ZQ ZT
"""
NOT_TAKEN = frozenset(GROUPS.split())
"""Two-letter ids of the bank's regions, income and lending groups: no places of ours."""


def tidy(raw: bytes, card: Indicator) -> pd.DataFrame:
    """Values by country and year, newest first as sent; ``select.indicator`` is the id asked.

    Raises `ValueError` with the bank's own words for an error, for a reply without data,
    for one page of several, for another indicator and for an unknown area.
    """
    meta, records = _parts(json.loads(raw.decode("utf-8-sig")))
    if meta["pages"] > 1:
        raise ValueError(f"Page {meta['page']} of {meta['pages']}: ask for more rows a page.")
    strange = {record["indicator"]["id"] for record in records} - {card.data.select["indicator"]}
    if strange:
        raise ValueError(f"The reply holds the indicator {sorted(strange)}.")
    kept = [record for record in records if record["country"]["id"] not in NOT_TAKEN]
    start, end = tables.years(pd.Series([record["date"] for record in kept], dtype="str"))
    return tables.no_repeats(
        tables.tidy_frame(
            place=[_place(record) for record in kept],
            group_by="all",
            group="all",
            start=start,
            end=end,
            value=pd.Series([record["value"] for record in kept], dtype="float64"),
            status="E" if card.method == "modelled" else "A",
        )
    )


def _parts(reply: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    if len(reply) == 1 and "message" in reply[0]:
        words = "; ".join(f"{part['key']}: {part['value']}" for part in reply[0]["message"])
        raise ValueError(f"The World Bank refused: {words}")
    meta, records = reply
    if not records:
        raise ValueError("The World Bank has no data for this question.")
    return meta, records


def _place(record: dict[str, Any]) -> str:
    country = record["country"]
    code = TAKEN.get(country["id"], record["countryiso3code"])
    if not code:
        raise ValueError(f"'{country['value']}' ({country['id']}) has no country code.")
    return str(code)
