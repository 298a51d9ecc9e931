"""Charts of Our World in Data, asked live: the figures as CSV and what they are as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from utils.model import Card, Indicator
from utils.model.cards import Live
from utils.model.live import Found, Reply, Request
from utils.sources import owid_csv
from utils.sources import replies as live_replies


def requests(card: Card, live: Live) -> tuple[Request, ...]:
    """The CSV of a chart for a span of years, and its description.

    ``data.live`` gives `chart` (the last part of its address), `column` and `time`.
    """
    ask = {**live.ask, **(card.data.live or {})}
    questions = {"csvType": "filtered", "useColumnShortNames": "true", "time": ask["time"]}
    path = f"grapher/{ask['chart']}"
    return (
        Request(live_replies.address(live.base, f"{path}.csv", questions), "text/csv"),
        Request(live_replies.address(live.base, f"{path}.metadata.json", questions)),
    )


def following(pages: Sequence[Reply]) -> Request | None:
    """None: both replies are whole."""
    return None


def read(replies: Sequence[Reply], card: Indicator, live: Live) -> Found:
    """Values by place and year; the unit and the date are the publisher's own.

    Raises `ValueError` if the description does not know the column.
    """
    figures, description = replies
    column = str((card.data.live or {})["column"])
    about = live_replies.parsed(description)
    known = about.get("columns", {}) if isinstance(about, dict) else {}
    found = [one for one in known.values() if one.get("shortName") == column]
    if len(found) != 1:
        names = ", ".join(str(one.get("shortName")) for one in known.values())
        raise ValueError(f"The chart has no column '{column}'; it has {names or 'none'}.")
    chosen = replace(card, data=replace(card.data, select={"column": column}))
    rows = owid_csv.tidy(figures.body, chosen)
    return Found(rows, _updated(str(found[0].get("lastUpdated"))), (), f"unit '{found[0]['unit']}'")


def _updated(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
