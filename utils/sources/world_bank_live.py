"""The World Bank's API v2, asked live: page by page, until as many rows came as there are."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from utils.model import Card, Indicator
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import replies as live_replies
from utils.sources import world_bank_v2

PER_PAGE = 10_000
MOST_PAGES = 50


def requests(card: Card, live: Live) -> tuple[Request, ...]:
    """One question: every country of the `indicator` in ``data.live``, `date` as a range."""
    ask = {**live.ask, **(card.data.live or {})}
    questions = {"format": "json", "per_page": str(PER_PAGE), "date": ask["date"], "page": "1"}
    path = f"v2/country/all/indicator/{ask['indicator']}"
    return (Request(live_replies.address(live.base, path, questions)),)


def following(pages: Sequence[Reply]) -> Request | None:
    """The next page, if the bank says that there are more."""
    meta, _ = _parts(pages[-1])
    if len(pages) >= min(meta["pages"], MOST_PAGES):
        return None
    url = re.sub(r"([?&]page=)\d+", rf"\g<1>{len(pages) + 1}", pages[0].request.url)
    return replace(pages[0].request, url=url)


def read(replies: Sequence[Reply], card: Indicator, live: Live) -> Found:
    """Values by country and year; only years that have begun, because later ones are empty.

    Raises `ValueError` in the bank's own words for an error, and for pages that are missing,
    repeated, of different data, or not as many rows as announced.
    """
    parts = [_parts(reply) for reply in replies]
    metas = [meta for meta, _ in parts]
    _complete(metas, sum(len(records) for _, records in parts))
    records = [record for _, page in parts for record in page]
    kept, notes = live_replies.distinct(records, len(parts))
    units = sorted({str(record.get("unit") or "") for record in kept})
    whole = [{**metas[0], "page": 1, "pages": 1}, kept]
    chosen = replace(card, data=replace(card.data, select=dict(card.data.live or {})))
    rows = world_bank_v2.tidy(json.dumps(whole).encode(), chosen)
    filled = rows[rows["value"].notna()].reset_index(drop=True)
    return Found(filled, _updated(metas[0]), notes, "\n".join(f"unit '{u}'" for u in units))


def _parts(reply: Reply) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    content = live_replies.parsed(reply)
    if not isinstance(content, list):
        raise ValueError(f"The reply is no list of meta and rows: {str(content)[:200]}")
    meta, records = world_bank_v2._parts(content)
    for key in ("page", "pages", "total"):
        if not isinstance(meta.get(key), int) or meta[key] < 1:
            raise ValueError(f"The reply says {key} = {meta.get(key)!r}.")
    for key in ("indicator", "country", "countryiso3code", "date", "value"):
        if any(key not in record for record in records):
            raise ValueError(f"The rows lack '{key}'; they have {', '.join(records[0])}.")
    return meta, records


def _complete(metas: list[dict[str, Any]], here: int) -> None:
    if [meta["page"] for meta in metas] != list(range(1, metas[0]["pages"] + 1)):
        told = ", ".join(str(meta["page"]) for meta in metas)
        raise ValueError(f"Pages {told} of {metas[0]['pages']} came.")
    if len({(meta["total"], meta.get("lastupdated")) for meta in metas}) > 1:
        raise ValueError("The data changed while it was read. Ask again.")
    if metas[0]["total"] != here:
        raise ValueError(f"The bank announces {metas[0]['total']} rows, {here} came.")


def _updated(meta: dict[str, Any]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(meta.get("lastupdated")))
    except ValueError:
        return None
