"""GDELT DOC 2.0, timeline of volume: what share of watched news articles match, day by day.

It measures news sites, not social media. The reply spans about three months; a bad question is
answered with a sentence and HTTP 200; JSON may hold escapes that JSON doesn't know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from utils.model import ReachSeries
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import replies as live_replies
from utils.sources import tables

SPACING = 5.5
"""Seconds between questions: the publisher asks for one in five."""
UNKNOWN_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')


def requests(card: ReachSeries, live: Live) -> tuple[Request, ...]:
    """One question: the `query` in ``data.live``."""
    return (question(live.base, (card.data.live or {})["query"]),)


def question(base: str, query: str) -> Request:
    """What is asked about a query: three months, so that steps are days."""
    questions = {
        "query": query,
        "mode": "timelinevol",
        "format": "json",
        "timespan": "3months",
    }
    url = live_replies.address(base, "api/v2/doc/doc", questions)
    return Request(url, spacing=SPACING)


def following(pages: Sequence[Reply]) -> Request | None:
    """None: there is one page."""
    return None


def read(replies: Sequence[Reply], card: ReachSeries, live: Live) -> Found:
    """Percent of all watched articles by day; the day of the reply itself is not over.

    Raises the errors of `shares`.
    """
    found = shares(replies[0])
    day, value = found["day"], found["value"]
    rows = tables.no_repeats(
        tables.tidy_frame(
            place=card.place, group_by="all", group="all", start=day, end=day, value=value
        )
    )
    if served := replies[0].served:
        rows = rows[rows["end"] < pd.Timestamp(served.date())].reset_index(drop=True)
    return Found(rows)


def shares(reply: Reply) -> pd.DataFrame:
    """Columns `day` and `value`, percent of all watched articles, as the reply has them.

    Raises `ValueError` for a sentence instead of data, steps other than days, or a share
    outside 0 to 100.
    """
    details, points = _parts(reply)
    if details.get("date_resolution") != "day":
        raise ValueError(f"The steps are '{details.get('date_resolution')}', not days.")
    frame = pd.DataFrame(points)
    day = tables.days(frame["date"].astype("str"), "%Y%m%dT000000Z")
    value = pd.to_numeric(frame["value"], errors="raise").astype("float64")
    if not value.between(0, 100).all():
        raise ValueError("A share lies outside 0 to 100 percent.")
    return pd.DataFrame({"day": day, "value": value})


def _parts(reply: Reply) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    text = reply.body.decode("utf-8-sig", "replace")
    try:
        # control characters and escapes that JSON doesn't know stand in titles we don't read
        content = json.loads(UNKNOWN_ESCAPE.sub(r"\\\\", text), strict=False)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError(f"GDELT answered: {' '.join(text[:200].split())}") from None
    series = content.get("timeline") if isinstance(content, dict) else None
    if not isinstance(series, list) or len(series) != 1:
        raise ValueError("The reply holds no single timeline.")
    points = series[0].get("data") if isinstance(series[0], dict) else None
    if not isinstance(points, list) or not points:
        raise ValueError("The timeline holds no day.")
    for name in ("date", "value"):
        if any(not isinstance(point, dict) or name not in point for point in points):
            raise ValueError(f"The timeline lacks '{name}'.")
    return dict(content.get("query_details") or {}), points
