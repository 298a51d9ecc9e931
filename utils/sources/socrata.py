"""Data sets on Socrata (data.cdc.gov), SODA 2 as JSON: counted first, then read page by page.

All values are text, an empty cell is an absent key, days look like `2020-04-23T00:00:00.000`.
The cells are handed to the shape that reads the CSV export of the same data set.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlsplit

from utils.model import Card
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import replies as live_replies
from utils.sources import shape

PAGE = 10_000
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})T00:00:00(?:\.0+)?")


def requests(card: Card, live: Live) -> tuple[Request, ...]:
    """How many rows there are, and the first page of them.

    ``ask`` and ``data.live`` give `dataset`, `columns` (as the CSV export names them), `fields`
    where a field is named otherwise than its column, `sparse` where it may be empty throughout,
    and `where`, which fields must equal what.
    """
    ask, where = _asked(card, live), _where(card, live)
    path = f"resource/{ask['dataset']}.json"
    count = {"$select": "count(*)", **where}
    fields = ",".join(_fields(ask).values())
    page = {"$select": fields, "$order": ":id", "$limit": str(PAGE), "$offset": "0", **where}
    return tuple(Request(live_replies.address(live.base, path, one)) for one in (count, page))


def following(pages: Sequence[Reply]) -> Request | None:
    """The next page, as long as pages are full."""
    url = pages[-1].request.url
    if "$limit" not in parse_qs(urlsplit(url).query) or len(_records(pages[-1])) < PAGE:
        return None
    offset = f"$offset={len(pages) * PAGE}"
    return Request(re.sub(r"\$offset=\d+", lambda _: offset, url))


def read(replies: Sequence[Reply], card: Card, live: Live) -> Found:
    """The rows of all pages, tidied by the shape of the card's own table.

    Raises `ValueError` with the publisher's words for an error, and when the rows are not as
    many as were counted, lack a column throughout, or hold one that was not asked for.
    """
    counted, pages = replies[0], replies[1:]
    records = [record for page in pages for record in _records(page)]
    _counted(counted, len(records))
    kept, notes = live_replies.distinct(records, len(pages))
    ask = _asked(card, live)
    fields = _fields(ask)
    _columns(kept, fields, set(ask.get("sparse", ())))
    rows = shape(card.data.shape).tidy(_as_csv(kept, fields), card)
    updated = live_replies.modified(pages, "x-soda2-truth-last-modified", "last-modified")
    return Found(rows, updated, notes, _signature(pages[0]))


def _asked(card: Card, live: Live) -> dict[str, Any]:
    return {**live.ask, **(card.data.live or {})}


def _where(card: Card, live: Live) -> dict[str, str]:
    return {str(field): str(value) for field, value in _asked(card, live).get("where", {}).items()}


def _fields(ask: dict[str, Any]) -> dict[str, str]:
    """Field by column. Socrata makes one from the other: lower case, `_` for anything else."""
    made = {name: re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") for name in ask["columns"]}
    return {**made, **ask.get("fields", {})}


def _records(reply: Reply) -> list[dict[str, str]]:
    content = live_replies.parsed(reply)
    if isinstance(content, dict):
        words = content.get("message") or content.get("code") or content.get("error")
        raise ValueError(f"The publisher refused: {str(words)[:300]}")
    if not isinstance(content, list) or not all(isinstance(one, dict) for one in content):
        raise ValueError("The reply is no list of rows.")
    return content


def _counted(reply: Reply, here: int) -> None:
    records = _records(reply)
    number = str(next(iter(records[0].values()), "")) if len(records) == 1 else ""
    if not number.isdecimal():
        raise ValueError("The publisher did not say how many rows there are.")
    if int(number) != here:
        raise ValueError(f"The publisher counts {int(number):,} rows, {here:,} came.")


def _columns(records: list[dict[str, str]], fields: dict[str, str], sparse: set[str]) -> None:
    there = {name for record in records for name in record}
    extra = sorted(there - set(fields.values()))
    if extra:
        raise ValueError(f"Columns that were not asked for: {', '.join(extra)}.")
    if not records:
        raise ValueError("There is no row for this question.")
    absent = [name for column, name in fields.items() if name not in there and column not in sparse]
    if absent:
        raise ValueError(f"The reply lacks the column {', '.join(absent)}.")


def _as_csv(records: list[dict[str, str]], fields: dict[str, str]) -> bytes:
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(fields)
    for record in records:
        cells = (_cell(record.get(name), name) for name in fields.values())
        lines.writerow(DAY.sub(r"\2/\3/\1", cell) for cell in cells)
    return text.getvalue().encode()


def _cell(value: Any, name: str) -> str:
    """A cell as the CSV export prints it; raises `ValueError` for anything but text or number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise ValueError(f"The column {name} holds {type(value).__name__}, not text: {value!r}.")
    return "" if value is None else str(value)


def _signature(reply: Reply) -> str:
    parts = [reply.headers.get(f"x-soda2-{part}", "") for part in ("fields", "types")]
    names, kinds = (re.findall(r'"([^"]*)"', part) for part in parts)
    return "\n".join(sorted(f"{name} {kind}" for name, kind in zip(names, kinds, strict=False)))
