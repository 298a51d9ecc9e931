"""WHO's Global Health Observatory (OData), asked live: pages until there is no next link."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from utils.model import Indicator
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import replies as live_replies
from utils.sources import who_gho_odata

NEXT = "@odata.nextLink"
FIELDS = (
    "IndicatorCode",
    "SpatialDimType",
    "SpatialDim",
    "TimeDimType",
    "TimeDim",
    "Dim1Type",
    "Dim1",
    "Dim2",
    "Dim3",
    "NumericValue",
    "Low",
    "High",
)


def requests(card: Indicator, live: Live) -> tuple[Request, ...]:
    """One question: the whole `indicator` in ``data.live``. Its address is configuration.

    The figures may not be passed on (CC BY-NC-SA): the source's card must say so.
    """
    return (Request(f"{live.base.rstrip('/')}/api/{(card.data.live or {})['indicator']}"),)


def following(pages: Sequence[Reply]) -> Request | None:
    """The address the reply itself names; raises `ValueError` if that is another host."""
    link = _content(pages[-1]).get(NEXT)
    if link is None:
        return None
    first = pages[0].request
    host = "/".join(first.url.split("/")[:3]) + "/"
    if not isinstance(link, str) or not link.startswith(host):
        raise ValueError(f"The next page is said to be elsewhere: {str(link)[:100]}")
    return replace(first, url=link)


def read(replies: Sequence[Reply], card: Indicator, live: Live) -> Found:
    """Values with their interval by country, year and sex, by the shape of WHO's files.

    Raises `ValueError` for a page that is missing or overlaps, or a column that is gone.
    """
    contents = [_content(reply) for reply in replies]
    if NEXT in contents[-1]:
        raise ValueError("The last page names another one: the reply is not whole.")
    records = [record for content in contents for record in content["value"]]
    for name in FIELDS:
        if any(name not in record for record in records):
            raise ValueError(f"The rows lack the column {name}.")
    # the number of a record is made anew with each load, so it says nothing about repeats
    plain = [{key: cell for key, cell in record.items() if key != "Id"} for record in records]
    kept, notes = live_replies.distinct(plain, len(replies))
    chosen = replace(card, data=replace(card.data, select=dict(card.data.live or {})))
    return Found(who_gho_odata.tidy(json.dumps({"value": kept}).encode(), chosen), None, notes)


def _content(reply: Reply) -> dict[str, Any]:
    content = live_replies.parsed(reply)
    if not isinstance(content, dict) or not isinstance(content.get("value"), list):
        raise ValueError(f"The reply has no list 'value': {str(content)[:200]}")
    return content
