"""WHO xMart, which takes over from the OData of the Global Health Observatory, asked live.

The value stands in a column named by its unit, its interval in two more that end in `L` and
`U`; countries are numbers of M49 and sexes words. The shape was seen in programs that read it
and in no recorded reply, so everything it promises is checked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from utils.model import Indicator
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import m49, tables
from utils.sources import replies as live_replies

PER_PAGE = 5_000
KEY, COUNT = "Sys_PK", "@odata.count"
FIELDS = (
    *("IND_ID", "DIM_TIME", "DIM_TIME_TYPE", "DIM_GEO_CODE_M49", "DIM_GEO_CODE_TYPE"),
    *("DIM_SEX", "DIM_PUBLISH_STATE_CODE"),
)
SEXES = {"TOTAL": ("all", "all"), "MALE": ("sex", "Male"), "FEMALE": ("sex", "Female")}


def requests(card: Indicator, live: Live) -> tuple[Request, ...]:
    """One question: every country of the `indicator` in ``data.live``, in the `table` of the card.

    The figures may not be passed on (CC BY-NC-SA): the source's card must say so.
    """
    ask = {**live.ask, **(card.data.live or {})}
    questions = {
        "$filter": f"IND_ID eq '{ask['indicator']}' and DIM_GEO_CODE_TYPE eq 'COUNTRY'",
        "$orderby": KEY,
        "$count": "true",
        "$top": str(PER_PAGE),
        "$skip": "0",
    }
    return (Request(live_replies.address(live.base, ask["table"], questions)),)


def following(pages: Sequence[Reply]) -> Request | None:
    """The next page, until as many rows came as were announced."""
    content = _content(pages[-1])
    here = sum(len(_content(page)["value"]) for page in pages)
    if here >= content[COUNT] or not content["value"]:
        return None
    url = re.sub(r"(\$skip=)\d+", rf"\g<1>{here}", pages[0].request.url)
    return replace(pages[0].request, url=url)


def read(replies: Sequence[Reply], card: Indicator, live: Live) -> Found:
    """Values with their interval by country, year and sex; of one `age` where rows carry ages.

    ``data.live``: `indicator`, `value` (the column) and, where there is one, `age`. Raises
    `ValueError` for pages that are missing or overlap, another indicator, a draft, a column
    that is gone, and any value of a dimension that is not known.
    """
    ask = {**live.ask, **(card.data.live or {})}
    records = _whole([_content(reply) for reply in replies])
    ends = {"low": f"{ask['value']}L", "high": f"{ask['value']}U"}
    needed = [*FIELDS, ask["value"], *ends.values(), *(["DIM_AGE"] if "age" in ask else [])]
    for name in needed:
        if any(name not in record for record in records):
            raise ValueError(f"The rows lack the column {name}.")
    _only(records, "IND_ID", ask["indicator"])
    _only(records, "DIM_TIME_TYPE", "YEAR")
    _only(records, "DIM_GEO_CODE_TYPE", "COUNTRY")
    _only(records, "DIM_PUBLISH_STATE_CODE", "PUBLISHED")
    rows = _of_age(records, ask)
    signature = "\n".join(sorted(name for name in records[0] if not name.startswith("Sys_")))
    return Found(_tidy(rows, ask["value"], ends, card), None, (), signature)


def _tidy(
    records: list[dict[str, Any]], value: str, ends: dict[str, str], card: Indicator
) -> pd.DataFrame:
    strange = sorted({str(row["DIM_SEX"]) for row in records} - set(SEXES))
    if strange:
        raise ValueError(f"Unknown value in DIM_SEX: {', '.join(strange)}.")
    start, end = tables.years(pd.Series([str(row["DIM_TIME"]) for row in records], dtype="str"))
    return tables.no_repeats(
        tables.tidy_frame(
            place=[m49.place(row["DIM_GEO_CODE_M49"]) for row in records],
            group_by=[SEXES[row["DIM_SEX"]][0] for row in records],
            group=[SEXES[row["DIM_SEX"]][1] for row in records],
            start=start,
            end=end,
            value=_numbers(records, value),
            low=_numbers(records, ends["low"]),
            high=_numbers(records, ends["high"]),
            status="E" if card.method == "modelled" else "A",
        )
    )


def _of_age(records: list[dict[str, Any]], ask: dict[str, Any]) -> list[dict[str, Any]]:
    if "age" not in ask:
        return records
    found = [record for record in records if record["DIM_AGE"] == ask["age"]]
    if not found:
        there = ", ".join(sorted({str(record["DIM_AGE"]) for record in records}))
        raise ValueError(f"No row has DIM_AGE {ask['age']}; there are {there[:300]}.")
    return found


def _only(records: list[dict[str, Any]], key: str, allowed: str) -> None:
    strange = sorted({str(record[key]) for record in records} - {allowed})
    if strange:
        raise ValueError(f"Unknown value in {key}: {', '.join(strange)[:300]}.")


def _numbers(records: list[dict[str, Any]], key: str) -> pd.Series:
    return pd.Series([record[key] for record in records], dtype="float64")


def _whole(contents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records of all pages, without their order in WHO's database."""
    counts = {content[COUNT] for content in contents}
    if len(counts) > 1:
        raise ValueError("The number of rows changed while they were read. Ask again.")
    records = [record for content in contents for record in content["value"]]
    if len(records) != counts.pop():
        raise ValueError(f"{contents[0][COUNT]:,} rows are announced, {len(records):,} came.")
    keys = [record.get(KEY) for record in records]
    if None in keys or len(set(keys)) != len(keys):
        raise ValueError(f"Rows came twice or without their {KEY}: the pages overlap.")
    if not records:
        raise ValueError("There is no row for this indicator.")
    return records


def _content(reply: Reply) -> dict[str, Any]:
    content = live_replies.parsed(reply)
    if not isinstance(content, dict) or not isinstance(content.get("value"), list):
        raise ValueError(f"The reply has no list 'value': {str(content)[:200]}")
    if not isinstance(content.get(COUNT), int) or content[COUNT] < 0:
        raise ValueError(f"The reply says {COUNT} = {content.get(COUNT)!r}.")
    if not all(isinstance(record, dict) for record in content["value"]):
        raise ValueError("A row of the reply is no record.")
    return content
